"""Minutes of a sitting: what changed between two profiles, in words and with the time.

Pure: the clock and both profiles are handed in, lines of Markdown come out. What people typed is
shown harmless and on one line, so that no comment can pass for a heading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sdgassess.interview.minutes.answer import AnswerChange
from sdgassess.interview.state.phases import Finishing
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended, Sitting
from sdgassess.interview.view.overview import (
    COMPLETE,
    PROGRESS,
    asked_ids,
    counts_in_words,
    progress,
    size_words,
)
from sdgassess.interview.view.people import PRESENT, people_in_words
from sdgassess.interview.view.unscored import context_in_words, style_in_words
from sdgassess.model.profile import (
    Answer,
    ContextAnswer,
    Judgement,
    Priority,
    Profile,
    Status,
    StyleAnswer,
)
from sdgassess.model.question import Text
from sdgassess.model.unscored import Axis, ContextQuestion
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import WEIGHTS
from sdgassess.phrases.levels import assessed_name
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import disclosure
from sdgassess.scoring.hearing import people_present
from sdgassess.text import one_line


def heading(setting: Setting, profile: Profile, at: dt.datetime) -> tuple[str, ...]:
    """How minutes begin: who is assessed, with what, who is here, where it stands.

    Args:
        setting: the language, and the questionnaire.
        profile: what is there when the minutes begin.
        at: that moment, as the clock in the room shows it.
    """
    words, questionnaire = setting.words, setting.questionnaire
    n = len(questionnaire.question_ids(profile.quick))
    size = size_words(n, quick=profile.quick, words=words)
    title = one_line(setting.spoken(questionnaire.title))
    facts = [f"{title} ({questionnaire.id} {questionnaire.version}). {size}"]
    facts += _here(setting, profile)
    answered, total = progress(_standing(setting, profile))
    facts.append(words(PROGRESS, done=answered, of=total))
    when = f"{at:%Y-%m-%d %H:%M}"
    facts.append(words("Minutes begin {when}.", when=when))
    name = assessed_name(profile)
    return (f"# {name} · {profile.date.isoformat()}", "", *_listed(facts), "")


class Noted(NamedTuple):
    """What minutes say of a change.

    Attributes:
        lines: the lines to add.
        about: what the last of them are about; more about it goes below them without a head.
    """

    lines: tuple[str, ...]
    about: str


def changes(
    setting: Setting, before: Profile, after: Profile, at: dt.datetime, under: str = ""
) -> Noted:
    """What was changed, an entry for each question and each thing beside the questions.

    Args:
        setting: the language, and the questionnaire.
        before: the profile as the minutes know it.
        after: the profile now.
        at: the moment, as the clock in the room shows it.
        under: what the last lines of the minutes are about.
    """
    clock, lines, part = f"{at:%H:%M}", list[str](), _part(setting, under)
    for entry in _entries(setting, before, after):
        of_entry = _part(setting, entry.about)
        if of_entry is not None and of_entry != part:
            lines += ("", f"## {of_entry}", "")
        part = of_entry or part
        if not entry.lines or entry.about != under:
            lines.append(f"- {clock} {entry.title}")
        lines += (f"  - {line}" for line in entry.lines)
        under = entry.about
    return Noted(tuple(lines), under)


def _part(setting: Setting, about: str) -> str | None:
    """The title of the part that a question is in; None where it is about something else."""
    part = setting.questionnaire.factor_of.get(about)
    return one_line(setting.spoken(part.title)) if part is not None else None


class _Entry(NamedTuple):
    """What changed about one thing: what it is, how it is headed, the lines below."""

    about: str
    title: str
    lines: tuple[str, ...]


def ending(
    setting: Setting, profile: Profile, ended: Ended | None, at: dt.datetime
) -> tuple[str, ...]:
    """How minutes end: the counts, and how the sitting ended.

    Args:
        setting: the language, and the questionnaire.
        profile: what is there at the end.
        ended: how; None where something broke it off.
        at: the moment, as the clock in the room shows it.
    """
    words, sitting = setting.words, _standing(setting, profile)
    answered, total = progress(sitting)
    counts = words(PROGRESS, done=answered, of=total)
    sentences = (
        f"{counts} {counts_in_words(sitting, asked_ids(sitting))}".strip(),
        _how(setting, profile, ended),
    )
    return ("", *_listed([f"{at:%H:%M} {line}" for line in sentences]))


def _how(setting: Setting, profile: Profile, ended: Ended | None) -> str:
    """How the sitting ended, in a sentence."""
    words = setting.words
    if ended is Ended.LEFT:
        return words("Stopped on the way.")
    if ended is not Ended.FINISHED:
        return words("Interrupted.")
    if profile.status in (Status.COMPLETE, Status.AMENDED):
        return words(COMPLETE)
    return words("The assessment is left open.")


def _standing(setting: Setting, profile: Profile) -> Sitting:
    """The profile as a sitting, to be counted."""
    return Sitting(setting, Finishing(), profile)


def _listed(lines: list[str]) -> tuple[str, ...]:
    """Lines as a list."""
    return tuple(f"- {line}" for line in lines)


def _here(setting: Setting, profile: Profile) -> list[str]:
    """Who is here, by role and unit: attendance, not answers."""
    present = people_present(profile)
    if not present:
        return []
    people = people_in_words(setting, present)
    return [setting.words(PRESENT, people=people)]


def _entries(setting: Setting, before: Profile, after: Profile) -> Iterator[_Entry]:
    """Each entry, in the order of the questionnaire."""
    yield from (_Entry("", title, ()) for title in _about_all(setting, before, after))
    for context in setting.questionnaire.context:
        old, new = before.context.get(context.id), after.context.get(context.id)
        if old != new:
            title = one_line(setting.spoken(context.text))
            yield _Entry(context.id, title, (_context(setting, context, new),))
    yield from _questions(setting, before, after)
    for axis in setting.questionnaire.style:
        earlier, style = before.style.get(axis.id), after.style.get(axis.id)
        if earlier != style:
            style_lines = tuple(_style(setting, axis, earlier, style))
            yield _Entry(f"style {axis.id}", one_line(setting.spoken(axis.title)), style_lines)
    yield from _picked(setting, before, after)


def _title(setting: Setting, identity: str, text: Text) -> str:
    """An id with its question."""
    return f"{identity}  {one_line(setting.spoken(text))}"


def _about_all(setting: Setting, before: Profile, after: Profile) -> Iterator[str]:
    """What changed about the whole: place and date, who is here, consent, a reason to amend."""
    words = setting.words
    if (before.municipality, before.date) != (after.municipality, after.date):
        name, date = assessed_name(after), after.date.isoformat()
        yield words("Assessed: {name}, {date}.", name=name, date=date)
    if before.participants != after.participants:
        yield from _here(setting, after)
    if before.consent != after.consent and after.consent is not None:
        if after.consent:
            yield words("Answers may be shown by role.")
        else:
            yield words("Answers may not be shown by role.")
    for amendment in after.amended_because[len(before.amended_because) :]:
        yield words("Changed after it was complete: {reason}", reason=one_line(amendment.reason))


def _questions(setting: Setting, before: Profile, after: Profile) -> Iterator[_Entry]:
    """The answers that changed, in order; a question's words stand where it is first answered."""
    words = setting.words
    for question in setting.questionnaire.questions.values():
        name, sentences = question.id, list[str]()
        if name in after.parked and name not in before.parked:
            because = after.parked[name].because
            sentences.append(words("No longer asked because of {id}; put aside.", id=because))
        elif name in before.parked and name in after.answers:
            sentences.append(words("Asked again; its answer is back."))
        else:
            old, new = before.answers.get(name, Answer()), after.answers.get(name, Answer())
            if old != new:
                result = question_result(setting.questionnaire, question, after)
                shown = disclosure(after, result)
                sentences += AnswerChange(setting, question, old, new, shown).lines()
        if sentences:
            touched_before = name in before.answers or name in before.parked
            title = name if touched_before else _title(setting, name, question.text)
            yield _Entry(name, title, tuple(sentences))


def _context(setting: Setting, question: ContextQuestion, answer: ContextAnswer | None) -> str:
    """An answer about the setting, in words."""
    if answer is None:
        return setting.words("No answer any more.")
    chosen = next((option for option in question.options if option.value == answer), None)
    sentence = context_in_words(setting, question, answer)
    return f"{sentence}  {one_line(setting.spoken(chosen.text))}" if chosen else sentence


def _style(
    setting: Setting, axis: Axis, before: StyleAnswer | None, after: StyleAnswer | None
) -> Iterator[str]:
    """An answer about style in words; of several items those that changed."""
    if after is not None and not isinstance(after, Mapping):
        yield style_in_words(setting, axis, after)
        return
    old = before if isinstance(before, Mapping) else {}
    new = after if isinstance(after, Mapping) else {}
    if after is None and not old:
        yield setting.words("No answer any more.")
    for item in axis.items:
        value, text = new.get(item.id), one_line(setting.spoken(item.text))
        if value is None and item.id in old:
            yield f"{text}  {setting.words('No answer any more.')}"
        elif value is not None and value != old.get(item.id):
            yield f"{text}  {style_in_words(setting, axis, value, item)}"


def _picked(setting: Setting, before: Profile, after: Profile) -> Iterator[_Entry]:
    """How the room judged candidates, and what it picked."""
    words = setting.words
    for name, judged in after.judgement.items():
        if before.judgement.get(name) != judged:
            sentence = "; ".join(_judged(setting, judged))
            yield _Entry(
                f"judged {name}",
                words(labels.JUDGED_LINE, id=name),
                (sentence,) if sentence else (),
            )
    earlier = {pick.question: set(_pick(setting, pick)) for pick in before.priorities}
    for pick in after.priorities:
        if pick not in before.priorities:
            title = words("Picked: {id}", id=pick.question)
            lines = earlier.get(pick.question, set())
            changed = tuple(line for line in _pick(setting, pick) if line not in lines)
            yield _Entry(f"picked {pick.question}", title, changed)
    picked = {pick.question for pick in after.priorities}
    for pick in before.priorities:
        if pick.question not in picked:
            yield _Entry("", words(labels.NO_LONGER_PICKED_LINE, id=pick.question), ())


def _judged(setting: Setting, judged: Judgement) -> Iterator[str]:
    """A judgement in words, what was left out left out."""
    words = setting.words
    if judged.stake:
        yield words("At stake: {weight}", weight=words(WEIGHTS[judged.stake]))
    if judged.influence:
        yield words("Influence: {weight}", weight=words(WEIGHTS[judged.influence]))
    if judged.can_start is not None:
        yield words("Can start soon") if judged.can_start else words("Cannot start soon")


def _pick(setting: Setting, pick: Priority) -> Iterator[str]:
    """What was said about a pick."""
    words = setting.words
    if pick.target is not None:
        yield words("Target: {level}", level=written_number(pick.target, words, 9))
    if pick.who:
        yield words(labels.WHO_LINE, text=one_line(pick.who))
    if pick.by:
        yield words(labels.BY_WHEN_LINE, text=one_line(pick.by))
    if pick.first_move:
        yield words(labels.FIRST_MOVE_LINE, text=one_line(pick.first_move))
    if pick.known_by:
        yield words(labels.KNOWN_BY_LINE, text=one_line(pick.known_by))
