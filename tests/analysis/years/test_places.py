"""Which profiles are of one place, however it was written, renamed or merged."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from sdgassess.analysis.years.places import (
    follows,
    predecessors_at_once,
    related,
    same_place,
    stranger,
)
from sdgassess.model.profile import Municipality
from tests.given.profiles import profile

AARHUS = Municipality("Aarhus", "DK")


@pytest.mark.parametrize(
    "name",
    [
        "aarhus",
        "AARHUS",
        "Aarhus kommune",
        "Aarhus Kommune",
        " Aarhus\N{NO-BREAK SPACE}kommun ",
        "Kommune Aarhus",
    ],
)
def test_case_spaces_and_the_word_kommune_make_no_difference(name: str) -> None:
    assert same_place(AARHUS, Municipality(name, "DK"))
    assert same_place(Municipality(name), AARHUS), "also where no country stands"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (unicodedata.normalize("NFD", "Växjö"), "VÄXJÖ kommun"),
        ("Københavns Kommune", "København"),
        ("Randers Kommune", "Randers"),
        ("Växjö\N{NARROW NO-BREAK SPACE}kommun", "Växjö"),
    ],
)
def test_names_are_one_however_their_letters_are_composed(first: str, second: str) -> None:
    assert same_place(Municipality(first), Municipality(second))


@pytest.mark.parametrize("other", ["Århus", "Aarhus Amt", "Kommune", "Aarhu", "Kommunen"])
def test_other_names_are_other_places(other: str) -> None:
    assert not related(AARHUS, Municipality(other, "DK"))


def test_a_code_decides_where_both_have_one() -> None:
    named = Municipality("Aarhus", "DK", code="0751")
    assert same_place(named, Municipality("Århus", "DK", code="751")), "a zero that was taken away"
    assert not same_place(named, Municipality("Aarhus", "DK", code="0745"))
    assert not same_place(named, Municipality("Aarhus", "SE", code="0751"))
    assert same_place(named, AARHUS), "one has none: the name decides"
    assert not same_place(AARHUS, Municipality("Aarhus", "SE"))


def test_what_a_place_was_before_its_own_profile_says() -> None:
    now = Municipality("Skanderborg", "DK", code="0746", formerly=("Galten", "0745"))
    assert follows(now, Municipality("Galten Kommune", "DK"))
    assert follows(now, Municipality("Whatever", "DK", code="0745"))
    assert not follows(now, Municipality("Whatever", "SE", code="0745"))
    assert not follows(now, Municipality("Ry", "DK"))
    assert related(Municipality("Galten"), now)
    assert not follows(Municipality("Galten"), now)


def test_renamed_twice_is_one_place_still() -> None:
    places = [
        Municipality("A"),
        Municipality("C", formerly=("B",)),
        Municipality("B", formerly=("A",)),
    ]
    assert stranger(places) is None
    assert stranger([*places, Municipality("D")]) == 3


def test_two_predecessors_in_one_year_are_found() -> None:
    merged = Municipality("New", formerly=("Left", "Right"))
    profiles = [
        profile({})._replace(municipality=place, date=dt.date(year, 3, 1))
        for place, year in (
            (Municipality("Left"), 2005),
            (Municipality("Right"), 2006),
            (merged, 2008),
        )
    ]
    assert predecessors_at_once(profiles) is None, "renamed twice, as far as anybody can tell"
    earlier = profiles[1]._replace(date=dt.date(2005, 9, 1))
    assert predecessors_at_once([profiles[0], earlier, profiles[2]]) == (0, 1)
