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


def _known_only(pins: str) -> str:
    """Pins of which those that are built for each Python say which Pythons they are for."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pins.txt"
        file.write_text(pins, "utf-8")
        site = Path(folder) / "site"
        _uv("install", "--quiet", "--no-deps", "--target", str(site), "--requirement", str(file))
        built = {
            re.sub(r"[-_.]+", "-", wheel.parent.name.split("-")[0]).lower()
            for wheel in site.glob("*.dist-info/WHEEL")
            if re.search(r"^Tag: cp\d+-cp\d+", wheel.read_text("utf-8"), re.MULTILINE)
        }
    return "".join(f"{_known(pin, built)}\n" for pin in pins.splitlines())


def _known(pin: str, built: set[str]) -> str:
    """A pin, for known Pythons only where its package is built for each."""
    if pin.split("==")[0] not in built:
        return pin
    version, _, marker = pin.partition(" ; ")
    others = f" and ({marker})" if marker else ""
    return f"{version} ; python_full_version < '{UNKNOWN_PYTHON}'{others}"


if __name__ == "__main__":
    CONSTRAINTS.write_text(_known_only(newest()), "utf-8")
    LOWEST.write_text(lowest(), "utf-8")
