"""The rows of a poster's ladder: where factors stand, what was chosen, and all that in words.

A target belongs to a question, so it is drawn in a lane of its own under the factor's level, with
the question's id: nobody should take it for a target of the whole factor (domain model §3.13).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from math import ceil, floor

from sdgassess.document.blocks import Run
from sdgassess.document.figures import written_number
from sdgassess.document.passage import line_of, passage
from sdgassess.document.poster import (
    PosterAim,
    PosterKeyEntry,
    PosterMark,
    PosterRow,
    PosterRung,
    PosterStanding,
)
from sdgassess.language import N_, Words
from sdgassess.model.node import Node
from sdgassess.model.profile import State
from sdgassess.model.question import Level, Text
from sdgassess.phrases.levels import STATES
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score
from sdgassess.scoring.score import score as score_again

MOST_ROWS = 12
"""More rows than these on a page would be too small to vote in (35 × 15 mm on A3)."""

_NAME = 95

_HERE = N_("here we are today")
_THERE = N_("here we want to be")
_BACKED = N_("today, backed")
_ANSWERED = N_("today, answered but not backed")
_CAPPED = N_("held here by another factor")
_OPEN = N_("somewhere between: too little is known")
_CHOSEN = N_("the chosen question today")


def rows(
    score: Score,
    scale: Sequence[PosterRung],
    aims: Sequence[PosterAim],
    words: Words,
    *,
    shown: bool,
) -> tuple[PosterRow, ...]:
    """A row per factor, in the questionnaire's order; those with something chosen come first.

    Args:
        score: the result.
        scale: the scale above the ladder.
        aims: the chosen questions, in their order.
        words: the language.
        shown: whether today's levels are drawn; else people mark them by hand.
    """
    own = {aim.question: score.questionnaire.factor_of[aim.question].id for aim in aims}
    order = dict.fromkeys((*own.values(), *score.factors))
    done = []
    for factor in order:
        if factor in score.factors:
            standing = _standing(score.factors[factor], words) if shown else None
            chosen = tuple(aim for aim in aims if own[aim.question] == factor)
            done.append(_row(score.questionnaire.nodes[factor], standing, chosen, scale, words))
    return tuple(done)


def pages(score: Score, every: Sequence[PosterRow]) -> tuple[tuple[PosterRow, ...], ...]:
    """The rows of each page: all on one where they fit, else whole blocks of the questionnaire.

    Rows with something chosen stay first; a block that is too long for a page is cut evenly.
    """
    if len(every) <= MOST_ROWS:
        return (tuple(every),)
    done: list[list[PosterRow]] = [[]]
    for group in _groups(score, every):
        for piece in _pieces(group):
            if done[-1] and len(done[-1]) + len(piece) > MOST_ROWS:
                done.append([])
            done[-1].extend(piece)
    return tuple(tuple(page) for page in done)


def key(
    every: Sequence[PosterRow], words: Words, *, drawn: bool, shown: bool
) -> tuple[PosterKeyEntry, ...]:
    """What the marks mean: those on the poster, and those that people draw, unless `drawn`."""
    return tuple(
        PosterKeyEntry(mark, words(meaning))
        for mark, meaning in _meanings(every, drawn=drawn, shown=shown)
    )


def _groups(score: Score, every: Sequence[PosterRow]) -> Iterator[list[PosterRow]]:
    """What was chosen, then the rest block by block."""
    first = [row for row in every if row.aims]
    if first:
        yield first
    rest = {row.factor: row for row in every if not row.aims}
    for part in score.questionnaire.parts:
        inside = [rest[node.id] for node in part.all_nodes() if node.id in rest]
        if inside:
            yield inside


def _pieces(group: list[PosterRow]) -> Iterator[list[PosterRow]]:
    """A group in even pieces that fit a page."""
    count = -(-len(group) // MOST_ROWS)
    size = -(-len(group) // count)
    for start in range(0, len(group), size):
        yield group[start : start + size]


def _row(
    node: Node,
    standing: PosterStanding | None,
    aims: tuple[PosterAim, ...],
    scale: Sequence[PosterRung],
    words: Words,
) -> PosterRow:
    """One factor's row."""
    name = short_passage(node.title, words, _NAME)
    said = [_standing_words(standing, words) if standing else _empty_words(scale, words)]
    said += [aim_words(aim, words) for aim in aims]
    return PosterRow(
        factor=node.id,
        name=name,
        alt=f"{line_of(name)}: {'; '.join(said)}.",
        standing=standing,
        aims=aims,
    )


def _standing(result: NodeResult, words: Words) -> PosterStanding:
    """Where a factor stands, or the word for why it has no level."""
    rolled = result.rolled
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        return PosterStanding(remark=words(STATES[State.NOT_APPLICABLE]))
    if result.level is None and result.answered_level is None and result.backed_level is None:
        if not rolled.answered:
            return PosterStanding(remark=words("not assessed"))
        low, high = rolled.interval
        return PosterStanding(
            open=(rung(low, words), rung(high, words)), remark=words("too little is known")
        )
    answered, backed = result.answered_level, result.backed_level
    return PosterStanding(
        answered=None if answered is None else rung(answered, words),
        backed=None if backed is None else rung(backed, words),
        capped=rung(result.gate.capped_to, words) if result.gate else None,
    )


def _standing_words(standing: PosterStanding, words: Words) -> str:
    """A factor's marks in words, with every number."""
    if standing.open:
        low, high = standing.open
        return words(
            "{remark}, between {low} and {high}",
            remark=standing.remark,
            low=low.figure,
            high=high.figure,
        )
    if standing.remark:
        return standing.remark
    known = (
        (N_("answered {level}"), standing.answered),
        (N_("backed {level}"), standing.backed),
        (N_("held at {level} by another factor"), standing.capped),
    )
    return ", ".join(words(said, level=one.figure) for said, one in known if one)


def _empty_words(scale: Sequence[PosterRung], words: Words) -> str:
    """A ladder that is marked by hand."""
    return words("empty line from {low} to {high}", low=scale[0].figure, high=scale[-1].figure)


def aim_words(aim: PosterAim, words: Words) -> str:
    """A chosen question in words: from where to where."""
    here = aim.level.figure if aim.level else "?"
    if aim.target is None:
        return words("{question} stands at {level}", question=aim.question, level=here)
    there = aim.target.figure
    return words(
        "{question} from {level} to {target}", question=aim.question, level=here, target=there
    )


def _meanings(
    every: Sequence[PosterRow], *, drawn: bool, shown: bool
) -> Iterator[tuple[PosterMark, str]]:
    """The marks that are needed, with their meanings."""
    if not shown:
        yield PosterMark.BACKED, _HERE
        yield PosterMark.TARGET, _THERE
        return
    standings = [row.standing for row in every if row.standing]
    aims = [aim for row in every for aim in row.aims]
    needed = (
        (PosterMark.BACKED, _HERE, not any(one.answered or one.backed for one in standings)),
        (PosterMark.BACKED, _BACKED, any(one.backed is not None for one in standings)),
        (PosterMark.ANSWERED, _ANSWERED, any(_unbacked(one) for one in standings)),
        (PosterMark.CAPPED, _CAPPED, any(one.capped is not None for one in standings)),
        (PosterMark.OPEN, _OPEN, any(one.open for one in standings)),
        (PosterMark.CHOSEN, _CHOSEN, any(aim.level is not None for aim in aims)),
        (PosterMark.TARGET, _THERE, not drawn or any(aim.target is not None for aim in aims)),
    )
    for mark, meaning, present in needed:
        if present:
            yield mark, meaning


def _unbacked(standing: PosterStanding) -> bool:
    """Whether a factor was answered higher than it is backed."""
    return standing.answered not in (None, standing.backed)


_MOST_STEPS = 7
"""More steps than these between figures would not be read from some distance."""

_SCALE_NAME = 60


def ladder_scale(score: Score, words: Words) -> tuple[PosterRung, ...]:
    """The levels above the ladder, lowest first.

    Args:
        score: the result; its questionnaire says how far a factor can reach.
        words: the language of the names.

    Returns:
        The questionnaire's own scale with its names where every factor lies on it, else whole
        numbers at even distances; two at least.
    """
    low, high = _reach(score)
    scale = score.questionnaire.scale
    if len(scale) > 1 and scale[0].value <= low and high <= scale[-1].value:
        return tuple(
            rung(option.value, words)._replace(name=short_passage(option.text, words, _SCALE_NAME))
            for option in scale
        )
    step = _even_step(high - low)
    first, last = floor(low / step), max(ceil(high / step), floor(low / step) + 1)
    values = [Level(step * place) for place in range(first, last + 1)]
    return tuple(rung(value, words) for value in values)


def _reach(score: Score) -> tuple[Level, Level]:
    """The lowest and highest level that any factor could have, whatever was answered."""
    blank = dataclasses.replace(score.profile, answers={})
    factors = score_again(score.questionnaire, blank).factors.values()
    intervals = [result.rolled.interval for result in factors]
    ends = [*intervals, *(node.rolled.interval for node in score.factors.values())]
    if not ends:
        return Level(0), Level(1)
    return min(low for low, _ in ends), max(high for _, high in ends)


def _even_step(width: Level) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that makes few enough steps."""
    step, factors = 1, (2, 5, 10)
    place = 0
    while width / step > _MOST_STEPS:
        step = factors[place % 3] * 10 ** (place // 3)
        place += 1
    return step


def short_passage(text: Text, words: Words, longest: int) -> Run:
    """A questionnaire's text on one line, of at most so many characters."""
    run = passage(text, words.language)
    return run._replace(text=cut(run.text, longest))


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters; a longer one ends after a whole word, with dots."""
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    whole = kept.rsplit(" ", 1)[0] if " " in kept[longest // 2 :] else kept
    return whole.rstrip(" ,;:–-") + "…"


def rung(value: Level, words: Words) -> PosterRung:
    """A level with its figure."""
    return PosterRung(value, written_number(value, words))
