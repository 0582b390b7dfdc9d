"""What documents show elsewhere, question by question: the words, whose they are, their scope."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.gaps import PointGap, Verdict
from sdgassess.document.blocks import (
    Block,
    Cell,
    Table,
    Together,
    heading,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, Runs
from sdgassess.model.reference import Reference
from sdgassess.phrases import labels
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.references import bounds_words, their_words


def quotations_part(edition: GapEdition) -> Iterator[Block]:
    """A row for each question on which others are ahead, or whose step documents speak of."""
    words, rules = edition.words, edition.score.questionnaire
    lines = _lines_by_question(edition)
    order = [key for key in (*rules.questions, *rules.nodes) if key in lines]
    if not order:
        return
    table = Table(
        (),
        table_head(
            words(labels.NUMBER),
            words(labels.QUESTION),
            words(labels.HERE_AT_HOME),
            words("Their words"),
        ),
        tuple(_row(edition, key, lines[key]) for key in order),
        (1.3, 3.3, 1.1, 7.7),
        dense=True,
    )
    remark = words("The brackets say where the words stand: the document, and the line in it.")
    title = words("Points that lie ahead, with the words they rest on")
    yield Together((heading(title), paragraph(remark, small=True), table))


def _lines_by_question(edition: GapEdition) -> dict[str, list[Runs]]:
    """What is quoted on each question: of references that are ahead, and beside its step."""
    lines: dict[str, list[Runs]] = {}
    own = edition.subject.own_way.comparison if edition.subject.own_way else None
    for against in edition.against:
        # The conditions of one's own way stand on the page of practice, with their reasons.
        for gap in () if against is own else against.having(Verdict.BELOW):
            lines.setdefault(gap.question, []).append(_shown(edition, against.reference, gap))
    for candidate in (*edition.priorities.chosen, *edition.priorities.candidates):
        for line in _beside_step(edition, candidate):
            if line not in (known := lines.setdefault(candidate.question, [])):
                known.append(line)
    return lines


def _shown(edition: GapEdition, reference: Reference, gap: PointGap) -> Runs:
    """What one reference shows."""
    bounds = bounds_words(gap.point, edition.words)
    lead = edition.say(reference.name)._replace(strong=True)
    return lead, Run(f", {bounds}: "), *their_words(edition, gap.point)


def _beside_step(edition: GapEdition, candidate: Candidate) -> Iterator[Runs]:
    """What documents say of the step that is advised."""
    if candidate.step is None:
        return
    for quote in candidate.step.quotes:
        quotation = edition.quotation(quote)
        words = quotation.quote._replace(text=edition.words.quoted(quotation.quote.text))
        label = Run(f"{edition.words('On the step')}: ", strong=True)
        yield label, words, Run(" "), *quotation.source


def _row(edition: GapEdition, key: str, lines: list[Runs]) -> tuple[Cell, ...]:
    """One question with all that is quoted on it."""
    rules = edition.score.questionnaire
    asked = rules.nodes[key].title if key in rules.nodes else rules.questions[key].text
    runs = [run for line in lines for run in (Run("\n"), *line)]
    return (
        words_cell(key),
        words_cell((edition.say(asked),)),
        mark_cell(edition.mark_of(key)),
        words_cell(tuple(runs[1:])),
    )
