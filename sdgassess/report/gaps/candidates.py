"""What a room chooses from, on a screen: where a question stands, and what stands strong."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.picks import pick_of
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.screen import Head, Prose, item
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.agreements import status_words
from sdgassess.phrases.anchors import standalone_text
from sdgassess.phrases.candidates import move_words
from sdgassess.phrases.levels import level_mark
from sdgassess.report.edition import Edition
from sdgassess.scoring.score import Score
from sdgassess.text import own_lines

BELOW = "     "
"""What stands below a question is set in by this."""


def standing(
    edition: Edition[Score], candidate: Candidate, marker: str, mark: str = ""
) -> Iterator[Prose]:
    """Where a question stands and where it is to go, and what it asks.

    Args:
        edition: the score, and the language it is told in.
        candidate: the question.
        marker: what its first line begins with, such as its number.
        mark: a word behind it, such as *suggested*.
    """
    question = edition.subject.questionnaire.questions[candidate.question]
    head = f"{candidate.question}  {from_to(edition, candidate)}"
    yield Prose(head + (f"  [{mark}]" if mark else ""), strong=True, lead="  " + marker)
    yield Prose(edition.line(question.text), lead=BELOW)


def level_text(
    edition: Edition[Score], question: str, level: Level | None, lead: str = BELOW
) -> Iterator[Prose]:
    """What a level of a question means; nothing where there is no such level."""
    asked = edition.subject.questionnaire.questions[question]
    option = None if level is None else asked.option(level)
    if option is not None:
        reached = written_number(option.value, edition.words)
        text = edition.line(standalone_text(asked, option))
        yield Prose(edition.words("Level {level}: {text}", level=reached, text=text), lead=lead)


def from_to(edition: Edition[Score], candidate: Candidate) -> str:
    """From where to where, or that a pick has reached its target."""
    result = edition.subject.questions.get(candidate.question)
    mark = level_mark(candidate.level, result.state if result else None, edition.words)
    return move_words(mark, candidate, edition.words)


def agreement(edition: Edition[Score], question: str) -> Iterator[Prose]:
    """Who does it, by when, the first move, and how one will know, as far as the room said."""
    pick = pick_of(edition.subject.profile, question)
    assert pick is not None, "only asked of what was picked"
    if status := status_words(pick, edition.words):
        yield Prose(status, lead=BELOW, strong=True)
    agreed = (
        (labels.WHO, pick.who),
        (labels.BY_WHEN, pick.by),
        (labels.FIRST_MOVE, pick.first_move),
        (labels.HOW_WE_WILL_KNOW, pick.known_by),
    )
    for label, text in agreed:
        if text:
            yield Prose(f"{edition.words(label)}: {own_lines(text)}", lead=BELOW)


def strong(edition: Edition[Score], priorities: Priorities) -> Iterator[Head | Prose]:
    """What stands strong, with the text that was reached; nothing where nothing does."""
    score = edition.subject
    if priorities.keep:
        yield Head(edition.words("What stands strong"), minor=True)
    for question in priorities.keep:
        text = edition.line(score.questionnaire.questions[question].text)
        yield item(f"{question}  {text}")
        yield from level_text(edition, question, score.level(question), "    ")
        if question in priorities.find_evidence:
            backed = score.questions[question].backed
            assert backed is not None, "only said of what is backed at a lower level"
            level, words = written_number(backed, edition.words), edition.words
            yield Prose(
                words("It was answered so; it is backed only to level {level}.", level=level),
                lead="    ",
            )
