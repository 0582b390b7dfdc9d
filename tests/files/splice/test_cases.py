"""What an edit looks like: `cases/*.before.yaml` is spliced to say what `*.after.yaml` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.files.read.reader import parse
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.plan import same
from sdgassess.files.splice.splice import (
    Unspliceable,
    encoded,
    splice,
    spliced,
)

CASES = Path(__file__).with_name("cases")
NAMES = sorted(path.name.removesuffix(".before.yaml") for path in CASES.glob("*.before.yaml"))


def read(raw: bytes) -> SourceFile:
    document, problems = parse(raw, "x.yaml")
    assert document is not None, problems
    return document


@pytest.mark.parametrize("name", NAMES)
def test_the_text_says_the_new_thing_and_keeps_the_rest(name: str) -> None:
    before = read((CASES / f"{name}.before.yaml").read_bytes())
    after = read((CASES / f"{name}.after.yaml").read_bytes())
    assert encoded(before, splice(before, after.data)).decode() == after.text


@pytest.mark.parametrize("name", NAMES)
def test_an_unchanged_tree_gives_the_identical_text(name: str) -> None:
    before = read((CASES / f"{name}.before.yaml").read_bytes())
    again = read((CASES / f"{name}.before.yaml").read_bytes())
    assert splice(before, again.data) == before.text
    assert spliced(before, again.data) is before


def test_a_byte_order_mark_stays() -> None:
    document = read(b"\xef\xbb\xbfformat: x\nlevel: 1\n")
    assert encoded(document, splice(document, {"format": "x", "level": 2})) == (
        b"\xef\xbb\xbfformat: x\nlevel: 2\n"
    )


def test_true_is_not_one() -> None:
    document = read(b"format: x\nunsure: 1\n")
    assert splice(document, {"format": "x", "unsure": True}) == "format: x\nunsure: true\n"
    assert not same({"a": [1]}, {"a": [True]})


def test_what_cannot_be_said_is_refused_before_anything_is_written() -> None:
    document = read(b"format: x\n")
    with pytest.raises(Unspliceable) as refused:
        splice(document, {"format": "x", "comment": "x" * 200_000})
    assert [problem.code for problem in refused.value.problems] == ["P019"]
    with pytest.raises(Unspliceable):
        splice(document, {"format": "x", "level": 10**30})
