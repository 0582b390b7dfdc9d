"""What a merge tells: nothing that somebody typed, nothing that is forgotten, nobody's voice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdgassess.model.profile import FORGOTTEN
from tests.given.command_line import run
from tests.given.merging import merged_json, refusals, tree_of
from tests.given.questionnaires import nordic
from tests.given.returned import book, page, sent, waiting

FIRST, LATE = ("p1", "p2", "c1", "l1", "l2", "l3"), ("x1", "x2", "l4", "l5")
ASKED = ("POL1", "LED1", "CORE2", "BUD1")
SWAPS = {"l1": "l2", "l2": "l3", "l3": "l1", "p1": "p2", "p2": "p1", "l4": "l5", "l5": "l4"}
OWN = """format: sdgassess/profile/1
municipality: {name: Bækby}
date: 2026-03-12
scope: quick
language: en
questionnaire: {id: nordic-sdg-governance, version: "1.0"}
participants:
  - {id: l1, role: line-manager}
answers:
  POL1: {level: 4, means: words of level four}
"""


def _say(slot: str, whose: str) -> dict[str, Any]:
    """What somebody sends who answered like another of their role."""
    number = FIRST.index(whose) if whose in FIRST else LATE.index(whose)
    answers: dict[str, Any] = {
        question: {
            "level": (number + place) % 5,
            "comment": f"In words {number * 31 + place * 7}",
            "evidence": [{"kind": "document", "title": f"Minutes {number * 17 + place * 5}"}],
        }
        for place, question in enumerate(ASKED)
    }
    return page(slot, answers)


def _outputs(folder: Path, swaps: dict[str, str]) -> list[str]:
    """All that is told while two groups answer one after the other."""
    folder.mkdir()
    waiting(folder, *FIRST, *LATE)
    looks = [
        *(["score", "--all"], ["score", "--json"], ["explain", "--all"], ["explain", "--json"]),
        *(["explain", question] for question in ASKED),
        *(["gaps", "--all"], ["gaps", "--json"], ["check"], ["target"]),
    ]
    prints = [["report", suffix] for suffix in ("md", "csv", "json")] + [["form", "md"]]
    texts = []
    for round_number, group in enumerate((FIRST, LATE)):
        sent(folder / "in", *(_say(slot, swaps.get(slot, slot)) for slot in group))
        for words in (["in", "--dry-run"], ["in", "--json"], ["--open"]):
            texts.append(run(["merge", "p.yaml", *words, "--lang", "en"], folder=folder).out)
            for verb, *more in looks:
                ran = run([verb, "p.yaml", *more, "--lang", "en"], folder=folder)
                texts.append(ran.out + ran.err)
        for verb, suffix in prints:
            path = folder / f"{verb}-{round_number}.{suffix}"
            assert run([verb, "p.yaml", "-o", path.name], folder=folder).code == 0
            texts.append(path.read_text("utf-8"))
    return [re.sub(r"\b[0-9a-f]{16}\b", "fingerprint", text) for text in texts]


def test_whoever_swaps_answers_within_a_role_changes_no_output(tmp_path: Path) -> None:
    texts = _outputs(tmp_path / "a", {})
    assert texts == _outputs(tmp_path / "b", SWAPS)
    assert any("Voices: 0:" in text for text in texts), "levels that were opened are told"


HAND_EDITED: dict[str, Any] = {
    "words-for-a-level.json": page("l1", {"POL1": {"level": "SECRET"}}),
    "a-level-that-is-none.json": page("l1", {"POL1": {"level": 777}}),
    "a-kind-that-is-none.json": page(
        "l1", {"POL1": {"level": 1, "evidence": [{"kind": "SECRET", "title": "x"}]}}
    ),
    "a-day-that-is-none.json": page(
        "l1", {"POL1": {"level": 1, "evidence": [{"kind": "oral", "title": "x", "date": "777"}]}}
    ),
    "words-for-an-answer.xlsx": book("l1", {"POL1": "SECRET"}),
    "a-date-in-words.xlsx": book("l1", {"POL1": (2, "", "", "x", "SECRET")}),
    "own.yaml": OWN + "  POL3: {level: 777}\n",
    "own-words.yaml": OWN + "  POL3: {level: SECRET}\n",
    "own-answer.yaml": OWN + "  POL3: SECRET\n",
}
"""Files of one person with something wrong beside a word or a number that only they wrote."""


@pytest.mark.parametrize("lang", ["da", "sv", "en"])
@pytest.mark.parametrize("name", HAND_EDITED)
def test_what_is_left_out_is_not_quoted(name: str, lang: str, tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    content = HAND_EDITED[name]
    path = tmp_path / name
    if isinstance(content, dict):
        path = sent(tmp_path / "in", content)[0].rename(path)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    for more in ([], ["--json"]):
        ran = run(["merge", "p.yaml", name, "--lang", lang, *more], folder=tmp_path)
        assert ran.code in (1, 3)
        text = ran.out + ran.err
        assert name in text
        assert not re.search(r"SECRET|777|level 4|niveau 4|nivå 4", text), text


def test_a_level_of_a_profile_is_not_told_by_what_is_only_odd_in_it(tmp_path: Path) -> None:
    waiting(tmp_path, "l1")
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    ran = run(["merge", "p.yaml", "own.yaml", "--lang", "en"], folder=tmp_path)
    assert (ran.code, "level 4" in ran.out + ran.err) == (0, False)


def test_whoever_was_not_asked_said_no(tmp_path: Path) -> None:
    waiting(tmp_path, "l1", more="consent: {by-role: true}\n")
    (tmp_path / "own.yaml").write_text(OWN, "utf-8")
    assert run(["merge", "p.yaml", "own.yaml"], folder=tmp_path).code == 0
    (person,) = yaml.safe_load((tmp_path / "p.yaml").read_text("utf-8"))["participants"]
    assert person["consent"] == {"by-role": False, "comments": False}


def _agreed(folder: Path) -> None:
    """A profile in which three people's answers are open, and a level is agreed on each."""
    waiting(folder, *FIRST[:3])
    sent(folder / "in", *(_say(slot, slot) for slot in FIRST[:3]))
    assert run(["merge", "p.yaml", "in", "--open"], folder=folder).code == 0
    for question in ASKED:
        assert run(["set", "p.yaml", question, "2"], folder=folder).code == 0


def test_what_is_forgotten_stands_in_no_file_beside(tmp_path: Path) -> None:
    _agreed(tmp_path)
    assert b"by: p1" in (tmp_path / ".p.yaml.undo").read_bytes()
    (tmp_path / "p.1.0.yaml.bak").write_bytes((tmp_path / "p.yaml").read_bytes())
    (tmp_path / "other.yaml.bak").write_text("x")
    ran = run(["merge", "p.yaml", "--forget-who", "--lang", "en"], folder=tmp_path)
    assert not (tmp_path / ".p.yaml.undo").exists()
    assert "older copies that say who answered what: p.1.0.yaml.bak." in ran.out
    text = (tmp_path / "p.yaml").read_text("utf-8")
    assert "by: p1" not in text
    assert "In words" not in text


def test_no_digest_is_left_to_try_answers_against(tmp_path: Path) -> None:
    _agreed(tmp_path)
    text = (tmp_path / "p.yaml").read_text("utf-8")
    digests = set(re.findall(r"sha256: ([0-9a-f]{64})", text))
    assert len(digests) == 3
    run(["merge", "p.yaml", "--forget-who"], folder=tmp_path)
    after = (tmp_path / "p.yaml").read_text("utf-8")
    assert not any(digest in after for digest in digests)
    ran = run(["merge", "p.yaml", "in", "--lang", "en"], folder=tmp_path)
    assert (ran.code, (tmp_path / "p.yaml").read_text("utf-8")) == (0, after)
    assert "was in already" in ran.out


def test_what_is_switched_off_is_forgotten_too_and_so_are_reasons(tmp_path: Path) -> None:
    voices = """voices: [
      {role: line-manager, by: l1, level: 1, comment: In words},
      {role: line-manager, by: l2, state: not-applicable, reason: My own words},
      {role: politician, by: p1, level: 3}]"""
    waiting(
        tmp_path,
        *("l1", "l2", "p1"),
        answers=f"answers:\n  POL1: {{level: 2, {voices}}}\n  EXT1: {{level: 0}}\n"
        f"parked:\n  EXT2: {{level: 2, because: EXT1, {voices}}}\n",
    )
    ran = run(["merge", "p.yaml", "--forget-who", "--lang", "en"], folder=tmp_path)
    assert (ran.code, "forgotten on 2 questions" in ran.out) == (0, True), ran.out + ran.err
    text = (tmp_path / "p.yaml").read_text("utf-8")
    for word in ("by: l1", "by: p1", "In words", "My own words"):
        assert word not in text
    parked = yaml.safe_load(text)["parked"]["EXT2"]
    assert (parked["level"], len(parked["voices"])) == (2, 3)


def test_what_is_of_an_older_version_is_forgotten_too(tmp_path: Path) -> None:
    voices = """voices: [
      {role: line-manager, by: l1, level: 1, comment: In words},
      {role: politician, by: p1, level: 3}]"""
    older = "questionnaire: {id: older-questions, version: '0.9'}"
    waiting(
        tmp_path,
        *("l1", "p1"),
        answers=f"answers: {{}}\nunmapped:\n  OLD1: {{level: 2, {older}, {voices}}}\n",
    )
    ran = run(["merge", "p.yaml", "--forget-who"], folder=tmp_path)
    assert ran.code == 0, ran.out + ran.err
    text = (tmp_path / "p.yaml").read_text("utf-8")
    for word in ("by: l1", "by: p1", "In words"):
        assert word not in text
    assert len(yaml.safe_load(text)["unmapped"]["OLD1"]["voices"]) == 2


def test_the_order_of_forgotten_voices_does_not_tell_who_said_what(tmp_path: Path) -> None:
    texts = []
    for number, levels in enumerate(((1, 2, 3), (3, 1, 2), (2, 3, 1))):
        folder = tmp_path / str(number)
        folder.mkdir()
        slots = ("l1", "l2", "l3")
        waiting(folder, *slots)
        files = [page(slot, {"POL1": level}) for slot, level in zip(slots, levels, strict=True)]
        run(["merge", "p.yaml", *sent(folder / "in", *files), "--open"], folder=folder)
        run(["set", "p.yaml", "POL1", "2"], folder=folder)
        assert run(["merge", "p.yaml", "--forget-who"], folder=folder).code == 0
        texts.append((folder / "p.yaml").read_text("utf-8"))
    assert texts[0].count("role: line-manager, level:") == 3
    assert len(set(texts)) == 1


def test_how_voices_were_laid_out_is_forgotten_too(tmp_path: Path) -> None:
    texts = []
    for talker in ("l1", "l3"):
        folder = tmp_path / talker
        folder.mkdir()
        waiting(folder, "l1", "l2", "l3")
        voices = [
            page(
                slot,
                {"POL1": {"level": level} | ({"comment": "x " * 70} if slot == talker else {})},
            )
            for slot, level in (("l1", 3), ("l2", 1), ("l3", 3))
        ]
        run(["merge", "p.yaml", *sent(folder / "in", *voices), "--open"], folder=folder)
        run(["set", "p.yaml", "POL1", "2"], folder=folder)
        assert run(["merge", "p.yaml", "--forget-who"], folder=folder).code == 0
        texts.append((folder / "p.yaml").read_text("utf-8"))
    assert texts[0] == texts[1]
    assert texts[0].count("role: line-manager, level:") == 3


def test_a_file_of_the_same_number_as_what_came_in_earlier_is_told_of(tmp_path: Path) -> None:
    """Whoever mends a file by hand and sends it again learns that it was not saved by the page."""
    waiting(tmp_path, "l1")
    sent(tmp_path / "in", page("l1", {"POL1": 1}))
    assert run(["merge", "p.yaml", "in"], folder=tmp_path).code == 0
    assert "P716" not in run(["merge", "p.yaml", "in"], folder=tmp_path).out
    sent(tmp_path / "in", page("l1", {"POL1": 4}))
    again = run(["merge", "p.yaml", "in"], folder=tmp_path)
    assert (again.code, again.out.count("[P716]")) == (0, 1)


def test_whoever_answers_more_than_the_role_is_asked_answers_no_more_than_all(
    tmp_path: Path,
) -> None:
    waiting(tmp_path, "p1")
    beyond = nordic().question_ids(quick=True)
    asked = [key for key in beyond if "politician" in nordic().questions[key].roles]
    assert 0 < len(asked) < len(beyond)
    sent(tmp_path / "in", page("p1", dict.fromkeys(beyond, 2), role="politician"))
    out = run(["merge", "p.yaml", "in", "--lang", "en"], folder=tmp_path).out
    assert f"{len(beyond)} of {len(beyond)} questions answered" in " ".join(out.split())


def test_a_file_of_somebody_forgotten_is_no_rival_of_what_was_forgotten(tmp_path: Path) -> None:
    people = ("l1", "l2", "l3")
    waiting(tmp_path, *people)
    sent(tmp_path / "in", *(page(slot, {"POL1": 3}) for slot in people))
    assert run(["merge", "p.yaml", "in", "--open"], folder=tmp_path).code == 0
    assert run(["set", "p.yaml", "POL1", "2"], folder=tmp_path).code == 0
    assert run(["merge", "p.yaml", "--forget-who"], folder=tmp_path).code == 0
    digests = {person["returned"]["sha256"] for person in tree_of(tmp_path)["participants"]}
    assert digests == {FORGOTTEN}
    problems = [code for code, *_ in refusals(merged_json(tmp_path, "in")[1])]
    assert "P716" not in problems
