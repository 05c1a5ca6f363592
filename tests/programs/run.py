# SPDX-License-Identifier: MIT
"""The conformance programs.

run.py COROBOARD_CLI PATH…       runs each program (or every program of a folder) on the emulated board and compares
run.py COROBOARD_CLI --folder FOLDER EXPECTED
                                 runs a project folder and compares with a text that lies elsewhere
run.py --cpython PATH…           runs those marked `# check: cpython` through this python3 and compares
                                 (their expected text is what both languages print)

Beside x.py lie x.py.exp, what it prints, and sometimes x.py.err, lines that its standard error holds in that order.
The first lines of a program may say, each in a comment of its own:
  # check: cpython     CPython prints the same
  # exit: N            the exit code it ends with (0 unless said)
  # boards: NAME NAME  the boards it runs on, one after the other, and prints the same on each (the default board unless said)
  # match: lines       each line of .exp is found in order in the console and standard error together
In .err and with `match: lines` a * stands for any text.
"""

import fnmatch
import os
import re
import subprocess
import sys

LIMIT = "60s"                        # of virtual time
PATIENCE = 120                       # of real seconds


def programs(paths):
    for path in paths:
        if os.path.isdir(path):
            for parent, folders, names in os.walk(path):
                folders.sort()
                yield from (os.path.join(parent, n) for n in sorted(names) if n.endswith(".py") and os.path.exists(os.path.join(parent, n + ".exp")))
        else:
            yield path


def directives(path):
    found = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            match = re.match(r"# (check|exit|match|boards): (.*)", line)
            if match:
                found[match[1]] = match[2].strip()
            elif not line.startswith("#"):
                break
    return found


def text(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def missing_line(patterns, output):
    """The first pattern not found, each after the one before."""
    lines = iter(output.splitlines())
    for pattern in patterns.splitlines():
        escaped = pattern.replace("[", "[[]")
        if not any(fnmatch.fnmatchcase(line.rstrip(), escaped) for line in lines):
            return pattern
    return None


def complaint(path, command, exit_code, expected_in=None):
    """None, or what is wrong."""
    marks = directives(path)
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return f"did not end within {PATIENCE} s"
    output = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    errors = done.stderr.decode("utf-8", "replace").replace("\r\n", "\n")
    expected = text(expected_in or path + ".exp")
    problems = []
    if marks.get("match") == "lines":
        missing = missing_line(expected, output + errors)
        if missing is not None:
            problems.append(f"no line like: {missing}\n--- standard output\n{output}")
    elif output != expected:
        problems.append(f"--- expected\n{expected}--- printed\n{output}")
    if os.path.exists(path + ".err"):
        missing = missing_line(text(path + ".err"), errors)
        if missing is not None:
            problems.append(f"standard error has no line like: {missing}")
    if exit_code and done.returncode != int(marks.get("exit", 0)):
        problems.append(f"exit code {done.returncode}, expected {marks.get('exit', 0)}")
    return "\n".join(problems + ["--- standard error", errors[-2000:]]) if problems else None


def told(what, problem):
    """1 when there is a problem, which is printed."""
    if problem:
        print(f"==== {what}\n{problem}")
    return 1 if problem else 0


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    tool, *paths = sys.argv[1:]
    count = wrong = 0
    if paths[0] == "--folder":
        folder, expected = paths[1:]
        problem = complaint(os.path.join(folder, "main.py"), [tool, "run", folder, "--for", LIMIT], True, expected)
        if problem:
            print(f"==== {folder}\n{problem}")
        sys.exit(1 if problem else 0)
    for path in programs(paths):
        if tool == "--cpython":
            if directives(path).get("check") != "cpython":
                continue
            problem = complaint(path, [sys.executable, path], exit_code=True)
            count += 1
            wrong += told(path, problem)
        else:
            for board in directives(path).get("boards", "sensor-board").split():
                count += 1
                wrong += told(f"{path} on {board}", complaint(path, [tool, "run", path, "--board", board, "--for", LIMIT], exit_code=True))
    print(f"{count} programs, {wrong} wrong")
    sys.exit(1 if wrong or not count else 0)


main()
