"""The voices laid on the table: how many stand where, how far apart, what they come to together.

Roles are shown only with consent (domain model §3.5); without it every voice is a dot without a
face. In words only where dots would be read aloud one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.model.question import Option, Question
from sdgassess.scoring.backing import QuestionResult, question_result
from sdgassess.text import number

DOT = "●"


def laid_out(sitting: Sitting, question: Question) -> tuple[str, ...]:
    """The voices on a question, level by level, and what follows from them."""
    setting, profile = sitting.setting, sitting.assessed
    answer = profile.answers.get(question.id)
    voices = answer.voices if answer else ()
    if not voices:
        return ()
    result = _of_voices(sitting, question, answer or Answer())
    with_roles = profile.consent is True
    return (
        "",
        *setting.wrapped(setting.words("Voices on {id}:", id=question.id)),
        *_rows(setting, question, voices, with_roles=with_roles),
        "",
        *_sentences(setting, result, with_roles=with_roles),
        *_recorded(setting, answer or Answer()),
    )


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
    level = number(answer.level, 9)
    return setting.wrapped(setting.words("The room recorded {level}.", level=level))


def in_a_line(setting: Setting, answer: Answer, consent: bool | None) -> str:
    """The voices in one line, lowest level first: who stands where, or how many without faces."""
    rows: list[str] = []
    for level in sorted({voice.level for voice in answer.voices if voice.level is not None}):
        standing = [voice for voice in answer.voices if voice.level == level]
        rows.append(f"{number(level, 9)} {_who(setting, standing, with_roles=consent is True)}")
    for state, name in (
        (State.UNKNOWN, setting.words("unknown")),
        (State.NOT_APPLICABLE, setting.words("not applicable")),
    ):
        standing = [voice for voice in answer.voices if voice.state is state]
        if standing:
            rows.append(f"{name} {_who(setting, standing, with_roles=consent is True)}")
    return "; ".join(rows)


def _rows(
    setting: Setting, question: Question, voices: Sequence[Voice], *, with_roles: bool
) -> tuple[str, ...]:
    """One row for each level, the empty ones too, so that distance is seen; then the states."""
    lines: list[str] = []
    for option in question.options:
        standing = [voice for voice in voices if _chose(voice, option, question)]
        lines.extend(
            setting.listed(question.label(option), _who(setting, standing, with_roles=with_roles))
        )
    for state, mark in ((State.UNKNOWN, "?"), (State.NOT_APPLICABLE, "-")):
        standing = [voice for voice in voices if voice.state is state]
        if standing:
            name = setting.words("unknown") if mark == "?" else setting.words("not applicable")
            lines.extend(
                setting.listed(mark, f"{_who(setting, standing, with_roles=with_roles)} ({name})")
            )
    return tuple(lines)


def _chose(voice: Voice, option: Option, question: Question) -> bool:
    """Whether a voice named an option, or stands at its level."""
    if question.by_id:
        return option.id in (voice.options or ())
    return voice.level == option.value


def _who(setting: Setting, voices: Sequence[Voice], *, with_roles: bool) -> str:
    """Who stands there: roles with their number, or dots, or a number of voices in words."""
    if not voices:
        return setting.words("nobody") if setting.aloud else "·"
    if with_roles:
        return by_role(setting, [voice.role for voice in voices])
    if setting.aloud:
        return setting.words.plural("{n} voice", "{n} voices", len(voices))
    return " ".join(DOT for _ in voices)


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


def _sentences(setting: Setting, result: QuestionResult, *, with_roles: bool) -> tuple[str, ...]:
    """How far apart the roles stand, who has the last word, and the level that comes of it."""
    words, sentences = setting.words, []
    if result.disagreement and result.spread is not None:
        sentences.append(
            words(
                "The roles stand {n} steps apart: talk about that before any level.",
                n=number(result.spread),
            )
        )
    elif result.spread:
        n = number(result.spread)
        sentences.append(words("The roles stand {n} step apart.", n=n))
    lower = result.capped_by or result.sees_lower
    if lower and with_roles:
        title = by_role(setting, [lower])
        sentences.append(words("{role}: has the last word here and sees it lower.", role=title))
    elif lower:
        sentences.append(words("One role sees it lower."))
    if result.answered is not None:
        sentences.append(
            words("Together the voices come to {level}.", level=number(result.answered))
        )
    return tuple(line for sentence in sentences for line in setting.wrapped(sentence))
