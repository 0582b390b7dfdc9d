"""The rows of a poster's ladder: where factors stand, what was chosen, and all that in words.

A target belongs to a question, so it is drawn in a lane of its own under the factor's level, with
the question's id: nobody should take it for a target of the whole factor (model.md: Priorities).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.candidates import Candidate
from sdgassess.document.passage import line_of
from sdgassess.document.poster import (
    PosterAim,
    PosterKeyEntry,
    PosterMark,
    PosterRow,
    PosterRung,
    PosterStanding,
)
from sdgassess.document.runs import Run
from sdgassess.language import N_, Words
from sdgassess.model.node import Node
from sdgassess.model.profile import State
from sdgassess.numbers import LEVEL_IN_WORDS
from sdgassess.phrases import labels
from sdgassess.phrases.bands import band_title
from sdgassess.phrases.levels import STATES, TOO_LITTLE_KNOWN
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score

MOST_ROWS = 12
"""More rows than these on a page would be too small to vote in (35 × 15 mm on A3)."""

_NAME = 95
"""How long the name of a factor may be, in characters."""

_TODAY = N_("here we are today")
_TARGET = N_("here we want to be")
_BACKED = N_("today, backed")
_ANSWERED = N_("today, answered but not backed")
_CAPPED = N_("held here by another {one_part}")
_OPEN = N_("somewhere between: too little is known")
_CHOSEN = N_("the chosen question today")


def rows(edition: PosterEdition, scale: Sequence[PosterRung]) -> tuple[PosterRow, ...]:
    """A row per scored part, upper ones first; parts with something chosen come before all.

    Where nothing is rolled up there is a row for each part with questions, without a level.


    Args:
        edition: what the poster tells.
        scale: the scale above the ladder.
    """
    rules, scored = edition.score.questionnaire, edition.score.scored
    aims_of: dict[str, list[PosterAim]] = {}
    for aim in _aims(edition):
        aims_of.setdefault(rules.factor_of[aim.question].id, []).append(aim)
    unscored = [node.id for node in rules.nodes.values() if node.questions and not scored]
    order = dict.fromkeys((*aims_of, *scored, *unscored))
    return tuple(
        _row(edition, rules.nodes[part], tuple(aims_of.get(part, ())), scale) for part in order
    )


def _aims(edition: PosterEdition) -> Iterator[PosterAim]:
    """The targets to draw: of what the room picked, never of suggestions."""
    if edition.chosen.picked:
        yield from (_aim(edition, candidate) for candidate in edition.chosen.candidates)


def _aim(edition: PosterEdition, candidate: Candidate) -> PosterAim:
    """Where a chosen question stands and is to be; a target that is reached is no step away."""
    level, target = candidate.level, candidate.target
    steps = None
    if level is not None and target is not None and not candidate.is_reached:
        question = edition.score.questionnaire.questions[candidate.question]
        steps = question.steps(level, target)
    return PosterAim(
        question=candidate.question,
        level=edition.rung_or_none(level),
        target=edition.rung_or_none(target),
        steps=steps,
        remark=edition.words("reached") if candidate.is_reached else "",
    )


def _row(
    edition: PosterEdition,
    node: Node,
    aims: tuple[PosterAim, ...],
    scale: Sequence[PosterRung],
) -> PosterRow:
    """One part's row."""
    words = edition.words
    result = edition.score.scored.get(node.id)
    name = _name(edition, node, result if edition.with_levels else None)
    standing = None
    if edition.with_levels:
        standing = PosterStanding(remark=words("not rolled up"))
        if result is not None:
            standing = _standing(edition, result)
    reach = _narrower(edition, node.id, scale)
    drawn = _standing_words(edition, standing) if standing else _empty_words(reach or scale, words)
    sentences = (drawn, *(_aim_words(aim, words) for aim in aims))
    return PosterRow(
        factor=node.id,
        name=name,
        alt=f"{line_of(name)}: {'; '.join(sentences)}.",
        standing=standing,
        aims=aims,
        depth=0 if result is None else result.depth,
        reach=reach,
    )


def _name(edition: PosterEdition, node: Node, result: NodeResult | None) -> Run:
    """A part's name; behind it the named range of its level, which is never cut off."""
    band = "" if result is None else band_title(edition.score, result, edition.words)
    if not band:
        return edition.short(node.title, _NAME)
    name = edition.short(node.title, max(_NAME - len(band) - 2, _NAME // 2))
    return name._replace(text=f"{name.text}: {band}")


def _narrower(
    edition: PosterEdition, part: str, scale: Sequence[PosterRung]
) -> tuple[PosterRung, PosterRung] | None:
    """What the rule of a part can give, where the scale of all of them goes further."""
    score = edition.score
    ends = score.questionnaire.ranges(quick=score.profile.quick).get(part)
    if ends is None:
        return None
    low, high = ends
    within = [rung for rung in scale if low <= rung.value <= high]
    if low == high or len(within) == len(scale):
        return None
    return edition.rung(low), edition.rung(high)


def _standing(edition: PosterEdition, factor: NodeResult) -> PosterStanding:
    """Where a factor stands, or the word for why it has no level."""
    words, rolled = edition.words, factor.rolled
    answered, backed = factor.answered_level, factor.backed_level
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        return PosterStanding(remark=words(STATES[State.NOT_APPLICABLE]))
    if factor.level is None and answered is None and backed is None:
        node = edition.score.questionnaire.nodes[factor.id]
        below = (edition.score.questions.get(question.id) for question in node.all_questions())
        if not any(result is not None and result.answered is not None for result in below):
            return PosterStanding(remark=words("not assessed"))
        low, high = rolled.interval
        return PosterStanding(
            open=(edition.rung(low), edition.rung(high)), remark=words(TOO_LITTLE_KNOWN)
        )
    if edition.score.questionnaire.backing is None:
        answered = None  # one mark for where it stands, since nothing tells two levels apart
    return PosterStanding(
        answered=edition.rung_or_none(answered),
        backed=edition.rung_or_none(backed),
        capped=edition.rung(factor.gate.capped_to) if factor.gate else None,
    )


def _standing_words(edition: PosterEdition, standing: PosterStanding) -> str:
    """A factor's marks in words, with every number."""
    words, has_backing = edition.words, edition.score.questionnaire.backing is not None
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
    levels = (
        (N_("answered {level}"), standing.answered),
        (N_("backed {level}") if has_backing else LEVEL_IN_WORDS, standing.backed),
        (N_("held at {level} by another {one_part}"), standing.capped),
    )
    return ", ".join(words(message, level=rung.figure) for message, rung in levels if rung)


def _empty_words(scale: Sequence[PosterRung], words: Words) -> str:
    """A ladder that is marked by hand."""
    return words("empty line from {low} to {high}", low=scale[0].figure, high=scale[-1].figure)


def _aim_words(aim: PosterAim, words: Words) -> str:
    """A chosen question in words: from where to where."""
    level = aim.level.figure if aim.level else "?"
    if aim.target is None:
        return words("{question} stands at {level}", question=aim.question, level=level)
    if aim.remark:
        return words("{question} stands at {level}, reached", question=aim.question, level=level)
    return words(
        labels.QUESTION_TO_TARGET,
        question=aim.question,
        level=level,
        target=aim.target.figure,
    )


def pages(
    score: Score, ladder: Sequence[PosterRow], most: int = MOST_ROWS
) -> tuple[tuple[PosterRow, ...], ...]:
    """The rows of each page: all on one where they fit, else whole blocks of the questionnaire.

    Rows with something chosen stay first; a block that is too long for a page is cut evenly.

    Args:
        score: which questionnaire has which blocks.
        ladder: the rows.
        most: how many a page bears.
    """
    if len(ladder) <= most:
        return (tuple(ladder),)
    filled: list[list[PosterRow]] = [[]]
    for group in _groups(score, ladder):
        for piece in _pieces(group, most):
            if filled[-1] and len(filled[-1]) + len(piece) > most:
                filled.append([])
            filled[-1].extend(piece)
    return tuple(tuple(page) for page in filled)


def _groups(score: Score, ladder: Sequence[PosterRow]) -> Iterator[list[PosterRow]]:
    """What was chosen, then the rest block by block."""
    first = [row for row in ladder if row.aims]
    if first:
        yield first
    rest = {row.factor: row for row in ladder if not row.aims}
    for part in score.questionnaire.parts:
        inside = [rest[node.id] for node in part.all_nodes() if node.id in rest]
        if inside:
            yield inside


def _pieces(group: list[PosterRow], most: int) -> Iterator[list[PosterRow]]:
    """A group in even pieces that fit a page."""
    count = -(-len(group) // most)
    size = -(-len(group) // count)
    for start in range(0, len(group), size):
        yield group[start : start + size]


def key(edition: PosterEdition, ladder: Sequence[PosterRow]) -> tuple[PosterKeyEntry, ...]:
    """What the marks mean: those on the poster, and those that people draw by hand."""
    return tuple(
        PosterKeyEntry(mark, edition.words(meaning))
        for mark, meaning in _meanings(edition, ladder)
    )


def _meanings(
    edition: PosterEdition, ladder: Sequence[PosterRow]
) -> Iterator[tuple[PosterMark, str]]:
    """The marks that are needed, with their meanings."""
    if not edition.with_levels:
        yield PosterMark.BACKED, _TODAY
        yield PosterMark.TARGET, _TARGET
        return
    standings = [row.standing for row in ladder if row.standing]
    aims = [aim for row in ladder for aim in row.aims]
    answered = any(standing.answered is not None for standing in standings)
    backed = any(standing.backed is not None for standing in standings)
    has_backing = edition.score.questionnaire.backing is not None
    by_hand = not edition.chosen.picked  # then people draw their targets themselves
    needed = (
        (PosterMark.BACKED, _TODAY, not (answered or backed) or not has_backing),
        (PosterMark.BACKED, _BACKED, backed and has_backing),
        (
            PosterMark.ANSWERED,
            _ANSWERED,
            has_backing and any(_is_unbacked(standing) for standing in standings),
        ),
        (PosterMark.CAPPED, _CAPPED, any(standing.capped is not None for standing in standings)),
        (PosterMark.OPEN, _OPEN, any(standing.open for standing in standings)),
        (PosterMark.CHOSEN, _CHOSEN, any(aim.level is not None for aim in aims)),
        (PosterMark.TARGET, _TARGET, by_hand or any(aim.target is not None for aim in aims)),
    )
    for mark, meaning, present in needed:
        if present:
            yield mark, meaning


def _is_unbacked(standing: PosterStanding) -> bool:
    """Whether a factor was answered higher than it is backed."""
    return standing.answered not in (None, standing.backed)
