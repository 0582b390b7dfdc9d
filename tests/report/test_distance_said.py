"""How far all voices are apart is said beside the roles: on screens, in reports, in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.given.command_line import run
from tests.report.test_whose_voice import EVERYBODY, Voices, tree

WITHIN = {"l1": 0, "l2": 4, "k1": 0}
"""Two line managers at the ends of the scale; by their middles the roles are of one mind."""
ONE_ROLE = {"l1": 0, "l2": 4}


def said(folder: Path, voices: Voices, *, by_role: bool, language: str = "en") -> dict[str, str]:
    """What is said of a question, by verb."""
    room = tree({"POL1": EVERYBODY, "LED1": voices}, consent={"by-role": by_role})
    (folder / "p.yaml").write_text(json.dumps(room), "utf-8")
    verbs = (["explain", "p.yaml", "LED1"], ["explain", "p.yaml", "--json"], ["score", "p.yaml"])
    outputs = {
        " ".join(verb): run([*verb, "--lang", language], folder=folder).out for verb in verbs
    }
    run(["report", "p.yaml", "-o", "gaps.md", "--lang", language], folder=folder)
    return {**outputs, "report": (folder / "gaps.md").read_text("utf-8")}


def answer(output: str) -> dict[str, object]:
    """LED1 in the JSON of `explain`."""
    factors = json.loads(output)["factors"]
    answers = [each for factor in factors for each in factor["answers"]]
    return next(each for each in answers if each["id"] == "LED1")


@pytest.mark.parametrize("by_role", [False, True])
def test_the_ends_of_the_scale_within_a_role_are_a_disagreement(
    tmp_path: Path, by_role: bool
) -> None:
    outputs = said(tmp_path, WITHIN, by_role=by_role)
    """How far roles are apart would tell the lone coordinator's level beside dots."""
    sentence = "Voices go from 0 to 4: talk about it first."
    if by_role:
        sentence = "Roles come to the same level, voices go from 0 to 4: talk about it first."
    assert sentence in " ".join(outputs["explain p.yaml LED1"].split())
    assert sentence in outputs["report"]
    apart = "(roles 0, voices 4 apart)" if by_role else "(voices 4 apart)"
    assert f"LED1 {apart}" in outputs["score p.yaml"]
    found = answer(outputs["explain p.yaml --json"])
    assert found["spread"] == (0 if by_role else None)
    assert (found["range"], found["disagreement"]) == ({"low": 0, "high": 4}, True)


def test_without_consent_the_voices_of_one_role_alone_have_no_numbers(tmp_path: Path) -> None:
    outputs = said(tmp_path, ONE_ROLE, by_role=False)
    explained = outputs["explain p.yaml LED1"]
    assert "The voices are far apart: talk about it first." in explained
    assert "Line manager" not in explained.partition("All levels")[0]
    assert "LED1 (voices far apart)" in outputs["score p.yaml"]
    assert answer(outputs["explain p.yaml --json"])["range"] is None


def test_a_range_that_the_roles_hide_is_said_without_alarm(tmp_path: Path) -> None:
    outputs = said(tmp_path, {"l1": 2, "l2": 3, "k1": 2}, by_role=True)
    assert "Voices go from 2 to 3." in outputs["explain p.yaml LED1"]
    assert "talk about it" not in outputs["explain p.yaml LED1"]
    dots = said(tmp_path, {"l1": 2, "l2": 3, "k1": 2}, by_role=False)
    assert "go from" not in dots["explain p.yaml LED1"], "the dots show it"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "stemmerne går fra 0 til 4"), ("sv", "rösterna går från 0 till 4")],
)
def test_it_is_said_in_every_language(tmp_path: Path, language: str, sentence: str) -> None:
    outputs = said(tmp_path, WITHIN, by_role=True, language=language)
    assert sentence in " ".join(outputs["explain p.yaml LED1"].split())
    assert sentence in outputs["report"]
