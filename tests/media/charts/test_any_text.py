"""Charts of any rows: whatever a file says is words, in its place, and nothing else."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.document.blocks import Chart
from sdgassess.document.charts.distribution import StateCount, distribution
from sdgassess.document.charts.heat_map import ColumnHeads, HeatRow, heat_map
from sdgassess.document.charts.ladder import LadderRow, Pick, QuestionLevel, ladder
from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.document.charts.small_multiples import Series, small_multiples
from sdgassess.document.charts.style_axis import Condition, StyleItem, Zone, style_axis
from sdgassess.document.charts.voices import VoiceMark, VoiceRow, voices
from sdgassess.document.palette import shade_of
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.charts.lettering import fold, measure
from sdgassess.text import one_line
from sdgassess.trend import Trend
from tests.given.specimen import NASTY
from tests.media.charts.examples import OURS
from tests.media.charts.picture_words import SVG, lines, tree

EN = Words("en")
levels = st.integers(0, 4).map(Fraction)
maybe = st.none() | levels
texts = st.text(max_size=60) | st.sampled_from(NASTY)
questions = st.lists(st.builds(QuestionLevel, levels, maybe), max_size=12).map(tuple)
picks = st.lists(st.builds(Pick, texts, maybe, levels), max_size=3).map(tuple)


@st.composite
def ladder_rows(pick: st.DrawFn) -> LadderRow:
    low, high = sorted((pick(levels), pick(levels)))
    return LadderRow(
        pick(texts),
        pick(maybe),
        pick(texts),
        answered=pick(maybe),
        backed=pick(maybe),
        before_gate=pick(maybe),
        interval=pick(st.sampled_from([None, (low, high)])),
        questions=pick(questions),
        unanswered=pick(st.integers(0, 60)),
        picks=pick(picks),
    )


def whole(chart: Chart) -> None:
    """It is well-formed, and only words: no text of a file became an element."""
    drawing = draw(chart, EN)
    inside = {element.tag.removeprefix(SVG) for element in tree(drawing).iter()}
    assert inside <= {"svg", "rect", "line", "circle", "polygon", "text"}
    for one, other in combinations(lines(drawing), 2):
        assert not one.overlaps(other), (one, other)
    for said in lines(drawing):
        assert said.left >= -0.5, said
        assert said.right <= drawing.width + 0.5, said


@settings(deadline=None, max_examples=40)
@given(st.lists(ladder_rows(), min_size=1, max_size=6))
def test_a_ladder_of_any_rows_is_whole(rows: list[LadderRow]) -> None:
    whole(ladder(rows, OURS, EN))


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.builds(
            VoiceRow,
            texts,
            st.lists(st.builds(VoiceMark, maybe, texts), max_size=9).map(tuple),
            maybe,
            st.booleans(),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_voices_of_any_rows_are_whole(rows: list[VoiceRow]) -> None:
    whole(voices(rows, OURS, EN))


@settings(deadline=None, max_examples=25)
@given(
    st.integers(1, 12).flatmap(
        lambda n: st.tuples(
            st.tuples(*[texts] * n),
            st.lists(
                st.builds(
                    HeatRow,
                    texts,
                    st.tuples(*[maybe] * n),
                    st.none() | st.sampled_from(Trend),
                ),
                min_size=1,
                max_size=5,
            ),
        )
    ),
    texts,
)
def test_years_of_any_rows_are_whole(
    years_and_rows: tuple[tuple[str, ...], list[HeatRow]], change: str
) -> None:
    years, rows = years_and_rows
    whole(heat_map(rows, ColumnHeads(years, change), OURS, EN))
    named = [str(2000 + i) for i in range(len(years))]
    whole(small_multiples([Series(r.title, r.levels) for r in rows], named, OURS, EN))


@settings(deadline=None, max_examples=40)
@given(st.lists(texts, min_size=6, max_size=6), st.none() | st.integers(-2, 2))
def test_an_axis_and_a_distribution_of_any_words_are_whole(
    said: list[str], position: int | None
) -> None:
    a, b, c, d, e, f = said
    axis = style_axis(
        a,
        (Zone(b, ours=True, references=(c, d)), Zone(d), Zone(e, aside=True)),
        (StyleItem(f, a, b, position, c),),
        (Condition(a, Fraction(1)), Condition(b, None, c)),
        EN,
    )
    whole(axis)
    whole(distribution((), tuple(StateCount(text, len(text)) for text in said), EN))


@pytest.mark.parametrize("text", NASTY)
def test_text_that_looks_like_markup_comes_out_as_it_is(text: str) -> None:
    chart = distribution((), (StateCount(text, 1),), EN)
    joined = " ".join(said.text for said in lines(draw(chart, EN)))
    assert one_line(text).replace(" ", "") in joined.replace("- ", "").replace(" ", "")
    assert one_line(text) in chart.alt


def test_what_cannot_stand_in_xml_becomes_visible() -> None:
    chart = distribution((), (StateCount("a\x00b\ufffec\ud800d\x1b", 1),), EN)
    assert lines(draw(chart, EN))[0].text == "a\\x00b\\ufffec\\ud800d\\x1b"
    draw(chart, EN).svg.encode("utf-8")


@settings(deadline=None)
@given(st.text(max_size=80).map(one_line), st.floats(30, 400), st.booleans())
def test_folding_loses_nothing_and_keeps_to_its_width(text: str, room: float, bold: bool) -> None:
    folded = fold(text, room, 9, bold=bold)
    assert all(measure(line, 9, bold=bold) <= room for line in folded)
    assert "".join(folded).replace(" ", "").replace("-", "") == text.replace(" ", "").replace(
        "-", ""
    )


def test_a_word_is_broken_before_a_consonant_and_a_vowel() -> None:
    assert fold("Verdensmålskoordineringsgruppe", 75, 9) == (
        "Verdensmålskoor-",
        "dineringsgruppe",
    )


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.fractions(-10, 100), min_size=1, max_size=12, unique=True).map(sorted),
    st.fractions(-20, 200),
)
def test_a_level_stands_on_its_scale_and_higher_is_never_lighter(
    values: list[Fraction], level: Fraction
) -> None:
    scale = Scale(tuple(Rung(value) for value in values))
    assert 0 <= scale.share(level) <= 1
    shades = [shade_of(scale.share(each)) for each in (level, level + 1, values[0], values[-1])]
    assert 0 <= shades[0] <= shades[1] <= 5
    assert shades[2] == 0
    assert shades[3] == (5 if len(values) > 1 else 0)


def test_a_line_that_just_fits_is_not_folded() -> None:
    assert fold("to ord", measure("to ord", 10), 10) == ("to ord",)
