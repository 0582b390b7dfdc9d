"""The factors of a gap report: their table, how questions spread over levels, what holds back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.document.blocks import (
    Block,
    Cell,
    Figure,
    Table,
    bullets,
    heading,
    mark_cell,
    table_head,
    words_cell,
)
from sdgassess.document.charts.distribution import LevelCount, StateCount, distribution
from sdgassess.document.charts.ladder import LadderRow, Pick, QuestionLevel
from sdgassess.document.runs import Run, plain_runs
from sdgassess.model.profile import State
from sdgassess.numbers import written_level, written_number
from sdgassess.phrases.levels import STATES
from sdgassess.phrases.rules import held_back
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.scale import chart_scale
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus


def factors_part(edition: GapEdition) -> Iterator[Block]:
    """Every factor in a table, how the questions spread over the levels, what holds back."""
    words, factors = edition.words, edition.score.factors.values()
    yield heading(words("Where {the_parts} stand"))
    columns = _columns(edition)
    yield Table(
        caption=plain_runs(words("{The_parts} with their levels")),
        head=table_head(*(column.head for column in columns)),
        rows=tuple(_factor_row(edition, factor) for factor in factors),
        shares=tuple(column.share for column in columns),
    )
    levels, states = _level_counts(edition)
    yield Figure(distribution(levels, states, words))
    sentences = [held_back(edition.score, factor, words) for factor in factors]
    if any(sentences):
        yield heading(words("What holds levels back"), 3)
        yield bullets(sentence for sentence in sentences if sentence)


class _Column(NamedTuple):
    """A column's head, and its share of the width."""

    head: str
    share: float


def _columns(edition: GapEdition) -> tuple[_Column, ...]:
    """What is backed and what is strong have a column only where the questionnaire has them."""
    words, rules = edition.words, edition.score.questionnaire
    columns = [
        _Column(words("{One_part}"), 4.65),
        _Column(words("Level"), 1.25),
        _Column(words("As answered"), 1.53),
    ]
    if rules.backing is not None:
        columns.append(_Column(words("As backed"), 1.93))
    columns.append(_Column(words("Known"), 1.13))
    if rules.strong_from is not None:
        level = written_number(rules.strong_from, words)
        columns.append(_Column(words("At {level} or above", level=level), 1.38))
    return tuple(columns)


def _factor_row(edition: GapEdition, factor: NodeResult) -> tuple[Cell, ...]:
    """A factor's levels, how many of its questions are known and how many are strong."""
    words, rolled = edition.words, factor.rolled
    missing = "–" if rolled.status is LevelStatus.NOT_APPLICABLE else "?"
    level = written_level(factor.level, words, missing)
    if factor.gate is not None:
        level = f"{written_number(factor.gate.raw, words)} → {level}"
    low, high = rolled.interval
    if factor.level is None and missing == "?":
        level = f"? ({written_number(low, words)}–{written_number(high, words)})"
    rules = edition.score.questionnaire
    cells = [
        words_cell(f"{edition.title(factor.id)} ({factor.id})"),
        Cell((Run(level, strong=True),), numeric=True),
        mark_cell(written_level(factor.answered_level, words, missing)),
    ]
    if rules.backing is not None:
        cells.append(mark_cell(written_level(factor.backed_level, words, missing)))
    cells.append(
        mark_cell(words("{known} of {all}", known=rolled.answered, all=rolled.applicable))
    )
    if rules.strong_from is not None:
        strong = words("{known} of {all}", known=factor.strong, all=rolled.applicable)
        cells.append(mark_cell(strong))
    return tuple(cells)


def _level_counts(
    edition: GapEdition,
) -> tuple[tuple[LevelCount, ...], tuple[StateCount, ...]]:
    """How many questions stand at each level, how many of them are backed, and the others."""
    results = edition.score.questions.values()
    has_backing = edition.score.questionnaire.backing is not None
    answered = [result for result in results if result.answered is not None]
    levels = Counter(result.answered for result in answered)
    backed = Counter(result.answered for result in answered if result.backed == result.answered)
    states = Counter(result.state for result in results if result.state is not None)
    rungs = chart_scale(edition, edition.score.questionnaire).rungs
    return (
        tuple(
            LevelCount(rung, levels[rung.value], backed[rung.value] if has_backing else None)
            for rung in rungs
        ),
        tuple(StateCount(edition.words(STATES[state]), n) for state, n in states.items()),
    )


def ladder_rows(edition: GapEdition) -> tuple[LadderRow, ...]:
    """A row per factor, in the order of the questionnaire, for committees that know it."""
    return tuple(_ladder_row(edition, factor) for factor in edition.score.factors.values())


def _ladder_row(edition: GapEdition, factor: NodeResult) -> LadderRow:
    """A factor with what it is made of; a target only for what was picked."""
    words, rolled, gate = edition.words, factor.rolled, factor.gate
    has_backing = edition.score.questionnaire.backing is not None
    applies = rolled.status is not LevelStatus.NOT_APPLICABLE
    placeholder = words("no level yet") if applies else words("not applicable")
    results = [edition.score.questions[question] for question in factor.levels]
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
    )


def _gate_input(edition: GapEdition, name: str) -> str:
    """What a gate looks at: a factor by its title, a question by its id."""
    return edition.title(name) if name in edition.score.factors else name


def _picks(edition: GapEdition, factor: NodeResult) -> Iterator[Pick]:
    """The picked priorities of a factor; what is only suggested is no target."""
    if not edition.priorities.picked:
        return
    for pick in edition.priorities.chosen:
        if pick.question in factor.levels and pick.level is not None and pick.target is not None:
            yield Pick(pick.question, pick.level, pick.target)
