"""What has to change in a map or list: kept, gone and new entries, without any text yet."""

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


def same(one: Any, other: Any) -> bool:
    """Whether two trees say the same; `true` is not 1, and the order of keys says nothing."""
    if one is other or type(one) is not type(other):
        return one is other
    if isinstance(one, dict):
        if one.keys() != other.keys():
            return False
        return all(map(same, one.values(), map(other.__getitem__, one)))
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


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
        found = _list_plan(have, want)
        old = {id(item): have[at] for at, item in found.staying.items() if isinstance(at, int)}
        return [in_file_order(old.get(id(item)), item) for item in want]
    if not (isinstance(have, dict) and isinstance(want, dict)):
        return want
    found = _map_plan(have, want)
    order: list[str] = []
    for key in (None, *found.staying):
        order += [] if key is None else [str(key)]
        order += [new.key or "" for new in found.added if new.after == key]
    return {key: in_file_order(have.get(key), want[key]) for key in order}


def _map_plan(have: dict[str, Any], want: dict[str, Any]) -> Plan:
    """Keys are the identity; a new one follows the nearest one before it that the file has."""
    kept: dict[Key, Any] = {key: want[key] for key in have if key in want}
    added, after = [], None
    for key, value in want.items():
        if key in have:
            after = key
        else:
            added.append(Addition(after, key, value))
    return Plan(kept, tuple(key for key in have if key not in want), tuple(added))


def _list_plan(have: list[Any], want: list[Any]) -> Plan:
    """Items have no names: equal ones at both ends stay, what lies between is paired in order."""
    front = _alike(zip(have, want, strict=False))
    most = min(len(have), len(want)) - front
    back = min(most, _alike(zip(reversed(have), reversed(want), strict=False)))
    paired = most - back
    kept: dict[Key, Any] = {at: want[at] for at in range(front + paired)}
    removed = tuple(range(front + paired, len(have) - back))
    new = want[front + paired : len(want) - back]
    after = front + paired - 1
    added = tuple(Addition(after if after >= 0 else None, None, value) for value in new)
    for at in range(len(have) - back, len(have)):
        kept[at] = want[at + len(want) - len(have)]
    return Plan(kept, removed, added)


def _alike(pairs: Iterator[tuple[Any, Any]]) -> int:
    """How many pairs are alike before the first that is not."""
    count = 0
    for one, other in pairs:
        if not same(one, other):
            break
        count += 1
    return count
