"""The versions that tests run with: `constraints.txt`, the newest, and `lowest.txt`.

`python tests/pins.py` renews both from what the package index holds, within the bounds in
`pyproject.toml`, for every Python and system at once. Run the tests with both before keeping them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent
CONSTRAINTS = TESTS / "constraints.txt"
LOWEST = TESTS / "lowest.txt"
UNKNOWN_PYTHON = "3.16"
"""The first Python that nothing is known of. What has a build for each Python has none for it and
is not pinned there, so that it is taken where there is one."""


def newest() -> str:
    """What `.[test,dev]` installs today, all that it stands on included."""
    return _resolved("--extra", "test", "--extra", "dev")


def lowest() -> str:
    """What `.[test]` installs at its lower bounds; what those stand on is of today."""
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"][
        "requires"
    ]
    return _resolved("--extra", "test", "--resolution", "lowest-direct", also=requires[:1])


def _resolved(*options: str, also: Iterable[str] = ()) -> str:
    """One line for each package, `name==version`, with a marker where it is not for everybody."""
    compiling = ("compile", "--quiet", "--universal", "--no-header", "--no-annotate")
    return _uv(*compiling, *options, "pyproject.toml", "-", typed="\n".join(also))


def _uv(*words: str, typed: str = "") -> str:
    """What uv prints, which resolves for all Pythons at once; pip does so for its own only."""
    command = [sys.executable, "-m", "uv", "pip", *words]
    ran = subprocess.run(
        command, cwd=ROOT, input=typed, stdout=subprocess.PIPE, text=True, check=True
    )
    return ran.stdout


def marked(pins: str, built: set[str]) -> str:
    """Pins of which those that are built for each Python say up to which one they are known.

    Args:
        pins: one line for each package.
        built: the names of the packages that are built for each Python anew.
    """
    return "".join(f"{_known(pin, built)}\n" for pin in pins.splitlines())


def _known(pin: str, built: set[str]) -> str:
    if pin.partition("==")[0] not in built:
        return pin
    version, _, marker = pin.partition(" ; ")
    others = f" and ({marker})" if marker else ""
    return f"{version} ; python_full_version < '{UNKNOWN_PYTHON}'{others}"


def _built_for_each_python(pins: str) -> set[str]:
    """The names of the packages whose files run on one version of Python only."""
    with tempfile.TemporaryDirectory() as folder:
        file, site = Path(folder) / "pins.txt", Path(folder) / "site"
        file.write_text(pins, "utf-8")
        _uv("install", "--quiet", "--no-deps", "--target", str(site), "--requirement", str(file))
        return {
            re.sub(r"[-_.]+", "-", wheel.parent.name.split("-")[0]).lower()
            for wheel in site.glob("*.dist-info/WHEEL")
            if re.search(r"^Tag: cp\d+-cp\d+", wheel.read_text("utf-8"), re.MULTILINE)
        }


if __name__ == "__main__":
    resolved = newest()
    CONSTRAINTS.write_text(marked(resolved, _built_for_each_python(resolved)), "utf-8")
    LOWEST.write_text(lowest(), "utf-8")
