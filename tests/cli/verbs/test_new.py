"""Beginning a questionnaire of one's own."""

from __future__ import annotations

from pathlib import Path

from sdgassess.files.load import load_questionnaire
from tests.given.command_line import run


def test_the_starter_passes_the_check_and_can_be_used(tmp_path: Path) -> None:
    made = run(["questionnaire", "new", "mine-0.1.yaml"], folder=tmp_path)
    assert made.code == 0
    assert "sdgassess check mine-0.1.yaml" in made.err
    checked = run(["check", "mine-0.1.yaml"], folder=tmp_path)
    assert (checked.code, checked.out) == (0, "")
    loaded = load_questionnaire(tmp_path / "mine-0.1.yaml")
    assert loaded.value is not None
    assert loaded.value.id == "mine"
    assert loaded.value.complete_languages == ("da", "sv", "en")
    assert "#" in (tmp_path / "mine-0.1.yaml").read_text("utf-8")
    lines = "Prøveby\nDK\n\n\n2\n\n1\nq\n"
    sat = run(
        ["assess", "--questionnaire", "mine-0.1.yaml", "p.yaml"], folder=tmp_path, typed=lines
    )
    assert sat.code == 0
    assert run(["score", "p.yaml"], folder=tmp_path).code == 0


def test_it_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("mine\n", "utf-8")
    made = run(["questionnaire", "new", file])
    assert made.code == 4
    assert file.read_text("utf-8") == "mine\n"
