"""What tests of years share: a small questionnaire in several versions, and years of answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.model.node import Node
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Level,
    Question,
    Text,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

ONE = nordic()


def version(number: str, *questions: Question, without: Sequence[str] = ()) -> Questionnaire:
    """A later version, in which some questions are others, new or gone.

    A question with a new id hangs last on the factor that its letters name.
    """
    changed = {question.id: question for question in questions}

    def node(one: Node) -> Node:
        kept = [changed.get(q.id, q) for q in one.questions if q.id not in without]
        known = {q.id for q in one.questions}
        added = [q for q in questions if q.id not in known and q.id.rstrip("0123456789") == one.id]
        parts = tuple(node(part) for part in one.parts)
        return one._replace(questions=(*kept, *added) if one.questions else (), parts=parts)

    return replace(ONE, version=number, parts=tuple(node(part) for part in ONE.parts))


def reworded(question: str, since: str = "1.1", kin: Comparable = Comparable.NONE) -> Question:
    """A question in other words, with what its history says."""
    one = ONE.questions[question]
    told = Change(since, ChangeKind.REWORDED, kin)
    text = Text({language: f"{words}?" for language, words in one.text.words.items()})
    return one._replace(text=text, history=(*one.history, told))


def rescaled(
    question: str, levels: Mapping[int, int] | None, kin: Comparable, since: str = "1.1"
) -> Question:
    """A question with other anchors, with a map from its older levels where there is one."""
    one = reworded(question)
    mapped = {Level(a): Level(b) for a, b in levels.items()} if levels is not None else None
    told = Change(since, ChangeKind.RESCALED, kin, levels=mapped)
    options = tuple(o._replace(text=Text({"da": f"{o.value}!"})) for o in one.options)
    return one._replace(options=options, history=(told,))


def added(question: str, like: str) -> Question:
    """A new question."""
    return ONE.questions[like]._replace(
        id=question, core=False, history=(Change("1.1", ChangeKind.ADDED, Comparable.NONE),)
    )


def year(
    answers: Mapping[str, object],
    date: str = "2026-03-12",
    *,
    scope: str = "full",
    rules: Questionnaire = ONE,
    basis: Basis = Basis.ANSWERED,
    **more: object,
) -> Score:
    """One year's score."""
    ref = QuestionnaireRef(rules.id, rules.version)
    one: Profile = replace(
        profile(answers, scope=scope, ref=ref),
        date=dt.date.fromisoformat(date),
        **more,  # type: ignore[arg-type]  # fields of a profile, as a test names them
    )
    return score(rules, one, basis)


def years(*scores: Score) -> Years:
    """Several years side by side."""
    return Years([Column(f"{one.profile.date}.yaml", one) for one in scores])
