# SPDX-License-Identifier: MIT
"""The architecture's laws as functions over a source tree.

Each rule takes the root folder and returns a list of complaints ("file:line: what is wrong"); an empty list means the law holds.
test_tree_rules.py shows on made-up trees that every rule can complain. The arrows are those of engine/README.md.
"""
import re
from pathlib import Path

# What each engine folder may include, besides itself.
_DEVICES = {"base", "time", "environment", "peripherals", "parts"}
_PYTHON = {"base", "time", "program", "micropython"}
_SIMULATION = _DEVICES | _PYTHON | {"board", "network", "modules", "trace", "serial"}
ENGINE_ARROWS = {
    "base": set(),
    "time": {"base"},
    "program": {"base", "time"},
    "trace": {"base", "time"},
    "network": {"base", "time"},
    "serial": {"base", "time"},
    "environment": {"base", "time"},
    "peripherals": {"base", "time"},
    "parts": {"base", "time", "environment", "peripherals"},
    "board": _DEVICES,
    "micropython": {"base", "time", "program"},
    "modules": _DEVICES | _PYTHON | {"board", "network", "serial"},
    "simulation": _SIMULATION,
    "recording": _SIMULATION | {"simulation"},
    "scenario": _SIMULATION | {"simulation"},
    "cli": _SIMULATION | {"simulation", "recording", "scenario"},
}
# What gui/ may include of the engine: whole folders, or single headers.
GUI_FOLDERS = {"simulation", "recording", "program", "trace", "base"}
GUI_HEADERS = {"board/board_draft.h", "board/board_profile.h", "parts/part_parameter.h", "parts/part_view.h", "time/virtual_time.h"}

FORBIDDEN_WORDS = {"util", "utils", "common", "helper", "helpers", "manager", "handler", "controller"}
LONGEST_FILE = 600

_INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
_TYPE = re.compile(r"^\s*(?:template\s*<[^>]*>\s*)?(?:class|struct|union|enum(?:\s+class)?|namespace|concept)\s+([A-Za-z_][\w:]*)")
_QT = re.compile(r"^(Q[A-Z]\w*|Qt\w+/.*|Qsci/.*|q[a-z]+\.h)$")
_QT_TARGET = re.compile(r"\bQt6?::|find_package\(\s*Qt")


def _files(root, folders, suffixes):
    for folder in folders:
        for path in sorted((Path(root) / folder).rglob("*")):
            if path.is_file() and (path.suffix in suffixes or path.name in suffixes) and "node_modules" not in path.parts:
                yield path


def _lines(path):
    return path.read_text(encoding="utf-8").split("\n")


def _includes(path):
    for number, line in enumerate(_lines(path), 1):
        found = _INCLUDE.match(line)
        if found:
            yield number, found.group(1) == '"', found.group(2)


def engine_arrows(root):
    """Includes inside the engine follow the arrows; an unknown folder is a complaint too."""
    complaints = []
    engine = Path(root) / "engine"
    for path in _files(root, ["engine"], {".h", ".cpp"}):
        own, *rest = path.relative_to(engine).parts
        if not rest:
            continue
        if own not in ENGINE_ARROWS:
            complaints.append(f"{path}: the folder engine/{own} has no place in the arrows")
            continue
        for number, _, name in _includes(path):
            target = name.split("/")[0]
            if "/" in name and target in ENGINE_ARROWS and target != own and target not in ENGINE_ARROWS[own]:
                complaints.append(f"{path}:{number}: {own} must not include {name}")
            if name.startswith("gui/") or (engine.parent / "gui" / name).is_file() and not (engine / name).is_file():
                complaints.append(f"{path}:{number}: the engine must not include the app's {name}")
            if name.startswith("../"):
                complaints.append(f"{path}:{number}: includes are written from the engine folder, not {name}")
    return complaints


def gui_arrows(root):
    """The app sees the engine through its public doors only."""
    complaints = []
    for path in _files(root, ["gui"], {".h", ".cpp"}):
        for number, _, name in _includes(path):
            target = name.split("/")[0]
            if (Path(root) / "gui" / name).is_file() or "/" not in name or target not in ENGINE_ARROWS:
                continue
            if target not in GUI_FOLDERS and name not in GUI_HEADERS:
                complaints.append(f"{path}:{number}: the app must not include the engine's {name}")
    return complaints


def no_qt_in_engine(root):
    complaints = []
    for path in _files(root, ["engine", "tests/engine"], {".h", ".cpp"}):
        for number, _, name in _includes(path):
            if _QT.match(name):
                complaints.append(f"{path}:{number}: the engine must not include Qt's {name}")
    for path in _files(root, ["engine"], {"CMakeLists.txt", ".cmake"}):
        for number, line in enumerate(_lines(path), 1):
            if _QT_TARGET.search(line):
                complaints.append(f"{path}:{number}: the engine must not link Qt")
    return complaints


def own_header_first(root):
    """x.cpp includes x.h first: that compiles every such header alone. The others are compiled by header_checks."""
    complaints = []
    for folder in ("engine", "gui"):
        for path in _files(root, [folder], {".cpp"}):
            header = path.with_suffix(".h")
            if not header.is_file():
                continue
            first = next((name for _, _, name in _includes(path)), None)
            if first != header.relative_to(Path(root) / folder).as_posix():
                complaints.append(f"{path}: must include its own header first, not {first}")
    return complaints


def pragma_once(root):
    return [f"{path}: no #pragma once" for path in _files(root, ["engine", "gui", "tests"], {".h"})
            if "#pragma once" not in _lines(path)]


SOURCES = {".h", ".cpp", ".cmake", "CMakeLists.txt", ".sh", ".py"}


def spdx_lines(root):
    """A licence in the first two lines of every source; the app and its tests are GPL, everything else MIT."""
    complaints = []
    for path in _files(root, ["engine", "gui", "boards", "resources", "tests", "packaging"], SOURCES):
        where = path.relative_to(root).as_posix()
        if where.startswith("tests/programs/"):
            continue   # golden programs: their line numbers are part of what is tested
        licence = "GPL-3.0-or-later" if where.startswith(("gui/", "tests/gui/")) else "MIT"
        if not any(line.endswith(f"SPDX-License-Identifier: {licence}") for line in _lines(path)[:2]):
            complaints.append(f"{path}: no SPDX-License-Identifier: {licence} in its first two lines")
    return complaints


def file_lengths(root):
    return [f"{path}: {len(_lines(path))} lines, at most {LONGEST_FILE}"
            for path in _files(root, ["engine", "gui", "tests", "packaging"], SOURCES) if len(_lines(path)) > LONGEST_FILE + 1]


def _words(name):
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}


def forbidden_names(root):
    """Files, folders, types and namespaces are nouns of the board, never util, common, helper, manager, handler or controller."""
    complaints = []
    for path in _files(root, ["engine", "gui", "tests"], {".h", ".cpp", ".py"}):
        for part in path.relative_to(root).parts:
            for word in sorted(_words(part.split(".")[0]) & FORBIDDEN_WORDS):
                complaints.append(f"{path}: the name {part} says {word}")
        if path.suffix == ".py":
            continue
        for number, line in enumerate(_lines(path), 1):
            found = _TYPE.match(line)
            for word in sorted(_words(found.group(1)) & FORBIDDEN_WORDS) if found else ():
                complaints.append(f"{path}:{number}: the name {found.group(1)} says {word}")
    return complaints


TOP_LEVEL = {"CMakeLists.txt", "gui", "engine", "boards", "resources", "tests", "packaging", "README.md", "LICENSE", "CHANGELOG.md",
             "CMakePresets.json", ".clang-format", ".clang-tidy", ".ci", ".gitignore"}
NOT_OURS = {".git", "build", "compile_commands.json", "CMakeUserPresets.json", ".cache", ".vscode", ".idea"}


def top_level(root):
    """The top level holds the folders of the architecture and the files that tools look for there."""
    return [f"{path}: no place for it at the top level" for path in sorted(Path(root).iterdir())
            if path.name not in TOP_LEVEL | NOT_OURS]


RULES = [engine_arrows, gui_arrows, no_qt_in_engine, own_header_first, pragma_once, spdx_lines, file_lengths, forbidden_names, top_level]
