"""The language of a call: what was asked for, the environment, the profile.

A file of its own because every verb speaks a language and only the command line knows its
environment.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from sdgassess.language import LANGUAGES, choose


def spoken_language(
    wish: str | None, profile: str | None = None, offered: Sequence[str] = LANGUAGES
) -> str:
    """The language to speak in this process; see `sdgassess.language.choose`."""
    return choose(wish, os.environ, profile, offered)
