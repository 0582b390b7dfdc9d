"""The first page: who was assessed, what matters most in sentences, figures, the ladder, picks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Count,
    Counts,
    Figure,
    Heading,
    Run,
    Runs,
    plain_runs,
)
from sdgassess.document.figures import written_date, written_number
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile, State
from sdgassess.phrases.levels import BASES, SCOPES, respondents
from sdgassess.phrases.patterns import pattern_of, present_patterns, risk_words
from sdgassess.report.charts import ladder
from sdgassess.report.gaps.edition import Assessed, paragraph
from sdgassess.report.gaps.rows import ladder_rows, scale_of
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.score import unbacked
from sdgassess.text import one_line

_READING = N_(
    "Outline: as answered. Filled: as far as evidence and agreement carry it. The small marks are "
    "the levels of the factor's questions. The same numbers stand in the table that follows."
)


def first_page(told: Assessed) -> Iterator[Block]:
    """Everything that a reader needs who turns no page."""
    words = told.words
    yield Heading(1, plain_runs(title(told.score.profile, words)))
    yield paragraph(who_was_assessed(told.score.profile, words))
    yield paragraph(words(BASES[told.score.basis]).capitalize() + ".", small=True)
    if not any(found.answered is not None for found in told.score.questions.values()):
        yield paragraph(words("Not assessed: no question has a level yet."))
        return
    yield Heading(2, plain_runs(words("What matters most, on one page")))
    yield Bullets(tuple(_messages(told)))
    yield _figures(told)
    yield Figure(ladder(ladder_rows(told), scale_of(told), words), plain_runs(words(_READING)))


def title(profile: Profile, words: Words) -> str:
    """The report's title."""
    name = one_line(profile.municipality.name)
    return words("{municipality}: from here to the next step", municipality=name)


def who_was_assessed(profile: Profile, words: Words) -> str:
    """The kind of assessment, its day, how many took part."""
    kind = words(SCOPES[profile.scope]).capitalize()
    day = written_date(profile.date, words)
    people = respondents(profile)
    if not people:
        return words("{kind}, {day}; nobody was noted as present", kind=kind, day=day)
    one, many = "{kind}, {day}; one person's picture", "{kind}, {day}; {n} people took part"
    return words.plural(one, many, people, kind=kind, day=day)


def _messages(told: Assessed) -> Iterator[Runs]:
    """Three to five sentences, each true of this profile."""
    yield from _chosen(told)
    yield from _extremes(told)
    yield from _gravest(told)
    held = [factor for factor, found in told.score.factors.items() if found.gate is not None]
    if held:
        names = ", ".join(told.title(factor) for factor in held)
        yield plain_runs(told.words("Held back by what lies beneath: {factors}.", factors=names))


def _chosen(told: Assessed) -> Iterator[Runs]:
    """What is picked, or suggested as long as nothing is."""
    words, priorities = told.words, told.report.priorities
    ids = ", ".join(_move(told, one.question) for one in priorities.chosen)
    if not priorities.chosen:
        yield plain_runs(words("No question stands where a next step is due."))
    elif priorities.picked:
        yield (Run(words("Picked to work on now: {picks}.", picks=ids), strong=True),)
    else:
        said = words("Suggested to work on now, for the room to pick: {picks}.", picks=ids)
        yield (Run(said, strong=True),)


def _move(told: Assessed, question: str) -> str:
    """A pick as its factor, its id and where it goes."""
    one = next(c for c in told.report.priorities.chosen if c.question == question)
    factor = told.spoken(told.score.questionnaire.factor_of[question].title)
    here, there = told.mark_of(question), one.target
    # A move stays on one line.
    move = here if there is None else f"{here}\xa0→\xa0{written_number(there, told.words)}"
    return f"{factor} ({question}, {move})"


def _extremes(told: Assessed) -> Iterator[Runs]:
    """The factors that stand highest and lowest, where they differ."""
    words, factors = told.words, told.score.factors
    levels = {key: found.level for key, found in factors.items() if found.level is not None}
    if not levels:
        yield plain_runs(
            words("No factor has a level yet: too few of its questions are answered.")
        )
        return
    high, low = max(levels.values()), min(levels.values())
    for level, message in (
        (high, N_("Highest, at level {level}: {factors}.")),
        (low, N_("Lowest, at level {level}: {factors}.")),
    ):
        names = ", ".join(told.title(key) for key, found in levels.items() if found == level)
        if high != low:
            said = words(message, level=written_number(level, words), factors=names)
            yield plain_runs(said)
    if high == low:
        said = words("All factors stand at level {level}.", level=written_number(high, words))
        yield plain_runs(said)


def _gravest(told: Assessed) -> Iterator[Runs]:
    """The gravest risk pattern, with how sure that is."""
    present = present_patterns(told.score)
    if present:
        name, words = told.spoken(pattern_of(told.score, present[0]).title), told.words
        risk = risk_words(present[0], words)
        yield plain_runs(
            words("Gravest risk pattern: {pattern}, {risk}.", pattern=name, risk=risk)
        )


def _figures(told: Assessed) -> Counts:
    """How much is known, how grave it is, how well it is backed."""
    words, score = told.words, told.score
    states = Counter(found.state for found in score.questions.values())
    asked = len(score.questions) - states[State.NOT_APPLICABLE]
    known = words("{known} of {all}", known=states[None], all=asked)
    high = sum(found.result is Risk.HIGH for found in score.patterns)
    weak = len(unbacked(score))
    left = sum(found.result is Risk.CANNOT_BE_ASSESSED for found in score.patterns)
    one, many = "risk pattern at high", "risk patterns at high"
    if left:
        one = "risk pattern at high; not to be assessed yet: {open}"
        many = "risk patterns at high; not to be assessed yet: {open}"
    few, more = "answer higher than it is backed", "answers higher than they are backed"
    return Counts(
        (
            Count(known, words("questions that apply have a level")),
            Count(str(high), words.plural(one, many, high, open=left)),
            Count(str(weak), words.plural(few, more, weak)),
        )
    )
