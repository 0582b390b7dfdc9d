"""Where roles see it differently: shown before any level is discussed (domain model §3.5)."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.report.charts import voices
from sdgassess.report.document import (
    Block,
    Bullets,
    Figure,
    Heading,
    Run,
    Runs,
    Together,
    plain_runs,
)
from sdgassess.report.gap_report.assessed import Assessed, paragraph
from sdgassess.report.gap_report.parts import unsettled_part
from sdgassess.report.gap_report.rungs import scale_of, voice_rows
from sdgassess.report.question_words import voices_words


def voices_part(told: Assessed) -> Iterator[Block]:
    """What to talk about or to find out; no head where there is nothing below it."""
    blocks = (*_apart(told), *unsettled_part(told))
    if blocks:
        yield Heading(2, plain_runs(told.words("Talk about or find out first")))
        yield from blocks


def _apart(told: Assessed) -> Iterator[Block]:
    """Disagreements with their voices, widest first."""
    words, score = told.words, told.score
    apart = [key for key, found in score.questions.items() if found.disagreement]
    apart.sort(key=lambda key: -(score.questions[key].spread or 0))
    if apart:
        head = Heading(3, plain_runs(words("Where roles see it differently")))
        said = words("A disagreement is neither a gap nor a priority: talk about it first.")
        chart = voices(voice_rows(told, apart), scale_of(told), words)
        yield Together((head, paragraph(said), Figure(chart)))
        yield Bullets(tuple(_told(told, question) for question in apart))
    elif any(answer.voices for answer in score.profile.answers.values()):
        yield paragraph(words("No roles are two levels or more apart."))


def _told(told: Assessed, question: str) -> Runs:
    """A disagreement in words; roles only with consent."""
    found = told.score.questions[question]
    said = voices_words(told.score, found, told.words)
    sentences = " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in said)
    head = Run(f"{question}: ", strong=True)
    return head, told.question(question), Run(" " + sentences)
