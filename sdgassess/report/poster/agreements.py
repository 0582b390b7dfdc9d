"""What is agreed on a poster: the picks of the room, else the suggestions, with room to write."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.analysis.priorities import Candidate, Priorities
from sdgassess.document.blocks import Run, Runs
from sdgassess.document.figures import written_number
from sdgassess.document.passage import own_day, own_words
from sdgassess.document.poster import PosterAgreement, PosterAim
from sdgassess.language import Words
from sdgassess.model.profile import Priority
from sdgassess.report.poster.rows import cut, rung, short_passage
from sdgassess.scoring.explain import steps_between
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

_FACTOR, _QUESTION, _ANCHOR = 70, 150, 220
_WHO, _BY, _FIRST_MOVE = 60, 24, 130


class Chosen(NamedTuple):
    """The questions to begin with, and whether the room picked them."""

    candidates: tuple[Candidate, ...] = ()
    picked: bool = False


def chosen(score: Score, priorities: Priorities) -> Chosen:
    """What the room picked, else what is suggested.

    A pick stands also where the questionnaire has no rules for priorities.
    """
    known = {candidate.question: candidate for candidate in priorities.chosen}
    picked = [
        known.get(pick.question)
        or Candidate(pick.question, score.level(pick.question), pick.target, (), None)
        for pick in score.profile.priorities
        if pick.question in score.questionnaire.questions
    ]
    if picked:
        return Chosen(tuple(picked), picked=True)
    return Chosen(() if priorities.picked else priorities.chosen)


def aims(score: Score, found: Chosen, words: Words) -> tuple[PosterAim, ...]:
    """The targets to draw: of what the room picked, never of suggestions."""
    if not found.picked:
        return ()
    return tuple(_aim(score, candidate, words) for candidate in found.candidates)


def agreements(score: Score, found: Chosen, words: Words) -> tuple[PosterAgreement, ...]:
    """One agreement for each of them, with what is already known."""
    picks = {pick.question: pick for pick in score.profile.priorities} if found.picked else {}
    return tuple(
        _agreement(score, candidate, picks.get(candidate.question), words)
        for candidate in found.candidates
    )


def _aim(score: Score, candidate: Candidate, words: Words) -> PosterAim:
    """Where a chosen question stands and is to be; a target that is reached is no step away."""
    level, target = candidate.level, candidate.target
    question = score.questionnaire.questions[candidate.question]
    steps = None
    if level is not None and target is not None:
        steps = steps_between(question, level, target)
    return PosterAim(
        question=candidate.question,
        level=None if level is None else rung(level, words),
        target=None if target is None else rung(target, words),
        steps=steps,
    )


def _agreement(
    score: Score, candidate: Candidate, pick: Priority | None, words: Words
) -> PosterAgreement:
    """One agreement."""
    question = score.questionnaire.questions[candidate.question]
    factor = score.questionnaire.factor_of[candidate.question]
    asked = short_passage(question.text, words, _QUESTION)
    pick = pick or Priority(candidate.question)
    return PosterAgreement(
        title=(short_passage(factor.title, words, _FACTOR),),
        question=(Run(f"{candidate.question}  "), asked),
        aim=_aim_runs(score, candidate, words),
        who=_written(score, pick.who, _WHO, words),
        by=_when(score, pick.by, words),
        first_move=_written(score, pick.first_move, _FIRST_MOVE, words),
    )


def _aim_runs(score: Score, candidate: Candidate, words: Words) -> Runs:
    """From which level to which, with the text of the target; empty where there is no target."""
    if candidate.target is None:
        return ()
    target = written_number(candidate.target, words)
    lead = words("Level {level}:", level=target)
    if candidate.level is not None:
        here = written_number(candidate.level, words)
        lead = words("From level {here} to {there}:", here=here, there=target)
    option = score.questionnaire.questions[candidate.question].option(candidate.target)
    if option is None:
        return (Run(lead.rstrip(":"), strong=True),)
    return (Run(f"{lead} ", strong=True), short_passage(option.text, words, _ANCHOR))


def _written(score: Score, text: str | None, longest: int, words: Words) -> Run | None:
    """What the room wrote, in the language of its profile; None where it wrote nothing."""
    if not text or not one_line(text):
        return None
    run = own_words(text, score.profile.language, words.language)
    return run._replace(text=cut(run.text, longest))


def _when(score: Score, text: str | None, words: Words) -> Run | None:
    """By when, a day in words; None where nothing is said."""
    if not text or not one_line(text):
        return None
    run = own_day(text, score.profile.language, words)
    return run._replace(text=cut(run.text, _BY))
