"""Entries moved with their own lines, in texts that somebody wrote by hand."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdgassess.files.read.reader import parse
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.plan import same
from sdgassess.files.splice.relocate import Relocation, relocated, relocated_tree
from sdgassess.files.splice.remarks import remarks_of, with_remarks_of
from sdgassess.files.splice.splice import Unspliceable, spliced
from tests.given.handwriting import by_hand, changed


def read(text: str) -> SourceFile:
    document, problems = parse(text.encode(), "x.yaml")
    assert document is not None, problems
    return document


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_what_was_moved_reads_as_moved_and_keeps_its_remarks(seed: int) -> None:
    random = Random(seed)
    document, hand = by_hand(random)
    sections = [key for key, value in document.data.items() if isinstance(value, dict) and value]
    moves = [
        Relocation(section, key, random.choice([section, "unmapped", "style"]), f"{key}x")
        for section in sections
        for key in random.sample(list(document.data[section]), 1)
        if isinstance(key, str)
    ]
    after, done = relocated(document, moves)
    assert same(read(after.text).data, relocated_tree(document.data, done))
    for remark in hand.remarks:
        assert (remark in after.text) == (remark in document.text)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2**32))
def test_every_remark_is_found_and_kept_whatever_goes(seed: int) -> None:
    random = Random(seed)
    document, hand = by_hand(random)
    there = [
        remark
        for remark in hand.remarks
        if re.search(rf"{re.escape(remark)}[ \t]*(?:[\r\n]|\Z)", document.text)
        # Deep below a block of text it is part of that.
        and repr(remark)[1:-1] not in str(document.data)
    ]
    assert set(remarks_of(document)) >= {remark.rstrip() for remark in there}
    try:
        after = spliced(document, changed(random, document.data))
    except Unspliceable:
        return
    kept = with_remarks_of(document, after)
    assert same(kept.data, after.data)
    assert set(remarks_of(kept)) >= set(remarks_of(document)) or kept is after


def test_an_entry_goes_with_its_remarks() -> None:
    document = read(
        "a:\n  # all of them\n  p: 1\n\n  # of q\n  q:\n    r: 2  # two\n    # last\n"
        "  s: 3\n# end\n"
    )
    after, done = relocated(document, [Relocation("a", "q", "b", "z")])
    assert len(done) == 1
    assert after.text == (
        "a:\n  # all of them\n  p: 1\n\n  s: 3\n# end\n"
        "b:\n  # of q\n  z:\n    r: 2  # two\n    # last\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "a: {q: 1}\n",
        "a:\n  q: 1\nb: {}\n",
        "a:\n  q: 1\nb:\n  z: 2\n",
        "a:  # why\n  q: 1\n",
        "a:\n  p: 1\n",
        "a: 3\n",
        "a:\n  q: 1\nb: c\n",
        "a:\n  q: 1\nb:\n",
    ],
)
def test_what_cannot_be_moved_so_is_left_as_it_was(text: str) -> None:
    document = read(text)
    after, done = relocated(document, [Relocation("a", "q", "b", "z")])
    assert (after.text, done) == (text, ())


@pytest.mark.parametrize("quote", ["", "'", '"'])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(("to", "head"), [("a", "a:"), ("b", "b:")])
def test_a_quoted_key_keeps_its_quotes_and_remarks(
    quote: str, end: str, to: str, head: str
) -> None:
    entry = "  # of q|  'q':  # why|    r: 2   # two|"
    document = read(f"a:|{entry}".replace("'", quote).replace("|", end))
    after, done = relocated(document, [Relocation("a", "q", to, "z")])
    assert len(done) == 1
    wanted = f"{head}|{entry}".replace("'q'", "'z'")
    assert after.text == wanted.replace("'", quote).replace("|", end)


def test_remarks_right_above_the_first_entry_go_with_it_and_with_no_other() -> None:
    document = read("a:\n  # all of them\n\n# left\n  # of p\n  p: 1\n  q: 2\n  r: 3\n")
    after, done = relocated(
        document, [Relocation("a", "p", "b", "p"), Relocation("a", "q", "b", "q")]
    )
    assert len(done) == 2
    assert after.text == ("a:\n  # all of them\n\n  r: 3\nb:\n# left\n  # of p\n  p: 1\n  q: 2\n")


def test_the_last_remark_of_a_map_stays_with_what_stood_there() -> None:
    document = read("a:\n    # of p\n# left\n    p: 1\n    q: 2\nb:\n  z: 3\n  # of z\n")
    after, done = relocated(
        document, [Relocation("a", "p", "b", "p"), Relocation("a", "q", "b", "q")]
    )
    assert len(done) == 2
    assert after.text == ("b:\n  z: 3\n  # of z\n\n  # of p\n# left\n  p: 1\n  q: 2\n")
