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
from sdgassess.model.question import Question
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
    shown = profile.consent is True
    return (
        "",
        *setting.wrapped(setting.words("Voices on {id}:", id=question.id)),
        *_rows(setting, question, voices, shown=shown),
        "",
        *_sentences(setting, result, shown=shown),
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
    said: list[str] = []
    for level in sorted({one.level for one in answer.voices if one.level is not None}):
        here = [voice for voice in answer.voices if voice.level == level]
        said.append(f"{number(level, 9)} {_who(setting, here, shown=consent is True)}")
    for state, name in (
        (State.UNKNOWN, setting.words("unknown")),
        (State.NOT_APPLICABLE, setting.words("not applicable")),
    ):
        here = [voice for voice in answer.voices if voice.state is state]
        if here:
            said.append(f"{name} {_who(setting, here, shown=consent is True)}")
    return "; ".join(said)


def _rows(
    setting: Setting, question: Question, voices: Sequence[Voice], *, shown: bool
) -> tuple[str, ...]:
    """One row for each level, the empty ones too, so that distance is seen; then the states."""
    lines: list[str] = []
    for option in question.options:
        here = [voice for voice in voices if voice.level == option.value]
        lines.extend(setting.listed(number(option.value, 9), _who(setting, here, shown=shown)))
    for state, mark in ((State.UNKNOWN, "?"), (State.NOT_APPLICABLE, "-")):
        here = [voice for voice in voices if voice.state is state]
        if here:
            said = setting.words("unknown") if mark == "?" else setting.words("not applicable")
            lines.extend(setting.listed(mark, f"{_who(setting, here, shown=shown)} ({said})"))
    return tuple(lines)


def _who(setting: Setting, voices: Sequence[Voice], *, shown: bool) -> str:
    """Who stands there: roles with their number, or dots, or a number of voices in words."""
    if not voices:
        return setting.words("nobody") if setting.aloud else "·"
    if shown:
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


def _sentences(setting: Setting, result: QuestionResult, *, shown: bool) -> tuple[str, ...]:
    """How far apart the roles stand, who has the last word, and the level that comes of it."""
    words, said = setting.words, []
    if result.disagreement and result.spread is not None:
        said.append(
            words(
                "The roles stand {n} steps apart: talk about that before any level.",
                n=number(result.spread),
            )
        )
    elif result.spread:
        n = number(result.spread)
        said.append(words("The roles stand {n} step apart.", n=n))
    lower = result.capped_by or result.sees_lower
    if lower and shown:
        title = by_role(setting, [lower])
        said.append(words("{role}: has the last word here and sees it lower.", role=title))
    elif lower:
        said.append(words("One role sees it lower."))
    if result.answered is not None:
        said.append(words("Together the voices come to {level}.", level=number(result.answered)))
    return tuple(line for sentence in said for line in setting.wrapped(sentence))
