"""What is said to come next can be typed, also where the questionnaire lies elsewhere."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.given.command_line import run

HERE = Path(__file__).parent
NAMED = ("--questionnaire", "els where/virksomhed-klima-1.0.yaml")
VERBS = (
    ("score", "p q.yaml"),
    ("gaps", "p q.yaml"),
    ("check", "p q.yaml"),
    ("explain", "p q.yaml", "KOB"),
    ("target", "p q.yaml"),
    ("target", "p q.yaml", "VAR1"),
    ("set", "p q.yaml", "VAR1", "1", "--comment", "x"),
    ("invite", "p q.yaml", "--to", "sheets", "--each", "2"),
    ("kit", "p q.yaml", "--to", "kit"),
    ("form", "p q.yaml"),
    ("report", "p q.yaml", "-o", "r.md"),
    ("compare", "p q.yaml", "second.yaml"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years' profiles in one folder, their questionnaire in another one."""
    (tmp_path / "els where").mkdir()
    shutil.copy(HERE / "virksomhed-klima-1.0.yaml", tmp_path / "els where")
    shutil.copy(HERE / "company-2025.yaml", tmp_path / "p q.yaml")
    shutil.copy(HERE / "company-2026.yaml", tmp_path / "second.yaml")
    return tmp_path


def commands(told: str) -> list[str]:
    """Every command about a profile that is said."""
    lines = re.findall(r"sdgassess (?!reference|questionnaire|--help)[^\n`]*", told)
    parts = (part.split("    ")[0] for line in lines for part in line.split("   More: "))
    return [part.strip() for part in parts]


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_the_questionnaire_is_named_again(folder: Path, verb: tuple[str, ...]) -> None:
    ran = run([*verb, *NAMED, "--lang", "en"], folder=folder)
    assert ran.code == 0, ran.err
    said = commands(ran.out + ran.err)
    assert said
    for command in said:
        _, *words = shlex.split(command)
        assert NAMED[1] in words, command
        if "returned/" in words or words[0] == "assess":
            continue
        assert "[P120]" not in run(words, folder=folder).err, command


def test_a_new_year_in_another_folder_says_where_its_questionnaire_is(folder: Path) -> None:
    shutil.copy(folder / "p q.yaml", folder / "els where" / "last.yaml")
    ran = run(["assess", "--plain", "--from", "els where/last.yaml", "new.yaml"], folder=folder)
    (command,) = re.findall(r"sdgassess (assess .*new\.yaml)", ran.err)
    assert NAMED[1] in shlex.split(command)
    assert run(shlex.split(command), folder=folder).code == 0
