"""Which language to speak, and the fixed words in it (gettext catalogues under `locale/`).

`Words` is handed to whatever writes for people; there is no global language. Calls of `words(…)`,
`words.plural(…)` and `N_(…)` are what the catalogues are extracted from.
"""

from __future__ import annotations

import locale
import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from struct import Struct, unpack_from

from sdgassess.package import LOCALE

LANGUAGES = ("da", "sv", "en")
"""The languages of the fixed words. English is the language of the source."""

QUOTATION_MARKS: Mapping[str, tuple[str, str]] = {
    "da": ("»", "«"),
    "sv": ("”", "”"),
    "en": ("“", "”"),
}
"""What opens and what closes a quotation, by language."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a message for the catalogues where it is written, to be translated where it is said."""
    return message


NEUTRAL_TERMS: Mapping[str, str] = {
    "one_part": N_("part"),
    "many_parts": N_("parts"),
    "the_part": N_("the part"),
    "the_parts": N_("the parts"),
    "one_subject": N_("organisation"),
    "many_subjects": N_("organisations"),
    "the_subject": N_("the organisation"),
    "the_subjects": N_("the organisations"),
    "soon": N_("soon"),
    "later_on": N_("in a while"),
    "few_things": N_("a handful of things"),
    "some_picks": N_("a handful"),
    "few_dots": N_("a few dots"),
    "lowest_level": N_("the lowest level"),
}
"""What sentences call things where no questionnaire says it, by the placeholder in its place."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Words:
    """The fixed words in one language.

    A sentence holds a placeholder where a questionnaire has its own word for a thing: `{the_part}`
    (a factor, a practice), with a capital `{The_part}`.

    Attributes:
        language: its code.
        terms: what a questionnaire calls things, by placeholder; what is not in it is said in
            neutral words.
    """

    def __init__(self, language: str, terms: Mapping[str, str] | None = None) -> None:
        """Open the catalogue of a language; English needs none."""
        self.language = language
        self.terms: Mapping[str, str] = terms or {}
        self._catalogue = _catalogue(language)

    def __eq__(self, other: object) -> bool:
        """Whether two speak the same language; a sitting that changed to its own is as before."""
        return isinstance(other, Words) and (other.language, other.terms) == (
            self.language,
            self.terms,
        )

    def __hash__(self) -> int:
        return hash(self.language)

    def __call__(self, message: str, **facts: object) -> str:
        """The message in this language, with its facts filled in (`{name}`)."""
        sentence = self._forms(message, message)[0]
        if "{" not in sentence:
            return sentence
        return (
            sentence.format_map(self._facts(sentence, facts)) if facts else self._named(sentence)
        )

    def plural(self, singular: str, plural: str, n: int, **facts: object) -> str:
        """The message for a number; `{n}` is the number."""
        forms = self._forms(singular, singular, plural)
        sentence = forms[0 if n == 1 else -1]
        return sentence.format_map(self._facts(sentence, {"n": n, **facts}))

    def quoted(self, text: str) -> str:
        """A text in the quotation marks of this language."""
        opening, closing = QUOTATION_MARKS[self.language]
        return f"{opening}{text}{closing}"

    def _facts(self, sentence: str, facts: Mapping[str, object]) -> Mapping[str, object]:
        """What fills the placeholders of a sentence: its facts, and the words for things."""
        mentioned = {*_PLACEHOLDER.findall(sentence)} - facts.keys()
        terms = {name: term for name in mentioned if (term := self._term(name)) is not None}
        return {**facts, **terms} if terms else facts

    def _named(self, sentence: str) -> str:
        """A sentence without facts; a brace that stands for no thing is a brace."""
        return _PLACEHOLDER.sub(lambda name: self._term(name[1]) or name[0], sentence)

    def _term(self, name: str) -> str | None:
        """The word for a thing, with a capital where its placeholder has one; None without."""
        small = name[:1].lower() + name[1:]
        if small not in NEUTRAL_TERMS:
            return None
        term = self.terms.get(small) or self(NEUTRAL_TERMS[small])
        return term if small == name else term[:1].upper() + term[1:]

    def _forms(self, message: str, *source: str) -> Sequence[str]:
        """The forms of a message, for one and for many; those of the source where it has none."""
        translation = self._catalogue.message(message.encode("utf-8", "surrogatepass"))
        return translation.decode().split("\0") if translation else source


class _Catalogue:
    """A compiled catalogue, to be decoded message by message as they are said.

    gettext.GNUTranslations decodes every message at once, which takes as long as it takes to
    score a profile; a call says some twenty of them.

    Attributes:
        raw: the file.
        places: the length and the place of each translation in it, by its source.
    """

    def __init__(self, raw: bytes, places: Mapping[bytes, Sequence[int]]) -> None:
        self.raw = raw
        self.places = places

    def message(self, source: bytes) -> bytes:
        """The translation of a source; nothing where it has none."""
        size, at = self.places.get(source, (0, 0))
        return self.raw[at : at + size]


@cache
def _catalogue(language: str) -> _Catalogue:
    """The compiled catalogue of a language; where there is none, English is spoken."""
    with suppress(OSError):
        raw = (LOCALE / language / "LC_MESSAGES" / "sdgassess.mo").read_bytes()
        order = "<" if raw.startswith(b"\xde\x12\x04\x95") else ">"
        count, sources, targets = unpack_from(f"{order}3I", raw, 8)
        entry = Struct(f"{order}2I")
        beginnings = entry.iter_unpack(raw[sources : sources + count * entry.size])
        translations = entry.iter_unpack(raw[targets : targets + count * entry.size])
        names = (raw[at : at + size].partition(b"\0")[0] for size, at in beginnings)
        places = dict(zip(names, translations, strict=True))
        places.pop(b"", None)  # the head of the catalogue, which is no message
        return _Catalogue(raw, places)
    return _Catalogue(b"", {})


def choose(
    wish: str | None,
    environment: Mapping[str, str],
    profile: str | None = None,
    offered: Sequence[str] = LANGUAGES,
) -> str:
    """The language to speak: as wished for, else the environment's, the profile's, the locale's.

    Args:
        wish: what `--lang` said; any language of `LANGUAGES` is taken.
        environment: the environment variables.
        profile: the language a profile names.
        offered: what the computer's locale may choose from; a language that a questionnaire does
            not cover yet is spoken only where somebody asked for it.

    Returns:
        A code out of `LANGUAGES`; English where nothing fits.
    """
    for code in (wish, environment.get("SDGASSESS_LANG"), profile):
        if code in LANGUAGES:
            return code
    spoken = _locale_language(environment)
    return spoken if spoken in offered and spoken in LANGUAGES else "en"


def _locale_language(environment: Mapping[str, str]) -> str:
    """The two-letter language of the locale; `nb`, `nn` and `no` are not guessed to be Danish."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return value[:2].lower()
    if os.name == "nt":
        return _of_windows(locale.getlocale()[0] or "")
    return "en"


def _of_windows(name: str) -> str:
    """The two letters of a locale as Windows calls it: `Swedish_Sweden`, `sv-SE`."""
    word = name.lower()
    return "sv" if word.startswith("swedish") else word[:2]
