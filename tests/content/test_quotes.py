"""Every quote is verbatim where its source says, short, and free of anybody's name or address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sdgassess.files.read.reader import read_source
from sdgassess.language import LANGUAGES
from sdgassess.text import one_line
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


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.name))
def test_every_quote_is_translated_into_the_languages_that_it_is_not_in(path: Path) -> None:
    for place in quoted_places(tree_of(path)):
        source = nordic().source(place["source"])
        assert source is not None, place
        gloss = place.get("gloss", {})
        assert gloss.keys() == set(LANGUAGES) - {source.language}, place["quote"]
        assert all(words == one_line(words) != "" for words in gloss.values()), place["quote"]


def test_the_same_words_are_translated_alike() -> None:
    glosses: dict[str, Any] = {}
    for path in FILES:
        for place in quoted_places(tree_of(path)):
            assert glosses.setdefault(place["quote"], place["gloss"]) == place["gloss"], path


def tree_of(path: Path) -> Any:
    """A file as a plain tree."""
    document, problems = read_source(path)
    assert document is not None, problems
    return document.data


def quotes(node: Any) -> Iterator[tuple[str, str]]:
    """Every quote with its source; empty where it names none."""
    return ((place["quote"], place.get("source", "")) for place in quoted_places(node))


def quoted_places(node: Any) -> Iterator[dict[str, Any]]:
    """Every place of a tree that quotes a document."""
    if isinstance(node, dict):
        if "quote" in node:
            yield node
        for value in node.values():
            yield from quoted_places(value)
    elif isinstance(node, list):
        for value in node:
            yield from quoted_places(value)
