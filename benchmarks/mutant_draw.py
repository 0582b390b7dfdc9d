"""Draws mutants of the package by chance, the same ones for the same seed.

Run with `python benchmarks/mutant_draw.py [SEED] [NUMBER]`; the list is printed. At most one
mutant of each kind and two in all come from a function, so that no long one fills the list.
"""

from __future__ import annotations

import ast
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mutant import Mutant, Package, Site, owner, written

SOURCES = Path(__file__).resolve().parents[1] / "sdgassess"
GROUPS = {
    "scoring": 22,
    "analysis": 20,
    "model": 8,
    "files/read": 10,
    "files/rules": 8,
    "files/build": 2,
    "document": 6,
    "media": 8,
    "report/gaps": 8,
    "report/years": 10,
    "report/poster": 2,
    "report": 6,
}
"""How large a part of the list each room gets; a folder that is not named goes with its room."""
COMPARED: dict[type[ast.cmpop], tuple[str, str, str]] = {
    ast.Lt: ("comparison shifted", "<", "<="),
    ast.Gt: ("comparison shifted", ">", ">="),
    ast.LtE: ("comparison shifted", "<=", "<"),
    ast.GtE: ("comparison shifted", ">=", ">"),
    ast.Eq: ("comparison negated", "==", "!="),
    ast.NotEq: ("comparison negated", "!=", "=="),
    ast.Is: ("comparison negated", "is", "is not"),
    ast.IsNot: ("comparison negated", "is not", "is"),
    ast.In: ("comparison negated", "in", "not in"),
    ast.NotIn: ("comparison negated", "not in", "in"),
}
COUNTED: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
}
CALLED = {"max": "min", "min": "max", "all": "any", "any": "all"}


def group_of(file: Path) -> str | None:
    """The group that a module belongs to; None for what is not drawn from."""
    folder = file.relative_to(SOURCES).parent
    rooms = (room.as_posix() for room in (folder, *folder.parents))
    return next((room for room in rooms if room in GROUPS), None)


def between(lines: list[str], left: ast.expr, right: ast.expr, old: str, new: str) -> str | None:
    """The line with an operator between two expressions of it replaced."""
    if left.end_lineno != right.lineno:
        return None
    raw = lines[right.lineno - 1].encode()
    middle = raw[left.end_col_offset : right.col_offset].decode()
    if middle.count(old) != 1:
        return None
    changed = middle.replace(old, new).encode()
    return (raw[: left.end_col_offset] + changed + raw[right.col_offset :]).decode()


def instead(lines: list[str], node: ast.expr | ast.stmt, text: str) -> str | None:
    """The line with a node of it replaced."""
    if node.lineno != node.end_lineno:
        return None
    raw = lines[node.lineno - 1].encode()
    return (raw[: node.col_offset] + text.encode() + raw[node.end_col_offset :]).decode()


def source(lines: list[str], node: ast.expr) -> str:
    """What a node on one line reads."""
    return lines[node.lineno - 1].encode()[node.col_offset : node.end_col_offset].decode()


def changes(lines: list[str], node: ast.AST) -> Iterator[tuple[str, int, str | None]]:
    """Every fault that a node can be given: its kind, its line, what the line becomes."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        rule, old, new = COMPARED[type(node.ops[0])]
        right = node.comparators[0]
        yield rule, right.lineno, between(lines, node.left, right, old, new)
    elif isinstance(node, ast.BoolOp):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield "and/or swapped", right.lineno, between(lines, left, right, old, new)
    elif isinstance(node, ast.BinOp) and type(node.op) in COUNTED:
        old, new = COUNTED[type(node.op)]
        if not (isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)):
            yield (
                "operator flipped",
                node.right.lineno,
                between(lines, node.left, node.right, old, new),
            )
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        rule = "negation dropped"
        yield rule, node.lineno, instead(lines, node, source(lines, node.operand))
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        yield "constant + 1", node.lineno, instead(lines, node, str(node.value + 1))
    elif isinstance(node, ast.Call):
        yield from called(lines, node)
    elif isinstance(node, ast.If):
        yield from branched(lines, node)


def called(lines: list[str], node: ast.Call) -> Iterator[tuple[str, int, str | None]]:
    """Sorts dropped or reversed, the largest for the smallest, all for any."""
    if isinstance(node.func, ast.Name):
        name = node.func.id
        if name in CALLED:
            yield (
                f"{name} for {CALLED[name]}",
                node.lineno,
                instead(lines, node.func, CALLED[name]),
            )
        if name == "reversed":
            yield "order dropped", node.lineno, instead(lines, node.func, "list")
        if name == "sorted" and node.lineno == node.end_lineno:
            first = source(lines, node.args[0])
            yield "order dropped", node.lineno, instead(lines, node, f"list({first})")
            yield (
                "order reversed",
                node.lineno,
                instead(lines, node, f"list(reversed({source(lines, node)}))"),
            )
    elif isinstance(node.func, ast.Attribute) and node.func.attr == "sort":
        yield "order dropped", node.lineno, instead(lines, node, "pass")


def branched(lines: list[str], node: ast.If) -> Iterator[tuple[str, int, str | None]]:
    """Conditions negated, early exits that are not taken."""
    test = node.test
    if test.lineno == test.end_lineno:
        yield (
            "condition negated",
            test.lineno,
            instead(lines, test, f"not ({source(lines, test)})"),
        )
    exits = node.body[0]
    if len(node.body) == 1 and isinstance(exits, ast.Return | ast.Continue):
        yield "early exit dropped", exits.lineno, instead(lines, exits, "pass")


def left_out(tree: ast.AST) -> set[int]:
    """The lines that no mutant is drawn from.

    Formatted texts have no reliable columns, asserts only state what types cannot, and heads of
    functions and classes run when the module is loaded.
    """
    numbers: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Assert | ast.AnnAssign):
            numbers.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            numbers.update(range(node.lineno, node.body[0].lineno))
    return numbers


def drawn_from(package: Package) -> Iterator[Mutant]:
    """Every mutant that could be drawn."""
    for file, lines in package.lines.items():
        group = group_of(file)
        if group is None:
            continue
        tree = ast.parse("\n".join(lines))
        barred = left_out(tree)
        for node in ast.walk(tree):
            for rule, number, line in changes(lines, node):
                function = owner(package.functions[file], number)
                if line is None or number in barred or not function:
                    continue
                old = lines[number - 1].strip()
                mutant = Mutant(group, rule, function, old, line.strip())
                if package.sites(function, old) == [Site(file, number)]:
                    yield mutant


def drawn(package: Package, seed: int, number: int) -> list[Mutant]:
    """A list of about a number of mutants, by chance."""
    chance = random.Random(seed)
    pool: dict[str, list[Mutant]] = {group: [] for group in GROUPS}
    for mutant in drawn_from(package):
        pool[mutant.group].append(mutant)
    picked: list[Mutant] = []
    for group, share in GROUPS.items():
        candidates = pool[group]
        chance.shuffle(candidates)
        picked += few_each(candidates, round(number * share / sum(GROUPS.values())))
    return picked


def few_each(candidates: list[Mutant], number: int) -> list[Mutant]:
    """The first ones, at most two of a function and an even spread over the kinds of fault."""
    kinds, functions = Counter[str](), Counter[str]()
    picked: list[Mutant] = []
    for most in range(1, number + 1):
        for mutant in candidates:
            few = kinds[mutant.rule] < most and functions[mutant.function] < 2
            if few and len(picked) < number and mutant not in picked:
                kinds[mutant.rule] += 1
                functions[mutant.function] += 1
                picked.append(mutant)
    return picked


if __name__ == "__main__":
    seed, number = (int(word) for word in (*sys.argv[1:], *("7", "110")[len(sys.argv) - 1 :]))
    sys.stdout.write(written(drawn(Package.read(SOURCES), seed, number)))
