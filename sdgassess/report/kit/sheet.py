"""A sheet of the kit as a document: what it is called, and whose and of when it is."""

from __future__ import annotations

from collections.abc import Iterable

from sdgassess.document.blocks import Block, Document
from sdgassess.language import Words
from sdgassess.model.profile import Profile
from sdgassess.numbers import written_date
from sdgassess.phrases.levels import assessed_name


def sheet(profile: Profile, words: Words, title: str, blocks: Iterable[Block]) -> Document:
    """A sheet that stands alone, with the name and the day at its foot.

    Args:
        profile: the assessment that the workshop is about.
        words: the language.
        title: what the sheet is.
        blocks: what stands on it.
    """
    name = assessed_name(profile)
    return Document(
        title=f"{title} · {name}",
        language=words.language,
        subject=title,
        footer=f"{name} · {written_date(profile.date, words)}",
        date=profile.date,
        blocks=tuple(blocks),
    )
