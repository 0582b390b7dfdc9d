"""Picking what to work on: the tool suggests, the room picks (domain model §3.13, 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sdgassess.analysis.picks import NoTarget, pick_with_target
from sdgassess.analysis.priorities import Candidate, Priorities, prioritise
from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import move
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.result import (
    priorities,
    result_words,
    scored,
)
from sdgassess.interview.state.phases import Judging, Picking
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Priority
from sdgassess.model.question import Level
from sdgassess.phrases.candidates import judgement_words
from sdgassess.text import echoed, number
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
    whole_typed,
)


def show(sitting: Sitting) -> Screen:
    """The candidates in their order, with a number each, and what is picked already."""
    setting, words, picked = sitting.setting, sitting.setting.words, sitting.assessed.priorities
    if not sitting.fresh and picked:
        asks = words("Pick again, or Enter = end: ")
    else:
        asks = words("Pick (Enter = keep these): ") if picked else words("Pick (Enter = none): ")
    if not sitting.fresh:
        return Screen((), asks, PromptKind.ANSWER)
    found = priorities(sitting)
    title = words("What to work on, in order; up to {n} can be picked.", n=found.picks)
    lines = (
        "",
        *setting.wrapped(title),
        *result_words(sitting).overloaded(found, words, setting.width),
        *(
            line
            for n in range(len(_listed(sitting, found)))
            for line in _candidate(sitting, found, n)
        ),
        *_picked_before(sitting, found),
        "",
        *setting.key_line(_allowed(sitting)),
    )
    return Screen(lines, asks, PromptKind.ANSWER)


def _listed(sitting: Sitting, found: Priorities) -> tuple[Candidate, ...]:
    """The candidates that were weighed, in the order that weighing gave them.

    None that nobody has seen takes the place of another; the order is that of the suggestions.
    """
    assert isinstance(sitting.phase, Picking)
    weighed = {one.question: one for one in sitting.phase.among}
    kept = [one for one in found.candidates if one.question in weighed]
    others = [one for one in weighed.values() if all(one.question != k.question for k in kept)]
    return (*kept, *others)


def _candidate(sitting: Sitting, found: Priorities, at: int) -> tuple[str, ...]:
    """A candidate with its number, and how the room judged it."""
    setting, words, one = sitting.setting, sitting.setting.words, _listed(sitting, found)[at]
    chosen = one.question in (other.question for other in found.chosen)
    mark = (words("picked") if found.picked else words("suggested")) if chosen else ""
    move_ = _from_to(one.question, one.level, one.target) + (f"  [{mark}]" if mark else "")
    text = setting.spoken(setting.questionnaire.questions[one.question].text)
    judged = sitting.assessed.judgement.get(one.question)
    lines = [*setting.wrapped(move_, f"{at + 1}  "), *setting.wrapped(text, "   ")]
    if judged and (said := judgement_words(judged, words)):
        lines += setting.wrapped(said, "   ")
    return tuple(lines)


def _from_to(question: str, level: Level | None, target: Level | None) -> str:
    """A question, where it stands and where it is to go, as far as that is known."""
    if target is None:
        return question
    here = "" if level is None else f"{number(level)} "
    return f"{question} {here}→ {number(target)}"


def _picked_before(sitting: Sitting, found: Priorities) -> tuple[str, ...]:
    """What was picked earlier and is no candidate now; it is kept until others are picked."""
    listed = [candidate.question for candidate in _listed(sitting, found)]
    before = [one for one in found.chosen if found.picked and one.question not in listed]
    if not before:
        return ()
    names = ", ".join(_from_to(one.question, one.level, one.target) for one in before)
    setting = sitting.setting
    return setting.wrapped(setting.words("Picked earlier as well: {picks}.", picks=names))


def _allowed(sitting: Sitting) -> str:
    """What can be typed, in one line."""
    words = sitting.setting.words
    if sitting.assessed.priorities:
        return words(
            "numbers or ids with spaces, such as 1 4 · Enter keeps what is picked · "
            "x picks none · z undoes · b back · q save and stop"
        )
    return words(
        "numbers or ids with spaces, such as 1 4 · Enter picks none now · z undoes · b back · "
        "q save and stop"
    )


def take(sitting: Sitting, line: str) -> Sitting:
    """Take numbers and ids, or a key."""
    typed = parse(line)
    if typed.key in _ACTIONS:
        return _ACTIONS[typed.key](sitting, typed)
    moved = move(sitting, typed)
    if moved is not None:
        return moved
    parts = typed.line.replace(",", " ").split()
    if typed.key is not None or not parts:
        words = sitting.setting.words
        said = words("“{typed}” is not an answer here.", typed=echoed(typed.line))
        return _refused(sitting, said)
    return _pick(sitting, parts)


def _pick(sitting: Sitting, parts: Sequence[str]) -> Sitting:
    """Keep the picks that were typed; one that cannot be picked refuses them all."""
    found, picks = priorities(sitting), list[Priority]()
    for part in parts:
        pick = _named(sitting, _listed(sitting, found), part)
        if isinstance(pick, str):
            return _refused(sitting, pick)
        picks += [pick] if pick.question not in (one.question for one in picks) else []
    words, rules = sitting.setting.words, sitting.setting.questionnaire.priorities
    most = rules.picks if rules else found.picks
    if len(picks) > most:
        said = words("That is {count}; up to {n} can be picked.", count=len(picks), n=most)
        return sitting.staying().saying(said)
    kept = _keep(sitting, tuple(picks))
    if len(picks) <= found.picks:
        return kept
    # The room decides; that it is much at once is said, and why (domain model §3.13).
    return kept.showing(result_words(sitting).overloaded(found, words, sitting.setting.width))


def _refused(sitting: Sitting, why: str) -> Sitting:
    """Say why, and what can be typed; nothing is changed."""
    return sitting.staying().saying(why).allowing(_allowed(sitting))


def _named(sitting: Sitting, candidates: Sequence[Candidate], part: str) -> Priority | str:
    """The pick that a number or an id stands for, or why it stands for none."""
    words, questionnaire = sitting.setting.words, sitting.setting.questionnaire
    place = whole_typed(part)
    if place is not None:
        if 1 <= place <= len(candidates):
            return _priority(sitting, candidates[place - 1].question)
        return words("There is no number {typed} on the list.", typed=part)
    known = {question.lower(): question for question in questionnaire.questions}
    if part.lower() in known:
        return _priority(sitting, known[part.lower()])
    others = (*questionnaire.nodes, *(one.id for one in questionnaire.context))
    if part.lower() in (name.lower() for name in others):
        return words("{id} is not a question that can be picked.", id=part)
    return navigation.not_there(sitting, part)


def _priority(sitting: Sitting, question: str) -> Priority | str:
    """A question as a pick; who, when, first move and a target still ahead are kept."""
    words = sitting.setting.words
    pick = pick_with_target(scored(sitting), question, _held(sitting).get(question))
    if isinstance(pick, Priority):
        return pick
    if pick is NoTarget.NO_LEVEL:
        return words("{id} has no level, so there is no next step to pick.", id=question)
    return words("{id} is at its highest level already.", id=question)


def _held(sitting: Sitting) -> dict[str, Priority]:
    """Every pick there is or was in this sitting, so that one named again comes back whole."""
    profiles = (*(moment.profile for moment in sitting.history), sitting.assessed)
    return {one.question: one for profile in profiles for one in profile.priorities}


def _keep(sitting: Sitting, picks: tuple[Priority, ...]) -> Sitting:
    """Store the picks, say them, name what is no longer picked and what speaks against them."""
    words, profile = sitting.setting.words, sitting.assessed
    now = {pick.question for pick in picks}
    dropped = [one.question for one in profile.priorities if one.question not in now]
    kept = sitting.noting(replace(profile, priorities=picks)).staying()
    result = scored(kept)
    named = ", ".join(
        _from_to(one.question, result.level(one.question), one.target) for one in picks
    )
    if picks:
        kept = kept.saying(words("Picked: {picks}.", picks=named))
    if dropped:
        ids = ", ".join(dropped)
        kept = kept.saying(words("No longer picked: {ids}. z takes that back.", ids=ids))
    late = result_words(kept).late_start(result, prioritise(result), words, kept.setting.width)
    return kept.showing(late if picks else ())


def _clear(sitting: Sitting, _: Typed) -> Sitting:
    """Pick none; `z` brings them back."""
    if not sitting.assessed.priorities:
        return sitting.staying().saying(sitting.setting.words("There is nothing to clear."))
    return _keep(sitting, ())


def _back(sitting: Sitting, _: Typed) -> Sitting:
    """To the last candidate that was weighed."""
    assert isinstance(sitting.phase, Picking)
    among = sitting.phase.among
    return sitting.at(Judging(among[-1].question, among))


_ACTIONS: Mapping[Key | None, Callable[[Sitting, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, _: farewell(sitting),
    Key.BACK: _back,
    Key.CLEAR: _clear,
    Key.HELP: lambda sitting, _: sitting.staying().allowing(_allowed(sitting)),
    Key.QUIT: lambda sitting, _: farewell(sitting),
}
