"""`merge` run in a folder, and what it says and leaves behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from tests.given.command_line import Ran, run

EVERYBODY = ("p1", "x1", "c1", "l1", "l2")


ANSWERS = {"POL1": 2, "LED1": 3, "CORE2": 1}


def merged(folder: Path, *words: str | Path, lang: str = "en") -> Ran:
    """Run `sdgassess merge` in a folder."""
    return run(["merge", "p.yaml", *words, "--lang", lang], folder=folder)


def merged_json(folder: Path, *words: str | Path) -> tuple[int, dict[str, Any]]:
    """Its code and its JSON document."""
    ran = merged(folder, *words, "--json")
    return ran.code, json.loads(ran.out)


def tree_of(folder: Path) -> dict[str, Any]:
    """What stands in the profile."""
    tree: dict[str, Any] = yaml.safe_load((folder / "p.yaml").read_text("utf-8"))
    return tree


def refusals(document: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """What was left out: code, place, question."""
    return [(d["problem"]["code"], d["place"], d["question"]) for d in document["doubtful"]]


def voices_of(folder: Path, question: str) -> dict[str, Any]:
    """What each person is noted to have said."""
    voices = tree_of(folder)["answers"].get(question, {}).get("voices", [])
    return {voice["by"]: voice.get("level", voice.get("state")) for voice in voices}
