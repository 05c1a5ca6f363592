# SPDX-License-Identifier: MIT
"""Every complaint of check_translations can be had."""
import tempfile
import unittest
from pathlib import Path

from check_translations import complaints


def judged(source, translation):
    text = f"<TS><context><name>C</name><message><source>{source}</source>{translation}</message></context></TS>"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.ts"
        path.write_text(text, encoding="utf-8")
        return complaints(path)


class CheckTest(unittest.TestCase):
    def test_good(self):
        self.assertEqual(judged("&amp;Open %1…", "<translation>%1 öffnen (&amp;O)…</translation>"), [])

    def test_unfinished(self):
        self.assertIn("not translated", judged("Open", '<translation type="unfinished">Öffnen</translation>')[0])

    def test_empty(self):
        self.assertIn("not translated", judged("Open", "<translation></translation>")[0])

    def test_places(self):
        self.assertIn("other places", judged("%1 of %2", "<translation>%1 von %1</translation>")[0])

    def test_letter(self):
        self.assertIn("menu letter", judged("&amp;Open", "<translation>Öffnen</translation>")[0])

    def test_dots(self):
        self.assertIn("…", judged("Open…", "<translation>Öffnen</translation>")[0])


if __name__ == "__main__":
    unittest.main()
