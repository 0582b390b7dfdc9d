"""The rows of a poster's ladder: where factors stand, what was chosen, and all that in words.

A target belongs to a question, so it is drawn in a lane of its own under the factor's level, with
the question's id: nobody should take it for a target of the whole factor (domain model §3.13).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.language import N_, Words
from sdgassess.model.node import Node
from sdgassess.model.profile import State
from sdgassess.report.level_words import STATES
from sdgassess.report.poster_sheet import Aim, Entry, Mark, Row, Rung, Standing
from sdgassess.report.poster_words import rung, short_passage
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score
from sdgassess.scoring.sheet import NodeResult

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
    score: Score, scale: Sequence[Rung], aims: Sequence[Aim], words: Words, *, shown: bool
) -> tuple[Row, ...]:
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


def pages(score: Score, every: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """The rows of each page: all on one where they fit, else whole blocks of the questionnaire.

    Rows with something chosen stay first; a block that is too long for a page is cut evenly.
    """
    if len(every) <= MOST_ROWS:
        return (tuple(every),)
    done: list[list[Row]] = [[]]
    for group in _groups(score, every):
        for piece in _pieces(group):
            if done[-1] and len(done[-1]) + len(piece) > MOST_ROWS:
                done.append([])
            done[-1].extend(piece)
    return tuple(tuple(page) for page in done)


def key(every: Sequence[Row], words: Words, *, drawn: bool, shown: bool) -> tuple[Entry, ...]:
    """What the marks mean: those on the poster, and those that people draw, unless `drawn`."""
    return tuple(
        Entry(mark, words(meaning)) for mark, meaning in _meanings(every, drawn=drawn, shown=shown)
    )


def _groups(score: Score, every: Sequence[Row]) -> Iterator[list[Row]]:
    """What was chosen, then the rest block by block."""
    first = [row for row in every if row.aims]
    if first:
        yield first
    rest = {row.factor: row for row in every if not row.aims}
    for part in score.questionnaire.parts:
        inside = [rest[node.id] for node in part.all_nodes() if node.id in rest]
        if inside:
            yield inside


def _pieces(group: list[Row]) -> Iterator[list[Row]]:
    """A group in even pieces that fit a page."""
    count = -(-len(group) // MOST_ROWS)
    size = -(-len(group) // count)
    for start in range(0, len(group), size):
        yield group[start : start + size]


def _row(
    node: Node,
    standing: Standing | None,
    aims: tuple[Aim, ...],
    scale: Sequence[Rung],
    words: Words,
) -> Row:
    """One factor's row."""
    name = short_passage(node.title, words, _NAME)
    said = [_standing_words(standing, words) if standing else _empty_words(scale, words)]
    said += [aim_words(aim, words) for aim in aims]
    return Row(
        factor=node.id,
        name=name,
        alt=f"{name.text}: {'; '.join(said)}.",
        standing=standing,
        aims=aims,
    )


def _standing(result: NodeResult, words: Words) -> Standing:
    """Where a factor stands, or the word for why it has no level."""
    rolled = result.rolled
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        return Standing(remark=words(STATES[State.NOT_APPLICABLE]))
    if result.level is None and result.answered_level is None and result.backed_level is None:
        if not rolled.answered:
            return Standing(remark=words("not assessed"))
        low, high = rolled.interval
        return Standing(
            open=(rung(low, words), rung(high, words)), remark=words("too little is known")
        )
    answered, backed = result.answered_level, result.backed_level
    return Standing(
        answered=None if answered is None else rung(answered, words),
        backed=None if backed is None else rung(backed, words),
        capped=rung(result.gate.capped_to, words) if result.gate else None,
    )


def _standing_words(standing: Standing, words: Words) -> str:
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


def _empty_words(scale: Sequence[Rung], words: Words) -> str:
    """A ladder that is marked by hand."""
    return words("empty line from {low} to {high}", low=scale[0].figure, high=scale[-1].figure)


def aim_words(aim: Aim, words: Words) -> str:
    """A chosen question in words: from where to where."""
    here = aim.level.figure if aim.level else "?"
    if aim.target is None:
        return words("{question} stands at {level}", question=aim.question, level=here)
    there = aim.target.figure
    return words(
        "{question} from {level} to {target}", question=aim.question, level=here, target=there
    )


def _meanings(every: Sequence[Row], *, drawn: bool, shown: bool) -> Iterator[tuple[Mark, str]]:
    """The marks that are needed, with their meanings."""
    if not shown:
        yield Mark.BACKED, _HERE
        yield Mark.TARGET, _THERE
        return
    standings = [row.standing for row in every if row.standing]
    aims = [aim for row in every for aim in row.aims]
    needed = (
        (Mark.BACKED, _HERE, not any(one.answered or one.backed for one in standings)),
        (Mark.BACKED, _BACKED, any(one.backed is not None for one in standings)),
        (Mark.ANSWERED, _ANSWERED, any(_unbacked(one) for one in standings)),
        (Mark.CAPPED, _CAPPED, any(one.capped is not None for one in standings)),
        (Mark.OPEN, _OPEN, any(one.open for one in standings)),
        (Mark.CHOSEN, _CHOSEN, any(aim.level is not None for aim in aims)),
        (Mark.TARGET, _THERE, not drawn or any(aim.target is not None for aim in aims)),
    )
    for mark, meaning, present in needed:
        if present:
            yield mark, meaning


def _unbacked(standing: Standing) -> bool:
    """Whether a factor was answered higher than it is backed."""
    return standing.answered not in (None, standing.backed)
