"""The sources of the package as Python's own parser reads them, once for all tests that look."""

from __future__ import annotations

import ast
import gc
from functools import cache
from pathlib import Path

from tests.given.places import ROOT

PACKAGE = ROOT / "sdgassess"


@cache
def sources() -> dict[Path, tuple[ast.AST, ...]]:
    """Every file of the package, in order, with all that stands in it: outer parts first."""
    paths = sorted(PACKAGE.rglob("*.py"))
    nodes = {path: tuple(ast.walk(ast.parse(path.read_text("utf-8")))) for path in paths}
    gc.freeze()  # half a million of them, which stay: looking through them for garbage takes long
    return nodes
