"""`sdgassess invite`: who gets what, what the profile then knows, nothing half-written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.files.write import writer
from sdgassess.problem import Problem, Where, WriteRefused
from tests.given.command_line import Ran, run
from tests.given.pdfs import text_of
from tests.given.questionnaires import nordic

ROLES = ["politician", "executive", "coordinator", "line-manager", "partner"]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "2026.yaml"
    file.write_text(
        "# our own remark\n"
        "format: sdgassess/profile/1\n"
        'municipality: {name: Eksempelby, country: DK, code: "0999"}\n'
        "date: 2026-03-12\n"
        'questionnaire: {id: nordic-sdg-governance, version: "1.0"}\n'
        "language: da\n"
        "scope: quick\n"
        "answers: {}\n",
        "utf-8",
    )
    return file


def invite(profile: Path, *arguments: str) -> Ran:
    return run(["invite", profile, "--to", profile.parent / "out", *arguments])


def participants(file: Path) -> list[tuple[str, str, str | None]]:
    loaded = load_profile(file)
    assert loaded.value is not None, loaded.problems
    return [(each.id, each.role, each.unit) for each in loaded.value.participants]


def test_every_role_gets_a_page_in_the_language_of_the_profile(profile: Path) -> None:
    ran = invite(profile)
    assert ran.code == 0, ran.err
    files = sorted(path.name for path in (profile.parent / "out").iterdir())
    assert files == [
        "c1-coordinator.html",
        "e1-partner.html",
        "invitation.txt",
        "l1-line-manager.html",
        "p1-politician.html",
        "x1-executive.html",
    ]
    for name in files[:2]:
        assert '<html lang="da">' in (profile.parent / "out" / name).read_text("utf-8")
    assert "aktindsigt" in (profile.parent / "out" / "invitation.txt").read_text("utf-8")
    assert "sdgassess merge" in ran.err


def test_whoever_is_invited_takes_part_and_remarks_stay(profile: Path) -> None:
    invite(profile, "--role", "l", "--role", "Politiker", "--each", "2")
    assert participants(profile) == [
        ("p1", "politician", None),
        ("p2", "politician", None),
        ("l1", "line-manager", "A"),
        ("l2", "line-manager", "B"),
    ]
    assert profile.read_text("utf-8").startswith("# our own remark\n")


def test_json_says_what_was_written_for_whom(profile: Path) -> None:
    ran = invite(profile, "--role", "l", "--as", "pdf,html,xlsx", "--lang", "sv", "--json")
    result = json.loads(ran.out)
    folder = profile.parent / "out"
    assert result == {
        "format": "sdgassess/invite/1",
        "written": [
            {
                "file": str(folder / name),
                "kind": kind,
                "slot": slot,
                "role": slot and "line-manager",
                "language": "sv",
            }
            for name, kind, slot in (
                ("l1-line-manager.html", "html", "l1"),
                ("l1-line-manager.xlsx", "xlsx", "l1"),
                ("l1-line-manager.pdf", "pdf", "l1"),
                ("invitation.txt", "invitation", None),
            )
        ],
    }
    assert all(Path(entry["file"]).is_file() for entry in result["written"])


def test_the_page_carries_the_checksum_of_the_questionnaire(profile: Path) -> None:
    invite(profile, "--role", "l")
    page = (profile.parent / "out" / "l1-line-manager.html").read_text("utf-8")
    start = page.index('"fingerprint":"') + len('"fingerprint":"')
    assert int(page[start : start + 64], 16) > 0


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_paper_that_comes_alone_says_what_each_level_means(profile: Path, language: str) -> None:
    invite(profile, "--role", "l", "--as", "pdf", "--lang", language)
    folder = profile.parent / "out"
    paper = " ".join(text_of((folder / "l1-line-manager.pdf").read_bytes()).split())
    assert "l1" in paper.split(), "the number on the list"
    assert "A" in paper.split(), "the unit"
    asked = [each for each in nordic().questions.values() if each.core]
    asked = [each for each in asked if not each.roles or "line-manager" in each.roles]
    for question in asked:
        for option in question.options:
            words = option.text.in_language(language)[0].split()
            assert " ".join(words[:4]) in paper, (question.id, option.value)
    assert "POL3" not in paper, "what others are asked"


def test_on_paper_nothing_stands_of_what_others_answered(profile: Path) -> None:
    invite(profile, "--role", "x", "--as", "pdf")
    paper = profile.parent / "out" / "x1-executive.pdf"
    before = text_of(paper.read_bytes())
    answered = profile.read_text("utf-8").replace(
        "answers: {}", "answers: {LED1: {level: 3, comment: Hemmeligt}, BUD2: {level: 1}}"
    )
    profile.write_text(answered, "utf-8")
    invite(profile, "--role", "x", "--as", "pdf", "--force")
    assert text_of(paper.read_bytes()) == before


def test_what_differs_is_not_written_over_unless_asked_to(profile: Path) -> None:
    invite(profile, "--role", "l")
    page = profile.parent / "out" / "l1-line-manager.html"
    page.write_text("something else", "utf-8")
    before = profile.read_bytes()
    ran = invite(profile, "--role", "l", "--each", "2")
    assert ran.code == 4
    assert "P604" in ran.err
    assert profile.read_bytes() == before
    assert page.read_text("utf-8") == "something else"
    assert not (profile.parent / "out" / "l2-line-manager.html").exists()
    assert invite(profile, "--role", "l", "--each", "2", "--force").code == 0
    assert [each[0] for each in participants(profile)] == ["l1", "l2"]


def test_more_people_are_invited_into_the_same_folder(profile: Path) -> None:
    invite(profile, "--as", "html,pdf")
    ran = invite(profile, "--role", "l", "--each", "3", "--as", "html,pdf")
    assert ran.code == 0, ran.err
    assert (profile.parent / "out" / "l3-line-manager.pdf").is_file()


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("da", "skal høres, hvis vurderingen skal være gyldig"),
        ("sv", "måste höras för att bedömningen ska vara giltig"),
        ("en", "must be heard for the assessment to be valid"),
    ],
)
def test_roles_that_must_be_heard_are_named_until_they_are_invited(
    profile: Path, language: str, says: str
) -> None:
    few = invite(profile, "--role", "x", "--lang", language)
    assert says in " ".join(few.err.split())
    lines = [*few.err.splitlines(), *few.out.splitlines()]
    assert all(len(line) <= 80 for line in lines if str(profile.parent) not in line)
    invite(profile, "--role", "p", "--role", "c", "--lang", language)
    one = invite(profile, "--role", "l", "--lang", language)
    assert says in " ".join(one.err.split()), "from one unit more"
    two = invite(profile, "--role", "l", "--each", "2", "--lang", language)
    assert says not in " ".join(two.err.split())


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        (("--as", "docx"), 2, "P581"),
        (("--as", ","), 2, "P581"),
        (("--role", "mayor"), 2, "P631"),
        (("--each", "0"), 2, "--each"),
        (("--each", "31"), 2, "--each"),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_written(
    profile: Path, arguments: tuple[str, ...], code: int, problem: str
) -> None:
    before = profile.read_bytes()
    ran = invite(profile, *arguments)
    assert (ran.code, problem in ran.err) == (code, True), ran.err
    assert profile.read_bytes() == before
    assert not (profile.parent / "out").exists()


def test_who_has_answered_is_not_invited_again(profile: Path) -> None:
    profile.write_text(
        profile.read_text("utf-8").removesuffix("answers: {}\n")
        + "participants: [{id: l1, role: line-manager}]\n"
        + "answers: {LED1: {voices: [{role: line-manager, level: 2, by: l1}]}}\n",
        "utf-8",
    )
    ran = invite(profile, "--role", "l")
    assert (ran.code, "P583" in ran.err) == (2, True), ran.err


def test_a_questionnaire_without_roles_is_told_so(profile: Path) -> None:
    own = profile.parent / "own-0.1.yaml"
    assert run(["questionnaire", "new", own]).code == 0
    lines = own.read_text("utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("roles:"))
    without = [line for line in (*lines[:start], *lines[start + 3 :]) if not own_roles(line)]
    own.write_text("".join(without), "utf-8")
    profile.write_text(
        "format: sdgassess/profile/1\nsubject: {name: Eksempelby}\ndate: 2026-03-12\n"
        'questionnaire: {id: own, version: "0.1"}\nanswers: {}\n',
        "utf-8",
    )
    ran = invite(profile)
    assert (ran.code, "P582" in ran.err) == (2, True), ran.err


def own_roles(line: str) -> bool:
    """Whether a line of a questionnaire names roles of its own."""
    return line.strip().startswith(("roles: [", "last_word:"))


@contextmanager
def failing_after(written: int) -> Iterator[None]:
    """A disk that is full after so many new files."""
    whole, count = writer.write_new, [0]

    def write_new(path: Path, *arguments: object) -> writer.WrittenFile:
        count[0] += 1
        if count[0] > written:
            raise WriteRefused(Problem("P406", Where(str(path))))
        return whole(path, *arguments)  # type: ignore[arg-type] # handed on as they are

    patch = pytest.MonkeyPatch()
    patch.setattr(writer, "write_new", write_new)
    try:
        yield
    finally:
        patch.undo()


@pytest.mark.parametrize("written", [0, 1, 3])
def test_a_full_disk_leaves_everything_as_it_was(profile: Path, written: int) -> None:
    before = profile.read_bytes()
    with failing_after(written):
        ran = invite(profile)
    assert (ran.code, "P406" in ran.err) == (4, True), ran.err
    assert profile.read_bytes() == before
    assert not (profile.parent / "out").exists()


def test_pages_are_no_more_public_than_the_profile(profile: Path) -> None:
    profile.chmod(0o600)
    invite(profile, "--role", "l")
    files = [*(profile.parent / "out").iterdir()]
    assert files
    for file in files:
        assert file.stat().st_mode & 0o077 == 0
