"""Parts of the gap report that tell what is: factors, style, risks, what is unsettled."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import (
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
from sdgassess.document.figures import written_level, written_number
from sdgassess.document.passage import HOLE, around
from sdgassess.language import N_, Words
from sdgassess.model.profile import State
from sdgassess.model.unscored import Axis, AxisKind
from sdgassess.phrases.patterns import (
    pattern_of,
    pattern_texts,
    position_name,
    present_patterns,
    risk_words,
)
from sdgassess.phrases.questions import voices_words
from sdgassess.phrases.rules import held_back
from sdgassess.report.charts import distribution, style_axis, voices
from sdgassess.report.gaps.edition import Assessed, labelled, paragraph
from sdgassess.report.gaps.rows import drawn_axis, level_counts, scale_of, voice_rows
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.style import StyleResult

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
    """One pattern: what it says, the answers that point to it in words, the way out, a quote."""
    words, rules = told.words, pattern_of(told.score, result)
    head = f"{told.spoken(rules.title)}: {risk_words(result, words)}"
    yield Heading(3, plain_runs(head))
    for text in pattern_texts(told.score, result):
        yield Paragraph((told.say(text),))
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


def style_part(told: Assessed) -> Iterator[Block]:
    """Each axis that was answered: a picture for poles, a line for choices."""
    words = told.words
    axes = {axis.id: axis for axis in told.score.questionnaire.style}
    answered = [found for found in told.score.style if found.position or found.items]
    if not answered:
        return
    yield Heading(2, plain_runs(words("Style (never good or bad)")))
    lines: list[Runs] = []
    for found in answered:
        axis = axes[found.axis]
        if axis.kind is AxisKind.POLES:
            yield from _poles(told, axis, found)
        else:
            names = ", ".join(position_name(axis, place, words) for place in found.position)
            lines.append((Run(f"{told.spoken(axis.title)}: ", strong=True), Run(names)))
    if lines:
        yield Heading(3, plain_runs(words("The other axes")))
        yield Bullets(tuple(lines))


def _poles(told: Assessed, axis: Axis, found: StyleResult) -> Iterator[Block]:
    """An axis between two poles: the position, what to keep an eye on, and the picture."""
    words = told.words
    yield Heading(3, (told.say(axis.title),))
    if not found.position:
        yield paragraph(words("Half an axis is no position: the other item is open."))
    for place in found.position:
        yield labelled(words("Position"), Run(position_name(axis, place, words)))
        known = next((p for p in axis.positions if p.id == place), None)
        if known is not None and known.watch_because is not None:
            yield labelled(words("Why keep an eye on it"), told.say(known.watch_because))
    watch = [question for question in found.watch if question in told.score.questions]
    if watch:
        yield labelled(words("Keep an eye on"))
        yield Bullets(tuple(_watched(told, question) for question in watch))
    yield Figure(style_axis(drawn_axis(told, axis, found), words))


def _watched(told: Assessed, question: str) -> Runs:
    """A question to keep an eye on, with where it stands."""
    return Run(f"{question}, {told.mark_of(question)}: ", strong=True), told.question(question)


def voices_part(told: Assessed) -> Iterator[Block]:
    """What to talk about or to find out; no head where there is nothing below it."""
    blocks = (*_apart(told), *unsettled_part(told))
    if blocks:
        yield Heading(2, plain_runs(told.words("Talk about or find out first")))
        yield from blocks


def _apart(told: Assessed) -> Iterator[Block]:
    """Disagreements with their voices, widest first."""
    words, score = told.words, told.score
    apart = [key for key, found in score.questions.items() if found.disagreement]
    apart.sort(key=lambda key: -(score.questions[key].spread or 0))
    if apart:
        head = Heading(3, plain_runs(words("Where roles see it differently")))
        said = words("A disagreement is neither a gap nor a priority: talk about it first.")
        chart = voices(voice_rows(told, apart), scale_of(told), words)
        yield Together((head, paragraph(said), Figure(chart)))
        yield Bullets(tuple(_told(told, question) for question in apart))
    elif any(answer.voices for answer in score.profile.answers.values()):
        yield paragraph(words("No roles are two levels or more apart."))


def _told(told: Assessed, question: str) -> Runs:
    """A disagreement in words; roles only with consent."""
    found = told.score.questions[question]
    said = voices_words(told.score, found, told.words)
    sentences = " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in said)
    head = Run(f"{question}: ", strong=True)
    return head, told.question(question), Run(" " + sentences)
