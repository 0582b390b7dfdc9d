"""What became otherwise between two real versions."""

from __future__ import annotations

import json
import shutil
from fractions import Fraction
from pathlib import Path

from sdgassess.analysis.versions.differences import RemovedQuestion, differences
from sdgassess.analysis.versions.effect_on_profiles import EffectKind, effect_on
from sdgassess.analysis.versions.rule_changes import RuleKind
from sdgassess.model.question import Comparable
from tests.given.command_line import run
from tests.given.places import TESTS
from tests.given.profiles import skovby
from tests.given.questionnaires import (
    NEXT,
    VERSIONS,
    newer,
    older,
    rescaled,
    version_of,
)

VILLAGE = TESTS / "files" / "read" / "questionnaires" / "village-1.1.yaml"


def test_every_kind_of_difference_is_found() -> None:
    found = differences(older(), newer())
    assert [question for question, _ in found.added] == ["BUD6", "BUD7", "LRN6", "PAR6"]
    assert found.removed == (
        RemovedQuestion("BUD5", ("BUD6", "BUD7")),
        RemovedQuestion("PAR3", ("PAR6",)),
        RemovedQuestion("PAR4", ("PAR6",)),
        RemovedQuestion("EXT6", ()),
    )
    assert [one.question for one in found.reworded] == ["POL4", "SAM3", "CORE4"]
    assert [(text.part, text.level) for text in found.reworded[1].texts] == [
        ("level", Fraction(3))
    ]
    assert [one.question for one in found.rescaled] == ["LRN5"]
    assert found.moved == (("POL2", "POL", "LED"),)
    assert [(one.kind, one.about) for one in found.rules] == [
        (RuleKind.CORE, "LED1"),
        (RuleKind.CORE, "LRN2"),
        (RuleKind.ROLL_UP, "factor"),
        (RuleKind.GATE, "budget"),
        (RuleKind.PATTERN, "side-track"),
    ]


def test_other_words_for_levels_are_listed_from_the_lowest_up() -> None:
    rewritten = version_of("1.1", rescaled("POL1", None, Comparable.NONE))
    (question,) = differences(older(), rewritten).rescaled
    levels = [text.level for text in question.texts if text.part == "level"]
    assert levels == [0, 1, 2, 3, 4]


def test_a_version_does_not_differ_from_itself() -> None:
    assert differences(older(), older()).none
    assert not differences(older(), newer()).none


def test_which_profiles_it_touches() -> None:
    assert effect_on(skovby(2026), older(), newer()).kind is EffectKind.ALREADY
    assert effect_on(skovby(2026), older(), older()).kind is EffectKind.OTHER_VERSION
    found = effect_on(skovby(2025), older(), newer())
    assert (found.kind, found.untouched) == (EffectKind.TAKEN_OVER, False)


def diff(*words: str, folder: Path = VERSIONS) -> dict[str, object]:
    ran = run(["questionnaire", "diff", *words, "--json"], folder=folder)
    told: dict[str, object] = json.loads(ran.out)
    return told


def test_json_has_all_of_it() -> None:
    told = diff("nordic-sdg-governance@1.0", NEXT.name, "skovby-2025.yaml", "skovby-2026.yaml")
    assert (told["format"], told["from"], told["to"]) == ("sdgassess/diff/1", "1.0", "1.1")
    assert isinstance(told["profiles"], list)
    assert [one["touch"] for one in told["profiles"]] == ["taken-over", "already"]
    assert [one["question"] for one in told["profiles"][0]["ask"]] == [
        *("SAM3", "CORE4", "BUD6", "BUD7", "LRN5", "LRN6", "PAR6"),
    ]


def test_whichever_comes_first_it_goes_from_older_to_newer() -> None:
    forth = diff("nordic-sdg-governance@1.0", "nordic-sdg-governance@1.1")
    assert forth == diff(NEXT.name, "nordic-sdg-governance@1.0")


def test_two_questionnaires_are_not_two_versions() -> None:
    ran = run(["questionnaire", "diff", "nordic-sdg-governance@1.0", VILLAGE])
    assert ran.code == 2
    assert "[P526]" in ran.err


def test_a_version_that_is_not_here() -> None:
    ran = run(["questionnaire", "diff", "nordic-sdg-governance@1.0", "nordic-sdg-governance@7"])
    assert ran.code == 3
    assert "[P120]" in ran.err


def test_one_broken_profile_does_not_stop_the_others(tmp_path: Path) -> None:
    for name in (NEXT.name, "skovby-2025.yaml"):
        shutil.copy(VERSIONS / name, tmp_path)
    (tmp_path / "broken.yaml").write_text("format: sdgassess/profile/1\n")
    ran = run(
        ["questionnaire", "diff", "nordic-sdg-governance@1.0", NEXT.name, "."], folder=tmp_path
    )
    assert ran.code == 0
    assert "broken.yaml" in ran.out
    assert "To be asked again: SAM3, CORE4, BUD6, BUD7, LRN5, PAR6" in ran.out
    alone = run(
        ["questionnaire", "diff", "nordic-sdg-governance@1.0", NEXT.name, "broken.yaml"],
        folder=tmp_path,
    )
    assert alone.code == 3


def test_assess_says_quietly_that_there_is_a_newer_version(tmp_path: Path) -> None:
    for name in (NEXT.name, "skovby-2025.yaml", "skovby-2026.yaml"):
        shutil.copy(VERSIONS / name, tmp_path)
    said = "This assessment goes on with version 1.0, with which it began."
    old = run(["assess", "skovby-2025.yaml", "--lang", "en"], folder=tmp_path, typed="q\n")
    assert said in old.err
    assert "sdgassess migrate skovby-2025.yaml --to 1.1" in old.err
    assert old.code == 0
    new = run(["assess", "skovby-2026.yaml", "--lang", "en"], folder=tmp_path, typed="q\n")
    assert "goes on with version" not in new.err
