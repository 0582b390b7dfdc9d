"""People's remarks in a file: found again, and kept where what they stood beside is gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sdgassess.files.read.reader import MOST_DEPTH, parse
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.buffer import Buffer
from sdgassess.files.splice.plan import same
from sdgassess.files.splice.relocate import with_last_ending
from sdgassess.files.splice.splice import encoded

_REMARK = re.compile(r"(?<!\S)#[^\r\n]*")


def remarks_of(source: SourceFile) -> list[str]:
    """The remarks of a file in order, without the blanks behind them."""
    texts = sorted(_texts(Buffer(source, MOST_DEPTH), source.data))
    remarks, position = [], 0
    while remark := _REMARK.search(source.text, position):
        position = remark.end()
        within = next((end for start, end in texts if start < remark.start() < end), None)
        if within is None:
            remarks.append(remark.group().rstrip())
        else:
            position = within
    return remarks


def with_remarks_of(before: SourceFile, after: SourceFile) -> SourceFile:
    """A file with the remarks of an earlier state of it that it has lost, at its end.

    Args:
        before: the file as people had written it.
        after: the file that something was taken out of.

    Returns:
        The same file where it has lost none, or where they cannot stand at its end.
    """
    lost = Counter(remarks_of(before)) - Counter(remarks_of(after))
    if not lost:
        return after
    ended = with_last_ending(after)
    lines = "".join(f"{remark}{ended.newline}" for remark in lost.elements())
    kept, _ = parse(encoded(ended, ended.text + lines), after.name)
    return after if kept is None or not same(kept.data, after.data) else kept


def _texts(buffer: Buffer, container: Any) -> Iterator[tuple[int, int]]:
    """Where texts stand in which a hash begins no remark: the first place and the one behind."""
    if not container:
        return
    for key, place in buffer.entries(container).items():
        value = container[key]
        if isinstance(value, (dict, list)):
            yield from _texts(buffer, value)
        elif buffer.text[place.value : place.value + 1] in {"|", ">"}:
            yield buffer.line_end(place.value), place.end
        else:
            yield place.value - 1, place.end
