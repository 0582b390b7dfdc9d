"""What stands strong, the result, and whether to weigh what to work on."""

from __future__ import annotations

from sdgassess.analysis.priorities import Priorities
from sdgassess.interview.moves.keys import press
from sdgassess.interview.moves.leaving import END_OR_NOT, farewell
from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO
from sdgassess.interview.moves.result import priorities, result_words, scored
from sdgassess.interview.state.phases import (
    Finishing,
    Judging,
    OfferingResult,
    Picking,
    SeeingResult,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.phrases.candidates import STAND_ALIKE
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, Typed, parse, yes_or_no


def show_offer(sitting: Sitting, _: OfferingResult) -> Screen:
    """The offer of the result so far."""
    asks = sitting.setting.words("See the result? (y, Enter = end) ")
    return Screen((), asks, PromptKind.YES_NO)


def show(sitting: Sitting, phase: SeeingResult) -> Screen:
    """A part of the result; below the last one the offer to weigh."""
    setting, words = sitting.setting, sitting.setting.words
    parts = _parts(sitting)
    lines = ("", *parts[phase.part]) if sitting.fresh else ()
    if phase.part + 1 < len(parts):
        return Screen(lines, words("Enter = go on, n = end: "), PromptKind.YES_NO)
    suggested = priorities(sitting)
    if sitting.fresh and setting.questionnaire.priorities:
        lines = (*lines, "", *setting.wrapped(_ahead(setting, suggested)))
    if not suggested.candidates:
        asks = words(END_OR_NOT)
        if suggested.equal:
            asks = words("Pick now? (y, Enter = end) ")
        return Screen(lines, asks, PromptKind.YES_NO)
    return Screen(lines, words("Weigh them now? (y, Enter = end) "), PromptKind.YES_NO)


def _parts(sitting: Sitting) -> tuple[tuple[str, ...], ...]:
    """The result in parts that fit a window, what stands strong before anything else."""
    setting, score = sitting.setting, scored(sitting)
    in_words = result_words(sitting)
    return in_words.result(score, priorities(sitting), setting.words, setting.width)


def _ahead(setting: Setting, suggested: Priorities) -> str:
    """What comes after the result."""
    if not suggested.candidates:
        n = sum(len(questions) for questions in suggested.equal)
        if n:
            alike = STAND_ALIKE
            return setting.words(alike, n=n)
        return setting.words("No question calls for a next step now.")
    return setting.words.plural(
        "Now to what to work on: {n} candidate, to be weighed and picked.",
        "Now to what to work on: {n} candidates, to be weighed one by one; of them you pick at "
        "most {most}.",
        len(suggested.candidates),
        most=suggested.picks,
    )


def take_offer(sitting: Sitting, phase: OfferingResult, line: str) -> Sitting:
    """Take yes or the end; the keys for moving work here too."""
    if yes_or_no(line):
        return sitting.at(SeeingResult())
    return _take_other(sitting, phase, line)


def take(sitting: Sitting, phase: SeeingResult, line: str) -> Sitting:
    """Take whether to weigh, or the end; the keys for moving work here too."""
    if yes_or_no(line):
        return weigh(sitting)
    return _take_other(sitting, phase, line)


def _take_other(sitting: Sitting, phase: OfferingResult | SeeingResult, line: str) -> Sitting:
    """Take what is no yes: no and Enter end; what is neither an answer nor a key is named."""
    typed = parse(line)
    if yes_or_no(line) is False:
        return farewell(sitting)
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    words = sitting.setting.words
    refusal = words(NEITHER_YES_NOR_NO, typed=echoed(typed.line))
    return _help(sitting.saying(refusal), phase, typed)


def _end(sitting: Sitting, _: OfferingResult | SeeingResult, __: Typed) -> Sitting:
    return farewell(sitting)


def _on(sitting: Sitting, phase: OfferingResult | SeeingResult, _: Typed) -> Sitting:
    """To the next part of the result; behind the last one the sitting ends."""
    if isinstance(phase, OfferingResult) or not _has_more(sitting, phase):
        return farewell(sitting)
    return sitting.at(SeeingResult(phase.part + 1))


def _has_more(sitting: Sitting, phase: SeeingResult) -> bool:
    """Whether another part of the result follows."""
    return phase.part + 1 < len(_parts(sitting))


def _back(sitting: Sitting, phase: OfferingResult | SeeingResult, _: Typed) -> Sitting:
    if isinstance(phase, SeeingResult) and phase.part:
        return sitting.at(SeeingResult(phase.part - 1))
    return sitting.at(Finishing())


def _help(sitting: Sitting, phase: OfferingResult | SeeingResult, _: Typed) -> Sitting:
    return sitting.staying().allowing(_allowed(sitting, phase))


_KEYS = {Key.ENTER: _on, Key.QUIT: _end, Key.BACK: _back, Key.HELP: _help}


def weigh(sitting: Sitting) -> Sitting:
    """To the first candidate; which ones they are is fixed from here on."""
    suggested = priorities(sitting)
    among = suggested.candidates
    if not among and suggested.equal:
        return sitting.at(Picking(()))
    if not among:
        words = sitting.setting.words
        return sitting.staying().saying(words("There is nothing to weigh. Enter ends."))
    return sitting.at(Judging(among[0].question, among))


def _allowed(sitting: Sitting, phase: OfferingResult | SeeingResult) -> str:
    """What can be typed here."""
    words = sitting.setting.words
    if isinstance(phase, OfferingResult):
        return words("y shows the result · Enter ends · b back · g and an id to a question")
    if _has_more(sitting, phase):
        return words(
            "Enter goes on · y weighs at once · r shows this part again · b back · n ends"
        )
    suggested = priorities(sitting)
    if not suggested.candidates and suggested.equal:
        return words(
            "y picks what to work on · Enter ends · r shows the result again · b back · "
            "g and an id to a question"
        )
    if not suggested.candidates:
        return words("Enter ends · r shows the result again · b back · g and an id to a question")
    return words(
        "y weighs them one by one · Enter ends · r shows the result again · b back · "
        "g and an id to a question"
    )
