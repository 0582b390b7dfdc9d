"""Every verb ends with what comes next: a command to type, whatever the profile holds."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from tests.given.command_line import run
from tests.given.places import EXAMPLE
from tests.given.sealed import EIGHT, sent_in

EMPTY = """format: sdgassess/profile/1
municipality: {name: Tomby, country: DK}
date: 2026-03-12
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
answers: {}
"""
LINES = (
    *(
        f"{verb} FILE"
        for verb in ("check", "score", "explain", "gaps", "target", "form", "report")
    ),
    "explain FILE LED",
    "explain FILE LED1",
    "set FILE POL1 3",
    "questionnaire list",
    "questionnaire show nordic-sdg-governance",
    "questionnaire new mine",
    "reference list",
    "reference show herning",
)


@pytest.mark.parametrize("kind", ["example", "empty"])
@pytest.mark.parametrize("line", LINES)
def test_a_verb_ends_with_what_comes_next(line: str, kind: str, tmp_path: Path) -> None:
    if kind == "example":
        shutil.copy(EXAMPLE, tmp_path / "a.yaml")
    else:
        (tmp_path / "a.yaml").write_text(EMPTY, "utf-8")
    ran = run(
        ["--lang", "en", *line.replace("FILE", "a.yaml").split()],
        folder=tmp_path,
        env={"COLUMNS": "80"},
    )
    assert ran.code == 0, ran.err
    ends = [text.splitlines()[-3:] for text in (ran.out, ran.err) if text]
    assert any("sdgassess " in end for lines in ends for end in lines), (ran.out, ran.err)


def test_years_end_with_what_comes_next(tmp_path: Path) -> None:
    words = ["--lang", "en", "compare", str(EXAMPLE.parent)]
    ran = run(words, folder=tmp_path, env={"COLUMNS": "80"})
    assert ran.code == 0, ran.err
    assert "sdgassess " in "".join(ran.out.splitlines()[-3:])


@pytest.mark.parametrize(
    ("people", "command"), [(EIGHT, "merge a.yaml --open"), (("p1",), "assess --agree a.yaml")]
)
def test_what_is_sealed_is_opened_next(
    people: tuple[str, ...], command: str, tmp_path: Path
) -> None:
    profile = sent_in()
    answers = {
        key: replace(answer, state=None, voices=voices)
        for key, answer in profile.answers.items()
        if (voices := tuple(voice for voice in answer.voices if voice.by in people))
    }
    with hold(tmp_path / "a.yaml"):
        ProfileFile.new(tmp_path / "a.yaml").save(profile._replace(answers=answers))
    ran = run(["--lang", "en", "score", "a.yaml"], folder=tmp_path, env={"COLUMNS": "80"})
    assert f"Next: sdgassess {command}" in ran.out, ran.out
