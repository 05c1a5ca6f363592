# SPDX-License-Identifier: MIT
"""compare_with_python.py awaits|tokens PROBE [FOLDER…]: engine/program against this python3.

awaits: no diagnostic in any file of the folders that compiles; generated programs get a diagnostic exactly where
        python3 reports its SyntaxError, with its message.
tokens: the same tokens as python3's tokenize, at the same places (in every fourth file).
Without folders: the whole standard library.
"""

import io
import os
import random
import subprocess
import sys
import sysconfig
import tempfile
import tokenize
import warnings


def python_files(folders):
    for folder in folders:
        for parent, _, names in sorted(os.walk(folder)):
            if "site-packages" not in parent and "dist-packages" not in parent:
                yield from (os.path.join(parent, name) for name in sorted(names) if name.endswith(".py"))


def probe(program, what, files):
    """{file: [fields of a line, …]}"""
    answer = subprocess.run([program, what], input="\n".join(files) + "\n", capture_output=True, text=True, timeout=250)
    if answer.returncode != 0:
        sys.exit(f"{program} {what}: exit code {answer.returncode}: {answer.stderr}")
    found = {}
    for line in answer.stdout.splitlines():
        fields = line.split("\t")
        if fields[0] == "file":
            current = found.setdefault(fields[1], [])
        else:
            current.append(fields)
    return found


def compiled(source):
    """None if it compiles, else the SyntaxError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "x.py", "exec", dont_inherit=True)
        except SyntaxError as error:
            return error
        except (ValueError, RecursionError, MemoryError) as error:
            return SyntaxError(str(error))
    return None


# ---------------------------------------------------------------- generated programs

EXPRESSIONS = [
    "await thing({e})", "(await thing)", "[{e}, {e}]", "({e}, {e})", "{{{e}: {e}}}", "{{{e}}}", "thing({e}, k={e})", "thing(*{e})",
    "{e} + {e}", "not {e}", "{e} if {e} else {e}", "lambda: {e}", "lambda a={e}: {e}", "[{e} for i in {e}]", "({e} for i in {e})",
    "{{{e} for i in {e} if {e}}}", "{{{e}: {e} for i in {e}}}", "[{e} async for i in {e}]", "({e} async for i in {e})", "(yield {e})",
    "thing[{e}:{e}]", "thing.attribute", "(walrus := {e})", "f'{{{e}}}'", "f'a{{thing:{{{e}}}}}b'", "'await thing'", "1", "name", "'''await\n'''",
    "[{e} for i in {e} for j in {e} if {e}]", "[[{e} for j in {e}] for i in {e}]", "-{e}", "(\n{e}\n)", "thing(\n  {e}  # await x\n)",
    "{e} < {e} <= {e}", "{e} or {e} and {e}", "awaiting", "[*{e}, {e}]", "thing({e} for i in {e})", "rb'await' + {e}",
]
STATEMENTS = [
    "{e}", "x = {e}", "x = y = {e}", "x[{e}] = {e}", "x += {e}", "x: int = {e}", "x: {e} = {e}", "del x[{e}]", "assert {e}, {e}", "pass",
    "import await_ as b", "raise thing({e})", "x, y = {e}, {e}", "if {e}:{b}", "if {e}:{b}elif {e}:{b}else:{b}", "while {e}:{b}", "for i in {e}:{b}else:{b}",
    "async for i in {e}:{b}", "with {e} as x:{b}", "with ({e} as x, {e}):{b}", "async with {e} as x, {e}:{b}", "try:{b}except {e} as z:{b}finally:{b}",
    "def f(a={e}):{b}", "async def f(a={e}, *, k: {e}={e}) -> {e}:{b}", "@thing({e})\ndef f():{b}", "@thing\nasync def f():{b}", "class C(thing({e})):{b}",
    "match {e}:\n    case 1 if {e}:\n        pass\n    case [a, *b]:\n        pass", "x = 1; {e}", "global g", "async def f():{b}", "async def f():{b}", "def f():{b}",
    "x = \\\n  {e}",
]


def expression(choice, depth):
    shape = choice(EXPRESSIONS) if depth > 0 else choice(["name", "1", "await thing", "thing()"])
    in_string = shape.startswith("f'")
    parts = shape.split("{e}") if not in_string else shape.replace("{{", "\0").replace("}}", "\1").split("{e}")
    text = parts[0]
    for part in parts[1:]:
        inner = expression(choice, 0 if in_string else depth - 1)
        text += inner + part
    return text.replace("\0", "{").replace("\1", "}") if in_string else text.replace("{{", "{").replace("}}", "}")


def indented(text):
    lines = text.split("\n")
    inside = False                      # the lines of a triple-quoted string stay as they are
    result = []
    for line in lines:
        result.append(line if inside else "    " + line)
        inside ^= line.count("'''") % 2 == 1
    return "\n".join(result)


def statements(choice, depth, count):
    return "\n".join(statement(choice, depth) for _ in range(count))


def statement(choice, depth):
    shape = choice(STATEMENTS)
    while depth <= 0 and "{b}" in shape:
        shape = choice(STATEMENTS)
    text, rest = "", shape
    while rest:
        at = min((rest.find(mark) for mark in ("{e}", "{b}") if mark in rest), default=-1)
        if at < 0:
            return text + rest
        text += rest[:at]
        if rest.startswith("{e}", at):
            text += expression(choice, choice([0, 0, 1, 2]))
        else:
            text += "\n" + indented(statements(choice, depth - 1, choice([1, 1, 2]))) + ("\n" if len(rest) > at + 3 else "")
        rest = rest[at + 3:]
    return text


AWAIT_MESSAGES = ("outside function", "outside async function", "outside of an asynchronous function")


def check_generated(program, rounds, seed):
    choice = random.Random(seed).choice
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for number in range(rounds):
            source = statements(choice, 3, choice([1, 2, 4])) + "\n"
            error = compiled(source)
            known = error is None or any(message in str(error.msg) for message in AWAIT_MESSAGES) and "yield" not in error.msg and "return" not in error.msg
            if known:
                path = os.path.join(folder, f"{number}.py")
                with open(path, "w", encoding="utf-8") as file:
                    file.write(source)
                sources.append((path, source, error))
        found = probe(program, "awaits", [path for path, _, _ in sources])
        bad = wrong = 0
        for path, source, error in sources:
            ours = [(int(line), int(column), message) for _, line, column, message in found[path]]
            if error is None:
                right = not ours
            else:
                bad += 1
                right = (error.lineno, error.offset, error.msg) in ours
                # Inside format strings 3.11 counts columns in its own ways.
                right |= "f'" in source and any((line, message) == (error.lineno, error.msg) for line, _, message in ours)
            if not right:
                wrong += 1
                if wrong <= 5:
                    print(f"---- python3: {error and (error.lineno, error.offset, error.msg)}\n---- ours: {ours}\n{source}")
    print(f"generated: {len(sources)} programs, {bad} refused by python3, {wrong} differ")
    return wrong == 0 and bad > rounds // 10


def check_awaits(program, folders):
    files = []
    for path in python_files(folders):
        with open(path, "rb") as file:
            if compiled(file.read()) is None:
                files.append(path)
    found = probe(program, "awaits", files)
    wrong = [fields for path in files for fields in found[path]]
    for fields in wrong[:10]:
        print(*fields)
    print(f"library: {len(files)} files that compile, {len(wrong)} false alarms")
    return not wrong and len(files) > 100


# ---------------------------------------------------------------- tokens

SKIPPED = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER}


def python_tokens(data):
    result = []
    for token in tokenize.tokenize(io.BytesIO(data).readline):
        if token.type in SKIPPED:
            continue
        if token.type in (tokenize.NEWLINE, tokenize.DEDENT):
            result.append((tokenize.tok_name[token.type],))
        elif token.type == tokenize.INDENT:
            result.append(("INDENT",))
        else:
            result.append((tokenize.tok_name[token.type], *token.start, *token.end))
    return result


def our_tokens(lines):
    for name, *place in lines:
        if name in ("NEWLINE", "DEDENT", "INDENT"):
            yield (name,)
        elif name != "END":
            row, column, end_row, end_column = map(int, place)
            yield (name, row, column - 1, end_row, end_column - 1)


def check_tokens(program, folders):
    files = []
    for path in python_files(folders):
        with open(path, "rb") as file:
            data = file.read()
        # Python's tokenize module (not its compiler) is written for lines that end in \n, and for UTF-8 here.
        if b"\r" in data or b"\f" in data or compiled(data) is not None or (b"coding" in data[:200] and b"utf-8" not in data[:200].lower()):
            continue
        files.append((path, data))
    files = files[::4]
    found = probe(program, "tokens", [path for path, _ in files])
    wrong = 0
    for path, data in files:
        theirs, ours = python_tokens(data), list(our_tokens(found[path]))
        if theirs != ours and not any(token[0] == "ERRORTOKEN" for token in theirs):
            wrong += 1
            differs = next((pair for pair in zip(theirs, ours) if pair[0] != pair[1]), (len(theirs), len(ours)))
            if wrong <= 10:
                print(f"{path}: python3 {differs[0]}, ours {differs[1]}")
    print(f"tokens: {len(files)} files, {wrong} differ")
    return wrong == 0 and len(files) > 100


def main():
    what, program, *folders = sys.argv[1:]
    folders = folders or [sysconfig.get_paths()["stdlib"]]
    if what == "awaits":
        right = check_awaits(program, folders) & check_generated(program, 6000, 1) & check_generated(program, 6000, 2)
    elif what == "tokens":
        right = check_tokens(program, folders)
    else:
        sys.exit(__doc__)
    sys.exit(0 if right else 1)


main()
