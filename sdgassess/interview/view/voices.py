"""The voices laid on the table: how many stand where, how far apart, what they come to together.

Roles are shown only with consent (domain model §3.5); without it every voice is a dot without a
face. In words only where dots would be read aloud one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.model.question import Level, Option, Question
from sdgassess.numbers import written_number
from sdgassess.scoring.backing import QuestionResult, question_result, without_sealed
from sdgassess.scoring.disclosure import Disclosure, disclosure

DOT = "●"


def laid_out(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """The voices on a question, level by level, and what follows from them."""
    setting, profile = sitting.setting, sitting.assessed
    answer = without_sealed(profile.answers.get(question.id) or Answer())
    sealed = sealed_in_words(setting, profile.answers.get(question.id))
    if not answer.voices:
        return ("", *setting.wrapped(sealed)) if sealed else ()
    result = _of_voices(sitting, question, answer)
    shown = disclosure(profile, result)
    if not shown.voices:
        # All of one role. The room that gave them sees them; it knows who it is.
        shown = Disclosure(unnamed=answer.voices)
    return (
        "",
        *setting.wrapped(setting.words("Voices on {id}:", id=question.id)),
        *_rows(setting, question, shown),
        "",
        *_sentences(setting, result, shown),
        *_recorded(setting, answer),
        *(setting.wrapped(sealed) if sealed else ()),
    )


def sealed_in_words(setting: Setting, answer: Answer | None) -> str:
    """How many voices on a question are sealed, which is all that is told of them; or nothing."""
    if answer is None or not answer.sealed:
        return ""
    singular = "One answer is still sealed: not shown, and not counted."
    plural = "{n} answers are still sealed: not shown, and not counted."
    return setting.words.plural(singular, plural, answer.sealed)


def _of_voices(sitting: Sitting, question: Question, answer: Answer) -> QuestionResult:
    """What the voices alone come to, without what the room has recorded beside them."""
    alone = replace(answer, level=None, state=None, agreed=None)
    profile = sitting.assessed
    voiced = replace(profile, answers={**profile.answers, question.id: alone})
    return question_result(sitting.setting.questionnaire, question, voiced)


def _recorded(setting: Setting, answer: Answer) -> tuple[str, ...]:
    """The level that the room recorded beside the voices, if it did."""
    if answer.level is None:
        return ()
    level = written_number(answer.level, setting.words, 9)
    return setting.wrapped(setting.words("The room recorded {level}.", level=level))


def in_a_line(sitting: Sitting, question: Question) -> str:
    """The voices in one line, lowest level first: who stands where, or how many without faces.

    Empty where they may not be shown.
    """
    setting = sitting.setting
    result = question_result(setting.questionnaire, question, sitting.assessed)
    shown = disclosure(sitting.assessed, result)
    rows: list[str] = []
    for level in sorted({voice.level for voice in shown.voices if voice.level is not None}):
        at_level = _where(shown, partial(_stands_at, level=level))
        rows.append(f"{written_number(level, sitting.setting.words, 9)} {_who(setting, at_level)}")
    for state, name in (
        (State.UNKNOWN, setting.words("unknown")),
        (State.NOT_APPLICABLE, setting.words("not applicable")),
    ):
        standing = _where(shown, partial(_is_state, state=state))
        if standing.voices:
            rows.append(f"{name} {_who(setting, standing)}")
    return "; ".join(rows)


def _where(shown: Disclosure, holds: Callable[[Voice], bool]) -> Disclosure:
    """The voices of which something holds."""
    return shown._replace(
        named=tuple(filter(holds, shown.named)), unnamed=tuple(filter(holds, shown.unnamed))
    )


def _rows(setting: Setting, question: Question, shown: Disclosure) -> tuple[str, ...]:
    """One row for each level, the empty ones too, so that distance is seen; then the states."""
    lines: list[str] = []
    column = max(len(question.label(option)) for option in question.options)
    for option in question.options:
        standing = _where(shown, partial(_chose, option=option, question=question))
        label = question.label(option).rjust(column)
        lines.extend(setting.listed(label, _who(setting, standing)))
    for state, mark in ((State.UNKNOWN, "?"), (State.NOT_APPLICABLE, "-")):
        standing = _where(shown, partial(_is_state, state=state))
        if standing.voices:
            name = setting.words("unknown") if mark == "?" else setting.words("not applicable")
            lines.extend(setting.listed(mark.rjust(column), f"{_who(setting, standing)} ({name})"))
    return tuple(lines)


def _is_state(voice: Voice, state: State) -> bool:
    """Whether a voice is a state."""
    return voice.state is state


def _stands_at(voice: Voice, level: Level) -> bool:
    """Whether a voice stands at a level."""
    return voice.level == level


def _chose(voice: Voice, option: Option, question: Question) -> bool:
    """Whether a voice named an option, or stands at its level."""
    if question.by_id:
        return option.id in (voice.options or ())
    return voice.level == option.value


def _who(setting: Setting, standing: Disclosure) -> str:
    """Who stands there: roles with their number, then dots, or a number of voices in words."""
    if not standing.voices:
        return setting.words("nobody") if setting.aloud else "·"
    roles = [by_role(setting, [voice.role for voice in standing.named])] if standing.named else []
    n = len(standing.unnamed)
    if n and setting.aloud:
        roles.append(setting.words.plural("{n} voice", "{n} voices", n))
    elif n:
        roles.append(" ".join(DOT for _ in standing.unnamed))
    return ", ".join(roles)


def by_role(setting: Setting, roles: Sequence[str]) -> str:
    """Roles in words, in the questionnaire's order: `coordinator, line manager (2)`."""
    counts = Counter(roles)
    titles = {role.id: setting.spoken(role.title) for role in setting.questionnaire.roles}
    ordered = [role for role in titles if role in counts]
    ordered += [role for role in counts if role not in titles]
    return ", ".join(
        titles.get(role, role) + (f" ({counts[role]})" if counts[role] > 1 else "")
        for role in ordered
    )


def _sentences(setting: Setting, result: QuestionResult, shown: Disclosure) -> tuple[str, ...]:
    """How far apart the roles stand, who has the last word, and the level that comes of it."""
    words, sentences = setting.words, []
    if result.disagreement and result.spread is not None:
        sentences.append(
            words(
                "The roles stand {n} steps apart: talk about that before any level.",
                n=written_number(result.spread, words),
            )
        )
    elif result.spread:
        n = written_number(result.spread, words)
        sentences.append(words("The roles stand {n} step apart.", n=n))
    lower = result.capped_by or result.sees_lower
    if lower and shown.may_name(lower):
        title = by_role(setting, [lower])
        sentences.append(words("{role}: has the last word here and sees it lower.", role=title))
    if result.answered is not None:
        sentences.append(
            words(
                "Together the voices come to {level}.",
                level=written_number(result.answered, words),
            )
        )
    return tuple(line for sentence in sentences for line in setting.wrapped(sentence))
