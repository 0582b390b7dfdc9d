"""`sdgassess form` on the command line: what it writes, and how it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.cli.naming import role_named
from sdgassess.language import LANGUAGES
from sdgassess.problem import UsageRefused
from tests.given.command_line import Ran, run
from tests.given.forms import ROLES
from tests.given.places import EXAMPLE, ROOT
from tests.given.questionnaires import nordic


def form(folder: Path, *words: str | Path) -> Ran:
    """Run the verb in a folder."""
    return run(["form", *words], folder=folder)


def refused(ran: Ran, exit_code: int, code: str, *said: str) -> None:
    """Assert that there is one message, with a code and some words."""
    assert ran.code == exit_code, ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert ran.err.count("[P") == 1
    assert f"[{code}]" in ran.err
    for words in said:
        assert words in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ([], "form.pdf"),
        (["--quick", "--role", "l"], "form-quick-line-manager.pdf"),
        ([EXAMPLE, "--role", "partner"], "eksempelby-2026-form-partner.pdf"),
    ],
)
def test_a_form_without_a_name_is_a_pdf_in_this_folder(
    tmp_path: Path, options: list[str | Path], name: str
) -> None:
    ran = form(tmp_path, *options)
    assert ran.code == 0, ran.err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes().startswith(b"%PDF-")
    assert f"Saved in {name}." in ran.out or f"Gemt i {name}." in ran.out


@pytest.mark.parametrize(
    ("name", "begins"), [("f.html", b"<!DOCTYPE html>"), ("f.DOCX", b"PK"), ("f.md", b"# ")]
)
def test_the_name_says_the_format(tmp_path: Path, name: str, begins: bytes) -> None:
    assert form(tmp_path, "--quick", "-o", name).code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_scope_languages_and_look_are_taken_from_the_options(tmp_path: Path) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
    (tmp_path / "logo.svg").write_text(logo)
    options = ["--lang", "da", "--beside", "sv", "--quick", "--logo", "logo.svg"]
    ran = form(tmp_path, *options, "--name-line", "Prøveby Kommune", "-o", "f.html")
    assert ran.code == 0, ran.err
    page = (tmp_path / "f.html").read_text("utf-8")
    assert '<html lang="da"' in page
    assert "Prøveby Kommune" in page
    assert '<span lang="sv">' in page
    assert "POL2" not in page.partition("<main")[2]


def test_a_filled_form_keeps_the_profiles_language_and_scope(tmp_path: Path) -> None:
    quick = EXAMPLE.read_text("utf-8").replace("scope: full", "scope: quick")
    (tmp_path / "q.yaml").write_text(quick, "utf-8")
    assert form(tmp_path, "q.yaml", "-o", "q.md").code == 0
    assert form(tmp_path, "q.yaml", "--full", "-o", "f.md", "--lang", "sv").code == 0
    short, whole = (tmp_path / "q.md").read_text("utf-8"), (tmp_path / "f.md").read_text("utf-8")
    assert nordic().questions["POL1"].text.words["da"] in short
    assert nordic().questions["POL2"].text.words["da"] not in short
    assert nordic().questions["POL2"].text.words["sv"] in whole


def test_an_existing_file_is_only_replaced_when_asked(tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_text("mine")
    refused(form(tmp_path), 4, "P604", "--force")
    assert (tmp_path / "form.pdf").read_text() == "mine"
    assert form(tmp_path, "--force").code == 0
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    refused(form(tmp_path, "-o", "nowhere/f.md"), 4, "P401", "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    refused(form(tmp_path, "-o", "form.odt"), 2, "P603", ".pdf, .html, .docx, .md")


def test_an_unknown_role_is_refused_with_those_there_are(tmp_path: Path) -> None:
    refused(form(tmp_path, "--role", "mayor"), 2, "P631", '"mayor"', ", ".join(ROLES))


def test_a_role_that_is_asked_nothing_gets_no_form(tmp_path: Path) -> None:
    text = (ROOT / "sdgassess" / "templates" / "questionnaire.yaml").read_text("utf-8")
    (tmp_path / "own-0.1.yaml").write_text(text.replace("id: ID", "id: own"), "utf-8")
    options = ["--questionnaire", "own-0.1.yaml", "--role", "employee", "--lang", "en"]
    refused(form(tmp_path, *options, "--quick"), 2, "P632", "Employee", "--full")
    assert form(tmp_path, *options, "-o", "f.md").code == 0
    assert "PLAN2" in (tmp_path / "f.md").read_text("utf-8")


def test_the_same_language_twice_is_refused(tmp_path: Path) -> None:
    refused(form(tmp_path, "--lang", "da", "--beside", "da"), 2, "P633", "da")


def test_no_such_language_is_refused(tmp_path: Path) -> None:
    refused(form(tmp_path, "--beside", "fi"), 2, "P512", "da, sv, en")


def test_no_such_questionnaire_is_refused(tmp_path: Path) -> None:
    refused(form(tmp_path, "--questionnaire", "other"), 3, "P509", "nordic-sdg-governance")


def test_a_questionnaire_is_named_by_id_and_version_too(tmp_path: Path) -> None:
    named = "nordic-sdg-governance@1.0"
    assert form(tmp_path, "--questionnaire", named, "--quick", "-o", "f.md").code == 0
    ran = form(tmp_path, EXAMPLE, "--questionnaire", named, "-o", "g.md")
    assert ran.code == 0, ran.err
    ran = form(tmp_path, EXAMPLE, "--questionnaire", "nordic-sdg-governance@2.0", "--lang", "en")
    refused(ran, 2, "P634", named, "nordic-sdg-governance@2.0")


def test_a_broken_profile_is_refused(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("format: sdgassess/profile/1\n")
    ran = form(tmp_path, "p.yaml")
    assert ran.code == 3
    assert "[P" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["p.yaml"]


@pytest.mark.parametrize("role", ROLES.values(), ids=ROLES)
def test_a_role_is_named_by_id_letter_or_title(role: object) -> None:
    known = next(one for one in nordic().roles if one == role)
    titles = [known.title.words[language] for language in LANGUAGES]
    for typed in (known.id, known.letter.upper(), *titles, f"  {titles[0].upper()} "):
        assert role_named(nordic(), typed) == known


@pytest.mark.parametrize("typed", ["", "pp", "poli", "\x1b[31m"])
def test_nothing_else_names_a_role(typed: str) -> None:
    with pytest.raises(UsageRefused) as stopped:
        role_named(nordic(), typed)
    assert stopped.value.problems[0].code == "P631"
