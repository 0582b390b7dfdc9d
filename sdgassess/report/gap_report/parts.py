"""Parts of the gap report that tell what is: factors, style, risks, what is unsettled."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.language import N_, Words
from sdgassess.model.profile import State
from sdgassess.report.charts import distribution
from sdgassess.report.document import (
    Block,
    Bullets,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    Together,
    plain_runs,
)
from sdgassess.report.gap_report.assessed import Assessed, labelled, paragraph
from sdgassess.report.gap_report.rungs import level_counts
from sdgassess.report.held_back import held_back
from sdgassess.report.passage import HOLE, around
from sdgassess.report.pattern_words import pattern_of, present_patterns, risk_words
from sdgassess.report.written import written_level, written_number
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.sheet import NodeResult

_HEADS = (N_("Factor"), N_("Level"), N_("As answered"), N_("As backed"), N_("Known"))


def factors_part(told: Assessed) -> Iterator[Block]:
    """Every factor in a table, how the questions spread over the levels, what holds back."""
    words, priorities = told.words, told.score.questionnaire.priorities
    yield Heading(2, plain_runs(words("Where the factors stand")))
    heads = [words(one) for one in _HEADS]
    if priorities is not None:
        level = written_number(priorities.keep_from, words)
        heads.append(words("At {level} or above", level=level))
    yield Table(
        caption=plain_runs(words("The factors with their levels")),
        head=tuple(plain_runs(head) for head in heads),
        rows=tuple(
            _factor_row(told, found)[: len(heads)] for found in told.score.factors.values()
        ),
        shares=(4.65, 1.25, 1.53, 1.93, 1.13, 1.38)[: len(heads)],
    )
    levels, others = level_counts(told)
    yield Figure(distribution(levels, others, words))
    sentences = [held_back(told.score, found, words) for found in told.score.factors.values()]
    said = tuple(plain_runs(sentence) for sentence in sentences if sentence)
    if said:
        yield Heading(3, plain_runs(words("What holds levels back")))
        yield Bullets(said)


def _factor_row(told: Assessed, found: NodeResult) -> tuple[Cell, ...]:
    """A factor's levels, how many of its questions are known and how many are strong."""
    words, rolled = told.words, found.rolled
    missing = "?"
    if rolled.status is LevelStatus.NOT_APPLICABLE:
        missing = "–"
    level = written_level(found.level, words, missing)
    if found.gate is not None:
        level = f"{written_number(found.gate.raw, words)} → {level}"
    low, high = rolled.interval
    if found.level is None and missing == "?":
        level = f"? ({written_number(low, words)}–{written_number(high, words)})"
    return (
        Cell(plain_runs(f"{told.title(found.id)} ({found.id})")),
        Cell((Run(level, strong=True),), numeric=True),
        Cell(plain_runs(written_level(found.answered_level, words, missing)), numeric=True),
        Cell(plain_runs(written_level(found.backed_level, words, missing)), numeric=True),
        Cell(
            plain_runs(words("{known} of {all}", known=rolled.answered, all=rolled.applicable)),
            numeric=True,
        ),
        Cell(
            plain_runs(words("{known} of {all}", known=found.strong, all=rolled.applicable)),
            numeric=True,
        ),
    )


def risks_part(told: Assessed) -> Iterator[Block]:
    """The risk patterns: those that are present with what triggered them, the others by name."""
    if not told.score.patterns:
        return
    words = told.words
    yield Heading(2, plain_runs(words("Risk patterns")))
    present = present_patterns(told.score)
    if not present:
        yield paragraph(words("None at medium or high."))
    for result in present:
        yield Together(tuple(_risk(told, result)))
    others = [result for result in told.score.patterns if result not in present]
    if others:
        names = "; ".join(
            f"{told.spoken(pattern_of(told.score, result).title)}: {risk_words(result, words)}"
            for result in others
        )
        yield paragraph(words("The others: {patterns}.", patterns=names), small=True)


def _risk(told: Assessed, result: PatternResult) -> Iterator[Block]:
    """One pattern: its meaning, the answers that point to it in words, the way out, a quote."""
    words, rules = told.words, pattern_of(told.score, result)
    head = f"{told.spoken(rules.title)}: {risk_words(result, words)}"
    yield Heading(3, plain_runs(head))
    yield Paragraph((told.say(rules.meaning),))
    pointing = tuple(_triggered(told, question) for question in result.triggered)
    if pointing:
        yield labelled(words("What points to it"))
        yield Bullets(pointing)
    if result.unknown:
        yield paragraph(words("Not known: {ids}.", ids=", ".join(result.unknown)), small=True)
    if rules.way_out is not None and result.result in (Risk.HIGH, Risk.MEDIUM):
        yield labelled(words("Way out"), told.say(rules.way_out))
    if rules.quotes:
        yield told.quotation(rules.quotes[0])


def _triggered(told: Assessed, question: str) -> Runs:
    """An answer that points to a risk: where it stands and what that means."""
    anchor = told.anchor(question, told.score.level(question))
    head = Run(f"{question}, {told.mark_of(question)}: ", strong=True)
    return (head, anchor) if anchor is not None else (head, told.question(question))


def unsettled_part(told: Assessed) -> Iterator[Block]:
    """What to find out before anybody relies on it: unknowns, the inside view, who is missing."""
    words, score = told.words, told.score
    unknown = [key for key, found in score.questions.items() if found.state is State.UNKNOWN]
    lines: list[Runs] = []
    for question in unknown:
        answer = score.profile.answers.get(question)
        who = answer.who_knows if answer is not None else None
        head = Run(f"{question}: ", strong=True)
        line: Runs = (head, told.question(question))
        if who:
            said = words("Who would know: {text}", text=HOLE)
            line = (*line, Run(" "), *around(said, told.written(who)))
        lines.append(line)
    if lines:
        yield Heading(3, plain_runs(words("What nobody knew")))
        yield Bullets(tuple(lines))
    yield from _inside(told, words)


def _inside(told: Assessed, words: Words) -> Iterator[Block]:
    """The factors on which nobody from outside was heard."""
    inside = [factor for factor in told.score.factors if factor in told.score.inside_view]
    if inside:
        names = ", ".join(told.title(factor) for factor in inside)
        one = "{factors} is the municipality's own view only: nobody from outside was heard."
        many = "{factors} are the municipality's own view only: nobody from outside was heard."
        yield paragraph(words.plural(one, many, len(inside), factors=names))
