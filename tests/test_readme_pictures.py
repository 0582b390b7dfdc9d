"""The pictures in README are what the program prints of the example that ships.

`SDGASSESS_REWRITE_CASES=1` paints them again; look at them before you keep them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.given.command_line import run
from tests.given.golden import painted
from tests.given.places import EXAMPLE, ROOT

PICTURES = ROOT / "docs" / "pictures"
PRINTED: dict[str, tuple[list[str | Path], int]] = {
    "poster": (["--layout", "poster"], 48),
    "report-page": ([], 68),
}

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", PRINTED)
def test_a_picture_shows_what_is_printed(tmp_path: Path, name: str) -> None:
    options, dots = PRINTED[name]
    words: list[str | Path] = ["report", EXAMPLE, *options, "--lang", "en", "-o", "shown.pdf"]
    ran = run(words, folder=tmp_path)
    assert ran.code == 0, ran.err
    picture = painted((tmp_path / "shown.pdf").read_bytes(), dots)
    kept = PICTURES / f"{name}.png"
    if os.environ.get("SDGASSESS_REWRITE_CASES"):
        PICTURES.mkdir(exist_ok=True)
        picture.quantize(32).save(kept, optimize=True)
    before = Image.open(kept).convert("RGB")
    assert picture.size == before.size
    apart = ImageChops.difference(picture, before).convert("L")
    far = apart.point(lambda dot: 255 if dot > 70 else 0)
    share = ImageStat.Stat(far).mean[0] / 255
    assert share < 0.003, f"{share:.2%} of {name} looks otherwise"
