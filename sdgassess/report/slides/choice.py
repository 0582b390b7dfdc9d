"""Slides of what to choose from, and of what is agreed."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.conclusion import too_little
from sdgassess.analysis.picks import is_past
from sdgassess.analysis.priorities import USUAL_PICKS
from sdgassess.document.runs import Run, Runs
from sdgassess.document.slides import Slide, SlideTable
from sdgassess.model.profile import Priority
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import STAND_ALIKE, move_words, room_left
from sdgassess.phrases.levels import TOO_LITTLE_KNOWN
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.slides.open_questions import counted_title

_ALIKE = 6
"""How many are on the slide that stand alike, where none comes first."""


def candidates_slide(edition: GapEdition) -> Iterator[Slide]:
    """What to choose from or what stands alike, with room for votes; nothing without either."""
    words, priorities = edition.words, edition.priorities
    picked = [pick.question for pick in edition.profile.priorities]
    candidates = [each for each in priorities.candidates if each.question not in picked]
    alike = () if candidates or picked else priorities.alike
    if not candidates and not alike:
        return
    rows = tuple(_candidate(edition, each) for each in (*candidates, *alike[:_ALIKE]))
    title = words("Where do you begin? Choose up to {n}", n=priorities.agreements)
    if too_little(edition.score):
        title += f" – {words(TOO_LITTLE_KNOWN)}"
    if alike:
        alike_words = words(STAND_ALIKE, n=len(alike)).rstrip(".")
        title = counted_title(alike_words, len(alike), len(rows), words)
    elif picked:
        title = words(labels.CANDIDATES_BESIDE_PICKS)
        if room := room_left(edition.score, priorities, words):
            title += f": {room}"
    yield Slide(
        title,
        SlideTable(
            (words(labels.QUESTION), words(labels.LEVEL), words(labels.VOTES)), rows, (6, 1, 1)
        ),
        words(
            "Everybody has as many votes as steps may be picked. Whoever has the mandate says "
            "whether it can be started; what is left out is left out by decision."
        ),
    )


def _candidate(edition: GapEdition, candidate: Candidate) -> tuple[Runs, ...]:
    """One candidate: what is asked, and from where to where."""
    move = move_words(edition.mark_of(candidate.question), candidate, edition.words)
    return (edition.question(candidate.question),), (Run(move),), ()


def agreed_slide(edition: GapEdition) -> Slide:
    """What is agreed: who, by when, the first move; empty cells where it is not said yet."""
    words, priorities = edition.words, edition.priorities
    open_picks = [pick for pick in edition.profile.priorities if not is_past(pick)]
    rows = [_agreement(edition, pick) for pick in edition.profile.priorities]
    title = words.plural("One step is agreed", "{n} steps are agreed", len(open_picks))
    if not open_picks:
        rows += [((),) * 4] * min(priorities.agreements, USUAL_PICKS)
        title = words("What do you agree on?")
    head = (
        words(labels.QUESTION),
        words(labels.WHO_BY_FUNCTION),
        words(labels.BY_WHEN),
        words(labels.FIRST_MOVE),
    )
    return Slide(
        title,
        SlideTable(head, tuple(rows), (4, 3, 2, 4)),
        words("Write it down while the room is there: a function, a day, and what happens first."),
    )


def _agreement(edition: GapEdition, pick: Priority) -> tuple[Runs, ...]:
    """One agreement as far as it is made, and what became of it."""
    profile, status = edition.profile, edition.status(pick)
    return (
        (edition.question(pick.question), *((Run(" · ", strong=True), *status) if status else ())),
        (edition.written(pick.who, profile),) if pick.who else (),
        (edition.by_when(pick.by, profile),) if pick.by else (),
        (edition.passage(pick.first_move, profile),) if pick.first_move else (),
    )
