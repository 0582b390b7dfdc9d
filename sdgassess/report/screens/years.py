"""Several years on one screen: what moved, what was agreed, the factors, what fell and why.

The picture stands on one pair of years, the last one and the earliest that asked as much: a quick
scan in between counts for what was agreed, and does not empty it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sdgassess.analysis.own_way import OwnWay
from sdgassess.analysis.years.behind import behind
from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.counts import counted
from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.moves import Mover, movers, new_unknowns
from sdgassess.analysis.years.questions import Direction
from sdgassess.analysis.years.targets import Aim, Outcome, aims
from sdgassess.document.screen import (
    MORE,
    Block,
    Command,
    Commands,
    Gap,
    Grid,
    Head,
    Key,
    Prose,
    Row,
    Rows,
    Screen,
    Title,
)
from sdgassess.language import Words
from sdgassess.model.profile import WasChange
from sdgassess.model.question import Level
from sdgassess.numbers import NUMBER_OF_ALL, written_date, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.agreements import status_words
from sdgassess.phrases.levels import BASES, CHANGES
from sdgassess.phrases.rows import some
from sdgassess.report.glance import Range, ranges
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.finding import is_comparable, part_title, parts_moved, questions_moved
from sdgassess.report.years.move_phrases import (
    OUTCOMES,
    count_path,
    who_knows,
    whom_to_ask,
    why,
)
from sdgassess.report.years.summary import notes, quick_scans_words, span
from sdgassess.trend import HIGHER, LOWER, UNCHANGED

_AGREED = 8
_FACTORS = 24
_NAMES = 3
_IDS = 10
_REASONS = 2
_SURPRISES = 3
_AS_LARGE = 5

_SIGNS = {Direction.UP: "^", Direction.DOWN: "v", Direction.SAME: "="}
_WORDS = {
    Direction.UP: HIGHER,
    Direction.DOWN: LOWER,
    Direction.SAME: UNCHANGED,
}


def years_blocks(edition: YearsEdition, ways: Mapping[int, OwnWay | None], again: str) -> Screen:
    """The whole screen of one municipality's years.

    Args:
        edition: the profiles in the order of their dates, and the language they are told in.
        ways: the own way of working of a profile, by its place.
        again: how the next command names the profiles.
    """
    return tuple(_blocks(edition, ways, again))


def picture(edition: YearsEdition) -> tuple[int, int]:
    """Which two profiles the picture stands on: the last, and the earliest that asked as much."""
    last = len(edition.years.columns) - 1
    quick = edition.quick_scans
    full = [place for place in range(last) if place not in quick]
    return (full[0] if full and last not in quick else 0), last


def _blocks(
    edition: YearsEdition, ways: Mapping[int, OwnWay | None], again: str
) -> Iterator[Block]:
    """The parts of the screen in their order."""
    words, (first, last) = edition.words, picture(edition)
    ends = _only(edition, first, last)
    basis = words(BASES[edition.years.columns[-1].score.basis])
    yield Title((span(edition, lambda day: written_date(day, words)), basis))
    yield from _notes(edition, ends, first, last)
    yield Gap()
    yield Prose(" ".join(_finding(ends)), strong=True)
    yield from _agreed(edition)
    yield from _factors(ends)
    yield Gap()
    yield from _beside(edition, ends, tuple(_own_way(edition, ways, first, last)))
    yield Gap()
    yield Commands(
        (
            Command(words(labels.NEXT), f"sdgassess report {again}"),
            Command(words(labels.MORE), MORE),
        )
    )


def _only(edition: YearsEdition, first: int, last: int) -> YearsEdition:
    """Two of the profiles alone, in the same language."""
    columns = edition.years.columns
    if len(columns) == last - first + 1 == 2:
        return edition
    return replace(edition, subject=Years((columns[first], columns[last])))


def _notes(edition: YearsEdition, ends: YearsEdition, first: int, last: int) -> Iterator[Prose]:
    """What the picture leaves out, and what to keep in mind when reading it."""
    left_out = [place for place in range(last) if place != first]
    quick = [place for place in left_out if place in edition.quick_scans]
    if quick:
        yield Prose(quick_scans_words(edition, quick))
    for note in notes(ends):
        yield Prose(note.text)


def _finding(ends: YearsEdition) -> Iterator[str]:
    """How many parts stand higher, which stand lower, and on how many questions that rests."""
    yield from parts_moved(ends)
    yield questions_moved(ends)


def _agreed(edition: YearsEdition) -> Iterator[Block]:
    """What was picked, and what became of it; picked again with the same target is one row."""
    words = edition.words
    chains: dict[tuple[str, Level | None], list[Aim]] = {}
    for aim in aims(edition.years):
        chains.setdefault((aim.question, aim.target), []).append(aim)
    if not chains:
        return
    yield Head(words("What was agreed, and what became of it"))
    rows = [_aim(edition, chain[0], chain[-1]) for chain in chains.values()]
    yield Rows(tuple(rows[:_AGREED]), stretch=1, most=1)
    if len(rows) > _AGREED:
        yield Key(words(labels.MORE_ROWS, n=len(rows) - _AGREED))


def _aim(edition: YearsEdition, first: Aim, last: Aim) -> Row:
    """One agreement: since when, what is asked, the target, what became of it."""
    words = edition.words
    rules = edition.years.columns[first.earlier].score.questionnaire
    text = edition.line(rules.questions[first.pick.question].text)
    question = last.question
    aloud = target = question
    if last.target is not None:
        target = f"{question} → {written_number(last.target, words)}"
        aloud = words(labels.ID_TO_TARGET, id=question, target=written_number(last.target, words))
    outcome = words(OUTCOMES[last.outcome], year=edition.label(last.later))
    if last.outcome in (Outcome.NOT_YET, Outcome.ON_THE_WAY) and last.after is not None:
        outcome += f": {written_number(last.after, words)}"
    if status := status_words(last.pick, words):
        outcome = f"{status}; {outcome}"
    year = edition.label(first.earlier)
    return Row((year, text, target, outcome), f"{year}, {aloud}: {outcome}. {text}")


def _factors(ends: YearsEdition) -> Iterator[Block]:
    """Each factor in both years, at a glance."""
    words = ends.words
    factors = [factor for factor in ends.years.factors if is_comparable(ends, factor)]
    shown = factors
    if len(factors) > _FACTORS:
        shown = [f for f in factors if f.between(0, 1) in (Direction.UP, Direction.DOWN)]
        shown = shown[:_FACTORS]
    if not shown:
        return
    first, last = ends.label(0), ends.label(1)
    title = words("{Many_parts} in {first} and {last}", first=first, last=last)
    yield Head(title, "" if ends.linear else words("^ higher   v lower   = unchanged"))
    sizes = ranges(ends.years.columns[-1].score)
    rows = tuple(_factor(ends, factor, sizes.get(factor.id)) for factor in shown)
    tree = any(row.depth for row in rows)
    yield Rows(rows, stretch=len(rows[0].cells) - 1) if tree else Grid(_without_titles(rows))
    rest = len(ends.years.factors) - len(shown)
    if rest:
        singular = "One more is unchanged or cannot be compared: --all"
        plural = "{n} more are unchanged or cannot be compared: --all"
        yield Key(words.plural(singular, plural, rest))


def _factor(ends: YearsEdition, factor: FactorYears, size: Range | None) -> Row:
    """One factor: its level in both years as boxes and numbers, and which way it went."""
    words = ends.words
    before, after = factor.levels
    direction = factor.between(0, 1)
    cells = (
        " " * factor.depth + factor.id,
        size.at(before) if size else "",
        _mark(before, words),
        _SIGNS.get(direction, " "),
        size.at(after) if size else "",
        _mark(after, words),
        "; ".join((part_title(ends, factor), *_range_names(ends, factor))),
    )
    levels = ends.year_by_year([_mark(level, words) for level in factor.levels])
    parts = [f"{factor.id} {part_title(ends, factor)}: {levels}"]
    if direction in (Direction.UP, Direction.DOWN):
        parts.append(words(_WORDS[direction]))
    parts += _range_names(ends, factor)
    return Row(cells, "; ".join(parts), factor.depth)


def _range_names(ends: YearsEdition, factor: FactorYears) -> Iterator[str]:
    """The named range that a factor stood in then, and stands in now."""
    roll_up = ends.years.rules.nodes[factor.id].roll_up
    levels = [level for level in factor.levels if level is not None]
    bands = [roll_up.band(level) for level in levels] if roll_up is not None else []
    names = [ends.line(band.title) for band in bands if band is not None]
    if names and len(names) == len(factor.levels):
        yield " → ".join(dict.fromkeys(names))


def _without_titles(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows that stand beside each other, where there is no room for names."""
    return tuple(row._replace(cells=row.cells[:-1]) for row in rows)


def _mark(level: Level | None, words: Words) -> str:
    """A level, or the mark that there is none."""
    return "?" if level is None else written_number(level, words)


def _own_way(
    edition: YearsEdition, ways: Mapping[int, OwnWay | None], first: int, last: int
) -> Iterator[tuple[str, str]]:
    """How many conditions of one's own way of working were in place then, and are now."""
    before, after = ways.get(first), ways.get(last)
    if before is None or after is None or before.reference.id != after.reference.id:
        return
    words = edition.words
    counts = [
        edition.in_year(words(NUMBER_OF_ALL, n=len(way.in_place), all=_known(way)), place)
        for way, place in ((before, first), (after, last))
    ]
    name = edition.line(after.reference.name)
    yield words("Conditions in place"), f"{name}: {', '.join(counts)}"


def _known(way: OwnWay) -> int:
    """How many conditions something is known about."""
    return len(way.in_place) + len(way.missing)


def _beside(
    edition: YearsEdition, ends: YearsEdition, own_way: Sequence[tuple[str, str]]
) -> Iterator[Rows]:
    """One's own way of working, what fell and why, what is not known any more, what moved most."""
    rows = [
        *own_way,
        *_counted(ends),
        *_single_answers(ends),
        *_fallen(edition),
        *_surprises(edition),
        *_widest(ends),
    ]
    if rows:
        cells = (Row((label, text), f"{label}: {text}") for label, text in rows)
        yield Rows(tuple(cells), stretch=1, most=2)


def _counted(ends: YearsEdition) -> Iterator[tuple[str, str]]:
    """How many of how many then and now."""
    counts = counted(ends.years)
    paths = [f"{question} {count_path(ends, path)}" for question, path in counts.items()]
    if paths:
        yield ends.words("Counted"), some(paths, _IDS, ends.words)


def _single_answers(ends: YearsEdition) -> Iterator[tuple[str, str]]:
    """The answers that alone make the difference, part by part."""
    factors = (factor for factor in ends.years.factors if is_comparable(ends, factor))
    changes = [
        f"{factor.id} ({some(questions, _NAMES, ends.words)})"
        for factor in factors
        if (questions := behind(ends.years, factor))
    ]
    if changes:
        yield ends.words("Answers behind"), some(changes, _IDS, ends.words)


def _fallen(edition: YearsEdition) -> Iterator[tuple[str, str]]:
    """What stands lower, by reason: what got worse is told one by one, with its reason."""
    words = edition.words
    lower = [mover for mover in movers(edition.years) if mover.direction is Direction.DOWN]
    worse = [mover for mover in lower if mover.change is WasChange.WORSE]
    for mover in worse[:_REASONS]:
        yield words(CHANGES[WasChange.WORSE]), _with_reason(edition, mover)
    if worse[_REASONS:]:
        yield words(CHANGES[WasChange.WORSE]), some(_ids(worse[_REASONS:]), _IDS, words)
    reasons = {
        WasChange.KNOWN_BETTER: words("Lower, more is known"),
        WasChange.CHANGED: words("Lower, other reason"),
        None: words("Lower, no reason noted"),
    }
    for change, label in reasons.items():
        questions = _ids([mover for mover in lower if mover.change is change])
        if questions:
            yield label, some(questions, _IDS, words)


def _ids(moved: Sequence[Mover]) -> list[str]:
    """The questions that moved."""
    return [mover.question for mover in moved]


def _with_reason(edition: YearsEdition, mover: Mover) -> str:
    """A question, its way from level to level, and why in the profile's own words."""
    reasons = [why(edition, explanation).theirs for explanation in mover.explanations]
    reason = next((reason for reason in reversed(reasons) if reason), None)
    way = f"{mover.question} {edition.path(mover.question)}"
    return f"{way}: {reason}" if reason else way


def _surprises(edition: YearsEdition) -> Iterator[tuple[str, str]]:
    """What is not known any more, with who could be asked."""
    words, lost = edition.words, new_unknowns(edition.years)
    if lost:
        named = []
        for surprise in lost:
            who = who_knows(edition, surprise)
            named.append(f"{surprise.question} {whom_to_ask(edition, who) if who else ''}".strip())
        yield words(labels.NOT_KNOWN_ANY_MORE), some(named, _SURPRISES, words)


def _widest(ends: YearsEdition) -> Iterator[tuple[str, str]]:
    """The questions that moved furthest between the two years, the first of them in words."""
    words = ends.words
    moves = ends.years.first_to_last.moves.values()
    most = max((move.steps for move in moves), default=0)
    if most < 2:
        return
    widest = [move.question for move in moves if move.steps == most]
    question = widest[0]
    text = ends.line(ends.years.question(question).text)
    yield words("Largest change"), f"{question} {ends.path(question)}: {text}"
    if widest[1:]:
        yield words("Just as large"), some(widest[1:], _AS_LARGE, words)
