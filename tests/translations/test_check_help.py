# SPDX-License-Identifier: MIT
"""Every complaint of check_help can be had."""
import tempfile
import unittest
from pathlib import Path

from check_help import complaints

ORIGINAL = "# Help\n\n[Time](time.md)\n\n| a | b |\n|---|---|\n\n```\ncode\n```\n"


def judged(translation, follow=False, name="help.md"):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "help.md").write_text(ORIGINAL, encoding="utf-8")
        (Path(folder) / "de").mkdir()
        if translation is not None:
            (Path(folder) / "de" / name).write_text(translation, encoding="utf-8")
        return complaints(folder, ["de"], follow)


class CheckTest(unittest.TestCase):
    def test_good(self):
        self.assertEqual(judged(ORIGINAL.replace("Help", "Hilfe"), follow=True), [])

    def test_missing(self):
        self.assertEqual(judged(None), ["de/help.md: missing"])

    def test_without_original(self):
        self.assertIn("de/other.md: has no original", judged("# Hilfe", name="other.md"))

    def test_no_heading(self):
        self.assertIn("de/help.md: no heading", judged("Hilfe"))

    def test_copied(self):
        self.assertIn("de/help.md: not translated", judged(ORIGINAL))

    def test_shape(self):
        for lost in ("# Help\n", "| a | b |\n", "```\ncode\n```\n", "[Time](time.md)"):
            self.assertTrue(judged("# Hilfe\n" + ORIGINAL.replace("# Help\n", "").replace(lost, "") + ("## b\n" if lost == "# Help\n" else ""), follow=True), lost)

    def test_no_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertTrue(complaints(folder, []))


if __name__ == "__main__":
    unittest.main()
