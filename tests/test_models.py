"""A law: what `check` lets through goes through every verb and every format.

Questionnaires of any shape are made from a seed, with the version after it, profiles of both,
references and typed lines. The program may refuse – with an exit code that is documented, and one
clear message –, but never breaks down; what it prints as JSON is JSON, and every answer with a
level stands somewhere on paper.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.given.command_line import Ran, run
from tests.given.questionnaires import questionnaires_read_once
from tests.given.random_answers import random_lines, random_profile, reference_of
from tests.given.random_questionnaires import (
    Tree,
    file_text,
    next_version,
    parts_of,
    questions_of,
    random_questionnaire,
)
from tests.given.scored import profiles_scored_once
from tests.given.slow import slow_but

THOROUGH = range(20)
QUICK = range(10)
"""Those of them that the quick suite tries."""
MORE = range(20, 320)
WITH_PDF = {0}
"""Seeds that are printed as PDF, which takes far longer than all else."""

SHARE = 0.25
"""How many of the commands one seed runs, drawn by chance: together the seeds run all of them."""

DOCUMENTED = {0, 1, 2, 3}
"""Exit codes of a verb that did its work, or said why not."""

_TABLES = ("html", "docx", "xlsx", "csv", "md", "json")


@dataclass(frozen=True)
class Model:
    """A random questionnaire that passes `check`, with its files in a folder.

    Attributes:
        folder: where the files are.
        tree: the questionnaire.
        years: profiles of one place, the last one of the version after where that passes.
        newer: the version after, where `check` lets it through.
        references: references that `check` lets through.
    """

    seed: int
    folder: Path
    tree: Tree
    years: tuple[str, ...]
    newer: str | None
    references: tuple[str, ...]

    @property
    def file(self) -> str:
        """The questionnaire's file."""
        return f"{self.tree['id']}-1.0.yaml"


def model_of(seed: int, folder: Path) -> Model | None:
    """The model of a seed, or None where `check` refuses its questionnaire."""
    tree = random_questionnaire(seed)
    if not _passes(folder, f"{tree['id']}-1.0.yaml", tree):
        return None
    after = next_version(tree, seed)
    newer: str | None = f"{tree['id']}-1.1.yaml"
    if not _passes(folder, f"{tree['id']}-1.1.yaml", after):
        (folder / f"{tree['id']}-1.1.yaml").unlink()
        newer = None
    years = {
        "y1.yaml": random_profile(tree, seed, date="2025-03-10"),
        "y2.yaml": random_profile(tree, seed + 1),
        "y3.yaml": random_profile(tree if newer is None else after, seed + 2, date="2027-03-01"),
    }
    references = {
        f"{kind}.yaml": reference_of(tree, seed, kind=kind) for kind in ("archetype", "target")
    }
    return Model(
        seed,
        folder,
        tree,
        tuple(name for name, profile in years.items() if _passes(folder, name, profile)),
        newer,
        tuple(name for name, points in references.items() if _passes(folder, name, points)),
    )


def _passes(folder: Path, name: str, tree: Tree) -> bool:
    """Write a file; whether `check` lets it through."""
    (folder / name).write_text(file_text(tree), "utf-8")
    checked = _run(folder, ["check", name, "--json"])
    json.loads(checked.out)
    return checked.code == 0


def command_lines(model: Model, *, pdf: bool) -> Iterator[list[str]]:
    """Every verb in every format that it has."""
    yield from _of_the_questionnaire(model, pdf=pdf)
    for file in model.years[-1:]:
        yield from _of_a_profile(model, file, pdf=pdf)
    if len(model.years) > 1:
        yield from _of_years(model, pdf=pdf)


def _of_the_questionnaire(model: Model, *, pdf: bool) -> Iterator[list[str]]:
    """What is done with a questionnaire alone."""
    yield ["questionnaire", "show", model.file]
    yield ["schema", "--of", model.file]
    for role in [role["id"] for role in model.tree["roles"][:1]]:
        yield ["form", "--questionnaire", model.file, "--role", role, "-o", "f-role.md"]
    yield ["form", "--questionnaire", model.file, "--quick", "-o", "f-quick.md"]
    for ending in (*(["pdf"] if pdf else []), "html", "docx"):
        yield ["form", "--questionnaire", model.file, "-o", f"form.{ending}"]
    if model.newer is not None:
        yield ["questionnaire", "diff", model.file, model.newer]
        yield ["questionnaire", "diff", model.file, model.newer, *model.years, "--json"]


def _of_a_profile(model: Model, file: str, *, pdf: bool) -> Iterator[list[str]]:
    """What is done with one profile."""
    references = [word for name in model.references for word in ("--against", name)]
    printed = ["pdf"] if pdf else []
    for basis in ("answered", "backed"):
        for verb in ("score", "gaps", "explain"):
            yield [verb, file, "--basis", basis]
            yield [verb, file, "--basis", basis, "--json"]
    for identity in random.Random(model.seed).sample(ids := _ids(model.tree), min(5, len(ids))):
        yield ["explain", file, identity]
    for about in (references, ["--against", model.years[0]]):
        if about:
            yield ["gaps", file, *about]
            yield ["gaps", file, *about, "--json"]
    yield ["target", file]
    yield ["target", file, "--json"]
    yield ["form", file, "-o", "filled.md"]
    for ending in (*printed, *_TABLES):
        yield ["report", file, "-o", f"gaps.{ending}", *references]
    for headline in ("question", "marked", "finding") if pdf else ():
        yield [
            "report",
            file,
            "--layout",
            "poster",
            "--headline",
            headline,
            "-o",
            "p.pdf",
            "--force",
        ]
    for ending in ("html", "md"):
        yield ["report", file, "--layout", "poster", "-o", f"poster.{ending}"]
    if model.newer is not None:
        yield ["migrate", file, "--to", "1.1"]
        yield ["migrate", model.years[0], "--to", "1.1", "--json"]


def _of_years(model: Model, *, pdf: bool) -> Iterator[list[str]]:
    """What is done with several profiles."""
    for files in (model.years, model.years[:2]):
        for more in ([], ["--across"]):
            yield ["compare", *files, *more]
            yield ["compare", *files, *more, "--json"]
    for ending in (*(["pdf"] if pdf else []), *_TABLES):
        yield ["report", *model.years, "--layout", "years", "-o", f"years.{ending}"]
    yield ["report", *model.years[:2], "--across", "-o", "across.html"]


def _ids(tree: Tree) -> list[str]:
    """The id of every part, question and pattern."""
    return [entry["id"] for entry in (*parts_of(tree), *questions_of(tree), *tree["patterns"])]


def _run(folder: Path, arguments: Sequence[str], typed: str | None = None) -> Ran:
    """Run a command line in the folder of a model."""
    return run(arguments, folder=folder, typed=typed)


def faults(model: Model, *, pdf: bool = False, share: float = 1) -> list[str]:
    """What goes wrong with a model, one line for each command.

    Args:
        model: the model.
        pdf: whether pages are set too.
        share: how many of the commands are run, drawn by chance.
    """
    chance = random.Random(model.seed)
    lines = []
    for arguments in command_lines(model, pdf=pdf):
        if chance.random() < share:
            lines += _faults_in_a_language(model, arguments, chance)
    lines += _missing_on_paper(model)
    lines += [f"seed {model.seed}: {line}" for line in _untrue(model)]
    lines += _faults_of_interviews(model)
    return lines


@pytest.fixture(autouse=True, scope="module")
def _questionnaires_read_once() -> Iterator[None]:
    """Every command reads and scores files anew: most of the time, were it so here."""
    with questionnaires_read_once(), profiles_scored_once():
        yield


def _faults_in_a_language(model: Model, arguments: list[str], chance: random.Random) -> list[str]:
    """What goes wrong with one command in one of our languages."""
    language = chance.choice(("da", "sv", "en"))
    return _faults_of(model, [*arguments, "--lang", language])


def _faults_of_interviews(model: Model) -> list[str]:
    """What goes wrong where any lines are typed into a new profile and an old one."""
    typed = random_lines(model.seed)
    lines = _faults_of(model, ["assess", "new.yaml", "--questionnaire", model.file], typed)
    for file in model.years[:1]:
        lines += _faults_of(model, ["assess", file], typed)
    for file in ("new.yaml", *model.years[:1]):
        if (model.folder / file).is_file():
            checked = _run(model.folder, ["check", file])
            if checked.code:
                lines.append(f"seed {model.seed}: {file} was saved as {checked.out}")
    return lines


def _faults_of(model: Model, arguments: list[str], typed: str | None = None) -> list[str]:
    """What goes wrong with one command."""
    plain = ["--plain"] if arguments[0] == "assess" else []
    ran = _run(model.folder, [*arguments, *plain, "--debug"], typed)
    line = f"seed {model.seed}: sdgassess {' '.join(arguments)}"
    if ran.code not in DOCUMENTED or "Traceback" in ran.err:
        return [f"{line} → {ran.code} {ran.err}"]
    if "--json" in arguments:
        try:
            json.loads(ran.out)
        except ValueError as error:
            return [f"{line} → no JSON: {error}"]
    return []


def _missing_on_paper(model: Model) -> list[str]:
    """Answers with a level that the report in Markdown does not hold."""
    page = model.folder / "paper.md"
    if not model.years:
        return []
    printed = _run(model.folder, ["report", model.years[-1], "-o", page.name])
    if printed.code:
        return [f"seed {model.seed}: no report: {printed.err}"]
    text = " ".join(page.read_text("utf-8").split())
    answers = json.loads((model.folder / model.years[-1]).read_text("utf-8"))["answers"]
    return [
        f"seed {model.seed}: {question['id']} stands nowhere on paper"
        for question in questions_of(model.tree)
        if "level" in answers.get(question["id"], {})
        and not any(words in text for words in question["text"].values())
        and question["id"] not in text
    ]


def _untrue(model: Model) -> Iterator[str]:
    """What results and pages say otherwise than the questionnaire and the answers have it."""
    core = any(question.get("core") for question in questions_of(model.tree))
    quick = _run(model.folder, ["form", "--questionnaire", model.file, "--quick", "-o", "core.md"])
    if (quick.code == 0) != core:
        yield f"a quick form is printed with {quick.code}, core questions: {core}"
    if (model.folder / "paper.md").is_file():
        yield from _untrue_of_parts(model, model.years[-1])
    if len(model.years) == 3 and model.newer is not None:
        yield from _compared_though_declared(model)


def _untrue_of_parts(model: Model, file: str) -> Iterator[str]:
    """Upper parts that add something else than their parts' levels, and parts on no page."""
    result = json.loads(_run(model.folder, ["score", file, "--json"]).out)
    parts = {part["id"]: part for part in (*result["factors"], *result["tiers"])}
    for tier in result["tiers"]:
        for key, level in tier["added"].items():
            if level != parts[key]["level"]:
                yield f"{tier['id']} adds {key} as {level}, which stands at {parts[key]['level']}"
    page = (model.folder / "paper.md").read_text("utf-8")
    if not any(part["answered"] for part in result["factors"]):
        return  # nothing has a level, so that the first page and the method are all there is
    for key in parts:
        if f"({key})" not in page:
            yield f"part {key} stands nowhere on paper"


def _compared_though_declared(model: Model) -> Iterator[str]:
    """Questions whose older answers are declared not comparable, and that are compared."""
    assert model.newer is not None, "only asked where there is a newer version"
    newer = json.loads((model.folder / model.newer).read_text("utf-8"))
    declared = {
        question["id"]
        for question in questions_of(newer)
        for change in question.get("history", ())
        if (change["version"], change["comparable"]) == ("1.1", "none")
    }
    ends = (model.years[0], model.years[-1])
    compared = json.loads(_run(model.folder, ["compare", *ends, "--json"]).out)
    for question in compared["questions"]:
        if question["id"] in declared and question["change"] != "not-comparable":
            yield f"{question['id']} is compared, though its history says none"


@pytest.mark.parametrize("seed", slow_but(QUICK, THOROUGH))
def test_what_passes_check_goes_through_everything(seed: int, tmp_path: Path) -> None:
    model = model_of(seed, tmp_path)
    if model is not None:
        assert faults(model, pdf=seed in WITH_PDF, share=SHARE) == []


@pytest.mark.slow
@pytest.mark.parametrize("first", MORE[::12])
def test_far_more_of_them(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + 12):
        folder = tmp_path / str(seed)
        folder.mkdir()
        model = model_of(seed, folder)
        if model is not None:
            assert faults(model, share=SHARE / 10) == []


def test_most_random_questionnaires_pass_and_so_do_their_profiles(tmp_path: Path) -> None:
    models = []
    seeds = THOROUGH[::2]
    for seed in seeds:
        folder = tmp_path / str(seed)
        folder.mkdir()
        models.append(model_of(seed, folder))
    passed = [model for model in models if model is not None]
    assert len(passed) >= len(seeds) * 0.6
    assert sum(len(model.years) for model in passed) >= len(passed) * 2
    assert sum(model.newer is not None for model in passed) >= len(passed) * 0.5
