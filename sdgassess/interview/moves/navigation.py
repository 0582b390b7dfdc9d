"""Where to go next: onward to what is open, one step back or forward, or straight to a place.

Going anywhere never changes an answer. Untouched stops come before those that were put off, and
those are offered again once; what belongs to the frame is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from sdgassess.interview.moves import pause, rest
from sdgassess.interview.moves.rounds import round_returned_to
from sdgassess.interview.state.phases import (
    AtQuestion,
    Finishing,
    OfferingRest,
    OfferingStyle,
    Practising,
    Stop,
)
from sdgassess.interview.state.route import (
    block_of,
    first_open_style,
    in_frame,
    is_open,
    is_put_off,
    whole_route,
)
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_
from sdgassess.model.node import Node
from sdgassess.text import echoed
from sdgassess.typed.keys import whole_typed

AT_THE_FIRST = N_("This is the first question.")


def begin(sitting: Sitting) -> Sitting:
    """From the opening to the practice question, or past it where there is none."""
    if sitting.setting.questionnaire.practice is None:
        return onward(sitting)
    return sitting.at(Practising())


def onward(sitting: Sitting, after: Stop | None = None) -> Sitting:
    """To the next open stop after one, from there round to the first; at the end to the close.

    Where that leads out of a block that is done, its end is told first.
    """
    if sitting.agenda:
        return _ahead(_discussed(sitting, after), after)
    ahead = _ahead(replace(sitting, reply=()), after)
    block = block_of(sitting.setting.questionnaire, after) if after else None
    if block is None or block.id in sitting.paused or _still_in(ahead, block):
        return replace(ahead, reply=(*sitting.reply, *ahead.reply))
    return pause.after_block(sitting, ahead, block)


def _ahead(sitting: Sitting, after: Stop | None) -> Sitting:
    """To the next stop that waits, or to the close."""
    stops = sitting.way
    start = stops.index(after) + 1 if after in stops else 0
    turned = (*stops[start:], *stops[:start])
    put_off = [stop for stop in stops if sitting.put_aside(stop)]
    offered = [stop for stop in put_off if not in_frame(sitting.setting.questionnaire, stop)]
    for place, stop in enumerate(turned):
        if sitting.waits(stop) and stop not in put_off:
            return _past(sitting, turned[:place]).at(stop)
    for stop in offered:
        if stop not in sitting.revisited:
            return _again(sitting, stop, offered)
    return closing(sitting)


def _discussed(sitting: Sitting, stop: Stop | None) -> Sitting:
    """The sitting with a question of its agenda counted as talked about."""
    return sitting if stop is None else replace(sitting, discussed=sitting.discussed | {stop.id})


def _past(sitting: Sitting, stops: Sequence[Stop]) -> Sitting:
    """Say how many open questions are left behind because they are not put to who answers."""
    if len(sitting.answering) != 1:
        return sitting
    questionnaire = sitting.setting.questionnaire
    questions = (stop for stop in stops if isinstance(stop, AtQuestion))
    n = sum(is_open(questionnaire, question, sitting.assessed) for question in questions)
    if not n:
        return sitting
    words, who = sitting.setting.words, sitting.answering[0]
    singular = "{n} question is left open on the way; it is not put to {who}."
    plural = "{n} questions are left open on the way; they are not put to {who}."
    return sitting.saying(words.plural(singular, plural, n, who=who))


def _still_in(sitting: Sitting, block: Node) -> bool:
    """Whether a block has an untouched stop left, or the next stop is in it."""
    questionnaire = sitting.setting.questionnaire
    if isinstance(sitting.phase, Stop) and block_of(questionnaire, sitting.phase) is block:
        return True
    profile = sitting.assessed
    waiting = [stop for stop in sitting.stops if is_open(questionnaire, stop, profile)]
    waiting = [
        stop for stop in waiting if not is_put_off(questionnaire, stop, profile, sitting.put_off)
    ]
    return any(block_of(questionnaire, stop) is block for stop in waiting)


def _again(sitting: Sitting, stop: Stop, put_off: Sequence[Stop]) -> Sitting:
    """Offer a stop that was put off; the first time say that this begins."""
    if not sitting.revisited:
        words = sitting.setting.words
        sitting = sitting.saying(
            words.plural(
                "One question was put off; here it is again.",
                "{n} questions were put off; here they are again.",
                len(put_off),
            )
        )
    again = replace(sitting, revisited=sitting.revisited | {stop}).at(stop)
    return round_returned_to(again)


def closing(sitting: Sitting) -> Sitting:
    """To the end: what a room disputes and the style questions once, then complete or left open.

    Where only some questions were asked, to the end of these.
    """
    questionnaire = sitting.setting.questionnaire
    if sitting.setting.only is not None:
        return sitting.at(Finishing())
    disputed = () if sitting.rest_offered else rest.disputed_parts(sitting)
    if disputed:
        return replace(sitting, rest_offered=True).at(OfferingRest(disputed))
    waiting = first_open_style(questionnaire, sitting.assessed)
    if waiting is not None and not sitting.style_offered:
        return replace(sitting, style_offered=True).at(OfferingStyle())
    return sitting.at(Finishing())


def forward(sitting: Sitting, stop: Stop) -> Sitting:
    """One step on, whatever is answered there; from the last stop to what is open.

    From a place that the check list led to, the way goes back to the end.
    """
    if stop == sitting.looking_at or sitting.agenda:
        return onward(replace(sitting, looking_at=None), stop)
    stops = sitting.stops
    place = stops.index(stop) if stop in stops else -1
    if place + 1 < len(stops):
        return sitting.at(stops[place + 1])
    ahead = onward(sitting)
    if ahead.phase == stop:
        words = sitting.setting.words
        return sitting.staying().saying(
            words("This is the last question, and it is still open; s puts it off.")
        )
    return ahead


def back(sitting: Sitting, stop: Stop) -> Sitting:
    """One step back; what is ahead stays as it is."""
    stops = sitting.way
    place = stops.index(stop) if stop in stops else 0
    if place == 0:
        words = sitting.setting.words
        return sitting.staying().saying(words(AT_THE_FIRST))
    return sitting.at(stops[place - 1])


def back_from_end(sitting: Sitting) -> Sitting:
    """From the close back to the last stop."""
    stops = sitting.way
    return sitting.at(stops[-1]) if stops else sitting.staying()


def go(sitting: Sitting, wish: str) -> Sitting:
    """To a question by id or number, the first one of a part, a context question, or `!`."""
    words = sitting.setting.words
    if wish == "!":
        return _to_first_open(sitting)
    if not wish:
        return sitting.staying().saying(
            words("g needs the id of a question or part; g ! goes to the first open question.")
        )
    stops = sitting.stops
    for stop in stops:
        if stop.id.lower() == wish.lower():
            return sitting.at(stop)
    part, place = _part(sitting, wish), whole_typed(wish)
    for stop in stops:
        if stop.id in part:
            return sitting.at(stop)
    questions = [stop for stop in stops if isinstance(stop, AtQuestion)]
    if place is not None and 1 <= place <= len(questions):
        return sitting.at(questions[place - 1])
    return sitting.staying().saying(not_there(sitting, wish))


def leads_somewhere(sitting: Sitting, wish: str) -> bool:
    """Whether `g` with this wish goes to a stop."""
    below = {question.lower() for question in _part(sitting, wish)} | {wish.lower()}
    return wish == "!" or any(stop.id.lower() in below for stop in sitting.stops)


def _to_first_open(sitting: Sitting) -> Sitting:
    """To the first open stop in order, untouched or put off."""
    for stop in sitting.stops:
        if sitting.waits(stop):
            return sitting.at(stop)
    words = sitting.setting.words
    return sitting.staying().saying(words("No question is open."))


def _part(sitting: Sitting, wish: str) -> frozenset[str]:
    """The questions at or below a part of the tree, or none."""
    for node in sitting.setting.questionnaire.nodes.values():
        if node.id.lower() == wish.lower():
            return frozenset(question.id for question in node.all_questions())
    return frozenset()


def not_there(sitting: Sitting, wish: str) -> str:
    """Why there is no going to a place: not asked here, or no such place, with a near name."""
    words, questionnaire = sitting.setting.words, sitting.setting.questionnaire
    context = (question.id for question in questionnaire.context)
    names = (*questionnaire.questions, *questionnaire.nodes, *context)
    name_by_capitals = {name.upper(): name for name in names}
    name = name_by_capitals.get(wish.upper())
    if name is not None and sitting.setting.only is not None:
        return words("{id} is not among what is asked now.", id=name)
    if name is not None and not _in_scope(sitting, name):
        return words("{id} is not asked in a quick scan.", id=name)
    if name is not None:
        return words("{id} is not asked with the answers given so far.", id=name)
    near = get_close_matches(wish.upper(), [*name_by_capitals], n=1)
    if near:
        return words(
            "There is no “{typed}” here. Did you mean {near}?",
            typed=echoed(wish),
            near=name_by_capitals[near[0]],
        )
    return words("There is no “{typed}” here. o lists the parts.", typed=echoed(wish))


def _in_scope(sitting: Sitting, name: str) -> bool:
    """Whether a question or part is in the scope of this sitting, whatever was answered."""
    below = {name} | _part(sitting, name)
    scope = whole_route(sitting.setting.questionnaire, sitting.setting.quick)
    return any(stop.id in below for stop in scope)
