"""Answers of one voice that cannot all be true: asked about in the sitting, named by check."""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.load import load_profile
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.view.check_list import check_list
from sdgassess.language import LANGUAGES
from sdgassess.model.contradiction import Statement, conflicts
from sdgassess.model.profile import Answer, Participant, Profile, Voice
from sdgassess.phrases.terms import words_about
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

KNOWN = {
    "no-partnership": ({"EXT1": 0, "EXT2": 2}, {}),
    "no-collaboration": ({"EXT4": 0, "EXT1": 2}, {}),
    "chain-without-decision": ({"POL1": 0, "CORE1": 4}, {}),
    "no-document": ({"CORE5": 0, "POL1": 3}, {}),
    "nobody-coordinates": ({"COORD1": 0, "LED2": 4}, {}),
    "nobodys-task": ({"CONT3": 0, "COORD1": 2}, {}),
    "no-follow-up": ({"LRN1": 0, "LRN3": 4}, {}),
    "not-in-the-budget": ({"BUD1": 0, "BUD2": 4}, {}),
    "no-choice": ({"FOC1": 0, "POL1": 3}, {}),
    "not-at-any-workplace": ({"CORE6": 0, "CORE2": 3}, {}),
    "employees-not-told": ({"PAR1": 0, "CORE6": 2}, {}),
    "administrations-stay-away": ({"COORD3": 0, "COORD2": 3}, {}),
    "no-projects": ({"CONT2": 1}, {"project-share": 0}),
    "more-known-than-running": ({}, {"initiatives": 4, "initiatives-known": 6}),
}
"""Answers of one voice that make each contradiction."""


def named(answers: dict[str, int], context: dict[str, Any]) -> list[str]:
    """The contradictions in one picture."""
    statements = [Statement(None, key, Fraction(level)) for key, level in answers.items()]
    return [c.contradiction.id for c in conflicts(nordic().contradictions, statements, context)]


def test_every_contradiction_is_met_by_its_answers_alone() -> None:
    assert [c.id for c in nordic().contradictions] == list(KNOWN)
    for key, (answers, context) in KNOWN.items():
        assert named(answers, context) == [key]


@pytest.mark.parametrize("level", range(5))
def test_nobody_who_stands_alike_everywhere_is_asked(level: int) -> None:
    context = {"project-share": 2, "initiatives": 9, "initiatives-known": 4}
    assert not named(dict.fromkeys(nordic().questions, level), context)


def test_neighbouring_answers_are_never_a_contradiction() -> None:
    """Within one voice: levels that lie one step apart are how people answer."""
    rng = random.Random(4)
    for _ in range(200):
        low = rng.randint(1, 3)
        answers = {key: rng.choice([low, low + 1]) for key in nordic().questions}
        assert not named(answers, {"project-share": 2})


def spoken(*voices: tuple[str, str, int]) -> dict[str, Answer]:
    """Answers from (participant, question, level)."""
    answers: dict[str, Answer] = {}
    for by, question, level in voices:
        voice = Voice("coordinator" if by == "k1" else "executive", Fraction(level), by=by)
        answer = answers.get(question, Answer())
        answers[question] = Answer(voices=(*answer.voices, voice))
    return answers


def sentences(given: Profile) -> list[str]:
    """What the sitting asks to look at again, of contradictions."""
    setting = Setting(nordic(), words_about(nordic(), "en"), "en", dt.date(2026, 3, 12), False, 80)
    sitting = Interview.start(setting, given).sitting
    asks = {c.ask.words["en"] for c in nordic().contradictions}
    groups = [g for g in check_list(sitting) if any(g.sentence.startswith(a) for a in asks)]
    assert all(isinstance(stop, AtQuestion) for group in groups for stop in group.stops)
    return [group.sentence for group in groups]


def test_one_voice_is_asked_once_and_friendly() -> None:
    given = profile({"POL1": 0, "CORE1": 3})
    (sentence,) = sentences(given)
    assert sentence.startswith("You say that there is no political decision")
    assert sentence.endswith("(POL1, CORE1)")


def test_different_voices_disagree_and_contradict_nothing() -> None:
    people = (Participant("k1", "coordinator"), Participant("x1", "executive"))
    apart = spoken(("k1", "POL1", 0), ("x1", "CORE1", 3))
    alone = spoken(("k1", "POL1", 0), ("k1", "CORE1", 3))
    given = profile({})
    for answers, asked in ((apart, 0), (alone, 1)):
        whole = Profile(**{**vars_of(given), "answers": answers, "participants": people})
        assert len(sentences(whole)) == asked


def test_a_units_profile_is_let_be() -> None:
    given = profile({"POL1": 0, "CORE1": 3})
    unit = Profile(**{**vars_of(given), "units_covered": ("Skole",)})
    assert not sentences(unit)


def vars_of(given: Profile) -> dict[str, Any]:
    """The fields of a profile."""
    return given._asdict()


@pytest.mark.parametrize("key", KNOWN)
def test_check_warns_once(key: str, tmp_path: Path) -> None:
    answers, context = KNOWN[key]
    warned = checked(tmp_path, answers, context)
    assert [problem.facts["id"] for problem in warned] == [key]
    assert not checked(tmp_path, answers, context, unit=True)


NUMBERS = count()


def checked(
    folder: Path, answers: dict[str, int], context: dict[str, Any], unit: bool = False
) -> Any:
    """What `check` says of contradictions."""
    text = "format: sdgassess/profile/1\nmunicipality: {name: Eksempelby}\ndate: 2026-03-12\n"
    text += 'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
    if unit:
        text += "units-covered: [Skole]\n"
    text += "context: {" + ", ".join(f"{k}: {v}" for k, v in context.items()) + "}\n"
    text += "answers: {" + ", ".join(f"{k}: {{level: {v}}}" for k, v in answers.items()) + "}\n"
    path = folder / f"{next(NUMBERS)}.yaml"
    path.write_text(text, "utf-8")
    return [problem for problem in load_profile(path).problems if problem.code == "P158"]


def test_every_question_ends_as_a_question() -> None:
    for contradiction in nordic().contradictions:
        for language in LANGUAGES:
            assert contradiction.ask.words[language].rstrip().endswith("?")
