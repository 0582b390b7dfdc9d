"""What a profile itself says was answered: the words under `asked` and `means`.

They outrank the version: where somebody mended a questionnaire without giving it a new version,
the files still hold the words that were read aloud. Only what `history` declares outranks them.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.model.profile import Answer
from sdgassess.model.question import Level, Question, folded
from sdgassess.scoring.score import Score


class Wording(NamedTuple):
    """The words of one answer that are not those of its version.

    Attributes:
        answer: what was recorded: the ids that were chosen where the answer names them, else the
            level.
        question: the question as it was put; None where that is the version's, in any of its
            languages, or not said.
        anchor: the chosen level's text, likewise.
    """

    answer: Level | frozenset[str] | None = None
    question: str | None = None
    anchor: str | None = None


def wording_of(score: Score, question: str) -> Wording:
    """The words of an answer that are not its version's.

    Args:
        score: the profile's result.
        question: the id that it had then.
    """
    answer = score.profile.answers.get(question)
    rules = score.questionnaire.questions.get(question)
    return Wording() if answer is None or rules is None else strange_words(answer, rules)


def strange_words(answer: Answer, question: Question) -> Wording:
    """The words of an answer that are not those of the question that it answers.

    Args:
        answer: what was answered, with the words that were read.
        question: the question in the version that the profile names.
    """
    option = question.answered(answer.level, answer.options)
    strange_question = answer.asked is not None and not question.text.reads(answer.asked)
    strange_anchor = bool(answer.means and option and not option.text.reads(answer.means))
    return Wording(
        recorded(answer),
        folded(answer.asked or "") if strange_question else None,
        folded(answer.means or "") if strange_anchor else None,
    )


def recorded(answer: Answer) -> Level | frozenset[str] | None:
    """What an answer is told from others by: the ids that it names, else its level."""
    return answer.level if answer.options is None else frozenset(answer.options)


def same_words(first: Wording, second: Wording) -> bool:
    """Whether two answers, as far as they say, are to the same words.

    Where neither has its version's anchor, one answer must be one text; two answers have two.
    """
    if first.question != second.question:
        return False
    if first.anchor is None or second.anchor is None:
        return first.anchor == second.anchor
    return (first.answer == second.answer) == (first.anchor == second.anchor)
