"""Slides of one's own way of working, and of what documents show elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.gaps import PointGap
from sdgassess.document.runs import Run, Runs
from sdgassess.document.slides import Points, Slide
from sdgassess.language import QUOTATION_MARKS
from sdgassess.model.question import Quote
from sdgassess.phrases.quotes import translation_beside
from sdgassess.phrases.references import way_in_short
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.references import scope_note

_MISSING = 6
_EXAMPLES = 2


def own_way_slide(edition: GapEdition) -> Iterator[Slide]:
    """What one's own way of working depends on and lacks; nothing where it names none."""
    way, words = edition.subject.own_way, edition.words
    if way is None:
        return
    title = way_in_short(way, words).rstrip(".")
    points: list[Runs] = [_condition(edition, gap, words("Missing")) for gap in way.missing]
    points += [_condition(edition, gap, words("Not known here")) for gap in way.unsettled]
    if not points:
        points = [(Run(words("Nothing that it depends on is missing.")),)]
    yield Slide(
        title,
        Points(tuple(points[:_MISSING])),
        words("Ways of working are styles, not levels: nobody has to change theirs."),
    )


def _condition(edition: GapEdition, gap: PointGap, label: str) -> Runs:
    """A condition, and how it stands here."""
    rules = edition.score.questionnaire
    if gap.question in rules.questions:
        return Run(f"{label}: "), edition.question(gap.question)
    return Run(f"{label}: "), Run(edition.title(gap.question))


def elsewhere_slide(edition: GapEdition) -> Iterator[Slide]:
    """What documents show on the questions to choose from, in their own words."""
    words = edition.words
    points: list[Runs] = []
    for candidate in edition.priorities.candidates:
        for reference, point in edition.subject.examples(candidate):
            quotation = edition.quotation(Quote(point.quote or "", point.source or ""))
            name = Run(f"{edition.line(reference.name)}: ", strong=True)
            note = scope_note(edition, point)
            opening, closing = QUOTATION_MARKS[words.language]
            beside = translation_beside(point.quote, point.gloss, words)
            points.append((name, Run(opening), quotation.quote, Run(closing + beside), *note))
            break
    if points:
        yield Slide(
            words("Others have done it: in their own words"),
            Points(tuple(points[:_EXAMPLES])),
            words(
                "These are examples, no recipes: what worked there had its own conditions. Ask: "
                "what would have to be so here?"
            ),
        )
