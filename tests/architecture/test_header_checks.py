#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""test_header_checks.py CMAKE CXX: a header that does not compile alone stops the build, one that does lets it pass."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CMAKE, CXX = sys.argv[1:3]
CHECKS = Path(__file__).with_name("header_checks.cmake")
PROJECT = f"""
cmake_minimum_required(VERSION 3.25)
project(headers LANGUAGES CXX)
include({CHECKS})
coroboard_check_headers(header_checks FOLDER ${{CMAKE_SOURCE_DIR}}/engine)
"""


class HeaderChecks(unittest.TestCase):
    def build(self, header):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "CMakeLists.txt").write_text(PROJECT)
            (Path(folder) / "engine/time").mkdir(parents=True)
            (Path(folder) / "engine/time/clock.h").write_text(header)
            subprocess.run([CMAKE, "-G", "Ninja", "-S", folder, "-B", folder + "/build", "-DCMAKE_CXX_COMPILER=" + CXX],
                           check=True, stdout=subprocess.DEVNULL)
            return subprocess.run([CMAKE, "--build", folder + "/build"], capture_output=True, text=True, check=False)

    def test_complete_header(self):
        built = self.build("#pragma once\n#include <vector>\ninline std::vector<int> ticks;\n")
        self.assertEqual(built.returncode, 0, built.stdout)

    def test_header_that_needs_another(self):
        built = self.build("#pragma once\ninline std::vector<int> ticks;\n")
        self.assertNotEqual(built.returncode, 0)
        self.assertIn("engine/time/clock.h:2", built.stdout)

    def test_header_without_a_guard(self):
        built = self.build("struct Clock {};\n")
        self.assertNotEqual(built.returncode, 0)
        self.assertIn("redefinition", built.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
