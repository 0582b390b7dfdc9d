"""A judgement as it is typed: stake, influence, can it start (model.md: Priorities)."""

from __future__ import annotations

from sdgassess.model.profile import Judgement, Weight
from sdgassess.typed.keys import yes_or_no

_WEIGHTS = {
    **dict.fromkeys(("h", "high", "høj", "hög"), Weight.HIGH),
    **dict.fromkeys(("m", "medium", "mellem", "medel"), Weight.MEDIUM),
    **dict.fromkeys(("l", "low", "lav", "låg"), Weight.LOW),
}
"""The letters are the same in every language; words in full are taken in each of them."""

_LETTERS = frozenset("hmlyjn")


def judgement_typed(line: str) -> Judgement | None:
    """What was typed as a judgement: `h m y`, `h m`, `h`, also with commas or as `hmy`.

    Returns:
        What was said, the rest None; or None where the line is something else.
    """
    parts = _parts(line)
    if not 1 <= len(parts) <= 3:
        return None
    weights = [_WEIGHTS.get(part) for part in parts[:2]]
    starts = [yes_or_no(part) for part in parts[2:]]
    if None in weights or None in starts:
        return None
    stake, influence = [*weights, None][:2]
    return Judgement(stake, influence, starts[0] if starts else None)


def three_weights_typed(line: str) -> bool:
    """Whether a line says high, medium or low three times: whether it can start is yes or no."""
    parts = _parts(line)
    return len(parts) == 3 and all(part in _WEIGHTS for part in parts)


def _parts(line: str) -> list[str]:
    """What was typed, part by part; three letters in one word are three parts."""
    parts = line.lower().replace(",", " ").split()
    if len(parts) == 1 and len(parts[0]) <= 3 and _LETTERS.issuperset(parts[0]):
        return list(parts[0])
    return parts
