"""The voices in a line, and who stands where.

Roles are shown only with consent (model.md: Consent); without it every voice is a dot without a
face. In words only where dots would be read aloud one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Answer, State, Voice
from sdgassess.model.question import Level, Question
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import NOT_APPLICABLE, UNKNOWN
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import Disclosure, disclosure

DOT = "●"


def sealed_in_words(setting: Setting, answer: Answer | None) -> str:
    """How many voices on a question are sealed, which is all that is told of them; or nothing."""
    if answer is None or not answer.sealed:
        return ""
    singular = "One answer is still sealed: not shown, and not counted."
    plural = "{n} answers are still sealed: not shown, and not counted."
    return setting.words.plural(singular, plural, answer.sealed)


def in_a_line(sitting: Sitting, question: Question) -> str:
    """The voices in one line, lowest level first: who stands where, or how many without faces.

    Empty where they may not be shown.
    """
    setting = sitting.setting
    result = question_result(setting.questionnaire, question, sitting.assessed)
    shown = disclosure(sitting.assessed, result)
    rows: list[str] = []
    for level in sorted({voice.level for voice in shown.voices if voice.level is not None}):
        at_level = standing_where(shown, partial(_stands_at, level=level))
        rows.append(
            f"{written_number(level, sitting.setting.words, 9)} {who_stands(setting, at_level)}"
        )
    for state, name in (
        (State.UNKNOWN, setting.words(UNKNOWN)),
        (State.NOT_APPLICABLE, setting.words(NOT_APPLICABLE)),
    ):
        standing = standing_where(shown, partial(is_state, state=state))
        if standing.voices:
            rows.append(f"{name} {who_stands(setting, standing)}")
    return "; ".join(rows)


def standing_where(shown: Disclosure, holds: Callable[[Voice], bool]) -> Disclosure:
    """The voices of which something holds."""
    return shown._replace(
        named=tuple(filter(holds, shown.named)), unnamed=tuple(filter(holds, shown.unnamed))
    )


def is_state(voice: Voice, state: State) -> bool:
    """Whether a voice is a state."""
    return voice.state is state


def _stands_at(voice: Voice, level: Level) -> bool:
    """Whether a voice stands at a level."""
    return voice.level == level


def who_stands(setting: Setting, standing: Disclosure) -> str:
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
