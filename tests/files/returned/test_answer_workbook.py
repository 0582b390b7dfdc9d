"""Answers typed into a workbook: a half with a comma, several of a list."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction

import pytest

from sdgassess.files.returned.answer_workbook import answer_workbook
from sdgassess.model.arrival import Arrival
from sdgassess.model.question import Option, QuestionKind, Text
from tests.given.questionnaires import nordic, with_changed
from tests.given.returned import book

TWO = tuple(Option(Fraction(1, 2), Text({"en": f"thing {name}"}), name) for name in ("a", "b"))
HALVES = tuple(Option(Fraction(n, 2), Text({"en": f"step {n}"})) for n in range(4))


def arrived(word: str, kind: QuestionKind, options: tuple[Option, ...]) -> Arrival:
    question = nordic().questions["LED1"]._replace(kind=kind, options=options)
    raw = book("l1", {"LED1": word})
    return answer_workbook(raw, "l1.xlsx", with_changed(nordic(), question))


def saved_on(raw: bytes, day: bytes) -> bytes:
    """A workbook that says that it was saved on some day."""
    anew = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as parts, zipfile.ZipFile(anew, "w") as archive:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[0-9-]{10}", rb"\g<1>" + day, content)
            archive.writestr(name, content)
    return anew.getvalue()


@pytest.mark.parametrize(
    ("word", "chosen"),
    [
        ("a", ("a",)),
        ("B, a", ("b", "a")),
        ("a; b;a", ("a", "b")),
        ("0", ()),
        ("a, z", None),
        ("a, 0", None),
    ],
)
def test_of_several_each_counts_once_and_one_that_is_none_leaves_all_out(
    word: str, chosen: tuple[str, ...] | None
) -> None:
    arrival = arrived(word, QuestionKind.SEVERAL, TWO)
    assert arrival.answers is not None
    if chosen is None:
        assert arrival.answers.answers == {}
        assert [doubt.problem.code for doubt in arrival.doubts] == ["P713"]
    else:
        assert arrival.answers.answers["LED1"].options == chosen
        assert arrival.doubts == ()


@pytest.mark.parametrize("word", ["0.5", "0,5", "0,5 – step 1"])
def test_a_half_may_be_written_as_people_here_write_it(word: str) -> None:
    arrival = arrived(word, nordic().questions["LED1"].kind, HALVES)
    assert arrival.answers is not None
    assert arrival.answers.answers["LED1"].level == Fraction(1, 2)


def test_saving_a_workbook_again_says_nothing_new() -> None:
    raws = (book("l1", {"LED1": 2}), book("l1", {"LED1": 2}), book("l1", {"LED1": 3}))
    days = (b"2026-03-02", b"2026-03-09", b"2026-03-09")
    arrivals = [
        answer_workbook(saved_on(raw, day), "l1.xlsx", nordic())
        for raw, day in zip(raws, days, strict=True)
    ]
    moments = [arrival.answers.saved[:10] for arrival in arrivals if arrival.answers]
    assert moments == [day.decode() for day in days]
    first, again, other = (arrival.sha256 for arrival in arrivals)
    assert first == again != other
