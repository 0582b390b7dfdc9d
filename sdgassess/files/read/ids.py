"""Ids: what they may look like, and which one somebody probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_CLOSE_ENOUGH = 0.6  # difflib's own default
_MOST_NAMES = 2_000  # comparing takes time with the square of the lengths, for every wrong word
_LONGEST = 64  # no id is longer, so nothing longer is a slip of one
_MOST_COMPARED = 200
"""For how many wrong words of a file the nearest name is looked for: whoever made more slips than
that has not misspelt them, and comparing each with every name would take minutes."""
_compared: ContextVar[list[str] | None] = ContextVar("compared", default=None)


def fits_id(word: object) -> bool:
    """Whether a word is an id: ASCII letters, digits, `-`, `_`, `.`, beginning with a letter."""
    return isinstance(word, str) and _ID.fullmatch(word) is not None


def fits_version(word: object) -> bool:
    """Whether a word is a version: numbers with dots between them."""
    return isinstance(word, str) and len(word) <= 32 and _VERSION.fullmatch(word) is not None


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name that somebody probably meant, or None where none is near.

    A name that differs only in case, or in letters that look the same, is always near.
    """
    if len(word) > _LONGEST or not _is_worth_comparing(word):
        return None
    choices = list(names)[:_MOST_NAMES]
    folded = _folded(word)
    same = next((name for name in choices if _folded(name) == folded), None)
    if same is not None:
        return same
    import difflib  # noqa: PLC0415 - only where something is wrong

    by_fold = {_folded(name): name for name in choices}
    close = difflib.get_close_matches(folded, by_fold, n=1, cutoff=_CLOSE_ENOUGH)
    return by_fold[close[0]] if close else None


@contextmanager
def one_file() -> Iterator[None]:
    """Look for nearest names within one file: only for its first wrong words."""
    before = _compared.set([])
    try:
        yield
    finally:
        _compared.reset(before)


def _is_worth_comparing(word: str) -> bool:
    """Whether a wrong word is still among the first of its file."""
    compared = _compared.get()
    if compared is None:
        return True
    compared.append(word)
    return len(compared) <= _MOST_COMPARED


def near_fact(word: str, names: Iterable[str]) -> dict[str, str]:
    """The fact `near` for a problem: the name that was probably meant, or nothing."""
    near = nearest(word, names)
    return {} if near is None else {"near": near}


_OTHER_SIGNS = (
    "[\u00a0\u0085\u2000-\u200d\u2010-\u201f\u2028\u2029\u202f\u2060\u2212\u3000\ufeff\u00ab\u00bb"
    "\u00ad\u2022\uff01-\uff5e]"
)
"""Spaces, quotes, dashes, bullets, wide signs and line ends that look like a keyboard's."""


def lookalike_fact(value: object) -> dict[str, str]:
    """The fact `lookalike` for a problem: the first sign that is not what it looks like."""
    sign = re.search(_OTHER_SIGNS, value) if isinstance(value, str) else None
    return {} if sign is None else {"lookalike": f"U+{ord(sign.group()):04X}"}


# Cyrillic and Greek letters and dashes that look like ASCII ones.
_LOOKALIKES = str.maketrans(
    "АВСЕНІЈКМОРЅТХасеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο–—‐‑−",
    "ABCEHIJKMOPSTXaceijopsxyABEZHIKMNOPTYXo-----",
)


def _folded(word: str) -> str:
    """A word without case, accents and what cannot be seen; lookalikes are what they look like."""
    import unicodedata  # noqa: PLC0415 - a word that is wrong is compared, nothing else

    plain = unicodedata.normalize("NFKD", word.translate(_LOOKALIKES))
    visible = [c for c in plain if unicodedata.category(c) not in ("Cf", "Mn", "Cc", "Zs")]
    return "".join(visible).replace("_", "-").casefold()
