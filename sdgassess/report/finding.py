"""The finding: what an assessment comes to, in one to three sentences that its answers carry.

It depends on how much is known and who was heard: too little, and it says whom to ask; not all
heard or not finished, and it says that it is preliminary.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.profile import State, Status
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases.bands import uppermost_bands
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

_NAMES = 3
"""How many parts are named in a row; more are counted."""
_HELD = 2
_UPPERMOST = 2
_ASKED = 2


def finding(score: Score, words: Words) -> tuple[str, ...]:
    """The sentences, the weightiest first; one that nothing is known yet, where that is so."""
    if not answered(score):
        return (words("Not assessed: no question has a level yet."),)
    if too_little(score):
        return tuple(_too_little(score, words))
    return (
        *_preliminary(score, words),
        *_upper(score, words),
        *extremes(score, words),
        *_held(score, words),
    )


def answered(score: Score) -> bool:
    """Whether any question has a level."""
    return any(result.answered is not None for result in score.questions.values())


def too_little(score: Score) -> bool:
    """Whether less than half of what applies is known, or no part has a level."""
    states = [result.state for result in score.questions.values()]
    applicable = len(states) - states.count(State.NOT_APPLICABLE)
    if states.count(None) * 2 < applicable:
        return True
    return bool(score.scored) and all(part.level is None for part in score.scored.values())


def alike_in_range(score: Score) -> bool:
    """Whether all factors can reach the same levels; else none is highest or lowest among them."""
    ranges = score.questionnaire.ranges(quick=score.profile.quick)
    return len({ranges[factor] for factor in score.factors if factor in ranges}) < 2


def extremes(score: Score, words: Words) -> Iterator[str]:
    """The factors that stand highest and lowest, where they differ."""
    factors = score.factors
    levels = {name: factor.level for name, factor in factors.items() if factor.level is not None}
    if not factors:
        return
    if not levels:
        yield words("No {one_part} has a level yet: too few of its questions are answered.")
        return
    if not alike_in_range(score):
        yield words("{n} of {all} {many_parts} have a level.", n=len(levels), all=len(factors))
        return
    high, low = max(levels.values()), min(levels.values())
    if high == low:
        yield _all_alike(score, levels, high, words)
        return
    for extreme, opposite, message in (
        (high, low, N_("Highest, at level {level}: {factors}.")),
        (low, high, N_("Lowest, at level {level}: {factors}.")),
    ):
        names = [name for name, level in levels.items() if level == extreme]
        others = [name for name, level in levels.items() if level == opposite]
        listed = parts_named(score, names, words)
        if len(names) > _NAMES >= len(others) and len(names) + len(others) == len(factors):
            listed = words("all the others")
        elif len(names) > _NAMES:
            listed = words("{n} of {all} {many_parts}", n=len(names), all=len(factors))
        yield words(message, level=written_number(extreme, words), factors=listed)


def parts_named(score: Score, names: Sequence[str], words: Words) -> str:
    """Parts by name, in a row."""
    return ", ".join(_title(score, name, words) for name in names)


def _all_alike(score: Score, levels: dict[str, Level], level: Level, words: Words) -> str:
    """That every part that has a level has the same."""
    at = written_number(level, words)
    applicable = [
        factor
        for factor in score.factors.values()
        if factor.rolled.status is not LevelStatus.NOT_APPLICABLE
    ]
    if len(applicable) == len(levels):
        return words("All {many_parts} stand at level {level}.", level=at)
    return words(
        "All {n} of {all} {many_parts} that have a level stand at {level}.",
        n=len(levels),
        all=len(applicable),
        level=at,
    )


def _too_little(score: Score, words: Words) -> Iterator[str]:
    """That no conclusion can be drawn yet, and who would know more."""
    states = [result.state for result in score.questions.values()]
    applicable = len(states) - states.count(State.NOT_APPLICABLE)
    yield words(
        "Too little is known for a conclusion: {known} of {all} questions have a level.",
        known=states.count(None),
        all=applicable,
    )
    knowing = [
        one_line(answer.who_knows)
        for question, answer in score.profile.answers.items()
        if question in score.questions
        and score.questions[question].state is State.UNKNOWN
        and answer.who_knows
    ]
    if knowing:
        people = "; ".join(tuple(dict.fromkeys(knowing))[:_ASKED])
        yield words("Would know more: {people}.", people=people)


def _preliminary(score: Score, words: Words) -> Iterator[str]:
    """That it may still change: somebody was not heard, or it is not finished."""
    if score.profile.status is Status.IN_PROGRESS:
        yield words("Preliminary: the assessment is still in progress.")
    elif score.not_heard:
        roles = {role.id: role.title for role in score.questionnaire.roles}
        listed = ", ".join(
            passage_line(roles[hearing.role], words.language)
            if hearing.role in roles
            else one_line(hearing.role)
            for hearing in score.not_heard
        )
        yield words("Preliminary, as long as not all are heard enough: {roles}.", roles=listed)


def _upper(score: Score, words: Words) -> Iterator[str]:
    """Where the whole stands: its named range, or the level of the one or two uppermost parts."""
    ranges = tuple(islice(uppermost_bands(score, words), _UPPERMOST))
    yield from ranges
    top = [result for result in score.tiers.values() if result.depth == 0]
    for result in top if len(top) <= _UPPERMOST and not ranges else ():
        if result.level is not None:
            title, level = _title(score, result.id, words), written_number(result.level, words)
            yield words("{part} stands at {level}.", part=title, level=level)


def _held(score: Score, words: Words) -> Iterator[str]:
    """Which parts a gate keeps below what their own answers give, and by what."""
    gated = [result for result in score.scored.values() if result.gate is not None]
    for result in gated[:_HELD]:
        assert result.gate is not None, "only gated parts are listed"
        yield words(
            "{part} counts as {level}, not {before}: held by {questions}.",
            part=_title(score, result.id, words),
            level=written_number(result.gate.capped_to, words),
            before=written_number(result.gate.raw, words),
            questions=", ".join(result.gate.inputs),
        )


def _title(score: Score, node: str, words: Words) -> str:
    """The name of a part."""
    return passage_line(score.questionnaire.nodes[node].title, words.language)
