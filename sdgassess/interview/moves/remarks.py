"""Comments and evidence: kept with the question they are about, from wherever they are typed.

Behind `c` and `e` a question can be named first (`c POL3 …`). What is said about another question
leaves the sitting where it is.
"""

from __future__ import annotations

from string import digits

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import record
from sdgassess.interview.moves.not_taken import NOT_KEPT
from sdgassess.interview.state.phases import AtQuestion, Commenting, ShowingEvidence
from sdgassess.interview.state.record import with_comment, with_evidence
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_
from sdgassess.model.profile import Evidence
from sdgassess.model.question import Question
from sdgassess.phrases.evidence import evidence_words
from sdgassess.text import cleaned, echoed, one_line
from sdgassess.typed.dates import no_such_day
from sdgassess.typed.keys import (
    Key,
    Typed,
    evidence_typed,
    like_a_level,
)

COMMENT_FULL = N_("The comment of {id} is full; this was not added.")
EVIDENCE_KEPT = N_("Evidence kept with {id}: {what}.")
"""What became of a remark."""


MOST_COMMENT = 90_000
"""How many bytes the comments of one question may take; a text in a file is limited."""


def remark(sitting: Sitting, typed: Typed, subject: Question) -> Sitting:
    """Keep what stands behind `c` or `e`, or ask for it.

    Args:
        sitting: where it was typed, and where it goes on.
        typed: the line.
        subject: the question it is about where the line names none.
    """
    if (slip := _slip(sitting, typed.words)) is not None:
        return _not_asked(sitting, slip, typed.words)
    named, text = named_first(sitting, typed.words)
    question = named or subject
    if typed.key is Key.COMMENT:
        if not text:
            return sitting.at(Commenting(question.id, sitting.phase))
        return keep_comment(sitting.staying(), question, text)
    evidence = evidence_typed(cleaned(text))
    if evidence is None:
        if text:
            sitting = sitting.saying(why_no_evidence(sitting, text))
        return sitting.at(ShowingEvidence(question.id, sitting.phase))
    return keep_evidence(sitting.staying(), question, evidence)


def remark_on_named(sitting: Sitting, typed: Typed) -> Sitting | None:
    """The same where no question is at hand: None where the line names none."""
    if (slip := _slip(sitting, typed.words)) is not None:
        return _not_asked(sitting, slip, typed.words)
    named, _ = named_first(sitting, typed.words)
    return remark(sitting, typed, named) if named else None


def misplaced(sitting: Sitting, text: str) -> Sitting | None:
    """Refuse a line that begins with a question that is not asked; None where it does not."""
    slip = _slip(sitting, text)
    return None if slip is None else _not_asked(sitting, slip, text)


def named_first(sitting: Sitting, text: str) -> tuple[Question | None, str]:
    """The question whose id comes first, in capitals or not, and what stands behind it."""
    first, rest = _parted(text)
    for question in sitting.setting.questionnaire.questions.values():
        if first.lower() == question.id.lower():
            return question, rest
    return None, text


def _parted(text: str) -> tuple[str, str]:
    """The first word, which may end in a colon or comma, and the others."""
    first, _, rest = text.partition(" ")
    return first.rstrip(":,"), rest.strip()


def _slip(sitting: Sitting, text: str) -> str | None:
    """The first word where it names a question that is not asked, or looks as if it did.

    `POL9` does where there is a `POL3`; other words with figures, such as `SDG16`, do not.
    """
    first, _ = _parted(text)
    ids = sitting.setting.questionnaire.questions
    families = {
        identity.rstrip(digits).lower() for identity in ids if identity.rstrip(digits) != identity
    }
    asked_ids = {stop.id.lower() for stop in sitting.stops if isinstance(stop, AtQuestion)}
    in_family = first[-1:] in digits and first.rstrip(digits).lower() in families
    is_question = first.lower() in map(str.lower, ids)
    return (
        first if first and (in_family or is_question) and first.lower() not in asked_ids else None
    )


def _not_asked(sitting: Sitting, named: str, text: str) -> Sitting:
    """Refuse words about a question that is not asked, and show them again in full."""
    words = sitting.setting.words
    sitting = sitting.staying().saying(navigation.not_there(sitting, named))
    return sitting.saying(words(NOT_KEPT, typed=one_line(text)))


def keep_comment(sitting: Sitting, question: Question, comment: str) -> Sitting:
    """The sitting, where it is, with a comment added to a question."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    answer = with_comment(before, cleaned(comment), setting.plain(question.text))
    if len((answer.comment or "").encode()) > MOST_COMMENT:
        refusal = setting.words(COMMENT_FULL, id=question.id)
        return sitting.saying(refusal)
    sitting = sitting.saying(setting.words("The comment is kept with {id}.", id=question.id))
    return record(sitting, question, answer)


def keep_evidence(sitting: Sitting, question: Question, evidence: Evidence) -> Sitting:
    """The sitting, where it is, with evidence added to a question."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    answer = with_evidence(before, evidence, setting.plain(question.text))
    piece = evidence_words(evidence, setting.words)
    sentence = setting.words(EVIDENCE_KEPT, id=question.id, what=piece)
    return record(sitting.saying(sentence), question, answer)


def why_no_evidence(sitting: Sitting, typed: str) -> str:
    """Why a line is not kept as evidence, and what to type instead."""
    words = sitting.setting.words
    if no_such_day(typed):
        return words("There is no day {date}.", date=typed)
    if like_a_level(typed):
        return words(
            "“{typed}” is neither an answer nor a title. A document known by its number has d in "
            "front: d {typed}. Enter alone skips.",
            typed=echoed(typed),
        )
    return words("A title is needed. Enter alone skips.")
