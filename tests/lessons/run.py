# SPDX-License-Identifier: MIT
"""run.py COROBOARD_CLI FOLDER EXPECTED: runs a lesson on the emulated board; it must end by itself and print exactly what is expected."""

import subprocess
import sys

LIMIT = "60s"       # of virtual time: a lesson is over sooner


def main(cli, folder, expected):
    done = subprocess.run([cli, "run", folder, "--for", LIMIT, "--tasks"], capture_output=True, stdin=subprocess.DEVNULL, timeout=100)
    printed = done.stdout.decode().replace("\r\n", "\n")
    errors = done.stderr.decode()
    with open(expected, encoding="utf-8") as file:
        wanted = file.read()
    problems = []
    if printed != wanted:
        problems.append(f"--- expected\n{wanted}--- printed\n{printed}")
    if done.returncode != 0 or "Warning" in errors:
        problems.append(f"exit code {done.returncode}\n{errors}")
    if "suspended" in errors:
        problems.append(f"it did not end within {LIMIT}\n{errors}")
    print("\n".join(problems))
    return bool(problems)


sys.exit(main(*sys.argv[1:]))
