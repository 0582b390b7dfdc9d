"""A line at a question as a whole: what is answered, and the words behind it.

A level, voices or a state; behind a level `4/6` where it is counted and `f` where it is unsure;
then `c` and a comment, `e` and evidence, or plain words: `3 because we decided it in May`,
`u the head of finance`, `- handled by the region`, `p3 c2 they see it differently`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sdgassess.model.profile import Count, State
from sdgassess.model.question import Option, Question
from sdgassess.model.questionnaire import Role
from sdgassess.typed.keys import (
    Key,
    answer_typed,
    begins_with,
    count_typed,
    parse,
    state_typed,
)
from sdgassess.typed.voices import TypedVoices, voices_typed

_STATES = {
    Key.UNKNOWN: State.UNKNOWN,
    Key.NOT_APPLICABLE: State.NOT_APPLICABLE,
    Key.LATER: State.LATER,
}
_MARKS = " -–—:,;"
"""What may stand between an answer and its words."""

_OF_MANY = ("of", "out", "ud", "af", "av", "utav")
_BETWEEN = ("or", "to", "and", "eller", "til", "till", "och", "og", "/", "-", "–", "—")
"""Words behind a number that make it no level: `3 of 5 committees`, `3 or 4`."""

SHORTEST_WORDS = 4
"""Behind voices fewer characters are a slip, not words."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What a line says.

    Attributes:
        answer: an option of the question, voices without who spoke, or a state.
        count: how many of how many.
        unsure: whether the answer is to be looked at again.
        words: plain words behind it: a reason, who would know, a comment.
        comment: what stands behind `c`.
        evidence: what stands behind `e`.
    """

    answer: Option | State | TypedVoices
    count: Count | None = None
    unsure: bool = False
    words: str = ""
    comment: str = ""
    evidence: str = ""


def answer_line_typed(line: str, question: Question, roles: tuple[Role, ...]) -> AnswerLine | None:
    """What a line at a question says; None where any of it is not understood.

    Args:
        line: what was typed.
        question: whose answers can be given.
        roles: whose letters stand before voices.
    """
    line = line.strip()
    first, _, rest = line.partition(" ")
    option = answer_typed(line, question)
    if option is not None:
        return AnswerLine(option)
    option = answer_typed(first.rstrip(":,"), question)
    if option is not None:
        return _with_words(AnswerLine(option), rest.strip(), question)
    voices, rest = _voices_before(line, question, roles)
    if voices is not None:
        return None if voices.strange else _with_words(AnswerLine(voices), rest, question)
    state = state_typed(line)
    if state is not None and (not question.by_id or line.startswith(":")):
        return _with_words(AnswerLine(_STATES[state[0]]), state[1], question)
    return None


def _voices_before(
    line: str, question: Question, roles: tuple[Role, ...]
) -> tuple[TypedVoices | None, str]:
    """The voices that a line begins with, and what stands behind the last of them."""
    parts, count = line.split(" "), 0
    while count < len(parts) and voices_typed(parts[count], question, roles) is not None:
        count += 1
    voices = voices_typed(" ".join(parts[:count]), question, roles)
    return voices, " ".join(parts[count:]).strip()


def _with_words(answer: AnswerLine, rest: str, question: Question) -> AnswerLine | None:
    """The answer with what stands behind it; None where that is not understood."""
    first, _, behind = rest.partition(" ")
    count = count_typed(first) if question.of and isinstance(answer.answer, Option) else None
    if count is not None:
        answer, rest = replace(answer, count=count), behind.strip()
        first, _, behind = rest.partition(" ")
    if first == "f" or parse(rest).key is Key.UNSURE:
        answer, rest = replace(answer, unsure=True), behind.strip() if first == "f" else ""
    if not rest:
        return answer
    comment, evidence = begins_with(Key.COMMENT, rest), begins_with(Key.EVIDENCE, rest)
    if comment is not None:
        return replace(answer, comment=comment) if comment else None
    if evidence is not None:
        return replace(answer, evidence=evidence) if evidence else None
    return _with_plain_words(answer, rest, question)


def _with_plain_words(answer: AnswerLine, rest: str, question: Question) -> AnswerLine | None:
    """The answer with words that no key announces; None where they may be part of an answer."""
    words = rest.lstrip(_MARKS)
    if question.by_id or not _LETTERS.search(words):
        return None
    if isinstance(answer.answer, Option) and _counts_on(rest, question):
        return None
    if isinstance(answer.answer, TypedVoices) and _has_slip(rest, question):
        return None
    return replace(answer, words=words)


def _has_slip(rest: str, question: Question) -> bool:
    """Whether what stands behind voices reads as one more of them with a slip in it."""
    shaped = (voices_typed(part, question, ()) for part in rest.split())
    return len(rest) < SHORTEST_WORDS or any(voices is not None for voices in shaped)


def _counts_on(rest: str, question: Question) -> bool:
    """Whether the words behind a number make it part of a count, or of two levels."""
    first, _, behind = rest.lower().partition(" ")
    second = behind.strip().partition(" ")[0].rstrip(".,;:!?")
    if first in _OF_MANY:
        return True
    between = first in _BETWEEN and answer_typed(second, question) is not None
    return between or answer_typed(first.rstrip(".,;:!?"), question) is not None
