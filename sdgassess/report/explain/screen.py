"""How a level came about, answer by answer, and the cheapest steps that would raise it.

Everything that a screen shows can be asked for by its id: a factor, a question, a part above the
factors, a pattern, a gate, a style axis.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.screen import (
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Prose,
    Screen,
    Title,
    item,
)
from sdgassess.model.node import Node
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import caption, child_marks, who_and_when
from sdgassess.phrases.patterns import pattern_sentence
from sdgassess.report.edition import Edition
from sdgassess.report.explain.factor import (
    computation_part,
    factor_part,
    way_up_part,
)
from sdgassess.report.explain.question import answer_part, question_part
from sdgassess.report.explain.rule import axis_part, gate_part, pattern_part
from sdgassess.scoring.score import Score


def explain_blocks(edition: Edition[Score], about: str | None, file: str) -> Screen:
    """The whole page.

    Args:
        edition: the score, and the language it is told in.
        about: an id of the questionnaire; None explains every factor in short and every pattern.
        file: how the next command names the profile.
    """
    upcoming = Commands((Command(edition.words(labels.NEXT), f"sdgassess gaps {file}"),))
    return (*_blocks(edition, about), Gap(), upcoming)


def _blocks(edition: Edition[Score], about: str | None) -> Iterator[Block]:
    """What is explained, below its title."""
    score, words = edition.subject, edition.words
    yield Title((who_and_when(score.profile, words),))
    yield Prose(caption(score, words))
    if about is None:
        yield from _everything(edition)
        return
    explained = tuple(_explained(edition, about))
    yield from explained
    if not explained:
        yield Gap()
        yield Prose(words("{id} is not part of this assessment's scope.", id=about))


def explainable(score: Score) -> dict[str, str]:
    """Every id that can be explained, by every name it goes by, in lower case.

    A pattern, gate, axis or factor can be asked for by its title in any language too.
    """
    rules = score.questionnaire
    titled = [(n.id, n.title) for n in rules.nodes.values()]
    titled += [(pattern.id, pattern.title) for pattern in rules.patterns]
    titled += [(axis.id, axis.title) for axis in rules.style]
    names = {name.lower(): key for key, title in titled for name in title.words.values()}
    ids = [*rules.nodes, *rules.questions, *(key for key, _ in titled)]
    ids += [gate.id for gate in rules.gates]
    return names | {key.lower(): key for key in ids}


def _explained(edition: Edition[Score], about: str) -> Iterator[Block]:
    """What an id stands for: a part of the tree, or a rule; nothing where it is out of scope."""
    score = edition.subject
    if about in score.factors:
        yield from factor_part(edition, score.factors[about])
    elif about in score.questions:
        yield from question_part(edition, about)
    elif about in score.tiers:
        yield from _tier(edition, about)
    elif about in score.questionnaire.nodes:
        yield from _group(edition, score.questionnaire.nodes[about])
    else:
        yield from _rule(edition, about)


def _rule(edition: Edition[Score], about: str) -> Iterator[Block]:
    """A pattern, a gate or an axis; nothing where it is none of them."""
    score = edition.subject
    for pattern in score.patterns:
        if pattern.id == about:
            yield from pattern_part(edition, pattern)
    for gate in score.questionnaire.gates:
        if gate.id == about:
            yield from gate_part(edition, gate)
    for axis in score.questionnaire.style:
        if axis.id == about:
            yield from axis_part(edition, axis)


def _everything(edition: Edition[Score]) -> Iterator[Block]:
    """Every part's computation in short, upper ones first, and all patterns."""
    score = edition.subject
    scored = score.scored
    for node in score.questionnaire.nodes.values():
        if node.id in scored:
            yield Head(f"{node.id}  {edition.line(node.title)}")
            yield from computation_part(edition, scored[node.id])
        elif node.roll_up is None and node.questions:
            yield from _unscored(edition, node)
    if score.patterns:
        yield Head(edition.words(labels.RISK_PATTERNS))
    for pattern in score.patterns:
        yield item(pattern_sentence(score, pattern, edition.words))


def _tier(edition: Edition[Score], about: str) -> Iterator[Block]:
    """A scored part above the factors, with the parts that it adds."""
    score = edition.subject
    result = score.tiers[about]
    yield Head(f"{about}  {edition.line(score.questionnaire.nodes[about].title)}")
    for child, mark in child_marks(score, result, edition.words).items():
        yield from _part(edition, child, mark)
    yield Head(edition.words(labels.HOW_THE_LEVEL_COMES_ABOUT))
    yield from computation_part(edition, result)
    yield from way_up_part(edition, result)


def _group(edition: Edition[Score], node: Node) -> Iterator[Block]:
    """A part that only groups others, or that holds questions and is not rolled up."""
    score = edition.subject
    if node.questions:
        yield from _unscored(edition, node)
        return
    scored = score.scored
    yield Head(f"{node.id}  {edition.line(node.title)}")
    if any(part.id in scored for part in node.parts):
        yield Prose(edition.words("This only groups; its parts are scored:"))
    else:
        yield Prose(edition.words("This only groups others:"))
    for part in node.parts:
        result = scored.get(part.id)
        level = result.level if result is not None else None
        mark = "?" if part.roll_up is not None else ""
        yield from _part(
            edition, part.id, written_number(level, edition.words) if level is not None else mark
        )


def _part(edition: Edition[Score], part: str, mark: str) -> Iterator[Block]:
    """A part in a line: its id, its level or what stands for it, its name."""
    score = edition.subject
    title = edition.line(score.questionnaire.nodes[part].title)
    yield Prose(title, lead="  " + " ".join(word for word in (part, mark) if word) + "  ")


def _unscored(edition: Edition[Score], node: Node) -> Iterator[Block]:
    """The answers of a part that is not rolled up."""
    score = edition.subject
    yield Head(f"{node.id}  {edition.line(node.title)}")
    yield Prose(edition.words("This part is not rolled up; these are its answers:"))
    for question in node.asked:
        if question.id in score.questions:
            yield from answer_part(edition, question.id)
