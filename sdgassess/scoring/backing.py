"""From an answer with its voices, agreement and evidence to the question's values.

Two values come out: the *answered* level and the *backed* level, which is how far the evidence or
the agreement between roles carries it (model.md: Answered and backed). Every rule is monotone: a
higher voice or level never lowers a result.

Voices are looked at once, whatever is recorded beside them: at the level that they come to. Where
the room agreed on a level, those who agreed stand behind it and nobody else; where a level is only
recorded, they back no more than they back by themselves. How many of them stand at some other
level would tell whose voice is whose. Only the last word is held against every level.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Profile,
    State,
)
from sdgassess.model.question import BackedBy, Level, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import BackingRules, VoiceRules
from sdgassess.scoring.distance import (
    VoiceRange,
    disagree,
    levels_by_role,
    lower_median,
    voice_range,
)
from sdgassess.scoring.hearing import fewest_units, people_present, units_heard


class QuestionResult(NamedTuple):
    """What one question stands at, and why.

    Attributes:
        id: the question.
        state: why there is no level: a state of the answer, `not-asked` where it was never
            reached; None where there is a level.
        answered: the answered level, or None.
        backed: the level its evidence or agreement carries, or None.
        role_values: each role's value for the rules; for a role that agreed, the agreed level.
            None where no role has one.
        spread: highest minus lowest role value, or None with fewer than two roles.
        voice_range: the lowest and the highest level of all voices, or None without any.
        disagreement: whether roles, or voices, are too far apart (`sdgassess.scoring.distance`).
        capped_by: the role with the last word, where its voices capped the value.
        sees_lower: the role with the last word, where it stands lower without capping.
        unknown_roles: roles the question is put to that answered *unknown*.
        evidence: the evidence kind that counts, after freshness; None without any.
        sources: how many roles (or units of the only role) stand at the answered level or above;
            of a recorded level, how many agreed on it.
    """

    id: str
    state: State | None = None
    answered: Level | None = None
    backed: Level | None = None
    role_values: Mapping[str, Level] | None = None
    spread: Level | None = None
    voice_range: VoiceRange | None = None
    disagreement: bool = False
    capped_by: str | None = None
    sees_lower: str | None = None
    unknown_roles: tuple[str, ...] = ()
    evidence: EvidenceKind | None = None
    sources: int = 0


def question_result(
    questionnaire: Questionnaire, question: Question, profile: Profile
) -> QuestionResult:
    """Combine everything that was answered to one question."""
    result = _combination(questionnaire, question, profile)
    return result if result.role_values else _one(result)


@lru_cache(maxsize=8192)
def _one(result: QuestionResult) -> QuestionResult:
    """The first of equal results, so that thousands of profiles hold it once among them."""
    return result


def _combination(
    questionnaire: Questionnaire, question: Question, profile: Profile
) -> QuestionResult:
    """An answer with its voices, agreement and evidence, by the rules."""
    answer = profile.answers.get(question.id)
    if answer is None:
        return QuestionResult(question.id, State.NOT_ASKED)
    answer = without_sealed(answer)
    values = role_values(answer)
    unknown = tuple(_unknown_roles(question, answer))
    spread = max(values.values()) - min(values.values()) if len(values) > 1 else None
    rules = questionnaire.voices
    level = _combined(answer, values)
    disagreement, spoken_range = disagree(answer, spread, rules), voice_range(answer)
    if level is None:
        return QuestionResult(
            id=question.id,
            state=_state(answer),
            role_values=values or None,
            spread=spread,
            voice_range=spoken_range,
            disagreement=disagreement,
            unknown_roles=unknown,
        )
    capped, capped_by, lower = _last_word(question, answer, values, level, rules)
    items = [*answer.evidence, *(item for voice in answer.voices for item in voice.evidence)]
    evidence = best_evidence(items, profile.date, questionnaire.backing)
    spoken = _spoken_level(question, answer, rules)
    sources = _Sources(question, answer, profile, _standing(answer), spoken)
    return QuestionResult(
        id=question.id,
        answered=capped,
        backed=_backed(question, capped, evidence, sources, questionnaire.backing),
        role_values=values or None,
        spread=spread,
        voice_range=spoken_range,
        disagreement=disagreement,
        capped_by=capped_by,
        sees_lower=lower,
        unknown_roles=unknown,
        evidence=evidence,
        sources=sources.at_or_above(capped),
    )


def without_sealed(answer: Answer) -> Answer:
    """The answer without the voices of a round that is still closed."""
    if not any(voice.sealed for voice in answer.voices):
        return answer
    return replace(answer, voices=tuple(voice for voice in answer.voices if not voice.sealed))


def _combined(answer: Answer, values: Mapping[str, Level]) -> Level | None:
    """The recorded level, else the lower median of the roles, so that none outvotes another."""
    if answer.level is not None or answer.state is not None:
        return answer.level
    return lower_median(list(values.values()))


def role_values(answer: Answer) -> dict[str, Level]:
    """Each role's value: the lower median of its voices, or the agreed level where it agreed.

    For every rule, the value of a role that agreed is the agreed level (model.md: Disagreement).
    """
    values = spoken_values(answer)
    if answer.agreed is not None and answer.level is not None:
        values.update(dict.fromkeys(answer.agreed.by, answer.level))
    return values


def spoken_values(answer: Answer) -> dict[str, Level]:
    """Each role's own value: the lower median of its voices (rule 1)."""
    medians = {role: lower_median(levels) for role, levels in levels_by_role(answer).items()}
    return {role: level for role, level in medians.items() if level is not None}


def _standing(answer: Answer) -> dict[str, Level]:
    """What the roles stand at that count as sources: what they agreed on, else what they said."""
    if answer.agreed is None or answer.level is None:
        return spoken_values(answer)
    return dict.fromkeys(answer.agreed.by, answer.level)


def best_evidence(
    evidence: Sequence[Evidence], on: dt.date, rules: BackingRules | None
) -> EvidenceKind | None:
    """The kind of the best item, where a stale sign of use counts as a document."""
    best = best_proof(evidence, on, rules)
    return None if best is None else _effective_kind(best, on, rules.fresh_months if rules else 0)


def best_proof(
    evidence: Sequence[Evidence], on: dt.date, rules: BackingRules | None
) -> Evidence | None:
    """The item that proves most on a date; the first of several that prove the same."""
    order = (EvidenceKind.ORAL, EvidenceKind.DOCUMENT, EvidenceKind.IN_USE)
    months = rules.fresh_months if rules else 0
    rank = {kind: place for place, kind in enumerate(order)}
    return max(evidence, key=lambda item: rank[_effective_kind(item, on, months)], default=None)


def _effective_kind(item: Evidence, on: dt.date, months: int) -> EvidenceKind:
    """What an item counts as on a date: use needs a date within the last `months` months."""
    if item.kind is not EvidenceKind.IN_USE:
        return item.kind
    day = None if item.date is None else item.date.first_day
    if day is None or day > on or day < months_before(on, months):
        return EvidenceKind.DOCUMENT
    return EvidenceKind.IN_USE


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day some months earlier, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return dt.date(max(year, 1), month + 1, last)
        except ValueError:
            continue
    return day


def _state(answer: Answer) -> State:
    """Why there is no level: what was recorded, else what the voices say; `later` is not asked.

    Among voices without a level one *unknown* makes the question unknown, since it was asked.
    """
    states = {answer.state} if answer.state else {voice.state for voice in answer.voices}
    for state in (State.UNKNOWN, State.NOT_APPLICABLE):
        if state in states:
            return state
    return State.NOT_ASKED


def _unknown_roles(question: Question, answer: Answer) -> list[str]:
    """The roles that the question is put to and that said *unknown* without anyone knowing."""
    knows = {voice.role for voice in answer.voices if voice.level is not None}
    unsure = [voice.role for voice in answer.voices if voice.state is State.UNKNOWN]
    roles = question.roles or tuple(unsure)
    return [role for role in dict.fromkeys(unsure) if role in roles and role not in knows]


def _last_word(
    question: Question,
    answer: Answer,
    values: Mapping[str, Level],
    level: Level,
    rules: VoiceRules | None,
) -> tuple[Level, str | None, str | None]:
    """Cap the level by the role with the last word, where it has enough voices.

    Returns:
        The level, the role if it capped, the role if it stands lower without capping.
    """
    role = question.last_word
    if role is None or role not in values or values[role] >= level or rules is None:
        return level, None, None
    voices = sum(voice.role == role and voice.level is not None for voice in answer.voices)
    if voices >= rules.last_word_voices:
        return values[role], role, None
    return level, None, role


class _Sources(NamedTuple):
    """Counts the sources that stand at a level or above.

    A source is a role. Where a question is put to one role only, its respondents from different
    units are sources of their own (two line managers from different administrations).

    Attributes:
        question: what is asked.
        answer: its voices, and what the room recorded.
        profile: whose participants have units.
        values: what each role stands at that counts.
        spoken: what the voices come to where a level is only recorded beside them; else None.
    """

    question: Question
    answer: Answer
    profile: Profile
    values: Mapping[str, Level]
    spoken: Level | None = None

    def at_or_above(self, level: Level) -> int:
        """How many sources stand at `level` or above."""
        roles = [role for role, value in self.values.items() if value >= level]
        if len(self.question.roles) != 1:
            return len(roles)
        only = self.question.roles[0]
        besides = sum(role != only for role in roles)
        return besides + max(self._units(only, level), int(only in roles))

    def everybody_at(self, level: Level) -> bool:
        """Whether all roles that the question is put to stand at a level or above."""
        return all(self.values.get(role, level - 1) >= level for role in self.question.roles)

    def _units(self, role: str, level: Level) -> int:
        """From how many units respondents of a role stand at a level.

        Somebody whose unit is not known may be from any of them; with none named it is one. Where
        the role agreed, everybody who was heard of it did.
        """
        if self.answer.is_agreed:
            return units_heard(self.profile, role) if role in self.values else 0
        units = {p.id: p.unit for p in people_present(self.profile) if p.role == role}
        standing = [
            voice
            for voice in self.answer.voices
            if voice.role == role and voice.level is not None and voice.level >= level
        ]
        named = {units.get(voice.by or "") for voice in standing} - {None}
        fewest = fewest_units(list(units.values()), len(standing))
        return max(len(named), fewest, int(bool(standing)))


def _spoken_level(question: Question, answer: Answer, rules: VoiceRules | None) -> Level | None:
    """What voices come to by themselves beside a level that is recorded, and not agreed on.

    Returns:
        None where nothing is recorded beside them, they name no level, or the room has agreed.
    """
    values = spoken_values(answer)
    if answer.level is None or answer.agreed is not None or not values:
        return None
    middle = lower_median(list(values.values()))
    assert middle is not None, "there is a value"
    return _last_word(question, answer, values, middle, rules)[0]


def _backed(
    question: Question,
    level: Level,
    evidence: EvidenceKind | None,
    sources: _Sources,
    rules: BackingRules | None,
) -> Level:
    """The level that is carried: by a document, by agreement, or by the better of both."""
    if rules is None:
        return level
    carried: list[Level] = []
    if question.backed_by is not BackedBy.PERCEPTION:
        carried.append(min(level, rules.carries[evidence.value if evidence else "none"]))
    if question.backed_by is not BackedBy.DOCUMENT:
        if sources.spoken is None:
            carried.append(_agreed_upon(question, level, sources, rules))
        else:
            nobody = sources._replace(values={}, answer=Answer())
            carried.append(_agreed_upon(question, level, nobody, rules))
            carried.append(min(level, _agreed_upon(question, sources.spoken, sources, rules)))
    return max(carried)


def _agreed_upon(
    question: Question, level: Level, sources: _Sources, rules: BackingRules
) -> Level:
    """The highest option up to `level` for which enough sources stand at it or above."""
    reached = {option.value for option in question.options if option.value <= level} | {level}
    for value in sorted(reached, reverse=True):
        needed = rules.roles_needed.get(value, 0)
        count = sources.at_or_above(value)
        few = 0 < len(question.roles) < needed and sources.everybody_at(value)
        if count >= needed or (few and count >= rules.fewest_sources):
            return value
    return question.lowest
