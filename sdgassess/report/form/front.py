"""The first page of a form: what it is, who answers and when, how it is filled in, the scale.

Nobody's name is asked for. A form filled from a profile says who took part only where answers may
be shown by role (model.md: Consent).
"""

from __future__ import annotations

from collections.abc import Sequence
from string import digits
from typing import NamedTuple

from sdgassess.document.answer_page import HOW_ALONE
from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choice,
    Choices,
    Heading,
    Paragraph,
    Table,
    Together,
    WritingLines,
)
from sdgassess.document.runs import Run, Runs, text_of
from sdgassess.language import N_
from sdgassess.model.profile import Participant, Profile
from sdgassess.model.question import Option, Question
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.choosing import ELSE_HIGHEST, HIGHEST, choosing_rule
from sdgassess.phrases.levels import FULL_ASSESSMENT, QUICK_SCAN, assessed_name, respondents
from sdgassess.report.form.languages import Side, Speech
from sdgassess.report.form.question import CORE
from sdgassess.scoring.hearing import people_present, roles_heard
from sdgassess.text import one_line

_HOW = {False: N_("How to fill it in"), True: HOW_ALONE}
PURPOSE = N_(
    "We ask you because you see something that others do not. It is about how the work is "
    "organised and governed, not about you or your colleagues."
)
_NOT_SHOWN = N_(
    "Whoever collects the forms reads this one. In the result nothing stands under your name or "
    "your role. Where few take part, others may still work out what you answered."
)
_SHOWN = N_(
    "Whoever collects the forms reads this one. The result shows what your role answered, "
    "unless somebody in it says no."
)
_HOW_SHARES = (5, 8)
"""How wide the advice is against the example: the answers of the example are the longer lines."""
_ALONE = (
    N_("Choose the highest text that is wholly true as far as you know; in doubt, the lower one."),
    N_("The lowest level is an answer too, and so is “I don’t know”."),
)


class Front(NamedTuple):
    """What the first page speaks of.

    Attributes:
        questionnaire: the questionnaire.
        speech: the languages.
        quick: whether only core questions are asked.
        role: the role that the form is for; None for everybody.
        questions: the questions on the form, in order.
        profile: what it is filled from; with a name alone, its form is empty.
        alone: whether somebody answers alone, not a room.
        person: whose form it is; None where that is written by hand.
    """

    questionnaire: Questionnaire
    speech: Speech
    quick: bool
    role: Role | None
    questions: tuple[Question, ...]
    profile: Profile | None
    alone: bool = False
    person: Participant | None = None

    @property
    def is_filled(self) -> bool:
        """Whether anything is written on it already, besides whose it is and a day."""
        return self.person is None and self.profile is not None and bool(self.profile.answers)


def front_page(front: Front) -> tuple[Block, ...]:
    """The whole first page."""
    return (
        Heading(1, front.speech.text(front.questionnaire.title)),
        Paragraph(_what(front)),
        *_untranslated(front),
        *_who(front),
        *_purpose(front),
        *_instructions(front),
        *_limits(front),
    )


def _instructions(front: Front) -> tuple[Block, ...]:
    """How it is filled in, the levels, the example question.

    Somebody alone reads the example beside how it is done, so that a question more fits the page.
    """
    how = (Heading(2, front.speech.fixed(_HOW[front.alone])), *_how(front))
    practice, scale = _practice(front), _scale(front)
    if front.alone and practice and not front.speech.double:
        return (Beside(how, practice, _HOW_SHARES), *scale)
    return (*how, *scale, *practice)


def scope_words(front: Front) -> str:
    """Quick or full, and the role, in the document's language; also for the foot of the page."""
    side = front.speech.first
    scope = side.fixed(QUICK_SCAN if front.quick else FULL_ASSESSMENT).text
    return f"{scope} · {side.text(front.role.title).text}" if front.role else scope


def _what(front: Front) -> Runs:
    """Questionnaire to fill in: how long, how wide, for whom."""
    singular, plural = "Questionnaire with {n} question", "Questionnaire with {n} questions"
    count = front.speech.plural(singular, plural, len(front.questions))
    scope = front.speech.fixed(QUICK_SCAN if front.quick else FULL_ASSESSMENT)
    parts: tuple[Runs, ...] = (count, scope)
    if front.role is not None:
        parts = (
            *parts,
            front.speech.fixed(N_("only what is put to: {role}"), role=front.role.title),
        )
    return tuple(run for n, part in enumerate(parts) for run in ((Run(" · "),) * bool(n)) + part)


def _untranslated(front: Front) -> tuple[Block, ...]:
    """A word for each language that the questionnaire lacks: its texts are then in another."""
    lacking = [
        side
        for side in front.speech.sides
        if side.words.language not in front.questionnaire.complete_languages
    ]
    return tuple(
        Paragraph(
            (
                side.fixed(
                    N_(
                        "Not all of this questionnaire is translated; what is missing is "
                        "printed in another language."
                    )
                ),
            )
        )
        for side in lacking
    )


def _who(front: Front) -> tuple[Block, ...]:
    """Municipality, date, role and unit: written where they are known."""
    profile, speech = front.profile, front.speech
    name = _written(assessed_name(profile) if profile else None)
    date = _written(written_date(profile.date, speech.first.words) if profile else None)
    person = front.person
    unit = _line(speech, N_("Unit"), _written(person.unit if person else None))
    place = _line(speech, labels.SUBJECT, name)
    day = _line(speech, labels.DATE, date)
    if front.alone:
        receiver = _line(speech, N_("Give it to"), ())
        number = _line(speech, labels.NUMBER_ON_THE_LIST, _written(person.id if person else None))
        latest = _line(speech, N_("No later than"), ())
        return (_abreast(place, unit, day), _abreast(receiver, number, latest))
    agreed = profile is not None and profile.consent is True and front.role is not None
    one_person = not front.is_filled or agreed
    time = (day, unit) if one_person else (day,)
    return (Beside((place,), time, (2, 1)), *_respondents(front))


def _abreast(first: WritingLines, second: WritingLines, third: WritingLines) -> Beside:
    """Three lines to write on in a row."""
    return Beside((Beside((first,), (second,)),), (third,), (5, 2))


def _respondents(front: Front) -> tuple[Block, ...]:
    """Who answers: roles to tick, or how many and, with consent, who took part."""
    speech, profile = front.speech, front.profile
    if front.alone:
        return ()
    if not front.is_filled:
        profile = None
    if profile is not None and profile.consent is not True:
        singular = "{n} person has answered. Nothing is shown by role."
        plural = "{n} people have answered. Nothing is shown by role."
        return (Paragraph(speech.plural(singular, plural, respondents(profile))),)
    if profile is not None and front.role is None:
        return (Paragraph(_took_part(front, profile)),)
    if not front.questionnaire.roles:
        return ()
    label = speech.fixed(N_("Who answers? The role; no names."))
    roles = tuple(
        Choice(one_line(role.letter), _role(front, role), role == front.role)
        for role in front.questionnaire.roles
    )
    return (Paragraph(_strong(label)), Choices(text_of(label), roles, several=True))


def _role(front: Front, role: Role) -> Runs:
    """A role, and on a form for everybody which questions are put to it."""
    title = front.speech.text(role.title, strong=True)
    if front.role is not None:
        return title
    theirs = [q.id for q in front.questions if not q.roles or role.id in q.roles]
    if len(theirs) == len(front.questions):
        count = front.speech.fixed(N_("every question"))
    else:
        singular, plural = "{n} question", "{n} questions"
        count = front.speech.plural(singular, plural, len(theirs))
        ids = in_short(theirs, [question.id for question in front.questions])
        count = (*count, Run(f": {ids}")) if theirs else count
    return (*title, Run(" · "), *count)


def in_short(ids: Sequence[str], every: Sequence[str]) -> str:
    """Ids in a line; three or more that follow each other under one name as a range.

    Args:
        ids: some of the ids, in order.
        every: all of them, in order.
    """
    runs: list[list[str]] = []
    for identifier in ids:
        last = runs[-1][-1] if runs else None
        follows = last is not None and every.index(identifier) == every.index(last) + 1
        if last is not None and follows and identifier.rstrip(digits) == last.rstrip(digits):
            runs[-1].append(identifier)
        else:
            runs.append([identifier])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)


def _took_part(front: Front, profile: Profile) -> Runs:
    """Roles with their units; only ever called with consent."""
    side = front.speech.first
    titles = {role.id: side.text(role.title).text for role in front.questionnaire.roles}
    people = [
        titles.get(person.role, one_line(person.role))
        + (f" ({one_line(person.unit)})" if person.unit else "")
        for person in people_present(profile)
    ]
    people = people or [titles.get(role, one_line(role)) for role in roles_heard(profile)]
    return (*front.speech.fixed(N_("Took part:")), Run(f" {', '.join(people) or '–'}"))


def _purpose(front: Front) -> tuple[Block, ...]:
    """Why somebody is asked, and who sees what they answer; nothing on a form for a room."""
    if not front.alone:
        return ()
    shown = front.profile is not None and front.profile.consent is True
    messages = (PURPOSE, _SHOWN if shown else _NOT_SHOWN)
    sentences = [front.speech.fixed(message) for message in messages]
    if front.speech.double:
        return tuple(map(Paragraph, sentences))
    first, second = sentences
    return (Paragraph((*first, Run(" "), *second)),)


def _how(front: Front) -> tuple[Block, ...]:
    """How it is filled in; the languages in a column each."""
    columns = [Bullets(advice(front, side)) for side in front.speech.sides]
    if len(columns) == 1:
        return (columns[0],)
    return (Beside((columns[0],), (columns[1],)),)


def advice(front: Front, side: Side) -> tuple[Runs, ...]:
    """What to know before the first cross."""
    messages = [
        *_choosing(front),
        N_("Evidence: a document and where it is found. Best is a recent one that shows use."),
        N_("Write functions and units, never the names of people."),
    ]
    lines = [(side.fixed(message),) for message in messages]
    if not front.quick and any(
        question.core for question in front.questionnaire.questions.values()
    ):
        core = N_("{mark} marks the core questions. Where time is short, answer them first.")
        lines.append((side.fixed(core, mark=CORE),))
    if front.role is not None and not front.alone:
        setting = N_(
            "What is asked once, of everybody together (setting, ways of working), is not "
            "on this form."
        )
        lines.append((side.fixed(setting),))
    return tuple(lines)


def _choosing(front: Front) -> tuple[str, ...]:
    """How answers are chosen; what holds for one question alone stands at that question."""
    rules = {choosing_rule(question) for question in front.questions}
    if front.alone and rules == {HIGHEST}:
        return _ALONE
    if front.alone and HIGHEST not in rules:
        return (N_("“I don’t know” is an answer too."),)
    if HIGHEST not in rules:
        return (N_("“Nobody here knows” is an answer too."),)
    return (
        HIGHEST if rules == {HIGHEST} else ELSE_HIGHEST,
        N_("The lowest level is an answer too, and so is “nobody here knows”."),
    )


def _scale(front: Front) -> tuple[Block, ...]:
    """The levels by name, with the rule behind each."""
    questionnaire, speech = front.questionnaire, front.speech
    if not questionnaire.scale:
        return ()
    rules = questionnaire.scale_rules or {}
    heads = (labels.LEVEL, N_("Name"), *((N_("Rule of thumb"),) if rules else ()))
    rows = tuple(_level(front, option) for option in questionnaire.scale)
    return (
        Table(
            caption=speech.fixed(N_("The levels")),
            head=tuple(speech.fixed(head) for head in heads),
            rows=rows,
            shares=(0.5, 1.3, 4)[: len(heads)],
            dense=front.alone,
        ),
    )


def _level(front: Front, option: Option) -> tuple[Cell, ...]:
    """A level: its number, its name, its rule."""
    rules = front.questionnaire.scale_rules or {}
    cells = (
        Cell((Run(written_number(option.value, front.speech.words)),), numeric=True),
        Cell(front.speech.text(option.text, strong=True)),
    )
    if not rules:
        return cells
    rule = rules.get(option.value)
    return (*cells, Cell(front.speech.text(rule) if rule else (Run("–"),)))


def _practice(front: Front) -> tuple[Block, ...]:
    """The example question, so that everybody has put one cross before it counts."""
    question, speech = front.questionnaire.practice, front.speech
    if question is None or front.is_filled:
        return ()
    text = speech.text(question.text)
    choices = tuple(
        Choice(written_number(o.value, speech.words), speech.text(o.text))
        for o in question.options
    )
    head = (*speech.fixed(N_("Practice")), Run(": "), *text)
    return (Together((Heading(2, head), Choices(text_of(text), choices))),)


def _limits(front: Front) -> tuple[Block, ...]:
    """What the assessment is and is not."""
    limits = front.questionnaire.limits
    return tuple(Paragraph((side.text(limits),), small=True) for side in front.speech.sides)


def _strong(runs: Runs) -> Runs:
    """Words that stand out."""
    return tuple(run._replace(strong=True) for run in runs)


def _line(speech: Speech, label: str, written: Runs) -> WritingLines:
    """A line to write on."""
    second = speech.sides[1].fixed(label) if speech.double else None
    return WritingLines(speech.first.fixed(label).text, 0 if written else 1, written, second)


def _written(text: str | None) -> Runs:
    """What stands on a line already."""
    return (Run(text, strong=True),) if text else ()
