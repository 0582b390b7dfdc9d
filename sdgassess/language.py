"""Which language to speak, and the fixed words in it (gettext catalogues under `locale/`).

`Words` is handed to whatever writes for people; there is no global language. Calls of `words(…)`,
`words.plural(…)` and `N_(…)` are what the catalogues are extracted from.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from struct import unpack_from

from sdgassess.package import LOCALE

LANGUAGES = ("da", "sv", "en")
"""The languages of the fixed words. English is the language of the source."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate this later"
    """Mark a message for the catalogues where it is written, to be translated where it is said."""
    return message


class Words:
    """The fixed words in one language."""

    def __init__(self, language: str) -> None:
        """Open the catalogue of a language; English needs none."""
        self.language = language
        self._catalogue = {} if language == "en" else _catalogue(language)

    def __eq__(self, other: object) -> bool:
        """Whether two speak the same language; a sitting that changed to its own is as before."""
        return isinstance(other, Words) and other.language == self.language

    def __hash__(self) -> int:
        return hash(self.language)

    def __call__(self, message: str, **facts: object) -> str:
        """The message in this language, with its facts filled in (`{name}`)."""
        sentence = self._forms(message, message)[0]
        return sentence.format(**facts) if facts else sentence

    def plural(self, singular: str, plural: str, n: int, **facts: object) -> str:
        """The message for a number; `{n}` is the number."""
        forms = self._forms(singular, singular, plural)
        return forms[0 if n == 1 else -1].format(n=n, **facts)

    def _forms(self, message: str, *source: str) -> Sequence[str]:
        """The forms of a message, for one and for many; those of the source where it has none."""
        translation = self._catalogue.get(message.encode("utf-8", "surrogatepass"))
        return translation.decode().split("\0") if translation else source


def _catalogue(language: str) -> dict[bytes, bytes]:
    """The messages of a compiled catalogue, to be decoded one by one as they are said."""
    # gettext.GNUTranslations decodes every message at once, which takes as long as it takes to
    # score a profile; a call says some twenty of them. Without a catalogue English is spoken.
    with suppress(OSError):
        raw = (LOCALE / language / "LC_MESSAGES" / "sdgassess.mo").read_bytes()
        order = "<" if raw.startswith(b"\xde\x12\x04\x95") else ">"
        count, sources, targets = unpack_from(f"{order}3I", raw, 8)
        pairs = zip(
            _entries(raw, unpack_from(f"{order}{2 * count}I", raw, sources)),
            _entries(raw, unpack_from(f"{order}{2 * count}I", raw, targets)),
            strict=True,
        )
        return {source.partition(b"\0")[0]: target for source, target in pairs if source}
    return {}


def _entries(raw: bytes, table: Sequence[int]) -> Iterator[bytes]:
    """The texts of a table, which holds the length and the place of each."""
    return (raw[at : at + size] for size, at in zip(table[::2], table[1::2], strict=True))


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
        return (locale.getlocale()[0] or "")[:2].lower()
    return "en"
