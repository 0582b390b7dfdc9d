"""README and docs say what is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.given.command_line import run
from tests.given.places import ROOT

README = (ROOT / "README.md").read_text("utf-8")
_NO_TEXT = (".mo", ".pyc", ".ttf", ".png")


def test_it_begins_with_two_commands_of_one_line() -> None:
    first = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert first is not None
    assert README.index("```sh") < 20
    lines = first[1].strip().split("\n")
    assert len(lines) == 2
    assert lines[0].endswith("sdgassess demo")
    assert "-c tests/constraints.txt" in lines[1]
    assert lines[1].endswith("pytest")


def test_the_screens_are_what_is_printed() -> None:
    example = "profiles/examples/eksempelby-2026.yaml"
    commands = (("score", example), ("gaps", example), ("compare", "profiles/examples"))
    screens = re.findall(r"```text\n(Eksempelby.*?)```", README, re.DOTALL)
    assert len(screens) == len(commands)
    for command, screen in zip(commands, screens, strict=True):
        printed = run([*command, "--lang", "en"], env={"COLUMNS": "80"}).out
        assert screen.rstrip() == printed.rstrip()


def test_every_link_leads_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            if not link.startswith("http"):
                assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_every_path_in_the_architecture_is_there_and_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    package = ROOT / "sdgassess"
    paths = re.findall(r"`((?:[\w.-]+/)*[\w.-]+(?:\.\w+|/))`", page)
    assert len(paths) > 60
    for path in paths:
        assert (ROOT / path).exists() or any(package.glob(f"**/{path}")), path
    rooms = [path.name for path in package.iterdir() if (path / "__init__.py").exists()]
    assert [room for room in rooms if f"| `{room}/` |" not in page] == []


def test_the_source_of_a_rule_is_a_heading_of_the_page_on_the_model() -> None:
    page = (ROOT / "docs" / "model.md").read_text("utf-8")
    headings = re.findall(r"^#+ (.*)", page, re.MULTILINE)
    source = "".join(path.read_text("utf-8") for path in (ROOT / "sdgassess").rglob("*.py"))
    named = re.findall(r"model\.md: ([A-Z][a-z ]+)", source)
    assert len(named) > 40
    for heading in set(named):
        assert any(line.startswith(heading) for line in headings), heading


@pytest.mark.parametrize("word", ["verbs", "formats"])
def test_every_verb_and_format_is_documented(word: str) -> None:
    help_text = run(["--help"]).out
    verbs = re.findall(r"^  ([a-z]+)  ", help_text.split("--help")[-1], re.MULTILINE)
    known = {"assess", "score", "explain", "gaps", "compare", "migrate", "check", "schema", "demo"}
    assert known <= set(verbs)
    if word == "verbs":
        for verb in verbs:
            assert f"sdgassess {verb}" in README, verb
        return
    documented = (ROOT / "docs" / "json.md").read_text("utf-8")
    source = "".join(path.read_text("utf-8") for path in (ROOT / "sdgassess").rglob("*.py"))
    for found in set(re.findall(r'"(sdgassess/[a-z]+/1)"', source)):
        assert found in documented or found in (ROOT / "docs" / "files.md").read_text("utf-8")


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of a machine, no registry, nobody's address, in any file that is kept."""
    forbidden = re.compile(
        r"/(?:work|home|root|Users)/|pypi\.org|files\.pythonhosted|registry\.npmjs|"
        r"\b[\w.+-]+@(?:\w[\w-]*\.)+[a-z]{2,}\b"
    )
    for path in kept_files():
        text = path.read_text("utf-8", errors="replace")
        assert not forbidden.search(text) or path == Path(__file__), path


def kept_files() -> list[Path]:
    """The text files of the checkout."""
    folders = ("sdgassess", "questionnaires", "profiles", "tests", "docs", "benchmarks", ".ci")
    found = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    found += [path for path in ROOT.iterdir() if path.is_file()]
    return [path for path in found if path.suffix not in _NO_TEXT and path.name != ".git"]


def _options(verb: str) -> set[str]:
    """The options that the help of a verb lists."""
    return set(re.findall(r"--[a-z-]+", run([*verb.split(), "--help"]).out.split("Options:")[1]))


def test_the_options_it_promises_are_there_and_no_other_verb_has_them() -> None:
    said = " ".join(README.split())
    promise = re.search(
        r"Each takes `--json` .*? and `--lang da\|sv\|en`; (.*?) also take `--basis", said
    )
    assert promise is not None
    with_basis = set(re.findall(r"`([a-z]+)`", promise[1]))
    block = README.split("## What follows from it")[1].split("```")[1]
    verbs = set(
        re.findall(r"^\$ sdgassess ((?:questionnaire |reference )?[a-z]+)", block, re.MULTILINE)
    )
    assert {"score", "check", "reference show"} <= verbs
    for verb in verbs:
        assert {"--json", "--lang"} <= _options(verb), verb
    every = re.findall(r"^  ([a-z]+)  ", run(["--help"]).out.split("--help")[-1], re.MULTILINE)
    groups = {"questionnaire", "reference"}
    assert {verb for verb in every if verb not in groups and "--basis" in _options(verb)} == (
        with_basis
    )


def test_every_command_it_shows_has_the_options_that_it_shows() -> None:
    pages = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
    commands = {
        line
        for page in pages
        for block in re.findall(r"```console\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
        for line in re.findall(r"^\$ (sdgassess .*?)(?:\s+#.*)?$", block, re.MULTILINE)
    }
    assert len(commands) > 20
    for command in commands:
        words = re.sub(r"^sdgassess (--lang \w\w )?", "", command).split()
        verb = " ".join(words[: 2 if words[0] in {"questionnaire", "reference"} else 1])
        shown = {word for word in words if word.startswith("--")}
        assert shown <= _options(verb), command
