"""What is said of one question between several profiles: how far it moved, why, what is known.

And of a pick: what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.analysis.years.counts import Counts
from sdgassess.analysis.years.moves import Explanation, Mover, Surprise
from sdgassess.analysis.years.questions import Because, Direction, Move, When
from sdgassess.analysis.years.targets import Aim, Outcome
from sdgassess.language import N_, Words
from sdgassess.numbers import NUMBER_OF_ALL, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.agreements import status_words
from sdgassess.phrases.levels import CHANGES, NO_LEVEL, NOT_APPLICABLE, NOT_ASKED, UNKNOWN
from sdgassess.report.years.edition import YearsEdition
from sdgassess.text import one_line

BECAUSE = {
    Because.REWORDED: N_("asked in other words"),
    Because.DECLARED: N_("by the questionnaire's history not comparable"),
    Because.DECLARED_ROUGHLY: N_("by the questionnaire's history only roughly comparable"),
    Because.OTHER_WORDS: N_("other words stand in the profile"),
    Because.RESCALED: N_("asked on another scale"),
    Because.ADDED: N_("not in the questionnaire yet"),
    Because.REMOVED: N_("not in the questionnaire any more"),
    Because.REPLACES: N_("replaces an older question"),
    Because.MOVED: N_("moved to another {one_part}"),
    Because.REPLACED: N_("replaced by another question"),
    Because.NOT_ASKED: NOT_ASKED,
    Because.UNKNOWN: UNKNOWN,
    Because.NOT_APPLICABLE: NOT_APPLICABLE,
}
"""The reason alone; the years or municipalities stand behind it."""


OUTCOMES = {
    Outcome.REACHED: N_("reached in {year}"),
    Outcome.ON_THE_WAY: N_("on the way in {year}"),
    Outcome.NOT_YET: N_("not yet in {year}"),
    Outcome.NOT_COMPARABLE: N_("cannot be compared"),
}
"""What became of a target; the year is that of the profile which tells."""


class Why(NamedTuple):
    """What a profile says about a difference: in our words, and in its own where it has some."""

    ours: str
    theirs: str | None

    @property
    def sentence(self) -> str:
        """Both as one."""
        return f"{self.ours}: {self.theirs}" if self.theirs else f"{self.ours}."


class NotCompared(NamedTuple):
    """Questions that are not compared, with what they have in common: the reason."""

    reason: str
    questions: tuple[str, ...]


def steps_since(edition: YearsEdition, mover: Mover) -> Iterator[str]:
    """How far it moved since the last time and since the first."""
    words = edition.words
    for pair, move in mover.moves:
        if move.direction is Direction.UP:
            few, more = "one step up since {year}", "{n} steps up since {year}"
            yield words.plural(few, more, move.steps, year=edition.label(pair.earlier))
        else:
            yield words.plural(
                "one step down since {year}",
                "{n} steps down since {year}",
                move.steps,
                year=edition.label(pair.earlier),
            )


def why(edition: YearsEdition, explanation: Explanation) -> Why:
    """What a profile says about the difference."""
    change, reason = explanation.earlier_answer.change, explanation.earlier_answer.reason
    assert change is not None, "only what says why is explained"
    ours = f"{edition.words(CHANGES[change])} ({edition.label(explanation.column)})"
    return Why(ours, one_line(reason) if reason else None)


def count_path(edition: YearsEdition, counts: Counts) -> str:
    """How many of how many, profile by profile: `4 of 6 → 5 of 6`."""
    words = edition.words
    marks = ["–" if c is None else words(NUMBER_OF_ALL, n=c.n, all=c.of) for c in counts]
    return edition.year_by_year(marks) if edition.linear else " → ".join(marks)


def unexplained(edition: YearsEdition) -> str:
    """What is said of a fall that no profile explains."""
    return edition.words("Nobody noted whether it got worse or more is known.")


def backing(edition: YearsEdition, move: Move) -> str:
    """From which backed level to which."""
    before, after = move.before.backed, move.after.backed
    low = written_number(before, edition.words) if before is not None else "?"
    high = written_number(after, edition.words) if after is not None else "?"
    return edition.words("backed {low} then and {high} now", low=low, high=high)


def no_longer_known(edition: YearsEdition, surprise: Surprise) -> str:
    """What had a level and is not known any more."""
    standing = edition.years.paths[surprise.question][surprise.column]
    level, year = edition.mark_of(standing), edition.label(surprise.column)
    return edition.words("{level} in {year}, unknown now", level=level, year=year)


def who_knows(edition: YearsEdition, surprise: Surprise) -> str | None:
    """Who could be asked about what is not known any more, as the last profile says."""
    answer = edition.years.columns[-1].score.profile.answers.get(surprise.question)
    return one_line(answer.who_knows) if answer and answer.who_knows else None


def whom_to_ask(edition: YearsEdition, who: str) -> str:
    """That somebody could be asked."""
    return edition.words(labels.ASK_WHOM, who=who)


def newly_known(edition: YearsEdition, surprise: Surprise) -> str:
    """What was unknown and has a level now."""
    standing = edition.years.paths[surprise.question][-1]
    level, year = edition.mark_of(standing), edition.label(surprise.column)
    return edition.words("unknown in {year}, {level} now", level=level, year=year)


def not_compared(edition: YearsEdition) -> tuple[NotCompared, ...]:
    """What could not be compared between first and last, by reason."""
    words, pair = edition.words, edition.years.first_to_last
    first, last = edition.label(pair.earlier), edition.label(pair.later)
    groups: dict[str, list[str]] = {}
    for move in pair.having(Direction.NOT_COMPARABLE):
        assert move.because is not None, "what is not comparable has its reason"
        reason = reason_between(move.because, move.when, first, last, words)
        groups.setdefault(reason, []).append(f"{move.question}{_nearly(edition, move)}")
    return tuple(NotCompared(reason, tuple(questions)) for reason, questions in groups.items())


def reason_between(
    because: Because, when: When | None, first: str, last: str, words: Words
) -> str:
    """A reason between two profiles.

    Args:
        because: what is the matter.
        when: in which of the two a level is lacking, where that is it.
        first: how the one profile is called.
        last: how the other is called.
        words: the language to say it in.
    """
    reason = words(BECAUSE[because])
    if when is None:
        return reason
    if when is When.BOTH:
        return words("{reason} in {first} and {last}", reason=reason, first=first, last=last)
    place = first if when is When.EARLIER else last
    return words("{reason} in {place}", reason=reason, place=place)


def not_compared_title(edition: YearsEdition) -> str:
    """Between which two profiles something is not compared."""
    pair = edition.years.first_to_last
    first, last = edition.label(pair.earlier), edition.label(pair.later)
    return edition.words("Not compared between {first} and {last}", first=first, last=last)


def _nearly(edition: YearsEdition, move: Move) -> str:
    """Both levels of what the authors call nearly the same: shown, never counted."""
    if not move.approximate or move.before.level is None or move.after.level is None:
        return ""
    before, after = (
        written_number(move.before.level, edition.words),
        written_number(move.after.level, edition.words),
    )
    return " " + edition.words("({then} then, {now} now, roughly)", then=before, now=after)


def picks_title(edition: YearsEdition, column: int) -> str:
    """The head over the picks of one profile."""
    return edition.words("Picked in {year}: what came of it", year=edition.label(column))


def outcome_line(edition: YearsEdition, aim: Aim) -> str:
    """The question, the target, what became of it, and the levels that say so."""
    words = edition.words
    name = aim.pick.question
    if aim.question != name:
        name = words("{id} (now {now})", id=name, now=aim.question)
    if aim.target is not None:
        name = words(labels.ID_TO_TARGET, id=name, target=written_number(aim.target, words))
    outcome = words(OUTCOMES[aim.outcome], year=edition.label(aim.later))
    if aim.because is not None:
        first, last = edition.label(aim.earlier), edition.label(aim.later)
        remark = reason_between(aim.because, aim.when, first, last, words)
    elif aim.target is None:
        remark = words("no target was set")
    else:
        remark = _levels(edition, aim)
    if status := status_words(aim.pick, words):
        outcome = f"{status}; {outcome}"
    return f"{name}: {outcome} ({remark})"


def _levels(edition: YearsEdition, aim: Aim) -> str:
    """Where it stood, and where it stands."""
    before, after = (
        "?" if level is None else written_number(level, edition.words)
        for level in (aim.before, aim.after)
    )
    if not edition.linear:
        return f"{before} → {after}"
    if aim.before is None:
        before = edition.words(NO_LEVEL)
    return f"{edition.in_year(before, aim.earlier)}, {edition.in_year(after, aim.later)}"
