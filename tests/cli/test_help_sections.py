"""The help lists each verb once, under the head that says when it is asked for."""

from __future__ import annotations

import re

import pytest

from sdgassess.cli.app import PROGRAM
from sdgassess.cli.commands import Group
from tests.given.command_line import run

HEADS = {
    "en": ("Every year:", "Workshop and paper:", "Authors and networks:"),
    "da": ("Hvert år:", "Workshop og papir:", "Forfattere og netværk:"),
    "sv": ("Varje år:", "Möte och papper:", "Författare och nätverk:"),
}


def test_every_verb_stands_under_one_head() -> None:
    listed = [name for names in PROGRAM.sections.values() for name in names]
    assert sorted(listed) == sorted(PROGRAM.below)


@pytest.mark.parametrize("language", HEADS)
def test_the_heads_are_said_in_each_language(language: str) -> None:
    out = run(["--help", "--lang", language]).out
    assert [line for line in out.splitlines() if line in HEADS[language]] == [*HEADS[language]]


@pytest.mark.parametrize("language", ["da", "sv"])
@pytest.mark.parametrize("columns", ["40", "70", "80", "100"])
def test_no_line_of_the_help_is_the_parsers_own_english(language: str, columns: str) -> None:
    """Also where a line ends within it."""
    groups = [
        (name, verb.below) for name, verb in PROGRAM.below.items() if isinstance(verb, Group)
    ]
    below = [[group, name] for group, names in groups for name in names]
    for verb in ([], *([name] for name in PROGRAM.below), *below):
        words = [*verb, "--help", "--lang", language]
        out = " ".join(run(words, env={"COLUMNS": columns}).out.split())
        assert re.search(r"\[default|\[required|Show this message|Usage:", out) is None, words
