"""Results of other people's models: named ranges, every answer in the figure, clear signs."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.document.blocks import Bullets, Figure, Heading, Look
from sdgassess.document.charts.distribution import Distribution
from sdgassess.document.runs import text_of
from sdgassess.language import LANGUAGES, Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.markdown import report_markdown
from sdgassess.model.node import Band, Node
from sdgassess.model.profile import Answer, Profile, QuestionnaireRef, State
from sdgassess.model.worth import with_worth
from sdgassess.numbers import between, written_interval
from sdgassess.report.gaps.report import gap_report_document
from sdgassess.scoring.score import score
from sdgassess.text import number
from tests.given.gap_reports import edition
from tests.given.profiles import profile
from tests.given.questionnaires import foreign_model
from tests.given.screens import score_page
from tests.given.trees import MEAN, SUM, in_english, part, tree

EN = Words("en")
BANDS = (
    Band("poor", 0, in_english("Poor"), in_english("Much is missing.")),
    Band("fair", 1, in_english("Fair")),
    Band("good", 2, in_english("Good"), in_english("Little is missing.")),
)
NAMED = MEAN._replace(id="n", bands=BANDS)
LONG = tree(*(part(f"P{i}", [part(f"P{i}{j}", 1) for j in range(20)]) for i in range(3)))


def scorecard(**changes: Answer) -> Profile:
    """A profile of the scorecard, with several answers chosen."""
    rules = foreign_model("scorecard")
    answers = {
        "A1": Answer(options=("c",)),
        "A2": Answer(options=("a", "c")),
        "A3": Answer(Fraction(2, 3)),
        "B1": Answer(Fraction(-1)),
        "B2": Answer(Fraction(3)),
    }
    ref = QuestionnaireRef("scorecard", "1.0")
    return with_worth(profile(ref=ref)._replace(answers=answers | changes), rules)


@pytest.mark.parametrize(
    ("nodes", "sentences"),
    [
        ((part("A", 2, NAMED),), ["“Good”: Part A 2. Little is missing."]),
        (
            (part("A", 1, NAMED), part("B", 1, NAMED), part("C", 1, SUM)),
            ["“Good”: Part A 2, Part B 2. Little is missing."],
        ),
        (  # only the highest tier that has ranges is named
            (part("T", [part("A", 1, NAMED)], NAMED),),
            ["“Good”: Part T 2. Little is missing."],
        ),
        ((part("A", 1),), []),
    ],
)
def test_the_first_page_and_the_screen_name_the_range_with_its_words(
    nodes: tuple[Node, ...], sentences: list[str]
) -> None:
    rules = tree(*nodes)
    given_edition = edition(rules.rules, rules.answered(2))
    blocks = gap_report_document(given_edition, Look()).blocks
    second = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2][1]
    first_page = [
        text_of(runs) for b in blocks[:second] if isinstance(b, Bullets) for runs in b.items
    ]
    assert [line for line in first_page if line.startswith("“")] == sentences
    screen = " ".join(score_page(given_edition.score, EN, 80).split())
    assert all(sentence in screen for sentence in sentences)


@given(st.data())
def test_every_answer_stands_in_the_figure_of_answers(data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from("abc")))
    thirds = data.draw(st.sampled_from(["0", "1/3", "2/3", "1"]))
    unknown = data.draw(st.booleans())
    answers = scorecard(
        A2=Answer(options=tuple(sorted(chosen))),
        A3=Answer(state=State.UNKNOWN) if unknown else Answer(Fraction(thirds)),
    )
    found = edition(foreign_model("scorecard"), answers)
    (chart,) = [
        block.chart
        for block in gap_report_document(found, Look()).blocks
        if isinstance(block, Figure) and isinstance(block.chart, Distribution)
    ]
    bars = {count.rung.value: count.questions for count in chart.levels if count.questions}
    levels = [r.answered for r in found.score.questions.values() if r.answered is not None]
    assert bars == {level: levels.count(level) for level in levels}
    without_level = sum(count.questions for count in chart.states)
    assert sum(bars.values()) + without_level == 5


def test_figures_over_several_pages_say_what_they_continue() -> None:
    document = gap_report_document(edition(LONG.rules, LONG.answered(1)), Look())
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    captions = [text_of(figure.caption) for figure in figures]
    continued = [line for line in captions if ", continued: figure " in line]
    assert [line[-7:] for line in continued] == [
        f"{n} of {len(continued) + 1}." for n in range(2, len(continued) + 2)
    ]
    assert len(continued) > 1
    for figure, line in zip(figures, captions, strict=True):
        assert draw(figure.chart, EN).height < 680
        if line in continued:
            assert line.startswith(figure.chart.title)
            assert figure.chart.alt.startswith(line)


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.fractions(-9, 9, max_denominator=4), st.fractions(-9, 9, max_denominator=4))
def test_no_interval_is_read_as_a_minus(language: str, low: Fraction, high: Fraction) -> None:
    low, high = sorted((low, high))
    line = written_interval(low, high, Words(language))
    assert "-" not in line
    assert not ("–" in line and "−" in line)
    first, last = re.split(r"–| [a-z]+ ", line)
    assert line == between(first, last, Words(language))


@pytest.mark.parametrize(
    ("value", "figure"),
    [(-1, "−1"), (Fraction(-1, 3), "−0.33"), (Fraction(-1, 999), "0"), (2, "2")],
)
def test_a_level_below_nought_has_a_true_minus(value: str, figure: str) -> None:
    assert number(Fraction(value)) == figure


def test_a_negative_scale_is_clear_on_screen_and_on_paper() -> None:
    answers = scorecard(A1=Answer(state=State.UNKNOWN), B2=Answer(state=State.UNKNOWN))
    rules = foreign_model("scorecard")
    low = rules._replace(parts=(rules.nodes["B"]._replace(roll_up=SUM),))
    given_edition = edition(low, answers._replace(answers={"B1": Answer(Fraction(-1))}))
    screen = score_page(score(low, given_edition.profile), EN, 80)
    assert "−1 to 2" in " ".join(screen.split())
    page = report_markdown(gap_report_document(given_edition, Look()), EN)
    assert "−1 to 2" in page
    assert not re.search(r"[–-]−|−\d–|\d-\d+ when", screen + page)
