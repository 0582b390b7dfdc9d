"""Weighing the candidates one by one: stake, influence, can it start (model.md: Priorities)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.analysis.candidates import Candidate, Reason, ReasonKind
from sdgassess.interview.moves.answer import CLEARED
from sdgassess.interview.moves.keys import press
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.not_taken import NOTHING_TO_CLEAR
from sdgassess.interview.moves.result import result_words, scored
from sdgassess.interview.prompts.end.picks import consequences
from sdgassess.interview.state.phases import Judging, Picking, SeeingResult
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Judgement
from sdgassess.phrases.candidates import judgement_words
from sdgassess.text import echoed
from sdgassess.typed.judgement import judgement_typed, three_weights_typed
from sdgassess.typed.keys import (
    Key,
    Typed,
    begins_with,
    parse,
)

_JUDGED = (ReasonKind.JUDGED, ReasonKind.CAN_START, ReasonKind.CANNOT_START)


def show(sitting: Sitting, phase: Judging) -> Screen:
    """The candidate, how it is judged already, and what is asked about it."""
    setting, place = sitting.setting, _place(phase)
    words, n = setting.words, len(phase.among)
    prompt = words("{id} (h m y): ", id=phase.id)
    if not sitting.fresh:
        return Screen((), prompt, PromptKind.ANSWER)
    candidate = _unjudged(phase.among[place])
    header = words("Candidate {number} of {of}", number=place + 1, of=n)
    before = sitting.assessed.judgement.get(phase.id)
    judged = judgement_words(before, words) if before else ""
    asks = words("How much is at stake, how far can you influence it, can it start {soon}?")
    in_words = result_words(sitting)
    lines = (
        "",
        *setting.wrapped(header),
        *in_words.candidate(scored(sitting), candidate, words, setting.width),
        "",
        *(
            setting.wrapped(words("Judged already: {judgement}", judgement=judged))
            if judged
            else ()
        ),
        *(setting.wrapped(asks) if place == 0 or sitting.in_full else ()),
        *setting.key_line(_keys(sitting, phase)),
    )
    return Screen(lines, prompt, PromptKind.ANSWER)


def _place(phase: Judging) -> int:
    """Where the candidate stands among those that are weighed."""
    return [candidate.question for candidate in phase.among].index(phase.id)


def _unjudged(candidate: Candidate) -> Candidate:
    """The candidate without what the room said earlier, which is shown beside it as it is now."""
    reasons = tuple(reason for reason in candidate.reasons if reason.kind not in _JUDGED)
    lowest = Reason(ReasonKind.LOW, level=candidate.level)
    return replace(candidate, reasons=reasons or (lowest,))


def _keys(sitting: Sitting, phase: Judging) -> str:
    """What can be typed: in full at the first candidate and when asked for."""
    if _place(phase) == 0 or sitting.in_full:
        return _allowed(sitting)
    return sitting.setting.words("h m y · Enter skips · b back · ? help · q save and stop")


def _allowed(sitting: Sitting) -> str:
    """What can be typed, in one line."""
    return sitting.setting.words(
        "h m y = high, medium, yes · l low, n no · what comes last may be left out · "
        "? 1 shows what candidate 1 would change · "
        "Enter skips · x clears · z undoes · b back · q save and stop"
    )


def take(sitting: Sitting, phase: Judging, line: str) -> Sitting:
    """Take a judgement or a key; whatever is left out stays as it was."""
    typed = parse(line)
    judgement = judgement_typed(typed.line)
    if judgement is not None:
        return _keep(sitting, phase, judgement)
    if (part := begins_with(Key.HELP, line)) is not None and part:
        return consequences(sitting, phase.among, part)
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    words, line = sitting.setting.words, echoed(typed.line)
    refusal = words("“{typed}” is not a judgement such as h m y.", typed=line)
    if three_weights_typed(typed.line):
        refusal = words("“{typed}”: can it start is answered by y or n, as in h m y.", typed=line)
    return sitting.staying().saying(refusal).allowing(_allowed(sitting))


def _keep(sitting: Sitting, phase: Judging, typed: Judgement) -> Sitting:
    """Keep a judgement, say it in words, go on to the next candidate."""
    profile, words = sitting.assessed, sitting.setting.words
    before = profile.judgement.get(phase.id) or Judgement()
    can_start = before.can_start if typed.can_start is None else typed.can_start
    judgement = Judgement(typed.stake, typed.influence or before.influence, can_start)
    changed = profile._replace(judgement={**profile.judgement, phase.id: judgement})
    judged = sitting.noting(changed).saying(judgement_words(judgement, words), f"{phase.id}  ")
    return _next(judged, phase)


def _next(sitting: Sitting, phase: Judging) -> Sitting:
    """To the next candidate, or to picking."""
    ahead = _place(phase) + 1
    if ahead == len(phase.among):
        return sitting.at(Picking(phase.among))
    return sitting.at(Judging(phase.among[ahead].question, phase.among))


def _skip(sitting: Sitting, phase: Judging, _: Typed) -> Sitting:
    return _next(sitting, phase)


def _back(sitting: Sitting, phase: Judging, _: Typed) -> Sitting:
    """To the candidate before, or to the result."""
    place = _place(phase)
    if place == 0:
        return sitting.at(SeeingResult())
    return sitting.at(Judging(phase.among[place - 1].question, phase.among))


def _clear(sitting: Sitting, phase: Judging, _: Typed) -> Sitting:
    """Take the judgement away; `z` brings it back."""
    words, profile = sitting.setting.words, sitting.assessed
    if phase.id not in profile.judgement:
        return sitting.staying().saying(words(NOTHING_TO_CLEAR))
    judgements = {key: value for key, value in profile.judgement.items() if key != phase.id}
    cleared = sitting.noting(profile._replace(judgement=judgements))
    return cleared.staying().saying(words(CLEARED, id=phase.id))


_KEYS: Mapping[Key, Callable[[Sitting, Judging, Typed], Sitting]] = {
    Key.ENTER: _skip,
    Key.LATER: _skip,
    Key.FORWARD: _skip,
    Key.BACK: _back,
    Key.CLEAR: _clear,
    Key.REPRINT: lambda sitting, phase, _: replace(sitting, in_full=True).at(phase),
    Key.HELP: lambda sitting, _, __: sitting.staying().allowing(_allowed(sitting)),
    Key.QUIT: lambda sitting, _, __: farewell(sitting),
}
