"""A command line that is not understood: told in the reader's language, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.language import LANGUAGES
from tests.given.command_line import run

LINES = {
    "invite p.yaml --to out --each 40": ("--each takes a whole number from 1 to 30", "P507"),
    "invite p.yaml --to out --each some": ("--each takes a whole number from 1 to 30", "P507"),
    "invite p.yaml --to": ("something must follow --to", "P504"),
    "report p.yaml -o": ("something must follow -o", "P504"),
    "merge p.yaml --open=1": ("--open stands alone; no value follows it", "P504"),
    "kit my file.yaml --to out": ("this is more than is expected here: file.yaml", "P504"),
    "check --schema": ("there is no option --schema here", "P502"),
    "score": ("something is missing: FILE", "P503"),
    "kit p.yaml": ("something is missing: FOLDER", "P503"),
}
PARSER = ("requires an argument", "not take a value", "unexpected extra", "valid int", "range ")
"""What the parser says, in English alone."""


@pytest.mark.parametrize("line", LINES)
def test_what_is_not_understood_is_said_plainly(tmp_path: Path, line: str) -> None:
    sentence, code = LINES[line]
    ran = run(["--lang", "en", *line.split()], folder=tmp_path)
    assert ran.code == 2
    assert ran.err.startswith(f"{sentence} [{code}]")


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
@pytest.mark.parametrize("line", LINES)
def test_the_parser_says_nothing_of_its_own(tmp_path: Path, line: str, language: str) -> None:
    ran = run(["--lang", language, *line.split()], folder=tmp_path)
    assert ran.code == 2
    assert not [words for words in PARSER if words in ran.err]
    assert LINES[line][0] not in ran.err
