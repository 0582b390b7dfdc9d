"""What is agreed on a poster: the picks of the room, else the suggestions, with room to write."""

from __future__ import annotations

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.picks import pick_of
from sdgassess.analysis.priorities import USUAL_PICKS
from sdgassess.document.poster import PosterAgreement
from sdgassess.document.runs import Run, Runs
from sdgassess.model.profile import Priority
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.agreements import status_runs
from sdgassess.phrases.anchors import standalone_text
from sdgassess.report.poster.edition import PosterEdition, shortened
from sdgassess.text import one_line

MOST_AGREEMENTS = 5
"""More have no room to write in."""

_FACTOR, _QUESTION, _ANCHOR = 70, 150, 220
_WHO, _BY, _FIRST_MOVE = 60, 24, 130
"""How long what stands in an agreement may be, in characters."""


def agreements(edition: PosterEdition) -> tuple[PosterAgreement, ...]:
    """An agreement for each chosen question, with what is known already; else room for all."""
    candidates = edition.chosen.candidates[:MOST_AGREEMENTS]
    if not candidates:
        rules = edition.score.questionnaire.priorities
        picks = USUAL_PICKS if rules is None else rules.picks
        return (PosterAgreement(),) * min(max(picks, 1), MOST_AGREEMENTS)
    return tuple(_agreement(edition, candidate) for candidate in candidates)


def _agreement(edition: PosterEdition, candidate: Candidate) -> PosterAgreement:
    """One agreement; who, by when and the first move only of what the room picked."""
    score, question = edition.score, candidate.question
    pick = pick_of(score.profile, question) if edition.chosen.picked else None
    pick = pick or Priority(question)
    wording = score.questionnaire.questions[question].text
    return PosterAgreement(
        title=(edition.short(score.questionnaire.factor_of[question].title, _FACTOR),),
        question=(Run(f"{question}  "), edition.short(wording, _QUESTION)),
        aim=_aim(edition, candidate),
        who=_written(edition, pick.who, _WHO),
        by=_by_when(edition, pick.by),
        first_move=_written(edition, pick.first_move, _FIRST_MOVE),
        outcome=_outcome(edition, pick),
    )


def _outcome(edition: PosterEdition, pick: Priority) -> Runs:
    """That a pick was done, and when, or dropped, and why; nothing where it is still open."""
    because = _written(edition, pick.because, _FIRST_MOVE) or Run("")
    return status_runs(pick, because, edition.words)


def _aim(edition: PosterEdition, candidate: Candidate) -> Runs:
    """From which level to which, with the text of the target; empty where there is no target."""
    if candidate.target is None:
        return ()
    words = edition.words
    target = written_number(candidate.target, words)
    lead = words(labels.AT_LEVEL, level=target)
    if candidate.is_reached:
        lead = words(labels.REACHED_LEVEL, level=target)
    elif candidate.level is not None:
        level = written_number(candidate.level, words)
        lead = words(labels.FROM_LEVEL_TO_LEVEL, here=level, there=target)
    question = edition.score.questionnaire.questions[candidate.question]
    option = question.option(candidate.target)
    if option is None:
        return (Run(lead.rstrip(":"), strong=True),)
    meaning = edition.short(standalone_text(question, option), _ANCHOR)
    return (Run(f"{lead} ", strong=True), meaning)


def _written(edition: PosterEdition, text: str | None, longest: int) -> Run | None:
    """What the room wrote, in the language of its profile; None where it wrote nothing."""
    if not text or not one_line(text):
        return None
    return shortened(edition.written(text, edition.score.profile), longest)


def _by_when(edition: PosterEdition, text: str | None) -> Run | None:
    """By when, a day in words; None where nothing is said."""
    if not text or not one_line(text):
        return None
    return shortened(edition.by_when(text, edition.score.profile), _BY)
