"""Forms that come back on paper: a row for each person, in the order of the printed form."""

from __future__ import annotations

import re
import sys
from fractions import Fraction
from pathlib import Path

import pexpect
import pytest

from sdgassess.files.load import load_profile
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import PersonConsent, State
from tests.given.command_line import Ran, run
from tests.given.questionnaires import nordic
from tests.given.sealed import sent_in
from tests.given.targets import profile_in
from tests.given.window import Window

ROLE = "line-manager"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new assessment without an answer."""
    file = tmp_path / "p.yaml"
    assert run(["set", "p.yaml", "--name", "Kolding"], folder=tmp_path).code == 0
    return file


def _enter(path: Path, *rows: str, lang: str = "en") -> Ran:
    """Type rows in."""
    return run(
        ["--lang", lang, "assess", "--enter", path.name], folder=path.parent, typed="\n".join(rows)
    )


def _printed(path: Path, role: str = ROLE) -> list[str]:
    """The questions of the form that is printed for a role, in its order."""
    form = path.with_name(f"{role}.md")
    words = ["--lang", "en", "form", path.name, "--role", role, "-o", form.name, "--force"]
    assert run(words, folder=path.parent).code == 0
    return re.findall(r"^#+ ([A-Z]+[0-9]+)\b", form.read_text("utf-8"), re.MULTILINE)


def _row(who: str, values: list[str], n: int) -> str:
    """A row with some values and the rest left blank."""
    return f"{who}: {' '.join([*values, *['.'] * (n - len(values))])}"


@pytest.mark.parametrize("role", ["line-manager", "politician", "coordinator"])
def test_the_order_is_that_of_the_printed_form(path: Path, role: str) -> None:
    questions = _printed(path, role)
    values = [str(place % 5) for place in range(len(questions))]
    assert _enter(path, f"{role[0]}1: {' '.join(values)}").code == 0
    answers = profile_in(path).answers
    heard = {key: answer.voices[0].level for key, answer in answers.items()}
    assert heard == {key: Fraction(value) for key, value in zip(questions, values, strict=True)}


def test_each_value_is_what_scores_legend_says(path: Path) -> None:
    questions = _printed(path)
    ran = _enter(path, _row("l2", ["3", "?", "-", "."], len(questions)))
    assert ran.code == 0
    answers = profile_in(path).answers
    voices = [answers[key].voices[0] for key in questions[:3]]
    assert voices[0].level == Fraction(3)
    assert [voice.state for voice in voices[1:]] == [State.UNKNOWN, State.NOT_APPLICABLE]
    assert questions[3] not in answers
    assert f"{questions[0]} 3 · {questions[1]} ? · {questions[2]} -" in ran.out
    assert f"{len(questions) - 3} questions left blank." in " ".join(ran.out.split())


def test_a_new_person_takes_part_and_a_known_one_answers_anew(path: Path) -> None:
    n = len(_printed(path))
    assert _enter(path, _row("l2 Skole", ["3", "2"], n), _row("l", ["1"], n)).code == 0
    people = profile_in(path).participants
    assert [(person.id, person.unit) for person in people] == [("l2", "Skole"), ("l1", None)]
    assert _enter(path, _row("l2", ["0"], n)).code == 0
    profile = profile_in(path)
    assert profile.participants == people
    first, second = _printed(path)[:2]
    assert [(v.by, v.level) for v in profile.answers[first].voices] == [
        ("l1", Fraction(1)),
        ("l2", Fraction(0)),
    ]
    assert profile.answers[second].voices[0].level == Fraction(2), "blank leaves what was there"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("l2: 3 2", "P562"),
        ("l2:", "P562"),
        ("q1: 3", "P561"),
        ("hello there", "P560"),
        ("3 2 1", "P560"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_whole_and_the_others_go_in(
    path: Path, row: str, problem: str
) -> None:
    n = len(_printed(path))
    ran = _enter(path, row, "# a remark", "", _row("l1", ["3"], n))
    assert ran.code == 3
    assert "-:1: " in ran.err
    assert f"[{problem}]" in ran.err
    assert [person.id for person in profile_in(path).participants] == ["l1"]


def test_a_value_off_the_scale_refuses_its_row(path: Path) -> None:
    questions, raw = _printed(path), path.read_bytes()
    ran = _enter(path, _row("l1", ["3", "7"], len(questions)))
    assert (ran.code, path.read_bytes()) == (3, raw)
    assert f'"7" is no answer to {questions[1]}' in ran.err


@pytest.mark.parametrize("words", [("--workshop",), ("--part", "BUD"), ("--role", "l")])
def test_options_of_a_sitting_have_nothing_to_do_with_rows(
    path: Path, words: tuple[str, ...]
) -> None:
    ran = run(["assess", "--enter", path.name, *words], folder=path.parent, typed="")
    assert (ran.code, "[P550]" in ran.err) == (2, True)


def test_rows_need_a_file_that_is_there(tmp_path: Path) -> None:
    assert run(["assess", "--enter"], folder=tmp_path, typed="").code == 2
    assert run(["assess", "--enter", "none.yaml"], folder=tmp_path, typed="").code == 3


@pytest.mark.parametrize(("lang", "new"), [("da", "ny"), ("sv", "ny"), ("en", "new")])
def test_it_says_back_what_it_took_in_every_language(path: Path, lang: str, new: str) -> None:
    assert f", {new}" in _enter(path, _row("l1", ["3"], len(_printed(path))), lang=lang).out


def test_where_others_sent_in_files_a_row_is_sealed_as_those_are(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    with hold(path):
        ProfileFile.new(path).save(sent_in())
    asked = [
        question.id
        for question in nordic().questions.values()
        if question.core and (not question.roles or "politician" in question.roles)
    ]
    row = f"p3: {' '.join('4' for _ in asked)}\n"
    for _ in range(2):
        said = run(["assess", "--enter", "p.yaml", "--lang", "en"], folder=tmp_path, typed=row)
        assert said.code == 0, said.err
        assert "sdgassess assess --agree p.yaml" in said.out + said.err
        loaded = load_profile(path)
        assert loaded.value is not None
        voices = [v for a in loaded.value.answers.values() for v in a.voices if v.by == "p3"]
        assert len(voices) == len(asked)
        assert all(voice.sealed for voice in voices), "nobody on paper is seen before the others"
        person = next(each for each in loaded.value.participants if each.id == "p3")
        assert person.returned is not None
        assert person.returned.revision == 0, "the same row once more changes nothing"
        silent = PersonConsent(by_role=False, comments=False)
        assert person.consent == silent, "a sheet asks nobody about showing"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
def test_whoever_types_hears_at_once_what_is_wrong_and_can_put_it_right(path: Path) -> None:
    n = len(_printed(path))
    typed = {
        "l2: 3 2": "P562",
        "nobody": "P560",
        _row("l1", ["3"], n): "l1  ",
        "x1: 1": "P562",
        _row("l2", ["2"], n): "l2  ",
    }
    words = ["-m", "sdgassess", "--lang", "da", "assess", "--enter", path.name]
    window = Window(words, path.parent)
    try:
        # What is typed before a line is out to its end would stand in the middle of it.
        window.expect("Ctrl-D[^\n]*\n")
        for line, says in typed.items():
            window.sendline(line)
            window.expect(f"{re.escape(says)}[^\n]*\n")
        window.sendeof()
        window.expect(pexpect.EOF)
        end = str(window.before)
        assert window.end() == 3, "x1 was not put right"
    finally:
        window.put_away()
    assert "-:4: x1" in end
    assert "-:1: " not in end, "l2 was"
    assert "-:2: " not in end, "whoever typed it heard it"
    assert [person.id for person in profile_in(path).participants] == ["l1", "l2"]
    lines = [line for line in window.raw.splitlines() if line not in typed]
    shown = lines[: next(n for n, line in enumerate(lines) if line.startswith("-:"))]
    assert max(map(len, shown)) <= 80, "no word is broken at the end of a line"


def test_what_was_taken_is_said_back_within_eighty_columns(path: Path) -> None:
    n = len(_printed(path, "coordinator"))
    ran = _enter(path, _row("c1", ["3"] * n, n))
    assert max(map(len, ran.out.splitlines())) <= 80
    assert ran.out.count(" 3") >= n
