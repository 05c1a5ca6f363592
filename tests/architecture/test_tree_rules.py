#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every rule can fail: each is run on a small tree that breaks it, and on one that does not."""
import tempfile
import unittest
from pathlib import Path

import tree_rules as rules

MIT = "// SPDX-License-Identifier: MIT\n"
GPL = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class Tree(unittest.TestCase):
    def complaints(self, rule, files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return [complaint.replace(folder + "/", "") for complaint in rule(folder)]

    def holds(self, rule, files):
        self.assertEqual(self.complaints(rule, files), [])

    def fails(self, rule, files, *expected):
        complaints = self.complaints(rule, files)
        self.assertEqual(len(complaints), len(expected), complaints)
        for complaint, words in zip(complaints, expected):
            self.assertIn(words, complaint)

    def test_engine_arrows(self):
        self.holds(rules.engine_arrows, {"engine/time/a.h": '#include "base/result.h"\n#include <vector>\n',
                                         "engine/parts/b.h": '#include "environment/lag.h"\n#include "parts/c.h"\n'})
        self.fails(rules.engine_arrows, {"engine/time/a.h": '\n#include "peripherals/pin.h"\n'},
                   "engine/time/a.h:2: time must not include peripherals/pin.h")
        self.fails(rules.engine_arrows, {"engine/environment/a.cpp": '#include "parts/led.h"\n'}, "environment must not include")
        self.fails(rules.engine_arrows, {"engine/micropython/a.cpp": '#include "modules/machine.h"\n'}, "micropython must not include")
        self.fails(rules.engine_arrows, {"engine/board/a.cpp": '#  include <simulation/command.h>\n'}, "board must not include")
        self.fails(rules.engine_arrows, {"engine/cooking/a.h": ""}, "engine/cooking has no place")
        self.fails(rules.engine_arrows, {"engine/time/a.h": '#include "../base/result.h"\n'}, "written from the engine folder")
        self.fails(rules.engine_arrows, {"engine/cli/a.cpp": '#include "editor/editor.h"\n', "gui/editor/editor.h": ""}, "the app's")

    def test_every_pair_of_folders(self):
        for own, allowed in rules.ENGINE_ARROWS.items():
            for target in rules.ENGINE_ARROWS:
                files = {f"engine/{own}/a.h": f'#include "{target}/b.h"\n'}
                if target == own or target in allowed:
                    self.holds(rules.engine_arrows, files)
                else:
                    self.fails(rules.engine_arrows, files, "must not include")

    def test_arrows_have_no_cycle(self):
        for own, allowed in rules.ENGINE_ARROWS.items():
            for target in allowed:
                self.assertNotIn(own, rules.ENGINE_ARROWS[target], f"{own} and {target} include each other")
                self.assertLessEqual(rules.ENGINE_ARROWS[target], allowed, f"{own} sees {target} but not what lies below it")

    def test_gui_arrows(self):
        self.holds(rules.gui_arrows, {"gui/console/a.h": '#include "simulation/command.h"\n#include "board/board_profile.h"\n'
                                                         '#include "time/virtual_time.h"\n#include "console/b.h"\n', "gui/console/b.h": ""})
        self.fails(rules.gui_arrows, {"gui/console/a.h": '#include "time/event_loop.h"\n'}, "time/event_loop.h")
        self.fails(rules.gui_arrows, {"gui/board_view/a.cpp": '#include "board/board.h"\n#include "micropython/vm.h"\n'},
                   "board/board.h", "micropython/vm.h")

    def test_no_qt_in_engine(self):
        self.holds(rules.no_qt_in_engine, {"engine/time/a.h": "#include <queue>\n", "gui/a.h": "#include <QWidget>\n"})
        self.fails(rules.no_qt_in_engine, {"engine/time/a.h": "#include <QString>\n"}, "QString")
        self.fails(rules.no_qt_in_engine, {"engine/time/a.cpp": "#include <QtCore/qglobal.h>\n"}, "QtCore")
        self.fails(rules.no_qt_in_engine, {"engine/time/CMakeLists.txt": "target_link_libraries(x Qt6::Core)\n"}, "link Qt")

    def test_own_header_first(self):
        self.holds(rules.own_header_first, {"engine/time/a.cpp": '#include "time/a.h"\n#include <map>\n', "engine/time/a.h": ""})
        self.fails(rules.own_header_first, {"gui/x/a.cpp": '#include <map>\n#include "x/a.h"\n', "gui/x/a.h": ""}, "own header first")

    def test_pragma_once(self):
        self.holds(rules.pragma_once, {"engine/time/a.h": "#pragma once\n"})
        self.fails(rules.pragma_once, {"engine/time/a.h": "#ifndef A_H\n"}, "no #pragma once")

    def test_spdx_lines(self):
        self.holds(rules.spdx_lines, {"engine/a/b.h": MIT, "gui/a/b.cpp": GPL, "packaging/a.sh": "#!/bin/sh\n# SPDX-License-Identifier: MIT\n"})
        self.fails(rules.spdx_lines, {"engine/a/b.h": "#pragma once\n" + "\n" + MIT}, "MIT")
        self.fails(rules.spdx_lines, {"gui/a/b.h": MIT, "tests/gui/c.cpp": MIT}, "GPL", "GPL")
        self.fails(rules.spdx_lines, {"engine/a/CMakeLists.txt": "add_library(a)\n"}, "CMakeLists.txt")

    def test_file_lengths(self):
        self.holds(rules.file_lengths, {"engine/a/b.h": "x\n" * rules.LONGEST_FILE})
        self.fails(rules.file_lengths, {"engine/a/b.h": "x\n" * (rules.LONGEST_FILE + 1)}, "lines, at most")

    def test_forbidden_names(self):
        self.holds(rules.forbidden_names, {"engine/time/event_loop.h": "class EventLoop {\n", "gui/a/hands.h": "enum class Commonplace\n"})
        self.fails(rules.forbidden_names, {"engine/time/time_utils.h": ""}, "utils")
        self.fails(rules.forbidden_names, {"engine/common/a.h": ""}, "common")
        self.fails(rules.forbidden_names, {"gui/a/b.h": "\nclass WindowManager : public X {\n"}, "gui/a/b.h:2: the name WindowManager says manager")
        self.fails(rules.forbidden_names, {"engine/a/b.h": "namespace coroboard::helper {\n"}, "helper")

    def test_top_level(self):
        self.holds(rules.top_level, {"engine/a.h": "", "README.md": ""})
        self.fails(rules.top_level, {"src/a.h": ""}, "src")

    def test_every_rule_is_tested(self):
        for rule in rules.RULES:
            self.assertTrue(hasattr(self, f"test_{rule.__name__}"), rule.__name__)


if __name__ == "__main__":
    unittest.main()
