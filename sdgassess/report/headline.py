"""The finding as the title of a page: what stands strong, what lowest, and how firm that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdgassess.analysis.conclusion import is_preliminary, too_little
from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases.hearing import NOT_HEARD_YET, missing_roles
from sdgassess.phrases.levels import NOT_ASSESSED
from sdgassess.report.finding import (
    PARTS_OF_ALL,
    alike_in_range,
    disagreement_finding,
    extremes,
    part_names,
    too_little_in_short,
)
from sdgassess.report.glance import common_range
from sdgassess.scoring.score import Score

_NAMES = 2
"""How many parts at one end a title names; more are counted."""


def headline(score: Score, words: Words) -> str:
    """The finding as the title of a page, without ids and without a full stop at its end.

    Too little known, and it says whom to ask; most answers not agreed on, and it says so; else
    what stands strongest and what lowest. Not finished or not all heard, and it begins with that
    it is preliminary: who is still to be heard is for the line beneath it.
    """
    if not score.has_levels:
        return words(NOT_ASSESSED).rstrip(".")
    if too_little(score):
        return too_little_in_short(score, words).rstrip(".")
    sentence = next(disagreement_finding(score, words), None) or _standing(score, words)
    if is_preliminary(score):
        sentence = words("Preliminary: {finding}", finding=sentence)
    return sentence.rstrip(".")


def unheard_beside(title: str, score: Score, words: Words) -> Iterator[str]:
    """Who is still to be heard, for the line beneath a title that does not name them."""
    who = "; ".join(missing_roles(score, words))
    if who and who not in title:
        yield words(NOT_HEARD_YET, who=who)


class _End(NamedTuple):
    """The parts that stand highest, or lowest.

    Attributes:
        level: where they stand.
        parts: their ids, in the order of the questionnaire.
    """

    level: Level
    parts: Sequence[str]


def _standing(score: Score, words: Words) -> str:
    """Where most parts stand and which do not; else what stands highest and what lowest."""
    levels = score.factor_levels
    ends = [
        _End(level, [name for name, at in levels.items() if at == level])
        for level in ((max(levels.values()), min(levels.values())) if levels else ())
    ]
    if not ends or not alike_in_range(score):
        return next(extremes(score, words), words("These are the answers"))
    high, low = ends
    if high.level == low.level:
        return _all_alike(score, high, words)
    return " – ".join(_clauses(score, high, low, words))


def _clauses(score: Score, high: _End, low: _End, words: Words) -> tuple[str, ...]:
    """What comes first, and what stands apart from it."""
    if _is_all_strong(score, low):
        return _all_from(score, low, words), _highest_beside(score, high, words)
    are_all = len(high.parts) + len(low.parts) == len(score.factors)
    for most, rest, beside in ((low, high, _highest_beside), (high, low, _lowest)):
        if len(most.parts) * 2 > len(score.factors):
            rest_words = _the_others if are_all and len(rest.parts) > _NAMES else beside
            return _most(score, most, words), rest_words(score, rest, words)
    if min(len(high.parts), len(low.parts)) > _NAMES:
        return (_both_counted(score, high, low, words),)
    return _highest(score, high, words), _lowest(score, low, words)


def _both_counted(score: Score, high: _End, low: _End, words: Words) -> str:
    """How many parts stand highest and how many lowest, where neither can be named."""
    return words(
        "Of {all} {many_parts} {n} stand highest, at {high}, and {rest} lowest, at {low}",
        all=len(score.factors),
        n=len(high.parts),
        high=_of_all_steps(score, high.level, words),
        rest=len(low.parts),
        low=written_number(low.level, words),
    )


def _all_alike(score: Score, every: _End, words: Words) -> str:
    """That all parts stand at one level; where some have none, how many have it."""
    if len(every.parts) < len(score.factors) or len(every.parts) == 1:
        return next(extremes(score, words))
    level = _named_level(score, every.level, words)
    return words("All {n} {many_parts} stand at {level}", n=len(every.parts), level=level)


def _the_others(_score: Score, end: _End, words: Words) -> str:
    """All parts but those just counted, which are too many to name."""
    level = written_number(end.level, words)
    return words("the other {n} at {level}", n=len(end.parts), level=level)


def _is_all_strong(score: Score, low: _End) -> bool:
    """Whether every part has a level, and the lowest is worth keeping."""
    is_complete = all(factor.level is not None for factor in score.factors.values())
    return is_complete and _is_strong(score, low)


def _is_strong(score: Score, end: _End) -> bool:
    """Whether parts stand where an answer is worth keeping.

    That is a level of answers: a sum of six goes further than any of them. So no part is strong
    where parts can reach other levels than what is asked in them.
    """
    rules, size = score.questionnaire.priorities, common_range(score, score.factors)
    ends = {score.questionnaire.ends[question] for question in score.questions}
    if rules is None or size is None or ends != {(size.low, size.high)}:
        return False
    return end.level >= rules.keep_from


def _all_from(score: Score, low: _End, words: Words) -> str:
    """That all parts stand at the lowest level there is among them, or higher."""
    level = _named_level(score, low.level, words)
    return words(
        "All {n} {many_parts} stand at {level} or higher", n=len(score.factors), level=level
    )


def _most(score: Score, end: _End, words: Words) -> str:
    """How many parts stand at the level of most."""
    return words(
        "{some_parts} stand at {level}",
        some_parts=_counted(score, end, words),
        level=_named_level(score, end.level, words),
    )


def _highest(score: Score, end: _End, words: Words) -> str:
    """What stands highest; that it stands strong only where it is worth keeping."""
    level = _of_all_steps(score, end.level, words)
    if len(end.parts) > _NAMES:
        return words(
            "{some_parts} stand highest, at {level}",
            some_parts=_counted(score, end, words),
            level=level,
        )
    listed = _named(score, end, words)
    if not _is_strong(score, end):
        return words("Highest, at {level}: {parts}", level=level, parts=listed)
    return words.plural(
        "{parts} stands strong, at {level}",
        "{parts} stand strong, at {level}",
        len(end.parts),
        parts=listed,
        level=level,
    )


def _highest_beside(score: Score, end: _End, words: Words) -> str:
    """What stands highest, behind where most stand."""
    level = written_number(end.level, words)
    if len(end.parts) > _NAMES:
        return words("{n} highest, at {level}", n=len(end.parts), level=level)
    listed = _named(score, end, words)
    return words("highest, at {level}: {parts}", level=level, parts=listed)


def _lowest(score: Score, end: _End, words: Words) -> str:
    """What stands lowest, behind what stands higher."""
    level = written_number(end.level, words)
    if len(end.parts) > _NAMES:
        return words(
            "{some_parts} lowest, at {level}", some_parts=_counted(score, end, words), level=level
        )
    listed = _named(score, end, words)
    return words("lowest, at {level}: {parts}", level=level, parts=listed)


def _named(score: Score, end: _End, words: Words) -> str:
    """Parts by name, without what follows a dash: a dash parts what a title says."""
    return "; ".join(part_names(score, end.parts, words, is_short=True))


def _counted(score: Score, end: _End, words: Words) -> str:
    """How many of all parts they are."""
    return words(PARTS_OF_ALL, n=len(end.parts), all=len(score.factors))


def _named_level(score: Score, level: Level, words: Words) -> str:
    """A level of all that can be reached, with its name on the scale where it has one."""
    figure = _of_all_steps(score, level, words)
    name = next((rung.text for rung in score.questionnaire.scale if rung.value == level), None)
    size = common_range(score, score.factors)
    scale = [rung.value for rung in score.questionnaire.scale]
    if name is None or size is None or (size.low, size.high) != (scale[0], scale[-1]):
        return figure
    return f"{figure} ({passage_line(name, words.language)})"


def _of_all_steps(score: Score, level: Level, words: Words) -> str:
    """A level, with the highest that can be reached where levels are counted from nothing."""
    figure, size = written_number(level, words), common_range(score, score.factors)
    if size is None or size.low != 0 or len(size.steps) != size.high:
        return figure
    return words(_OF_STEPS, level=figure, highest=written_number(size.high, words))


_OF_STEPS = N_("{level} of {highest}")
