"""Each one who is here answers unseen, one after the other; then all voices are laid out at once.

Silent answers first keep the loudest voice from being the only one (domain model §3.5, rule 5).
Every voice is on disk when the next one is asked; nothing is shown before everybody has answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdgassess.interview.moves.answer import asked, record
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.prompts.table import agreement as agreeing
from sdgassess.interview.state.phases import AtQuestion, InTurn, Revealing
from sdgassess.interview.state.record import answered, with_own_voice
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words
from sdgassess.interview.view.question import span
from sdgassess.model.profile import Participant, Profile, State, Voice
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.typed.keys import Key, parse
from sdgassess.typed.voices import voice_typed

FEWEST = 2
"""From how many people on answers are taken in turn."""


def start(sitting: Sitting, question: Question) -> Sitting:
    """Begin a round of unseen answers, or say who is missing for one."""
    people = _people(sitting, question)
    words = sitting.setting.words
    if len(people) < FEWEST:
        return sitting.staying().saying(
            words("Answering in turn needs two people or more; w + and a letter adds one.")
        )
    here = people_in_words(sitting.setting, people)
    sitting = sitting.saying(words("Unseen, in this order: {people}.", people=here))
    if len(people) < len(sitting.answering or sitting.assessed.participants):
        sitting = sitting.saying(words("The question is not put to the others."))
    return sitting.at(InTurn(question.id, begun=len(sitting.history)))


def show(sitting: Sitting) -> Screen:
    """Whose turn it is; the question is in sight, and what others typed is not shown."""
    setting, words = sitting.setting, sitting.setting.words
    person = _next(sitting)
    asks = words(
        "{who} (unseen, {values}, u, -): ",
        who=people_in_words(setting, [person]),
        values=span(asked(sitting)),
    )
    return Screen((), asks, PromptKind.UNSEEN)


def take(sitting: Sitting, line: str) -> Sitting:
    """Take one voice, kept at once though not shown; the last one reveals them all."""
    question, phase, person = asked(sitting), _phase(sitting), _next(sitting)
    read = parse(line)
    if read.key is Key.BACK:
        return _back(sitting, question)
    if read.key is Key.QUIT:
        return leave(sitting)
    voice = voice_typed(person.role, read.line, question, person.id)
    if read.key not in (Key.ENTER, Key.LATER) and voice is None:
        words = sitting.setting.words
        said = words(
            "That is not an answer. Type {values}, u unknown or - not applicable; Enter passes, "
            "b goes back.",
            values=span(question),
        )
        return sitting.staying().saying(said)
    if voice is not None:
        sitting = _unseen(sitting, question, voice)
    following = InTurn(question.id, phase.begun, phase.turn + 1)
    if following.turn < len(_people(sitting, question)):
        return sitting.at(following)
    return _revealed(sitting, question, phase)


def _unseen(sitting: Sitting, question: Question, voice: Voice) -> Sitting:
    """One voice kept, and nothing said of what it does."""
    setting, before = sitting.setting, sitting.assessed.answers.get(question.id)
    answer = with_own_voice(before, voice, setting.plain(question.text))
    if answer.level is None:
        # Until everybody has answered the question stays open, whatever ends the sitting.
        answer = replace(answer, state=State.LATER)
    return replace(record(sitting, question, answer), reply=sitting.reply)


def _revealed(sitting: Sitting, question: Question, phase: InTurn) -> Sitting:
    """All voices laid out, undone as one; where everybody passed, the question again."""
    if len(sitting.history) == phase.begun:
        words = sitting.setting.words
        passed = words("Everybody passed; {id} stays as it was.", id=question.id)
        return sitting.at(AtQuestion(question.id), fresh=False).saying(passed)
    return _whole(sitting.as_one_change(phase.begun), question).at(Revealing(question.id))


def _whole(sitting: Sitting, question: Question) -> Sitting:
    """The round is over: its voices are an answer now, not one that was put off midway."""
    profile = sitting.assessed
    answer = profile.answers[question.id]
    if answer.state is not State.LATER:
        return sitting
    done = answered(profile, question.id, replace(answer, state=None))
    return replace(sitting, profile=done)


def show_revealing(sitting: Sitting) -> Screen:
    """A breath before the table; one figure too many must not become the room's level."""
    words = sitting.setting.words
    said = words("Everybody has answered.")
    lines = sitting.setting.wrapped(said) if sitting.fresh else ()
    return Screen(lines, words("Enter lays the voices on the table: "), PromptKind.ANSWER)


def take_revealing(sitting: Sitting, line: str) -> Sitting:
    """Enter reveals; back leads to the question, and whatever else was typed is named."""
    question, read, words = asked(sitting), parse(line), sitting.setting.words
    if read.key is Key.ENTER:
        return agreeing.revealed(sitting, question)
    if read.key is Key.BACK:
        return sitting.at(AtQuestion(question.id))
    if read.key is Key.QUIT:
        return leave(sitting)
    return sitting.staying().saying(words("Everybody has answered."))


def _back(sitting: Sitting, question: Question) -> Sitting:
    """To the one before, who may answer again; from the first one to the question."""
    phase = _phase(sitting)
    if phase.turn == 0:
        return sitting.at(AtQuestion(question.id))
    return sitting.at(InTurn(question.id, phase.begun, phase.turn - 1))


def _phase(sitting: Sitting) -> InTurn:
    """The phase, as a round of unseen answers."""
    assert isinstance(sitting.phase, InTurn)
    return sitting.phase


def _people(sitting: Sitting, question: Question) -> tuple[Participant, ...]:
    """Who is asked, in order."""
    setting = sitting.setting
    return asked_in_turn(setting.questionnaire, question, sitting.assessed, sitting.answering)


def _next(sitting: Sitting) -> Participant:
    """Whose turn it is."""
    return _people(sitting, asked(sitting))[_phase(sitting).turn]


def asked_in_turn(
    questionnaire: Questionnaire, question: Question, profile: Profile, answering: Sequence[str]
) -> tuple[Participant, ...]:
    """Who is asked one after the other: those here whose role the question is put to.

    Args:
        questionnaire: whose roles speak in its order.
        question: what is asked; put to nobody in particular, or to nobody who is here, everybody
            is asked.
        profile: who is here.
        answering: ids of those who answer from now on; empty means all who are here.
    """
    order = [role.id for role in questionnaire.roles]
    here = [one for one in profile.participants if not answering or one.id in answering]
    here.sort(key=lambda one: order.index(one.role) if one.role in order else len(order))
    wanted = [one for one in here if one.role in question.roles]
    return tuple(wanted or here)
