"""Without a yes to showing answers by role, no file that is printed names a role or a unit.

Roles, participants and their units have made-up names here, so that whoever finds one of them in
a file has found a leak, and none of them can stand in a text of the questionnaire.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sdgassess.cli.printing import TABLES
from sdgassess.cli.verbs.form import SUFFIXES, run_form
from sdgassess.cli.verbs.report.layouts import DOCUMENTS
from sdgassess.cli.verbs.report.run import run_report
from sdgassess.files.read.reader import read_source
from tests.given.pdfs import text_of
from tests.given.places import EXAMPLE, ROOT

ROLES = {
    "politician": "qvxpo",
    "executive": "qvxex",
    "coordinator": "qvxco",
    "line-manager": "qvxli",
    "partner": "qvxpa",
}
"""The ids of roles, and made-up ones; all that is made up begins alike."""
MADE_UP = "qvx"
YEARS = (2024, 2025, 2026)
NO, YES = {"by-role": False}, {"by-role": True}
HEADLINES = ("question", "marked", "finding")
MISSING = (
    "preliminary until these are heard enough: qvxrl",
    "not heard yet, for a valid assessment: qvxrl, from one more unit",
    "not all are heard enough: qvxrl",
)
"""Who is still to be heard is said of the whole assessment; it tells of nobody who was heard."""
WHOM_TO_ASK = re.compile(r"ask (?:qvxr\w(?:, )?)+", re.IGNORECASE)
"""To whom the questionnaire puts what nobody knew, whoever was heard."""
Consent = dict[str, bool] | None
Print = Callable[[Path], None]
"""Prints into a file."""


def tree(path: Path) -> Any:
    """What a file holds."""
    document, problems = read_source(path)
    assert document is not None, problems
    return document.data


def renamed(value: Any) -> Any:
    """A tree with the made-up ids in the place of roles' own; texts are left alone."""
    if isinstance(value, dict):
        return {key: renamed(one) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed(one) for one in value]
    return ROLES.get(value, value) if isinstance(value, str) else value


@pytest.fixture(scope="module")
def questionnaire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The questionnaire that ships, under another id, with made-up roles."""
    made = renamed(tree(ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml"))
    made["id"] = "made-up"
    for role in made["roles"]:
        role["title"] = dict.fromkeys(("da", "sv", "en"), f"Qvxr{role['letter']}")
    path = tmp_path_factory.mktemp("questionnaire") / "made-up-1.0.yaml"
    path.write_text(json.dumps(made), "utf-8")
    return path


def profile(folder: Path, year: int, consent: Consent) -> Path:
    """The example of a year, with made-up participants and units."""
    made = renamed(tree(EXAMPLE.with_name(f"eksempelby-{year}.yaml")))
    made["questionnaire"]["id"] = "made-up"
    for person in made["participants"]:
        person["id"] = f"qvx{person['id']}"
        person["unit"] = f"Qvxu{year}"
    for answer in made["answers"].values():
        for voice in answer.get("voices", ()):
            voice["by"] = f"qvx{voice['by']}"
    made.pop("consent")
    made |= {} if consent is None else {"consent": consent}
    path = folder / f"eksempelby-{year}.yaml"
    path.write_text(json.dumps(made), "utf-8")
    return path


def prints(questionnaire: Path, profiles: list[Path]) -> Iterator[tuple[str, Print]]:
    """Everything that can be printed of a profile, and of it with its earlier years."""

    def report(paths: list[Path], **options: str) -> Print:
        verb: Any = partial(run_report, paths=paths, questionnaire=questionnaire, lang="en")
        return lambda output: verb(output=output, **options)

    def filled(**options: object) -> Print:
        verb: Any = partial(run_form, file=profiles[-1], questionnaire=str(questionnaire))
        return lambda output: verb(output=output, lang="en", **options)

    newest = [profiles[-1]]
    for suffix in (*DOCUMENTS, *TABLES):
        yield f"gaps{suffix}", report(newest)
        yield f"years{suffix}", report(profiles)
    for headline in HEADLINES:
        yield f"poster-{headline}.pdf", report(newest, layout="poster", headline=headline)
    for suffix in TABLES:
        yield f"poster{suffix}", report(newest, layout="poster")
    for suffix in SUFFIXES:
        yield f"form{suffix}", filled()
    yield "form-quick.pdf", filled(quick=True, beside="da")


def contents(path: Path) -> str:
    """All that a file says, seen and unseen, in small letters."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        return f"{text_of(raw)} {' '.join(_strings(path))}".lower()
    if path.suffix in {".docx", ".xlsx", ".pptx", ".zip"}:
        with zipfile.ZipFile(path) as parts:
            return " ".join(
                parts.read(name).decode("utf-8", "replace") for name in parts.namelist()
            ).lower()
    return raw.decode("utf-8").lower()


def _strings(path: Path) -> Iterator[str]:
    """Every string of a PDF: the words of pictures, bookmarks, properties."""
    with pikepdf.open(path) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Dictionary):
                yield from (str(one) for one in item.values() if isinstance(one, pikepdf.String))
        yield bytes(opened.Root.Metadata.read_bytes()).decode("utf-8")


def found(folder: Path, questionnaire: Path, profiles: list[Path], word: str) -> set[str]:
    """The names of the files that are printed with a word in them."""
    leaked = set()
    for name, make in prints(questionnaire, profiles):
        make(folder / name)
        text = " ".join(contents(folder / name).split())
        for sentence in MISSING:
            text = text.replace(sentence, "")
        text = WHOM_TO_ASK.sub("", text)
        if word in text:
            leaked.add(name)
    return leaked


@pytest.mark.slow
@pytest.mark.parametrize("consent", [None, NO], ids=["nobody-asked", "no"])
def test_without_a_yes_no_file_names_a_role_or_a_unit(
    tmp_path: Path, questionnaire: Path, consent: Consent
) -> None:
    profiles = [profile(tmp_path, year, consent) for year in YEARS]
    assert found(tmp_path, questionnaire, profiles, MADE_UP) == set()


@pytest.mark.slow
def test_with_a_yes_roles_are_named_so_that_a_leak_would_be_seen(
    tmp_path: Path, questionnaire: Path
) -> None:
    profiles = [profile(tmp_path, year, YES) for year in YEARS]
    named = found(tmp_path, questionnaire, profiles, MADE_UP)
    assert named >= {"gaps.pdf", "gaps.html", "gaps.docx", "gaps.md", "gaps.xlsx", "gaps.csv"}
    assert named >= {"years.xlsx", "years.csv", "form.pdf", "form.html", "form.docx", "form.md"}


@pytest.mark.slow
def test_one_year_without_a_yes_keeps_its_own_silent_beside_the_others(
    tmp_path: Path, questionnaire: Path
) -> None:
    given = zip(YEARS, (YES, NO, YES), strict=True)
    profiles = [profile(tmp_path, year, consent) for year, consent in given]
    assert found(tmp_path, questionnaire, profiles, "qvxu2025") == set()
