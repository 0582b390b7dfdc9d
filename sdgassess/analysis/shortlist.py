"""The candidates that are shown and those that are suggested, cut where nothing is cut apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from sdgassess.analysis.candidates import Candidate, Equals, Ranking
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import PriorityRules

Tied = tuple[tuple[str, ...], ...]
"""Groups of questions that stand alike across a cut."""


class Shortlist(NamedTuple):
    """The first candidates, ranked, and the group that would have to be cut apart for more."""

    candidates: tuple[Candidate, ...]
    tied: Tied = ()


def shortlisted(ranking: Ranking, rules: PriorityRules, questionnaire: Questionnaire) -> Shortlist:
    """The first candidates: one per factor but for equals, and a way out of each high risk.

    Args:
        ranking: every candidate in its order.
        rules: how many are shown and picked. More are shown only where more high risks need a way
            out, or where equals would leave fewer than can be picked.
        questionnaire: which question belongs to which factor.

    Returns:
        The candidates with their ranks; equals share one. A group that no longer fits stays out.
    """
    required: set[str] = set()
    while True:
        shortlist = _filled(ranking, rules, required, questionnaire)
        missing = _ways_missing(ranking, shortlist, rules.candidates)
        if missing <= required:
            return shortlist
        required |= missing


class Suggestions(NamedTuple):
    """What to begin with.

    Attributes:
        candidates: what is suggested.
        tied: groups that stand alike where the suggestions end, or of which one is enough.
        either: of those the groups of which one is enough, since each leads out of the same risk.
    """

    candidates: tuple[Candidate, ...]
    tied: Tied = ()
    either: Tied = ()


def suggestions(shortlist: Shortlist, picks: int, ranking: Ranking) -> Suggestions:
    """The candidates to begin with; of ways out of one risk that stand alike one is due."""
    suggested: list[Candidate] = []
    either: list[tuple[str, ...]] = []
    for _, group in groupby(shortlist.candidates, key=lambda candidate: candidate.rank):
        equals, left = list(group), picks - len(suggested) - len(either)
        if not left:
            break
        if ranking.is_either(equals):
            either.append(_ids(equals))
        elif len(equals) > left:
            return Suggestions(tuple(suggested), (*either, _ids(equals)), tuple(either))
        else:
            suggested += equals
    return Suggestions(tuple(suggested), tuple(either), tuple(either))


def _filled(
    ranking: Ranking, rules: PriorityRules, required: set[str], questionnaire: Questionnaire
) -> Shortlist:
    """The first groups that fit beside what is required."""
    left = rules.candidates - len(required)
    factors = {questionnaire.factor_of[question].id for question in required}
    listed: list[Candidate] = []
    tied: Tied = ()
    for group in ranking.groups:
        free = [
            candidate
            for candidate in group
            if candidate.question not in required
            and questionnaire.factor_of[candidate.question].id not in factors
        ]
        most = left
        if len(listed) < rules.picks and left > 0:
            most += rules.candidates  # few and long is better than none
        if len(free) > most:
            tied = tied or (_ids(free),) if left > 0 else tied
            left, free = 0, []
        left = max(left - len(free), 0)
        factors |= {questionnaire.factor_of[candidate.question].id for candidate in free}
        listed += [c for c in group if c in free or c.question in required]
    return Shortlist(tuple(_ranked(listed, ranking.groups)), tied)


def _ways_missing(ranking: Ranking, shortlist: Shortlist, room: int) -> set[str]:
    """The best ways out of high risks that nothing listed leads out of; equals all together."""
    listed = {candidate.question for candidate in shortlist.candidates}
    missing: set[str] = set()
    for ways in ranking.ways_out.values():
        if ways.questions & listed:
            continue
        groups = ({c.question for c in group} & ways.questions for group in ranking.groups)
        best = next((group for group in groups if group), set())
        missing |= best if len(best) <= room else set()
    return missing


def _ranked(listed: Sequence[Candidate], groups: Sequence[Equals]) -> Iterator[Candidate]:
    """Candidates with their rank: the place of the first of their equals."""
    group_of = {c.question: place for place, group in enumerate(groups) for c in group}
    rank = 1
    for place, candidate in enumerate(listed, start=1):
        if place > 1 and group_of[candidate.question] != group_of[listed[place - 2].question]:
            rank = place
        yield replace(candidate, rank=rank)


def _ids(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """The questions of candidates."""
    return tuple(candidate.question for candidate in candidates)
