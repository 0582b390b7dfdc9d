"""From results to the rows of charts: factors, voices, levels, style axes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from sdgassess.document.charts.distribution import LevelCount, OtherCount
from sdgassess.document.charts.ladder import LadderRow, Pick, QuestionLevel
from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.document.charts.style_axis import (
    Condition,
    StyleAxis,
    StyleItem,
    Zone,
    style_axis,
)
from sdgassess.document.charts.voices import VoiceMark, VoiceRow
from sdgassess.model.profile import State
from sdgassess.model.question import Level
from sdgassess.model.unscored import Axis
from sdgassess.phrases.levels import STATES
from sdgassess.phrases.questions import role_name
from sdgassess.report.gaps.edition import Assessed
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.style import NEITHER_YET, StyleResult


def scale_of(told: Assessed) -> Scale:
    """The scale with its names; where a questionnaire names none, the values of its questions."""
    rules = told.score.questionnaire
    if rules.scale:
        return Scale(tuple(Rung(one.value, told.spoken(one.text)) for one in rules.scale))
    values = {option.value for asked in rules.questions.values() for option in asked.options}
    return Scale(tuple(Rung(value) for value in sorted(values)))


def ladder_rows(told: Assessed) -> tuple[LadderRow, ...]:
    """A row per factor, in the order of the questionnaire, for committees that know it."""
    return tuple(_row(told, found) for found in told.score.factors.values())


def _row(told: Assessed, found: NodeResult) -> LadderRow:
    """A factor with what it is made of; a target only for what was picked."""
    score, rolled = told.score, found.rolled
    applies = rolled.status is not LevelStatus.NOT_APPLICABLE
    placeholder = told.words("no level yet") if applies else told.words("not applicable")
    known = [key for key in found.levels if score.questions[key].answered is not None]
    open_ones = [
        key
        for key in found.levels
        if key not in known and score.questions[key].state is not State.NOT_APPLICABLE
    ]
    gate = found.gate
    return LadderRow(
        title=told.title(found.id),
        level=found.level,
        placeholder="" if found.level is not None else placeholder,
        answered=found.answered_level,
        backed=found.backed_level,
        before_gate=gate.raw if gate is not None else None,
        gate=", ".join(_named(told, key) for key in gate.inputs) if gate is not None else "",
        interval=rolled.interval if applies else None,
        questions=tuple(_question_level(told, key) for key in known),
        unanswered=len(open_ones),
        picks=tuple(_picks(told, found)),
    )


def _named(told: Assessed, key: str) -> str:
    """A gate's input: a factor by its title, a question by its id."""
    return told.title(key) if key in told.score.factors else key


def _question_level(told: Assessed, question: str) -> QuestionLevel:
    """A question that has a level."""
    found = told.score.questions[question]
    assert found.answered is not None, "only asked of questions with a level"
    return QuestionLevel(found.answered, found.backed)


def _picks(told: Assessed, found: NodeResult) -> Iterator[Pick]:
    """The picked priorities of a factor; what is only suggested is no target."""
    priorities = told.report.priorities
    for one in priorities.chosen if priorities.picked else ():
        if one.question in found.levels and one.level is not None and one.target is not None:
            yield Pick(one.question, one.level, one.target)


def level_counts(told: Assessed) -> tuple[tuple[LevelCount, ...], tuple[OtherCount, ...]]:
    """How many questions stand at each level, how many of them are backed, and the others."""
    found = told.score.questions.values()
    levels = Counter(one.answered for one in found if one.answered is not None)
    backed = Counter(
        one.answered for one in found if one.answered is not None and one.backed == one.answered
    )
    rungs = scale_of(told).rungs
    states = Counter(one.state for one in found if one.state is not None)
    others = [(told.words(STATES[state]), count) for state, count in states.items()]
    return (
        tuple(LevelCount(rung, levels[rung.value], backed[rung.value]) for rung in rungs),
        tuple(OtherCount(word, count) for word, count in others),
    )


def voice_rows(told: Assessed, questions: Sequence[str]) -> tuple[VoiceRow, ...]:
    """The voices of some questions; roles only with a yes to showing them (domain model §3.5)."""
    return tuple(_voices(told, question) for question in questions)


def _voices(told: Assessed, question: str) -> VoiceRow:
    """One question's voices, sorted by level, so that their order tells nothing either."""
    score = told.score
    named = bool(score.profile.consent)
    marks = [
        VoiceMark(voice.level, role_name(score, voice.role, told.words) if named else "")
        for voice in score.profile.answers[question].voices
    ]
    marks.sort(key=lambda mark: (mark.level is None, mark.level or Level(0), mark.role))
    found = score.questions[question]
    title = f"{question} {told.question(question).text}"
    return VoiceRow(title, tuple(marks), found.answered, found.disagreement)


def axis_chart(told: Assessed, axis: Axis, found: StyleResult) -> StyleAxis:
    """A style axis with its places, its items, and what to keep an eye on."""
    return style_axis(
        told.spoken(axis.title),
        _zones(told, axis, found),
        _items(told, axis, found),
        _conditions(told, axis),
        told.words,
    )


def _zones(told: Assessed, axis: Axis, found: StyleResult) -> tuple[Zone, ...]:
    """The places of an axis, with the references that stand there."""
    return tuple(
        Zone(
            told.spoken(place.title),
            ours=place.id in found.position,
            references=tuple(_standing(told, axis.id, place.id)),
            aside=place.id == NEITHER_YET,
        )
        for place in axis.positions
    )


def _standing(told: Assessed, axis: str, position: str) -> Iterator[str]:
    """The references on a place of an axis as a whole."""
    for one in told.report.against:
        places = one.reference.style.get(axis, ())
        if any(position in place.position for place in places if place.item is None):
            yield told.spoken(one.reference.name)


def _items(told: Assessed, axis: Axis, found: StyleResult) -> tuple[StyleItem, ...]:
    """The items of an axis with what was answered."""
    rows = []
    for item in axis.items:
        answer = found.items.get(item.id)
        placeholder = told.words("neither yet") if answer == NEITHER_YET else ""
        rows.append(
            StyleItem(
                told.spoken(item.text),
                told.spoken(item.low),
                told.spoken(item.high),
                answer if isinstance(answer, int) else None,
                placeholder if answer is not None else told.words("not answered"),
                reach=axis.reach,
            )
        )
    return tuple(rows)


def _conditions(told: Assessed, axis: Axis) -> tuple[Condition, ...]:
    """What more than one way of working must keep an eye on, with where it stands (§3.8)."""
    ways = {place.watch for place in axis.positions}
    watched = Counter(question for watch in ways for question in set(watch))
    return tuple(
        Condition(f"{question} {told.question(question).text}", told.score.level(question))
        for question in told.score.questions
        if watched[question] > 1
    )
