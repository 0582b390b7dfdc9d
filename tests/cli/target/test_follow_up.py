"""What became of a pick: done on a day, dropped for a reason, open again; what compare says."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from sdgassess.model.profile import PickStatus, Priority
from tests.cli.target.test_target import BY_HAND
from tests.given.command_line import run
from tests.given.patience import today
from tests.given.places import EXAMPLE
from tests.given.targets import fine, placed, profile_in, refused


def first_pick(path: Path) -> Priority:
    return profile_in(path).priorities[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return placed(BY_HAND.stem, tmp_path)


@pytest.mark.parametrize("day", ["2025-09-01", "1.9.2025", "1. september 2025"])
def test_a_pick_is_done_on_a_day_and_stays_as_it_was_agreed(path: Path, day: str) -> None:
    before = first_pick(path)
    fine(path, before.question, "--done", day)
    after = first_pick(path)
    assert (after.status, after.on) == (PickStatus.DONE, dt.date(2025, 9, 1))
    assert after._replace(status=before.status, on=before.on) == before


@pytest.mark.parametrize(
    ("day", "why"),
    [("2062-03-12", "more than a year ahead"), ("12.3.0206", "too far back")],
)
def test_no_day_that_cannot_be(path: Path, day: str, why: str) -> None:
    assert why in refused(2, "P156", [path, first_pick(path).question, "--done", day]).err


def test_a_pick_is_dropped_for_a_reason(path: Path) -> None:
    question = first_pick(path).question
    fine(path, question, "--done", "2025-09-01")
    fine(path, question, "--dropped", "No money this year")
    pick = first_pick(path)
    assert (pick.status, pick.on) == (PickStatus.DROPPED, None)
    assert pick.because == "No money this year"


@pytest.mark.parametrize("option", ["--done", "--dropped"])
def test_an_empty_text_opens_it_again_byte_for_byte(path: Path, option: str) -> None:
    before = path.read_bytes()
    question = first_pick(path).question
    fine(path, question, "--done", "2025-09-01")
    fine(path, question, option, "")
    assert path.read_bytes() == before


def test_how_one_will_know_is_kept(path: Path) -> None:
    question = first_pick(path).question
    fine(path, question, "--known-by", "The plan names the money")
    assert first_pick(path).known_by == "The plan names the money"
    shown = " ".join(run(["target", path, "--lang", "en"]).out.split())
    assert "How we will know: The plan names the money" in shown


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("LRN5", "--done", "2025-09-01"), "P537"),
        (("LRN5", "--dropped", "x"), "P537"),
        (("BUD2", "--done", "soon"), "P110"),
        (("BUD2", "--done", "2026-02-30"), "P110"),
        (("BUD2", "--done", "2025-09-01", "--dropped", "x"), "P536"),
        (("BUD2", "--done", "2025-09-01", "--clear"), "P536"),
        (("--done", "2025-09-01"), "P503"),
    ],
)
def test_what_cannot_be_is_refused(path: Path, words: tuple[str, ...], problem: str) -> None:
    refused(2, problem, (str(path), *words))


def test_nothing_was_done_on_a_day_that_is_still_ahead(path: Path) -> None:
    question = first_pick(path).question
    fine(path, question, "--done", today().isoformat())
    ahead = today() + dt.timedelta(days=1)
    refused(2, "P538", (str(path), question, "--done", ahead.isoformat()))


def test_what_is_done_leaves_room_for_another_pick(path: Path) -> None:
    questions = [pick.question for pick in profile_in(path).priorities]
    for extra in ("LRN3", "FOC3", "PAR3"):
        if len(questions) < 3 and extra not in questions:
            fine(path, extra, "--to", "4")
            questions.append(extra)
    refused(2, "P530", (str(path), "COORD6", "--to", "4"))
    fine(path, questions[0], "--done", "2025-09-01")
    fine(path, "COORD6", "--to", "4")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("status: done, on: 2025-09-01", "done 1 September 2025; "),
        ("status: dropped, because: No money", "dropped: No money; "),
        ("who: x", ""),
    ],
)
def test_compare_says_what_became_of_it_and_whether_the_question_moved(
    tmp_path: Path, status: str, sentence: str
) -> None:
    earlier, later = tmp_path / "a.yaml", tmp_path / "b.yaml"
    text = EXAMPLE.read_text("utf-8")
    picks = f"\npriorities:\n  - {{question: LED2, target: 2, {status}}}\n"
    earlier.write_text(text + picks, "utf-8")
    later.write_text(text.replace("date: 2026-03-12", "date: 2027-03-12", 1), "utf-8")
    ran = run(["compare", earlier, later, "--lang", "en"])
    assert ran.code == 0, ran.err
    assert f"{sentence}not yet" in " ".join(ran.out.split())
    told = json.loads(run(["compare", earlier, later, "--json"]).out)["targets"][0]
    assert told["status"] == (status.split()[1].rstrip(",") if sentence else "open")
