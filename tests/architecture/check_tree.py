#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_tree.py ROOT RULE: prints what a rule of tree_rules.py complains about; exit code 1 if it does."""
import sys

import tree_rules

rule = {function.__name__: function for function in tree_rules.RULES}[sys.argv[2]]
complaints = rule(sys.argv[1])
print("\n".join(complaints) or f"{sys.argv[2]}: holds")
sys.exit(bool(complaints))
