"""The verb that prints, on the command line: which file comes out, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.given.command_line import environment, run, run_process
from tests.given.places import EXAMPLE, ROOT

pytestmark = pytest.mark.smoke

EXAMPLES = EXAMPLE.parent
BEGINNINGS = {
    ".pdf": b"%PDF-",
    ".html": b"<!doctype html>",
    ".docx": b"PK",
    ".pptx": b"PK",
    ".xlsx": b"PK",
    ".md": "Eksempelby · Gabrapport".encode(),
    ".csv": b"\xef\xbb\xbf",
    ".json": b"{",
}


def left(folder: Path) -> list[str]:
    """What lies in a folder, locks and all."""
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_a_gap_report_in_every_format(tmp_path: Path, suffix: str) -> None:
    ran = run(["report", EXAMPLE, "-o", f"gaps{suffix}"], folder=tmp_path)
    assert (ran.code, ran.out) == (0, f"Gemt i gaps{suffix}.\n"), ran.err
    assert left(tmp_path) == [f"gaps{suffix}"]
    assert (tmp_path / f"gaps{suffix}").read_bytes().lower().startswith(BEGINNINGS[suffix].lower())


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [suffix for suffix in BEGINNINGS if suffix != ".pptx"])
def test_years_in_every_format(tmp_path: Path, suffix: str) -> None:
    ran = run(["report", EXAMPLES, "-o", f"years{suffix}", "--lang", "sv"], folder=tmp_path)
    assert (ran.code, ran.out) == (0, f"Sparat i years{suffix}.\n"), ran.err
    assert left(tmp_path) == [f"years{suffix}"]


@pytest.mark.parametrize("headline", ["question", "marked", "finding"])
def test_a_poster_for_before_and_after(tmp_path: Path, headline: str) -> None:
    words: list[str | Path] = ["report", EXAMPLE, "--layout", "poster", "-o", "p.pdf"]
    assert run([*words, "--headline", headline], folder=tmp_path).code == 0
    assert (tmp_path / "p.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_a_poster_before_the_workshop_needs_no_profile(tmp_path: Path, language: str) -> None:
    ran = run(["report", "--layout", "poster", "--lang", language], folder=tmp_path)
    assert (ran.code, left(tmp_path)) == (0, ["poster.pdf"]), ran.err
    assert "sdgassess assess" in ran.err


@pytest.mark.parametrize(
    "words", [[], ["--layout", "gaps"], ["--layout", "poster", "--headline", "finding"]]
)
def test_what_tells_of_somebody_needs_a_profile(tmp_path: Path, words: list[str]) -> None:
    ran = run(["report", *words], folder=tmp_path)
    assert (ran.code, left(tmp_path)) == (2, [])
    assert "P503" in ran.err


def test_after_a_folder_comes_its_newest_profile(tmp_path: Path) -> None:
    """Not the folder: no verb for one profile takes it."""
    ran = run(["report", EXAMPLES, "-o", "y.md", "--lang", "en"], folder=tmp_path)
    assert f"sdgassess gaps {EXAMPLE}" in ran.err.replace("\n", ""), ran.err
    assert run(["gaps", EXAMPLE], folder=tmp_path).code == 0


def test_the_workbook_of_years_holds_the_gaps_of_every_year(tmp_path: Path) -> None:
    assert run(["report", EXAMPLES, "-o", "y.xlsx", "--lang", "en"], folder=tmp_path).code == 0
    gaps = openpyxl.load_workbook(tmp_path / "y.xlsx")["Gaps"]
    heads = [cell.value for cell in gaps[1]]
    days = {str(row[heads.index("Date")].value)[:4] for row in gaps.iter_rows(min_row=2)}
    assert days == {"2024", "2025", "2026"}


AGREED = """
priorities:
  - {question: LED2, target: 2, who: Kommunaldirektør, by: 2026-10-01}
"""


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".docx", ".md", ".json"])
def test_what_was_agreed_is_a_layout(tmp_path: Path, suffix: str) -> None:
    ran = run(["report", EXAMPLE, "--layout", "actions", "-o", f"a{suffix}"], folder=tmp_path)
    assert (ran.code, left(tmp_path)) == (0, [f"a{suffix}"]), ran.err


def test_a_calendar_needs_no_layout_and_holds_the_days(tmp_path: Path) -> None:
    profile = tmp_path / "2026.yaml"
    profile.write_text(EXAMPLE.read_text("utf-8") + AGREED, "utf-8")
    assert run(["report", "2026.yaml", "-o", "agreed.ics"], folder=tmp_path).code == 0
    assert b"DTSTART;VALUE=DATE:20261001" in (tmp_path / "agreed.ics").read_bytes()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Uden en dag og derfor ikke i kalenderen: POL1 (til sommer), BUD2 (ingen dag)."),
        ("sv", "Utan en dag och därför inte i kalendern: POL1 (til sommer), BUD2 (ingen dag)."),
        ("en", "Due on no day, so not in the calendar: POL1 (til sommer), BUD2 (no day)."),
    ],
)
def test_a_calendar_says_what_it_does_not_hold(
    language: str, sentence: str, tmp_path: Path
) -> None:
    others = (
        "  - {question: POL1, target: 3, by: til sommer}\n"
        "  - {question: BUD2, target: 2}\n"
        '  - {question: POL3, target: 2, status: dropped, "on": 2026-09-01, because: no money}\n'
    )
    text = EXAMPLE.read_text("utf-8") + AGREED
    for name, picks in (("all", text), ("some", text + others)):
        (tmp_path / f"{name}.yaml").write_text(picks, "utf-8")
    everything, part = (
        run(["report", f"{name}.yaml", "-o", f"{name}.ics", "--lang", language], folder=tmp_path)
        for name in ("all", "some")
    )
    assert (everything.code, part.code) == (0, 0), part.err
    assert sentence in " ".join(part.out.split())
    assert sentence.partition(":")[0] not in everything.out


def test_a_calendar_without_a_day_is_refused(tmp_path: Path) -> None:
    ran = run(["report", EXAMPLE, "-o", "agreed.ics"], folder=tmp_path)
    assert (ran.code, left(tmp_path)) == (2, [])
    assert "P610" in ran.err


def test_a_calendar_of_several_profiles_is_refused(tmp_path: Path) -> None:
    ran = run(["report", EXAMPLES, "-o", "agreed.ics"], folder=tmp_path)
    assert (ran.code, left(tmp_path)) == (2, [])
    assert "P606" in ran.err


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_an_output_that_was_closed_is_no_reason_not_to_print(tmp_path: Path, closed: str) -> None:
    program = f'"{sys.executable}" -m sdgassess'
    command = f'{program} report "{EXAMPLE}" -o x.md {closed}'
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if b"sdgassess target" not in line] == []
    assert left(tmp_path) == ["x.md"]


def test_without_a_name_it_is_a_pdf_named_after_the_profile(tmp_path: Path) -> None:
    assert run(["report", EXAMPLE], folder=tmp_path).code == 0
    assert left(tmp_path) == ["eksempelby-2026-gaps.pdf"]


def test_the_json_is_that_of_the_other_verbs(tmp_path: Path) -> None:
    run(["report", EXAMPLE, "-o", "gaps.json"], folder=tmp_path)
    written = json.loads((tmp_path / "gaps.json").read_text("utf-8"))
    shown = json.loads(run(["gaps", EXAMPLE, "--json"]).out)
    shown["profile"]["file"] = EXAMPLE.name
    assert written.pop("tables")
    assert written == shown


@pytest.mark.slow
def test_the_same_profile_gives_the_same_bytes(tmp_path: Path) -> None:
    for suffix in BEGINNINGS:
        for name in ("a", "b"):
            run(["report", EXAMPLE, "-o", f"{name}{suffix}"], folder=tmp_path)
        one, other = (tmp_path / f"{name}{suffix}" for name in ("a", "b"))
        assert one.read_bytes() == other.read_bytes(), suffix


REFUSED: dict[str, tuple[list[str | Path], int, str | None]] = {
    "suffix": (["report", EXAMPLE, "-o", "x.ppt"], 2, "P603"),
    "no-suffix": (["report", EXAMPLE, "-o", "-"], 2, "P603"),
    "poster-html": (["report", EXAMPLE, "--layout", "poster", "-o", "x.html"], 2, "P616"),
    "poster-slides": (["report", EXAMPLE, "--layout", "poster", "-o", "x.pptx"], 2, "P616"),
    "years-calendar": (
        ["report", EXAMPLE, EXAMPLE, "--layout", "years", "-o", "x.ics"],
        2,
        "P616",
    ),
    "folder": (["report", EXAMPLE, "-o", "nowhere/x.pdf"], 4, "P401"),
    "standing": (["report", EXAMPLE, "-o", "there.pdf"], 4, "P604"),
    "a-folder": (["report", EXAMPLE, "-o", "folder.pdf"], 4, "P402"),
    "slides-across": (["report", EXAMPLES, "--across", "-o", "x.pptx"], 2, "P615"),
    "several": (["report", EXAMPLE, EXAMPLE, "--layout", "gaps", "-o", "x.pdf"], 2, "P606"),
    "one-year": (["report", EXAMPLE, "--layout", "years", "-o", "x.pdf"], 2, "P542"),
    "option": (["report", EXAMPLE, "--ink", "mono", "-o", "x.pdf"], 2, "P607"),
    "itself": (["report", "own.md", "-o", "own.md", "--force"], 2, "P608"),
    "against": (
        ["report", EXAMPLE, "--against", "./own.md", "-o", "own.md", "--force"],
        2,
        "P608",
    ),
    "long-name": (["report", EXAMPLE, "-o", "å" * 200 + ".pdf"], 4, "P409"),
    "long-folder": (["report", EXAMPLE, "-o", "x" * 300 + "/x.pdf"], 4, "P409"),
    "form-itself": (["form", "own.md", "-o", "own.md", "--force"], 2, "P608"),
    "form-logo": (["form", "--logo", "own.md", "-o", "own.md", "--force"], 2, "P608"),
    "form-long-name": (["form", "-o", "å" * 200 + ".pdf"], 4, "P409"),
    "missing": (["report", "none.yaml", "-o", "x.pdf"], 3, "P001"),
    "no-picture": (["report", EXAMPLE, "--logo", "there.pdf", "-o", "x.pdf"], 3, "P605"),
    "no-logo": (["report", EXAMPLE, "--logo", "none.png", "-o", "x.pdf"], 3, "P001"),
    "reference": (["report", EXAMPLE, "--against", "nowhere", "-o", "x.pdf"], 3, None),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_said_and_nothing_is_left(tmp_path: Path, case: str) -> None:
    words, code, problem = REFUSED[case]
    (tmp_path / "there.pdf").write_text("somebody's", "utf-8")
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "own.md").write_bytes(EXAMPLE.read_bytes())
    before = left(tmp_path)
    ran = run(words, folder=tmp_path)
    assert ran.code == code, ran.err
    assert problem is None or f"[{problem}]" in ran.err
    assert "Traceback" not in ran.err
    assert not ran.out
    assert left(tmp_path) == before
    assert (tmp_path / "there.pdf").read_text("utf-8") == "somebody's"
    assert (tmp_path / "own.md").read_bytes() == EXAMPLE.read_bytes()


def test_a_form_is_not_printed_over_the_questionnaire_that_it_asks(tmp_path: Path) -> None:
    shipped = ROOT / "questionnaires" / "nordic-sdg-governance-1.0.yaml"
    (tmp_path / "q.md").write_bytes(shipped.read_bytes())
    ran = run(["form", "--questionnaire", "./q.md", "-o", "q.md", "--force"], folder=tmp_path)
    assert ran.code == 2
    assert "[P608]" in ran.err
    assert (tmp_path / "q.md").read_bytes() == shipped.read_bytes()


def test_force_puts_the_new_file_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("old", "utf-8")
    assert run(["report", EXAMPLE, "-o", "x.md", "--force"], folder=tmp_path).code == 0
    assert (tmp_path / "x.md").read_text("utf-8").startswith("Eksempelby · ")


@pytest.mark.parametrize(
    ("suffix", "library", "problem"),
    [
        (".pdf", "typst", "P601"),
        (".docx", "docx", "P602"),
        (".docx", "resvg_py", "P602"),
        (".xlsx", "xlsxwriter", "P602"),
        (".pptx", "pptx", "P602"),
        (".pptx", "xlsxwriter", "P602"),
    ],
)
def test_what_is_not_installed_is_named_with_the_command_that_helps(
    tmp_path: Path, suffix: str, library: str, problem: str
) -> None:
    missing = tmp_path / "missing"
    missing.mkdir()
    (missing / f"{library}.py").write_text("raise ImportError('not here')", "utf-8")
    words: list[str | Path] = ["report", EXAMPLE, "-o", f"x{suffix}", "--lang", "en"]
    root = str(ROOT)
    ran = run_process(words, folder=tmp_path, env={"PYTHONPATH": f"{missing}:{root}"})
    assert ran.code == 2, ran.err
    assert f"[{problem}]" in ran.err
    assert "pip install" in ran.err
    assert left(tmp_path) == ["missing"]


@pytest.mark.parametrize(("words", "page"), [((), True), (("--layout", "poster"), False)])
def test_a_page_in_place_of_a_pdf_is_named_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], page: bool
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    ran = run(["report", EXAMPLE, *words, "-o", "x.pdf", "--lang", "en"], folder=tmp_path)
    assert ran.code == 2
    assert ran.err.count("[P601]") == 1
    assert "pip install" in ran.err
    assert (".html" in ran.err) is page
    assert left(tmp_path) == []


@pytest.mark.parametrize("verb", ["score", "gaps", "check", "explain"])
def test_screens_load_nothing_that_prints(verb: str) -> None:
    heavy = ("typst", "jinja2", "docx", "xlsxwriter", "resvg_py")
    code = (
        "import sys; from sdgassess.cli.boundary import run\n"
        f"assert run([{verb!r}, {str(EXAMPLE)!r}]) == 0\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines()[-1] == "[]"
