"""Which profiles are of one place, however it was written, renamed or merged.

A place is known by its country and official code. Where one of two profiles has no code, its name
decides: case, the way letters are composed, kinds of space and the word *kommun(e)* make no
difference. What a place was called before, or which codes went into it, its own profiles say
(`formerly`); the program ships no list of codes or names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from sdgassess.model.profile import Municipality, Profile

_KIND = re.compile(r"\s+kommune?$|^kommune?n?\s+")
"""The word *kommun(e)* behind a name or before it."""
_CODE_DIGITS = 4


def same_place(first: Municipality, second: Municipality) -> bool:
    """Whether two profiles name one place as it is called in both."""
    if _countries_differ(first, second):
        return False
    if first.code and second.code:
        return _code(first.code) == _code(second.code)
    return bool(_spellings(first.name) & _spellings(second.name))


def follows(later: Municipality, earlier: Municipality) -> bool:
    """Whether a place says of another that this is what it was before."""
    if _countries_differ(later, earlier):
        return False
    for before in later.formerly:
        if before.isdecimal():
            if earlier.code is not None and _code(before) == _code(earlier.code):
                return True
        elif _spellings(before) & _spellings(earlier.name):
            return True
    return False


def related(first: Municipality, second: Municipality) -> bool:
    """Whether two profiles are of one place, or of a place and what it was before."""
    return same_place(first, second) or follows(first, second) or follows(second, first)


def stranger(places: Sequence[Municipality]) -> int | None:
    """The first place that nothing leads to from the first of them; None where all belong.

    Args:
        places: in any order; what one was called before may lead from it to another.
    """
    reached, waiting = {0}, [0]
    while waiting:
        known = places[waiting.pop()]
        for place in range(len(places)):
            if place not in reached and related(known, places[place]):
                reached.add(place)
                waiting.append(place)
    return next((place for place in range(len(places)) if place not in reached), None)


def predecessors_at_once(profiles: Sequence[Profile]) -> tuple[int, int] | None:
    """Two profiles of one calendar year of places that were merged later; None where none are.

    Neither of the two became the other, so nothing moved from one to the other.
    """
    seen: dict[tuple[int, Municipality], int] = {}
    for place, profile in enumerate(profiles):
        seen.setdefault((profile.date.year, profile.municipality), place)
    for ((year, first), i), ((other_year, second), k) in combinations(seen.items(), 2):
        if year == other_year and not related(first, second):
            return i, k
    return None


def _countries_differ(first: Municipality, second: Municipality) -> bool:
    """Whether two places are in different countries, as far as both say where they are."""
    return None not in (first.country, second.country) and first.country != second.country


def _code(code: str) -> str:
    """A code with its leading zeros, which some programs take away."""
    return code.zfill(_CODE_DIGITS)


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    """A name in small composed letters and single spaces, without the word *kommun(e)*.

    Before that word a name may stand with a genitive's s: *Københavns Kommune*.
    """
    composed = unicodedata.normalize("NFKC", name).casefold()
    spaced = " ".join(unicodedata.normalize("NFC", composed).split())
    bare = _KIND.sub("", spaced)
    spellings = {bare or spaced}
    if bare != spaced and bare.endswith("s"):
        spellings.add(bare.removesuffix("s"))
    return frozenset(spellings)
