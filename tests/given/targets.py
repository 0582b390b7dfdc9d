"""What tests of `target` share: running it where a profile can be changed, within the process."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from sdgassess.cli.boundary import run
from sdgassess.files.load import load_profile
from sdgassess.model.profile import Profile
from tests.given.command_line import Ran, commands_made_once
from tests.given.places import TESTS

HERE = TESTS / "cli" / "target"
PROFILES = sorted((HERE / "profiles").glob("*.yaml"))
SOUND = [path for path in PROFILES if path.stem != "broken"]


def placed(name: str, folder: Path) -> Path:
    """One of the profiles in a folder of its own."""
    return Path(shutil.copy(HERE / "profiles" / f"{name}.yaml", folder / "p.yaml"))


def profile_in(path: Path) -> Profile:
    """What a file holds, without errors."""
    loaded = load_profile(path)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def target(*words: str | Path) -> Ran:
    """Run `sdgassess target …` in this process, in English unless told otherwise."""
    out, err = StringIO(), StringIO()
    thresholds = gc.get_threshold()
    with redirect_stdout(out), redirect_stderr(err), _clean_environment(), commands_made_once():
        code = run(["target", *map(str, words)])
    gc.set_threshold(*thresholds)
    return Ran(code, out.getvalue(), err.getvalue())


@contextmanager
def _clean_environment() -> Iterator[None]:
    """No language and no terminal but those that a test names."""
    before = dict(os.environ)
    for name in ("SDGASSESS_LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def fine(*words: str | Path) -> Ran:
    """Run it, and it must go well."""
    ran = target(*words)
    assert ran.code == 0, ran.err
    return ran


def refused(code: int, problem: str, words: Sequence[str | Path]) -> Ran:
    """Run it, and it must be refused with one problem on standard error."""
    ran = target(*words)
    assert (ran.code, ran.out) == (code, ""), ran
    assert f"[{problem}]" in ran.err
    assert "Traceback" not in ran.err
    return ran
