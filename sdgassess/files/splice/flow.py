"""Changes inside `{…}` and `[…]`: every value stays on its line."""

from __future__ import annotations

from typing import Any

from sdgassess.files.splice.buffer import Buffer, EntrySpan
from sdgassess.files.splice.fragment import inline, text
from sdgassess.files.splice.plan import (
    Addition,
    Key,
    comparable,
    plan,
    same,
)


def change_flow(buffer: Buffer, have: Any, want: Any) -> None:
    """Change a flow map or list into a comparable one, entry by entry."""
    steps = plan(have, want)
    places = buffer.entries(have)
    for key, value in steps.staying.items():
        if not same(have[key], value):
            _change_value(buffer, places[key], have[key], value)
    for new in steps.added:
        _add(buffer, places, new, steps.first_staying)
    _remove_all(buffer, list(places.values()), [key in steps.staying for key in places])


def _remove_all(buffer: Buffer, places: list[EntrySpan], stays: list[bool]) -> None:
    """Take entries out, each with a comma."""
    last = max(at for at, stay in enumerate(stays) if stay)
    for at in (at for at in range(last) if not stays[at]):
        if buffer.breaks(places[at].end, places[at + 1].start):
            _remove_apart(buffer, places[at])
        else:
            buffer.put(places[at].start, places[at + 1].start, "")
    tail = places[last + 1 :]
    if not tail:
        return
    if not buffer.breaks(places[last].end, tail[-1].end):
        buffer.put(places[last].end, tail[-1].end, "")
        return
    for place in tail:
        _remove_apart(buffer, place)


def _change_value(buffer: Buffer, place: EntrySpan, have: Any, want: Any) -> None:
    """Change one value, inside it where it is a map or list of the same kind."""
    if comparable(have, want):
        change_flow(buffer, have, want)
        return
    if place.value == place.end:
        glue = "" if buffer.text[place.after - 1] == ":" else ":"
        buffer.put(place.after, place.after, f"{glue} {inline(want)}")
    else:
        buffer.put(place.value, place.end, inline(want))


def _add(buffer: Buffer, places: dict[Key, EntrySpan], new: Addition, first: Key | None) -> None:
    """Put a new entry behind the one it follows, or before the first that stays."""
    entry = inline(new.value)
    if new.key is not None:
        entry = f"{text(new.key, flow=True)}: {entry}"
    if new.after is not None:
        end = places[new.after].end
        buffer.put(end, end, f", {entry}")
    elif first is not None:
        start = places[first].start
        buffer.put(start, start, f"{entry}, ")


def _remove_apart(buffer: Buffer, place: EntrySpan) -> None:
    """Take an entry out with the comma behind it; remarks between the lines stay."""
    end = place.end
    while buffer.text[end : end + 1] in {" ", "\t"}:
        end += 1
    end = end + 1 if buffer.text[end : end + 1] == "," else place.end
    first, last = buffer.line_start(place.start), buffer.line_end(end)
    if (
        first
        and not buffer.text[first : place.start].strip()
        and not buffer.text[end:last].strip()
    ):
        buffer.put(buffer.line_end(buffer.line_start(first - 1)), last, "")
    else:
        buffer.put(place.start, end, "")
