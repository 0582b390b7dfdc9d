"""Each one who is here answers unseen, one after the other; then all voices are laid out at once.

Silent answers first keep the loudest voice from being the only one (domain model §3.5, rule 5).
Every voice is on disk when the next one is asked; nothing is shown before everybody has answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdgassess.interview.moves.answer import record
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.prompts.table.agreement import revealed
from sdgassess.interview.state.phases import AtQuestion, InTurn, Revealing
from sdgassess.interview.state.record import with_answer, with_own_voice
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
    order = people_in_words(sitting.setting, people)
    sitting = sitting.saying(words("Unseen, in this order: {people}.", people=order))
    if len(people) < len(sitting.answering or sitting.assessed.participants):
        sitting = sitting.saying(words("The question is not put to the others."))
    return sitting.at(InTurn(question.id, begun=len(sitting.history)))


def show(sitting: Sitting, phase: InTurn) -> Screen:
    """Whose turn it is; the question is in sight, and what others typed is not shown."""
    setting, question = sitting.setting, sitting.question(phase.id)
    asks = setting.words(
        "{who} (unseen, {values}, u, -): ",
        who=people_in_words(setting, [_people(sitting, question)[phase.turn]]),
        values=span(question),
    )
    return Screen((), asks, PromptKind.UNSEEN)


def take(sitting: Sitting, phase: InTurn, line: str) -> Sitting:
    """Take one voice, kept at once though not shown; the last one reveals them all."""
    question, typed = sitting.question(phase.id), parse(line)
    people = _people(sitting, question)
    person = people[phase.turn]
    voice = voice_typed(person.role, typed.line, question, person.id)
    if voice is None and typed.key is Key.BACK:
        return _back(sitting, phase)
    if voice is None and typed.key is Key.QUIT:
        return leave(sitting)
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
    following = InTurn(question.id, phase.begun, phase.turn + 1)
    if following.turn < len(people):
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
    return _over(sitting.as_one_change(phase.begun), question).at(Revealing(question.id))


def _over(sitting: Sitting, question: Question) -> Sitting:
    """The round is over: its voices are an answer now, not one that was put off midway."""
    profile = sitting.assessed
    answer = profile.answers[question.id]
    if answer.state is not State.LATER:
        return sitting
    settled = with_answer(profile, question.id, replace(answer, state=None))
    return replace(sitting, profile=settled)


def show_revealing(sitting: Sitting, _: Revealing) -> Screen:
    """A breath before the table; one figure too many must not become the room's level."""
    words = sitting.setting.words
    lines = sitting.setting.wrapped(words("Everybody has answered.")) if sitting.fresh else ()
    return Screen(lines, words("Enter lays the voices on the table: "), PromptKind.ANSWER)


def take_revealing(sitting: Sitting, phase: Revealing, line: str) -> Sitting:
    """Enter reveals; back leads to the question, and whatever else was typed is named."""
    typed, words = parse(line), sitting.setting.words
    if typed.key is Key.ENTER:
        return revealed(sitting, sitting.question(phase.id))
    if typed.key is Key.BACK:
        return sitting.at(AtQuestion(phase.id))
    if typed.key is Key.QUIT:
        return leave(sitting)
    return sitting.staying().saying(words("Everybody has answered."))


def _back(sitting: Sitting, phase: InTurn) -> Sitting:
    """To the one before, who may answer again; from the first one to the question."""
    if phase.turn == 0:
        return sitting.at(AtQuestion(phase.id))
    return sitting.at(InTurn(phase.id, phase.begun, phase.turn - 1))


def _people(sitting: Sitting, question: Question) -> tuple[Participant, ...]:
    """Who is asked, in order."""
    setting = sitting.setting
    return asked_in_turn(setting.questionnaire, question, sitting.assessed, sitting.answering)


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
    present = [
        person for person in profile.participants if not answering or person.id in answering
    ]
    present.sort(
        key=lambda person: order.index(person.role) if person.role in order else len(order)
    )
    wanted = [person for person in present if person.role in question.roles]
    return tuple(wanted or present)
