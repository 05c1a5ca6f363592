# SPDX-License-Identifier: MIT
# The name older programs know socket by.
from socket import *
