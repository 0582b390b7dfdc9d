"""The slides of several years: what moved, from where to where, why, and what became of picks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.moves import explanations, new_unknowns
from sdgassess.analysis.years.questions import Direction
from sdgassess.analysis.years.targets import Aim, Outcome, aims
from sdgassess.document.runs import Run, Runs, plain_runs, text_of
from sdgassess.document.slides import Bar, BarChart, Points, Slide, Slides, SlideTable
from sdgassess.numbers import written_level
from sdgassess.phrases import labels
from sdgassess.report.scale import parts_scale, scale_step
from sdgassess.report.slides.bars import in_slides
from sdgassess.report.slides.open_questions import NOT_KNOWN_NOTE, counted_title
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.finding import questions_moved
from sdgassess.report.years.front import finding, reminders, written_span
from sdgassess.report.years.move_phrases import (
    OUTCOMES,
    no_longer_known,
    reason_between,
    who_knows,
    whom_to_ask,
    why,
)
from sdgassess.report.years.summary import full_years

_PAIRS = 12
"""So many pairs of bars can be read from the back of a room."""
_MOST = 5
"""So many questions a room can talk about."""


def years_slides(edition: YearsEdition) -> Slides:
    """What a room is shown of the way it went, before it decides where to go.

    Args:
        edition: years of one place, in the order of their dates.

    Returns:
        The slides; what there is nothing to say about has none.
    """
    basis, words = full_years(edition), edition.words
    return Slides(
        title=finding(basis),
        subtitle=written_span(edition),
        notes=words(
            "Say first: we compare ourselves with ourselves, and only what was asked alike. An "
            "answer can stand lower because we know more."
        ),
        language=words.language,
        date=edition.years.columns[-1].score.profile.date,
        slides=(
            *_factors(basis),
            *_moved(basis, edition, Direction.DOWN),
            *_moved(basis, edition, Direction.UP),
            *_unknown(edition),
            *_picks(edition),
            _comparable(edition, basis),
        ),
    )


def _factors(edition: YearsEdition) -> Iterator[Slide]:
    """Each part then and now, on the same questions; nothing where none has both."""
    last = len(edition.years.columns) - 1
    parts = [p for p in edition.years.factors if p.between(0, last) in _KNOWN]
    notes = edition.words(
        "Ask: is that how you remember it? What did we do that shows here, and what happened "
        "without us?"
    )
    pieces = in_slides(parts, [_title(edition, part) for part in parts], _PAIRS)
    for number, piece in enumerate(pieces, 1):
        title = _factors_title(edition, parts)
        if len(pieces) > 1:
            title += f" ({number}/{len(pieces)})"
        yield Slide(title, _chart(edition, piece), notes)


_KNOWN = (Direction.UP, Direction.DOWN, Direction.SAME)


def _factors_title(edition: YearsEdition, parts: Sequence[FactorYears]) -> str:
    """How many parts stand higher and lower than the first time."""
    ways = [part.between(0, len(edition.years.columns) - 1) for part in parts]
    facts = {
        "year": edition.label(0),
        "up": ways.count(Direction.UP),
        "down": ways.count(Direction.DOWN),
        "same": ways.count(Direction.SAME),
    }
    if len(parts) < len(edition.years.factors):
        singular = "One {one_part} can be compared with {year}: {up} higher, {down} lower"
        plural = (
            "{n} {many_parts} can be compared with {year}: {up} higher, {down} lower, "
            "{same} unchanged"
        )
        return edition.words.plural(singular, plural, len(parts), **facts)
    return edition.words(
        "Against {year}, of {all} {many_parts}: {up} higher, {down} lower, {same} unchanged",
        all=len(parts),
        **facts,
    )


def _chart(edition: YearsEdition, parts: Sequence[FactorYears]) -> BarChart:
    """Two bars for each part: the first year and the last."""
    scores, last = [column.score for column in edition.years.columns], -1
    scale = parts_scale(edition, edition.years.rules, scores)
    return BarChart(
        (edition.label(0), edition.label(len(scores) - 1)),
        tuple(Bar(_title(edition, p), (p.levels[0], p.levels[last])) for p in parts),
        scale.lowest,
        scale.highest,
        scale_step(scale),
        "\n".join(_in_words(edition, part) for part in parts),
    )


def _title(edition: YearsEdition, part: FactorYears) -> str:
    """What a part is called."""
    node = edition.node(part.id)
    return edition.line(node.title) if node else part.id


def _in_words(edition: YearsEdition, part: FactorYears) -> str:
    """A part's two bars in a sentence."""
    ends = (0, len(edition.years.columns) - 1)
    levels = (written_level(part.levels[end], edition.words, "?") for end in ends)
    in_years = (edition.in_year(level, end) for level, end in zip(levels, ends, strict=True))
    return f"{_title(edition, part)}: {', '.join(in_years)}."


def _moved(edition: YearsEdition, every: YearsEdition, direction: Direction) -> Iterator[Slide]:
    """The questions that moved most in one direction, first against last.

    Args:
        edition: the years that the finding stands on.
        every: all years, any of which may say why something moved.
        direction: up or down.
    """
    words, pair = edition.words, edition.years.first_to_last
    questions = sorted(pair.having(direction), key=lambda move: -move.steps)
    if not questions:
        return
    if direction is Direction.DOWN:
        singular, plural = (
            "One question stands lower than in {year}",
            "{n} questions stand lower than in {year}",
        )
        notes = words(
            "Ask of each: did it get worse, or do we only know it better? Nobody has to defend "
            "last year's answer."
        )
    else:
        singular, plural = (
            "One question stands higher than in {year}",
            "{n} questions stand higher than in {year}",
        )
        notes = words(
            "Ask of each: what made the difference, and would it last if one person left?"
        )
    title = words.plural(singular, plural, len(questions), year=edition.label(0))
    shown = questions[:_MOST]
    title = counted_title(title, len(questions), len(shown), words)
    rows = tuple(_move(edition, every, move.question) for move in shown)
    head = (words(labels.QUESTION), words(labels.LEVELS), words(labels.WHY))
    table = SlideTable(head, rows, (6, 2, 3))
    if not any(text_of(reasons) for *_, reasons in rows):
        table = SlideTable(head[:2], tuple(row[:2] for row in rows), (6, 2))
    yield Slide(title, table, notes)


def _move(edition: YearsEdition, every: YearsEdition, question: str) -> tuple[Runs, ...]:
    """A question, its way from level to level, and why, in a word."""
    reasons = [why(every, reason).ours for reason in explanations(every.years, question)]
    wording = edition.say(edition.years.question(question).text)
    way = Run(edition.in_signs.path(question, brief=True))
    return (wording,), (way,), plain_runs("; ".join(reasons))


def _unknown(edition: YearsEdition) -> Iterator[Slide]:
    """What was known once and is not now, with who could be asked; nothing where all is known."""
    words, surprises = edition.words, new_unknowns(edition.years)
    if not surprises:
        return
    points: list[Runs] = []
    for surprise in surprises[:_MOST]:
        wording = edition.say(edition.years.question(surprise.question).text)
        who = who_knows(edition, surprise)
        ask = f" {whom_to_ask(edition, who)}" if who else ""
        points.append((wording, Run(f" – {no_longer_known(edition, surprise)}{ask}")))
    yield Slide(
        words.plural(
            "One question had a level, and nobody knows now",
            "{n} questions had a level, and nobody knows now",
            len(surprises),
        ),
        Points(tuple(points)),
        words(NOT_KNOWN_NOTE),
    )


def _picks(edition: YearsEdition) -> Iterator[Slide]:
    """What became of the latest picks that a later year can tell of; nothing without picks."""
    words, picked = edition.words, aims(edition.years)
    if not picked:
        return
    latest = max(aim.earlier for aim in picked)
    shown = [aim for aim in picked if aim.earlier == latest]
    reached = sum(aim.outcome is Outcome.REACHED for aim in shown)
    title = words(
        "Picked in {year}: {reached} of {n} targets reached",
        year=edition.label(latest),
        reached=reached,
        n=len(shown),
    )
    head = (words(labels.QUESTION), words(labels.WHO_BY_FUNCTION), words("What came of it"))
    rows = tuple(_pick(edition, aim) for aim in shown[:_MOST])
    notes = words(
        "Ask whoever had it: what helped, what was in the way? What is not reached is picked "
        "again or dropped by decision."
    )
    yield Slide(title, SlideTable(head, rows, (5, 3, 3)), notes)


def _pick(edition: YearsEdition, aim: Aim) -> tuple[Runs, ...]:
    """One pick: what it is about, whose it was, what came of it."""
    words, score = edition.words, edition.years.columns[aim.earlier].score
    wording = edition.say(score.questionnaire.questions[aim.pick.question].text)
    who: Runs = (edition.written(aim.pick.who, score.profile),) if aim.pick.who else ()
    outcome = words(OUTCOMES[aim.outcome], year=edition.label(aim.later))
    if aim.because is not None:
        ends = edition.label(aim.earlier), edition.label(aim.later)
        outcome += f" ({reason_between(aim.because, aim.when, *ends, words)})"
    return (wording,), who, (Run(outcome),)


def _comparable(edition: YearsEdition, basis: YearsEdition) -> Slide:
    """How much can be compared, and what to keep in mind about it."""
    words, summary = edition.words, basis.years.first_to_last.summary
    sentences = [questions_moved(basis), *reminders(edition)]
    return Slide(
        words(
            "What it rests on: {comparable} of {all} questions can be compared",
            comparable=summary.comparable,
            all=summary.asked,
        ),
        Points(tuple(map(plain_runs, sentences))),
        words("Say it before somebody asks: what was not asked alike is not compared."),
    )
