"""The page shows what the two codings give, and the figures are computed as they should be."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.content.coding_agreement import (
    FIRST,
    PARAPHRASED,
    SECOND,
    Agreement,
    Code,
    agreement,
    decimals,
    read_coding,
    share,
    table,
    weighted_kappa,
)
from tests.given.places import ROOT

PAGE = ROOT / "docs" / "reference-coding.md"
HANDED_IN = ROOT.parent / "shared" / "domain" / "reference_coding_2.json"


def test_the_page_shows_exactly_these_figures() -> None:
    assert f"\n\n{table(read_coding(FIRST), read_coding(SECOND))}\n\n" in PAGE.read_text("utf-8")


def test_the_page_names_the_paraphrased_anchors() -> None:
    page = PAGE.read_text("utf-8")
    for _, question in PARAPHRASED:
        assert question in page.partition("The anchors that paraphrase")[2].partition(".")[0]


def test_the_second_coding_is_what_was_handed_in() -> None:
    if not HANDED_IN.is_file():
        pytest.skip("the second coding does not lie beside this checkout")
    assert read_coding(SECOND) == read_coding(HANDED_IN)


def test_the_whole() -> None:
    found = agreement(read_coding(FIRST), read_coding(SECOND))
    assert (found.first, found.second, found.both, found.equal) == (75, 117, 73, 68)
    assert (found.only_first, found.only_second, found.either) == (2, 44, 119)


def test_kappa_by_hand() -> None:
    # Found: one pair one apart. By chance: of 16 pairs of margins, distances sum to 8.
    assert weighted_kappa([(1, 1), (1, 1), (2, 2), (2, 1)]) == 1 - Fraction(1 * 4, 8)


def test_kappa_of_full_agreement_is_one_and_of_one_level_is_none() -> None:
    assert weighted_kappa([(1, 1), (3, 3)]) == 1
    assert weighted_kappa([(2, 2), (2, 2)]) is None
    assert weighted_kappa([]) is None


def test_distant_levels_weigh_more() -> None:
    near = weighted_kappa([(1, 1), (2, 2), (3, 3), (1, 2)])
    far = weighted_kappa([(1, 1), (2, 2), (3, 3), (1, 4)])
    assert near is not None
    assert far is not None
    assert far < near < 1


def test_cells_that_one_coder_left_out_are_counted_and_not_compared() -> None:
    code = Code(2, 4, "A")
    first, second = {("a", "POL1"): code}, {("a", "POL1"): code, ("b", "POL1"): code}
    assert agreement(first, second) == Agreement(1, 2, 1, 1, None)


def test_figures_are_rounded_half_up() -> None:
    assert share(1, 8) == "1 of 8 (13 %)"
    assert share(0, 0) == "–"
    assert decimals(Fraction(125, 1000)) == "0.13"
    assert decimals(Fraction(-1, 2)) == "−0.50"
    assert decimals(None) == "–"
