"""Things in a row: what is left out is counted in words, and never where its name is as short."""

from __future__ import annotations

import pytest

from sdgassess.language import Words
from sdgassess.phrases.rows import in_row, some


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        (["POL1", "POL2"], "POL1, POL2"),
        (["POL1", "POL2", "POL3"], "POL1, POL2, POL3"),
        (["POL1", "POL2", "a question in many words"], "POL1, POL2 and 1 more"),
        (["POL1", "POL2", "POL3", "POL4"], "POL1, POL2 and 2 more"),
    ],
)
def test_what_is_left_out_is_counted_in_words(items: list[str], sentence: str) -> None:
    assert some(items, 2, Words("en")) == sentence


@pytest.mark.parametrize(("language", "end"), [("da", " og 5 mere"), ("sv", " och 5 till")])
def test_it_is_counted_in_the_language_of_the_page(language: str, end: str) -> None:
    assert some(["POL1"] * 7, 2, Words(language)).endswith(end)


@pytest.mark.parametrize(
    ("names", "row"),
    [
        (["Budget", "Learning"], "Budget, Learning"),
        (["Local, concrete", "Learning"], "Local, concrete; Learning"),
        (["Budget", "Learning", "Local, concrete"], "Budget; Learning; Local, concrete"),
        (["»Has it, then?«", "»And why?«"], "»Has it, then?«, »And why?«"),
        (["“Has it, then?”", "”Och varför, då?”"], "“Has it, then?”, ”Och varför, då?”"),
        (["BUD5 (ask: A, B)", "LRN2"], "BUD5 (ask: A, B), LRN2"),
        (["Local, concrete"], "Local, concrete"),
    ],
)
def test_a_name_with_a_comma_is_never_read_as_two(names: list[str], row: str) -> None:
    assert in_row(names) == row


def test_so_is_a_row_that_is_cut() -> None:
    names = ["Local, concrete", "Learning", "Budget", "Management"]
    assert some(names, 2, Words("en")) == "Local, concrete; Learning and 2 more"
