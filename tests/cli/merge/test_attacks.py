"""Whoever has every output of two merges, and no yes to showing, cannot tell one voice.

The laws are those of `tests/report/test_whose_voice.py`, on profiles that answers were merged
into: what is sealed changes no output, and of what is open none tells who said it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.given.command_line import run
from tests.given.returned import identity, page, sent
from tests.report import test_whose_voice as whose_voice
from tests.report.test_whose_voice import ROLES, Voices

ROOM: dict[str, Voices] = {
    question: voices for question, voices in whose_voice.ROOM.items() if len(voices) > 2
}


def pages(room: Mapping[str, Voices], revision: int = 1) -> list[dict[str, Any]]:
    """The answer files of everybody in a room."""
    files = []
    for slot, role in ROLES.items():
        answers = {
            question: {"state": voices[slot]} if isinstance(voices[slot], str) else voices[slot]
            for question, voices in room.items()
            if slot in voices
        }
        file = page("l1", answers) | {
            "id": identity(slot),
            "slot": slot,
            "role": role,
            "revision": revision,
            "scope": "full",
            "place": {"name": "Lille", "country": "DK"},
        }
        files.append(file)
    return files


def merged(folder: Path, room: Mapping[str, Voices], *options: str) -> Path:
    """A folder with a profile that the answers of a room were merged into."""
    whose_voice.written(folder, {})
    files = sent(folder / "in", *pages(room))
    assert run(["merge", "p.yaml", *files, *options], folder=folder).code == 0
    for file in files:
        file.unlink()
    os.utime(folder / "p.yaml", (whose_voice.SAVED, whose_voice.SAVED))
    return folder


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_output_tells_who_said_what_after_opening(tmp_path: Path, language: str) -> None:
    chance, swapped = Random(11), dict(ROOM)
    for question, voices in ROOM.items():
        if question != "POL1":
            rest = whose_voice.others_with_equal_results(question, voices, chance)
            swapped[question] = next(rest, voices)
    assert sum(swapped[question] != ROOM[question] for question in ROOM) >= 5
    first = dict(whose_voice.outputs(merged(tmp_path / "a", ROOM, "--open"), language))
    second = dict(whose_voice.outputs(merged(tmp_path / "b", swapped, "--open"), language))
    assert [verb for verb in first if first[verb] != second[verb]] == []


def test_no_output_tells_anything_of_what_is_sealed(tmp_path: Path) -> None:
    turned: dict[str, Voices] = {
        question: {
            slot: 4 - level if isinstance(level, int) else 2 for slot, level in voices.items()
        }
        for question, voices in ROOM.items()
    }
    first = dict(whose_voice.outputs(merged(tmp_path / "a", ROOM), "en"))
    second = dict(whose_voice.outputs(merged(tmp_path / "b", turned), "en"))
    assert [verb for verb in first if first[verb] != second[verb]] == []


def test_opened_the_same_answers_are_told_apart_so_that_a_leak_would_be_seen(
    tmp_path: Path,
) -> None:
    turned: dict[str, Voices] = {**ROOM, "POL2": {"p1": 0, "k1": 0, "l1": 0}}
    first = dict(whose_voice.outputs(merged(tmp_path / "a", ROOM, "--open"), "en"))
    second = dict(whose_voice.outputs(merged(tmp_path / "b", turned, "--open"), "en"))
    assert first != second


def test_that_one_voice_contradicts_itself_is_not_told_of_somebody_who_answered_alone(
    tmp_path: Path,
) -> None:
    """LRN1 and LRN3 by one voice tell more than each of them by anybody."""
    contradiction: dict[str, Voices] = {
        "LRN1": {"k1": 0, "x1": 2, "p1": 2},
        "LRN3": {"k1": 4, "x1": 2, "p1": 2},
    }
    folder = merged(tmp_path / "a", contradiction, "--open")
    assert "P158" not in run(["check", "p.yaml"], folder=folder).out
    text = (folder / "p.yaml").read_text("utf-8")
    yes = text.replace("by-role: false", "by-role: true").replace(
        '"by-role": false', '"by-role": true'
    )
    (folder / "p.yaml").write_text(yes, "utf-8")
    assert "P158" in run(["check", "p.yaml"], folder=folder).out


def test_comments_are_shown_without_who_wrote_them_and_only_with_a_yes(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    whose_voice.written(folder, {})
    files = pages({"LED1": {"p1": 1, "k1": 2, "l1": 3, "x1": 3}})
    words = {"p1": "Åben dør", "k1": "Bred støtte", "l1": "Hemmeligt", "x1": "Anden vej"}
    for file in files:
        if file["slot"] in words:
            file["answers"]["LED1"]["comment"] = words[file["slot"]]
            file["consent"] = {"by-role": False, "comments": file["slot"] != "l1"}
    paths = sent(folder / "in", *files)
    run(["merge", "p.yaml", *paths], folder=folder)
    assert "Bred" not in run(["explain", "p.yaml", "LED1"], folder=folder).out
    run(["merge", "p.yaml", "--open"], folder=folder)
    explained = run(["explain", "p.yaml", "LED1"], folder=folder).out
    places = [explained.index(words[slot]) for slot in ("x1", "k1", "p1")]
    assert places == sorted(places)
    assert "Hemmeligt" not in explained
    run(["report", "p.yaml", "-o", "report.md"], folder=folder)
    report = (folder / "report.md").read_text("utf-8")
    assert "Bred støtte" in report
    assert "Hemmeligt" not in report


LINE_MANAGERS_APART: Voices = {"k1": 0, "l1": 0, "l2": 4}
COORDINATOR_APART: Voices = {"k1": 4, "l1": 0, "l2": 0}


def test_the_order_of_what_is_seen_differently_does_not_tell_how_far_roles_are_apart(
    tmp_path: Path,
) -> None:
    """Of two lists of the same levels the wider roles came first: who is alone said 4."""
    rooms: list[dict[str, Voices]] = [
        {"SAM1": LINE_MANAGERS_APART, "LRN1": LINE_MANAGERS_APART},
        {"SAM1": LINE_MANAGERS_APART, "LRN1": COORDINATOR_APART},
    ]
    said = []
    for number, room in enumerate(rooms):
        folder = merged(tmp_path / str(number), room, "--open")
        said.append(dict(whose_voice.outputs(folder, "en")))
        said[-1]["agree"] = run(["assess", "p.yaml", "--agree"], folder=folder, typed="q\n").out
        for suffix in ("md", "pptx"):
            path = folder / f"p.{suffix}"
            assert run(["report", "p.yaml", "-o", path.name], folder=folder).code == 0
            said[-1][suffix] = whose_voice.contents(path)
    first, second = said
    assert "SAM1" in first["gaps p.yaml"]
    assert [verb for verb in first if first[verb] != second[verb]] == []


def test_how_many_sources_stand_at_a_level_is_not_told_of_voices_without_a_role(
    tmp_path: Path,
) -> None:
    """Three sources of 1, 3, 3, 3 and 3 say that the coordinator and the executive see 3."""
    rooms: list[dict[str, Voices]] = [
        {"LED1": {"k1": 3, "x1": 3, "l1": 1, "l2": 3, "l3": 3}},
        {"LED1": {"k1": 1, "x1": 3, "l1": 3, "l2": 3, "l3": 3}},
    ]
    verbs = (["explain", "p.yaml", "LED1"], ["explain", "p.yaml", "--json"])
    said = []
    for number, room in enumerate(rooms):
        folder = merged(tmp_path / str(number), room, "--open")
        said.append([run([*verb, "--lang", "en"], folder=folder).out for verb in verbs])
    assert said[0] == said[1]
    assert "answered 3, backed 3" in said[0][0]
