"""From voices to an agreed level: which one, who agreed, why, and who saw it otherwise.

Silent answers first, then the table, then talk, then what the room records (domain model §3.5,
rule 5). Every voice stays as it was given. All of it fits in one line: `2 pcl minutes of May`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sdgassess.interview.moves import answer as asking
from sdgassess.interview.moves.answer import record
from sdgassess.interview.moves.attendance import is_due
from sdgassess.interview.moves.free_words import help_in_words, misplaced, too_short
from sdgassess.interview.moves.keys import move
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.remarks import remark
from sdgassess.interview.state.phases import (
    Agreeing,
    AskingConsent,
    AtQuestion,
    RecordingOutside,
    SayingDissent,
    SayingWhoAgreed,
    SayingWhyAgreed,
)
from sdgassess.interview.state.record import with_level
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import span, value_label
from sdgassess.interview.view.voices import by_role, laid_out
from sdgassess.model.profile import Agreement, Answer, Voice
from sdgassess.model.question import Level, Option, Question
from sdgassess.text import echoed, visible
from sdgassess.typed.keys import (
    Key,
    Typed,
    in_free_words,
    option_typed,
    parse,
)


def revealed(sitting: Sitting, question: Question) -> Sitting:
    """Voices were given: those who differ are laid on the table, one mind needs no talk."""
    answer = _answer(sitting, question)
    if is_due(sitting, len(answer.voices)):
        return sitting.at(AskingConsent(Agreeing(question.id)))
    return settled_or_agreeing(sitting, question)


def settled_or_agreeing(sitting: Sitting, question: Question) -> Sitting:
    """On where all voices stand at one level, else to the question for an agreed level."""
    answer = _answer(sitting, question)
    levels = {voice.level for voice in answer.voices}
    only = next(iter(levels)) if len(levels) == 1 else None
    if only is None or answer.level not in (None, only):
        return sitting.at(Agreeing(question.id))
    option = question.option(only)
    assert option is not None, "a voice has one of the question's levels"
    setting = sitting.setting
    n = len(answer.voices)
    head = setting.words.plural("{n} voice:", "{n} voices, one level:", n)
    means = visible(setting.anchor(question, option)).strip()
    sitting = sitting.saying(f"{value_label(option)}  {means}", f"{question.id}  {head} ")
    return asking.follow_on(sitting, question)


def show(sitting: Sitting) -> Screen:
    """The table of voices, and the question for a level; or one of the prompts after it."""
    words, question = sitting.setting.words, asking.asked(sitting)
    answer = _answer(sitting, question)
    level = "" if answer.level is None else value_label(_option(question, answer))
    if isinstance(sitting.phase, Agreeing):
        lines = laid_out(sitting, question) if sitting.fresh else ()
        stays = answer.level is not None
        keep = words("Enter keeps {level}", level=level) if stays else words("Enter = none")
        asks = words("Agreed level? ({values}, {enter}) ", values=span(question), enter=keep)
        return Screen(lines, asks, PromptKind.ANSWER)
    if isinstance(sitting.phase, SayingWhoAgreed):
        letters = " ".join(_letters(sitting, spoken(answer.voices)))
        asks = words("Who agrees on {level}? (Enter = {all}) ", level=level, all=letters)
    elif isinstance(sitting.phase, SayingWhyAgreed):
        asks = words("Why {level}? (Enter = no reason) ", level=level)
    else:
        asks = _dissent_prompt(sitting, answer)
    return Screen((), asks, PromptKind.WORDS)


def _dissent_prompt(sitting: Sitting, answer: Answer) -> str:
    """The question for dissent; who spoke and did not agree is named, where roles may be."""
    words, agreed = sitting.setting.words, answer.agreed
    apart = [one for one in spoken(answer.voices) if agreed and one not in agreed.by]
    if apart and sitting.assessed.consent:
        who = by_role(sitting.setting, apart)
        return words("{roles} did not agree. Why? (Enter = no reason) ", roles=who)
    return words("Who sees it otherwise, and why? (Enter = nobody) ")


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a line at one of the prompts."""
    question, typed = asking.asked(sitting), line.strip()
    if isinstance(sitting.phase, Agreeing):
        return _take_level(sitting, question, typed)
    command = in_free_words(typed)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP:
        return help_in_words(sitting)
    if command is Key.BACK:
        return sitting.at(Agreeing(question.id))
    late = misplaced(sitting, question, typed)
    if late is not None:
        return late
    return _WORDS[type(sitting.phase)](sitting, question, typed)


def _take_level(sitting: Sitting, question: Question, typed: str) -> Sitting:
    """A level, with who agreed and why where that stands behind it; Enter leaves the voices."""
    first, _, rest = typed.partition(" ")
    option = option_typed(first.rstrip(":,"), question.options)
    if option is not None:
        return agreed_on(sitting, question, option, rest.strip())
    return _take_key(sitting, question, parse(typed))


def _take_key(sitting: Sitting, question: Question, read: Typed) -> Sitting:
    """A key where a level was due; anything else is named."""
    if read.key in (Key.ENTER, Key.LATER, Key.FORWARD):
        return asking.follow_on(sitting, question)
    if read.key is Key.BACK:
        return sitting.at(AtQuestion(question.id))
    if read.key in (Key.COMMENT, Key.EVIDENCE):
        return remark(sitting, read, question)
    moved = move(sitting, read)
    if moved is not None:
        return moved
    words = sitting.setting.words
    if read.key is not Key.HELP:
        said = words("“{typed}” is not an answer here.", typed=echoed(read.line))
        sitting = sitting.saying(said)
    return sitting.staying().saying(
        words(
            "{values} records what the room agrees on; behind it who, by letter, and why: 2 pcl "
            "and words. Enter leaves the voices as they are. c comment, b back, q save and stop.",
            values=span(question),
        )
    )


def agreed_on(
    sitting: Sitting, question: Question, option: Option, rest: str = "", *, sure: bool = False
) -> Sitting:
    """Record the level that the room agrees on beside its voices, then who agreed, and why.

    A level beyond all voices may be a slip: unless `sure`, it is asked about first.
    """
    if not sure and is_outside(_answer(sitting, question).voices, option.value):
        return sitting.at(RecordingOutside(question.id, option, rest))
    setting, before = sitting.setting, _answer(sitting, question)
    means = setting.anchor(question, option)
    answer = with_level(before, option.value, setting.plain(question.text), means)
    sitting = sitting.saying(visible(means).strip(), f"{question.id} = {value_label(option)}  ")
    who, _, why = rest.partition(" ")
    roles = _roles(sitting, who)
    if not roles:
        # A reason that was typed is kept at once; who agreed may still be said.
        agreed = before.agreed if before.level == option.value else None
        if rest:
            agreed = Agreement(spoken(answer.voices), rest)
        answer = replace(answer, agreed=agreed)
        return record(sitting, question, answer).at(SayingWhoAgreed(question.id))
    answer = replace(answer, agreed=Agreement(roles, why.strip() or None))
    return _after_who(record(sitting, question, answer), question)


def _take_who(sitting: Sitting, question: Question, typed: str) -> Sitting:
    """The roles that agreed, by letter; Enter means all who spoke."""
    answer = _answer(sitting, question)
    roles = _roles(sitting, typed) if typed else spoken(answer.voices)
    if not roles:
        words = sitting.setting.words
        letters = ", ".join(_letters(sitting, _every_role(sitting)))
        said = words(
            "“{typed}” is not among the letters {letters}. Type those of the roles that agree; "
            "Enter alone means all who spoke.",
            typed=echoed(typed),
            letters=letters,
        )
        return sitting.staying().saying(said)
    before = answer.agreed or Agreement(roles)
    changed = replace(answer, agreed=before._replace(by=roles))
    return _after_who(record(sitting, question, changed), question)


def _after_who(sitting: Sitting, question: Question) -> Sitting:
    """Say who agreed, where roles may be shown; then ask why, unless that was said already."""
    agreed = _answer(sitting, question).agreed
    assert agreed is not None, "who agreed has just been kept"
    if sitting.assessed.consent:
        who = by_role(sitting.setting, agreed.by)
        sitting = sitting.saying(sitting.setting.words("Agreed by: {roles}.", roles=who))
    if agreed.reason is None:
        return sitting.at(SayingWhyAgreed(question.id))
    return _after_why(sitting, question)


def _take_why(sitting: Sitting, question: Question, typed: str) -> Sitting:
    """The reason, or none."""
    if len(typed) == 1:
        return sitting.staying().saying(too_short(sitting.setting, typed))
    return _after_why(_with(sitting, question, reason=typed), question)


def _after_why(sitting: Sitting, question: Question) -> Sitting:
    """Ask for dissent where a voice stands elsewhere; else go on."""
    answer = _answer(sitting, question)
    if any(voice.level != answer.level for voice in answer.voices):
        return sitting.at(SayingDissent(question.id))
    return asking.follow_on(sitting, question)


def _take_dissent(sitting: Sitting, question: Question, typed: str) -> Sitting:
    """Who saw it otherwise, in words, or nobody."""
    if len(typed) == 1:
        return sitting.staying().saying(too_short(sitting.setting, typed))
    return asking.follow_on(_with(sitting, question, dissent=typed), question)


def _with(sitting: Sitting, question: Question, *, reason: str = "", dissent: str = "") -> Sitting:
    """The agreement with a reason or a dissent; what is not said stays as it was."""
    answer = _answer(sitting, question)
    if answer.agreed is None or not (reason or dissent):
        return sitting
    agreed = answer.agreed._replace(
        reason=reason or answer.agreed.reason, dissent=dissent or answer.agreed.dissent
    )
    return record(sitting, question, replace(answer, agreed=agreed))


def spoken(voices: tuple[Voice, ...]) -> tuple[str, ...]:
    """The roles that gave a level or a state, each once, in their order."""
    return tuple(dict.fromkeys(voice.role for voice in voices))


def _roles(sitting: Sitting, typed: str) -> tuple[str, ...]:
    """The roles named by a row of letters such as `pcl` or `p c l`; empty where it is none."""
    by_letter = {one.letter.lower(): one.id for one in sitting.setting.questionnaire.roles}
    letters = [letter for letter in typed.lower() if letter not in " ,;"]
    if not letters or any(letter not in by_letter for letter in letters):
        return ()
    return tuple(dict.fromkeys(by_letter[letter] for letter in letters))


def _letters(sitting: Sitting, roles: tuple[str, ...]) -> list[str]:
    """The letters of roles."""
    return [one.letter for one in sitting.setting.questionnaire.roles if one.id in roles]


def _every_role(sitting: Sitting) -> tuple[str, ...]:
    """All roles of the questionnaire."""
    return tuple(one.id for one in sitting.setting.questionnaire.roles)


def _answer(sitting: Sitting, question: Question) -> Answer:
    """What is kept about the question."""
    return sitting.assessed.answers.get(question.id) or Answer()


def _option(question: Question, answer: Answer) -> Option:
    """The option of the recorded level."""
    option = question.option(answer.level) if answer.level is not None else None
    assert option is not None, "a recorded level is one of the question's"
    return option


_WORDS: Mapping[type, Callable[[Sitting, Question, str], Sitting]] = {
    SayingWhoAgreed: _take_who,
    SayingWhyAgreed: _take_why,
    SayingDissent: _take_dissent,
}


def is_outside(voices: Sequence[Voice], level: Level) -> bool:
    """Whether a level lies below or above every voice."""
    levels = [voice.level for voice in voices if voice.level is not None]
    return bool(levels) and not min(levels) <= level <= max(levels)
