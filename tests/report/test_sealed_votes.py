"""The votes of a round that is still closed: no verb and no print tells one from another.

The law: two profiles that differ only in what was voted sealed give equal output of every verb and
in every format. The fingerprint of the file, which names the file and not its votes, is left out.
"""

from __future__ import annotations

import copy
import json
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.given.command_line import run
from tests.given.slow import quickly_in
from tests.report import test_whose_voice as whose_voice
from tests.report.test_whose_voice import PEOPLE, ROLES, ROOM

CLOSED: Mapping[str, tuple[str, ...]] = {
    "POL3": ("p1", "k1"),  # nobody has answered it openly; the executive is still due
    "LED2": ("l1",),
    "LED1": ("x1", "l2"),  # beside three open voices
    "SAM1": ("p1", "k1"),  # people who spoke openly vote anew
    "BUD2": ("p1", "k1", "l1", "x1"),  # beside a level that the room recorded
}
STATES = ("unknown", "not-applicable")


def votes(chance: Random) -> dict[str, list[dict[str, Any]]]:
    """Sealed votes, drawn by chance: levels or states, with what people add to them."""
    drawn: dict[str, list[dict[str, Any]]] = {}
    for question, people in CLOSED.items():
        for person in people:
            vote: dict[str, Any] = {"role": ROLES[person], "by": person, "sealed": True}
            if chance.random() < 0.2:
                vote["state"] = chance.choice(STATES)
                vote["reason"] = f"secret {chance.random()}"
            else:
                vote["level"] = chance.randrange(5)
                vote["comment"] = f"secret {chance.random()}"
                vote["evidence"] = [{"kind": chance.choice(["document", "oral", "in-use"])}]
            drawn.setdefault(question, []).append(vote)
    return drawn


def written(folder: Path, sealed: Mapping[str, list[dict[str, Any]]], *, by_role: bool) -> Path:
    """A folder with a profile that holds these votes, and one of a later year."""
    room = whose_voice.tree(ROOM)["answers"] | {"BUD2": {"level": 2}}
    for question, drawn in sealed.items():
        answer = room.setdefault(question, {})
        answer["voices"] = [*answer.get("voices", []), *copy.deepcopy(drawn)]
    return whose_voice.written(folder, ROOM, answers=room, consent={"by-role": by_role})


ALSO = (
    ["set", "p.yaml", "SAM2", "2"],
    ["set", "p.yaml", "POL3", "--comment", "Agreed to wait"],
    ["set", "p.yaml", "--undo"],
    ["set", "p.yaml", "LED2", "1", "--json"],
    ["assess", "p.yaml", "--plain", "--log", "minutes.docx"],
    ["assess", "p.yaml", "--plain", "--part", "POL"],
    ["assess", "--plain", "--from", "p.yaml", "next.yaml"],
)
"""What else is done with a profile while a round in it is closed, one after the other."""
PRINTED = (
    ["report", "p.yaml", "-o", "gaps.pptx"],
    ["report", "p.yaml", "--layout", "brief", "-o", "brief.docx"],
    ["report", "p.yaml", "--layout", "actions", "-o", "actions.docx"],
    ["form", "p.yaml", "-o", "form.docx"],
)


def said_on_the_way(folder: Path) -> Iterator[str]:
    """Everything that is said when somebody works on with a profile, or prints it."""
    for verb in (*ALSO, *PRINTED):
        os.utime(folder / "p.yaml", (whose_voice.SAVED, whose_voice.SAVED))
        typed = "2\na\nb\no\n!\nq\n" if verb[0] == "assess" else None
        ran = run([*verb, "--lang", "en"], folder=folder, typed=typed)
        assert ran.code == 0, (verb, ran.out, ran.err)
        yield f"{verb}: {ran.out}{ran.err}"
        for name in {"minutes.docx", verb[-1]}:
            if zipfile.is_zipfile(folder / name):
                yield f"{verb}: {_unpacked(folder / name)}"


def _unpacked(path: Path) -> str:
    """All that a printed file says, without times and the fingerprint of the profile."""
    with zipfile.ZipFile(path) as parts:
        names = sorted(parts.namelist())
        text = "\n".join(parts.read(name).decode("utf-8", "replace") for name in names)
    return re.sub(r"\d\d:\d\d(:\d\d)?|\b[0-9a-f]{16,64}\b", "", text)


def two_rounds() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Pairs of votes that differ on every question."""
    chance = Random(15)
    for _ in range(2):
        yield votes(chance), votes(chance)


@pytest.mark.parametrize("by_role", [False, True])
@pytest.mark.parametrize("language", quickly_in("en"))
def test_no_verb_tells_a_sealed_vote(tmp_path: Path, language: str, by_role: bool) -> None:
    first, second = next(two_rounds())
    assert all(first[question] != second[question] for question in CLOSED)
    one = dict(whose_voice.outputs(written(tmp_path / "a", first, by_role=by_role), language))
    other = dict(whose_voice.outputs(written(tmp_path / "b", second, by_role=by_role), language))
    assert [verb for verb in one if one[verb] != other[verb]] == []
    assert not any("secret" in text for text in one.values())


@pytest.mark.slow
@pytest.mark.parametrize("by_role", [False, True])
def test_no_print_tells_a_sealed_vote(tmp_path: Path, by_role: bool) -> None:
    for n, (first, second) in enumerate(two_rounds()):
        folders = [
            written(tmp_path / f"{n}{name}", drawn, by_role=by_role)
            for name, drawn in (("a", first), ("b", second))
        ]
        one, other = (dict(whose_voice.prints(folder, "en")) for folder in folders)
        assert [name for name in one if one[name] != other[name]] == []
        assert not any("secret" in text for text in one.values())


def test_nothing_that_is_done_meanwhile_tells_a_sealed_vote(tmp_path: Path) -> None:
    first, second = next(two_rounds())
    one, other = (
        [*said_on_the_way(written(tmp_path / name, drawn, by_role=True))]
        for name, drawn in (("a", first), ("b", second))
    )
    assert one == other
    assert not any("secret" in text for text in one)


def test_opened_the_same_votes_are_told_apart_so_that_a_leak_would_be_seen(tmp_path: Path) -> None:
    first, second = next(two_rounds())
    for drawn in (first, second):
        for voices in drawn.values():
            for vote in voices:
                del vote["sealed"]
    one = dict(whose_voice.outputs(written(tmp_path / "a", first, by_role=True), "en"))
    other = dict(whose_voice.outputs(written(tmp_path / "b", second, by_role=True), "en"))
    apart = {verb for verb in one if one[verb] != other[verb]}
    assert apart >= {"score p.yaml --json", "explain p.yaml --json", "explain p.yaml LED1"}


def test_everybody_who_votes_is_here() -> None:
    here = {person["id"] for person in PEOPLE}
    assert {person for people in CLOSED.values() for person in people} <= here


@pytest.mark.parametrize("left", ["", "q\n", "b\nb\nq\n", "g LED1\nq\n"])
def test_a_round_left_in_a_real_sitting_is_sealed_in_the_file_and_told_nowhere(
    tmp_path: Path, left: str
) -> None:
    """The end of input is what a closed window is to the sitting."""
    told: list[tuple[str, ...]] = []
    for vote in ("4", "0", "u"):
        folder = tmp_path / vote
        folder.mkdir()
        sitting = ["assess", "p.yaml", "--plain", "--lang", "en", "--log", "minutes.md"]
        nothing_yet = json.dumps(whose_voice.tree({}, participants=PEOPLE[:3]))
        (folder / "p.yaml").write_text(nothing_yet, "utf-8")
        os.utime(folder / "p.yaml", (whose_voice.SAVED, whose_voice.SAVED))
        first = run(sitting, folder=folder, typed=f"g SAM1\na\n{vote}\n{left}")
        text = (folder / "p.yaml").read_text("utf-8")
        assert text.replace('"', "").count("sealed: true") == 1
        os.utime(folder / "p.yaml", (whose_voice.SAVED, whose_voice.SAVED))
        again = run(sitting, folder=folder, typed="")
        assert "still to answer" in again.out
        # The clock stands in minutes, and may go on between two sittings.
        minutes = re.sub(r"\d\d:\d\d", "", (folder / "minutes.md").read_text("utf-8"))
        told.append((first.out.partition("Saved in")[0], again.out, minutes))
    assert len(set(told)) == 1
