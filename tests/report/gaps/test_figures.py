"""Figures of voices fit a page as they are, whatever the room; their words have an end."""

from __future__ import annotations

import re
from random import Random

import pytest

from sdgassess.document.blocks import Document, Figure, Look, Table
from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.document.charts.voices import VoiceMark, VoiceRow, Voices, voices
from sdgassess.document.runs import text_of
from sdgassess.language import Words
from sdgassess.media.charts.drawing import draw
from sdgassess.media.pdf.report import report_pdf
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.report.gaps.report import gap_report_document
from tests.given.documents import every_block, every_text
from tests.given.gap_reports import edition
from tests.given.profiles import profile
from tests.given.questionnaires import nordic, spoken
from tests.given.slow import quickly_in
from tests.given.validation import assert_accessible

PAGE = 0.85 * 700
"""How high a figure may be before a page would have to set it smaller, in points."""
ROLES = ("politician", "executive", "coordinator", "line-manager", "partner")


def room_of(people: int, seed: int, *, consent: bool, language: str) -> Document:
    """A report of a room in which everybody sees every question differently."""
    chance = Random(seed)
    answers = {}
    for question in nordic().questions:
        room = tuple(
            Voice(role=ROLES[n % len(ROLES)], level=chance.randint(0, 4), by=f"p{n}")
            for n in range(people)
        )
        answers[question] = Answer(voices=room)
    subject = profile()._replace(answers=answers, consent=consent)
    return gap_report_document(edition(nordic(), subject, language), Look())


def voice_charts(document: Document) -> list[Voices]:
    charts = [block.chart for block in every_block(document) if isinstance(block, Figure)]
    return [chart for chart in charts if isinstance(chart, Voices)]


@pytest.mark.parametrize("language", quickly_in("da"))
@pytest.mark.parametrize("consent", [True, False])
@pytest.mark.parametrize("people", [2, 8, 60, 300])
def test_no_figure_of_voices_is_set_smaller_to_fit_a_page(
    people: int, consent: bool, language: str
) -> None:
    charts = voice_charts(room_of(people, people, consent=consent, language=language))
    assert charts or people > 100
    for chart in charts:
        assert draw(chart, spoken(language)).height <= PAGE
        assert len(Figure(chart).alt) < 8100


def test_every_disagreement_is_drawn_or_named_and_told_with_its_answer() -> None:
    document = room_of(8, 1, consent=True, language="en")
    drawn = [row.title.split()[0] for chart in voice_charts(document) for row in chart.rows]
    (named,) = [line for line in every_text(document) if line.startswith("Seen differently on ")]
    ids = set(re.split(r"[ ,.]+", named))
    others = [question for question in nordic().questions if question in ids]
    assert len(drawn) == 8
    assert len(others) > 20
    assert not set(drawn) & set(others)
    tables = [block for block in every_block(document) if isinstance(block, Table)]
    answers = [t for t in tables if text_of(t.head[-1]).startswith("What the level means")]
    rows = {text_of(row[0].runs): text_of(row[-1].runs) for t in answers for row in t.rows}
    told = [question for question, said in rows.items() if "talk about it first" in said]
    assert sorted(told) == sorted([*drawn, *others])


@pytest.mark.parametrize("consent", [True, False])
def test_who_says_that_it_does_not_apply_is_not_told_as_not_knowing(consent: bool) -> None:
    levels = [Voice("politician", 0, by="p1"), Voice("executive", 3, by="x1")]
    states = (State.NOT_APPLICABLE, State.NOT_APPLICABLE, State.UNKNOWN)
    room = (
        *levels,
        *(Voice("line-manager", state=state, by=f"l{n}") for n, state in enumerate(states)),
    )
    subject = profile()._replace(answers={"PAR2": Answer(voices=room)}, consent=consent)
    document = gap_report_document(edition(nordic(), subject, "en"), Look())
    (chart,) = voice_charts(document)
    if consent:
        assert "2 × Line manager it does not apply" in chart.alt
        assert "Line manager don't know" in chart.alt
    else:
        assert "one does not know, 2 say that it does not apply" in chart.alt
        (dots,) = [text for text in every_text(document) if "Voices: 0: •" in text]
        assert "?: •  -: ••" in dots


def test_a_room_of_eight_that_differs_prints_as_an_archive_file() -> None:
    assert_accessible(report_pdf(room_of(8, 2, consent=True, language="sv"), spoken("sv")), "sv")


def test_the_words_of_a_figure_have_an_end() -> None:
    marks = tuple(VoiceMark(n % 5, f"role {n} " + "x" * 60) for n in range(400))
    scale = Scale(tuple(Rung(n) for n in range(5)))
    chart = voices([VoiceRow("A question", marks)] * 3, scale, Words("en"))
    assert len(chart.alt) > 32767
    assert len(Figure(chart).alt) < 8100
