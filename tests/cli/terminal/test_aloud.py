"""What a screen reader gets: the plain sitting, line by line, as bytes."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from sdgassess.files.load import load_questionnaire
from tests.given.command_line import environment, run
from tests.given.places import ROOT
from tests.given.window import Window

ROOM = ["Prøveby", "p, c Strategi, l Skole, l Teknik", "DK 2026-03-12", ""]
ANSWERS = ["p3 c2 l1,1", "2 pc", "", "", "o", "a", "2", "3", "", "3", "", "?", "3", "", "", "q"]
LANGUAGES = ["da", "sv", "en"]


def heard(folder: Path, language: str, *words: str) -> list[str]:
    """The lines of a plain sitting of several people, without what was typed."""
    typed = "\n".join([*ROOM, *ANSWERS]) + "\n"
    ran = run(["--lang", language, "assess", *words, "p.yaml"], folder=folder, typed=typed)
    assert ran.code == 0, ran.err
    return ran.out.split("\n")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", [["--plain"], ["--plain", "--workshop"]])
def test_every_line_is_words(tmp_path: Path, language: str, words: list[str]) -> None:
    lines = heard(tmp_path, language, *words)
    for line in lines:
        assert line == line.rstrip(), "nothing at the end to be spelled out"
        for sign in line:
            kind = unicodedata.category(sign)
            assert kind not in ("Cc", "Cf", "So", "Co", "Cs"), f"{sign!r} in {line!r}"
        assert "·" not in line, "parts are separated by what is spoken as a pause"
        assert not line or re.search(r"\w", line), f"only signs: {line!r}"
    silences = sum(first == second == "" for first, second in pairwise(lines))
    assert silences == 0 or "--workshop" in words, "one empty line is a pause, two are silence"


@pytest.mark.parametrize("language", LANGUAGES)
def test_anchors_are_heard_one_by_one_each_with_its_level(tmp_path: Path, language: str) -> None:
    loaded = load_questionnaire(ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml")
    assert loaded.value is not None
    spoken = " ".join(" ".join(heard(tmp_path, language)).split())
    question = loaded.value.questions["POL1"]
    asked = spoken.index(" ".join(question.text.in_language(language)[0].split()))
    for option in question.options:
        anchor = " ".join(option.text.in_language(language)[0].split())
        found = spoken.index(f"{option.value} {anchor}", asked)
        assert found > asked, "in their order"
        asked = found


def test_who_stands_where_is_said_in_words(tmp_path: Path) -> None:
    lines = heard(tmp_path, "en")
    table = lines[lines.index("Voices on POL1:") :][:6]
    assert table == [
        "Voices on POL1:",
        "0  nobody",
        "1  2 voices",
        "2  1 voice",
        "3  1 voice",
        "4  nobody",
    ]


@pytest.mark.parametrize(
    "env",
    [{"TERM": "dumb"}, {"TERM": "xterm-256color", "ACCESSIBLE": "1"}],
    ids=["dumb", "access"],
)
def test_on_a_terminal_the_bytes_are_only_words_and_line_ends(
    tmp_path: Path, env: dict[str, str]
) -> None:

    window = Window(
        ["-m", "sdgassess", "assess", "p.yaml"], tmp_path, env=environment(LANG="C.UTF-8", **env)
    )
    for line in [*ROOM, "c En kommentar på én linje", "3", "", "q"]:
        window.expect(r"[:?)] $")
        window.sendline(line)
    window.end()
    raw = window.raw
    steering = {sign for sign in raw if unicodedata.category(sign) == "Cc"}
    assert steering <= {"\r", "\n"}
    assert "Prøveby" in (tmp_path / "p.yaml").read_text("utf-8")
