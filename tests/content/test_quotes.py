"""Every quote is verbatim where its source says, short, and free of anybody's name or address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.read.reader import read_source
from tests.given.places import ROOT
from tests.given.questionnaires import nordic

SOURCES = ROOT.parent / "shared" / "sources"
FILES = sorted(
    path for folder in ("questionnaires", "profiles") for path in (ROOT / folder).rglob("*.yaml")
)
MOST_WORDS = 25


@pytest.fixture(scope="module")
def lines() -> dict[str, list[str]]:
    """The lines of each document, by its three digits."""
    if not SOURCES.is_dir():
        pytest.skip("the five source documents do not lie beside this checkout")
    documents = {path.name[:3]: path for path in SOURCES.glob("*.txt")}
    return {code: path.read_text("utf-8").split("\n") for code, path in documents.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_quotes_are_verbatim(path: Path, lines: dict[str, list[str]]) -> None:
    for quote, source in quotes(tree_of(path)):
        code, _, line = source.partition(":")
        assert quote in lines[code][int(line) - 1], (quote, source)


def test_factors_rest_on_lines_that_say_something(tree: Any, lines: dict[str, list[str]]) -> None:
    references = [s for part in tree["parts"] for node in part["parts"] for s in node["rests_on"]]
    for reference in references:
        code, _, line = reference.partition(":")
        assert lines[code][int(line) - 1].strip(), reference


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_quotes_are_short_and_have_a_source(path: Path) -> None:
    for quote, source in quotes(tree_of(path)):
        assert len(quote.split()) <= MOST_WORDS, quote
        assert source, quote


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_no_address_is_carried_over(path: Path) -> None:
    assert "@" not in path.read_text("utf-8")


def test_there_are_quotes_to_check() -> None:
    assert sum(1 for path in FILES for _ in quotes(tree_of(path))) > 150


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_words_beside_a_risk_are_translated_for_whoever_reads_another_language(
    language: str,
) -> None:
    for pattern in nordic().patterns:
        quote = pattern.quotes[0]
        source = nordic().source(quote.source)
        assert source is not None
        assert quote.gloss is not None, pattern.id
        same = quote.gloss.words[language] == quote.quote
        assert same is (source.language == language), pattern.id


def tree_of(path: Path) -> Any:
    """A file as a plain tree."""
    document, problems = read_source(path)
    assert document is not None, problems
    return document.data


def quotes(node: Any) -> Iterator[tuple[str, str]]:
    """Every quote with its source; empty where it names none."""
    if isinstance(node, dict):
        if "quote" in node:
            yield node["quote"], node.get("source", "")
        for value in node.values():
            yield from quotes(value)
    elif isinstance(node, list):
        for value in node:
            yield from quotes(value)
