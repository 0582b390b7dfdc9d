"""Changes in maps and lists with a line per entry."""

from __future__ import annotations

from typing import Any, NamedTuple

from sdgassess.files.splice.buffer import Entry, Sheet
from sdgassess.files.splice.flow import change_flow
from sdgassess.files.splice.fragment import (
    WIDTH,
    Fragment,
    Path,
    Style,
    entry_lines,
    fragment,
    item_lines,
    literal,
    tall,
)
from sdgassess.files.splice.plan import (
    Added,
    Key,
    Plan,
    arranged,
    comparable,
    plan,
    same,
)


class Spot(NamedTuple):
    """An entry that changes: its place in the tree and in the text, the column of lines below."""

    path: Path
    place: Entry
    indent: int


class Frame(NamedTuple):
    """A map or list that changes: its place in the tree, its entries' places, their column."""

    path: Path
    places: dict[Key, Entry]
    column: int
    steps: Plan


def change_block(sheet: Sheet, path: Path, have: Any, want: Any) -> None:
    """Change a block map or list into a comparable one, entry by entry."""
    places = sheet.entries(have)
    column = sheet.column(next(iter(places.values())).start)
    frame = Frame(path, places, column, plan(have, want))
    indent = column + (sheet.step if isinstance(have, dict) else 2)
    for key in frame.steps.removed:
        _remove(sheet, frame, key)
    for key, value in frame.steps.kept.items():
        if not same(have[key], value):
            _change_value(sheet, Spot((*path, key), places[key], indent), have[key], value)
    for new in frame.steps.added:
        _add(sheet, frame, new)


def _change_value(sheet: Sheet, spot: Spot, have: Any, want: Any) -> None:
    """Change the value of an entry: inside it where that can be, else as a whole."""
    if comparable(have, want) and len(spot.path) <= sheet.finest:
        if not sheet.is_flow(have):
            change_block(sheet, spot.path, have, want)
            return
        if _changed_on_its_line(sheet, spot.place, have, want):
            return
    _replace(sheet, spot, have, arranged(have, want))


def _changed_on_its_line(sheet: Sheet, place: Entry, have: Any, want: Any) -> bool:
    """Change a flow map or list in its place, unless one line can no longer hold it well."""
    if "\n" in sheet.text[place.start : place.end]:
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


def _replace(sheet: Sheet, spot: Spot, have: Any, want: Any) -> None:
    """Put a new value in the place of the old one; a remark behind the old one stays."""
    place = spot.place
    stands_below = isinstance(have, (dict, list)) and not sheet.is_flow(have)
    was_block = not stands_below and sheet.text[place.value : place.value + 1] in {"|", ">"}
    above = _lines_above(sheet, place)
    new = _held(sheet, spot, want) if was_block and not above else None
    new = new or _fragment(sheet, spot, want, blocks=not above)
    if not (new.lines or stands_below or was_block or place.value == place.end):
        sheet.put(place.value, place.end, new.head)
        return
    head = f" {new.head}" if new.head else ""
    remark = _header_remark(sheet, place) if was_block else _remark(sheet, place)
    lines = "".join(sheet.newline + line for line in new.lines)
    sheet.put(place.after, sheet.line_end(place.end), head + remark + above + lines)


def _header_remark(sheet: Sheet, place: Entry) -> str:
    """The remark behind the `|` of a block, with the blanks before it."""
    header = sheet.text[place.value : sheet.line_end(place.value)]
    indicators = header.partition("#")[0].rstrip()
    return header[len(indicators) :].rstrip()


def _remark(sheet: Sheet, place: Entry) -> str:
    """The remark on the line of the key where the value stands below it, else behind the value."""
    below = "\n" in sheet.text[place.after : place.value]
    first = place.after if below else place.end
    return sheet.text[first : sheet.line_end(first)].rstrip()


def _lines_above(sheet: Sheet, place: Entry) -> str:
    """The lines between a key and its value: remarks, which stay."""
    if "\n" not in sheet.text[place.after : place.value]:
        return ""
    last = sheet.line_start(sheet.line_start(place.value) - 1)
    lines = sheet.text[sheet.line_end(place.after) : sheet.line_end(last)]
    return lines if lines.strip() else ""


def _held(sheet: Sheet, spot: Spot, want: Any) -> Fragment | None:
    """A single line for a `|` block: a text that stood in one goes on standing in one."""
    if not (sheet.blocks and isinstance(want, str)) or "\n" in want:
        return None
    lines = literal(want + "\n")
    return Fragment("|-", (" " * spot.indent + lines[1],)) if lines else None


def _fragment(sheet: Sheet, spot: Spot, want: Any, *, blocks: bool) -> Fragment:
    """The new value in words."""
    used = sheet.column(spot.place.start) + spot.place.after - spot.place.start + 1
    style = Style(sheet.step, blocks and sheet.blocks)
    return fragment(want, spot.path, spot.indent, used, style)


def _add(sheet: Sheet, frame: Frame, new: Added) -> None:
    """Put the lines of a new entry below the one it follows, or above the first that stays."""
    path, column, style = frame.path, frame.column, Style(sheet.step, sheet.blocks)
    if new.key is None:
        lines = list(item_lines(new.value, (*path, len(frame.places)), column, style))
    else:
        lines = list(entry_lines(new.key, new.value, path, column, style))
    if new.after is not None:
        at = sheet.behind(frame.places[new.after].end, column)
        sheet.put(at, at, "".join(sheet.newline + line for line in lines))
    elif frame.steps.first_kept is not None:
        at = frame.places[frame.steps.first_kept].start
        above = sheet.newline.join(lines)[column:]
        sheet.put(at, at, above + sheet.newline + " " * column)


def _remove(sheet: Sheet, frame: Frame, key: Key) -> None:
    """Take an entry out with its lines; one that begins behind a dash leaves the dash behind."""
    place, text = frame.places[key], sheet.text
    first = sheet.line_start(place.start)
    if first and not text[first : place.start].strip():
        above = sheet.line_end(sheet.line_start(first - 1))
        sheet.put(above, sheet.line_end(place.end), "")
        sheet.draw_back(place.end, frame.column)
        return
    order = list(frame.places)
    following = order[order.index(key) + 1 :][:1]
    if following and following[0] in frame.steps.kept:
        start = frame.places[following[0]].start
        if not text[place.end : start].strip():
            sheet.put(place.start, start, "")
            return
    sheet.put(place.start, place.end, "")
