"""A room that agrees: what was sent in is opened at once, then what is disputed is talked about.

Disagreement comes first, the widest first, then what nobody knew, then what few answered. Where
levels were named the voices are laid beside the anchors; else the question itself is put to the
room. At the end it ends as every sitting does.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.analysis.agenda import agenda
from sdgassess.analysis.merge.opening import opened
from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import consent_due
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.not_taken import NEITHER_YES_NOR_NO
from sdgassess.interview.state.phases import (
    Agreeing,
    AskingConsent,
    AtQuestion,
    Finishing,
    Unsealing,
)
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import asked_ids
from sdgassess.model.profile import Answer
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, parse, yes_or_no


def begun(sitting: Sitting) -> Sitting:
    """The sitting at its first prompt: what is sealed is opened, or the agenda."""
    sitting = replace(sitting, rest_offered=True, style_offered=True)
    opening = opened(sitting.assessed, in_room=True)
    if opening.people:
        return sitting.at(Unsealing())
    if opening.waiting:
        words = sitting.setting.words
        sitting = sitting.saying(
            words(
                "What came in late stays sealed, until three more have answered: nobody is to be "
                "known by it."
            )
        )
    return _on_agenda(sitting)


def show(sitting: Sitting, _: Unsealing) -> Screen:
    """Whose answers wait, and what opening them does."""
    setting, words, n = (
        sitting.setting,
        sitting.setting.words,
        len(_people(sitting)),
    )
    singular = "{n} person has sent in answers; they are still sealed."
    plural = "{n} people have sent in answers; they are still sealed."
    sentence = words.plural(singular, plural, n)
    how = words("They are opened all at once, and stay open.")
    lines = ("", *setting.wrapped(f"{sentence} {how}")) if sitting.fresh else ()
    return Screen(lines, words("Open them now? (Enter = yes, n = not yet) "), PromptKind.YES_NO)


def take(sitting: Sitting, _: Unsealing, line: str) -> Sitting:
    """Open, or go on with what is open; a slip of a key opens nothing."""
    wish, typed, words = yes_or_no(line), parse(line), sitting.setting.words
    if wish or typed.key is Key.ENTER:
        return _opened(sitting)
    if wish is False:
        return _on_agenda(sitting)
    if typed.key is Key.QUIT:
        return leave(sitting)
    refusal = words(NEITHER_YES_NOR_NO, typed=echoed(typed.line))
    keys = words("Enter opens them · n leaves them sealed · q save and stop")
    refused = sitting.staying()
    return (refused if typed.key is Key.HELP else refused.saying(refusal)).allowing(keys)


def _opened(sitting: Sitting) -> Sitting:
    """Everything that was sent in laid open; what was seen cannot be taken back."""
    opening = opened(sitting.assessed, in_room=True)
    sentence = sitting.setting.words.plural(
        "{n} person's answers are open now.",
        "{n} people's answers are open now.",
        len(opening.people),
    )
    return _on_agenda(replace(sitting, profile=opening.profile).saying(sentence))


def _people(sitting: Sitting) -> frozenset[str]:
    """Whose answers would be opened now."""
    return opened(sitting.assessed, in_room=True).people


def _on_agenda(sitting: Sitting) -> Sitting:
    """To what is talked about first; to the end where there is nothing."""
    rules, words = sitting.setting.questionnaire, sitting.setting.words
    items = dict(agenda(rules, sitting.assessed, asked_ids(sitting)))
    if not items:
        nothing = words("Nothing is disputed, unknown or answered by too few.")
        return sitting.saying(nothing).at(Finishing())
    sentence = words.plural(
        "{n} question to agree on: what is seen differently comes first.",
        "{n} questions to agree on: what is seen differently comes first.",
        len(items),
    )
    return at_the_table(navigation.onward(replace(sitting.saying(sentence), agenda=items)))


def at_the_table(sitting: Sitting) -> Sitting:
    """The sitting with the voices laid out, where it came to a question of its agenda with levels.

    Whether answers may be shown by role is asked first, once.
    """
    phase = sitting.phase
    if not isinstance(phase, AtQuestion) or phase.id not in sitting.agenda:
        return sitting
    answer = sitting.assessed.answers.get(phase.id) or Answer()
    if all(voice.level is None for voice in answer.open_voices):
        return sitting
    if consent_due(sitting, len(answer.open_voices)):
        return sitting.at(AskingConsent(Agreeing(phase.id)))
    return sitting.at(Agreeing(phase.id), fresh=sitting.fresh)
