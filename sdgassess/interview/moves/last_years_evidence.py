"""The key `k`: last year's evidence and comment come over to this year's answer, never its level.

Like everything of last year, only once this year's answer is given.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.answer import record
from sdgassess.interview.moves.remarks import MOST_COMMENT
from sdgassess.interview.state.route import is_answered
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import earlier
from sdgassess.model.profile import Answer, Evidence
from sdgassess.model.question import Question
from sdgassess.phrases.evidence import evidence_words
from sdgassess.text import one_line


def carry(sitting: Sitting, question: Question) -> Sitting:
    """The sitting, where it is, with last year's evidence and comment kept; said in words."""
    words, then = sitting.setting.words, earlier(sitting, question)
    answer = sitting.assessed.answers.get(question.id)
    sitting = sitting.staying()
    if answer is None or not is_answered(answer):
        return sitting.saying(
            words("k keeps last year's evidence and comment once this year's answer is given.")
        )
    if then is None or not (then.answer.evidence or _comment(then.answer)):
        said = words("Last year has neither evidence nor a comment for {id}.", id=question.id)
        return sitting.saying(said)
    evidence, comment = missing(answer, then.answer)
    if not evidence and not comment:
        said = words("Last year's evidence and comment are with {id} already.", id=question.id)
        return sitting.saying(said)
    return _kept(sitting, question, evidence, comment)


def _kept(
    sitting: Sitting, question: Question, evidence: tuple[Evidence, ...], comment: str
) -> Sitting:
    """Keep both in one change; a comment that no longer fits is said to be left out."""
    words = sitting.setting.words
    answer = sitting.assessed.answers[question.id]
    whole = "\n".join(filter(None, ((answer.comment or "").rstrip("\n"), comment)))
    if len(whole.encode()) > MOST_COMMENT:
        said = words("The comment of {id} is full; this was not added.", id=question.id)
        sitting, whole, comment = sitting.saying(said), answer.comment or "", ""
    for item in evidence:
        what = evidence_words(item, words)
        sitting = sitting.saying(
            words("Evidence kept with {id}: {what}.", id=question.id, what=what)
        )
    if comment:
        said = words(
            "Comment of last year kept with {id}: {text}", id=question.id, text=one_line(comment)
        )
        sitting = sitting.saying(said)
    evidence = (*answer.evidence, *evidence)
    return record(
        sitting, question, replace(answer, evidence=evidence, comment=whole or answer.comment)
    )


def missing(now: Answer, then: Answer) -> tuple[tuple[Evidence, ...], str]:
    """What last year has that this year's answer lacks: evidence, and a comment or nothing."""
    items = dict.fromkeys(item for item in then.evidence if item not in now.evidence)
    comment = _comment(then)
    return tuple(items), "" if comment in (now.comment or "") else comment


def _comment(answer: Answer) -> str:
    """The comment without the line end that a file may give it."""
    return (answer.comment or "").strip("\n")


def to_carry(sitting: Sitting, question: Question) -> str | None:
    """What `k` would bring here, in a sentence; None where that is nothing."""
    words, then = sitting.setting.words, earlier(sitting, question)
    answer = sitting.assessed.answers.get(question.id)
    if then is None or answer is None or not is_answered(answer):
        return None
    evidence, comment = missing(answer, then.answer)
    what = [evidence_words(item, words) for item in evidence]
    what += [words("a comment")] if comment else []
    return words("Last year: {what}; k keeps it.", what="; ".join(what)) if what else None
