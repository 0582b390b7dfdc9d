"""Why this year's answer differs from last year's: got worse or known better, and the reason.

Asked once after an answer that is lower (domain model §3.15), and on request after `v`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import asked, follow_on, record, take_level
from sdgassess.interview.moves.free_words import help_in_words, misplaced, too_short
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.remarks import remark
from sdgassess.interview.state.phases import (
    AtQuestion,
    Phase,
    SayingChange,
    SayingWhyChanged,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.last_year import (
    earlier,
    in_words,
    level_now,
    was_of,
)
from sdgassess.model.profile import EarlierAnswer, WasChange
from sdgassess.model.question import Question
from sdgassess.text import echoed, number
from sdgassess.typed.keys import (
    Key,
    Typed,
    in_free_words,
    option_typed,
    parse,
)

_CHANGES = {"w": WasChange.WORSE, "m": WasChange.KNOWN_BETTER}


def show(sitting: Sitting) -> Screen:
    """Both answers, and what may lie between them."""
    setting, words, question = sitting.setting, sitting.setting.words, asked(sitting)
    then, now = earlier(sitting, question), level_now(sitting, question)
    lines: tuple[str, ...] = ()
    if then is not None and now is not None and sitting.fresh:
        said = words("Now: {level}.", level=number(now, 9))
        lines = (*setting.wrapped(in_words(sitting, then)), *setting.wrapped(said))
    asks = words(
        "Has it got worse (w), or do you know more now (m)? (Enter = leave it open) ",
    )
    return Screen(lines, asks, PromptKind.ANSWER)


def show_why(sitting: Sitting) -> Screen:
    """The prompt for a reason, with both levels."""
    words, question = sitting.setting.words, asked(sitting)
    then, now = earlier(sitting, question), level_now(sitting, question)
    if then is None or then.level is None or now is None:
        return Screen((), words("Why? (Enter = no reason) "), PromptKind.WORDS)
    before, after = number(then.level, 9), number(now, 9)
    asks = words("Why from {before} to {now}? (Enter = no reason) ", before=before, now=after)
    return Screen((), asks, PromptKind.WORDS)


def take(sitting: Sitting, line: str) -> Sitting:
    """Take worse or known better, nothing, a key, or a level that corrects the answer."""
    question, typed, phase = asked(sitting), parse(line), _phase(sitting)
    change = _CHANGES.get(typed.line.lower())
    if change is not None:
        kept = _keep_change(sitting, question, change)
        return kept.at(SayingWhyChanged(question.id, phase.return_to))
    option = option_typed(typed.line, question.options)
    if option is not None:
        unasked = replace(sitting, change_asked=sitting.change_asked - {question.id})
        return take_level(unasked, question, option)
    if typed.key in _ACTIONS:
        return _ACTIONS[typed.key](sitting, question, typed)
    words = sitting.setting.words
    said = words(
        "“{typed}” is neither w nor m. Enter alone leaves it open.", typed=echoed(typed.line)
    )
    return sitting.staying().saying(said)


def take_why(sitting: Sitting, line: str) -> Sitting:
    """Take a reason, nothing, or a command; a single character was meant for the next question."""
    question, typed, phase = asked(sitting), line.strip(), _phase(sitting)
    command = in_free_words(typed)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP:
        return help_in_words(sitting)
    if command is Key.BACK:
        return sitting.at(phase.return_to or AtQuestion(question.id))
    late = misplaced(sitting, question, typed)
    if late is not None:
        return late
    if len(typed) == 1:
        return sitting.staying().saying(too_short(sitting.setting, typed))
    return _on(_keep_reason(sitting, question, typed) if typed else sitting, question)


def _phase(sitting: Sitting) -> SayingChange | SayingWhyChanged:
    """The phase, as one of these two."""
    assert isinstance(sitting.phase, SayingChange | SayingWhyChanged)
    return sitting.phase


def _on(sitting: Sitting, question: Question) -> Sitting:
    """Back where last year's answer was asked for; after an answer to what is due next."""
    back: Phase | None = _phase(sitting).return_to
    return follow_on(sitting, question) if back is None else sitting.at(back, fresh=False)


def _keep_change(sitting: Sitting, question: Question, change: WasChange) -> Sitting:
    """Keep whether it got worse or is known better; a reason that was given before stays."""
    return _keep(sitting, question, lambda was: was._replace(change=change))


def _keep_reason(sitting: Sitting, question: Question, reason: str) -> Sitting:
    """Keep why; what was called neither worse nor known better has changed."""
    return _keep(
        sitting,
        question,
        lambda was: was._replace(change=was.change or WasChange.CHANGED, reason=reason),
    ).saying(sitting.setting.words("Noted."))


def _keep(
    sitting: Sitting, question: Question, told: Callable[[EarlierAnswer], EarlierAnswer]
) -> Sitting:
    """Keep last year's answer with something told about the difference."""
    then, answer = earlier(sitting, question), sitting.assessed.answers.get(question.id)
    assert then is not None, "only where there is an answer of last year"
    assert answer is not None, "only after an answer"
    was = told(answer.was or was_of(sitting, then))
    return record(sitting, question, replace(answer, was=was))


def _help(sitting: Sitting, _: Question, __: Typed) -> Sitting:
    """What can be typed here."""
    words = sitting.setting.words
    said = words(
        "w: the situation is worse than last year. m: it was no better then, but more is known "
        "now. A level corrects the answer. c and words: a comment. Enter alone leaves it open. "
        "g goes, b back, q saves and stops."
    )
    return sitting.staying().saying(said)


_ACTIONS: Mapping[Key | None, Callable[[Sitting, Question, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, question, _: _on(sitting, question),
    Key.BACK: lambda sitting, question, _: sitting.at(AtQuestion(question.id)),
    Key.HELP: _help,
    Key.QUIT: lambda sitting, _, __: leave(sitting),
    Key.COMMENT: lambda sitting, question, typed: remark(sitting, typed, question),
    Key.EVIDENCE: lambda sitting, question, typed: remark(sitting, typed, question),
    Key.GO: lambda sitting, _, typed: navigation.go(sitting, typed.words),
}
