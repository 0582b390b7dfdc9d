"""Weighing the candidates one by one: stake, influence, can it start (domain model §3.13, 3c)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sdgassess.analysis.priorities import Candidate, Reason, ReasonKind
from sdgassess.interview.moves.keys import move
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.result import result_words, scored
from sdgassess.interview.state.phases import Judging, Picking, SeeingResult
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import Judgement
from sdgassess.phrases.candidates import judgement_words
from sdgassess.text import echoed
from sdgassess.typed.judgement import judgement_typed
from sdgassess.typed.keys import (
    Key,
    Typed,
    parse,
)

_JUDGED = (ReasonKind.JUDGED, ReasonKind.CAN_START, ReasonKind.CANNOT_START)


def show(sitting: Sitting) -> Screen:
    """The candidate, how it is judged already, and what is asked about it."""
    setting, phase, at = sitting.setting, _phase(sitting), _place(sitting)
    words, n = setting.words, len(phase.among)
    prompt = words("{id} (h m y): ", id=phase.id)
    if not sitting.fresh:
        return Screen((), prompt, PromptKind.ANSWER)
    candidate = _unjudged(phase.among[at])
    header = words("Candidate {number} of {of}", number=at + 1, of=n)
    before = sitting.assessed.judgement.get(phase.id)
    now = judgement_words(before, words) if before else ""
    asks = words(
        "How much is at stake, how far can you influence it, can it start in three months?"
    )
    lines = (
        "",
        *setting.wrapped(header),
        *result_words(sitting).candidate(scored(sitting), candidate, "", words, setting.width),
        "",
        *(setting.wrapped(words("Judged already: {judgement}", judgement=now)) if now else ()),
        *(setting.wrapped(asks) if at == 0 or sitting.in_full else ()),
        *setting.key_line(_keys(sitting)),
    )
    return Screen(lines, prompt, PromptKind.ANSWER)


def _phase(sitting: Sitting) -> Judging:
    """The phase, as weighing a candidate."""
    assert isinstance(sitting.phase, Judging)
    return sitting.phase


def _place(sitting: Sitting) -> int:
    """Where the candidate stands among those that are weighed."""
    phase = _phase(sitting)
    return [candidate.question for candidate in phase.among].index(phase.id)


def _unjudged(candidate: Candidate) -> Candidate:
    """The candidate without what the room said earlier, which is shown beside it as it is now."""
    reasons = tuple(one for one in candidate.reasons if one.kind not in _JUDGED)
    lowest = Reason(ReasonKind.LOW, level=candidate.level)
    return replace(candidate, reasons=reasons or (lowest,))


def _keys(sitting: Sitting) -> str:
    """What can be typed: in full at the first candidate and when asked for."""
    if _place(sitting) == 0 or sitting.in_full:
        return _allowed(sitting)
    return sitting.setting.words("h m y · Enter skips · b back · ? help · q save and stop")


def _allowed(sitting: Sitting) -> str:
    """What can be typed, in one line."""
    return sitting.setting.words(
        "h m y = high, medium, yes · l low, n no · what comes last may be left out · "
        "Enter skips · x clears · z undoes · b back · q save and stop"
    )


def take(sitting: Sitting, line: str) -> Sitting:
    """Take a judgement or a key; whatever is left out stays as it was."""
    typed = parse(line)
    said = judgement_typed(typed.line)
    if said is not None:
        return _keep(sitting, said)
    if typed.key in _ACTIONS:
        return _ACTIONS[typed.key](sitting, typed)
    moved = move(sitting, typed)
    if moved is not None:
        return moved
    words = sitting.setting.words
    refused = words("“{typed}” is not a judgement such as h m y.", typed=echoed(typed.line))
    return sitting.staying().saying(refused).allowing(_allowed(sitting))


def _keep(sitting: Sitting, said: Judgement) -> Sitting:
    """Keep a judgement, say it in words, go on to the next candidate."""
    question, profile = _phase(sitting).id, sitting.assessed
    before = profile.judgement.get(question) or Judgement()
    can_start = before.can_start if said.can_start is None else said.can_start
    kept = Judgement(said.stake, said.influence or before.influence, can_start)
    changed = replace(profile, judgement={**profile.judgement, question: kept})
    in_words = judgement_words(kept, sitting.setting.words)
    return _next(sitting.noting(changed).saying(in_words, f"{question}  "))


def _next(sitting: Sitting) -> Sitting:
    """To the next candidate, or to picking."""
    phase, ahead = _phase(sitting), _place(sitting) + 1
    if ahead == len(phase.among):
        return sitting.at(Picking(phase.among))
    return sitting.at(Judging(phase.among[ahead].question, phase.among))


def _back(sitting: Sitting, _: Typed) -> Sitting:
    """To the candidate before, or to the result."""
    phase, at = _phase(sitting), _place(sitting)
    if at == 0:
        return sitting.at(SeeingResult())
    return sitting.at(Judging(phase.among[at - 1].question, phase.among))


def _clear(sitting: Sitting, _: Typed) -> Sitting:
    """Take the judgement away; `z` brings it back."""
    words, question, profile = sitting.setting.words, _phase(sitting).id, sitting.assessed
    if question not in profile.judgement:
        return sitting.staying().saying(words("There is nothing to clear."))
    left = {key: one for key, one in profile.judgement.items() if key != question}
    cleared = sitting.noting(replace(profile, judgement=left))
    return cleared.staying().saying(words("{id} is cleared; z brings it back.", id=question))


_ACTIONS: Mapping[Key | None, Callable[[Sitting, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, _: _next(sitting),
    Key.LATER: lambda sitting, _: _next(sitting),
    Key.FORWARD: lambda sitting, _: _next(sitting),
    Key.BACK: _back,
    Key.CLEAR: _clear,
    Key.REPRINT: lambda sitting, _: replace(sitting, in_full=True).at(sitting.phase),
    Key.HELP: lambda sitting, _: sitting.staying().allowing(_allowed(sitting)),
    Key.QUIT: lambda sitting, _: farewell(sitting),
}
