"""A small questionnaire, and sittings that are played from a list of lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.cli.sitting.result import ReportedResult
from sdgassess.files.load import load_questionnaire
from sdgassess.interview.driver import sit
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import LastYear, last_year
from sdgassess.interview.state.new_year import this_year
from sdgassess.interview.state.screen import PromptKind
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended
from sdgassess.model.condition import (
    Operator,
    Subject,
    SubjectKind,
    Term,
)
from sdgassess.model.profile import Participant, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Hearing, PriorityRules, VoiceRules
from sdgassess.phrases.terms import words_about
from tests.interview.earlier import LAST, ORIGIN
from tests.interview.looking import FIRST, profile_of

HERE = Path(__file__).parent
TODAY = dt.date(2026, 3, 12)
OPENING = ("Eksempelby", "", "")

Begin = Callable[..., Interview]


@dataclass
class ScriptedTerminal:
    """Types lines from a list and keeps everything that is shown."""

    typed: list[str]
    shown: list[str] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)

    def show(self, lines: Sequence[str]) -> None:
        self.shown.extend(lines)

    def columns(self) -> int | None:
        return self.widths.pop(0) if self.widths else None

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:  # noqa: ARG002 - typed all the same
        self.shown.append(f"{prompt}{begun}".rstrip())
        if not self.typed:
            return None
        self.shown.append("> " + self.typed[0])
        return self.typed.pop(0)


@pytest.fixture(scope="session")
def small() -> Questionnaire:
    """The questionnaire of these tests, read and built like any other."""
    loaded = load_questionnaire(HERE / "small.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value


@pytest.fixture(scope="session")
def ruled(small: Questionnaire) -> Questionnaire:
    """The small questionnaire with rules for what to work on and who must be heard."""
    rules = PriorityRules(
        candidates_up_to=Fraction(2),
        lowest_target=Fraction(2),
        candidates=6,
        picks=3,
        picks_when_overloaded=1,
        overloaded=Term(Subject(SubjectKind.QUESTION, "CONT2"), Operator.IS, Fraction(0)),
        not_now=5,
        keep=3,
        keep_from=Fraction(3),
        discuss=3,
        start_months=3,
    )
    heard = (Hearing("coordinator", 1), Hearing("line-manager", 2))
    voices = VoiceRules(Fraction(2), 3, heard)
    return small._replace(priorities=rules, voices=voices, strong_from=Fraction(3))


@pytest.fixture(scope="session")
def begin(small: Questionnaire) -> Begin:
    """Begins an interview; a profile resumes one."""

    def start(
        profile: Profile | None = None,
        *,
        language: str = "en",
        quick: bool = False,
        width: int = 80,
        questionnaire: Questionnaire = small,
        workshop: bool = False,
        aloud: bool = False,
        held: LastYear | None = None,
        follows: bool = False,
        result: bool = False,
    ) -> Interview:
        onward = ("sdgassess score FILE", "sdgassess gaps FILE")
        setting = Setting(
            questionnaire,
            words_about(questionnaire, "en"),
            language,
            TODAY,
            quick,
            width,
            onward,
            last_year=held,
        )
        result_words = ReportedResult(aloud=aloud) if result else None
        setting = replace(setting, workshop=workshop, aloud=aloud, result_words=result_words)
        if follows:
            return Interview.following(setting, this_year(setting, LAST, ORIGIN))
        return Interview.start(setting, profile)

    return start


@pytest.fixture(scope="session")
def held(small: Questionnaire) -> LastYear:
    """What may be held against this year."""
    return last_year(small, small, LAST)


@pytest.fixture(scope="session")
def asked(begin: Begin) -> Callable[..., Interview]:
    """An interview past its opening, after some more lines."""

    def after(*lines: str, quick: bool = False) -> Interview:
        interview = begin(quick=quick)
        for line in (*OPENING, *lines):
            interview = interview.take(line).interview
        return interview

    return after


@pytest.fixture(scope="session")
def play() -> Callable[..., tuple[list[str], list[Profile], Ended]]:
    """Plays lines through the driver: what was shown, what was saved, how it ended."""

    def run(interview: Interview, lines: Sequence[str]) -> tuple[list[str], list[Profile], Ended]:
        terminal, saved = ScriptedTerminal(list(lines)), list[Profile]()
        ended = sit(interview, terminal, saved.append)
        return terminal.shown, saved, ended

    return run


PEOPLE = (
    Participant("c1", "coordinator"),
    Participant("l1", "line-manager", "Skole"),
    Participant("l2", "line-manager", "Teknik"),
)


@pytest.fixture
def room(begin: Begin, asked: Callable[..., Interview]) -> Callable[..., Interview]:
    """A sitting of three people, after some lines."""

    def after(*lines: str, consent: bool | None = False) -> Interview:
        profile = profile_of(asked())._replace(participants=PEOPLE, consent=consent)
        interview = begin(profile)
        for line in (f"g {FIRST}", *lines):
            interview = interview.take(line).interview
        return interview

    return after
