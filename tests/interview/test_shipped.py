"""The shipped questionnaire, sat through from the first line to the last."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sdgassess.files.load import load_questionnaire
from sdgassess.interview.engine import Interview
from sdgassess.interview.state.phases import AtAxis, AtContext, AtQuestion
from sdgassess.interview.state.sitting import Ended
from sdgassess.model.profile import Profile, Status
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.unscored import AxisKind
from sdgassess.text import width
from tests.given.patience import PATIENCE
from tests.given.places import ROOT

Begin = Callable[..., Interview]


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    """The questionnaire that ships."""
    loaded = load_questionnaire(ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml")
    assert loaded.value is not None, loaded.problems
    return loaded.value


def typed_at(interview: Interview, questionnaire: Questionnaire) -> str:
    """An answer to whatever is asked: a level for questions, something fitting elsewhere."""
    phase = interview.sitting.phase
    if isinstance(phase, AtQuestion):
        return "2"
    if isinstance(phase, AtContext):
        return "u"
    if isinstance(phase, AtAxis):
        kinds = {axis.id: axis.kind for axis in questionnaire.style}
        return {AxisKind.POLES: "n", AxisKind.CHOICE: "1", AxisKind.SEVERAL: "1 2"}[
            kinds[phase.axis]
        ]
    return "y"


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize("quick", [True, False])
def test_a_sitting_to_the_end(
    begin: Begin, shipped: Questionnaire, language: str, quick: bool
) -> None:
    interview = begin(questionnaire=shipped, quick=quick, language=language, width=60)
    for line in ("Eksempelby", "c Strategi, l Skole", "y", ""):
        interview = interview.take(line).interview
    order: list[str] = []
    while not interview.over:
        phase = interview.sitting.phase
        if isinstance(phase, AtQuestion | AtContext):
            order.append(phase.id)
        assert all(width(line) <= 60 for line in interview.screen.lines)
        interview = interview.take(typed_at(interview, shipped)).interview
        assert not any("level 2" in line.lower() for line in interview.reply), "no scores"
    profile = interview.profile
    assert profile is not None
    assert set(profile.answers) == set(shipped.question_ids(quick))
    assert profile.status is Status.COMPLETE
    assert set(profile.style) == {axis.id for axis in shipped.style}
    assert order[0] == "POL1"
    assert order.index("project-share") < order.index("CONT1")
    assert ("initiatives" in order) is not quick
    frame = [asked.id for asked in shipped.context if asked.frame]
    assert [asked for asked in order if asked in frame] == ([] if quick else frame)
    if not quick:
        assert order.index("initiatives") < order.index("FOC1")
        assert order[:7] == ["POL1", "committees", "POL3", "POL5", "POL2", "POL4", "POL6"]


def test_every_anchor_is_shown_in_full(begin: Begin, shipped: Questionnaire) -> None:
    interview = begin(questionnaire=shipped, language="da", width=40)
    for line in ("Eksempelby", "", ""):
        interview = interview.take(line).interview
    for question in shipped.questions.values():
        screen = interview.take(f"g {question.id}").interview.screen
        text = " ".join(" ".join(screen.lines).split())
        for option in question.options:
            anchor = " ".join(option.text.in_language("da")[0].split())
            assert f"{option.value} {anchor}" in text


def test_enter_alone_never_gives_a_level(
    begin: Begin,
    shipped: Questionnaire,
    play: Callable[..., tuple[list[str], list[Profile], Ended]],
) -> None:
    _shown, saved, ended = play(begin(questionnaire=shipped), ["Eksempelby", *[""] * 200])
    assert ended is Ended.FINISHED
    assert all(one.level is None for one in saved[-1].answers.values())
    assert saved[-1].status is Status.IN_PROGRESS


SITTING = """
import datetime, sys
from pathlib import Path
from sdgassess.files.load import load_questionnaire
from sdgassess.interview.driver import sit
from sdgassess.interview.engine import Interview
from sdgassess.cli.terminal.plain import PlainTerminal
from sdgassess.interview.state.setting import Setting
from sdgassess.phrases.terms import words_about
small = load_questionnaire(Path(sys.argv[1])).value
setting = Setting(small, words_about(small, "en"), "da", datetime.date(2026, 3, 12))
saved = []
ended = sit(Interview.start(setting), PlainTerminal(), saved.append)
print(ended.value, [str(one.level) for one in saved[-1].answers.values()])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
def test_on_a_pseudo_terminal(tmp_path: Path) -> None:
    import pexpect

    script = tmp_path / "sitting.py"
    script.write_text(SITTING, encoding="utf-8")
    small = str(Path(__file__).parent / "small.yaml")
    environment = {"PYTHONPATH": str(ROOT), "TERM": "xterm", "LC_ALL": "C.UTF-8", "PATH": ""}
    child = pexpect.spawn(
        sys.executable, [str(script), small], env=environment, encoding="utf-8", timeout=PATIENCE
    )
    shown: list[str] = []
    for prompt, line in [
        ("Municipality: ", "Eksempelby"),
        ("Who is here", ""),
        ("Begin", ""),
        ("POL2: ", "2"),
    ]:
        child.expect(prompt)
        shown.append(child.before or "")
        child.sendline(line)
    child.expect("POL3: ")
    shown.append(child.before or "")
    child.sendcontrol("d")
    child.expect(pexpect.EOF)
    shown.append(child.before or "")
    assert "left ['2']" in shown[-1]
    assert "\x1b" not in "".join(shown)
