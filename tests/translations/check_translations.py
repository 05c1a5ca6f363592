# SPDX-License-Identifier: MIT
"""check_translations.py [--sources LUPDATE FOLDER] FILE.ts…

Complains about every entry that is unfinished, empty, or lost a place or a menu letter. With --sources the strings of the folder are read
again into copies first, so that one added since the last update is a complaint as well (build the target update_translations, then translate
what is unfinished).
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

_PLACE = re.compile(r"%\d")
_LETTER = re.compile(r"&(?=[^\s&])")


def complaints(path):
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            forms = [form.text or "" for form in message.iter("numerusform")]
            text = forms[-1] if forms and all(forms) else (translation.text if translation is not None and not forms else "") or ""
            where = f"{Path(path).name}: {context.findtext('name')}: {source!r}"
            if translation is not None and translation.get("type") in ("vanished", "obsolete"):
                continue
            if translation is None or translation.get("type") == "unfinished" or not text:
                found.append(f"{where}: not translated")
                continue
            if sorted(_PLACE.findall(source)) != sorted(_PLACE.findall(text)):
                found.append(f"{where}: other places in {text!r}")
            if len(_LETTER.findall(source)) != len(_LETTER.findall(text)):
                found.append(f"{where}: another menu letter in {text!r}")
            if source.endswith("…") != text.endswith("…"):
                found.append(f"{where}: the … at the end of {text!r}")
    return found


def main(arguments):
    found = []
    with tempfile.TemporaryDirectory() as folder:
        if arguments[:1] == ["--sources"]:
            lupdate, sources, *files = arguments[1:]
            files = [shutil.copy(file, folder) for file in files]
            subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", sources, "-ts", *files], check=True, timeout=100)
        else:
            files = arguments
        for file in files:
            found += complaints(file)
    print("\n".join(found))
    return bool(found) or not files


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
