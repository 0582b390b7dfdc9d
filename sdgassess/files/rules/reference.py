"""What a schema cannot say about a reference: one small check per rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.values import level_of, level_on, plain, scale_words
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import Axis
from sdgassess.problem import Problem

_DOCUMENTED_NEEDS = ("confidence", "quote", "source")


def check_reference(reference: Entry, questionnaire: Questionnaire) -> list[Problem]:
    """Everything that is wrong with a reference beyond its shape."""
    return [problem for rule in RULES for problem in rule(reference, questionnaire)]


def points_are_about_questions(
    reference: Entry, questionnaire: Questionnaire
) -> Iterator[Problem]:
    """A point belongs to a question of the questionnaire."""
    for key, point in reference["points"].entries():
        if key in questionnaire.nodes:
            if questionnaire.nodes[key].roll_up is None:
                yield point.problem_at_key("P311", id=key)
        elif key not in questionnaire.questions and fits_id(key):
            about = {"questionnaire": questionnaire.id, "version": questionnaire.version}
            facts = near_fact(key, questionnaire.questions)
            yield point.problem_at_key("P301", id=key, **about, **facts)


def bounds_are_on_the_scale(reference: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """Bounds are values of the question, the lower one not above the upper one."""
    for key, point in reference["points"].entries():
        bounds = {}
        for bound in ("at_least", "at_most"):
            bounds[bound], scale = _bound(questionnaire, key, point[bound])
            if scale and bound in point and bounds[bound] is None:
                facts = {"id": key, "level": point[bound].shown}
                yield point[bound].problem("P302", **facts, scale=scale)
        low, high = bounds["at_least"], bounds["at_most"]
        if low is not None and high is not None and low > high:
            yield point["at_least"].problem("P303", id=key)


def _bound(questionnaire: Questionnaire, key: str, entry: Entry) -> tuple[Level | None, str]:
    """A bound as a level, and the scale that it should be on; none for what is no question.

    A part, and a question whose answers are added up, can stand anywhere between two ends.
    """
    question, node = questionnaire.questions.get(key), questionnaire.nodes.get(key)
    if question is not None and not question.several:
        return level_on(question, entry.value), scale_words(question.options)
    if question is not None:
        low, high = question.lowest, question.highest
    elif node is not None and node.roll_up is not None:
        low, high = questionnaire.reach.of(node)
    else:
        return None, ""
    level = level_of(entry.value)
    within = level is not None and low <= level <= high
    return level if within else None, f"{plain(low)} … {plain(high)}"


def points_say_why(reference: Entry, _: Questionnaire) -> Iterator[Problem]:
    """A documented point has its words, source and confidence; a constructed one its reason."""
    if reference["kind"].value == "target":
        return  # one's own, which needs no reason
    documented = reference["kind"].value == "documented"
    needed = _DOCUMENTED_NEEDS if documented else ("reason",)
    for key, point in reference["points"].entries():
        missing = tuple(name for name in needed if name not in point)
        if missing and isinstance(point.value, dict):
            code = "P305" if documented else "P306"
            yield point.problem_at_key(code, id=key, missing=missing)


def sources_are_listed(reference: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A source is a line in one of the documents that the questionnaire lists."""
    listed = [source.id for source in questionnaire.sources]
    points = [point for _, point in reference["points"].entries()]
    for statement in (*points, *reference["style"].items()):
        word = statement["source"].word
        if word and questionnaire.source(word) is None:
            yield statement["source"].problem("P307", source=word, allowed=tuple(listed))
        if "quote" in statement and "source" not in statement and statement.path[0] == "style":
            yield statement["quote"].problem_at_key("P310")


def style_positions_exist(reference: Entry, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A style position is a place on an axis of the questionnaire."""
    axes = {axis.id: axis for axis in questionnaire.style}
    for style in reference["style"].items():
        word = style["axis"].word
        if word in axes:
            yield from _positions(axes[word], style)
        elif word is not None and fits_id(word):
            allowed = tuple(axes)
            yield style["axis"].problem("P308", id=word, allowed=allowed, **near_fact(word, axes))
    for _, point in reference["points"].entries():
        for key, position in point["style"].entries():
            if key in axes:
                yield from _places(axes[key], [position])
            elif fits_id(key):
                facts = near_fact(key, axes)
                yield position.problem_at_key("P308", id=key, allowed=tuple(axes), **facts)


def _positions(axis: Axis, style: Entry) -> Iterator[Problem]:
    """The item and the positions that a reference names on an axis."""
    position = style["position"]
    if "item" in style:
        yield from _listed(axis, [style["item"]], [item.id for item in axis.items])
    yield from _places(axis, list(position.items()) or [position])


def _places(axis: Axis, positions: list[Entry]) -> Iterator[Problem]:
    """Positions that the axis has."""
    places = [place.id for place in axis.positions] + [option.id for option in axis.options]
    yield from _listed(axis, positions, places)


def _listed(axis: Axis, entries: list[Entry], allowed: list[str]) -> Iterator[Problem]:
    """Words that are among those of an axis."""
    for entry in entries:
        word = entry.word
        if word is not None and fits_id(word) and word not in allowed:
            facts = near_fact(word, allowed)
            yield entry.problem("P309", id=word, axis=axis.id, allowed=tuple(allowed), **facts)


RULES: tuple[Callable[[Entry, Questionnaire], Iterator[Problem]], ...] = (
    points_are_about_questions,
    bounds_are_on_the_scale,
    points_say_why,
    sources_are_listed,
    style_positions_exist,
)
