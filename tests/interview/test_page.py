"""Pages of a workshop: every question in one window, and nothing in it jumps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from random import Random

import pytest

from sdgassess.interview.driver import WindowResized, sit
from sdgassess.interview.engine import Interview
from sdgassess.interview.state import phases
from sdgassess.interview.state.phases import Phase
from sdgassess.interview.state.screen import PromptKind, Screen, Strong
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Ended, Sitting
from sdgassess.model.profile import Answer, Profile, Voice
from sdgassess.model.question import Question
from sdgassess.phrases.terms import words_about
from sdgassess.text import width
from tests.given.questionnaires import nordic
from tests.given.slow import quickly_in
from tests.interview.looking import profile_of
from tests.interview.test_table import EIGHT, SAID, at_table

Room = Callable[..., Interview]
Begin = Callable[..., Interview]
HELP_KEY = {"da": "? hjælp", "sv": "? hjälp", "en": "? help"}
KEYS = ("", "2", "a", "c words", "?", "o", "x", "9", "w", "u")


def workshop(
    question: Question, phase: Phase, language: str, *, rows: int, columns: int, screens: int = 9
) -> Interview:
    """A room of eight at a phase of a question, in a window."""
    said = [Random(question.id).choice(SAID) for _ in EIGHT]
    profile = profile_of(at_table(question, said))
    if not isinstance(phase, phases.Agreeing):
        profile = profile._replace(answers={})
    rules = nordic()
    setting = Setting(
        rules,
        words_about(rules, language),
        language,
        dt.date(2026, 3, 12),
        width=columns,
        height=rows,
        workshop=True,
    )
    return Interview(Sitting(setting, phase, profile, screens=screens))


def page_at(interview: Interview, reply: Sequence[str] = ()) -> Screen:
    shown = interview.page(reply)
    assert shown is not None
    assert shown.clean
    return shown


def phases_of(question: Question) -> tuple[Phase, ...]:
    """Every phase in which a room of eight answers a question, in their order."""
    return (
        phases.ReadingQuestion(question.id),
        phases.AtQuestion(question.id),
        phases.InTurn(question.id, 0),
        phases.Revealing(question.id, 0),
        phases.Agreeing(question.id),
    )


@pytest.mark.parametrize("screens", [1, 9], ids=["keys-spelled-out", "keys-alone"])
@pytest.mark.parametrize("language", quickly_in("da"))
def test_every_question_fits_a_window_with_its_keys(language: str, screens: int) -> None:
    for question in nordic().questions.values():
        for phase in phases_of(question):
            interview = workshop(question, phase, language, rows=24, columns=80, screens=screens)
            shown = page_at(interview)
            assert len(shown.lines) + 1 <= 24, (question.id, phase)
            assert all(width(line) <= 80 for line in (*shown.lines, shown.prompt))
            text = " ".join(" ".join(shown.lines).split())
            assert question.text.in_language(language)[0] in text
            if isinstance(phase, phases.AtQuestion):
                assert HELP_KEY[language] in text, "the line of keys is there"
            if not isinstance(phase, phases.ReadingQuestion):
                anchors = [option.text.in_language(language)[0] for option in question.options]
                assert all(" ".join(anchor.split()) in text for anchor in anchors)


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (40, 120)])
@pytest.mark.parametrize("language", quickly_in("da"))
def test_question_and_prompt_stay_where_they_are(language: str, rows: int, columns: int) -> None:
    for question in nordic().questions.values():
        tops, feet = set(), set()
        for phase in phases_of(question):
            shown = page_at(workshop(question, phase, language, rows=rows, columns=columns))
            tops.add(next(n for n, line in enumerate(shown.lines) if isinstance(line, Strong)))
            feet.add(len(shown.lines))
        assert tops == {3}, question.id
        assert feet <= {rows - 2, rows - 1}, "at the foot, one line spared where there is one"


def test_anchors_stay_where_they_are_whatever_is_said() -> None:
    question = nordic().questions["POL1"]
    interview = workshop(question, phases.AtQuestion("POL1"), "da", rows=24, columns=80)
    silent = page_at(interview).lines
    spoken = page_at(interview, ("Something", "was", "said")).lines
    anchors = [line for line in silent if line[:1].isdigit() and line[1:3] == "  "]
    assert [silent.index(line) for line in anchors] == [spoken.index(line) for line in anchors]
    assert spoken[-3:] == ("Something", "was", "said")
    assert len(spoken) == len(silent)


def test_in_a_high_window_anchors_stand_apart() -> None:
    question = nordic().questions["POL1"]
    for rows, apart in ((24, False), (40, True)):
        lines = page_at(
            workshop(question, phases.AtQuestion("POL1"), "da", rows=rows, columns=80)
        ).lines
        second = next(n for n, line in enumerate(lines) if line.startswith("1  "))
        assert (lines[second - 1] == "") is apart


@pytest.mark.parametrize("language", quickly_in("da"))
def test_a_narrow_window_loses_no_word(language: str) -> None:
    for question in nordic().questions.values():
        for phase in phases_of(question):
            shown = page_at(workshop(question, phase, language, rows=24, columns=40))
            assert all(width(line) <= 40 for line in (*shown.lines, shown.prompt))
            text = "".join("".join(shown.lines).split())
            assert "".join(question.text.in_language(language)[0].split()) in text


def test_what_is_said_is_never_lost_above_the_window() -> None:
    question = nordic().questions["POL1"]
    interview = workshop(question, phases.AtQuestion("POL1"), "da", rows=24, columns=80)
    assert interview.page(["said"] * 40) is None, "then it goes on below what is there"
    low = workshop(question, phases.AtQuestion("POL1"), "da", rows=8, columns=80)
    assert len(page_at(low).lines) > 8


@dataclass
class WindowOfLines:
    """Types lines from a list; keeps pages and what is shown below them; may be resized."""

    typed: list[str | tuple[int, int]]
    size: tuple[int, int] = (24, 80)
    pages: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    begun: list[str] = field(default_factory=list)

    def show(self, lines: Sequence[str]) -> None:
        self.below.extend(lines)

    def columns(self) -> int | None:
        return self.size[1]

    def rows(self) -> int | None:
        return self.size[0]

    def begin_page(self, lines: Sequence[str], *, again: bool) -> None:
        self.pages.append((tuple(lines), again))

    def read(self, prompt: str, kind: PromptKind, begun: str = "") -> str | None:  # noqa: ARG002 - typed all the same
        self.begun.append(begun)
        if not self.typed:
            return None
        line = self.typed.pop(0)
        if isinstance(line, tuple):
            self.size = line
            raise WindowResized("half a li")
        return line


def played(
    room: Room, begin: Begin, *lines: str | tuple[int, int], **setting: bool
) -> WindowOfLines:
    """A sitting of three people in a window, and what was shown in it."""
    window = WindowOfLines([*lines])
    interview = begin(profile_of(room()), **{"workshop": True, **setting})
    assert sit(interview, window, lambda _: None) in (Ended.LEFT, Ended.FINISHED)
    return window


def test_every_question_of_a_workshop_begins_on_a_clean_page(room: Room, begin: Begin) -> None:
    window = played(room, begin, "", "2", "", "1")
    begins = [page for page, again in window.pages if not again]
    assert len(begins) >= 5, "each alone, then with its anchors"
    assert all(page[0].startswith("Question") for page in begins)
    assert any("POL2 = 2" in line for line in begins[2]), "what was said stands on the next page"


def test_a_round_of_votes_stays_on_one_page(room: Room, begin: Begin) -> None:
    window = played(room, begin, "", "a", "3", "1", "2", "")
    assert [again for _, again in window.pages] == [False, False, False, True, True, False, False]


def test_a_resized_window_is_drawn_anew_with_what_was_typed(room: Room, begin: Begin) -> None:
    window = played(room, begin, "", (40, 120), "2")
    (before, _), (after, again) = window.pages[1:3]
    assert again
    assert window.begun[2] == "half a li"
    assert (len(before), len(after)) == (22, 38)
    assert max(map(width, before)) <= 80


@pytest.mark.parametrize("setting", [{"workshop": False}, {"workshop": False, "aloud": True}])
def test_a_normal_sitting_has_no_pages(room: Room, begin: Begin, setting: dict[str, bool]) -> None:
    window = played(room, begin, "2", "a", "3", "1", "2", "", **setting)
    assert not window.pages
    assert any("POL2" in line for line in window.below)


def test_nothing_that_is_said_in_a_workshop_is_left_out(room: Room, begin: Begin) -> None:
    """Whatever is typed, every reply stands on a page or below one."""
    chance = Random(3)
    for _ in range(20):
        lines = [chance.choice(KEYS) for _ in range(15)]
        window = played(room, begin, *lines)
        shown = " ".join(
            " ".join([*(line for page, _ in window.pages for line in page), *window.below]).split()
        )
        interview = begin(profile_of(room()), workshop=True).resized(80, 24)
        for line in lines:
            if interview.over:
                break
            outcome = interview.take(line)
            assert " ".join(" ".join(outcome.reply).split()) in shown
            interview = outcome.interview


def test_voices_beside_a_level_leave_the_room_where_it_was() -> None:
    question = nordic().questions["LED2"]
    voices = (Voice("coordinator", Fraction(3)), Voice("line-manager", Fraction(1)))
    interview = workshop(question, phases.SayingWhyAgreed("LED2"), "en", rows=24, columns=80)
    profile: Profile = profile_of(interview)._replace(
        answers={"LED2": Answer(Fraction(1), voices=voices)}
    )
    sitting = replace(interview.sitting, profile=profile)
    lines = page_at(replace(interview, sitting=sitting), ("LED2 = 1",)).lines
    assert any(line.startswith("1  ●") for line in lines), "the table stays in sight"
    assert lines[-1] == "LED2 = 1"
