# SPDX-License-Identifier: MIT
"""Runs the demo of a board for a short virtual time and compares what it does with what is written down.

run.py COROBOARD_CLI DEMO_FOLDER EXPECTED

EXPECTED says, a line each and as often as needed, then `---` and the console's text (a * stands for any text):
  run OPTION…                  how: options of `coroboard-cli run`
  changes SIGNAL LEAST MOST    how often a signal changes: a pin's level, or a description such as GP18_pwm.duty
  lights PART LEAST MOST       how many dots of a display or light chain are lit at the end
"""

import csv
import fnmatch
import os
import subprocess
import sys
import tempfile

PATIENCE = 120                       # of real seconds
LIT = 60                             # of 255: brighter than a dot that is off


def read(path):
    with open(path, encoding="utf-8") as file:
        head, console = file.read().split("---\n", 1)
    wishes = [line.split() for line in head.splitlines()]
    options = [word for name, *words in wishes if name == "run" for word in words]
    counts = [(name, subject, int(least), int(most)) for name, subject, least, most in (w for w in wishes if w[0] != "run")]
    return options, counts, console


def changes(table, signal):
    with open(table, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        names = [name.split(" [")[0].replace(" ", ".") for name in next(rows)]
        values = [row[names.index(signal)] for row in rows]
    return sum(before != after for before, after in zip(values, values[1:]))


def lights(picture):
    with open(picture, "rb") as file:
        kind, size, _, dots = file.read().split(b"\n", 3)
    width, height = map(int, size.split())
    assert kind == b"P6" and len(dots) == 3 * width * height
    return sum(max(dots[at:at + 3]) > LIT for at in range(0, len(dots), 3))


def complaints(tool, folder, expected):
    options, counts, console = read(expected)
    with tempfile.TemporaryDirectory() as place:
        table = os.path.join(place, "signals.csv")
        pictures = {subject: os.path.join(place, subject + ".ppm") for name, subject, *_ in counts if name == "lights"}
        command = [tool, "run", folder, *options, "--csv", table]
        for part, file in pictures.items():
            command += ["--picture", f"{part}={file}"]
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
        printed = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
        if done.returncode:
            yield f"exit code {done.returncode}: {done.stderr.decode('utf-8', 'replace')}"
        if not fnmatch.fnmatchcase(printed, console.replace("[", "[[]")):
            yield f"--- expected\n{console}--- printed\n{printed}"
        for name, subject, least, most in counts:
            count = changes(table, subject) if name == "changes" else lights(pictures[subject])
            if not least <= count <= most:
                yield f"{subject}: {count} {name}, expected {least} to {most}"


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    found = list(complaints(*sys.argv[1:]))
    print("\n".join(found) or "as expected")
    sys.exit(1 if found else 0)


main()
