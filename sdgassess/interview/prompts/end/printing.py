"""The last screen: what was agreed, and whether it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.picks import day_due, is_past
from sdgassess.interview.moves.keys import press
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO
from sdgassess.interview.state.phases import OfferingPrint, Over, Picking, Planning, PlanPart
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Priority
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases import labels
from sdgassess.text import echoed, one_line
from sdgassess.typed.keys import Key, Typed, parse, yes_or_no


def to_the_end(sitting: Sitting, among: tuple[Candidate, ...]) -> Sitting:
    """To what was agreed and whether it is printed; where nothing can be printed, over."""
    return sitting.at(OfferingPrint(among)) if sitting.setting.prints else farewell(sitting)


def picks_to_do(sitting: Sitting) -> tuple[Priority, ...]:
    """The picks that are neither done nor dropped."""
    return tuple(pick for pick in sitting.assessed.priorities if not is_past(pick))


def show(sitting: Sitting, _: OfferingPrint) -> Screen:
    """What was agreed, each pick in a few lines, and the offer."""
    setting, words = sitting.setting, sitting.setting.words
    picks = picks_to_do(sitting)
    lines = [""]
    if picks:
        lines += setting.wrapped(words("What you agreed"))
        lines += [line for pick in picks for line in _agreed(sitting, pick)]
        lines.append("")
    asks = words("Print it? (y = report and poster, Enter = end) ")
    return Screen(tuple(lines) if sitting.fresh else (), asks, PromptKind.YES_NO)


def _agreed(sitting: Sitting, pick: Priority) -> Iterator[str]:
    """A pick with its target; below it who, by when, and what is done first."""
    setting, words = sitting.setting, sitting.setting.words
    text = setting.spoken(sitting.question(pick.question).text)
    if pick.target is not None:
        level = written_number(pick.target, words)
        lead = words("{id} to {level}", id=pick.question, level=level)
    else:
        lead = pick.question
    yield from setting.wrapped(text, f"- {lead}  ", "  ")
    who = one_line(pick.who) if pick.who else words(labels.NOBODY_YET)
    day = day_due(pick)
    by = written_date(day, words) if day else one_line(pick.by or "")
    sentence = words("{who}, no day yet", who=who)
    if by:
        sentence = words("{who}, by {day}", who=who, day=by)
    yield from setting.wrapped(sentence, "  ")
    if pick.first_move:
        move = one_line(pick.first_move)
        yield from setting.wrapped(words("First: {move}", move=move), "  ")
    if pick.known_by:
        known = words(labels.KNOWN_BY_LINE, text=one_line(pick.known_by))
        yield from setting.wrapped(known, "  ")


def take(sitting: Sitting, phase: OfferingPrint, line: str) -> Sitting:
    """Print, or end; what is neither an answer nor a key is named."""
    wish, typed = yes_or_no(line), parse(line)
    if wish:
        ended = farewell(sitting)
        return ended.at(Over(finished=True, printing=True))
    if wish is False:
        return farewell(sitting)
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    words = sitting.setting.words
    refusal = words(NEITHER_YES_NOR_NO, typed=echoed(typed.line))
    return sitting.staying().saying(refusal).allowing(_allowed(sitting))


def _allowed(sitting: Sitting) -> str:
    return sitting.setting.words(
        "y prints a report and a poster beside the file · Enter ends · b back"
    )


def _back(sitting: Sitting, phase: OfferingPrint, _: Typed) -> Sitting:
    """To the last thing that was agreed, or to picking."""
    picks = picks_to_do(sitting)
    if not picks:
        return sitting.at(Picking(phase.among))
    return sitting.at(Planning(picks[-1].question, PlanPart.KNOWN_BY, phase.among))


_KEYS = {
    Key.ENTER: lambda sitting, _, __: farewell(sitting),
    Key.QUIT: lambda sitting, _, __: farewell(sitting),
    Key.BACK: _back,
    Key.HELP: lambda sitting, _, __: sitting.staying().allowing(_allowed(sitting)),
}
