"""What is asked, in which order, and what of it is still open.

The order is the tree's and of its nodes (`Node.asked`), and context questions come before the part
they name; what belongs to the frame just before the first question
that is counted of it. A question of either kind whose condition does not hold, or cannot be
judged yet, is not asked; conditions are judged on the answered levels, exactly as in scoring.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sdgassess.interview.state.phases import AtAxis, AtContext, AtQuestion, Stop
from sdgassess.model.condition import Condition, SubjectKind, judge, subjects
from sdgassess.model.node import Node
from sdgassess.model.profile import Answer, Profile, State, StyleAnswer
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import Axis, AxisItem, AxisKind, ContextQuestion
from sdgassess.scoring.evaluation import Basis, Evaluation
from sdgassess.scoring.score import question_results


@dataclass(frozen=True)
class Position:
    """Where a question stands: its number among those that apply, and within its part."""

    number: int
    of: int
    part: Node
    number_in_part: int
    of_in_part: int


def whole_route(questionnaire: Questionnaire, quick: bool) -> tuple[Stop, ...]:
    """Every stop in scope, whether it applies or not."""
    questions = [question for question in questionnaire.context if question.in_quick or not quick]
    before: dict[str | None, list[Stop]] = {}
    framing = [question for question in questions if question.frame]
    for question in questions:
        if question.frame and questionnaire.counted_of(question.id):
            continue
        named = (
            question.before in questionnaire.nodes or question.before in questionnaire.questions
        )
        before.setdefault(question.before if named else None, []).append(AtContext(question.id))
    stops = list(before.get(None, ()))
    for part in questionnaire.parts:
        stops.extend(_below(part, quick, before))
    order = [stop.id for stop in stops if isinstance(stop, AtQuestion)]
    for question in framing:
        counted = questionnaire.first_counted(question.id, order)
        if counted is not None:
            stops.insert(stops.index(AtQuestion(counted)), AtContext(question.id))
    return tuple(stops)


def _below(node: Node, quick: bool, before: Mapping[str | None, Sequence[Stop]]) -> Iterator[Stop]:
    """The stops of a part: its context questions, its questions, its parts."""
    yield from before.get(node.id, ())
    for question in node.asked:
        if question.core or not quick:
            yield from before.get(question.id, ())
            yield AtQuestion(question.id)
    for part in node.parts:
        yield from _below(part, quick, before)


def block_of(questionnaire: Questionnaire, stop: Stop) -> Node | None:
    """The block that a stop is in: a part that groups others, at the top of the tree.

    A context question is in the block of what it comes before. None where there are no blocks.
    """
    at = stop.id
    if isinstance(stop, AtContext):
        questions = questionnaire.context
        counted = next((q.id for q in questionnaire.questions.values() if q.of == at), "")
        at = next((q.before or counted for q in questions if q.id == stop.id), "")
    for part in questionnaire.parts:
        below = {node.id for node in part.all_nodes()} | {q.id for q in part.all_questions()}
        if part.parts and at in below:
            return part
    return None


def route(questionnaire: Questionnaire, profile: Profile, quick: bool) -> tuple[Stop, ...]:
    """The stops that apply to this profile, in order."""
    applies = applicable(questionnaire, profile) | _context_applicable(questionnaire, profile)
    return tuple(stop for stop in whole_route(questionnaire, quick) if stop.id in applies)


def applicable(questionnaire: Questionnaire, profile: Profile) -> frozenset[str]:
    """The questions whose condition holds; unknown is read as false."""
    return _applying(questionnaire, profile, questionnaire.questions.values())


def _context_applicable(questionnaire: Questionnaire, profile: Profile) -> frozenset[str]:
    """The context questions whose condition holds; an answer is as good as a condition.

    Whoever answered one can look at it again, whatever was answered to the others later.
    """
    return _applying(questionnaire, profile, questionnaire.context).union(profile.context)


def _applying(
    questionnaire: Questionnaire, profile: Profile, asked: Iterable[Question | ContextQuestion]
) -> frozenset[str]:
    """Which of some questions are asked, as far as their conditions go."""
    conditions = {each.id: each.ask_if for each in asked}
    if not any(conditions.values()):
        return frozenset(conditions)
    looked_at = _looked_at(questionnaire, filter(None, conditions.values()))
    results = question_results(questionnaire, profile, looked_at)
    evaluation = Evaluation(questionnaire, profile, results, Basis.ANSWERED)
    return frozenset(
        name
        for name, condition in conditions.items()
        if condition is None or judge(condition, evaluation.look) is True
    )


def _looked_at(
    questionnaire: Questionnaire, conditions: Iterable[Condition]
) -> frozenset[str] | None:
    """The questions that conditions look at, and those that their own conditions look at.

    None where one looks at what is made of many, such as a part.
    """
    waiting, questions = list(conditions), set[str]()
    while waiting:
        for subject in subjects(waiting.pop()):
            if subject.kind is SubjectKind.CONTEXT:
                continue
            if subject.kind is not SubjectKind.QUESTION:
                return None
            question = questionnaire.questions[subject.id]
            if question.id not in questions and question.ask_if is not None:
                waiting.append(question.ask_if)
            questions.add(question.id)
    return frozenset(questions)


def is_settled(answer: Answer | None) -> bool:
    """Whether a question needs no more asking: a level, voices, or any state but `later`.

    Sealed voices settle nothing: nobody in the room has seen them.
    """
    if answer is None or answer.state is State.LATER:
        return False
    return answer.level is not None or answer.state is not None or bool(answer.open_voices)


def is_answered(answer: Answer | None) -> bool:
    """Whether a question was answered, by a level, by voices, or by *unknown* or *n/a*."""
    return is_settled(answer) and answer is not None and answer.state is not State.NOT_ASKED


def progress_of(answers: Iterable[Answer | None]) -> tuple[int, int]:
    """How many of some questions have a level or voices, and how many apply, as results count.

    Args:
        answers: the answers of the questions; None where there is none.
    """
    applying = [each for each in answers if each is None or each.state is not State.NOT_APPLICABLE]
    answered = sum(
        each is not None
        and (each.level is not None or (each.state is None and bool(each.open_voices)))
        for each in applying
    )
    return answered, len(applying)


def is_open(questionnaire: Questionnaire, stop: Stop, profile: Profile) -> bool:
    """Whether a stop still waits for its answer.

    What belongs to the frame waits only until a question that is counted of it is answered: who
    went past it is not asked again, on no later day either.
    """
    if isinstance(stop, AtContext):
        counted = questionnaire.counted_of(stop.id) if in_frame(questionnaire, stop) else ()
        answers = [profile.answers[key] for key in counted if key in profile.answers]
        passed = any(is_settled(answer) or answer.voices for answer in answers)
        return stop.id not in profile.context and not passed
    return not is_settled(profile.answers.get(stop.id))


def in_frame(questionnaire: Questionnaire, stop: Stop) -> bool:
    """Whether a stop is a context question that belongs to the frame."""
    if not isinstance(stop, AtContext):
        return False
    return any(asked.frame for asked in questionnaire.context if asked.id == stop.id)


def lacks_voice(question: Question, profile: Profile, person: str) -> bool:
    """Whether a question is put to a person's role and has no voice of that person yet.

    A single respondent is asked everything, whatever the role (model.md: Who answers).
    """
    role = next(
        (participant.role for participant in profile.participants if participant.id == person),
        None,
    )
    put_to = not question.roles or role in question.roles or len(profile.participants) == 1
    answer = profile.answers.get(question.id)
    return put_to and not any(voice.by == person for voice in (answer.voices if answer else ()))


def is_put_off(
    questionnaire: Questionnaire, stop: Stop, profile: Profile, put_off: frozenset[str]
) -> bool:
    """Whether an open stop was put off: stored as `later`, or a context question left open."""
    if isinstance(stop, AtContext):
        return stop.id in put_off and is_open(questionnaire, stop, profile)
    answer = profile.answers.get(stop.id)
    return answer is not None and not is_settled(answer)


def position(questionnaire: Questionnaire, stops: Sequence[Stop], question: Question) -> Position:
    """Where a question stands among the stops that apply; one out of scope counts as the first."""
    part = questionnaire.factor_of[question.id]
    ids = [stop.id for stop in stops if isinstance(stop, AtQuestion)]
    beside = [identity for identity in ids if questionnaire.factor_of[identity] is part]
    return Position(
        number=ids.index(question.id) + 1,
        of=len(ids),
        part=part,
        number_in_part=beside.index(question.id) + 1,
        of_in_part=len(beside),
    )


def style_walk(questionnaire: Questionnaire) -> tuple[AtAxis, ...]:
    """Every style question, in order."""
    walk: list[AtAxis] = []
    for axis in questionnaire.style:
        if axis.kind is AxisKind.POLES:
            walk.extend(AtAxis(axis.id, item.id) for item in axis.items)
        else:
            walk.append(AtAxis(axis.id))
    return tuple(walk)


def first_open_style(questionnaire: Questionnaire, profile: Profile) -> AtAxis | None:
    """The first style question without an answer, or None."""
    walk = style_walk(questionnaire)
    return next((at for at in walk if style_answer(profile, at) is None), None)


def axis_of(questionnaire: Questionnaire, at: AtAxis) -> Axis:
    """The axis that a style question belongs to."""
    return next(axis for axis in questionnaire.style if axis.id == at.axis)


def item_of(axis: Axis, at: AtAxis) -> AxisItem | None:
    """The item of a style question between poles."""
    return next((item for item in axis.items if item.id == at.item), None)


def style_answer(profile: Profile, at: AtAxis) -> StyleAnswer | int | None:
    """What was answered to a style question, or None."""
    answer = profile.style.get(at.axis)
    if at.item is None:
        return answer
    return answer.get(at.item) if isinstance(answer, Mapping) else None


def with_style(profile: Profile, at: AtAxis, answer: StyleAnswer | int | None) -> Profile:
    """The profile with a style answer, or without it."""
    style = dict(profile.style)
    if at.item is None:
        stored: object = answer
    else:
        before = style.get(at.axis)
        items = dict(before) if isinstance(before, Mapping) else {}
        if isinstance(answer, int | str):
            items[at.item] = answer
        else:
            items.pop(at.item, None)
        stored = items or None
    if isinstance(stored, str | tuple | Mapping):
        style[at.axis] = stored
    else:
        style.pop(at.axis, None)
    return profile._replace(style=style)
