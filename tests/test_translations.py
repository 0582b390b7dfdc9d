"""Every fixed sentence in every language, and the compiled catalogues in step with them."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from struct import pack, unpack_from

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from sdgassess.language import LANGUAGES, NEUTRAL_TERMS, Words, _catalogue, choose
from tests.translations import catalogue, compiled, extracted, po_path, spellings, untranslated

pytestmark = pytest.mark.smoke

EACH = pytest.mark.parametrize("language", ["da", "sv"])
FIELD = re.compile(r"\{[A-Za-z_]*\}")


@EACH
def test_nothing_is_untranslated(language: str) -> None:
    assert untranslated(language) == []


def test_a_sentence_stands_in_one_place() -> None:
    """What is said at two places is called from one, so that screens and paper never drift apart.

    A single word is free: `question` or `open` is no sentence, and two rooms may mean two things.
    """
    twice = {
        message: sorted(modules)
        for message, modules in spellings().items()
        if len(modules) > 1 and len(message.split()) > 1
    }
    assert twice == {}


@EACH
def test_nothing_stale_is_kept(language: str) -> None:
    known = {str(message.id) for message in extracted() if message.id}
    have = {str(message.id) for message in catalogue(language) if message.id}
    assert have - known == set()


@EACH
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    """Message by message: what else stands in the file is the business of who wrote it."""
    committed = po_path(language).with_suffix(".mo").read_bytes()
    wanted = _messages(catalogue(language))
    assert _messages(read_mo(io.BytesIO(committed))) == wanted
    assert _messages(read_mo(io.BytesIO(compiled(language)))) == wanted


@EACH
def test_a_catalogue_names_no_program_and_no_day(language: str) -> None:
    for suffix in (".po", ".mo"):
        raw = po_path(language).with_suffix(suffix).read_bytes()
        assert not re.search(rb"Generated-By|-Date:|Babel \d", raw)


def _messages(words: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The forms of every message with those of its translation."""
    return {_forms(m.id): _forms(m.string) for m in words if m.id and m.string}


def _forms(text: str | Iterable[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


@cache
def as_gettext_reads(language: str) -> gettext.GNUTranslations:
    """The compiled catalogue as Python's own module reads it."""
    with po_path(language).with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file)


@EACH
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_words_say_what_gettext_says(language: str, n: int) -> None:
    theirs = as_gettext_reads(language)
    words, told = Words(language), 0
    for message in catalogue(language):
        one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
        if one:
            assert words(one) == named(theirs.gettext(one), words)
            facts = {field.strip("{}"): field for field in FIELD.findall(one + many)}
            facts = {name: field for name, field in facts.items() if not is_term(name)}
            facts.pop("n", None)
            said = named(theirs.ngettext(one, many, n), words)
            if one != many:
                assert words.plural(one, many, n, **facts) == said.format(n=n, **facts)
            told += 1
    assert told > 1000


@EACH
def test_a_catalogue_of_a_big_endian_machine_says_the_same(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = compiled(language)
    numbers = unpack_from("<7I", raw)[-1] // 4  # its last number is where the texts begin
    turned = pack(f">{numbers}I", *unpack_from(f"<{numbers}I", raw)) + raw[4 * numbers :]
    file = tmp_path / language / "LC_MESSAGES" / "sdgassess.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(turned)
    theirs = gettext.GNUTranslations(io.BytesIO(turned))
    monkeypatch.setattr("sdgassess.language.LOCALE", tmp_path)
    read = _catalogue.__wrapped__(language)
    sources = [m.id if isinstance(m.id, str) else m.id[0] for m in catalogue(language) if m.id]
    assert len(sources) > 1000
    for source in sources:
        forms = read.message(source.encode()).decode().split("\0")
        assert forms[0] in (theirs.gettext(source), theirs.ngettext(source, "", 1))
    assert read.message(b"") == b"", "its head is no message"


def is_term(name: str) -> bool:
    """Whether a placeholder stands for a questionnaire's own word."""
    return name.lower() in NEUTRAL_TERMS


def named(sentence: str, words: Words) -> str:
    """A sentence with the neutral words in the place of a questionnaire's own."""
    for name, message in NEUTRAL_TERMS.items():
        word = words(message)
        sentence = sentence.replace(f"{{{name}}}", word)
        sentence = sentence.replace(f"{{{name.capitalize()}}}", word[0].upper() + word[1:])
    return sentence


def test_what_no_catalogue_knows_is_said_as_it_is() -> None:
    words = Words("da")
    assert words("") == ""
    assert words("Not in any catalogue {n}", n=2) == "Not in any catalogue 2"
    assert words.plural("{n} thing", "{n} things", 1) == "1 thing"
    assert words.plural("{n} thing", "{n} things", 2) == "2 things"


def facts_of(sentence: str) -> set[str]:
    """The facts that a sentence holds; which form of a noun it takes is its language's own."""
    return {field for field in FIELD.findall(sentence) if not is_term(field.strip("{}"))}


@EACH
def test_facts_spaces_and_commands_survive_translation(language: str) -> None:
    for message in catalogue(language):
        if not message.id:
            continue
        sources = [message.id] if isinstance(message.id, str) else list(message.id)
        said = [message.string] if isinstance(message.string, str) else list(message.string or ())
        allowed = {field for source in sources for field in FIELD.findall(source)} | {"{n}"}
        for source, target in zip(sources, said, strict=True):
            assert facts_of(target) <= allowed, target
            assert facts_of(source) - {"{n}"} <= facts_of(target), target
            assert source[:1].isspace() == target[:1].isspace(), target
            assert source[-1:].isspace() == target[-1:].isspace(), target
            assert re.findall(r"`[^`]*`", source) == re.findall(r"`[^`]*`", target), target


def test_languages_differ() -> None:
    """A catalogue that was filled with the source would pass the tests above."""
    for language in ("da", "sv"):
        same = [
            str(m.id)
            for m in catalogue(language)
            if m.id and m.id == m.string and len(str(m.id).split()) > 2
        ]
        assert len(same) < 5, same


@pytest.mark.parametrize(
    ("asked", "environment", "profile", "offered", "spoken"),
    [
        ("sv", {"SDGASSESS_LANG": "da"}, "da", ("en",), "sv"),
        (None, {"SDGASSESS_LANG": "da"}, "sv", ("en",), "da"),
        (None, {"LANG": "en_GB.UTF-8"}, "sv", ("en",), "sv"),
        (None, {"LANG": "da_DK.UTF-8"}, None, LANGUAGES, "da"),
        (None, {"LANG": "da_DK.UTF-8"}, None, ("en",), "en"),
        (None, {"LC_ALL": "sv_SE", "LANG": "da_DK"}, None, LANGUAGES, "sv"),
        (None, {"LANG": "nb_NO.UTF-8"}, None, LANGUAGES, "en"),
        ("fi", {}, None, LANGUAGES, "en"),
        (None, {}, None, LANGUAGES, "en"),
    ],
)
def test_which_language_is_spoken(
    asked: str | None,
    environment: dict[str, str],
    profile: str | None,
    offered: tuple[str, ...],
    spoken: str,
) -> None:
    assert choose(asked, environment, profile, offered) == spoken


def test_plurals_follow_the_number() -> None:
    words = Words("en")
    assert words.plural("one file", "{n} files", 1) == "one file"
    assert words.plural("one file", "{n} files", 3) == "3 files"
