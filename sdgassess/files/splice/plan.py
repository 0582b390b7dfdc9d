"""What has to change in a map or list: staying, removed and new entries, without any text yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Key = str | int


@dataclass(frozen=True, slots=True)
class Addition:
    """A new entry.

    Attributes:
        after: the entry it follows in the file, or None where it comes first.
        key: its key, or None in a list.
        value: its value.
    """

    after: Key | None
    key: str | None
    value: Any


@dataclass(frozen=True, slots=True)
class Plan:
    """The way from one map or list to another.

    Attributes:
        staying: each entry that stays (in the order of the file), and the value it shall have.
        removed: the entries that go.
        added: the entries that come.
    """

    staying: dict[Key, Any]
    removed: tuple[Key, ...]
    added: tuple[Addition, ...]

    @property
    def first_staying(self) -> Key | None:
        """The first entry that stays."""
        return next(iter(self.staying), None)


def same(first: Any, second: Any) -> bool:
    """Whether two trees say the same; `true` is not 1, and the order of keys says nothing."""
    if first is second or type(first) is not type(second):
        return first is second
    if isinstance(first, dict):
        if first.keys() != second.keys():
            return False
        return all(map(same, first.values(), map(second.__getitem__, first)))
    if isinstance(first, list):
        return len(first) == len(second) and all(map(same, first, second))
    return bool(first == second)


def plan(have: Any, want: Any) -> Plan:
    """How to get from one map to another, or from one list to another."""
    return _map_plan(have, want) if isinstance(have, dict) else _list_plan(have, want)


def comparable(have: Any, want: Any) -> bool:
    """Whether a value can become another entry by entry: alike, and with something to keep."""
    if isinstance(have, dict) and isinstance(want, dict):
        return any(key in want for key in have)
    return isinstance(have, list) and isinstance(want, list) and bool(have and want)


def in_file_order(have: Any, want: Any) -> Any:
    """The wanted value with its keys in the order in which the file has them."""
    if isinstance(have, list) and isinstance(want, list):
        steps = _list_plan(have, want)
        old = {id(item): have[at] for at, item in steps.staying.items() if isinstance(at, int)}
        return [in_file_order(old.get(id(item)), item) for item in want]
    if not (isinstance(have, dict) and isinstance(want, dict)):
        return want
    steps = _map_plan(have, want)
    order: list[str] = []
    for key in (None, *steps.staying):
        order += [] if key is None else [str(key)]
        order += [new.key or "" for new in steps.added if new.after == key]
    return {key: in_file_order(have.get(key), want[key]) for key in order}


def _map_plan(have: dict[str, Any], want: dict[str, Any]) -> Plan:
    """Keys are the identity; a new one follows the nearest one before it that the file has."""
    staying: dict[Key, Any] = {key: want[key] for key in have if key in want}
    added, after = [], None
    for key, value in want.items():
        if key in have:
            after = key
        else:
            added.append(Addition(after, key, value))
    return Plan(staying, tuple(key for key in have if key not in want), tuple(added))


def _list_plan(have: list[Any], want: list[Any]) -> Plan:
    """Items have no names: equal ones at both ends stay, what lies between is paired in order."""
    front = _alike(zip(have, want, strict=False))
    most = min(len(have), len(want)) - front
    tail = min(most, _alike(zip(reversed(have), reversed(want), strict=False)))
    paired = most - tail
    staying: dict[Key, Any] = {at: want[at] for at in range(front + paired)}
    removed = tuple(range(front + paired, len(have) - tail))
    new = want[front + paired : len(want) - tail]
    after = front + paired - 1
    added = tuple(Addition(after if after >= 0 else None, None, value) for value in new)
    for at in range(len(have) - tail, len(have)):
        staying[at] = want[at + len(want) - len(have)]
    return Plan(staying, removed, added)


def _alike(pairs: Iterator[tuple[Any, Any]]) -> int:
    """How many pairs are alike before the first that is not."""
    count = 0
    for first, second in pairs:
        if not same(first, second):
            break
        count += 1
    return count
