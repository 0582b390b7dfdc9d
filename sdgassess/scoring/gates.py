"""Gates: caps that other parts put on a factor, with their reason (model.md: Gates).

Every input is read at its best: a question without a level at its highest option, a factor at
the high end of its interval. So what is wholly unknown caps nothing, a known input caps on its
own, and the rule stays monotone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sdgassess.model.condition import Subject
from sdgassess.model.question import Level
from sdgassess.model.rules import Gate

AtBest = Callable[[Subject], tuple[Level, bool]]
"""What a subject stands at, at its best, and whether that is known."""


class GateResult(NamedTuple):
    """A gate that caps a factor.

    Attributes:
        id: the gate.
        factor: the factor it caps.
        raw: the factor's level before the gate.
        capped_to: the level it is held at.
        inputs: the subjects that set the cap, by id, with their levels; a factor whose level is
            open stands at its best.
        unknown: the other inputs that are not known, and could cap further.
    """

    id: str
    factor: str
    raw: Level
    capped_to: Level
    inputs: Mapping[str, Level]
    unknown: tuple[str, ...] = ()


def judge_gate(gate: Gate, raw: Level | None, at_best: AtBest) -> GateResult | None:
    """Whether a gate caps its factor.

    Args:
        gate: the rule.
        raw: the factor's level before gates; None where it has none, and then nothing caps it.
        at_best: what the inputs stand at.

    Returns:
        The cap with its inputs, or None where the factor stays as it is.
    """
    if raw is None:
        return None
    read = {subject.id: at_best(subject) for subject in gate.lowest_of}
    lowest = min(level for level, _ in read.values())
    cap = lowest + gate.plus
    if cap >= raw:
        return None
    inputs = {name: level for name, (level, _) in read.items() if level == lowest}
    unknown = tuple(name for name, (_, sure) in read.items() if not sure and name not in inputs)
    return GateResult(gate.id, gate.caps, raw, cap, inputs, unknown)
