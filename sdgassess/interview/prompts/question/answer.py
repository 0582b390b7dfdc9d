"""A level or voices, typed at a question: whose answer is it?

The room's, where nobody in particular answers; one person's voice, where one was handed over to;
what the room agrees on, where voices are on the table already.
"""

from __future__ import annotations

from sdgassess.interview.moves.answer import VOICE_KEPT, follow_on, record, take_level
from sdgassess.interview.prompts.table import agreement as agreeing
from sdgassess.interview.state.record import with_own_voice, with_people, with_voices
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.question import allowed, span
from sdgassess.interview.view.voices import by_role
from sdgassess.model.profile import Participant, State, Voice
from sdgassess.model.question import Option, Question
from sdgassess.phrases.levels import NOT_APPLICABLE, UNKNOWN
from sdgassess.text import echoed, visible
from sdgassess.typed.answers import answer_line_typed
from sdgassess.typed.keys import answer_typed
from sdgassess.typed.voices import TypedVoices, nearly_voices, voices_typed


def take_answer(sitting: Sitting, question: Question, typed: str) -> Sitting | None:
    """Take a level, or a line of voices; None where the line is neither."""
    option = answer_typed(typed, question)
    if option is not None:
        return take_option(sitting, question, option)
    roles = sitting.setting.questionnaire.roles
    voices = voices_typed(typed, question, roles)
    if voices is None and len(sitting.assessed.participants) > 1:
        voices = nearly_voices(typed, question, roles)
    return None if voices is None else take_voices(sitting, question, voices)


def is_line_for(sitting: Sitting, question: Question, typed: str) -> bool:
    """Whether a line is an answer to a question, with or without words behind it."""
    roles = sitting.setting.questionnaire.roles
    return answer_line_typed(typed, question, roles) is not None


def is_answer(sitting: Sitting, question: Question, typed: str) -> bool:
    """Whether a line is a level or voices, without a slip."""
    voices = voices_typed(typed, question, sitting.setting.questionnaire.roles)
    clear = voices is not None and not voices.strange
    return clear or answer_typed(typed, question) is not None


def take_option(sitting: Sitting, question: Question, option: Option) -> Sitting:
    """Take a level for whoever answers."""
    person = only_one(sitting)
    answer = sitting.assessed.answers.get(question.id)
    if person is not None:
        named = question.named(option)
        voice = Voice(person.role, level=option.value, by=person.id, options=named)
        return take_own(sitting, question, voice)
    if answer is not None and answer.open_voices:
        return agreeing.agreed_on(sitting, question, option)
    return take_level(sitting, question, option)


def only_one(sitting: Sitting) -> Participant | None:
    """The one person who answers from now on, if it is one."""
    if len(sitting.answering) != 1:
        return None
    people = sitting.assessed.participants
    return next((person for person in people if person.id == sitting.answering[0]), None)


def take_own(sitting: Sitting, question: Question, voice: Voice) -> Sitting:
    """Keep one person's voice, say it in words, go on."""
    setting = sitting.setting
    before = sitting.assessed.answers.get(question.id)
    mark, means = _in_words(sitting, question, voice)
    if sitting.assessed.consent or len(sitting.assessed.participants) == 1:
        sitting = sitting.saying(means, f"{question.id}  {voice.by} = {mark}  ")
    else:
        sitting = sitting.saying(setting.words(VOICE_KEPT, id=question.id))
    answer = with_own_voice(before, voice, setting.plain(question.text))
    return follow_on(record(sitting, question, answer), question)


def _in_words(sitting: Sitting, question: Question, voice: Voice) -> tuple[str, str]:
    """A voice as its level with the anchor, or as its state."""
    setting = sitting.setting
    if voice.level is None:
        unknown = voice.state is State.UNKNOWN
        state = setting.words(UNKNOWN) if unknown else setting.words(NOT_APPLICABLE)
        return "?" if unknown else "-", state
    if voice.options is not None:
        option = question.choice(voice.options)
    else:
        level = question.option(voice.level)
        assert level is not None, "a voice has one of the question's levels"
        option = level
    return question.label(option), visible(setting.anchor(question, option)).strip()


def take_voices(sitting: Sitting, question: Question, spoken: TypedVoices) -> Sitting:
    """Keep all voices of a line at once, or none of them."""
    setting, words = sitting.setting, sitting.setting.words
    if spoken.strange:
        letters = ", ".join(role.letter for role in setting.questionnaire.roles)
        refusal = words(
            "“{typed}” is no voice here. Type the letter of a role ({letters}) and {values}, u or "
            "-. Nothing is kept yet.",
            typed=echoed(" ".join(spoken.strange)),
            letters=letters,
            values=span(question),
        )
        answer = sitting.assessed.answers.get(question.id)
        return sitting.staying().saying(refusal).allowing(allowed(sitting, question, answer))
    before = sitting.assessed.answers.get(question.id)
    voices = with_people(spoken.voices, sitting.assessed.participants)
    sitting = _about_people(sitting, question, spoken)
    answer = with_voices(before, voices, setting.plain(question.text))
    return agreeing.revealed(record(sitting, question, answer), question)


def _about_people(sitting: Sitting, question: Question, spoken: TypedVoices) -> Sitting:
    """Say where there are more voices than people, or a role that is not asked this question."""
    words, people = sitting.setting.words, sitting.assessed.participants
    for role in dict.fromkeys(voice.role for voice in spoken.voices):
        voices = sum(voice.role == role for voice in spoken.voices)
        present = sum(person.role == role for person in people)
        title = by_role(sitting.setting, [role])
        if people and voices > present:
            sentence = words(
                "{role}: {voices} voices, {people} here. They are kept without who spoke.",
                role=title,
                voices=voices,
                people=present,
            )
            sitting = sitting.saying(sentence)
        if question.roles and role not in question.roles:
            sentence = words("{role}: not asked this question; the voice is kept.", role=title)
            sitting = sitting.saying(sentence)
    return sitting
