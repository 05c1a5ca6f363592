# SPDX-License-Identifier: MIT
"""check_help.py [--follow] HELP LANGUAGE…

Complains about every page of the folder HELP that is missing in HELP/LANGUAGE, is empty or has no heading, and about every page there that has
no original. With --follow also where a translation does not have its original's headings, table rows, code and links, so that a changed page
is a complaint until its translations follow.
"""
import re
import sys
from pathlib import Path

_LINK = re.compile(r"\]\(([^)]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def shape(text):
    """What a translation keeps."""
    lines = text.splitlines()
    return {
        "headings": [line.split(" ")[0] for line in lines if line.startswith("#")],
        "table rows": sum(line.startswith("|") for line in lines),
        "code": _FENCE.findall(text),
        "links": sorted(_LINK.findall(text)),
    }


def complaints(folder, languages, follow=False):
    folder = Path(folder)
    originals = {page.name: page.read_text(encoding="utf-8") for page in folder.glob("*.md")}
    found = [] if originals else [f"{folder}: no pages"]
    for language in languages:
        there = {page.name: page.read_text(encoding="utf-8") for page in (folder / language).glob("*.md")}
        found += [f"{language}/{name}: missing" for name in sorted(originals.keys() - there.keys())]
        found += [f"{language}/{name}: has no original" for name in sorted(there.keys() - originals.keys())]
        for name in sorted(originals.keys() & there.keys()):
            if not there[name].startswith("# "):
                found.append(f"{language}/{name}: no heading")
            if there[name] == originals[name]:
                found.append(f"{language}/{name}: not translated")
            if follow:
                wanted, had = shape(originals[name]), shape(there[name])
                found += [f"{language}/{name}: other {what}" for what in wanted if wanted[what] != had[what]]
    return found


def main(arguments):
    follow = arguments[:1] == ["--follow"]
    folder, *languages = arguments[follow:]
    found = complaints(folder, languages, follow)
    print("\n".join(found))
    return bool(found) or not languages


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
