"""Changes inside `{…}` and `[…]`: every value stays on its line."""

from __future__ import annotations

from typing import Any

from sdgassess.files.splice.buffer import Entry, Sheet
from sdgassess.files.splice.fragment import inline, text
from sdgassess.files.splice.plan import (
    Added,
    Key,
    comparable,
    plan,
    same,
)


def change_flow(sheet: Sheet, have: Any, want: Any) -> None:
    """Change a flow map or list into a comparable one, entry by entry."""
    steps = plan(have, want)
    places = sheet.entries(have)
    for key, value in steps.kept.items():
        if not same(have[key], value):
            _change_value(sheet, places[key], have[key], value)
    for new in steps.added:
        _add(sheet, places, new, steps.first_kept)
    _remove_all(sheet, list(places.values()), [key in steps.kept for key in places])


def _remove_all(sheet: Sheet, places: list[Entry], stays: list[bool]) -> None:
    """Take entries out, each with a comma."""
    last = max(at for at, stay in enumerate(stays) if stay)
    for at in (at for at in range(last) if not stays[at]):
        if "\n" in sheet.text[places[at].end : places[at + 1].start]:
            _remove_apart(sheet, places[at])
        else:
            sheet.put(places[at].start, places[at + 1].start, "")
    tail = places[last + 1 :]
    if not tail:
        return
    if "\n" not in sheet.text[places[last].end : tail[-1].end]:
        sheet.put(places[last].end, tail[-1].end, "")
        return
    for place in tail:
        _remove_apart(sheet, place)


def _change_value(sheet: Sheet, place: Entry, have: Any, want: Any) -> None:
    """Change one value, inside it where it is a map or list of the same kind."""
    if comparable(have, want):
        change_flow(sheet, have, want)
        return
    if place.value == place.end:
        glue = "" if sheet.text[place.after - 1] == ":" else ":"
        sheet.put(place.after, place.after, f"{glue} {inline(want)}")
    else:
        sheet.put(place.value, place.end, inline(want))


def _add(sheet: Sheet, places: dict[Key, Entry], new: Added, first: Key | None) -> None:
    """Put a new entry behind the one it follows, or before the first that stays."""
    entry = inline(new.value)
    if new.key is not None:
        entry = f"{text(new.key, flow=True)}: {entry}"
    if new.after is not None:
        end = places[new.after].end
        sheet.put(end, end, f", {entry}")
    elif first is not None:
        start = places[first].start
        sheet.put(start, start, f"{entry}, ")


def _remove_apart(sheet: Sheet, place: Entry) -> None:
    """Take an entry out with the comma behind it; remarks between the lines stay."""
    end = place.end
    while sheet.text[end : end + 1] in {" ", "\t"}:
        end += 1
    end = end + 1 if sheet.text[end : end + 1] == "," else place.end
    first, last = sheet.line_start(place.start), sheet.line_end(end)
    if first and not sheet.text[first : place.start].strip() and not sheet.text[end:last].strip():
        sheet.put(sheet.line_end(sheet.line_start(first - 1)), last, "")
    else:
        sheet.put(place.start, end, "")
