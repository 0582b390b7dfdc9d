"""Gaps on one screen: one's own way of working, what documents show elsewhere, what to choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sdgassess.analysis.agenda import to_find_out, to_talk_about
from sdgassess.analysis.candidates import Candidate, ReasonKind
from sdgassess.analysis.conclusion import is_inconclusive, too_little
from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import ReferenceComparison, Verdict
from sdgassess.analysis.picks import pick_of
from sdgassess.document.screen import (
    MORE,
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Key,
    Prose,
    Row,
    Rows,
    Screen,
    Several,
    Title,
)
from sdgassess.language import Words
from sdgassess.model.profile import Judgement
from sdgassess.model.reference import ReferenceKind
from sdgassess.numbers import FROM_TO, NUMBER_OF_ALL, written_number, written_when
from sdgassess.phrases import labels
from sdgassess.phrases.agreements import status_words
from sdgassess.phrases.candidates import (
    WEIGHTS,
    against_picks,
    built_on_words,
    equal_words,
    first_words,
    move_words,
    not_lifted_words,
    overloaded_words,
    room_left,
    why_none,
)
from sdgassess.phrases.levels import NO, TOO_LITTLE_KNOWN, YES, level_mark
from sdgassess.phrases.references import not_judged_words, own_way_words
from sdgassess.phrases.rows import some
from sdgassess.report.edition import Edition
from sdgassess.report.finding import finding, reservation
from sdgassess.report.screens.own_way import missing_conditions
from sdgassess.report.screens.score import first_levels_command, head_parts
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

_REFERENCES = 8
_QUESTIONS = 4
_ALIKE = 8
"""How many questions have a row that stand alike, where none comes first."""
_SENTENCES = 1


def gaps_blocks(edition: Edition[GapReport], file: str) -> Screen:
    """The whole screen.

    Args:
        edition: the score held against references, and the language it is told in.
        file: how the next command names the profile.
    """
    return tuple(_blocks(edition, file))


def _blocks(edition: Edition[GapReport], file: str) -> Iterator[Block]:
    """The parts of the screen in their order."""
    yield from _finding(edition)
    if not edition.subject.score.has_levels:
        yield Gap()
        command = first_levels_command(edition.subject.score, file)
        yield Commands((Command(edition.words(labels.NEXT), command),))
        return
    yield from _elsewhere(edition)
    yield from _what_to_do(edition)
    yield Gap()
    yield _next(edition, file)


def points_blocks(edition: Edition[GapReport], points: Screen, file: str) -> Screen:
    """The screen of references that were named: the finding, then their points.

    Args:
        edition: the score held against references, and the language it is told in.
        points: the points of these references.
        file: how the next command names the profile.
    """
    upcoming = Commands((Command(edition.words(labels.NEXT), f"sdgassess gaps {file}"),))
    if not edition.subject.score.has_levels:
        return gaps_blocks(edition, file)
    return (*_finding(edition), *points, *_what_to_do(edition), Gap(), upcoming)


def _finding(edition: Edition[GapReport]) -> Iterator[Block]:
    """Who and when, and the finding; of an own way why it is preliminary, and its conditions."""
    report, words = edition.subject, edition.words
    yield Title(tuple(head_parts(report.score, words)))
    yield Gap()
    if report.own_way is None:
        yield Prose(" ".join(finding(report.score, words)), strong=True)
        return
    if too_little(report.score):
        yield Prose(" ".join(finding(report.score, words)), strong=True)
    elif reserved := reservation(report.score, words):
        yield Prose(f"{reserved}.", strong=True)
    yield Prose(own_way_words(report.own_way, words, missing=False), strong=True)
    yield from missing_conditions(Edition(words, report.score), report.own_way)


def _what_to_do(edition: Edition[GapReport]) -> Iterator[Block]:
    """What to choose from, and what to talk about or to find out first."""
    yield from _choice(edition)
    yield from _first_find_out(edition)


def _elsewhere(edition: Edition[GapReport]) -> Iterator[Block]:
    """What documents show elsewhere: a row for each reference."""
    report, words = edition.subject, edition.words
    own = report.own_way.comparison if report.own_way is not None else None
    others = [against for against in report.against if against is not own]
    if not others:
        return
    yield Head(words("What documents show elsewhere"), words("no ranking, and no norm"))
    heads = ("", words("here too"), words("not here yet, as far as is known"))
    rows = tuple(_reference(edition, against) for against in others[:_REFERENCES])
    yield Rows(rows, stretch=2, heads=heads)
    rest = len(others) - len(rows)
    if rest:
        singular, plural = "One more reference: --all", "{n} more references: --all"
        yield Key(words.plural(singular, plural, rest))


def _reference(edition: Edition[GapReport], against: ReferenceComparison) -> Row:
    """One reference: how much of what it shows is here too, and what is not."""
    words, reference = edition.words, against.reference
    name = edition.line(reference.name)
    if reference.dated and reference.kind is ReferenceKind.DOCUMENTED:
        name += f" {one_line(reference.dated)}"
    met, below = against.having(Verdict.MET), against.having(Verdict.BELOW)
    count = ""
    if against.comparable:
        count = words(NUMBER_OF_ALL, n=len(met), all=against.comparable)
    behind: str | Several = Several(tuple(gap.question for gap in below))
    if not below and (remark := not_judged_words(edition.subject.score, against, words)):
        behind = remark
    spoken = f"{name}: {words('{count} here too', count=count)}" if count else name
    if below:
        spoken += "; " + words(
            "not here yet: {questions}", questions=", ".join(gap.question for gap in below)
        )
    elif isinstance(behind, str):
        spoken += f"; {behind}"
    return Row((name, count, behind), spoken)


def _choice(edition: Edition[GapReport]) -> Iterator[Block]:
    """What the room picked, and what it may choose from."""
    report, words = edition.subject, edition.words
    priorities = report.priorities
    if not priorities.candidates and not priorities.chosen and not priorities.equal:
        yield Head(words(labels.CANDIDATES))
        yield Prose(why_none(report.score, words))
        return
    if priorities.picked:
        yield from _picked(edition)
    picked = [candidate.question for candidate in priorities.chosen if priorities.picked]
    others = [c for c in priorities.candidates if c.question not in picked]
    if not others and not priorities.equal:
        return
    yield _head_of_choice(report, words)
    if overloaded := overloaded_words(report.score, priorities, words):
        yield Prose(overloaded)
    listed = (*others, *priorities.alike[:_ALIKE])
    if listed:
        yield from _candidates(edition, listed, numbered=len(others))
    for sentence in islice(first_words(report.score, others, words), _SENTENCES):
        yield Prose(sentence)
    for sentence in built_on_words(priorities, words):
        yield Prose(sentence)
    alike = len(priorities.either) + _SENTENCES
    for sentence in islice(equal_words(report.score, priorities, words, _QUESTIONS), alike):
        yield Prose(sentence)
    for sentence in not_lifted_words(report.score, priorities, words, str, _QUESTIONS):
        yield Prose(sentence)


def _head_of_choice(report: GapReport, words: Words) -> Head:
    """How many may be picked, and what is suggested; beside picks, how many more."""
    priorities = report.priorities
    if priorities.picked:
        room = room_left(report.score, priorities, words)
        return Head(words(labels.CANDIDATES_BESIDE_PICKS), room)
    title = words(labels.CANDIDATES)
    if priorities.picks:
        title = words(labels.CHOOSE_UP_TO, n=priorities.picks)
    suggested = ", ".join(candidate.question for candidate in priorities.chosen)
    if too_little(report.score):
        return Head(title, words(TOO_LITTLE_KNOWN))
    if not suggested or is_inconclusive(report.score):
        return Head(title)
    return Head(title, words("suggested: {questions}", questions=suggested))


def _picked(edition: Edition[GapReport]) -> Iterator[Block]:
    """What the room picked: from where to where, who, by when."""
    report, words = edition.subject, edition.words
    rows = []
    for candidate in report.priorities.chosen:
        pick = pick_of(report.score.profile, candidate.question)
        by = written_when(pick.by or "", words) or pick.by if pick is not None else None
        agreed: tuple[str | None, ...] = ()
        if pick is not None:
            agreed = (status_words(pick, words), pick.who, by)
        text = edition.line(report.score.questionnaire.questions[candidate.question].text)
        move, aloud = _move(report.score, candidate, words)
        behind = ", ".join(one_line(part) for part in agreed if part)
        spoken = "; ".join(filter(None, (f"{candidate.question}, {aloud}: {text}", behind)))
        rows.append(Row((candidate.question, move, text, behind), spoken))
    yield Head(words(labels.CANDIDATES_PICKED))
    yield Rows(tuple(rows), stretch=2, most=1)
    for sentence in against_picks(report.score, report.priorities, words):
        yield Prose(sentence)


def _candidates(
    edition: Edition[GapReport], candidates: Sequence[Candidate], *, numbered: int
) -> Iterator[Block]:
    """A row for each candidate, with how the room judged it where it judged any.

    Only so many of them have a place in the order; the others stand alike.
    """
    score, words = edition.subject.score, edition.words
    judgement = score.profile.judgement
    judged = any(candidate.question in judgement for candidate in candidates)
    own = any(_is_condition(candidate) for candidate in candidates)
    heads: tuple[str, ...] = ("", "", "", words("* missing for your own way") if own else "")
    if judged:
        heads = (*heads, words("stake"), words("influence"), words("soon"))
    rows = tuple(
        _candidate(edition, candidate, place if place <= numbered else None, judged=judged)
        for place, candidate in enumerate(candidates, 1)
    )
    yield Rows(rows, stretch=3, heads=heads if judged or own else (), most=1)


def _candidate(
    edition: Edition[GapReport], candidate: Candidate, place: int | None, *, judged: bool
) -> Row:
    """One candidate: from where to where, what is asked, how it was judged."""
    score, words = edition.subject.score, edition.words
    text = edition.line(score.questionnaire.questions[candidate.question].text)
    move, aloud = _move(score, candidate, words)
    star = "*" if _is_condition(candidate) else ""
    judgement = score.profile.judgement.get(candidate.question)
    weighed = _judged(judgement, words)
    number = "–" if place is None else str(place)
    lead = "" if place is None else f"{place}. "
    spoken = [f"{lead}{candidate.question}, {aloud}: {text}"]
    if star:
        spoken.append(words("a missing condition of your own way of working"))
    if judgement is not None:
        judgements = (words("stake"), words("influence"), words("soon"))
        spoken += [f"{label} {value}" for label, value in zip(judgements, weighed, strict=True)]
    cells = (f"{number}{star}", candidate.question, move, text)
    return Row((*cells, *weighed) if judged else cells, "; ".join(spoken))


def _judged(judgement: Judgement | None, words: Words) -> tuple[str, str, str]:
    """Stake, influence, and whether it can start soon; a dash where nobody judged it."""
    judgement = judgement or Judgement()
    stake, influence = (
        words(WEIGHTS[weight]) if weight else "–"
        for weight in (judgement.stake, judgement.influence)
    )
    starts = {True: words(YES), False: words(NO), None: "–"}
    return stake, influence, starts[judgement.can_start]


def _move(score: Score, candidate: Candidate, words: Words) -> tuple[str, str]:
    """From where to where, in signs and as it is said."""
    result = score.questions.get(candidate.question)
    mark = level_mark(candidate.level, result.state if result else None, words)
    move = move_words(mark, candidate, words)
    if candidate.target is None or candidate.is_reached:
        return move, move
    return move, words(FROM_TO, low=mark, high=written_number(candidate.target, words))


def _is_condition(candidate: Candidate) -> bool:
    """Whether one's own way of working depends on it, and it is missing."""
    return any(reason.kind is ReasonKind.OWN_WAY for reason in candidate.reasons)


def _first_find_out(edition: Edition[GapReport]) -> Iterator[Block]:
    """What to talk about, and what to find out, before anything is chosen."""
    score, words = edition.subject.score, edition.words
    apart = to_talk_about(score)
    unknown = [question for question in to_find_out(score) if question not in apart]
    sentences = []
    if apart:
        sentences.append(words(labels.FIRST_TALK_LINE, questions=some(apart, _QUESTIONS, words)))
    if unknown:
        questions = some(unknown, _QUESTIONS, words)
        sentences.append(words(labels.FIRST_FIND_OUT_LINE, questions=questions))
    if sentences:
        yield Gap()
        yield Prose(" ".join(sentences))


def _next(edition: Edition[GapReport], file: str) -> Commands:
    """What can be typed next."""
    report, words = edition.subject, edition.words
    commands = [
        Command(words(labels.NEXT), f"sdgassess report {file}"),
        Command(words(labels.MORE), MORE),
    ]
    own = report.own_way.comparison if report.own_way is not None else None
    others = [against for against in report.against if against is not own]
    if others:
        ahead = max(
            others, key=lambda against: (len(against.having(Verdict.BELOW)), against.comparable)
        )
        quotes = f"sdgassess gaps {file} --against {ahead.reference.id}"
        commands.append(Command(words("Quotes"), quotes))
    return Commands(tuple(commands))
