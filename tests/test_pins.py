"""Every dependency has bounds that were tried, and what the tests run with is written down."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.given.places import ROOT
from tests.pins import CONSTRAINTS, LOWEST, marked

PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
EXTRAS = PROJECT["optional-dependencies"]
RUNTIME = [*PROJECT["dependencies"], *EXTRAS["office"]]
OWN = f"{PROJECT['name']}["
"""How an extra names another extra."""


def requirements(*lines: str) -> list[Requirement]:
    """Requirements on packages of others."""
    return [Requirement(line) for line in lines if not line.startswith(OWN)]


def pinned(path: Path) -> dict[str, set[Version]]:
    """The versions that a file pins, by package; several where Pythons differ."""
    found: dict[str, set[Version]] = {}
    for line in path.read_text("utf-8").splitlines():
        (specifier,) = Requirement(line).specifier
        found.setdefault(Requirement(line).name, set()).add(Version(specifier.version))
    return found


def bounds(requirement: Requirement, *operators: str) -> Iterator[Version]:
    """The versions of a requirement that stand behind some operators."""
    for specifier in requirement.specifier:
        if specifier.operator in operators:
            yield Version(specifier.version)


@pytest.mark.parametrize("line", [*RUNTIME, PYPROJECT["build-system"]["requires"][0]])
def test_what_users_install_is_bounded_below_and_above(line: str) -> None:
    (low,), (high,) = (bounds(Requirement(line), sign) for sign in (">=", "<"))
    assert low < high


@pytest.mark.parametrize("line", PYPROJECT["build-system"]["requires"])
def test_what_builds_is_bounded_above(line: str) -> None:
    """No constraints file reaches it in every version of pip."""
    assert list(bounds(Requirement(line), "<"))


def test_the_lowest_pins_are_the_lower_bounds() -> None:
    lowest = pinned(LOWEST)
    for requirement in requirements(*RUNTIME, *EXTRAS["test"]):
        assert lowest[canonicalize_name(requirement.name)] == set(bounds(requirement, ">="))


def test_the_newest_pins_keep_the_bounds_and_leave_nothing_out() -> None:
    newest = pinned(CONSTRAINTS)
    for requirement in requirements(*RUNTIME, *EXTRAS["test"], *EXTRAS["dev"]):
        versions = newest[canonicalize_name(requirement.name)]
        assert all(requirement.specifier.contains(version) for version in versions)
    for requirement in requirements(*PYPROJECT["build-system"]["requires"]):
        assert all(requirement.specifier.contains(one) for one in newest[requirement.name])


@pytest.mark.parametrize("path", [CONSTRAINTS, LOWEST], ids=lambda path: path.stem)
def test_pins_are_names_and_versions_alone(path: Path) -> None:
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [\w.'<>=!() ]+)?")
    for line in path.read_text("utf-8").splitlines():
        assert pin.fullmatch(line), line


def test_what_is_built_for_each_python_is_pinned_where_it_is_built() -> None:
    pins = "a==1\nb==2\nc==3 ; sys_platform == 'win32'\n"
    assert marked(pins, {"b", "c"}).splitlines() == [
        "a==1",
        "b==2 ; python_full_version < '3.16'",
        "c==3 ; python_full_version < '3.16' and (sys_platform == 'win32')",
    ]
