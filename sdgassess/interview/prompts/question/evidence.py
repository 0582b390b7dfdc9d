"""What shows it: the prompt for evidence, after a high answer or after `e`.

It stands between two questions, where people also comment, correct themselves or go elsewhere;
whatever is plainly one of these is not kept as a document, for a document lifts what is backed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import follow_on
from sdgassess.interview.moves.free_words import late_line, too_short
from sdgassess.interview.moves.last_years_evidence import carry, to_carry
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.remarks import (
    keep_evidence,
    named_first,
    remark,
    why_no_evidence,
)
from sdgassess.interview.prompts.question.answer import take_option
from sdgassess.interview.state.phases import AtQuestion, ShowingEvidence
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.question import Option
from sdgassess.typed.keys import (
    Key,
    Typed,
    answer_typed,
    evidence_typed,
    parse,
)


def show(sitting: Sitting, phase: ShowingEvidence) -> Screen:
    """The prompt alone, for the question is still in sight; above it what could come over."""
    words = sitting.setting.words
    if phase.return_to is None:
        asks = words("What shows it? (title of a document, Enter = later) ")
    elif phase.return_to == AtQuestion(phase.id):
        asks = words("Evidence (o, d or i, title, date): ")
    else:
        asks = words("Evidence for {id} (o, d or i, title, date): ", id=phase.id)
    offer = to_carry(sitting, sitting.question(phase.id)) if sitting.fresh else None
    return Screen(sitting.setting.wrapped(offer) if offer else (), asks, PromptKind.WORDS)


def take(sitting: Sitting, phase: ShowingEvidence, line: str) -> Sitting:
    """Take a title, a key, or a level that corrects the answer."""
    question, typed = sitting.question(phase.id), parse(line)
    option = answer_typed(typed.line, question)
    if option is not None and phase.return_to in (None, AtQuestion(question.id)):
        return _corrected(sitting, phase, option)
    # Where words are due only these keys are keys: what works elsewhere may be a short title.
    if typed.key in _KEYS:
        return _KEYS[typed.key](sitting, phase, typed)
    moved = late_line(sitting, question, line)
    if moved is not None:
        return moved
    if typed.key is not None or len(typed.line) == 1:
        return too_short(sitting, typed.line)
    return _keep(sitting, phase, typed.line)


def _corrected(sitting: Sitting, phase: ShowingEvidence, option: Option) -> Sitting:
    """Another level for the question; what shows it is asked again where that is wanted."""
    if phase.return_to is None:
        sitting = replace(sitting, evidence_asked=sitting.evidence_asked - {phase.id})
    return take_option(sitting, sitting.question(phase.id), option)


def _keep(sitting: Sitting, phase: ShowingEvidence, line: str) -> Sitting:
    """Keep the evidence and go on; a line that is none is named and asked for again."""
    evidence = evidence_typed(line)
    if evidence is None:
        return sitting.staying().saying(why_no_evidence(sitting, line))
    return _onward(keep_evidence(sitting, sitting.question(phase.id), evidence), phase)


def _onward(sitting: Sitting, phase: ShowingEvidence) -> Sitting:
    """Back where evidence was asked for; after an answer to the next question."""
    if phase.return_to is None:
        return follow_on(sitting, sitting.question(phase.id))
    return sitting.at(phase.return_to, fresh=False)


def _evidence(sitting: Sitting, phase: ShowingEvidence, typed: Typed) -> Sitting:
    """The key `e` where evidence is due anyway: what stands behind it counts."""
    question = sitting.question(phase.id)
    named, title = named_first(sitting, typed.words)
    if named in (None, question):
        return _keep(sitting, phase, title)
    return remark(sitting, typed, question)


def _comment(sitting: Sitting, phase: ShowingEvidence, typed: Typed) -> Sitting:
    return remark(sitting, typed, sitting.question(phase.id))


def _carry(sitting: Sitting, phase: ShowingEvidence, _: Typed) -> Sitting:
    """The key `k`: with last year's evidence there is an answer to what shows it."""
    before = sitting.assessed.answers.get(phase.id)
    carried = carry(sitting, sitting.question(phase.id))
    after = carried.assessed.answers.get(phase.id)
    more = after is not None and (before is None or len(after.evidence) > len(before.evidence))
    return _onward(carried, phase) if more else carried


def _back(sitting: Sitting, phase: ShowingEvidence, _: Typed) -> Sitting:
    """To the question, or where evidence was asked for."""
    return sitting.at(phase.return_to or AtQuestion(phase.id))


def _help(sitting: Sitting, _: ShowingEvidence, __: Typed) -> Sitting:
    return sitting.staying().saying(
        sitting.setting.words(
            "A title is kept as evidence; in front o oral, d document, i document in use; behind "
            "it a date such as 2026-03-12. c and words: a comment. A level corrects the answer. "
            "Enter alone skips. g goes, b back, q saves and stops."
        )
    )


_KEYS: Mapping[Key | None, Callable[[Sitting, ShowingEvidence, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, phase, _: _onward(sitting, phase),
    Key.BACK: _back,
    Key.HELP: _help,
    Key.QUIT: lambda sitting, _, __: leave(sitting),
    Key.COMMENT: _comment,
    Key.EVIDENCE: _evidence,
    Key.KEEP: _carry,
    Key.GO: lambda sitting, _, typed: navigation.go(sitting, typed.words),
}
