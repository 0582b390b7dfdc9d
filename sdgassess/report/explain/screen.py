"""How a level came about, answer by answer, and the cheapest steps that would raise it.

Everything that a screen shows can be asked for by its id: a factor, a question, a part above the
factors, a pattern, a gate, a style axis.
"""

from __future__ import annotations

from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import caption, child_marks, who_and_when
from sdgassess.phrases.patterns import pattern_sentence
from sdgassess.report.explain.factor import (
    write_computation,
    write_factor,
    write_way_up,
)
from sdgassess.report.explain.question import write_question, write_row
from sdgassess.report.explain.rule import write_axis, write_gate, write_pattern
from sdgassess.scoring.score import Score


def explain_screen(score: Score, words: Words, columns: int, about: str | None) -> list[Line]:
    """The whole page.

    Args:
        score: the result.
        words: the language.
        columns: how wide the terminal is.
        about: an id of the questionnaire; None explains every factor in short and every pattern.
    """
    page = Page(words, columns)
    page.title(who_and_when(score.profile, words))
    page.text(caption(score, words))
    if about is None:
        _write_everything(page, score)
    elif not _write_scored(page, score, about) and not _write_rule(page, score, about):
        page.blank()
        page.text(words("{id} is not part of this assessment's scope.", id=about))
    return page.lines


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


def _write_scored(page: Page, score: Score, about: str) -> bool:
    """A factor, a question or another part of the tree; False where it is none of them."""
    if about in score.factors:
        write_factor(page, score, score.factors[about])
    elif about in score.questions:
        write_question(page, score, about)
    elif about in score.tiers:
        _write_tier(page, score, about)
    elif about in score.questionnaire.nodes:
        _write_group(page, score, score.questionnaire.nodes[about])
    else:
        return False
    return True


def _write_rule(page: Page, score: Score, about: str) -> bool:
    """A pattern, a gate or an axis; False where it is none of them."""
    for pattern in score.patterns:
        if pattern.id == about:
            write_pattern(page, score, pattern)
            return True
    for gate in score.questionnaire.gates:
        if gate.id == about:
            write_gate(page, score, gate)
            return True
    for axis in score.questionnaire.style:
        if axis.id == about:
            write_axis(page, score, axis)
            return True
    return False


def _write_everything(page: Page, score: Score) -> None:
    """Every part's computation in short, upper ones first, and all patterns."""
    scored = score.scored
    for node in score.questionnaire.nodes.values():
        if node.id in scored:
            page.heading(f"{node.id}  {page.say(node.title)}")
            write_computation(page, score, scored[node.id])
        elif node.roll_up is None and node.questions:
            _write_unscored(page, score, node)
    if score.patterns:
        page.heading(page.words("Risk patterns"))
    for pattern in score.patterns:
        page.item(pattern_sentence(score, pattern, page.words))


def _write_tier(page: Page, score: Score, about: str) -> None:
    """A scored part above the factors, with the parts that it adds."""
    result = score.tiers[about]
    page.heading(f"{about}  {page.say(score.questionnaire.nodes[about].title)}")
    for child, mark in child_marks(score, result, page.words).items():
        _write_part(page, score, child, mark)
    page.heading(page.words("How the level comes about"))
    write_computation(page, score, result)
    write_way_up(page, score, result)


def _write_group(page: Page, score: Score, node: Node) -> None:
    """A part that only groups others, or that holds questions and is not rolled up."""
    if node.questions:
        _write_unscored(page, score, node)
        return
    scored = score.scored
    page.heading(f"{node.id}  {page.say(node.title)}")
    if any(part.id in scored for part in node.parts):
        page.text(page.words("This only groups; its parts are scored:"))
    else:
        page.text(page.words("This only groups others:"))
    for part in node.parts:
        result = scored.get(part.id)
        level = result.level if result is not None else None
        mark = "?" if part.roll_up is not None else ""
        _write_part(
            page, score, part.id, written_number(level, page.words) if level is not None else mark
        )


def _write_part(page: Page, score: Score, part: str, mark: str) -> None:
    """A part in a line: its id, its level or what stands for it, its name."""
    title = page.say(score.questionnaire.nodes[part].title)
    page.text(title, "  " + " ".join(word for word in (part, mark) if word) + "  ")


def _write_unscored(page: Page, score: Score, node: Node) -> None:
    """The answers of a part that is not rolled up."""
    page.heading(f"{node.id}  {page.say(node.title)}")
    page.text(page.words("This part is not rolled up; these are its answers:"))
    for question in node.asked:
        if question.id in score.questions:
            write_row(page, score, question.id)
