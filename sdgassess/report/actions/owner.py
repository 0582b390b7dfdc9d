"""Who has something to do: the open picks of a profile, by the function that takes them on."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.model.profile import Priority, Profile
from sdgassess.text import one_line


class Owner(NamedTuple):
    """A function and what it takes on.

    Attributes:
        who: the function as the room first wrote it; None where nobody is named.
        picks: what it takes on, in the order of the picks.
    """

    who: str | None
    picks: tuple[Priority, ...]


def owners(profile: Profile) -> tuple[Owner, ...]:
    """Everybody who has something to do, in the order of the picks; who is nobody yet, last.

    The same function in capitals, or with other spaces, is the same.
    """
    names: dict[str, str] = {}
    picks: dict[str, list[Priority]] = {}
    for pick in profile.priorities:
        who = one_line(pick.who or "").strip()
        key = who.casefold()
        names.setdefault(key, who)
        picks.setdefault(key, []).append(pick)
    named = [Owner(names[key], tuple(own)) for key, own in picks.items() if key]
    nobodys = [Owner(None, tuple(picks[""]))] if "" in picks else []
    return (*named, *nobodys)
