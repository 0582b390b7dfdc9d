"""From voices to an agreed level: which one, who agreed, why, and who saw it otherwise.

Silent answers first, then the table, then talk, then what the room records. Every voice
stays as it was given. All of it fits in one line: a level, letters of roles, words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import follow_on, record
from sdgassess.interview.moves.attendance import consent_due
from sdgassess.interview.moves.free_words import no_words
from sdgassess.interview.moves.keys import press, refused
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
from sdgassess.interview.view.question import here, question_header, span
from sdgassess.interview.view.table import laid_out, rule_of_voices
from sdgassess.interview.view.voices import by_role
from sdgassess.model.profile import Agreement, Answer, Voice
from sdgassess.model.question import Level, Option, Question
from sdgassess.phrases import labels
from sdgassess.text import echoed, exact, visible
from sdgassess.typed.keys import (
    Key,
    Typed,
    answer_typed,
    parse,
)


def revealed(sitting: Sitting, question: Question) -> Sitting:
    """Voices were given: those who differ are laid on the table, one mind needs no talk."""
    answer = _answer(sitting, question)
    if consent_due(sitting, len(answer.open_voices)):
        return sitting.at(AskingConsent(Agreeing(question.id)))
    return settled_or_agreeing(sitting, question)


def settled_or_agreeing(sitting: Sitting, question: Question) -> Sitting:
    """On where all voices stand at one level, else to the question for an agreed level."""
    answer = _answer(sitting, question)
    levels = {voice.level for voice in answer.open_voices}
    only = next(iter(levels)) if len(levels) == 1 else None
    if only is None or answer.level not in (None, only):
        return sitting.at(Agreeing(question.id))
    option = _only_answer(question, answer.open_voices, only)
    if option is None:
        return sitting.at(Agreeing(question.id))
    setting = sitting.setting
    n = len(answer.open_voices)
    head = setting.words.plural("{n} voice:", "{n} voices, one level:", n)
    means = visible(setting.anchor(question, option)).strip()
    sitting = sitting.saying(f"{question.label(option)}  {means}", f"{question.id}  {head} ")
    return follow_on(sitting, question)


def _only_answer(question: Question, voices: Sequence[Voice], level: Level) -> Option | None:
    """The one answer that all voices gave; None where they only come to the same level."""
    if not question.by_id:
        return question.option(level)
    chosen = {voice.options for voice in voices}
    only = next(iter(chosen)) if len(chosen) == 1 else None
    return None if only is None else question.choice(only)


def show(sitting: Sitting, phase: Agreeing) -> Screen:
    """The table of voices, and the question for a level."""
    words, question = sitting.setting.words, sitting.question(phase.id)
    level = _recorded_level(sitting, question)
    keep = words("Enter keeps {level}", level=level) if level else words("Enter = none")
    asks = words("Agreed level? ({values}, {enter}) ", values=span(question), enter=keep)
    head = ("", *question_header(sitting, question)) if sitting.agenda else ()
    lines = (*head, *laid_out(sitting, question)) if sitting.fresh else ()
    return Screen(lines, asks, PromptKind.ANSWER)


def take(sitting: Sitting, phase: Agreeing, line: str) -> Sitting:
    """A level, with who agreed and why where that stands behind it; Enter leaves the voices."""
    question, typed = sitting.question(phase.id), line.strip()
    option, rest = _answer_before_words(typed, question)
    if option is not None:
        return agreed_on(sitting, question, option, rest)
    parsed = parse(typed)
    return press(sitting, question, parsed, _KEYS) or _help(
        refused(sitting, parsed.line), question, parsed
    )


def show_who(sitting: Sitting, phase: SayingWhoAgreed) -> Screen:
    """The prompt for who agreed, with the letters of all who spoke."""
    question = sitting.question(phase.id)
    letters = " ".join(_letters(sitting, roles_heard(_answer(sitting, question).open_voices)))
    asks = sitting.setting.words(
        "Who agrees on {level}? (Enter = {all}) ",
        level=_recorded_level(sitting, question),
        all=letters,
    )
    return Screen((), asks, PromptKind.WORDS)


def show_why(sitting: Sitting, phase: SayingWhyAgreed) -> Screen:
    """The prompt for a reason."""
    level = _recorded_level(sitting, sitting.question(phase.id))
    asks = sitting.setting.words("Why {level}? (Enter = no reason) ", level=level)
    return Screen((), asks, PromptKind.WORDS)


def show_dissent(sitting: Sitting, phase: SayingDissent) -> Screen:
    """The prompt for dissent; who spoke and did not agree is named, where roles may be."""
    words, answer = sitting.setting.words, _answer(sitting, sitting.question(phase.id))
    asks = words("Who sees it differently, and why? (Enter = nobody) ")
    agreed = answer.agreed
    dissenting = [
        role for role in roles_heard(answer.open_voices) if agreed and role not in agreed.by
    ]
    if dissenting and sitting.assessed.consent:
        roles = by_role(sitting.setting, dissenting)
        asks = words("{roles} did not agree. Why? (Enter = no reason) ", roles=roles)
    return Screen((), asks, PromptKind.WORDS)


def _answer_before_words(typed: str, question: Question) -> tuple[Option | None, str]:
    """The answer that a line begins with, as much of it as is one, and the words behind it."""
    if not question.several:
        first, _, rest = typed.partition(" ")
        return answer_typed(first.rstrip(":,"), question), rest.strip()
    parts = typed.split()
    for n in range(len(parts), 0, -1):
        option = answer_typed(" ".join(parts[:n]).rstrip(":,"), question)
        if option is not None:
            return option, " ".join(parts[n:])
    return None, ""


def _explained(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    """What the voices come to by which rule, where they name levels, and what can be typed."""
    if any(voice.level is not None for voice in _answer(sitting, question).open_voices):
        rule = rule_of_voices(sitting.setting.words, question)
        sitting = sitting.saying(" ".join(rule))
    return _help(sitting, question, typed)


def _help(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    colon = ":" if question.by_id else ""
    return sitting.staying().saying(
        sitting.setting.words(
            "{values} records what the room agrees on; behind it who, by letter, and why:"
            " {example} and words. Enter leaves the voices as they are. {c} comment, {b} "
            "back, {q} save and stop.",
            values=span(question),
            example=agreement_example(sitting, question),
            c=f"{colon}c",
            b=f"{colon}b",
            q=f"{colon}q",
        )
    )


def agreement_example(sitting: Sitting, question: Question) -> str:
    """An agreed level as it is typed, with the letters of those who are here: `2 pcl`."""
    middle, letters = question.options[len(question.options) // 2], here(sitting)
    return f"{question.label(middle)} {''.join(letters[:3])}"


def _onward(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    return follow_on(sitting, question)


def _back(sitting: Sitting, question: Question, _: Typed) -> Sitting:
    """To the question, where voices can be given anew; on an agenda to what was before it."""
    stop = AtQuestion(question.id)
    return navigation.back(sitting, stop) if sitting.agenda else sitting.at(stop)


def _remark(sitting: Sitting, question: Question, typed: Typed) -> Sitting:
    return remark(sitting, typed, question)


_KEYS: Mapping[Key, Callable[[Sitting, Question, Typed], Sitting]] = {
    Key.ENTER: _onward,
    Key.LATER: _onward,
    Key.FORWARD: _onward,
    Key.BACK: _back,
    Key.COMMENT: _remark,
    Key.EVIDENCE: _remark,
    Key.HELP: _explained,
}


def agreed_on(
    sitting: Sitting, question: Question, option: Option, rest: str = "", *, sure: bool = False
) -> Sitting:
    """Record the level that the room agrees on beside its voices, then who agreed, and why.

    A level beyond all voices may be a slip: unless `sure`, it is asked about first. Where ids name
    answers there is no beyond.
    """
    letters, _, reason = rest.partition(" ")
    roles = _roles(sitting, letters)
    if absent := _absent(sitting, question, roles):
        return sitting.staying().saying(absent)
    outside = not question.by_id and _is_outside(
        _answer(sitting, question).open_voices, option.value
    )
    if outside and not sure:
        return sitting.at(RecordingOutside(question.id, option, rest))
    setting, before = sitting.setting, _answer(sitting, question)
    means = setting.anchor(question, option)
    named, label = question.named(option), question.label(option)
    answer = with_level(before, option.value, setting.plain(question.text), means, named)
    sitting = sitting.saying(visible(means).strip(), f"{question.id} = {label}  ")
    if not roles:
        # A reason that was typed is kept at once; who agreed may still be said.
        agreed = before.agreed if before.level == option.value else None
        if rest:
            agreed = Agreement(roles_heard(answer.open_voices), rest)
        answer = replace(answer, agreed=agreed)
        return record(sitting, question, answer).at(SayingWhoAgreed(question.id))
    answer = replace(answer, agreed=Agreement(roles, reason.strip() or None))
    return _after_who(record(sitting, question, answer), question)


def take_who(sitting: Sitting, phase: SayingWhoAgreed, line: str) -> Sitting:
    """The roles that agreed, by letter; Enter means all who spoke."""
    question, typed = sitting.question(phase.id), line.strip()
    keyed = no_words(sitting, question, line, Agreeing(phase.id), shortest=1)
    if keyed is not None:
        return keyed
    answer = _answer(sitting, question)
    roles = _roles(sitting, typed) if typed else roles_heard(answer.open_voices)
    if not roles:
        letters = ", ".join(role.letter for role in sitting.setting.questionnaire.roles)
        refusal = sitting.setting.words(
            "“{typed}” is not among the letters {letters}. Type those of the roles that agree; "
            "Enter alone means all who spoke.",
            typed=echoed(typed),
            letters=letters,
        )
        return sitting.staying().saying(refusal)
    if absent := _absent(sitting, question, roles):
        return sitting.staying().saying(absent)
    before = answer.agreed or Agreement(roles)
    changed = replace(answer, agreed=before._replace(by=roles))
    return _after_who(record(sitting, question, changed), question)


def _after_who(sitting: Sitting, question: Question) -> Sitting:
    """Say who agreed, where roles may be shown; then ask why, unless that was said already."""
    agreed = _answer(sitting, question).agreed
    assert agreed is not None, "who agreed has just been kept"
    if sitting.assessed.consent:
        roles = by_role(sitting.setting, agreed.by)
        sitting = sitting.saying(sitting.setting.words(labels.AGREED_BY_LINE, roles=roles))
    if agreed.reason is None:
        return sitting.at(SayingWhyAgreed(question.id))
    return _after_why(sitting, question)


def take_why(sitting: Sitting, phase: SayingWhyAgreed, line: str) -> Sitting:
    """The reason, or none."""
    question = sitting.question(phase.id)
    keyed = no_words(sitting, question, line, Agreeing(phase.id))
    if keyed is not None:
        return keyed
    return _after_why(_with(sitting, question, reason=line.strip()), question)


def _after_why(sitting: Sitting, question: Question) -> Sitting:
    """Ask for dissent where a voice stands elsewhere; else go on."""
    answer = _answer(sitting, question)
    if any(voice.level != answer.level for voice in answer.open_voices):
        return sitting.at(SayingDissent(question.id))
    return follow_on(sitting, question)


def take_dissent(sitting: Sitting, phase: SayingDissent, line: str) -> Sitting:
    """Who saw it otherwise, in words, or nobody."""
    question = sitting.question(phase.id)
    keyed = no_words(sitting, question, line, Agreeing(phase.id))
    if keyed is not None:
        return keyed
    return follow_on(_with(sitting, question, dissent=line.strip()), question)


def _with(sitting: Sitting, question: Question, *, reason: str = "", dissent: str = "") -> Sitting:
    """The agreement with a reason or a dissent; what is not said stays as it was."""
    answer = _answer(sitting, question)
    if answer.agreed is None or not (reason or dissent):
        return sitting
    agreed = answer.agreed._replace(
        reason=reason or answer.agreed.reason, dissent=dissent or answer.agreed.dissent
    )
    return record(sitting, question, replace(answer, agreed=agreed))


def roles_heard(voices: tuple[Voice, ...]) -> tuple[str, ...]:
    """The roles that gave a level or a state, each once, in their order."""
    return tuple(dict.fromkeys(voice.role for voice in voices))


def _roles(sitting: Sitting, typed: str) -> tuple[str, ...]:
    """The roles named by a row of letters such as `pcl` or `p c l`; empty where it is none."""
    by_letter = {role.letter.lower(): role.id for role in sitting.setting.questionnaire.roles}
    letters = [letter for letter in typed.lower() if letter not in " ,;"]
    if not letters or any(letter not in by_letter for letter in letters):
        return ()
    return tuple(dict.fromkeys(by_letter[letter] for letter in letters))


def _absent(sitting: Sitting, question: Question, roles: Sequence[str]) -> str:
    """Why roles cannot have agreed: nobody in them takes part; nothing where all of them do.

    Where nobody is noted as present, nothing is known of who is not.
    """
    present = {person.role for person in sitting.assessed.participants}
    heard = roles_heard(_answer(sitting, question).open_voices)
    absent = tuple(role for role in roles if role not in present and role not in heard)
    if not present or not absent:
        return ""
    return sitting.setting.words(
        "Nobody takes part as: {roles}. Leave that out, or add somebody with w + {letter}.",
        roles=by_role(sitting.setting, absent),
        letter=_letters(sitting, absent)[0],
    )


def _letters(sitting: Sitting, roles: tuple[str, ...]) -> list[str]:
    """The letters of roles, in the questionnaire's order."""
    return [role.letter for role in sitting.setting.questionnaire.roles if role.id in roles]


def _answer(sitting: Sitting, question: Question) -> Answer:
    """What is kept about the question."""
    return sitting.assessed.answers.get(question.id) or Answer()


def _recorded_level(sitting: Sitting, question: Question) -> str:
    """The level that the room recorded; nothing where it has not."""
    answer = _answer(sitting, question)
    if answer.options is not None:
        return question.label(question.choice(answer.options))
    return "" if answer.level is None else exact(answer.level)


def _is_outside(voices: Sequence[Voice], level: Level) -> bool:
    """Whether a level lies below or above every voice."""
    levels = [voice.level for voice in voices if voice.level is not None]
    return bool(levels) and not min(levels) <= level <= max(levels)
