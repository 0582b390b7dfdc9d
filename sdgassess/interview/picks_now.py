"""Last year's picks in this year's questionnaire: which come over, and which cannot."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.analysis.lineage import kin, successors
from sdgassess.model.profile import Priority
from sdgassess.model.question import Comparable, Level
from sdgassess.model.questionnaire import Questionnaire


class PicksNow(NamedTuple):
    """What became of last year's picks.

    Attributes:
        kept: the picks as this year's questionnaire has them.
        left: the questions of last year whose pick did not come over.
        aimless: the questions of this year whose pick came over without its target.
    """

    kept: tuple[Priority, ...]
    left: tuple[str, ...]
    aimless: tuple[str, ...]


def picks_now(now: Questionnaire, then: Questionnaire, picks: tuple[Priority, ...]) -> PicksNow:
    """Last year's picks, each with the question that it is about now.

    A question that is only nearly the same keeps its pick, without the target: nobody has set one
    on the new levels. A question that replaces another takes its pick only where it is the same.

    Args:
        now: what is asked this year.
        then: what last year's profile answers.
        picks: what was picked last year.
    """
    rules, left = now.priorities, list[str]()
    kept: dict[str, Priority] = {}
    for pick in picks:
        question = _question(now, then, pick.question)
        full = rules is not None and len(kept) >= rules.picks
        if question is None or question in kept or full:
            left.append(pick.question)
        else:
            target = _target(now, then, question, pick.target)
            kept[question] = pick._replace(question=question, target=target)
    aimed = {one.question for one in picks if one.target is not None}
    aimless = [
        question
        for question, one in kept.items()
        if one.target is None and (kin(then, now, question).older or question) in aimed
    ]
    return PicksNow(tuple(kept.values()), tuple(left), tuple(aimless))


def _question(now: Questionnaire, then: Questionnaire, question: str) -> str | None:
    """The question that one is now; None where there is none, or only roughly under another id."""
    for one in sorted(successors(then, now).get(question, ()), key=lambda to: to != question):
        if one == question or kin(then, now, one).comparable is Comparable.EXACT:
            return one
    return None


def _target(
    now: Questionnaire, then: Questionnaire, question: str, target: Level | None
) -> Level | None:
    """A target on the levels of now; None where they are not exactly those of then."""
    related, rules = kin(then, now, question), now.priorities
    if target is None or related.comparable is not Comparable.EXACT:
        return None
    found = target if related.levels is None else related.levels.get(target)
    if found is None or now.questions[question].option(found) is None:
        return None
    return found if rules is None or found >= rules.lowest_target else None
