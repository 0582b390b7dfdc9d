"""The language of a call: what was asked for, the environment, the profile.

A file of its own because every verb speaks a language and only the command line knows its
environment.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from sdgassess.language import LANGUAGES, choose


def most_spoken(languages: Iterable[str | None]) -> str | None:
    """The language of most profiles, English where none has more than another, None without any.

    Args:
        languages: what each profile says; None where it says nothing.
    """
    counts = Counter(languages)
    del counts[None]
    (first, n), (_, second) = (*counts.most_common(2), (None, 0), (None, 0))[:2]
    return first if n > second or first is None else "en"


def spoken_language(
    wish: str | None, profile: str | None = None, offered: Sequence[str] = LANGUAGES
) -> str:
    """The language to speak in this process; see `sdgassess.language.choose`."""
    return choose(wish, os.environ, profile, offered)
