"""What stands strong, the result, and whether to weigh what to work on (domain model §3.15)."""

from __future__ import annotations

from sdgassess.analysis.priorities import Priorities
from sdgassess.interview.moves.keys import move
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.result import priorities, result_words, scored
from sdgassess.interview.state.phases import (
    Finishing,
    Judging,
    OfferingResult,
    SeeingResult,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, parse, yes_or_no


def show(sitting: Sitting) -> Screen:
    """The offer of the result; or the result, and below it the offer to weigh."""
    words = sitting.setting.words
    if isinstance(sitting.phase, OfferingResult):
        return Screen((), words("See the result? (y, Enter = end) "), PromptKind.YES_NO)
    lines = _result(sitting) if sitting.fresh else ()
    if not priorities(sitting).candidates:
        return Screen(lines, words("End? (Enter = end) "), PromptKind.YES_NO)
    return Screen(lines, words("Weigh them now? (y, Enter = end) "), PromptKind.YES_NO)


def _result(sitting: Sitting) -> tuple[str, ...]:
    """What stands strong before anything else, the result, and what comes next."""
    setting, words, result = sitting.setting, sitting.setting.words, scored(sitting)
    found, said = priorities(sitting), result_words(sitting)
    strong = said.strong(result, found, words, setting.width)
    return (
        *(("", *strong) if strong else ()),
        "",
        *said.result(result, words, setting.width),
        *(
            ("", *setting.wrapped(_ahead(setting, found)))
            if setting.questionnaire.priorities
            else ()
        ),
    )


def _ahead(setting: Setting, found: Priorities) -> str:
    """What comes after the result."""
    if not found.candidates:
        return setting.words("No question calls for a next step now.")
    return setting.words.plural(
        "Now to what to work on: {n} candidate, to be weighed and picked.",
        "Now to what to work on: {n} candidates, to be weighed one by one and picked from.",
        len(found.candidates),
    )


def take(sitting: Sitting, line: str) -> Sitting:
    """Take yes or the end; the keys for moving work here too."""
    wish, typed, offered = yes_or_no(line), parse(line), isinstance(sitting.phase, OfferingResult)
    if wish:
        return sitting.at(SeeingResult()) if offered else weigh(sitting)
    if wish is False or typed.key in (Key.ENTER, Key.QUIT):
        return farewell(sitting)
    if typed.key is Key.BACK:
        return sitting.at(Finishing())
    moved = move(sitting, typed)
    if moved is not None:
        return moved
    if typed.key is not Key.HELP:
        words = sitting.setting.words
        said = words("“{typed}” is neither yes nor no.", typed=echoed(typed.line))
        sitting = sitting.saying(said)
    return sitting.staying().allowing(_allowed(sitting))


def weigh(sitting: Sitting) -> Sitting:
    """To the first candidate; which ones they are is fixed from here on."""
    among = priorities(sitting).candidates
    if not among:
        words = sitting.setting.words
        return sitting.staying().saying(words("There is nothing to weigh. Enter ends."))
    return sitting.at(Judging(among[0].question, among))


def _allowed(sitting: Sitting) -> str:
    """What can be typed here."""
    words = sitting.setting.words
    if isinstance(sitting.phase, OfferingResult):
        return words("y shows the result · Enter ends · b back · g and an id to a question")
    if not priorities(sitting).candidates:
        return words("Enter ends · r shows the result again · b back · g and an id to a question")
    return words(
        "y weighs them one by one · Enter ends · r shows the result again · b back · "
        "g and an id to a question"
    )
