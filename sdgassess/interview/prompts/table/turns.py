"""Each one who is here answers unseen, one after the other; then all voices are laid out at once.

Silent answers first keep the loudest voice from being the only one.
Every voice is on disk when the next one is asked, sealed; nothing of it is shown, and nothing
follows from it, before everybody was asked and the room opens the round. A round that is left
stays sealed (`sdgassess.interview.moves.rounds`).
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.answer import record
from sdgassess.interview.moves.keys import refused
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.rounds import gone_on_with, people_asked, people_due
from sdgassess.interview.prompts.table.agreement import revealed
from sdgassess.interview.state.phases import AtQuestion, InTurn, Revealing
from sdgassess.interview.state.record import opened, with_sealed_voice
from sdgassess.interview.state.rounds import people_without_vote
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_told_apart
from sdgassess.interview.view.question import question_without_keys, span
from sdgassess.model.profile import Voice
from sdgassess.model.question import Question
from sdgassess.typed.keys import Key, parse
from sdgassess.typed.voices import voice_typed

FEWEST = 2
"""From how many people on answers are taken in turn."""


def start(sitting: Sitting, question: Question) -> Sitting:
    """Begin a round of unseen answers, go on with one that was left, or say who is missing."""
    people, words = people_asked(sitting, question), sitting.setting.words
    answer = sitting.assessed.answers.get(question.id)
    under_way = answer is not None and answer.sealed > 0
    if len(people) < FEWEST and not (under_way and people):
        return sitting.staying().saying(
            words("Answering in turn needs two people or more; w + and a letter adds one.")
        )
    if under_way:
        return gone_on_with(sitting, question)
    here = sitting.assessed.participants
    order = people_told_apart(sitting.setting, people, here)
    sitting = sitting.saying(words("Unseen, in this order: {people}.", people=order))
    if len(people) < len(sitting.answering or sitting.assessed.participants):
        sitting = sitting.saying(words("The question is not put to the others."))
    return sitting.at(InTurn(question.id, begun=len(sitting.history)))


def show(sitting: Sitting, phase: InTurn) -> Screen:
    """Whose turn it is; the question is in sight, and what others typed is not shown."""
    setting, question = sitting.setting, sitting.question(phase.id)
    asks = setting.words(
        "{who} (unseen, {values}, u, -): ",
        who=people_told_apart(
            setting, [people_asked(sitting, question)[phase.turn]], sitting.assessed.participants
        ),
        values=span(question),
    )
    lines = question_without_keys(sitting, question) if phase.anew and sitting.fresh else ()
    return Screen(lines, asks, PromptKind.UNSEEN)


def take(sitting: Sitting, phase: InTurn, line: str) -> Sitting:
    """Take one voice, kept at once though not shown; after the last one the room may open."""
    question, typed = sitting.question(phase.id), parse(line)
    people = people_asked(sitting, question)
    person = people[phase.turn]
    voice = voice_typed(person.role, typed.line, question, person.id)
    if voice is None and typed.key is Key.BACK:
        return _back(sitting, phase)
    if voice is None and typed.key is Key.QUIT:
        return leave(sitting)
    if voice is None and typed.key is Key.GO:
        return navigation.go(sitting, typed.words)
    if typed.key not in (Key.ENTER, Key.LATER) and voice is None:
        words = sitting.setting.words
        refusal = words(
            "That is not an answer. Type {values}, u unknown or - not applicable; Enter passes, "
            "{back} goes back.",
            values=span(question),
            back=":b" if question.by_id else "b",
        )
        return sitting.staying().saying(refusal)
    if voice is not None:
        sitting = _unseen(sitting, question, voice)
    # Who voted before the round was left is not asked again.
    later = people[phase.turn + 1 :]
    due = people_without_vote(later, sitting.assessed.answers.get(question.id))
    if due:
        return sitting.at(InTurn(question.id, phase.begun, people.index(due[0])))
    return _asked_all(sitting, question, phase)


def _unseen(sitting: Sitting, question: Question, voice: Voice) -> Sitting:
    """One voice kept sealed, and nothing said of what it does."""
    setting, before = sitting.setting, sitting.assessed.answers.get(question.id)
    answer = with_sealed_voice(before, voice, setting.plain(question.text))
    return replace(record(sitting, question, answer), reply=sitting.reply)


def _asked_all(sitting: Sitting, question: Question, phase: InTurn) -> Sitting:
    """The round can be opened; where everybody passed, the question again."""
    answer = sitting.assessed.answers.get(question.id)
    if answer is None or not answer.sealed:
        words = sitting.setting.words
        passed = words("Everybody passed; {id} stays as it was.", id=question.id)
        return sitting.at(AtQuestion(question.id), fresh=False).saying(passed)
    return sitting.at(Revealing(question.id, phase.begun))


def show_revealing(sitting: Sitting, phase: Revealing) -> Screen:
    """A breath before the table; one figure too many must not become the room's level."""
    words = sitting.setting.words
    lines = sitting.setting.wrapped(_asked(sitting, phase)) if sitting.fresh else ()
    return Screen(lines, words("Enter lays the voices on the table: "), PromptKind.ANSWER)


def take_revealing(sitting: Sitting, phase: Revealing, line: str) -> Sitting:
    """Enter opens the round; back leads to the question; any other line is named, and stays."""
    typed = parse(line)
    if typed.key is Key.ENTER:
        return _opened(sitting, phase)
    if typed.key is Key.BACK:
        return sitting.at(AtQuestion(phase.id))
    if typed.key is Key.QUIT:
        return leave(sitting)
    if typed.key is Key.GO:
        return navigation.go(sitting, typed.words)
    allowed = sitting.setting.words(
        "Enter lays the voices on the table · b back · q save and stop"
    )
    if typed.key is Key.HELP:
        return sitting.staying().saying(_asked(sitting, phase)).allowing(allowed)
    return refused(sitting, line, allowed)


def _asked(sitting: Sitting, phase: Revealing) -> str:
    """That everybody has answered, or that somebody passed or is not here; not who."""
    words = sitting.setting.words
    if people_due(sitting, sitting.question(phase.id)):
        return words("Everybody was asked; not all have answered.")
    return words("Everybody has answered.")


def _opened(sitting: Sitting, phase: Revealing) -> Sitting:
    """All voices laid out, undone as one with the votes of this part of the round."""
    question = sitting.question(phase.id)
    answer = sitting.assessed.answers[question.id]
    wording = sitting.setting.plain(question.text)
    reply = sitting.reply
    sitting = replace(record(sitting, question, opened(answer, wording)), reply=reply)
    return revealed(sitting.as_one_change(phase.begun), question)


def _back(sitting: Sitting, phase: InTurn) -> Sitting:
    """To the one before, who may answer again; from the first one to the question."""
    if phase.turn == 0:
        return sitting.at(AtQuestion(phase.id))
    return sitting.at(InTurn(phase.id, phase.begun, phase.turn - 1))
