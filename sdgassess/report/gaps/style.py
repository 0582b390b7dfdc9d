"""Style in a gap report: where each axis stands, what to keep an eye on; never good or bad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.analysis.own_way import still_to_watch
from sdgassess.document.blocks import Block, Bullets, Figure, Heading, heading, labelled, paragraph
from sdgassess.document.charts.style_axis import (
    Condition,
    StyleAxis,
    StyleItem,
    Zone,
    style_axis,
)
from sdgassess.document.runs import Run, Runs
from sdgassess.model.unscored import Axis, AxisKind
from sdgassess.phrases import labels
from sdgassess.phrases.levels import NO_POSITION_YET, NOT_ANSWERED
from sdgassess.phrases.patterns import position_name
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.scoring.style import NEITHER_YET, StyleResult


def style_part(edition: GapEdition) -> Iterator[Block]:
    """Each axis that was answered: a picture for poles, a line for choices."""
    words = edition.words
    axes = {axis.id: axis for axis in edition.score.questionnaire.style}
    answered = [result for result in edition.score.style if result.position or result.items]
    if not answered:
        return
    yield heading(words(labels.STYLE))
    choices: list[Runs] = []
    for result in answered:
        axis = axes[result.axis]
        if axis.kind is AxisKind.POLES:
            yield from _poles(edition, axis, result)
        else:
            names = ", ".join(position_name(axis, place, words) for place in result.position)
            choices.append((Run(f"{edition.line(axis.title)}: ", strong=True), Run(names)))
    if choices:
        yield heading(words("The other axes"), 3)
        yield Bullets(tuple(choices))


def _poles(edition: GapEdition, axis: Axis, result: StyleResult) -> Iterator[Block]:
    """An axis between two poles: the position, what to keep an eye on, and the picture."""
    words = edition.words
    yield Heading(3, (edition.say(axis.title),))
    if not result.position:
        yield paragraph(words("One of two answers gives no position: the other is open."))
    watch = still_to_watch(edition.score, result, edition.subject.own_way)
    for position in result.position:
        yield labelled(words("Position"), Run(position_name(axis, position, words)))
        rules = next((place for place in axis.positions if place.id == position), None)
        told = edition.subject.own_way is not None  # on the page of practice, with its conditions
        if watch and not told and rules is not None and rules.watch_because is not None:
            yield labelled(words("Why keep an eye on it"), edition.say(rules.watch_because))
    if watch and edition.subject.own_way is None:
        yield labelled(words("Keep an eye on"))
        yield Bullets(tuple(edition.standing(question) for question in watch))
    yield Figure(_axis_chart(edition, axis, result))


def _axis_chart(edition: GapEdition, axis: Axis, result: StyleResult) -> StyleAxis:
    """A style axis with its places, its items, and what to keep an eye on."""
    return style_axis(
        edition.line(axis.title),
        _zones(edition, axis, result),
        _items(edition, axis, result),
        _conditions(edition, axis),
        edition.words,
    )


def _zones(edition: GapEdition, axis: Axis, result: StyleResult) -> tuple[Zone, ...]:
    """The places of an axis, with the references that stand there."""
    return tuple(
        Zone(
            edition.line(place.title),
            ours=place.id in result.position,
            references=tuple(_references_at(edition, axis.id, place.id)),
            aside=place.id == NEITHER_YET,
        )
        for place in axis.positions
    )


def _references_at(edition: GapEdition, axis: str, position: str) -> Iterator[str]:
    """The references on a place of an axis as a whole."""
    for against in edition.against:
        places = against.reference.style.get(axis, ())
        if any(position in place.position for place in places if place.item is None):
            yield edition.line(against.reference.name)


def _items(edition: GapEdition, axis: Axis, result: StyleResult) -> tuple[StyleItem, ...]:
    """The items of an axis with what was answered."""
    rows = []
    for item in axis.items:
        answer = result.items.get(item.id)
        placeholder = edition.words(NO_POSITION_YET) if answer == NEITHER_YET else ""
        rows.append(
            StyleItem(
                edition.line(item.text),
                edition.line(item.low),
                edition.line(item.high),
                answer if isinstance(answer, int) else None,
                placeholder if answer is not None else edition.words(NOT_ANSWERED),
                reach=axis.reach,
            )
        )
    return tuple(rows)


def _conditions(edition: GapEdition, axis: Axis) -> tuple[Condition, ...]:
    """What more than one way of working must keep an eye on, with where it stands."""
    ways = {place.watch for place in axis.positions}
    watched = Counter(question for watch in ways for question in set(watch))
    return tuple(
        Condition(f"{question} {edition.question(question).text}", edition.score.level(question))
        for question in edition.score.questions
        if watched[question] > 1
    )
