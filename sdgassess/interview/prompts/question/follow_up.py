"""The short prompts that follow a key: who knows, why not, a comment, skip the rest."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import asked, record, skippable
from sdgassess.interview.moves.free_words import (
    help_in_comment,
    help_in_words,
    misplaced,
    too_short,
)
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.remarks import keep_comment
from sdgassess.interview.prompts.question import answer as levels
from sdgassess.interview.prompts.question.question import LONG
from sdgassess.interview.state.phases import (
    AtQuestion,
    Commenting,
    KeepingWords,
    SayingWhoKnows,
    SayingWhyNot,
    SkippingRest,
)
from sdgassess.interview.state.record import answered, with_state
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Answer, State
from sdgassess.model.question import Question
from sdgassess.text import echoed, one_line
from sdgassess.typed.keys import Key, in_free_words, yes_or_no


def show(sitting: Sitting) -> Screen:
    """The prompt of the phase; there is little to show above it."""
    words, phase = sitting.setting.words, sitting.phase
    lines: tuple[str, ...] = ()
    if isinstance(phase, SayingWhoKnows):
        return Screen((), words("Who would know? (Enter = skip) "), PromptKind.WORDS)
    if isinstance(phase, SayingWhyNot):
        return Screen(
            (), words("Why does it not apply? (Enter = without a reason) "), PromptKind.WORDS
        )
    if isinstance(phase, Commenting):
        near = phase.return_to == AtQuestion(phase.id)
        asks = words("Comment: ") if near else words("Comment on {id}: ", id=phase.id)
        return Screen((), asks, PromptKind.COMMENT)
    if isinstance(phase, KeepingWords):
        asks = words("Keep it as a comment on {id}? (y = keep, Enter = drop) ", id=phase.id)
        lines = _kept_lines(sitting, phase)
    else:
        assert isinstance(phase, SkippingRest)
        asks = words("Skip them? (y = skip, Enter = ask them) ")
        lines = _rest_lines(sitting, phase)
    return Screen(lines if sitting.fresh else (), asks, PromptKind.YES_NO)


def _kept_lines(sitting: Sitting, phase: KeepingWords) -> tuple[str, ...]:
    """What was typed, and that it is no answer."""
    setting = sitting.setting
    said = setting.words("“{typed}” is not an answer here.", typed=echoed(phase.text))
    return setting.wrapped(said)


def _rest_lines(sitting: Sitting, phase: SkippingRest) -> tuple[str, ...]:
    """Why the rest of a part can be skipped, and how many questions that is."""
    setting = sitting.setting
    n = len(skippable(sitting, phase.part))
    said = setting.words.plural(
        "Every core question of {part} is at 0. {n} question is left in it.",
        "Every core question of {part} is at 0. {n} questions are left in it.",
        n,
        part=phase.part,
    )
    return ("", *setting.wrapped(said))


def take_words(sitting: Sitting, line: str) -> Sitting:
    """Take a line at a prompt for free text: a command, nothing, or words."""
    question, typed, phase = asked(sitting), line.strip(), sitting.phase
    command = in_free_words(typed)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP:
        return (
            help_in_comment(sitting) if isinstance(phase, Commenting) else help_in_words(sitting)
        )
    if command is Key.BACK:
        back = phase.return_to if isinstance(phase, Commenting) else AtQuestion(question.id)
        return sitting.at(back)
    return _take_text(sitting, question, typed)


def _take_text(sitting: Sitting, question: Question, typed: str) -> Sitting:
    """Take words; a single character was meant for the next question and is not kept."""
    phase = sitting.phase
    if not typed:
        return _without(sitting, question)
    if len(typed) == 1:
        return sitting.staying().saying(too_short(sitting.setting, typed))
    if isinstance(phase, Commenting) and typed == ":e":
        words = sitting.setting.words
        said = words("No editor can be opened here. Type or paste the comment; it may have lines.")
        return sitting.staying().saying(said)
    late = misplaced(sitting, question, typed)
    if late is not None:
        return late
    if isinstance(phase, Commenting):
        return keep_comment(sitting, question, typed).at(phase.return_to, fresh=False)
    return _take_reason(sitting, question, typed)


def _take_reason(sitting: Sitting, question: Question, typed: str) -> Sitting:
    """Keep who knows, or why a question does not apply."""
    answer = sitting.assessed.answers.get(question.id, Answer())
    if isinstance(sitting.phase, SayingWhoKnows):
        answer = replace(answer, who_knows=typed)
    else:
        answer = replace(answer, reason=typed)
    kept = record(sitting, question, answer).saying(sitting.setting.words("Noted."))
    return navigation.onward(kept, AtQuestion(question.id))


def _without(sitting: Sitting, question: Question) -> Sitting:
    """Enter alone: go on without; a missing reason is said, for it will be marked."""
    words, phase = sitting.setting.words, sitting.phase
    if isinstance(phase, Commenting):
        return sitting.at(phase.return_to, fresh=False)
    answer = sitting.assessed.answers.get(question.id)
    if isinstance(phase, SayingWhyNot) and not (answer and answer.reason):
        sitting = sitting.saying(
            words("Without a reason; {id} is marked until one is given.", id=question.id)
        )
    return navigation.onward(sitting, AtQuestion(question.id))


def take_keep(sitting: Sitting, line: str) -> Sitting:
    """Take yes or no to keeping words as a comment; more words are added to them."""
    phase, question, typed = sitting.phase, asked(sitting), line.strip()
    assert isinstance(phase, KeepingWords)
    command = in_free_words(typed)
    wish = yes_or_no(typed)
    if command is Key.QUIT:
        return leave(keep_comment(sitting, question, phase.text))
    if wish:
        return keep_comment(sitting, question, phase.text).at(AtQuestion(question.id), fresh=False)
    words = sitting.setting.words
    if wish is False or not typed or command is Key.BACK:
        dropped = words("Dropped; nothing was changed.")
        return sitting.at(AtQuestion(question.id), fresh=False).saying(dropped)
    here = sitting.at(AtQuestion(question.id))
    taken = (
        levels.taken(here, question, typed) if levels.is_answer(here, question, typed) else None
    )
    if taken is not None:
        # The answer came after all; what was typed before it is named, so that it can be kept.
        lost = words("Not kept: “{typed}”.", typed=one_line(phase.text))
        return replace(taken, reply=(*sitting.setting.wrapped(lost), *taken.reply))
    if len(typed) >= LONG or " " in typed:
        return sitting.at(KeepingWords(phase.id, f"{phase.text}\n{typed}"))
    return sitting.staying().saying(
        words("“{typed}” is neither yes nor no. y keeps it, Enter drops it.", typed=echoed(typed))
    )


def take_skip(sitting: Sitting, line: str) -> Sitting:
    """Take yes or no to skipping the rest of a part."""
    phase, question, typed = sitting.phase, asked(sitting), line.strip()
    assert isinstance(phase, SkippingRest)
    words, here = sitting.setting.words, AtQuestion(question.id)
    command = in_free_words(typed)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.BACK:
        return sitting.at(here)
    wish = yes_or_no(typed)
    if wish is False or not typed:
        return navigation.onward(sitting, here)
    if not wish:
        return sitting.staying().saying(
            words("“{typed}” is neither yes nor no. y skips, Enter asks.", typed=echoed(typed))
        )
    skipped, profile = skippable(sitting, phase.part), sitting.assessed
    for one in skipped:
        state = with_state(profile.answers.get(one), State.NOT_ASKED, None)
        profile = answered(profile, one, state)
    said = words(
        "Skipped: {ids}. They are stored as not asked; g reaches them.", ids=", ".join(skipped)
    )
    return navigation.onward(sitting.saying(said).keeping(profile, here), here)
