"""The key `k`: last year's evidence and comment come over to this year's answer, never its level.

Like everything of last year, only once this year's answer is given.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves.answer import record
from sdgassess.interview.moves.remarks import COMMENT_FULL, EVIDENCE_KEPT, MOST_COMMENT
from sdgassess.interview.state.route import is_answered
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import earlier
from sdgassess.model.profile import Answer, Evidence
from sdgassess.model.question import Question
from sdgassess.phrases.evidence import evidence_words
from sdgassess.text import one_line


def carry(sitting: Sitting, question: Question) -> Sitting:
    """The sitting, where it is, with last year's evidence and comment kept; said in words."""
    words, last_year = sitting.setting.words, earlier(sitting, question)
    answer = sitting.assessed.answers.get(question.id)
    sitting = sitting.staying()
    if answer is None or not is_answered(answer):
        return sitting.saying(
            words("k keeps last year's evidence and comment once this year's answer is given.")
        )
    if last_year is None or not (last_year.answer.evidence or _comment(last_year.answer)):
        refusal = words("Last year has neither evidence nor a comment for {id}.", id=question.id)
        return sitting.saying(refusal)
    evidence, comment = missing(answer, last_year.answer)
    if not evidence and not comment:
        refusal = words("Last year's evidence and comment are with {id} already.", id=question.id)
        return sitting.saying(refusal)
    return _carry(sitting, question, evidence, comment)


def _carry(
    sitting: Sitting, question: Question, evidence: tuple[Evidence, ...], comment: str
) -> Sitting:
    """Keep both in one change; a comment that no longer fits is said to be left out."""
    words = sitting.setting.words
    answer = sitting.assessed.answers[question.id]
    both = "\n".join(filter(None, ((answer.comment or "").rstrip("\n"), comment)))
    if len(both.encode()) > MOST_COMMENT:
        refusal = words(COMMENT_FULL, id=question.id)
        sitting, both, comment = sitting.saying(refusal), answer.comment or "", ""
    for item in evidence:
        piece = evidence_words(item, words)
        sitting = sitting.saying(words(EVIDENCE_KEPT, id=question.id, what=piece))
    if comment:
        sentence = words(
            "Comment of last year kept with {id}: {text}", id=question.id, text=one_line(comment)
        )
        sitting = sitting.saying(sentence)
    evidence = (*answer.evidence, *evidence)
    return record(
        sitting, question, replace(answer, evidence=evidence, comment=both or answer.comment)
    )


def missing(answer: Answer, last_year: Answer) -> tuple[tuple[Evidence, ...], str]:
    """What last year has that this year's answer lacks: evidence, and a comment or nothing."""
    items = dict.fromkeys(item for item in last_year.evidence if item not in answer.evidence)
    comment = _comment(last_year)
    return tuple(items), "" if comment in (answer.comment or "") else comment


def _comment(answer: Answer) -> str:
    """The comment without the line end that a file may give it."""
    return (answer.comment or "").strip("\n")


def to_carry(sitting: Sitting, question: Question) -> str | None:
    """What `k` would bring here, in a sentence; None where that is nothing."""
    words, last_year = sitting.setting.words, earlier(sitting, question)
    answer = sitting.assessed.answers.get(question.id)
    if last_year is None or answer is None or not is_answered(answer):
        return None
    evidence, comment = missing(answer, last_year.answer)
    pieces = [evidence_words(item, words) for item in evidence]
    pieces += [words("a comment")] if comment else []
    return words("Last year: {what}; k keeps it.", what="; ".join(pieces)) if pieces else None
