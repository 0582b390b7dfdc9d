"""The frame: asked just before the first answer that is counted of it, and shown beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import AtContext, AtQuestion
from sdgassess.interview.state.route import route, whole_route
from sdgassess.model.condition import Operator, Subject, SubjectKind, Term
from sdgassess.model.node import Node
from sdgassess.model.profile import Count
from sdgassess.model.question import Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import ContextKind, ContextQuestion
from sdgassess.typed.keys import count_typed
from tests.given.profiles import assessed, profile
from tests.given.questionnaires import nordic
from tests.interview.looking import answer, profile_of

Begin = Callable[..., Interview]

HOW_MANY = ContextQuestion(
    "administrations",
    Text({"en": "How many administrations does it concern?", "da": "Hvor mange forvaltninger?"}),
    ContextKind.NUMBER,
    in_quick=True,
    frame=True,
)


def counting(rules: Questionnaire, *questions: str) -> Questionnaire:
    """The questionnaire with a frame of which some questions are counted."""

    def counted(node: Node) -> Node:
        return node._replace(
            parts=tuple(counted(part) for part in node.parts),
            questions=tuple(
                q._replace(of=HOW_MANY.id) if q.id in questions else q for q in node.questions
            ),
        )

    parts = tuple(counted(part) for part in rules.parts)
    return rules._replace(parts=parts, context=(*rules.context, HOW_MANY))


def order(rules: Questionnaire) -> list[str]:
    """What is asked, in order."""
    return [stop.id for stop in whole_route(rules, quick=False)]


def first_questions(rules: Questionnaire) -> list[str]:
    """The questions in the order in which they are asked."""
    return [stop.id for stop in whole_route(rules, quick=False) if isinstance(stop, AtQuestion)]


def test_the_frame_is_asked_just_before_the_first_answer_that_needs_it(
    small: Questionnaire,
) -> None:
    first, second, third, *_ = first_questions(small)
    asked = order(counting(small, second, third))
    assert asked.index(HOW_MANY.id) == asked.index(second) - 1
    assert asked.count(HOW_MANY.id) == 1
    assert first in asked


def test_it_is_never_asked_before_the_first_question(small: Questionnaire) -> None:
    first, second, third, *_ = first_questions(small)
    asked = order(counting(small, first, third))
    assert asked.index(HOW_MANY.id) == asked.index(third) - 1
    assert asked.index(second) < asked.index(HOW_MANY.id)
    assert HOW_MANY.id not in order(counting(small, first))


def test_what_was_set_beforehand_is_not_asked_and_stands_beside_the_anchors(
    small: Questionnaire, asked: Callable[..., Interview], begin: Begin
) -> None:
    rules = counting(small, *first_questions(small)[1:])
    known = profile_of(asked())._replace(context={HOW_MANY.id: 6})
    interview = begin(known, questionnaire=rules)
    screens = []
    for _ in range(12):
        phase = interview.sitting.phase
        assert phase != AtContext(HOW_MANY.id)
        screens.append(" ".join(interview.screen.lines))
        interview = interview.take("1").interview
    beside = "How many administrations does it concern? 6"
    assert any(beside in screen for screen in screens)


def test_who_goes_past_it_is_not_asked_again(
    small: Questionnaire, asked: Callable[..., Interview], begin: Begin
) -> None:
    """Neither at the end of the sitting, nor on a later day."""
    rules = counting(small, *first_questions(small)[1:])
    interview = begin(profile_of(asked()), questionnaire=rules)
    times = 0
    while not interview.over:
        at_frame = interview.sitting.phase == AtContext(HOW_MANY.id)
        times += at_frame
        interview = interview.take("" if at_frame else typed_anywhere(interview)).interview
    assert times == 1
    assert HOW_MANY.id not in profile_of(interview).context

    interview = begin(profile_of(asked()), questionnaire=rules)
    while interview.sitting.phase != AtContext(HOW_MANY.id):
        interview = interview.take(typed_anywhere(interview)).interview
    interview = interview.take("").interview
    assert isinstance(interview.sitting.phase, AtQuestion)
    later = begin(profile_of(interview.take("1").interview), questionnaire=rules)
    assert later.sitting.phase != AtContext(HOW_MANY.id)


@pytest.mark.parametrize(("level", "times"), [("0", 0), ("1", 1), ("u", 0)])
def test_it_is_asked_only_where_the_answer_before_it_gives_it_a_meaning(
    small: Questionnaire, asked: Callable[..., Interview], begin: Begin, level: str, times: int
) -> None:
    first, second, *_ = first_questions(small)
    only = HOW_MANY._replace(
        ask_if=Term(Subject(SubjectKind.QUESTION, first), Operator.AT_LEAST, 1)
    )
    rules = counting(small, second)
    rules = rules._replace(context=(*rules.context[:-1], only))
    interview = begin(profile_of(asked()), questionnaire=rules)
    met = 0
    for _ in range(40):
        at_frame = interview.sitting.phase == AtContext(HOW_MANY.id)
        met += at_frame
        typed = typed_anywhere(interview)
        if interview.sitting.phase == AtQuestion(first):
            typed = level
        interview = interview.take("6" if at_frame else typed).interview
    assert met == times


@pytest.mark.parametrize(
    ("question", "unasked"),
    [
        ("EXT1", {"partnerships"}),
        ("POL1", {"goals", "months-since-decision", "started-since"}),
    ],
)
def test_a_zero_leaves_what_it_makes_meaningless_unasked(question: str, unasked: set[str]) -> None:
    """No number of partnerships where there are none, no months since what was not decided."""
    for level in (0, 1):
        answered = profile(dict.fromkeys(nordic().questions, 1) | {question: level})
        asked = {stop.id for stop in route(nordic(), answered, quick=False)}
        assert (asked & unasked == unasked) == (level > 0)
    none_runs = assessed(1)._replace(context={"initiatives": 0})
    some_run = assessed(1)._replace(context={"initiatives": 3})
    asked_of = [
        {stop.id for stop in route(nordic(), given, quick=False)}
        for given in (none_runs, some_run)
    ]
    assert ["initiatives-known" in each for each in asked_of] == [False, True]


def typed_anywhere(interview: Interview) -> str:
    """Something that is taken wherever a sitting stands."""
    phase = interview.sitting.phase
    if isinstance(phase, AtQuestion):
        return "1"
    return "u" if isinstance(phase, AtContext) else "n"


def test_a_count_is_typed_behind_the_level(
    small: Questionnaire, asked: Callable[..., Interview], begin: Begin
) -> None:
    first = first_questions(small)[0]
    interview = begin(profile_of(asked()), questionnaire=counting(small, first))
    while interview.sitting.phase != AtQuestion(first):
        interview = interview.take(f"g {first}").interview
    assert "counts 4 of 6 beside it" in " ".join(interview.screen.lines)
    refusal = interview.take("2 7/6")
    assert "7/6: that is more than there are." in " ".join(refusal.reply)
    assert answer(refusal.interview) is None
    interview = interview.take("2 4/6").interview
    recorded = answer(interview)
    assert recorded is not None
    assert (str(recorded.level), recorded.count) == ("2", Count(4, 6))
    again = interview.take(f"g {first}").interview
    assert "Counted: 4 of 6" in " ".join(again.screen.lines)


@pytest.mark.parametrize(
    ("typed", "count"),
    [("4/6", Count(4, 6)), ("0 / 6", Count(0, 6)), ("7/6", None), ("4", None), ("-1/6", None)],
)
def test_what_a_count_is(typed: str, count: Count | None) -> None:
    assert count_typed(typed) == count


def test_a_count_behind_a_question_that_is_not_counted_is_refused(
    asked: Callable[..., Interview],
) -> None:
    interview = asked()
    before = profile_of(interview)
    assert profile_of(interview.take("2 4/6").interview) == before
