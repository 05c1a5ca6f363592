# SPDX-License-Identifier: MIT
"""Checks every profile of a folder against board.schema.json, and the schema itself. Exit code 77: python3-jsonschema is missing."""
import json
import pathlib
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is missing: the schema was not checked")
    sys.exit(77)

folder = pathlib.Path(sys.argv[1])
schema = json.loads((folder / "board.schema.json").read_text(encoding="utf-8"))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)


def problems(profile):
    return [f"/{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(profile)]


failed = False
files = sorted(path for path in folder.glob("*.json") if path.name != "board.schema.json")
for path in files:
    for problem in problems(json.loads(path.read_text(encoding="utf-8"))):
        print(f"{path.name}: {problem}")
        failed = True
if len(files) < 2:
    print("fewer than two profiles: nothing proves that a board is a file")
    failed = True

# A schema that accepts anything proves nothing: each of these changes must be refused.
good = json.loads(files[0].read_text(encoding="utf-8"))
for description, spoil in {
    "unknown key": lambda p: p.update(colour="green"),
    "missing chip": lambda p: p.pop("chip"),
    "unknown model": lambda p: p["parts"][0].update(model="lamp"),
    "unknown parameter": lambda p: p["parts"][0].setdefault("parameters", {}).update(weight=1),
    "unknown wire": lambda p: p["parts"][0]["wires"].update(middle="GND"),
    "negative clock": lambda p: p["chip"].update(clockHz=-1),
    "pin without number": lambda p: p["pins"][0].pop("number"),
    "place of three": lambda p: p["parts"][0].update(at=[1, 2, 3]),
    "picture outside": lambda p: p["picture"].update(file="../x.svg"),
}.items():
    spoiled = json.loads(json.dumps(good))
    spoil(spoiled)
    if not problems(spoiled):
        print(f"the schema accepts a profile with: {description}")
        failed = True

sys.exit(1 if failed else 0)
