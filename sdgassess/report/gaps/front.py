"""The first page: who was assessed, what matters most in sentences, figures, the ladder, picks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.analysis.candidates import Candidate
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Count,
    Counts,
    Heading,
    heading,
    paragraph,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile, State
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases.bands import uppermost_bands
from sdgassess.phrases.candidates import move_words, why_none
from sdgassess.phrases.levels import BASES, SCOPES, assessed_name, respondents
from sdgassess.phrases.patterns import pattern_of, present_patterns, risk_words
from sdgassess.report.finding import extremes
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.factors import ladder_figures, upper_ladder_rows
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import unbacked

_READING = N_(
    "Outline: as answered. Filled: as far as evidence and agreement carry it. The small "
    "marks are the levels of {the_part}'s questions. The same numbers stand in the table "
    "that follows."
)
_READING_UPPER = N_(
    "Outline: as answered. Filled: as far as evidence and agreement carry it. Not every part has "
    "room here; all of them stand in the table and the figures that follow."
)
_PLAIN = N_(
    "The small marks are the levels of {the_part}'s questions. The same numbers stand in the "
    "table that follows."
)
_PLAIN_UPPER = N_(
    "Not every part has room here; all of them stand in the table and the figures that follow."
)


def first_page(edition: GapEdition) -> Iterator[Block]:
    """Everything that a reader needs who turns no page."""
    words = edition.words
    yield Heading(1, plain_runs(report_title(edition.profile, words)))
    yield paragraph(who_was_assessed(edition.profile, words))
    yield paragraph(words(BASES[edition.score.basis]).capitalize() + ".", small=True)
    if not edition.has_levels:
        yield paragraph(words("Not assessed: no question has a level yet."))
        return
    yield heading(words("What matters most, on one page"))
    yield Bullets(tuple(_messages(edition)))
    yield _counts(edition)
    rows = upper_ladder_rows(edition)
    all_fit = len(rows) == len(edition.score.scored)
    reading = _READING if all_fit else _READING_UPPER
    if edition.score.questionnaire.backing is None:
        reading = _PLAIN if all_fit else _PLAIN_UPPER
    yield from ladder_figures(edition, rows, words(reading))


def report_title(profile: Profile, words: Words) -> str:
    """The report's title."""
    name = assessed_name(profile)
    return words("{municipality}: from here to the next step", municipality=name)


def who_was_assessed(profile: Profile, words: Words) -> str:
    """The kind of assessment, its day, how many took part."""
    kind = words(SCOPES[profile.scope]).capitalize()
    day = written_date(profile.date, words)
    people = respondents(profile)
    if not people:
        return words("{kind}, {day}; nobody was noted as present", kind=kind, day=day)
    singular, plural = "{kind}, {day}; one person's picture", "{kind}, {day}; {n} people took part"
    return words.plural(singular, plural, people, kind=kind, day=day)


def _messages(edition: GapEdition) -> Iterator[Runs]:
    """Three to five sentences, each true of this profile, and one for each range with parts."""
    yield _chosen(edition)
    yield from map(plain_runs, uppermost_bands(edition.score, edition.words))
    yield from map(plain_runs, extremes(edition.score, edition.words))
    yield from (plain_runs(sentence) for sentence in _gravest(edition))
    gated = [name for name, factor in edition.score.scored.items() if factor.gate is not None]
    if gated:
        names = ", ".join(edition.title(name) for name in gated)
        yield plain_runs(
            edition.words("Held back by what lies beneath: {factors}.", factors=names)
        )


def _chosen(edition: GapEdition) -> Runs:
    """What is picked, or suggested as long as nothing is."""
    words, priorities = edition.words, edition.priorities
    moves = ", ".join(_move(edition, candidate) for candidate in priorities.chosen)
    if not priorities.chosen:
        return plain_runs(
            why_none(edition.score, words, words("No question stands where a next step is due."))
        )
    if priorities.picked:
        return (Run(words("Picked to work on now: {picks}.", picks=moves), strong=True),)
    suggestion = words("Suggested to work on now, for the room to pick: {picks}.", picks=moves)
    return (Run(suggestion, strong=True),)


def _move(edition: GapEdition, candidate: Candidate) -> str:
    """A candidate as its factor, its id and where it goes."""
    question = candidate.question
    after = None
    if candidate.target is not None:
        after = written_number(candidate.target, edition.words)
    move = move_words(edition.mark_of(question), candidate, edition.words, after)
    move = move.replace(" ", "\xa0")  # a move stays on one line
    return f"{edition.factor_of(question)} ({question}, {move})"


def _gravest(edition: GapEdition) -> Iterator[str]:
    """The gravest risk pattern, with how sure that is."""
    words, present = edition.words, present_patterns(edition.score)
    if present:
        name = edition.line(pattern_of(edition.score, present[0]).title)
        risk = risk_words(present[0], words)
        yield words("Gravest risk pattern: {pattern}, {risk}.", pattern=name, risk=risk)


def _counts(edition: GapEdition) -> Counts:
    """How much is known, how grave it is, how well it is backed."""
    words, score = edition.words, edition.score
    states = Counter(result.state for result in score.questions.values())
    applicable = len(score.questions) - states[State.NOT_APPLICABLE]
    answered = words("{known} of {all}", known=states[None], all=applicable)
    high = sum(pattern.result is Risk.HIGH for pattern in present_patterns(score))
    unclear = sum(pattern.result is Risk.CANNOT_BE_ASSESSED for pattern in score.patterns)
    weak = len(unbacked(score))
    singular, plural = "risk pattern at high", "risk patterns at high"
    if unclear:
        singular = "risk pattern at high; not to be assessed yet: {open}"
        plural = "risk patterns at high; not to be assessed yet: {open}"
    few, more = "answer higher than it is backed", "answers higher than they are backed"
    counts = [Count(answered, words("questions that apply have a level"))]
    if score.questionnaire.patterns:
        counts.append(Count(str(high), words.plural(singular, plural, high, open=unclear)))
    if score.questionnaire.backing is not None:
        counts.append(Count(str(weak), words.plural(few, more, weak)))
    return Counts(tuple(counts))
