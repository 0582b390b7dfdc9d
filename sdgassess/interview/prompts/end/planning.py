"""What is agreed about each pick: who, by when, what first, how one knows."""

from __future__ import annotations

from sdgassess.interview.moves.free_words import no_words
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.prompts.end.printing import picks_to_do, to_the_end
from sdgassess.interview.state.phases import Phase, Picking, Planning, PlanPart
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_
from sdgassess.model.profile import Priority
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.text import echoed, one_line, visible
from sdgassess.typed.dates import date_typed
from sdgassess.typed.keys import Key, in_free_words, parse, whole_typed

_PARTS = tuple(PlanPart)
_ASKS = {
    PlanPart.WHO: (
        N_("Who does it? (a function, not a name; Enter = later) "),
        N_("Who does it? (Enter = {before}) "),
    ),
    PlanPart.BY: (
        N_("By when? (a day, or words; Enter = later) "),
        N_("By when? (Enter = {before}) "),
    ),
    PlanPart.FIRST_MOVE: (
        N_("What is done first? (Enter = later) "),
        N_("What is done first? (Enter = {before}) "),
    ),
    PlanPart.KNOWN_BY: (
        N_("How will you know that it is done? (Enter = later) "),
        N_("How will you know that it is done? (Enter = {before}) "),
    ),
}
_SHORTEST = 2
"""From how many characters on a line is words; a single one was meant as a key."""


def plan(sitting: Sitting, picking: Picking) -> Sitting:
    """To the first pick, to be agreed on; without picks to the end."""
    picks = picks_to_do(sitting)
    if not picks:
        return to_the_end(sitting, picking.among)
    return sitting.at(Planning(picks[0].question, PlanPart.WHO, picking.among))


def show(sitting: Sitting, phase: Planning) -> Screen:
    """The pick with the level it is to reach, above the first question; then what is asked."""
    before = _said(_pick(sitting, phase), phase.part)
    unanswered, answered = _ASKS[phase.part]
    words = sitting.setting.words
    asks = words(answered, before=echoed(before)) if before else words(unanswered)
    heads = sitting.fresh and phase.part is PlanPart.WHO
    return Screen(_heading(sitting, phase) if heads else (), asks, PromptKind.WORDS)


def _heading(sitting: Sitting, phase: Planning) -> tuple[str, ...]:
    """Which pick it is, and the text of the level that it is to reach."""
    setting, words, pick = sitting.setting, sitting.setting.words, _pick(sitting, phase)
    question = sitting.question(pick.question)
    lines = ["", *setting.wrapped(setting.spoken(question.text), f"{pick.question}  ")]
    option = question.option(pick.target) if pick.target is not None else None
    if pick.target is not None and option is not None:
        target = words(labels.TO_LEVEL, level=written_number(pick.target, words))
        means = visible(setting.anchor(question, option)).strip()
        lines += setting.wrapped(f"{target} {means}", "  ")
    return tuple(lines)


def _pick(sitting: Sitting, phase: Planning) -> Priority:
    """The pick that is agreed on."""
    picks = sitting.assessed.priorities
    return next(pick for pick in picks if pick.question == phase.id)


def _said(pick: Priority, part: PlanPart) -> str | None:
    """What stands there already."""
    return {
        PlanPart.WHO: pick.who,
        PlanPart.BY: pick.by,
        PlanPart.FIRST_MOVE: pick.first_move,
        PlanPart.KNOWN_BY: pick.known_by,
    }[part]


def take(sitting: Sitting, phase: Planning, line: str) -> Sitting:
    """Keep what was said and ask for the next thing; Enter alone leaves it as it is."""
    if in_free_words(line) is Key.QUIT:
        return farewell(sitting)
    if parse(line).key is Key.UNDO:
        return sitting.undone()
    if in_free_words(line) is Key.HELP:
        return _explained(sitting)
    keyed = no_words(sitting, None, line, _before(sitting, phase), shortest=_SHORTEST)
    if keyed is not None:
        return keyed
    typed = one_line(line)
    if _names_picks(sitting, typed):
        return sitting.staying().saying(
            sitting.setting.words(
                "“{typed}” reads as a pick, and was not kept. b goes back to picking.",
                typed=echoed(typed),
            )
        )
    if typed:
        sitting = _with(sitting, phase, typed)
    return (
        sitting.at(ahead)
        if (ahead := _ahead(sitting, phase))
        else to_the_end(sitting, phase.among)
    )


def _names_picks(sitting: Sitting, typed: str) -> bool:
    """Whether a line has nothing but ids and numbers: it was meant for the prompt before."""
    ids = {question.casefold() for question in sitting.setting.questionnaire.questions}
    parts = typed.replace(",", " ").casefold().split()
    return bool(parts) and all(part in ids or whole_typed(part) is not None for part in parts)


def _explained(sitting: Sitting) -> Sitting:
    words = sitting.setting.words
    return sitting.staying().allowing(
        words(
            "What you type is kept as text · Enter alone leaves it as it is · z undoes · "
            ":b back · :q save and stop"
        )
    )


def _with(sitting: Sitting, phase: Planning, typed: str) -> Sitting:
    """The sitting with a part of what is agreed; a day is kept as such, however it was typed."""
    day = date_typed(typed) if phase.part is PlanPart.BY else None
    said = day.isoformat() if day else typed
    picks = tuple(
        _planned(pick, phase.part, said) if pick.question == phase.id else pick
        for pick in sitting.assessed.priorities
    )
    return sitting.noting(sitting.assessed._replace(priorities=picks))


def _planned(pick: Priority, part: PlanPart, said: str) -> Priority:
    """A pick with a part of what is agreed about it."""
    match part:
        case PlanPart.WHO:
            return pick._replace(who=said)
        case PlanPart.BY:
            return pick._replace(by=said)
        case PlanPart.FIRST_MOVE:
            return pick._replace(first_move=said)
        case PlanPart.KNOWN_BY:
            return pick._replace(known_by=said)


def _ahead(sitting: Sitting, phase: Planning) -> Planning | None:
    """What is asked next; None behind the last thing about the last pick."""
    return _beside(sitting, phase, 1)


def _before(sitting: Sitting, phase: Planning) -> Phase:
    """What was asked before; the picking in front of the first thing."""
    return _beside(sitting, phase, -1) or Picking(phase.among)


def _beside(sitting: Sitting, phase: Planning, step: int) -> Planning | None:
    """What is asked some steps on, pick by pick; None where there is nothing."""
    ids = [pick.question for pick in picks_to_do(sitting)]
    place = ids.index(phase.id) * len(_PARTS) + _PARTS.index(phase.part) + step
    if not 0 <= place < len(ids) * len(_PARTS):
        return None
    number, part = divmod(place, len(_PARTS))
    return Planning(ids[number], _PARTS[part], phase.among)
