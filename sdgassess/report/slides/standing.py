"""Slides of where the parts stand, and of what holds them back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.document.slides import Bar, BarChart, Points, Slide
from sdgassess.model.profile import State
from sdgassess.numbers import TITLE_AND_LEVEL, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import STATES, TOO_LITTLE_KNOWN
from sdgassess.phrases.patterns import (
    gravest_patterns,
    gravest_words,
    pattern_of,
    pattern_texts,
)
from sdgassess.phrases.rows import in_a_row
from sdgassess.report.finding import extremes, gated_words, whole_words
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.standing import question_naming
from sdgassess.report.scale import parts_scale, scale_step
from sdgassess.report.slides.bars import in_slides
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.patterns import PatternResult
from sdgassess.scoring.rollup import LevelStatus

_BARS = 14
"""So many bars can be read from the back of a room."""
_SENTENCES = 3
_CLAUSES = 4
_PATTERNS = 5


def standing_slides(edition: GapEdition) -> Iterator[Slide]:
    """A bar for each factor; more slides where they are many, none that would have no bar."""
    words, score = edition.words, edition.score
    parts = list((score.factors or score.scored).values())
    pieces = in_slides(parts, [edition.title(part.id) for part in parts], _BARS)
    pieces = [piece for piece in pieces if any(p.level is not None for p in piece)] or pieces[:1]
    notes = words(
        "Ask: what do you recognise, and what surprises you? A level says what works as a rule, "
        "not how hard anybody tries."
    )
    for number, piece in enumerate(pieces, 1):
        title = " ".join(extremes(score, words)).rstrip(".")
        if len(pieces) > 1:
            title += f" ({number}/{len(pieces)})"
        yield Slide(title, _chart(edition, piece), notes)


def _chart(edition: GapEdition, parts: Sequence[NodeResult]) -> BarChart:
    """The levels of some parts on the scale of them all."""
    words, score = edition.words, edition.score
    scale = parts_scale(edition, score.questionnaire, [score])
    bars = tuple(Bar(edition.title(part.id), (part.level,)) for part in parts)
    alt = "\n".join(_bar_words(edition, part) for part in parts)
    names, step = (words(labels.LEVEL),), scale_step(scale)
    return BarChart(names, bars, scale.lowest, scale.highest, step, alt)


def _bar_words(edition: GapEdition, part: NodeResult) -> str:
    """One bar in words."""
    words = edition.words
    if part.rolled.status is LevelStatus.NOT_APPLICABLE:
        return f"{edition.title(part.id)}: {words(STATES[State.NOT_APPLICABLE])}."
    if part.level is None:
        return f"{edition.title(part.id)}: {words(TOO_LITTLE_KNOWN)}."
    level = written_number(part.level, words)
    return words(TITLE_AND_LEVEL, title=edition.title(part.id), level=level)


def holding_slides(edition: GapEdition) -> Iterator[Slide]:
    """What keeps parts below their own answers; then the gravest risk, with what bears it out."""
    words, score = edition.words, edition.score
    naming = question_naming(edition)
    sentences = (*whole_words(score, words), *gated_words(score, words, naming))
    gated = [edition.title(part.id) for part in score.scored.values() if part.gate is not None]
    if sentences:
        yield Slide(
            words("Held back: {parts}", parts=in_a_row(gated))
            if gated
            else sentences[0].rstrip("."),
            Points(tuple(map(plain_runs, sentences[:_SENTENCES]))),
            words("Ask: is this how it works here? Who could change it, and who decides that?"),
        )
    if sentence := gravest_words(score, words):
        yield Slide(
            sentence.rstrip("."),
            Points(tuple(_risk_points(edition, gravest_patterns(score)))),
            words(
                "A pattern is a reading of several answers, no verdict. Ask: which of these "
                "sentences is true here, and which is not?"
            ),
        )


def _risk_points(edition: GapEdition, gravest: Sequence[PatternResult]) -> Iterator[Runs]:
    """What bears the gravest pattern out, and its way out; of several what each says first."""
    score = edition.score
    if len(gravest) > 1:
        for result in gravest[:_PATTERNS]:
            name = Run(f"{edition.line(pattern_of(score, result).title)}: ", strong=True)
            yield from ((name, edition.say(text)) for text in pattern_texts(score, result)[:1])
        return
    for text in pattern_texts(score, gravest[0])[: _CLAUSES + 1]:
        yield (edition.say(text),)
    way_out = pattern_of(score, gravest[0]).way_out
    if way_out is not None:
        yield Run(edition.words("A way out: "), strong=True), edition.say(way_out)
