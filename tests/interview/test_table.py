"""The table: question, anchors and voices in one window, whoever said what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import Agreeing
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.model.profile import (
    Answer,
    Municipality,
    Participant,
    Profile,
    QuestionnaireRef,
    State,
    Voice,
)
from sdgassess.model.question import Question
from sdgassess.phrases.terms import words_about
from sdgassess.text import width
from tests.given.questionnaires import nordic
from tests.interview.looking import profile_of

ROLES = ("politician", "politician", "executive", "executive", "coordinator")
EIGHT = (*ROLES, "line-manager", "line-manager", "line-manager")
SAID: tuple[int | State, ...] = (0, 1, 2, 3, 4, State.UNKNOWN, State.NOT_APPLICABLE)


def voice(role: str, said: int | State, by: str) -> Voice:
    if isinstance(said, State):
        return Voice(role, state=said, by=by)
    return Voice(role, Fraction(said), by=by)


def at_table(
    question: Question,
    said: Sequence[int | State],
    *,
    language: str = "en",
    consent: bool = False,
    columns: int = 80,
    aloud: bool = False,
) -> Interview:
    """A room of eight that decides on a question, with the answers of the frame."""
    people = tuple(Participant(f"n{n}", role) for n, role in enumerate(EIGHT))
    voices = tuple(
        voice(person.role, level, person.id) for person, level in zip(people, said, strict=False)
    )
    rules = nordic()
    profile = Profile(
        Municipality("Lille", "DK"),
        dt.date(2026, 3, 12),
        QuestionnaireRef(rules.id, rules.version),
        answers={question.id: Answer(voices=voices)},
        participants=people,
        consent=consent,
        context={asked.id: 5 for asked in rules.context if asked.frame},
    )
    setting = Setting(
        rules,
        words_about(rules, language),
        language,
        dt.date(2026, 3, 12),
        width=columns,
        aloud=aloud,
    )
    return Interview(Sitting(setting, Agreeing(question.id), profile))


@pytest.mark.parametrize("consent", [False, True])
@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_eight_voices_question_and_anchors_fit_a_window(language: str, consent: bool) -> None:
    chance = Random(8)
    for question in nordic().questions.values():
        said = [chance.choice(SAID) for _ in EIGHT]
        screen = at_table(question, said, language=language, consent=consent).screen
        assert len(screen.lines) + 1 <= 24, question.id
        assert all(width(line) <= 80 for line in (*screen.lines, screen.prompt))
        shown = " ".join(" ".join(screen.lines).split())
        assert question.text.in_language(language)[0] in shown
        for option in question.options:
            if not consent:
                continue
            assert any(line.startswith(f"{question.label(option)}  ") for line in screen.lines)


@pytest.mark.parametrize("consent", [False, True])
def test_every_voice_stands_beside_its_anchor(consent: bool) -> None:
    question = nordic().questions["LED2"]
    lines = at_table(question, [0, 0, 3, 3, 3, 1, 1, 1], consent=consent).screen.lines
    rows = {line[0]: line for line in lines if line[:1].isdigit()}
    marks = {level: row[3:8].rstrip() for level, row in rows.items()}
    alone = {"0": "● ●", "1": "● ● ●", "2": "·", "3": "● ● ●", "4": "·"}
    by_letter = {"0": "p p", "1": "l l l", "2": "·", "3": "x x c", "4": "·"}
    assert marks == (by_letter if consent else alone)
    for option in question.options:
        text = option.text.in_language("en")[0]
        assert text[:30] in rows[question.label(option)]
    legend = "p Politician · x Top management · c Coordinator · l Line manager"
    assert (legend in lines) is consent


def test_many_at_one_anchor_are_counted() -> None:
    question = nordic().questions["LED2"]
    lines = at_table(question, [2] * 7 + [4], consent=False).screen.lines
    assert any(line.startswith("2  7 ●  ") for line in lines)
    lines = at_table(question, [2] * 8, consent=True).screen.lines
    assert any(line.startswith("2  2 p 2 x c 3 l  ") for line in lines)


def test_the_range_of_the_voices_stands_beside_the_distance_of_the_roles() -> None:
    question = nordic().questions["POL1"]
    levels = [2, 2, 2, 2, 2, 0, 2, 4]
    assert "The roles" not in " ".join(at_table(question, levels, consent=False).screen.lines)
    said = " ".join(at_table(question, levels, consent=True).screen.lines)
    assert "The roles come to the same level. Voices go from 0 to 4. Talk about that" in said
    alike = " ".join(at_table(question, [2] * 8).screen.lines)
    assert "apart" not in alike


def test_read_aloud_who_stands_where_is_said_in_words() -> None:
    question, said = nordic().questions["LED2"], [0, 0, 3, 3, 3, 1, 1, 1]
    named = at_table(question, said, consent=True, aloud=True).screen.lines
    assert "0  Politician (2)" in named
    assert "2  nobody" in named
    faceless = at_table(question, said, aloud=True).screen.lines
    assert faceless[1:3] == ("Voices on LED2:", "0  2 voices")
    assert not any("●" in line for line in (*named, *faceless))


@pytest.mark.parametrize("columns", [24, 40])
def test_narrow_windows_lose_no_word(columns: int) -> None:
    for question in list(nordic().questions.values())[::7]:
        screen = at_table(question, [0, 1, 2, 3, 4, 2, 2, 2], columns=columns).screen
        assert all(width(line) <= columns for line in screen.lines)
        shown = "".join("".join(screen.lines).split())
        for option in question.options:
            assert "".join(option.text.in_language("en")[0].split()) in shown


@pytest.mark.parametrize("path", [("2 xe because",), ("2", "xe")])
def test_who_does_not_take_part_has_not_agreed(path: tuple[str, ...]) -> None:
    interview = at_table(nordic().questions["LED2"], [1, 2, 2, 2, 2, 3], consent=True)
    for line in path[:-1]:
        interview = interview.take(line).interview
    outcome = interview.take(path[-1])
    assert not outcome.changed
    assert "Nobody takes part as: External partner." in " ".join(" ".join(outcome.reply).split())
    assert outcome.interview.sitting.phase == interview.sitting.phase
    joined = outcome.interview.take("w + e").interview
    while not isinstance(joined.sitting.phase, type(interview.sitting.phase)):
        joined = joined.take("y").interview
    agreed = profile_of(joined.take(path[-1]).interview).answers["LED2"].agreed
    assert agreed is not None
    assert agreed.by == ("executive", "partner")


def test_where_nobody_is_noted_every_role_may_have_agreed() -> None:
    interview = at_table(nordic().questions["LED2"], [1, 2, 2, 2, 2, 3])
    profile = profile_of(interview)._replace(participants=())
    alone = Interview(replace(interview.sitting, profile=profile))
    agreed = profile_of(alone.take("2 xe because").interview).answers["LED2"].agreed
    assert agreed is not None
    assert agreed.by == ("executive", "partner")
