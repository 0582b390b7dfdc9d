"""The short prompts that follow a key: who knows, why not, a comment, skip the rest."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import NOTED, record, skippable
from sdgassess.interview.moves.free_words import help_in_comment, no_words
from sdgassess.interview.moves.keys import not_an_answer
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.not_taken import NOT_KEPT
from sdgassess.interview.moves.remarks import keep_comment
from sdgassess.interview.prompts.question.answer import is_answer, take_answer
from sdgassess.interview.prompts.question.question import LONG
from sdgassess.interview.state.phases import (
    AtQuestion,
    Commenting,
    KeepingWords,
    SayingWhoKnows,
    SayingWhyNot,
    SkippingRest,
)
from sdgassess.interview.state.record import with_answer, with_state
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Answer, State
from sdgassess.text import echoed, exact, one_line
from sdgassess.typed.keys import Key, in_free_words, yes_or_no


def show_who_knows(sitting: Sitting, _: SayingWhoKnows) -> Screen:
    """The prompt for who would know."""
    return Screen((), sitting.setting.words("Who would know? (Enter = skip) "), PromptKind.WORDS)


def take_who_knows(sitting: Sitting, phase: SayingWhoKnows, line: str) -> Sitting:
    """Take who would know, nothing, or a key."""
    stop, typed = AtQuestion(phase.id), line.strip()
    keyed = no_words(sitting, sitting.question(phase.id), line, stop)
    if keyed is not None:
        return keyed
    if not typed:
        return navigation.onward(sitting, stop)
    answer = sitting.assessed.answers.get(phase.id, Answer())
    return _noted(sitting, stop, replace(answer, who_knows=typed))


def show_why_not(sitting: Sitting, _: SayingWhyNot) -> Screen:
    """The prompt for why a question does not apply."""
    asks = sitting.setting.words("Why does it not apply? (Enter = without a reason) ")
    return Screen((), asks, PromptKind.WORDS)


def take_why_not(sitting: Sitting, phase: SayingWhyNot, line: str) -> Sitting:
    """Take a reason, nothing, or a key; a missing reason is said, for it will be marked."""
    stop, typed = AtQuestion(phase.id), line.strip()
    keyed = no_words(sitting, sitting.question(phase.id), line, stop)
    if keyed is not None:
        return keyed
    answer = sitting.assessed.answers.get(phase.id, Answer())
    if typed:
        return _noted(sitting, stop, replace(answer, reason=typed))
    if not answer.reason:
        words = sitting.setting.words
        sitting = sitting.saying(
            words("Without a reason; {id} is marked until one is given.", id=phase.id)
        )
    return navigation.onward(sitting, stop)


def _noted(sitting: Sitting, stop: AtQuestion, answer: Answer) -> Sitting:
    """Keep an answer that was added to, and go on."""
    recorded = record(sitting, sitting.question(stop.id), answer)
    return navigation.onward(recorded.saying(sitting.setting.words(NOTED)), stop)


def show_comment(sitting: Sitting, phase: Commenting) -> Screen:
    """The prompt for a comment; about another question it names that."""
    words, near = sitting.setting.words, phase.return_to == AtQuestion(phase.id)
    asks = words("Comment: ") if near else words("Comment on {id}: ", id=phase.id)
    return Screen((), asks, PromptKind.COMMENT)


def take_comment(sitting: Sitting, phase: Commenting, line: str) -> Sitting:
    """Take a comment, nothing, or a key."""
    question, typed = sitting.question(phase.id), line.strip()
    if in_free_words(line) is Key.HELP:
        return help_in_comment(sitting)
    keyed = no_words(sitting, question, line, phase.return_to)
    if keyed is not None:
        return keyed
    if typed == ":e":
        words = sitting.setting.words
        return sitting.staying().saying(
            words("No editor can be opened here. Type or paste the comment; it may have lines.")
        )
    commented = keep_comment(sitting, question, typed) if typed else sitting
    return commented.at(phase.return_to, fresh=False)


def show_keep(sitting: Sitting, phase: KeepingWords) -> Screen:
    """What was typed, that it is no answer, and whether to keep it."""
    setting = sitting.setting
    asks = setting.words("Keep it as a comment on {id}? (y = keep, Enter = drop) ", id=phase.id)
    refusal = not_an_answer(setting.words, phase.text, sitting.question(phase.id))
    lines = setting.wrapped(refusal) if sitting.fresh else ()
    return Screen(lines, asks, PromptKind.YES_NO)


def take_keep(sitting: Sitting, phase: KeepingWords, line: str) -> Sitting:
    """Take yes or no to keeping words as a comment; more words are added to them."""
    words, question, typed = sitting.setting.words, sitting.question(phase.id), line.strip()
    stop, command, wish = AtQuestion(phase.id), in_free_words(typed), yes_or_no(typed)
    if command is Key.QUIT:
        return leave(keep_comment(sitting, question, phase.text))
    if wish:
        return keep_comment(sitting, question, phase.text).at(stop, fresh=False)
    if wish is False or not typed or command is Key.BACK:
        return sitting.at(stop, fresh=False).saying(words("Dropped; nothing was changed."))
    if is_answer(sitting, question, typed):
        answered = take_answer(sitting.at(stop), question, typed)
        assert answered is not None, "the line is an answer"
        # The answer came after all; what was typed before it is named, so that it can be kept.
        lost = words(NOT_KEPT, typed=one_line(phase.text))
        return replace(answered, reply=(*sitting.setting.wrapped(lost), *answered.reply))
    if len(typed) >= LONG or " " in typed:
        return sitting.at(KeepingWords(phase.id, f"{phase.text}\n{typed}"))
    return sitting.staying().saying(
        words("“{typed}” is neither yes nor no. y keeps it, Enter drops it.", typed=echoed(typed))
    )


def show_skip(sitting: Sitting, phase: SkippingRest) -> Screen:
    """Why the rest of a part can be skipped, how many questions that is, and whether to."""
    setting = sitting.setting
    n = len(skippable(sitting, phase.part))
    sentence = setting.words.plural(
        "Every core question of {part} is at {level}. {n} question is left in it.",
        "Every core question of {part} is at {level}. {n} questions are left in it.",
        n,
        part=phase.part,
        level=exact(sitting.question(phase.id).lowest),
    )
    lines = ("", *setting.wrapped(sentence)) if sitting.fresh else ()
    asks = setting.words("Skip them? (y = skip, Enter = ask them) ")
    return Screen(lines, asks, PromptKind.YES_NO)


def take_skip(sitting: Sitting, phase: SkippingRest, line: str) -> Sitting:
    """Take yes or no to skipping the rest of a part."""
    words, stop, typed = sitting.setting.words, AtQuestion(phase.id), line.strip()
    command, wish = in_free_words(typed), yes_or_no(typed)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.BACK:
        return sitting.at(stop)
    if wish is False or not typed:
        return navigation.onward(sitting, stop)
    if not wish:
        return sitting.staying().saying(
            words("“{typed}” is neither yes nor no. y skips, Enter asks.", typed=echoed(typed))
        )
    skipped, profile = skippable(sitting, phase.part), sitting.assessed
    for question in skipped:
        state = with_state(profile.answers.get(question), State.NOT_ASKED, None)
        profile = with_answer(profile, question, state)
    sentence = words(
        "Skipped: {ids}. They are stored as not asked; g reaches them.", ids=", ".join(skipped)
    )
    return navigation.onward(sitting.saying(sentence).keeping(profile, stop), stop)
