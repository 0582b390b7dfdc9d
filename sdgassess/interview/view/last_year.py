"""This year's answer held against last year's: what is lower, what is kept of it, what it was.

Asked once per question that went down (model.md: Comparing years): *has it got worse, or do you
know more now?* A rise is only looked at on request. Nothing is shown before this year's answer is
given.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.state.last_year import Earlier, LastYear
from sdgassess.interview.state.phases import AtQuestion, SayingChange, SayingWhyChanged
from sdgassess.interview.state.route import is_answered
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words
from sdgassess.model.profile import (
    Answer,
    EarlierAnswer,
    Profile,
    State,
    Voice,
    WasChange,
)
from sdgassess.model.question import Level, Question
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.evidence import evidence_name
from sdgassess.phrases.levels import STATES_IN_A_SITTING
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import Disclosure
from sdgassess.text import one_line


def earlier(sitting: Sitting, question: Question) -> Earlier | None:
    """Last year's answer to a question, where it may be held against this year's."""
    last = sitting.setting.last_year
    return last.answers.get(question.id) if last else None


def level_now(sitting: Sitting, question: Question) -> Level | None:
    """What this year's answer and voices come to, or None where that is no level."""
    return _level(sitting, question, sitting.assessed)


def _level(sitting: Sitting, question: Question, profile: Profile) -> Level | None:
    return question_result(sitting.setting.questionnaire, question, profile).answered


def fallen(last_year: Earlier | None, level: Level | None) -> bool:
    """Whether a level is below last year's, on the same anchors."""
    if last_year is None or not last_year.exact or last_year.level is None or level is None:
        return False
    return level < last_year.level


def change_due(sitting: Sitting, question: Question) -> Sitting | None:
    """Asking why an answer is lower than last year's, once; None where that is not due."""
    answer = sitting.assessed.answers.get(question.id)
    explained = answer is not None and answer.was is not None and answer.was.change is not None
    lower = fallen(earlier(sitting, question), level_now(sitting, question))
    if not lower or explained or question.id in sitting.change_asked:
        return None
    sitting = replace(sitting, change_asked=sitting.change_asked | {question.id})
    return sitting.at(SayingChange(question.id))


def with_was(sitting: Sitting, question: Question, answer: Answer | None) -> Answer | None:
    """The answer with last year's beside it where it is lower, and without where it no longer is.

    What was said about a fall is about a fall, and what was said about a rise about a rise: it
    goes where the level has turned. While the level stays as it is, nothing is touched.
    """
    last_year = earlier(sitting, question)
    if answer is None or last_year is None or not last_year.exact or last_year.level is None:
        return answer
    answers = {**sitting.assessed.answers, question.id: answer}
    level = _level(sitting, question, sitting.assessed._replace(answers=answers))
    moved, difference = level != level_now(sitting, question), answer.was
    rise = difference is not None and difference.change is WasChange.CHANGED
    if fallen(last_year, level):
        new = difference is None or (rise and moved)
        return replace(answer, was=was_of(sitting, last_year)) if new else answer
    if difference is None or not moved or (rise and level is not None and level > last_year.level):
        return answer
    return replace(answer, was=None)


def was_of(
    sitting: Sitting,
    last_year: Earlier,
    change: WasChange | None = None,
    reason: str | None = None,
) -> EarlierAnswer:
    """Last year's answer as it is kept with this year's."""
    last = sitting.setting.last_year
    state = last_year.state if last_year.level is None else None
    named, level = last_year.answer.options, last_year.level
    date = last.date if last else None
    # Ids and a level do not stand together in a file: where the answer has ids, they say more.
    return EarlierAnswer(level if named is None else None, state, date, change, reason, named)


def show_earlier(sitting: Sitting, question: Question) -> Sitting:
    """The key `v`: last year's answer, once this year's is given; then why it differs."""
    words, stop = sitting.setting.words, AtQuestion(question.id)
    last, answer = sitting.setting.last_year, earlier(sitting, question)
    sitting = sitting.staying()
    if last is None:
        return sitting.saying(words("There is no assessment of last year to look at."))
    if answer is None:
        refusal = words("Last year has no answer that can be held against {id}.", id=question.id)
        return sitting.saying(refusal)
    if not is_answered(sitting.assessed.answers.get(question.id)):
        return sitting.saying(words("Last year's answer is shown after this year's is given."))
    for line in (in_words(sitting, answer), *_more(sitting, last, answer)):
        sitting = sitting.saying(line)
    level = level_now(sitting, question)
    if not answer.exact or answer.level is None or level is None or level == answer.level:
        return sitting
    if fallen(answer, level):
        return sitting.at(SayingChange(question.id, stop), fresh=False)
    return sitting.at(SayingWhyChanged(question.id, stop))


def in_words(sitting: Sitting, answer: Earlier) -> str:
    """Last year's answer in one sentence, with its anchor text."""
    setting, last = sitting.setting, sitting.setting.last_year
    date = last.date.isoformat() if last else ""
    if answer.level is None:
        state = setting.words(STATES_IN_A_SITTING[answer.state or State.NOT_ASKED])
        return setting.words("Last year ({date}): {state}.", date=date, state=state)
    option = answer.question.answered(answer.level, answer.answer.options)
    means = one_line(setting.anchor(answer.question, option)) if option else ""
    named = option is not None and answer.question.by_id
    label = (
        answer.question.label(option)
        if option and named
        else written_number(answer.level, sitting.setting.words, 9)
    )
    level = f"{label}  {means}".strip()
    return setting.words("Last year ({date}): {level}", date=date, level=level)


def _more(sitting: Sitting, last: LastYear, earlier_answer: Earlier) -> tuple[str, ...]:
    """What else was said last year: in which words it was asked, by whom, comment, evidence."""
    setting, words, answer = sitting.setting, sitting.setting.words, earlier_answer.answer
    lines: list[str] = []
    if not earlier_answer.exact:
        lines.append(_otherwise(sitting, earlier_answer.question))
    shown = earlier_answer.shown
    if shown.voices:
        with_roles = sitting.assessed.consent is True
        lines.append(voices_in_words(setting, shown if with_roles else shown.without_roles()))
    elif last.participants and not answer.voices:
        people = people_in_words(setting, last.participants)
        lines.append(words("Who was there: {people}.", people=people))
    if answer.reason:
        lines.append(words(labels.REASON_LINE, text=one_line(answer.reason)))
    if answer.comment:
        lines.append(words(labels.COMMENT_LINE, text=one_line(answer.comment)))
    titles = titles_in_words(answer)
    return (*lines, words(labels.EVIDENCE_LINE, titles=titles)) if titles else tuple(lines)


def _otherwise(sitting: Sitting, question: Question) -> str:
    """Why last year's answer compares only roughly: what was asked then, or whose word that is."""
    words, setting = sitting.setting.words, sitting.setting
    if question.asked_like(sitting.question(question.id)):
        return words("As the questionnaire's history says, then and now compare only roughly.")
    wording = setting.spoken(question.text)
    if question.text == sitting.question(question.id).text:
        return words("Its levels were described in other words then.")
    return words("It was asked in other words then: {text}", text=wording)


def titles_in_words(answer: Answer) -> str:
    """The titles of the evidence of an answer, in a row."""
    return "; ".join(map(evidence_name, answer.evidence))


def voices_in_words(setting: Setting, shown: Disclosure) -> str:
    """The voices of an answer: those of roles that may be named, then levels that nobody has."""
    words = setting.words
    titles = {
        role.id: one_line(setting.spoken(role.title)) for role in setting.questionnaire.roles
    }
    order = list(titles)
    named = sorted(
        shown.named,
        key=lambda voice: order.index(voice.role) if voice.role in order else len(order),
    )
    listed = [
        f"{titles.get(voice.role, one_line(voice.role))} {_stand(setting, voice)}"
        for voice in named
    ]
    # Sorted: the order in which people spoke would tell who said what.
    listed += sorted(_stand(setting, voice) for voice in shown.unnamed)
    return words(labels.VOICES_LINE, voices=", ".join(listed))


def _stand(setting: Setting, voice: Voice) -> str:
    """A voice's level, or its state in words."""
    if voice.level is not None:
        return written_number(voice.level, setting.words, 9)
    return setting.words(STATES_IN_A_SITTING[voice.state or State.UNKNOWN])
