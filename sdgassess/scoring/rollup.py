"""From the values of children to the level of a node, with its interval and its reason.

Every rule is monotone: a higher child never lowers the result. Therefore the interval that
unknown children open is exact: the rule computed once with their lowest and once with their
highest value (model.md: The level of a factor).
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.node import RollUp, RollUpRule
from sdgassess.model.question import Level

_ZERO, _ONE = 0, 1


class Child(NamedTuple):
    """What a node's child stands at.

    Attributes:
        id: the question or node.
        level: its level, or None where it has none.
        lowest: the lowest it could turn out to be; the level itself where nothing is open.
        highest: the highest it could turn out to be.
        core: whether it carries the cap and must be known.
        applies: False where it is not applicable.
        bottom: the lowest option of its scale.
        top: the highest that it could be at all.
        weight: how much it counts where the rule is weighted.
    """

    id: str
    level: Level | None
    lowest: Level
    highest: Level
    core: bool = False
    applies: bool = True
    bottom: Level = _ZERO
    top: Level = _ZERO
    weight: Level = _ONE


class LevelStatus(StrEnum):
    """Whether a node has a level."""

    LEVEL = "level"
    INSUFFICIENT = "insufficient-basis"
    NOT_APPLICABLE = "not-applicable"


class RollUpResult(NamedTuple):
    """A node's level and how it came about.

    Attributes:
        status: whether there is a level.
        level: the level, or None.
        interval: the lowest and highest it could be once everything is known.
        answered: how many applicable children have a level.
        applicable: how many children apply.
        middle: the roll-up of the known children before any cap; None without one.
        cap: the cap that the lowest core child sets; None where no rule caps.
        capped_by: the children that hold the level below `middle`.
        core_only: whether the level stands although coverage is short, because every core child
            is at the lowest level.
        settled: whether the level stands although coverage is short, because nothing unknown
            could change it.
        limit: the most that the rule lets it be, where that holds it below `middle`.
        assumed: what each unknown child was taken to stand at, where the level rests on that.
    """

    status: LevelStatus
    level: Level | None
    interval: tuple[Level, Level]
    answered: int
    applicable: int
    middle: Level | None = None
    cap: Level | None = None
    capped_by: tuple[str, ...] = ()
    core_only: bool = False
    settled: bool = False
    limit: Level | None = None
    assumed: Mapping[str, Level] = {}


def roll_up(rule: RollUp, children: Sequence[Child]) -> RollUpResult:
    """Roll children up by a declared rule.

    Args:
        rule: the rule with its thresholds.
        children: all children in scope, applicable or not; at least one.

    Returns:
        The level with its interval and reasons; `not-applicable` where too few children apply.
    """
    apply = [child for child in children if child.applies]
    if not apply or (rule.applicable and len(apply) < rule.applicable * len(children)):
        interval = (min(c.lowest for c in children), max(c.highest for c in children))
        answered = len(_levels(apply))
        return RollUpResult(LevelStatus.NOT_APPLICABLE, None, interval, answered, len(apply))
    return _rolled(rule, apply)


def _rolled(rule: RollUp, apply: Sequence[Child]) -> RollUpResult:
    """Roll up the children that apply."""
    cores = [child for child in apply if child.core]
    levelled = [child for child in apply if child.level is not None]
    middle = compute(rule, levelled, _levels(levelled)) if levelled else None
    cap = _cap(rule, _levels(cores))
    certain = all(c.level is c.lowest is c.highest for c in apply)  # the same value, not compared
    if middle is not None and certain:
        low = high = _held(rule, middle, cap)
    else:
        low = _capped(rule, apply, [c.lowest for c in apply], [c.lowest for c in cores])
        high = _capped(rule, apply, [c.highest for c in apply], [c.highest for c in cores])
    covered = bool(levelled) and _covered(rule, apply, cores)  # a coverage of 0 asks for one too
    core_only = not covered and cap is not None and _all_at_bottom(cores)
    settled = not covered and low == high
    level = low if settled or core_only else None
    assumed: Mapping[str, Level] = {}
    if covered:
        level, assumed = _with_unknown(rule, apply, low, high)
    return RollUpResult(
        status=LevelStatus.INSUFFICIENT if level is None else LevelStatus.LEVEL,
        level=level,
        interval=(low, high),
        answered=len(levelled),
        applicable=len(apply),
        middle=middle,
        cap=cap,
        capped_by=_capped_by(levelled, middle, cap, level),
        core_only=core_only,
        settled=settled,
        limit=rule.cap if _is_limited(rule, middle, level) else None,
        assumed=assumed,
    )


def _with_unknown(
    rule: RollUp, apply: Sequence[Child], low: Level, high: Level
) -> tuple[Level, Mapping[str, Level]]:
    """The level where enough is known, and what was assumed of the rest for it.

    It is held within the interval: known children alone can roll up to what no completion of the
    unknown ones would give (a sum of positive answers, of which one is missing). A ladder stops
    at a rung that is not known to be passed.
    """
    if low == high:
        return low, {}
    known = [child for child in apply if child.level is not None]
    cores = [child for child in known if child.core]
    bare = _capped(rule, known, _levels(known), _levels(cores))
    level = low if rule.rule is RollUpRule.LADDER else min(max(bare, low), high)
    if level == bare and rule.rule is not RollUpRule.LADDER:
        return level, {}
    at_worst = level == low
    return level, {
        child.id: child.lowest if at_worst else child.highest
        for child in apply
        if child.level is None
    }


def _is_limited(rule: RollUp, middle: Level | None, level: Level | None) -> bool:
    """Whether the most that the rule allows holds the level below what its children make."""
    return None not in (rule.cap, middle, level) and level == rule.cap and middle > level  # type: ignore[operator]  # told to be there on this line


def _covered(rule: RollUp, apply: Sequence[Child], cores: Sequence[Child]) -> bool:
    """Whether enough children have a level, every core child among them (rule 3)."""
    known = _levels(apply)
    share = rule.coverage
    enough = bool(known) and len(known) * share.denominator >= share.numerator * len(apply)
    return enough and len(_levels(cores)) == len(cores)


def compute(rule: RollUp, children: Sequence[Child], levels: Sequence[Level]) -> Level:
    """The bare roll-up of levels, without any cap.

    Args:
        rule: which computation.
        children: whose levels these are: their weights, and the tops of their scales.
        levels: the children's levels in their order; at least one.
    """
    return rule.combine(levels, [c.weight for c in children], [c.top for c in children])


def _levels(children: Sequence[Child]) -> list[Level]:
    """The levels of children that have one."""
    return [child.level for child in children if child.level is not None]


def _cap(rule: RollUp, cores: Sequence[Level]) -> Level | None:
    """The cap that core children set, where the rule has one."""
    if rule.rule is not RollUpRule.CAPPED_LOWER_MEDIAN or not cores:
        return None
    return min(cores) + (rule.above_lowest_core or 0)


def _capped(
    rule: RollUp, children: Sequence[Child], levels: Sequence[Level], cores: Sequence[Level]
) -> Level:
    """The roll-up with its caps."""
    return _held(rule, compute(rule, children, levels), _cap(rule, cores))


def _held(rule: RollUp, middle: Level, cap: Level | None) -> Level:
    """A bare roll-up, or the most that the rule and its lowest core child allow."""
    limited = rule.limited(middle)
    return limited if cap is None else min(limited, cap)


def _all_at_bottom(cores: Sequence[Child]) -> bool:
    """Whether every core child is known to stand at the bottom of its scale."""
    return bool(cores) and all(child.level == child.bottom for child in cores)


def _capped_by(
    levelled: Sequence[Child], middle: Level | None, cap: Level | None, level: Level | None
) -> tuple[str, ...]:
    """The lowest core children, where their cap holds the level below the middle."""
    if level is None or middle is None or cap is None or not level < middle:
        return ()
    lowest = min(_levels([child for child in levelled if child.core]))
    return tuple(child.id for child in levelled if child.core and child.level == lowest)
