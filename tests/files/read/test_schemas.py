"""The published schemas: two validators agree, and the slow one is not paid for nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.files.read.formats import FileKind
from sdgassess.files.read.reader import read_source
from sdgassess.files.read.schema import schema_of, schema_text
from sdgassess.phrases.problems.reading import EXPECTED

HERE = Path(__file__).parent
FILES = [*sorted((HERE / "cases").glob("*.yaml")), HERE / "questionnaires" / "village-1.1.yaml"]
TREES = [document.data for document, _ in map(read_source, FILES) if document is not None]
FAST = {kind: jsonschema_rs.Draft202012Validator(schema_of(kind)) for kind in FileKind}
SLOW = {kind: jsonschema.Draft202012Validator(schema_of(kind)) for kind in FileKind}


def by_kind(kind: FileKind) -> list[Any]:
    return [tree for tree in TREES if tree.get("format") == kind.format_line]


def agree(tree: Any, kind: FileKind) -> bool:
    return bool(FAST[kind].is_valid(tree) == SLOW[kind].is_valid(tree))


@pytest.mark.parametrize("kind", FileKind)
def test_schemas_are_schemas(kind: FileKind) -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of(kind))
    assert json.loads(schema_text(kind))["properties"]["format"] == {"const": kind.format_line}


@pytest.mark.parametrize("kind", FileKind)
def test_validators_agree_on_every_case(kind: FileKind) -> None:
    assert by_kind(kind)
    verdicts = {FAST[kind].is_valid(tree) for tree in by_kind(kind)}
    assert verdicts == {True, False}
    assert all(agree(tree, kind) for tree in TREES)


def places(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in a tree."""
    found = [path] if path else []
    if isinstance(tree, dict | list):
        for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
            found += places(value, (*path, key))
    return found


ODD_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 9),
    st.integers(-(10**17), 10**17),
    st.sampled_from(
        [
            "",
            "3",
            "0.5",
            "3.0\n",
            "2026-03-12\n",
            "2026-03-12",
            "unknown\n",
            "unknown",
            "POL1\n",
            "1.0",
            "1.0\n",
            "001:3",
            "001:3\n",
            "2/3",
            "2/3\n",
            "DK\n",
            "DK",
            "٣",
            "２０２６-03-12",
        ]
    ),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.sampled_from(["level", "of", "da", "id", "x\n"]), st.text(max_size=3)),
)


@pytest.mark.parametrize("kind", FileKind)
@settings(max_examples=150, deadline=None)
@given(mutation=st.data())
def test_validators_agree_on_mutations(kind: FileKind, mutation: st.DataObject) -> None:
    trees = by_kind(kind)
    tree = json.loads(json.dumps(trees[mutation.draw(st.integers(0, len(trees) - 1))]))
    for _ in range(mutation.draw(st.integers(1, 3))):
        # A place by its number: a strategy of many places costs more than the validators do.
        every = places(tree)
        *way, last = every[mutation.draw(st.integers(0, len(every) - 1))]
        here = tree
        for step in way:
            here = here[step]
        change = mutation.draw(st.sampled_from(["replace", "remove", "add"]))
        if change == "remove" and len(here) > 1:
            del here[last]
        elif change == "add" and isinstance(here, dict):
            here[mutation.draw(st.text(max_size=4))] = mutation.draw(ODD_VALUES)
        else:
            here[last] = mutation.draw(ODD_VALUES)
    assert agree(tree, kind)


def test_editors_may_write_decimals_as_numbers() -> None:
    tree = next(t for t in by_kind(FileKind.PROFILE) if FAST[FileKind.PROFILE].is_valid(t))
    tree = json.loads(json.dumps(tree))
    tree["answers"] = {"TOLL1": {"level": 0.5}}
    assert FAST[FileKind.PROFILE].is_valid(tree)
    assert SLOW[FileKind.PROFILE].is_valid(tree)


def test_objects_are_closed() -> None:
    """Nowhere may an unknown key slip through: every object is closed or a map of one kind."""
    for kind in FileKind:
        waiting: list[Any] = [schema_of(kind)]
        while waiting:
            here = waiting.pop()
            if isinstance(here, dict):
                if here.get("type") == "object" and set(here) & {"properties", "description"}:
                    closed = here.get("additionalProperties")
                    assert closed is False or isinstance(closed, dict), here
                waiting.extend(here.values())
            elif isinstance(here, list):
                waiting.extend(here)


@pytest.mark.parametrize(
    ("case", "explained"), [("fine-everything", False), ("rule-country", True)]
)
def test_the_slow_validator_is_imported_only_to_explain(case: str, explained: bool) -> None:
    code = (
        "import sys; from pathlib import Path; from sdgassess.files.load import check_path\n"
        "check_path(Path(sys.argv[1]), Path(sys.argv[2]))\n"
        "heavy = {'jsonschema', 'rich', 'typer', 'difflib', 'unicodedata'} & set(sys.modules)\n"
        "print(*sorted(heavy))"
    )
    arguments = [str(HERE / "cases" / f"{case}.yaml"), str(FILES[-1])]
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert ("jsonschema" in run.stdout.split()) == explained
    assert "rich" not in run.stdout
    assert explained or not set(run.stdout.split()) & {"jsonschema", "difflib", "rich", "typer"}


@pytest.mark.parametrize("kind", [*FileKind, "answers"])
def test_what_a_schema_wants_has_words(kind: str) -> None:
    """A message never falls back on the name that a schema has for something."""
    waiting: list[Any] = [schema_of(kind)]
    names = set()
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            names |= {here["$comment"]} if isinstance(here.get("$comment"), str) else set()
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)
    assert names <= EXPECTED.keys()
