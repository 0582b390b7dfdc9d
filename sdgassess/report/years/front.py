"""The front of the year comparison: what came out in a sentence, what to keep in mind, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Count,
    Counts,
    Heading,
    Paragraph,
    Run,
    plain_runs,
)
from sdgassess.document.figures import written_date
from sdgassess.model.node import Node
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.summary import (
    asked_how,
    ends,
    in_short,
    notes,
    span,
)


def front(told: YearsTold) -> tuple[Block, ...]:
    """The finding, who and when, the figures, and in short what stands out."""
    head = (Run(written_span(told), strong=True), Run(f" · {asked_how(told)}"))
    return (
        Heading(1, plain_runs(finding(told))),
        Paragraph(head),
        Counts(tuple(_facts(told))),
        *warnings(told),
        Heading(2, plain_runs(ends(told))),
        Bullets(tuple(plain_runs(sentence) for sentence in in_short(told))),
    )


def written_span(told: YearsTold) -> str:
    """Which municipality, from when to when, with dates as people write them."""
    return span(told, lambda day: written_date(day, told.words))


def finding(told: YearsTold) -> str:
    """What came out, in one true sentence: the last profile against the first."""
    words, found, year = told.words, told.years.first_to_last.summary, told.label(0)
    if not found.comparable:
        last = told.label(told.years.first_to_last.later)
        return words("{last} and {first} have no answer in common", last=last, first=year)
    if not found.up and not found.down:
        one = "The one question that can be compared stands as in {year}"
        many = "All {n} questions that can be compared stand as in {year}"
        return words.plural(one, many, found.same, year=year)
    moved = _moved(told, found.up, found.down)
    most = _most_moved(told)
    if most is None:
        return moved
    return words("{finding}; most moved: {factor}", finding=moved, factor=told.say(most.title))


def _moved(told: YearsTold, up: int, down: int) -> str:
    """How many questions went which way."""
    words, year = told.words, told.label(0)
    if up and down:
        one = "One question stands higher and {down} lower than in {year}"
        many = "{n} questions stand higher and {down} lower than in {year}"
        return words.plural(one, many, up, down=down, year=year)
    if up:
        few = "One question stands higher than in {year}, none lower"
        more = "{n} questions stand higher than in {year}, none lower"
        return words.plural(few, more, up, year=year)
    few = "One question stands lower than in {year}, none higher"
    more = "{n} questions stand lower than in {year}, none higher"
    return words.plural(few, more, down, year=year)


def _most_moved(told: YearsTold) -> Node | None:
    """The factor whose questions moved most steps, up and down together; None where several did.

    Steps of comparable questions are counted, first against last.
    """
    steps: Counter[str] = Counter()
    nodes: dict[str, Node] = {}
    for move in told.years.first_to_last.moves.values():
        node = told.node(move.question)
        if move.steps and node is not None:
            steps[node.id] += move.steps
            nodes[node.id] = node
    most = steps.most_common(2)
    if not most or (len(most) > 1 and most[0][1] == most[1][1]):
        return None
    return nodes[most[0][0]]


def _facts(told: YearsTold) -> Iterator[Count]:
    """How many questions went which way, and by how many steps."""
    words, found = told.words, told.years.first_to_last.summary
    one, many = "one step up", "{n} steps up"
    steps = words.plural(one, many, found.steps_up)
    one, many = "question higher, {steps}", "questions higher, {steps}"
    yield Count(str(found.up), words.plural(one, many, found.up, steps=steps))
    one, many = "one step down", "{n} steps down"
    steps = words.plural(one, many, found.steps_down)
    one, many = "question lower, {steps}", "questions lower, {steps}"
    yield Count(str(found.down), words.plural(one, many, found.down, steps=steps))
    one, many = "question unchanged", "questions unchanged"
    yield Count(str(found.same), words.plural(one, many, found.same))
    one, many = "question not comparable", "questions not comparable"
    yield Count(str(found.not_comparable), words.plural(one, many, found.not_comparable))


def warnings(told: YearsTold) -> tuple[Block, ...]:
    """What to keep in mind; roles are named only where everybody said yes to that."""
    said = []
    for note in notes(told):
        named = not note.names_roles or all_agreed(told)
        said.append(note.text if named else unnamed_roles(told))
    return (Bullets(tuple(plain_runs(text) for text in said)),) if said else ()


def all_agreed(told: YearsTold) -> bool:
    """Whether every profile that notes roles may show answers by role (model §3.5)."""
    pairs = zip(told.years.columns, told.years.roles, strict=True)
    return all(bool(one.score.profile.consent) for one, roles in pairs if roles)


def unnamed_roles(told: YearsTold) -> str:
    """That other roles answered, without naming one."""
    return told.words(
        "Not the same roles answered each time: a level may differ because others were asked."
    )
