"""Things in a row: what is left out is counted in words, and never where its name is as short."""

from __future__ import annotations

import pytest

from sdgassess.language import Words
from sdgassess.phrases.rows import in_a_row, some


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
    ("items", "row"),
    [
        ([], ""),
        (["Budget", "Continuity"], "Budget, Continuity"),
        (["Local, concrete and in focus", "Budget"], "Local, concrete and in focus; Budget"),
        (["POL 1,5", "LED 2"], "POL 1,5, LED 2"),  # a figure of a language with commas
        (["“Who, and when?”", "“Why?”"], "“Who, and when?”, “Why?”"),
        (["»Hvem, og hvornår?«", "»Hvorfor?«"], "»Hvem, og hvornår?«, »Hvorfor?«"),
        (["”Vem, och när?”", "”Varför?”"], "”Vem, och när?”, ”Varför?”"),
        (["POL (POL2, POL3)", "BUD (BUD1)"], "POL (POL2, POL3), BUD (BUD1)"),
        (["Budget, money (and time)", "Learning"], "Budget, money (and time); Learning"),
        (["Roles, and who “leads”", "Learning"], "Roles, and who “leads”; Learning"),
    ],
)
def test_names_that_hold_commas_are_parted_by_semicolons(items: list[str], row: str) -> None:
    assert in_a_row(items) == row


def test_so_are_those_of_a_row_that_is_cut() -> None:
    names = ["Local, concrete", "Learning", "Budget", "Management"]
    assert some(names, 2, Words("en")) == "Local, concrete; Learning and 2 more"
