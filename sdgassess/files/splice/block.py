"""Changes in maps and lists with a line per entry."""

from __future__ import annotations

from typing import Any, NamedTuple

from sdgassess.files.splice.buffer import Buffer, EntrySpan
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
    Addition,
    Key,
    Plan,
    comparable,
    in_file_order,
    plan,
    same,
)


class Spot(NamedTuple):
    """An entry that changes: its place in the tree and in the text, the column of lines below."""

    path: Path
    place: EntrySpan
    indent: int


class Frame(NamedTuple):
    """A map or list that changes: its place in the tree, its entries' places, their column."""

    path: Path
    places: dict[Key, EntrySpan]
    column: int
    steps: Plan


def change_block(buffer: Buffer, path: Path, have: Any, want: Any) -> None:
    """Change a block map or list into a comparable one, entry by entry."""
    places = buffer.entries(have)
    column = buffer.column(next(iter(places.values())).start)
    frame = Frame(path, places, column, plan(have, want))
    indent = column + (buffer.step if isinstance(have, dict) else 2)
    for key in frame.steps.removed:
        _remove(buffer, frame, key)
    for key, value in frame.steps.staying.items():
        if not same(have[key], value):
            _change_value(buffer, Spot((*path, key), places[key], indent), have[key], value)
    for new in frame.steps.added:
        _add(buffer, frame, new)


def _change_value(buffer: Buffer, spot: Spot, have: Any, want: Any) -> None:
    """Change the value of an entry: inside it where that can be, else as a whole."""
    if comparable(have, want) and len(spot.path) <= buffer.finest:
        if not buffer.is_flow(have):
            change_block(buffer, spot.path, have, want)
            return
        if _changed_on_its_line(buffer, spot.place, have, want):
            return
    _replace(buffer, spot, have, in_file_order(have, want))


def _changed_on_its_line(buffer: Buffer, place: EntrySpan, have: Any, want: Any) -> bool:
    """Change a flow map or list in its place, unless one line can no longer hold it well."""
    if buffer.breaks(place.start, place.end):
        change_flow(buffer, have, want)
        return True
    if tall(want):
        return False
    before = len(buffer.changes)
    change_flow(buffer, have, want)
    if buffer.column(place.start) + len(buffer.result(place.start, place.end)) <= WIDTH:
        return True
    del buffer.changes[before:]
    return False


def _replace(buffer: Buffer, spot: Spot, have: Any, want: Any) -> None:
    """Put a new value in the place of the old one; a remark behind the old one stays."""
    place = spot.place
    stands_below = isinstance(have, (dict, list)) and not buffer.is_flow(have)
    was_block = not stands_below and buffer.text[place.value : place.value + 1] in {"|", ">"}
    above = _lines_above(buffer, place)
    new = _held(buffer, spot, want) if was_block and not above else None
    new = new or _fragment(buffer, spot, want, blocks=not above)
    if not (new.lines or stands_below or was_block or place.value == place.end):
        buffer.put(place.value, place.end, new.head)
        return
    head = f" {new.head}" if new.head else ""
    remark = _header_remark(buffer, place) if was_block else _remark(buffer, place)
    lines = "".join(buffer.newline + line for line in new.lines)
    buffer.put(place.after, buffer.line_end(place.end), head + remark + above + lines)


def _header_remark(buffer: Buffer, place: EntrySpan) -> str:
    """The remark behind the `|` of a block, with the blanks before it."""
    header = buffer.text[place.value : buffer.line_end(place.value)]
    indicators = header.partition("#")[0].rstrip()
    return header[len(indicators) :].rstrip()


def _remark(buffer: Buffer, place: EntrySpan) -> str:
    """The remark on the line of the key where the value stands below it, else behind the value."""
    below = buffer.breaks(place.after, place.value)
    first = place.after if below else place.end
    return buffer.text[first : buffer.line_end(first)].rstrip()


def _lines_above(buffer: Buffer, place: EntrySpan) -> str:
    """The lines between a key and its value: remarks, which stay."""
    if not buffer.breaks(place.after, place.value):
        return ""
    last = buffer.line_start(buffer.line_start(place.value) - 1)
    lines = buffer.text[buffer.line_end(place.after) : buffer.line_end(last)]
    return lines if lines.strip() else ""


def _held(buffer: Buffer, spot: Spot, want: Any) -> Fragment | None:
    """A single line for a `|` block: a text that stood in one goes on standing in one."""
    if not (buffer.blocks and isinstance(want, str)) or "\n" in want:
        return None
    lines = literal(want + "\n")
    return Fragment("|-", (" " * spot.indent + lines[1],)) if lines else None


def _fragment(buffer: Buffer, spot: Spot, want: Any, *, blocks: bool) -> Fragment:
    """The new value in words."""
    used = buffer.column(spot.place.start) + spot.place.after - spot.place.start + 1
    style = Style(buffer.step, blocks and buffer.blocks)
    return fragment(want, spot.path, spot.indent, used, style)


def _add(buffer: Buffer, frame: Frame, new: Addition) -> None:
    """Put the lines of a new entry below the one it follows, or above the first that stays."""
    path, column, style = frame.path, frame.column, Style(buffer.step, buffer.blocks)
    if new.key is None:
        lines = list(item_lines(new.value, (*path, len(frame.places)), column, style))
    else:
        lines = list(entry_lines(new.key, new.value, path, column, style))
    if new.after is not None:
        at = buffer.behind(frame.places[new.after].end, column)
        buffer.put(at, at, "".join(buffer.newline + line for line in lines))
    elif frame.steps.first_staying is not None:
        at = frame.places[frame.steps.first_staying].start
        above = buffer.newline.join(lines)[column:]
        buffer.put(at, at, above + buffer.newline + " " * column)


def _remove(buffer: Buffer, frame: Frame, key: Key) -> None:
    """Take an entry out with its lines; one that begins behind a dash leaves the dash behind."""
    place, text = frame.places[key], buffer.text
    first = buffer.line_start(place.start)
    if first and not text[first : place.start].strip():
        above = buffer.line_end(buffer.line_start(first - 1))
        buffer.put(above, buffer.line_end(place.end), "")
        buffer.draw_back(place.end, frame.column)
        return
    order = list(frame.places)
    following = order[order.index(key) + 1 :][:1]
    if following and following[0] in frame.steps.staying:
        start = frame.places[following[0]].start
        if not text[place.end : start].strip():
            buffer.put(place.start, start, "")
            return
    buffer.put(place.start, place.end, "")
