"""Why this year's answer differs from last year's: got worse or known better, and the reason.

Asked once after an answer that is lower (model.md: Comparing years), and on request after `v`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.interview.moves.answer import NOTED, follow_on, record, take_level
from sdgassess.interview.moves.free_words import no_words
from sdgassess.interview.moves.keys import press
from sdgassess.interview.moves.remarks import remark
from sdgassess.interview.state.phases import (
    AtQuestion,
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
from sdgassess.numbers import written_number
from sdgassess.text import echoed
from sdgassess.typed.keys import (
    Key,
    Typed,
    answer_typed,
    parse,
)

FEWEST_WORDS = 2
"""From so many words on, what stands behind `w` is a reason and no slip of handing over."""
_CHANGES = {"w": WasChange.WORSE, "m": WasChange.KNOWN_BETTER}


def show(sitting: Sitting, phase: SayingChange) -> Screen:
    """Both answers, and what may lie between them."""
    setting, words, question = sitting.setting, sitting.setting.words, sitting.question(phase.id)
    last_year, level = earlier(sitting, question), level_now(sitting, question)
    lines: tuple[str, ...] = ()
    if last_year is not None and level is not None and sitting.fresh:
        sentence = words("Now: {level}.", level=written_number(level, words, 9))
        lines = (*setting.wrapped(in_words(sitting, last_year)), *setting.wrapped(sentence))
    asks = words(
        "Has it got worse (w), or do you know more now (m)? (Enter = leave it open) ",
    )
    return Screen(lines, asks, PromptKind.ANSWER)


def show_why(sitting: Sitting, phase: SayingWhyChanged) -> Screen:
    """The prompt for a reason, with both levels."""
    words, question = sitting.setting.words, sitting.question(phase.id)
    last_year, level = earlier(sitting, question), level_now(sitting, question)
    if last_year is None or last_year.level is None or level is None:
        return Screen((), words("Why? (Enter = no reason) "), PromptKind.WORDS)
    before, after = written_number(last_year.level, words, 9), written_number(level, words, 9)
    asks = words("Why from {before} to {now}? (Enter = no reason) ", before=before, now=after)
    return Screen((), asks, PromptKind.WORDS)


def take(sitting: Sitting, phase: SayingChange, line: str) -> Sitting:
    """Take worse or known better, nothing, a key, or a level that corrects the answer."""
    question, typed = sitting.question(phase.id), parse(line)
    change = _CHANGES.get(typed.line.lower())
    if change is not None:
        noted = _note(sitting, question, lambda difference: difference._replace(change=change))
        return noted.at(SayingWhyChanged(question.id, phase.return_to))
    if (reasoned := _with_reason(sitting, phase, typed.line)) is not None:
        return reasoned
    option = answer_typed(typed.line, question)
    if option is not None:
        unasked = replace(sitting, change_asked=sitting.change_asked - {question.id})
        return take_level(unasked, question, option)
    return press(sitting, phase, typed, _KEYS) or _refused(sitting, phase, typed)


def _with_reason(sitting: Sitting, phase: SayingChange, line: str) -> Sitting | None:
    """Worse or known better with the reason in the same line, `m we asked more people`."""
    first, _, reason = line.partition(" ")
    change, question = _CHANGES.get(first.lower()), sitting.question(phase.id)
    if change is None or len(reason.split()) < FEWEST_WORDS:
        return None

    def reasoned(difference: EarlierAnswer) -> EarlierAnswer:
        return difference._replace(change=change, reason=reason.strip())

    noted = _note(sitting, question, reasoned).saying(sitting.setting.words(NOTED))
    return _onward(noted, SayingWhyChanged(question.id, phase.return_to))


def take_why(sitting: Sitting, phase: SayingWhyChanged, line: str) -> Sitting:
    """Take a reason, nothing, or a command; what was called neither worse nor better changed."""
    question, typed = sitting.question(phase.id), line.strip()
    keyed = no_words(sitting, question, line, phase.return_to or AtQuestion(question.id))
    if keyed is not None:
        return keyed
    if typed:
        sitting = _note(
            sitting,
            question,
            lambda difference: difference._replace(
                change=difference.change or WasChange.CHANGED, reason=typed
            ),
        ).saying(sitting.setting.words(NOTED))
    return _onward(sitting, phase)


def _onward(sitting: Sitting, phase: SayingChange | SayingWhyChanged) -> Sitting:
    """Back where last year's answer was asked for; after an answer to what is due next."""
    if phase.return_to is None:
        return follow_on(sitting, sitting.question(phase.id))
    return sitting.at(phase.return_to, fresh=False)


def _note(
    sitting: Sitting, question: Question, changed: Callable[[EarlierAnswer], EarlierAnswer]
) -> Sitting:
    """Keep last year's answer with something said about the difference; the rest of it stays."""
    last_year, answer = earlier(sitting, question), sitting.assessed.answers.get(question.id)
    assert last_year is not None, "only where there is an answer of last year"
    assert answer is not None, "only after an answer"
    difference = changed(answer.was or was_of(sitting, last_year))
    return record(sitting, question, replace(answer, was=difference))


def _remark(sitting: Sitting, phase: SayingChange, typed: Typed) -> Sitting:
    return remark(sitting, typed, sitting.question(phase.id))


def _help(sitting: Sitting, _: SayingChange, __: Typed) -> Sitting:
    return sitting.staying().saying(
        sitting.setting.words(
            "w: the situation is worse than last year. m: it was no better then, but more is "
            "known now. A level corrects the answer. c and words: a comment. Enter alone leaves "
            "it open. g goes, b back, q saves and stops."
        )
    )


def _refused(sitting: Sitting, _: SayingChange, typed: Typed) -> Sitting:
    words = sitting.setting.words
    return sitting.staying().saying(
        words(
            "“{typed}” is neither w nor m. Enter alone leaves it open.", typed=echoed(typed.line)
        )
    )


_KEYS: Mapping[Key, Callable[[Sitting, SayingChange, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, phase, _: _onward(sitting, phase),
    Key.BACK: lambda sitting, phase, _: sitting.at(AtQuestion(phase.id)),
    Key.HELP: _help,
    Key.COMMENT: _remark,
    Key.EVIDENCE: _remark,
    # `w` is worse here, also with words behind it: nobody is handed over to by a slip.
    Key.WHO: _refused,
}
