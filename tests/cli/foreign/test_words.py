"""Other people's models, of other fields: no verb puts a word of ours into their mouths.

One is a team's, in English, with nothing but questions, parts and rules for picking. The other is
a company's, in Danish, with roles, voices and a threshold of its own for what is strong. Each goes
through every verb, layout and format; what is said is held against a list of our words.
"""

from __future__ import annotations

import html
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.given.command_line import Ran, run
from tests.given.pdfs import text_of

HERE = Path(__file__).parent

OURS = {
    "en": r"municipal|\bSDGs?\b|\bgoals?\b|Agenda 2030|factor|council|politic|citizen|"
    r"administration|\bvoices?\b|\b(un)?back(ed|ing)\b|\b3\+|at 3 or above|three months|\bpcl\b|"
    r"three at most|three things|handovers",
    "da": r"kommun|verdensmål|Agenda 2030|faktor|byråd|politik|borger|forvaltning|underb|"
    r"\b3\+|3 eller over|tre måneder|højst tre ting|vælg højst tre|\bpcl\b|overdragelse",
}
"""Words of the questionnaire that ships, and figures out of it, per language."""

_OWN_NAME = re.compile(r"sdgassess")
"""The program's own name may stand anywhere."""


class Model(NamedTuple):
    """A foreign model: its questionnaire's file, the language, what it calls things.

    Attributes:
        questionnaire: the file of the questionnaire.
        language: the language it is written in.
        part: what it calls a scored part.
        kind: what it says that it assesses.
        footer: what stands on its pages.
        strong: the head of the column of what is strong; None where nothing is.
    """

    questionnaire: str
    language: str
    part: str
    kind: str
    footer: str
    strong: str | None


TEAM = Model("team-security-1.0.yaml", "en", "practice", "team", "For the team alone", None)
COMPANY = Model(
    "virksomhed-klima-1.0.yaml", "da", "område", "company", "Klimarapport, 2026", "På 2 eller over"
)

TYPED = (
    "Blue team", "2026-03-01", "", "5", "1", "2", "?", "??", "0", "-", "not ours", "y", "y",
    "h h y", "h h y", "1",
)  # fmt: skip
"""A sitting on the team's questionnaire, with its help, up to the picks."""


@pytest.fixture(params=[TEAM, COMPANY], ids=["team", "company"])
def model(request: pytest.FixtureRequest) -> Model:
    model: Model = request.param
    return model


@pytest.fixture
def years(model: Model, tmp_path: Path) -> tuple[Path, Path]:
    """Two profiles of a model beside its questionnaire; the team's comes out of a sitting."""
    (tmp_path / model.questionnaire).write_bytes((HERE / model.questionnaire).read_bytes())
    earlier, later = tmp_path / "2025.yaml", tmp_path / "2026.yaml"
    if model is COMPANY:
        earlier.write_bytes((HERE / "company-2025.yaml").read_bytes())
        later.write_bytes((HERE / "company-2026.yaml").read_bytes())
        return earlier, later
    sitting = assessed(tmp_path, later)
    assert sitting.code == 0, sitting.err
    text = later.read_text("utf-8")
    earlier.write_text(text.replace("2026-03-01", "2025-03-01"), "utf-8")
    return earlier, later


def assessed(folder: Path, file: Path) -> Ran:
    """A sitting of lines on the team's questionnaire."""
    arguments = ("assess", "--plain", "--lang", "en", "--questionnaire", TEAM.questionnaire)
    return run((*arguments, file.name), folder=folder, typed="\n".join(TYPED) + "\n")


def ours(text: str, language: str) -> list[str]:
    """Every word of ours in a text, with some letters around it."""
    text = _OWN_NAME.sub("", html.unescape(text))
    return [
        text[max(match.start() - 40, 0) : match.end() + 40]
        for match in re.finditer(OURS[language], text, re.IGNORECASE)
    ]


def texts_of(file: Path) -> str:
    """What a reader reads in a file, whatever its format."""
    if file.suffix == ".pdf":
        return text_of(file.read_bytes())
    if file.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(file) as parts:
            pieces = [
                parts.read(name).decode() for name in parts.namelist() if name[-4:] == ".xml"
            ]
        return re.sub(r"<[^>]*>", " ", " ".join(pieces))
    text = file.read_text("utf-8")
    if file.suffix == ".html":
        text = re.sub(r"<style.*?</style>|<script.*?</script>", " ", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", " ", text)
    return text


def test_a_sitting_speaks_of_what_is_assessed(tmp_path: Path) -> None:
    (tmp_path / TEAM.questionnaire).write_bytes((HERE / TEAM.questionnaire).read_bytes())
    ran = assessed(tmp_path, tmp_path / "a.yaml")
    assert ran.code == 0, ran.err
    assert "Team:" in ran.out
    assert "Country" not in ran.out
    assert ours(ran.out + ran.err, "en") == []
    saved = (tmp_path / "a.yaml").read_text("utf-8")
    assert "subject: {name: Blue team}" in saved
    assert run(("check", "a.yaml"), folder=tmp_path).code == 0


def test_no_screen_says_a_word_of_ours(model: Model, years: tuple[Path, Path]) -> None:
    earlier, later = (year.name for year in years)
    other = years[0].with_name("other.yaml")
    renamed = re.sub(r"name: [^}]*", "name: Another", years[0].read_text("utf-8"))
    other.write_text(renamed, "utf-8")
    commands: list[tuple[str, ...]] = [
        ("score", later),
        ("explain", later),
        ("gaps", later),
        ("target", later),
        ("compare", earlier, later),
        ("compare", other.name, later, "--across"),
        ("questionnaire", "show", model.questionnaire),
    ]
    for command in commands:
        ran = run((*command, "--lang", model.language), folder=years[0].parent)
        assert ran.code == 0, (command, ran.err)
        assert ours(ran.out + ran.err, model.language) == [], command
    refused = run(("compare", other.name, later, "--lang", model.language), folder=other.parent)
    assert refused.code == 2
    assert ours(refused.err, model.language) == []


def test_the_screen_has_the_models_own_words_and_columns(
    model: Model, years: tuple[Path, Path]
) -> None:
    command = ("score", years[1].name, "--all", "--lang", model.language)
    ran = run(command, folder=years[1].parent, env={"COLUMNS": "80"})
    text = " ".join(ran.out.split())
    assert f"{model.part.capitalize()} " in text
    above = {"en": "above", "da": "over"}[model.language]  # the head's own line, as it is narrow
    assert (model.strong is not None) == bool(re.search(rf"(?m)^ .*\b{above}$", ran.out))


@pytest.mark.parametrize("suffix", [".md", ".html", ".docx", ".pdf", ".xlsx"])
def test_no_report_says_a_word_of_ours(
    model: Model, years: tuple[Path, Path], suffix: str
) -> None:
    folder, (earlier, later) = years[0].parent, (year.name for year in years)
    layouts: Mapping[str, tuple[str, ...]] = {"gaps": (later,), "years": (earlier, later)}
    for name, profiles in layouts.items():
        file = folder / f"{name}{suffix}"
        arguments = ("report", *profiles, "-o", file.name, "--lang", model.language)
        ran = run(arguments, folder=folder)
        assert ran.code == 0, ran.err
        text = texts_of(file)
        assert ours(text, model.language) == [], file.name
        if suffix in (".docx", ".pdf") and name == "gaps":
            assert model.footer in " ".join(text.split())


def test_no_form_and_no_poster_says_a_word_of_ours(model: Model, years: tuple[Path, Path]) -> None:
    folder, later = years[0].parent, years[1].name
    for arguments in _papers(model, later):
        ran = run((*arguments, "--lang", model.language), folder=folder)
        assert ran.code == 0, (arguments, ran.err)
        file = folder / arguments[arguments.index("-o") + 1]
        assert ours(texts_of(file), model.language) == [], arguments


def _papers(model: Model, profile: str) -> Iterator[tuple[str, ...]]:
    """Every form and poster."""
    for suffix in (".md", ".html", ".docx", ".pdf"):
        yield ("form", "--questionnaire", model.questionnaire, "-o", f"empty{suffix}")
        yield ("form", profile, "-o", f"filled{suffix}")
    yield ("report", profile, "--layout", "poster", "-o", "poster.pdf")


def test_programs_are_told_what_is_assessed(model: Model, years: tuple[Path, Path]) -> None:
    ran = run(("score", years[1].name, "--json"), folder=years[1].parent)
    result = json.loads(ran.out)
    assert result["profile"]["municipality"] is None
    assert result["profile"]["subject"]["kind"] == model.kind
    for part in result["factors"]:
        assert part["backed_level"] is None
        assert (part["strong"] is None) == (model.strong is None)
    if model is COMPANY:
        assert [part["strong"] for part in result["factors"]] == [
            {"from": 2, "count": 1},
            {"from": 2, "count": 0},
        ]


def test_backed_levels_of_a_model_without_backing_are_refused(years: tuple[Path, Path]) -> None:
    folder, (earlier, later) = years[0].parent, (year.name for year in years)
    for command in (("score", later), ("compare", earlier, later), ("report", later)):
        ran = run((*command, "--basis", "backed", "--lang", "en"), folder=folder)
        assert ran.code == 2, command
        assert "[P519]" in ran.err


def test_without_rules_for_priorities_it_is_said_that_there_are_none(tmp_path: Path) -> None:
    questionnaire = (HERE / TEAM.questionnaire).read_text("utf-8")
    without = re.sub(r"(?m)^priorities:.*\n", "", questionnaire)
    (tmp_path / TEAM.questionnaire).write_text(without, "utf-8")
    sitting = assessed(tmp_path, tmp_path / "a.yaml")
    assert sitting.code == 0, sitting.err
    for command in (("gaps", "a.yaml"), ("target", "a.yaml")):
        ran = run(command, folder=tmp_path)
        said = " ".join((ran.out + ran.err).split())
        assert "no rules for" in said, command
        assert "stands where a next step is due" not in said, command
    assert run(("report", "a.yaml", "-o", "a.md"), folder=tmp_path).code == 0
    text = (tmp_path / "a.md").read_text("utf-8")
    assert "no rules for what to work on" in " ".join(text.split())
    assert "next step is due" not in text


def test_a_profile_names_what_its_questionnaire_assesses(years: tuple[Path, Path]) -> None:
    wrong = years[1].read_text("utf-8").replace("subject:", "municipality:")
    years[1].write_text(wrong, "utf-8")
    ran = run(("check", years[1].name, "--lang", "en"), folder=years[1].parent)
    assert ran.code != 0
    assert "2026.yaml:2:1:" in ran.out + ran.err
    assert "[P145]" in ran.out + ran.err
    assert "Write subject: in place of municipality:" in ran.out + ran.err
