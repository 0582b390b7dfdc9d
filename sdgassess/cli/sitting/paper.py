"""Forms that came back on paper, typed in: a row for each person, kept as soon as it is read.

The questions are those of `form FILE --role ROLE`, in its order. A row that does not fit is
refused whole and said; the others go in. Where others have sent in files or are invited to, a row
is sealed as those are, and opened with them: else two on paper would be seen before all are.

Codes: P560 not a row · P561 no such role · P562 too many or too few answers · P563 no such answer.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sdgassess.interview.moves.answer import record
from sdgassess.interview.state.phases import Finishing
from sdgassess.interview.state.record import with_own_voice
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words
from sdgassess.model.profile import (
    Answer,
    Participant,
    PersonConsent,
    Profile,
    Returned,
    Voice,
)
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Role
from sdgassess.problem import Fact, Problem, Where
from sdgassess.report.form.form import FormWish, questions_on
from sdgassess.typed.row import BLANK, AnswerRow, row_typed, row_voice

_INPUT = "-"
"""What problems call standard input."""
_REMARK = "#"
_SET_IN = "    "


class PaperDesk:
    """Takes rows into a profile.

    Attributes:
        sitting: on the profile as it stands, with what the last row did said.
        refused: what was wrong with rows that were not taken.
        sealing: whether rows are sealed, as what others sent in.
    """

    def __init__(self, setting: Setting, profile: Profile) -> None:
        """Lay the desk; which questions a role is asked is settled here, before any row."""
        self.sitting = Sitting(setting, Finishing(), profile)
        self.refused: list[Problem] = []
        self._setting = setting
        self.sealing = any(
            person.invited or person.returned is not None for person in profile.participants
        )
        self._asked = {
            role.letter.lower(): tuple(self._questions_of(role, profile))
            for role in setting.questionnaire.roles
        }

    def _questions_of(self, role: Role, profile: Profile) -> Iterator[Question]:
        """The questions on the form of a role, in its order."""
        rules = self._setting.questionnaire
        wish = FormWish(quick=profile.quick, profile=profile, role=role)
        for question in questions_on(rules, wish, self._setting.words):
            yield rules.questions[question]

    def orders(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The letter of each role, with the ids of its questions in order."""
        for letter, questions in self._asked.items():
            if questions:
                yield letter, tuple(question.id for question in questions)

    def take(
        self,
        lines: Iterable[str],
        save: Callable[[Sitting], None],
        refuse: Callable[[Problem], None] | None = None,
    ) -> None:
        """Take rows, each of them saved before the next is read.

        Args:
            lines: what is read; empty lines and those that begin with `#` say nothing.
            save: keeps the profile, and says what the row did.
            refuse: says at once what is wrong with a row, where somebody types who can do it
                again; what was put right like that, or names nobody, is not `refused` any more.
        """
        for number, line in enumerate(lines, start=1):
            typed = line.strip().removeprefix("\ufeff")
            if not typed or typed.startswith(_REMARK):
                continue
            outcome = self._take(Where(_INPUT, number), typed)
            if isinstance(outcome, Participant):
                save(self.sitting)
                if refuse is not None:
                    self.refused = [each for each in self.refused if _whose(each) != outcome.id]
                continue
            if refuse is not None:
                refuse(outcome)
            if refuse is None or _whose(outcome):
                self.refused.append(outcome)

    def _take(self, where: Where, typed: str) -> Problem | Participant:
        """Take one row: whose it is, or why it is refused."""
        row = row_typed(typed)
        if row is None:
            return Problem("P560", where, {"typed": typed})
        role = next((r for r in self._setting.questionnaire.roles if _led_by(r, row)), None)
        if role is None:
            letters = tuple(role.letter for role in self._setting.questionnaire.roles)
            return Problem("P561", where, {"letter": row.letter, "letters": letters})
        questions = self._asked[row.letter]
        person = self._person(row, role)
        if len(row.values) != len(questions):
            facts: dict[str, Fact] = {
                "id": person.id,
                "n": len(row.values),
                "of": len(questions),
                "ids": " ".join(question.id for question in questions),
            }
            return Problem("P562", where, facts)
        voices: dict[str, Voice] = {}
        for question, value in zip(questions, row.values, strict=True):
            voice = None if value == BLANK else row_voice(value, question, role.id, person.id)
            if voice is None and value != BLANK:
                facts = {"id": person.id, "question": question.id, "value": value}
                return Problem("P563", where, facts)
            if voice is not None:
                voices[question.id] = voice
        if voices:
            self.sitting = self._with(person, voices, row.values)
        else:
            self.sitting = self._blank(person)
        return person

    def _person(self, row: AnswerRow, role: Role) -> Participant:
        """The participant of a row: one who is known, or a new one."""
        people = self.sitting.assessed.participants
        ids = {person.id for person in people}
        number = row.number
        if number is None:
            number = next(n for n in range(1, len(ids) + 2) if f"{role.letter}{n}" not in ids)
        identity = f"{role.letter}{number}"
        participant = next((person for person in people if person.id == identity), None)
        if participant is None:
            return Participant(identity, role.id, row.unit)
        return participant._replace(unit=row.unit or participant.unit)

    def _blank(self, person: Participant) -> Sitting:
        """The sitting as it was: on whose sheet nothing is answered has not answered."""
        who = people_in_words(self._setting, [person])
        sentence = self._setting.words("{who}: nothing is answered, so nothing is noted.", who=who)
        return replace(self.sitting, reply=()).saying(sentence, f"{person.id}  ")

    def _with(
        self, person: Participant, voices: dict[str, Voice], values: tuple[str, ...]
    ) -> Sitting:
        """The sitting with a person's voices; what was left blank stays as it was."""
        sitting = replace(self.sitting, reply=())
        people = sitting.assessed.participants
        known = any(each.id == person.id for each in people)
        if self.sealing:
            # A sheet asks nobody about showing, and silence is no yes.
            silent = PersonConsent(by_role=False, comments=False)
            person = person._replace(
                returned=_on_paper(person, values),
                consent=person.consent or silent,
                invited=False,
            )
        people_after = tuple(person if each.id == person.id else each for each in people)
        joined = people_after if known else (*people, person)
        sitting = replace(sitting, profile=sitting.assessed._replace(participants=joined))
        for identity, voice in voices.items():
            sitting = self._voiced(sitting, sitting.question(identity), voice)
        return self._said(sitting, person, values, known=known)

    def _voiced(self, sitting: Sitting, question: Question, voice: Voice) -> Sitting:
        """The sitting with one voice; what the same person said sealed stays sealed."""
        before = sitting.assessed.answers.get(question.id) or Answer()
        earlier = next((each for each in before.voices if each.by == voice.by), None)
        if earlier is None:
            voice = voice._replace(sealed=self.sealing)
        else:
            voice = voice._replace(
                sealed=earlier.sealed, comment=earlier.comment, evidence=earlier.evidence
            )
        if voice == earlier:
            return sitting
        answer = with_own_voice(before, voice, self._setting.plain(question.text))
        if voice.sealed:
            answer = replace(answer, state=before.state)
        return record(sitting, question, answer)

    def _said(
        self, sitting: Sitting, person: Participant, values: tuple[str, ...], *, known: bool
    ) -> Sitting:
        """The sitting with what was taken said back, question by question."""
        words = self._setting.words
        letter = next(r.letter for r in self._setting.questionnaire.roles if r.id == person.role)
        questions = self._asked[letter.lower()]
        who = people_in_words(self._setting, [person])
        sentence = words("{who}, new", who=who) if not known else who
        answers = " · ".join(
            f"{question.id} {value}"
            for question, value in zip(questions, values, strict=True)
            if value != BLANK
        )
        sitting = sitting.saying(sentence, f"{person.id}  ")
        narrower = replace(self._setting, width=self._setting.width - len(_SET_IN))
        sitting = sitting.showing(f"{_SET_IN}{line}" for line in narrower.keys(answers))
        blank = values.count(BLANK)
        if not blank:
            return sitting
        return sitting.saying(
            words.plural("{n} question left blank.", "{n} questions left blank.", blank), _SET_IN
        )


def _whose(problem: Problem) -> str | None:
    """Whose row was refused; None where it names nobody."""
    person = problem.facts.get("id")
    return person if isinstance(person, str) else None


def _on_paper(person: Participant, values: tuple[str, ...]) -> Returned:
    """That a sheet came back from somebody; a file that they sent in stays what it was."""
    identity = f"r-{hashlib.sha256(f'paper {person.id}'.encode()).hexdigest()[:32]}"
    before, content = person.returned, hashlib.sha256(" ".join(values).encode()).hexdigest()
    if before is not None and (before.id != identity or before.sha256 == content):
        return before
    saved = dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Returned(identity, 0 if before is None else before.revision + 1, saved, content)


def _led_by(role: Role, row: AnswerRow) -> bool:
    """Whether a row begins with the letter of a role."""
    return role.letter.lower() == row.letter
