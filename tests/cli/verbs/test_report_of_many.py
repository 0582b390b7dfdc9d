"""Many profiles side by side take little memory each, and no more the more they are."""

from __future__ import annotations

import csv
import gc
import tracemalloc
from pathlib import Path

import pytest

from sdgassess.cli.gathering import Mode, gather
from sdgassess.cli.output import write_printed
from sdgassess.cli.verbs.report.years import years_bytes
from sdgassess.document.blocks import Look
from sdgassess.files.splice.fragment import dump
from sdgassess.files.splice.layout import profile_tree
from sdgassess.model.profile import Municipality, Profile
from sdgassess.scoring.evaluation import Basis
from tests.given.chance import Chance
from tests.given.random_profiles import answered_throughout

FEW = 10
MOST = dict.fromkeys((".xlsx", ".csv", ".html", ".json", ".zip"), 60_000)
"""Bytes for a profile more; a workbook whose cells are all in memory takes 800,000."""

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True, scope="module")
def _files_read_and_set_once() -> None:
    """Each file is read and scored anew: what tests remember would be counted as the product's."""


def municipality(number: int) -> Profile:
    profile = answered_throughout(Chance(number))
    return profile._replace(municipality=Municipality(f"Kommune {number}", "DK"))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Some profiles, and twice as many."""
    few, twice = tmp_path_factory.mktemp("few"), tmp_path_factory.mktemp("twice")
    for number in range(2 * FEW):
        written = dump(profile_tree(municipality(number)))
        (twice / f"{number}.yaml").write_text(written, "utf-8")
        if number < FEW:
            (few / f"{number}.yaml").write_text(written, "utf-8")
    return few, twice


def reported(folder: Path, suffix: str) -> Path:
    """The file beside a folder that tells of everybody in it."""
    gathering = gather([folder], None, Mode.ACROSS)
    content, _ = years_bytes(
        gathering, suffix, paths=[folder], basis=Basis.ANSWERED, look=Look(), lang="en"
    )
    write_printed(folder.with_suffix(suffix), content, [], force=True)
    return folder.with_suffix(suffix)


def peak(folder: Path, suffix: str) -> int:
    """The most bytes in memory while a folder is reported."""
    gc.collect()
    tracemalloc.start()
    try:
        reported(folder, suffix)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("suffix", MOST)
def test_twice_as_many_profiles_take_little_more(suffix: str, folders: tuple[Path, Path]) -> None:
    few, twice = folders
    reported(few, suffix)  # what is loaded once is no growth
    growth = peak(twice, suffix) - peak(few, suffix)
    assert growth < FEW * MOST[suffix], f"{growth / FEW / 1000:.0f} KB for a profile more"


def test_one_long_table_has_as_many_columns_however_many_places(
    folders: tuple[Path, Path],
) -> None:
    """Else it would grow with the square of them."""
    heads = []
    for folder in folders:
        with reported(folder, ".csv").open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter=";")
            heads.append(next(rows))
            assert {len(row) for row in rows} == {len(heads[0])}
    assert heads[0] == heads[1]
