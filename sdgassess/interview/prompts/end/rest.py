"""The offer of the rest of the parts that a room disputes, at the end of a quick scan."""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import press
from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO_WITH_KEYS
from sdgassess.interview.moves.rest import rest_of
from sdgassess.interview.state.phases import OfferingRest
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, Typed, parse, yes_or_no


def show(sitting: Sitting, phase: OfferingRest) -> Screen:
    """Which parts, how many questions, and what they count for."""
    setting, words = sitting.setting, sitting.setting.words
    titles = [setting.spoken(setting.questionnaire.nodes[part].title) for part in phase.parts]
    n = len(_rest(sitting, phase))
    offer = words.plural(
        "You see these differently: {parts}. {n} question more is asked of them in a full "
        "assessment; it is kept, and counts there.",
        "You see these differently: {parts}. {n} questions more are asked of them in a full "
        "assessment; they are kept, and count there.",
        n,
        parts="; ".join(titles),
    )
    lines = ("", *setting.wrapped(offer)) if sitting.fresh else ()
    return Screen(lines, words("Add them now? (y = now, Enter = no) "), PromptKind.YES_NO)


def take(sitting: Sitting, phase: OfferingRest, line: str) -> Sitting:
    """Yes adds them to what is asked; no and Enter go on to the end."""
    wish = yes_or_no(line)
    if wish:
        rest = _rest(sitting, phase)
        return navigation.onward(replace(sitting, added=sitting.added | set(rest)))
    if wish is False:
        return navigation.closing(sitting)
    typed = parse(line)
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    words = sitting.setting.words
    refusal = words(NEITHER_YES_NOR_NO_WITH_KEYS, typed=echoed(typed.line))
    return sitting.staying().saying(refusal)


def _rest(sitting: Sitting, phase: OfferingRest) -> tuple[str, ...]:
    """What would be added."""
    return tuple(question for part in phase.parts for question in rest_of(sitting, part))


def _decline(sitting: Sitting, _: OfferingRest, __: Typed) -> Sitting:
    return navigation.closing(sitting)


_KEYS = {Key.ENTER: _decline, Key.LATER: _decline, Key.FORWARD: _decline}
