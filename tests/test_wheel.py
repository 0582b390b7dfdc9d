"""What is installed is whole: the wheel carries questionnaires, profiles, schemas and words."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.given.command_line import environment
from tests.given.patience import PATIENCE
from tests.given.places import ROOT


@pytest.mark.slow
def test_the_wheel_runs_on_what_it_carries(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build backend is a development dependency")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(ROOT)], check=True, timeout=PATIENCE)
    (wheel,) = tmp_path.glob("sdgassess-*.whl")
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        names = packed.namelist()
        packed.extractall(site)
    for folder in ("questionnaires", "profiles"):
        shipped = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*.yaml")}
        assert shipped
        assert {f"sdgassess/{name}" for name in shipped} <= set(names)
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/", "docs/"))]
    assert any(name.endswith("licenses/LICENSE") for name in names)
    env = {**environment(), "PYTHONPATH": str(site)}
    for words in (["demo"], ["reference", "list"], ["questionnaire", "list"], ["schema"]):
        done = subprocess.run(
            [sys.executable, "-m", "sdgassess", *words, "--lang", "da"],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        assert b"Traceback" not in done.stderr
    assert (tmp_path / "sdgassess-demo" / "gaps.json").is_file()
