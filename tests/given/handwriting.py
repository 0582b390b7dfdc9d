"""Files as people write them, and changes to them, out of nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import Any

from sdgassess.files.read.reader import parse
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.fragment import literal, scalar, text
from sdgassess.problem import has_errors


class Hand:
    """Somebody who writes YAML by hand, in a layout of their own, with remarks."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.remarks: list[str] = []

    def document(self, tree: dict[str, Any]) -> str:
        lines = [*self.between(0), *self.block(tree, 0), *self.between(0)]
        written = "\n".join(lines) + ("\n" if self.chance(0.8) else "")
        return self.ended(written)

    def ended(self, text: str) -> str:
        """A text with the line ends of Unix, Windows, the Macs of old, or of all of them."""
        if self.chance(0.5):
            return text
        ends = self.random.choice(
            [["\r\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"], ["\n", "\r\n"]]
        )
        return re.sub("\n", lambda _: self.random.choice(ends), text)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def remark(self) -> str:
        ending = self.random.choice(["", " : x", " - y", "\ttab"])
        self.remarks.append(f"# remark {len(self.remarks)}.{ending}")
        return self.remarks[-1]

    def behind(self) -> str:
        return self.random.choice(["", "", "", "  ", "remark"]).replace(
            "remark", "   " + self.remark() if self.chance(0.5) else ""
        )

    def between(self, column: int) -> list[str]:
        lines = []
        while self.chance(0.25):
            margin = " " * self.random.choice([column, column, 0, column + 1, column + 3])
            lines.append(self.random.choice(["", "   ", margin + self.remark()]))
        return lines

    def key(self, key: str, *, flow: bool = False) -> str:
        return f'"{key}"' if self.chance(0.1) else text(key, flow=flow)

    def single(self, value: Any, *, flow: bool = False) -> str:
        if isinstance(value, str) and re.fullmatch(r"[ -&(-\[\]-~]*", value) and self.chance(0.3):
            return f"'{value}'"
        return scalar(value, flow=flow)

    def flow(self, value: Any, *, lines: bool) -> str:
        def gap() -> str:
            if not lines or self.chance(0.6):
                return self.random.choice(["", " "])
            return ("  " + self.remark() if self.chance(0.5) else "") + "\n" + " " * 14

        if isinstance(value, dict):
            items = [
                f"{self.key(key, flow=True)}: {self.flow(entry, lines=lines)}"
                for key, entry in value.items()
            ]
            left, right = "{}"
        elif isinstance(value, list):
            items = [self.flow(entry, lines=lines) for entry in value]
            left, right = "[]"
        else:
            return self.single(value, flow=True)
        inner = "".join(
            item + ("," + (gap() or " ") if at < len(items) - 1 else "")
            for at, item in enumerate(items)
        )
        return left + gap() + inner + ("," if items and self.chance(0.1) else "") + gap() + right

    def value(self, value: Any, column: int, *, in_map: bool = True) -> tuple[str, list[str]]:
        if isinstance(value, (dict, list)):
            if not value or (self.chance(0.35) and not holds_nothing(value)):
                return " " + self.flow(value, lines=self.chance(0.4)) + self.behind(), []
            indent = column + self.random.choice([1, 2, 2, 2, 4])
            if isinstance(value, list) and in_map and self.chance(0.4):
                indent = column
            return self.behind(), [*self.between(indent), *self.block(value, indent)]
        lines = literal(value) if isinstance(value, str) else None
        if lines and self.chance(0.8):
            margin = " " * (column + self.random.choice([1, 2, 4]))
            below = [margin + line if line else "" for line in lines[1:]]
            return " " + lines[0] + self.behind(), below
        if value and isinstance(value, str) and self.chance(0.05):
            return self.behind(), [" " * (column + 2) + self.single(value) + self.behind()]
        head = self.single(value)
        return (f" {head}" if head else "") + self.behind(), []

    def block(self, value: Any, indent: int) -> list[str]:
        lines: list[str] = []
        keys: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
        for key in keys:
            lines += self.between(indent) if lines else []
            item, margin = value[key], " " * indent
            if isinstance(value, dict):
                head, below = self.value(item, indent)
                lines += [f"{margin}{self.key(key)}:{head}", *below]
            elif item and isinstance(item, dict) and self.chance(0.6):
                gap = self.random.choice([1, 1, 3])
                below = self.block(item, indent + 1 + gap)
                lines += [f"{margin}-{' ' * gap}{below[0].lstrip(' ')}", *below[1:]]
            else:
                head, below = self.value(item, indent, in_map=False)
                lines += [f"{margin}-{head}", *below]
        return lines


PLAIN = [
    *("", "a", "b c", "x: y", "# no", "1", "true", "æ 😀", "a\nb\n", "a\nb", "  lead"),
    "a\n\nb",
]
KEYS = ["level", "comment", "evidence", "voices", "a", "b", "c", "x y", "1"]


def holds_nothing(value: Any) -> bool:
    """Whether a nothing stands in a list, which no flow list can hold."""
    if isinstance(value, dict):
        return any(map(holds_nothing, value.values()))
    return isinstance(value, list) and any(one is None or holds_nothing(one) for one in value)


def tree(random: Random, depth: int = 0) -> Any:
    choice = random.random()
    if depth > 3 or choice < 0.45:
        said = [*PLAIN, "long " * 20, "it's", '"q"', "\ta", random.randint(-3, 9), True, False]
        return random.choice(said)
    if choice < 0.8:
        count = random.randint(0, 4)
        return {random.choice(KEYS): tree(random, depth + 1) for _ in range(count)}
    return [tree(random, depth + 1) for _ in range(random.randint(0, 4))]


def changed(random: Random, value: Any, depth: int = 0) -> Any:
    choice = random.random()
    if value and isinstance(value, dict) and (choice < 0.9 or depth == 0):
        return _changed_map(random, value, depth)
    if value and isinstance(value, list) and choice < 0.9:
        items = _each(random, value, lambda item: changed(random, item, depth + 1))
        return [item for at in items for item in at]
    return value if choice < 0.6 else tree(random, depth + 1)


def _changed_map(random: Random, value: dict[str, Any], depth: int) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, entry in value.items():
        chance = random.random()
        if chance < 0.1 and (depth or key != "format"):
            continue
        if chance > 0.9 and (depth or key != "format"):
            result[f"n{random.randint(0, 99)}"] = tree(random, 2)
        result[key] = changed(random, entry, depth + 1) if 0.1 < chance < 0.6 else entry
    if random.random() < 0.3:
        result["z"] = tree(random, 2)
    return result


def _each(random: Random, value: list[Any], change: Callable[[Any], Any]) -> list[list[Any]]:
    result = []
    for item in value:
        chance = random.random()
        new = [tree(random, 2)] if 0.1 < chance < 0.2 else []
        result.append([] if chance < 0.1 else [*new, change(item) if chance < 0.6 else item])
    return result


def by_hand(random: Random) -> tuple[SourceFile, Hand]:
    """A document in somebody's own layout; layouts that YAML refuses are tried again."""
    while True:
        hand = Hand(random)
        names = random.sample(["answers", "style", "municipality", "voices", "q"], 3)
        wanted = {"format": "x", **{name: tree(random, 1) for name in names}}
        document, problems = parse(hand.document(wanted).encode(), "x.yaml")
        if document is not None and not has_errors(problems):
            return document, hand
