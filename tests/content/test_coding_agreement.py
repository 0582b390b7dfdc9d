"""The page shows what the three codings give, and the figures are computed as they should be."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
import yaml

from tests.content.coding_agreement import (
    BEFORE_THE_THIRD,
    FIRST,
    PARAPHRASED,
    REFERENCES,
    SECOND,
    SEEN_BEFORE_CODING,
    THIRD,
    Agreement,
    Cell,
    Code,
    agreement,
    cells_the_guidance_names,
    decimals,
    points_before_the_third,
    profiles_named_in,
    read_coding,
    share,
    shipped_points,
    table,
    third_table,
    weighted_kappa,
    written,
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


def test_the_page_shows_exactly_the_figures_of_the_third_coding() -> None:
    shown = third_table(read_coding(THIRD), points_before_the_third())
    assert f"\n\n{shown}\n\n" in PAGE.read_text("utf-8")


def test_the_page_lists_every_cell_in_which_the_third_coding_differs() -> None:
    third, shipped = read_coding(THIRD), points_before_the_third()
    differing = {cell for cell in {*third, *shipped} if third.get(cell) != shipped.get(cell)}
    assert {cell: (coded, then) for cell, (coded, then, _) in _differences().items()} == {
        cell: (_written(third.get(cell)), _written(shipped.get(cell))) for cell in differing
    }


def test_a_point_was_changed_exactly_where_the_third_coding_is_right() -> None:
    verdicts = {cell: verdict for cell, (_, _, verdict) in _differences().items()}
    assert set(verdicts.values()) == {"Third", "Shipped"}
    changed = {cell for cell, verdict in verdicts.items() if verdict == "Third"}
    assert changed == set(BEFORE_THE_THIRD)
    third, shipped = read_coding(THIRD), shipped_points()
    assert all(shipped[cell] == third[cell] for cell in changed)


def test_the_cells_that_help_a_coder_are_as_many_as_the_page_says() -> None:
    assert len(SEEN_BEFORE_CODING) == 18
    assert set(read_coding(SECOND)) >= SEEN_BEFORE_CODING
    assert len(cells_the_guidance_names()) == 46


def test_guidance_names_the_libraries_or_the_rest_of_aarhus() -> None:
    assert profiles_named_in("In Aarhus Libraries (2021) that is 2.") == {"aarhus-libraries"}
    assert profiles_named_in("Växjö, or Aarhus (slides)") == {"vaxjo", "aarhus-coordination"}
    assert profiles_named_in("Ask them.") == frozenset()


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


def _written(code: Code | None) -> str:
    return written(code) if code else "–"


def _differences() -> dict[Cell, tuple[str, str, str]]:
    """By cell: the third coding, what shipped then, and the first word of the verdict."""
    names = {
        yaml.safe_load(path.read_text("utf-8"))["name"]["en"]: path.stem
        for path in REFERENCES.glob("*.yaml")
    }
    section = PAGE.read_text("utf-8").partition("\n| Profile | Question | Third |")[2]
    line = r"^\| ([^|]+) \| ([A-Z]+[0-9]) \| ([^|]+) \| ([^|]+) \| (\w+)\. "
    rows = re.findall(line, section.partition("\n\n")[0], re.MULTILINE)
    return {
        (names[name], question): (third, then, verdict)
        for name, question, third, then, verdict in rows
    }
