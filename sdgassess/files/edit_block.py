"""Changes in maps and lists with a line per entry."""

from __future__ import annotations

from typing import Any

from sdgassess.files.edit_flow import change_flow
from sdgassess.files.edit_plan import Added, Key, Plan, arranged, comparable, plan, same
from sdgassess.files.edit_sheet import Entry, Sheet
from sdgassess.files.fragment import (
    WIDTH,
    Fragment,
    Path,
    entry_lines,
    fragment,
    item_lines,
    literal,
    tall,
)


def change_block(sheet: Sheet, path: Path, have: Any, want: Any) -> None:
    """Change a block map or list into a comparable one, entry by entry."""
    steps = plan(have, want)
    places = sheet.entries(have)
    column = sheet.column(next(iter(places.values())).start)
    for key in steps.removed:
        _remove(sheet, places, key, steps)
    for key, value in steps.kept.items():
        if not same(have[key], value):
            indent = column + (sheet.step if isinstance(have, dict) else 2)
            change_value(sheet, (*path, key), places[key], have[key], value, indent)
    for new in steps.added:
        _add(sheet, path, places, new, steps.first_kept, column)


def change_value(
    sheet: Sheet, path: Path, place: Entry, have: Any, want: Any, indent: int
) -> None:
    """Change the value of an entry: inside it where that can be, else as a whole.

    Args:
        sheet: where the changes are collected.
        path: the entry's place in the tree.
        place: the entry's place in the text.
        have: the value that stands there.
        want: the value that shall stand there.
        indent: the column of lines below the entry.
    """
    if comparable(have, want) and len(path) <= sheet.finest:
        if not sheet.is_flow(have):
            change_block(sheet, path, have, want)
            return
        if _changed_on_its_line(sheet, place, have, want):
            return
    _replace(sheet, path, place, have, arranged(have, want), indent)


def _changed_on_its_line(sheet: Sheet, place: Entry, have: Any, want: Any) -> bool:
    """Change a flow map or list in its place, unless one line can no longer hold it well."""
    before = sheet.text[place.start : place.end]
    if "\n" in before:
        change_flow(sheet, have, want)
        return True
    if tall(want):
        return False
    kept = len(sheet.changes)
    change_flow(sheet, have, want)
    if sheet.column(place.start) + len(sheet.result(place.start, place.end)) <= WIDTH:
        return True
    del sheet.changes[kept:]
    return False


def _replace(sheet: Sheet, path: Path, place: Entry, have: Any, want: Any, indent: int) -> None:
    """Put a new value in the place of the old one; a remark behind the old one stays."""
    text = sheet.text
    stands_below = isinstance(have, (dict, list)) and not sheet.is_flow(have)
    was_block = not stands_below and text[place.value : place.value + 1] in {"|", ">"}
    end = place.end
    new = _fragment(sheet, path, place, want, indent, held=was_block)
    if not (new.lines or stands_below or was_block or place.value == end):
        sheet.put(place.value, end, new.head)
        return
    if was_block:
        header = text[place.value : sheet.line_end(place.value)]
        indicators = header.partition("#")[0].rstrip()
        remark = header[len(indicators) :].rstrip()
    else:
        below = "\n" in text[place.after : place.value]
        first = place.after if below else end
        remark = text[first : sheet.line_end(first)].rstrip()
    head = f" {new.head}" if new.head else ""
    lines = "".join(sheet.newline + line for line in new.lines)
    sheet.put(place.after, sheet.line_end(end), head + remark + lines)
    if lines and (was_block or tall(want)):
        sheet.empty_blank_lines(end)


def _fragment(
    sheet: Sheet, path: Path, place: Entry, want: Any, indent: int, *, held: bool
) -> Fragment:
    """The new value in words; a text that stood in a `|` block goes on standing in one."""
    used = sheet.column(place.start) + place.after - place.start + 1
    safe = not sheet.remark_swallowed(place.end, indent)
    if held and safe and isinstance(want, str) and "\n" not in want:
        lines = literal(want + "\n")
        if lines:
            return Fragment("|-", (" " * indent + lines[1],))
    return fragment(want, path, indent, used, sheet.step, blocks=safe)


def _add(
    sheet: Sheet,
    path: Path,
    places: dict[Key, Entry],
    new: Added,
    first: Key | None,
    column: int,
) -> None:
    """Put the lines of a new entry below the one it follows, or above the first that stays."""
    if new.key is None:
        lines = list(item_lines(new.value, (*path, len(places)), column, sheet.step))
    else:
        lines = list(entry_lines(new.key, new.value, path, column, sheet.step))
    if new.after is not None:
        at = sheet.behind(places[new.after].end, column)
        sheet.put(at, at, "".join(sheet.newline + line for line in lines))
        if tall(new.value):
            sheet.empty_blank_lines(at)
    elif first is not None:
        at = places[first].start
        above = sheet.newline.join(lines)[column:]
        sheet.put(at, at, above + sheet.newline + " " * column)


def _remove(sheet: Sheet, places: dict[Key, Entry], key: Key, steps: Plan) -> None:
    """Take an entry out with its lines; one that begins behind a dash leaves the dash behind."""
    place, text = places[key], sheet.text
    first = sheet.line_start(place.start)
    if first and not text[first : place.start].strip():
        above = sheet.line_end(sheet.line_start(first - 1))
        sheet.put(above, sheet.line_end(place.end), "")
        return
    order = list(places)
    following = order[order.index(key) + 1 :][:1]
    if following and following[0] in steps.kept:
        start = places[following[0]].start
        if not text[place.end : start].strip():
            sheet.put(place.start, start, "")
            return
    sheet.put(place.start, place.end, "")
