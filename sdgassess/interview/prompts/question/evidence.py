"""What shows it: the prompt for evidence, after a high answer or after `e`.

It stands between two questions, where people also comment, correct themselves or go elsewhere;
whatever is plainly one of these is not kept as a document, for a document lifts what is backed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import asked, follow_on
from sdgassess.interview.moves.free_words import misplaced, too_short
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
from sdgassess.model.question import Option, Question
from sdgassess.typed.keys import (
    Key,
    Typed,
    evidence_typed,
    option_typed,
    parse,
)


def show(sitting: Sitting) -> Screen:
    """The prompt alone, for the question is still in sight; above it what could come over."""
    words, phase = sitting.setting.words, _phase(sitting)
    if phase.return_to is None:
        asks = words("What shows it? (title of a document, Enter = later) ")
    elif phase.return_to == AtQuestion(phase.id):
        asks = words("Evidence (o, d or i, title, date): ")
    else:
        asks = words("Evidence for {id} (o, d or i, title, date): ", id=phase.id)
    there = to_carry(sitting, asked(sitting)) if sitting.fresh else None
    return Screen(sitting.setting.wrapped(there) if there else (), asks, PromptKind.WORDS)


def _phase(sitting: Sitting) -> ShowingEvidence:
    """The phase, as a prompt for evidence."""
    assert isinstance(sitting.phase, ShowingEvidence)
    return sitting.phase


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a title, a key, or a level that corrects the answer."""
    question, typed = asked(sitting), parse(line)
    option = option_typed(typed.line, question.options)
    if option is not None and _phase(sitting).return_to in (None, AtQuestion(question.id)):
        return _corrected(sitting, question, option)
    if typed.key in _ACTIONS:
        return _ACTIONS[typed.key](sitting, question, typed)
    late = misplaced(sitting, question, line)
    if late is not None:
        return late
    if typed.key is not None or len(typed.line) == 1:
        return sitting.staying().saying(too_short(sitting.setting, typed.line))
    return _keep(sitting, question, typed.line)


def _corrected(sitting: Sitting, question: Question, option: Option) -> Sitting:
    """Another level for the question; what shows it is asked again where that is wanted."""
    if _phase(sitting).return_to is None:
        sitting = replace(sitting, evidence_asked=sitting.evidence_asked - {question.id})
    return take_option(sitting, question, option)


def _keep(sitting: Sitting, question: Question, line: str) -> Sitting:
    """Keep the evidence and go on; a line that is none is named and asked for again."""
    evidence = evidence_typed(line)
    if evidence is None:
        return sitting.staying().saying(why_no_evidence(sitting, line))
    return _on(keep_evidence(sitting, question, evidence), question)


def _on(sitting: Sitting, question: Question) -> Sitting:
    """Back where evidence was asked for; after an answer to the next question."""
    back = _phase(sitting).return_to
    return follow_on(sitting, question) if back is None else sitting.at(back, fresh=False)


def _evidence(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """The key `e` where evidence is due anyway: what stands behind it counts."""
    named, said = named_first(sitting, typed.words)
    if named in (None, question):
        return _keep(sitting, question, said)
    return remark(sitting, typed, question)


def _carry(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """The key `k`: with last year's evidence there is an answer to what shows it."""
    before, kept = sitting.assessed.answers.get(question.id), carry(sitting, question)
    after = kept.assessed.answers.get(question.id)
    more = after is not None and (before is None or len(after.evidence) > len(before.evidence))
    return _on(kept, question) if more else kept


def _back(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """To the question, or where evidence was asked for."""
    return sitting.at(_phase(sitting).return_to or AtQuestion(question.id))


def _help(sitting: Sitting, _: Question, __: Typed) -> Sitting:
    """What can be typed here."""
    words = sitting.setting.words
    said = words(
        "A title is kept as evidence; in front o oral, d document, i document in use; behind it "
        "a date such as 2026-03-12. c and words: a comment. A level corrects the answer. "
        "Enter alone skips. g goes, b back, q saves and stops."
    )
    return sitting.staying().saying(said)


_ACTIONS: Mapping[Key | None, Callable[[Sitting, Question, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, question, _: _on(sitting, question),
    Key.BACK: _back,
    Key.HELP: _help,
    Key.QUIT: lambda sitting, _, __: leave(sitting),
    Key.COMMENT: lambda sitting, question, typed: remark(sitting, typed, question),
    Key.EVIDENCE: _evidence,
    Key.KEEP: _carry,
    Key.GO: lambda sitting, _, typed: navigation.go(sitting, typed.words),
}
