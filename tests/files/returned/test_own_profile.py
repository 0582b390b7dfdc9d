"""A profile of one person as what they sent back: whose it is, what they said, what is shown."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.returned.own_profile import own_profile
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.arrival import Arrival
from sdgassess.model.profile import PersonConsent, QuestionnaireRef, State, Voice
from tests.given.questionnaires import nordic

DIGITS = "ab" * 32
REF = QuestionnaireRef(nordic().id, nordic().version)
ANNA = "{id: l1, role: line-manager, unit: A}"


def sent(
    folder: Path,
    answers: str,
    *,
    people: str = ANNA,
    more: str = "",
    name: str = "anna.yaml",
    answered: QuestionnaireRef = REF,
) -> Arrival:
    """A profile, read as what came back."""
    path = folder / name
    path.write_text(
        "format: sdgassess/profile/1\n"
        "municipality: {name: Bækby}\n"
        "date: 2026-03-12\n"
        "scope: quick\n"
        f'questionnaire: {{id: {REF.id}, version: "{REF.version}"}}\n'
        f"{more}participants: [{people}]\n"
        f"answers: {answers}\n",
        "utf-8",
    )
    return own_profile(path, (answered, DIGITS))


def taken(arrival: Arrival) -> AnswerFile:
    assert arrival.answers is not None, arrival.doubts
    return arrival.answers


def said(folder: Path, answer: str, question: str = "LED1", people: str = ANNA) -> Voice | None:
    """What a person said to a question."""
    return taken(sent(folder, f"{{{question}: {answer}}}", people=people)).answers.get(question)


def test_whose_it_is_and_of_which_assessment(tmp_path: Path) -> None:
    whole = taken(sent(tmp_path, "{LED1: {level: 2}}", more="group: Skoler\nlanguage: sv\n"))
    assert (whole.slot, whole.role, whole.unit) == ("l1", "line-manager", "A")
    assert (whole.group, whole.language, whole.scope.value) == ("Skoler", "sv", "quick")
    assert (whole.questionnaire, whole.fingerprint) == (REF, DIGITS)
    assert (whole.place.name, whole.date.isoformat()) == ("Bækby", "2026-03-12")


def test_answers_to_another_version_have_none_of_its_words(tmp_path: Path) -> None:
    other = sent(tmp_path, "{LED1: {level: 2}}", answered=QuestionnaireRef(REF.id, "0.9"))
    assert taken(other).fingerprint == "0" * 64


def test_the_same_person_is_known_again_and_nobody_is_taken_for_another(tmp_path: Path) -> None:
    first = taken(sent(tmp_path, "{LED1: {level: 2}}")).id
    assert taken(sent(tmp_path, "{LED1: {level: 4}}")).id == first
    others = {
        taken(sent(tmp_path, "{}", **change)).id  # type: ignore[arg-type]  # texts alone
        for change in (
            {"name": "bo.yaml"},
            {"people": "{id: l2, role: line-manager, unit: A}"},
            {"people": "{id: l1, role: executive, unit: A}"},
            {"people": "{id: l1, role: line-manager, unit: B}"},
        )
    }
    assert len(others | {first}) == 5


def test_when_it_was_saved(tmp_path: Path) -> None:
    sent(tmp_path, "{}")
    os.utime(tmp_path / "anna.yaml", (1_772_000_000, 1_772_000_000))
    arrival = own_profile(tmp_path / "anna.yaml", (REF, DIGITS))
    assert taken(arrival).saved == "2026-02-25T06:13:20Z"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{level: 2}", Voice("line-manager", Fraction(2), by="l1")),
        (
            "{state: not-applicable, reason: No office}",
            Voice("line-manager", state=State.NOT_APPLICABLE, by="l1", reason="No office"),
        ),
        ("{state: unknown}", Voice("line-manager", state=State.UNKNOWN, by="l1")),
        ("{state: later}", None),
        ("{state: not-asked}", None),
        (
            "{voices: [{role: line-manager, level: 1}, {role: line-manager, level: 3}]}",
            Voice("line-manager", Fraction(3), by="l1"),
        ),
        (
            "{voices: [{role: line-manager, level: 3, by: l1, sealed: true}]}",
            Voice("line-manager", Fraction(3), by="l1"),
        ),
        (
            "{level: 2, voices: [{role: line-manager, level: 3, by: l1}]}",
            Voice("line-manager", Fraction(2), by="l1"),
        ),
        (
            "{state: later, comment: Maybe, voices: [{role: line-manager, level: 3, by: l1}]}",
            Voice("line-manager", Fraction(3), by="l1", comment="Maybe"),
        ),
    ],
)
def test_what_a_person_said(answer: str, expected: Voice | None, tmp_path: Path) -> None:
    assert said(tmp_path, answer) == expected


def test_a_voice_of_another_role_is_that_of_whoever_takes_part(tmp_path: Path) -> None:
    voice = said(tmp_path, "{voices: [{role: executive, level: 3}]}")
    assert voice is not None
    assert (voice.role, voice.by) == ("line-manager", "l1")


def test_words_and_evidence_stand_once_wherever_they_stood(tmp_path: Path) -> None:
    minutes, plan = "{kind: document, title: Minutes}", "{kind: document, title: Plan}"
    voice = said(
        tmp_path,
        f"{{level: 2, comment: Yes, evidence: [{minutes}], voices: [{{role: line-manager, "
        f"level: 2, by: l1, comment: Hardly, evidence: [{minutes}, {plan}]}}]}}",
    )
    assert voice is not None
    assert voice.comment == "Yes\nHardly"
    assert [item.title for item in voice.evidence] == ["Minutes", "Plan"]


@pytest.mark.parametrize(
    ("person", "room", "expected"),
    [
        ("", "", PersonConsent(by_role=False, comments=False)),
        ("", "consent: {by-role: true}\n", PersonConsent(by_role=True, comments=False)),
        (
            ", consent: {by-role: false, comments: true}",
            "consent: {by-role: true}\n",
            PersonConsent(by_role=False, comments=True),
        ),
        (
            ", consent: {by-role: true, comments: false}",
            "consent: {by-role: false}\n",
            PersonConsent(by_role=True, comments=False),
        ),
    ],
)
def test_who_says_nothing_says_no_and_a_person_speaks_before_the_room(
    person: str, room: str, expected: PersonConsent, tmp_path: Path
) -> None:
    people = ANNA.replace("}", f"{person}}}", 1)
    whole = taken(sent(tmp_path, "{LED1: {level: 2}}", people=people, more=room))
    assert whole.consent == expected


@pytest.mark.parametrize(
    ("people", "facts"),
    [("", {"why": "nobody"}), (f"{ANNA}, {{id: p1, role: politician}}", {"n": 2})],
)
def test_of_nobody_or_of_several_it_is_none(
    people: str, facts: dict[str, object], tmp_path: Path
) -> None:
    arrival = sent(tmp_path, "{}", people=people)
    assert arrival.answers is None
    (doubt,) = arrival.doubts
    assert (doubt.problem.code, doubt.problem.facts) == ("P712", facts)


def test_a_broken_profile_is_none_and_each_line_is_named(tmp_path: Path) -> None:
    arrival = sent(tmp_path, "{LED1: {level: 9}, NONE1: {level: 2}}")
    assert arrival.answers is None
    assert [doubt.place for doubt in arrival.doubts] == ["7", "7"]
