"""The help lists each verb once, under the head that says when it is asked for."""

from __future__ import annotations

import pytest

from sdgassess.cli.app import PROGRAM
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
