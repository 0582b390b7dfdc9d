"""A released version keeps its words: what ships, and whatever calls itself the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sdgassess.files.catalogue import questionnaire_path, shipped_questionnaires
from sdgassess.files.fingerprint import fingerprint, released
from sdgassess.files.load import check_path, load_profile, load_questionnaire
from sdgassess.files.read.reader import parse
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.problem import Problem
from tests.given.command_line import run
from tests.given.places import TESTS
from tests.given.questionnaires import NEXT, VERSIONS

SHIPPED = questionnaire_path(QuestionnaireRef("nordic-sdg-governance", "1.0"))
VILLAGE = TESTS / "files" / "read" / "questionnaires" / "village-1.1.yaml"


def mark(text: str) -> str:
    document, problems = parse(text.encode(), "x.yaml")
    assert document is not None, problems
    return fingerprint(document.data)


def test_what_ships_is_what_was_released() -> None:
    """A changed file here means a new version: give it one, and leave the released file alone."""
    marks = {
        ref: mark(questionnaire_path(ref).read_text("utf-8")) for ref in shipped_questionnaires()
    }
    assert marks
    assert released().items() <= marks.items(), "before the first release the list is empty"


def test_the_fingerprint_is_of_what_is_said_not_of_its_layout() -> None:
    said = mark("id: x\ntitle: {en: One two, da: En to}\nn: [1, 2]\n")
    assert said == mark(
        "# a remark\ntitle:\n  da: En to\n  en: >-\n    One\n    two\n\nid: 'x'\nn:\n- 1\n- 2\n"
    )
    for other in (
        "id: x\ntitle: {en: One three, da: En to}\nn: [1, 2]\n",
        "id: x\ntitle: {en: One two}\nn: [1, 2]\n",
        "id: x\ntitle: {en: One two, da: En to}\nn: [2, 1]\n",
        "id: x\ntitle: {en: One two, da: En to}\nn: ['1', 2]\n",
    ):
        assert said != mark(other)


def reworded(folder: Path, name: str = "nordic-sdg-governance-1.0.yaml") -> Path:
    """The shipped version with one other word."""
    path = folder / name
    text = SHIPPED.read_text("utf-8")
    assert text.count("No political decision or initiative") == 1
    path.write_text(text.replace("No political decision or", "Neither decision nor"), "utf-8")
    return path


def only(problems: tuple[Problem, ...], code: str) -> Problem:
    found = [problem for problem in problems if problem.code == code]
    assert len(found) == 1, problems
    return found[0]


def test_a_shipped_version_in_other_words_is_one_problem_naming_both_files(
    tmp_path: Path,
) -> None:
    path = reworded(tmp_path)
    problem = only(check_path(path), "P230")
    assert (problem.where.file, problem.facts["other"]) == (str(path), str(SHIPPED))
    assert load_questionnaire(path).value is None


def test_a_profile_is_not_read_with_other_words_under_the_same_version(tmp_path: Path) -> None:
    loaded = load_profile(VERSIONS / "skovby-2025.yaml", reworded(tmp_path))
    assert loaded.value is None
    only(loaded.problems, "P230")


def test_the_same_words_in_another_layout_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("# copied\n" + SHIPPED.read_text("utf-8"), "utf-8")
    assert load_questionnaire(path).value is not None


def test_two_files_of_one_version_in_a_folder_are_one_problem(tmp_path: Path) -> None:
    shutil.copy(VILLAGE, tmp_path / "a.yaml")
    (tmp_path / "deeper").mkdir()
    text = VILLAGE.read_text("utf-8")
    (tmp_path / "deeper" / "b.yaml").write_text(text.replace("A path", "A trail"), "utf-8")
    shutil.copy(VILLAGE, tmp_path / "c.yaml")
    ran = run(["check", "."], folder=tmp_path)
    assert ran.code == 1
    assert ran.out.count("[P230]") == 1
    assert "deeper/b.yaml:3:10: village 1.1 says something else here than in " in ran.out
    assert "Checked 3 files, one error, 0 warnings." in ran.err


def test_a_profile_that_was_asked_in_other_words_is_one_warning(tmp_path: Path) -> None:
    """The questions of 1.1, in a file that says 1.0."""
    path = tmp_path / "p.yaml"
    text = (VERSIONS / "skovby-2025.yaml").read_text("utf-8")
    head, rest = text.split("answers:\n")
    tail = "".join(
        f"    {q}:\n        asked: Another text\n        level: 1\n"
        for q in ("POL1", "LED2", "SAM1")
    )
    path.write_text(head + "answers:\n" + tail, "utf-8")
    assert rest
    problem = only(check_path(path), "P154")
    assert problem.facts == {"count": 3, "asked": 3, "other": SHIPPED.name}
    assert "P153" not in {one.code for one in check_path(path)}


def beside(tmp_path: Path, *changes: tuple[str, str]) -> tuple[Problem, ...]:
    """What is wrong with a changed 1.1 that lies beside the shipped 1.0."""
    text = NEXT.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = tmp_path / NEXT.name
    path.write_text(text, "utf-8")
    return check_path(path)


def test_the_made_up_version_is_without_problems(tmp_path: Path) -> None:
    assert beside(tmp_path) == ()


def test_a_question_that_went_without_a_tombstone(tmp_path: Path) -> None:
    problem = only(beside(tmp_path, ('  - {id: EXT6, last: "1.0"}\n', "")), "P238")
    assert problem.facts == {"id": "EXT6", "last": "1.0", "file": SHIPPED.name}


def test_a_map_that_forgets_a_level(tmp_path: Path) -> None:
    found = beside(tmp_path, ("                  - {from: 2, to: 3}\n", ""))
    assert only(found, "P234").facts["levels"] == ("2",)


def test_a_rewording_that_its_history_does_not_tell(tmp_path: Path) -> None:
    found = beside(tmp_path, ("No political decision or initiative", "Nothing at all"))
    changed = beside(
        tmp_path,
        ("No political decision or initiative", "Nothing at all"),
        ("Ingen politisk beslutning og intet politisk initiativ", "Intet"),
        ("Inget politiskt beslut och inget politiskt initiativ", "Inget"),
    )
    assert found == ()
    assert only(changed, "P252").facts["id"] == "POL1"


def test_a_question_whose_id_became_a_part(tmp_path: Path) -> None:
    found = beside(
        tmp_path,
        ('  - {id: EXT6, last: "1.0"}\n', ""),
        ("      - id: LRN\n", "      - id: EXT6\n"),
    )
    assert [problem.code for problem in found if problem.code == "P229"] == ["P229"]


def test_a_tombstone_of_an_older_version_stands_for_good(tmp_path: Path) -> None:
    text = VILLAGE.read_text("utf-8").replace('version: "1.1"\nlicence', 'version: "1.2"\nlicence')
    shutil.copy(VILLAGE, tmp_path)
    head, _, _ = text.partition("retired:")
    path = tmp_path / "village-1.2.yaml"
    change = '{version: "1.1", change: replaces, comparable: none, replaces: [WAY9]}'
    history = f"            history:\n              - {change}\n"
    assert history in head
    path.write_text(head.replace(history, ""), "utf-8")
    assert only(check_path(path), "P238").facts["id"] == "WAY9"
    path.write_text(head.replace(history, "").replace("WAY2", "WAY9"), "utf-8")
    codes = {problem.code for problem in check_path(path)}
    assert codes - {"P254"} == {"P229", "P238"}  # a rule that named WAY2 names WAY9 now


@pytest.mark.parametrize(
    "broken", ["", "nonsense", "format: sdgassess/questionnaire/1\nid: village\n"]
)
def test_a_broken_older_version_is_its_own_problem(tmp_path: Path, broken: str) -> None:
    (tmp_path / "village-1.0.yaml").write_text(broken)
    path = tmp_path / "village-1.1.yaml"
    shutil.copy(VILLAGE, path)
    assert check_path(path) == ()


def test_one_version_in_two_texts_is_neither_compared_nor_migrated_to(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = NEXT.read_text("utf-8")
    other.write_text(text.replace("No political decision or", "Neither decision nor"), "utf-8")
    ran = run(["questionnaire", "diff", NEXT, other])
    assert ran.code == 3
    assert f"says something else here than in {NEXT}" in ran.err
    ran = run(["migrate", VERSIONS / "skovby-2026.yaml", "--to", other])
    assert ran.code == 3
    assert "[P230]" in ran.err
