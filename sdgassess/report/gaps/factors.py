"""The factors of a gap report: their table, how questions spread over levels, what holds back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sdgassess.document.blocks import (
    Block,
    Cell,
    Figure,
    Table,
    bullets,
    heading,
    mark_cell,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.charts.distribution import CAPTION, LevelCount, StateCount, distribution
from sdgassess.document.charts.ladder import LadderRow, Pick, QuestionLevel, ladder
from sdgassess.document.charts.scale import Rung
from sdgassess.document.runs import Run, Runs, plain_runs, text_of
from sdgassess.language import N_
from sdgassess.model.profile import State
from sdgassess.model.question import Level
from sdgassess.numbers import KNOWN_OF_ALL, written_interval, written_level, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.bands import band_title
from sdgassess.phrases.firmness import firm_parts
from sdgassess.phrases.levels import NOT_APPLICABLE, STATES, child_marks, nothing_rolled_up
from sdgassess.phrases.rules import held_back
from sdgassess.report.figures import RowPlace, figures, spread
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import chart_scale, parts_scale
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus

_READING = N_(
    "Outline: as answered. Filled: as far as evidence and agreement carry it. The small "
    "marks are the levels of {the_part}'s questions. The same numbers stand in the table "
    "that follows."
)
_PLAIN = N_(
    "The small marks are the levels of {the_part}'s questions. The same numbers stand in the "
    "table that follows."
)
_MOST_BARS = 12
"""How many levels may have a bar each, those without an answer too."""
_LONG_LEVEL = 8
"""From how many letters on a level needs a wider column: with decimals, or what it may be."""


def factors_part(edition: GapEdition) -> Iterator[Block]:
    """Every part on the ladder and in a table, what is firm, what holds levels back."""
    words, factors = edition.words, list(edition.score.scored.values())
    if not factors:
        yield heading(words(labels.LEVELS_OF_QUESTIONS))
        yield paragraph(nothing_rolled_up(words))
        yield from _answer_counts(edition)
        return
    yield heading(words("Where {the_parts} stand"))
    yield from ladder_figures(edition, ladder_rows(edition), words(_reading(edition)))
    rows = tuple(_factor_row(edition, factor) for factor in factors)
    longest = max(len(text_of(row[1].runs)) for row in rows)
    columns = _columns(edition, 1.25 if longest <= _LONG_LEVEL else 2.1)
    yield Table(
        caption=plain_runs(words("{The_parts} with their levels")),
        head=table_head(*(column.head for column in columns)),
        rows=rows,
        shares=tuple(column.share for column in columns),
        dense=True,
    )
    if firm := firm_parts(edition.score, words):
        yield paragraph(firm)
    sentences = [held_back(edition.score, factor, words) for factor in factors]
    if any(sentences):
        yield heading(words("What holds levels back"), 3)
        yield bullets(sentence for sentence in sentences if sentence)
    yield from _answer_counts(edition)


def _reading(edition: GapEdition) -> str:
    """How the ladder is read."""
    return _PLAIN if edition.score.questionnaire.backing is None else _READING


class _Column(NamedTuple):
    """A column's head, and its share of the width."""

    head: str
    share: float


def _columns(edition: GapEdition, level_share: float) -> tuple[_Column, ...]:
    """What is backed and what is strong have a column only where the questionnaire has them."""
    words, rules = edition.words, edition.score.questionnaire
    columns = [
        _Column(words(labels.PART), 4.65),
        _Column(words(labels.LEVEL), level_share),
        _Column(words(labels.AS_ANSWERED), 1.53),
    ]
    if rules.backing is not None:
        columns.append(_Column(words("As backed"), 1.93))
    columns.append(_Column(words("Known"), 1.13))
    if rules.strong_from is not None:
        level = written_number(rules.strong_from, words)
        columns.append(_Column(words("At {level} or above", level=level), 1.38))
    return tuple(columns)


def _answer_counts(edition: GapEdition) -> Iterator[Block]:
    """How the questions spread over the levels."""
    levels, states = _level_counts(edition)
    places = [RowPlace(rung.rung.label(edition.words), 0) for rung in levels]
    pieces = spread(levels, places) or [()]
    charts = [
        distribution(piece, states if piece is pieces[-1] else (), edition.words)
        for piece in pieces
    ]
    yield from figures(charts, edition.words, edition.words(CAPTION))


def _factor_name(edition: GapEdition, factor: NodeResult) -> Runs:
    """A part's name, set in by its depth, with what it adds where it is made of parts."""
    name = Run(f"{edition.title(factor.id)} ({factor.id})")
    if factor.id not in edition.score.tiers:
        return (name,)
    added = ", ".join(f"{part} {mark}" for part, mark in _parts(edition, factor, by_title=False))
    return Run(name.text, strong=True), Run(f": {added}")


def _parts(
    edition: GapEdition, factor: NodeResult, *, by_title: bool
) -> Iterator[tuple[str, str]]:
    """The parts that an upper part adds, each with its level or the mark that stands for it."""
    for part, mark in child_marks(edition.score, factor, edition.words).items():
        level = factor.levels[part]
        word = mark if level is None else written_number(level, edition.words)
        yield edition.title(part) if by_title else part, word


def _factor_row(edition: GapEdition, factor: NodeResult) -> tuple[Cell, ...]:
    """A factor's levels, how many of its questions are known and how many are strong."""
    words, rolled = edition.words, factor.rolled
    missing = "–" if rolled.status is LevelStatus.NOT_APPLICABLE else "?"
    level = written_level(factor.level, words, missing)
    if factor.gate is not None:
        level = f"{written_number(factor.gate.raw, words)} → {level}"
    low, high = rolled.interval
    if factor.level is None and missing == "?":
        level = f"? ({written_interval(low, high, words)})"
    band = band_title(edition.score, factor, words)
    level += f", {band}" if band else ""
    rules = edition.score.questionnaire
    cells = [
        words_cell(_factor_name(edition, factor))._replace(depth=factor.depth),
        Cell((Run(level, strong=True),), numeric=True),
        mark_cell(written_level(factor.answered_level, words, missing)),
    ]
    if rules.backing is not None:
        cells.append(mark_cell(written_level(factor.backed_level, words, missing)))
    cells.append(mark_cell(words(KNOWN_OF_ALL, known=rolled.answered, all=rolled.applicable)))
    if rules.strong_from is not None:
        strong = words(KNOWN_OF_ALL, known=factor.strong, all=rolled.applicable)
        cells.append(mark_cell(strong))
    return tuple(cells)


def _level_counts(
    edition: GapEdition,
) -> tuple[tuple[LevelCount, ...], tuple[StateCount, ...]]:
    """How many questions stand at each level, how many of them are backed, and the others."""
    results = edition.score.questions.values()
    has_backing = edition.score.questionnaire.backing is not None
    levels = Counter(result.answered for result in results if result.answered is not None)
    backed = Counter(result.backed for result in results if result.backed == result.answered)
    states = Counter(result.state for result in results if result.state is not None)
    rungs = _rungs(edition, levels)
    return (
        tuple(
            LevelCount(rung, levels[rung.value], backed[rung.value] if has_backing else None)
            for rung in rungs
        ),
        tuple(StateCount(edition.words(STATES[state]), n) for state, n in states.items()),
    )


def _rungs(edition: GapEdition, levels: Mapping[Level, int]) -> tuple[Rung, ...]:
    """A bar for every level of the scale, and for every other one that was answered.

    What several choices are worth together lies on no scale. Where that makes many bars, only
    those stand that have an answer.
    """
    named = {rung.value: rung for rung in chart_scale(edition, edition.score.questionnaire).rungs}
    values = sorted(named.keys() | levels.keys())
    if len(values) > max(len(named), _MOST_BARS):
        values = sorted(levels)
    return tuple(named.get(value, Rung(value)) for value in values)


def ladder_rows(edition: GapEdition) -> tuple[LadderRow, ...]:
    """A row per scored part, in the order of the questionnaire, for committees that know it."""
    return tuple(_ladder_row(edition, factor) for factor in edition.score.scored.values())


def ladder_figures(
    edition: GapEdition, rows: Sequence[LadderRow], caption: str = ""
) -> Iterator[Figure]:
    """The ladder, in several figures where it has more rows than a page."""
    score, words = edition.score, edition.words
    scale = parts_scale(edition, score.questionnaire, [score])
    if any(row.reach is not None for row in rows):
        caption = f"{caption} {words('A line stands only where a level can be.')}".strip()
    charts = [ladder(piece, scale, words) for piece in spread(rows, _places(rows))]
    yield from figures(charts, words, caption)


def _places(rows: Sequence[LadderRow]) -> list[RowPlace]:
    """The place of each row in the tree."""
    return [RowPlace(row.title, row.depth, len(row.picks)) for row in rows]


def _ladder_row(edition: GapEdition, factor: NodeResult) -> LadderRow:
    """A factor with what it is made of; a target only for what was picked."""
    words, rolled, gate = edition.words, factor.rolled, factor.gate
    has_backing = edition.score.questionnaire.backing is not None
    applies = rolled.status is not LevelStatus.NOT_APPLICABLE
    placeholder = words("no level yet") if applies else words(NOT_APPLICABLE)
    upper = factor.id in edition.score.tiers
    children = () if upper else factor.levels
    results = [edition.score.questions[question] for question in children]
    unanswered = sum(
        result.answered is None and result.state is not State.NOT_APPLICABLE for result in results
    )
    return LadderRow(
        title=edition.title(factor.id),
        level=factor.level,
        placeholder="" if factor.level is not None else placeholder,
        answered=factor.answered_level if has_backing else None,
        backed=factor.backed_level if has_backing else None,
        before_gate=gate.raw if gate is not None else None,
        gate=", ".join(_gate_input(edition, name) for name in gate.inputs)
        if gate is not None
        else "",
        interval=rolled.interval if applies else None,
        questions=tuple(
            QuestionLevel(result.answered, result.backed)
            for result in results
            if result.answered is not None
        ),
        unanswered=unanswered,
        picks=tuple(_picks(edition, factor)),
        depth=factor.depth,
        parts=tuple(_parts(edition, factor, by_title=True)) if upper else (),
        reach=_narrower(edition, factor.id),
    )


def _narrower(edition: GapEdition, part: str) -> tuple[Level, Level] | None:
    """What the rule of a part can give, where the scale of all of them goes further."""
    score = edition.score
    scale = parts_scale(edition, score.questionnaire, [score])
    low, high = score.questionnaire.ranges(quick=score.profile.quick)[part]
    rungs = [rung.value for rung in scale.rungs]
    within = [value for value in rungs if low <= value <= high]
    return (low, high) if len(within) < len(rungs) and low < high else None


def _gate_input(edition: GapEdition, name: str) -> str:
    """What a gate looks at: a factor by its title, a question by its id."""
    return edition.title(name) if name in edition.score.questionnaire.nodes else name


def _picks(edition: GapEdition, factor: NodeResult) -> Iterator[Pick]:
    """The picked priorities of a factor; what is only suggested is no target."""
    if not edition.priorities.picked:
        return
    for pick in edition.priorities.chosen:
        if pick.question in factor.levels and pick.level is not None and pick.target is not None:
            yield Pick(pick.question, pick.level, pick.target)
