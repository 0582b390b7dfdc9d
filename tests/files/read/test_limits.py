"""What no file may do to us: hang, crash, or take the reader's time without bound."""

from __future__ import annotations

import os
import signal
import socket
import stat
import time
from pathlib import Path

import pytest

from sdgassess.files.load import check_path
from sdgassess.files.read.reader import MOST_BYTES, MOST_NODES, parse, read_source

PROFILE = (
    "format: sdgassess/profile/1\nmunicipality: {name: A}\ndate: 2026-03-12\n"
    'questionnaire: {id: village, version: "1.1"}\n'
)
VILLAGE = Path(__file__).parent / "questionnaires" / "village-1.1.yaml"


def codes(path: Path) -> list[str]:
    return [problem.code for problem in check_path(path, VILLAGE)]


def text_codes(text: str) -> list[str]:
    return [problem.code for problem in parse(text.encode(), "x.yaml")[1]]


@pytest.mark.parametrize("depth", [33, 1_000, 30_000, 100_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_at_once(depth: int, opening: str) -> None:
    began = time.process_time()
    assert text_codes("a: " + opening * depth if opening != "- " else "- " * depth) in (
        ["P022"],
        ["P021"],
        ["P010"],
        ["P014"],
    )
    assert time.process_time() - began < 2


def test_deep_blocks_are_refused() -> None:
    text = "".join(" " * depth + "a:\n" for depth in range(3_000))
    assert text_codes(text) == ["P022"]


def test_as_deep_as_allowed_is_read() -> None:
    assert text_codes("a: " + "[" * 31 + "]" * 31) == []
    assert text_codes("a: " + "[" * 32 + "]" * 32) == ["P022"]


def test_too_many_entries_are_refused() -> None:
    began = time.process_time()
    assert text_codes(
        PROFILE + "answers:\n" + "".join(f"  A{n}: 1\n" for n in range(100_000))
    ) == ["P018"]
    assert time.process_time() - began < 5


def test_a_room_of_many_has_entries_enough() -> None:
    """Sixty voices on each of sixty questions are 26,000 entries; four times as many are read."""
    many = "".join(f"  A{n}: 1\n" for n in range(49_000))
    for kind in ("profile", "questionnaire", "reference"):
        assert text_codes(f"format: sdgassess/{kind}/1\na:\n{many}") == []
        assert text_codes(f"format: sdgassess/{kind}/1\na:\n{many}b:\n{many}") == ["P018"]


def test_many_problems_in_a_long_file_take_linear_time() -> None:
    began = time.process_time()
    remark = "# " + "x" * 90 + "\n"
    text = "".join(f"same: {n}\n{remark * 5}" for n in range(4_000))
    assert text_codes(text) == ["P020"] * 3_999
    assert time.process_time() - began < 5


def test_many_problems_in_one_long_line_stay_small() -> None:
    text = "{" + ", ".join(f"same: {'x' * 400}{n}" for n in range(4_000)) + "}"
    problems = parse(text.encode(), "x.yaml")[1]
    assert len(problems) == 3_999
    assert all(len(problem.where.excerpt or "") <= 2_000 for problem in problems)


@pytest.mark.parametrize("character", ["x", "ø", "€"])
def test_too_long_texts_are_refused(character: str) -> None:
    size = len(character.encode())
    assert text_codes(f"a: {character * (100_000 // size)}\n") == []
    assert text_codes(f"a: {character * (100_000 // size + 1)}\n") == ["P019"]


def test_too_large_files_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert codes(path) == ["P005"]
    path.write_bytes(b"#" * MOST_BYTES)
    assert codes(path) == ["P012"]


def test_what_is_no_file_is_one_problem_each(tmp_path: Path) -> None:
    assert codes(tmp_path / "missing.yaml") == ["P001"]
    assert codes(tmp_path) == ["P002"]
    broken = tmp_path / "broken.yaml"
    broken.symlink_to(tmp_path / "nowhere")
    assert codes(broken) == ["P001"]
    circle = tmp_path / "circle.yaml"
    circle.symlink_to(circle)
    assert codes(circle) == ["P004"]
    assert codes(tmp_path / ("x" * 300)) == ["P004"]
    assert codes(Path("a\0b")) == ["P004"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_pipes_and_devices_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert codes(tmp_path / "pipe.yaml") == ["P003"]
    assert codes(Path("/dev/zero")) == ["P003"]
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        assert codes(tmp_path / "s") == ["P003"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_an_unreadable_file_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(PROFILE)
    path.chmod(0)
    assert codes(path) == ["P004"]


def test_a_file_that_is_refused_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(PROFILE)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr("sdgassess.files.read.reader.os.open", refuse)
    assert codes(path) == ["P004"]


def test_a_symlink_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(PROFILE + "answers: {}\n")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert codes(tmp_path / "link.yaml") == []


def test_line_ends_and_order_mark_do_not_matter() -> None:
    text = PROFILE + "answers: {}\n"
    plain = parse(text.encode(), "x")[0]
    windows = parse(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "x")[0]
    assert plain is not None
    assert windows is not None
    assert windows.data == plain.data
    assert (windows.bom, windows.newline, plain.newline) == (True, "\r\n", "\n")
    assert windows.where(("date",)) == plain.where(("date",))


def test_every_key_and_item_has_its_place() -> None:
    document, _ = parse(b"a: 1\nb:\n  - x\n  - {c: y}\n", "f.yaml")
    assert document is not None
    place = document.where(("b", 1, "c"))
    assert (place.file, place.line, place.column, place.excerpt) == ("f.yaml", 4, 9, "  - {c: y}")
    assert document.where(("b", 1, "c"), key=True).column == 6
    assert document.where(("b", 1, "d")).line == 4
    assert document.where(("z",)).line == 1


def test_values_are_read_narrowly() -> None:
    text = "a: no\nb: 010\nc: 1:30\nd: 2026-03-12\ne: 1.5\nf: -7\ng: true\nh:\ni: ~\n"
    text += "j: 'true'\nk: -0\n"
    document, problems = parse(text.encode(), "x")
    assert problems == []
    assert document is not None
    assert document.data == {
        "a": "no", "b": "010", "c": "1:30", "d": "2026-03-12", "e": "1.5", "f": -7, "g": True,
        "h": None, "i": "~", "j": "true", "k": 0,
    }  # fmt: skip


def open_files() -> int:
    listed = Path("/proc/self/fd")
    return len(list(listed.iterdir())) if listed.exists() else 0


def test_reading_leaves_no_file_open(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(PROFILE)
    before = open_files()
    for _ in range(20):
        read_source(path)
    assert open_files() == before


@pytest.mark.parametrize("last", ["1", "[]", "{}"])
def test_as_many_entries_as_allowed_are_read(last: str) -> None:
    """The whole, `a`, its list, and what is in that."""
    for more, said in ((0, []), (1, ["P018"])):
        entries = ", ".join(["1"] * (MOST_NODES - 4 + more))
        assert text_codes(f"a: [{entries}, {last}]") == said


def test_of_very_many_problems_the_first_ones_are_told(tmp_path: Path) -> None:
    """First in the file, whatever comes first in the schema."""
    wrong = "".join(f"  A{n}: {{nonsense: 1}}\n" for n in range(250))
    text = PROFILE.replace("municipality:", "consent: 7\nmunicipality:")
    path = tmp_path / "many.yaml"
    path.write_text(f"answers:\n{wrong}{text}", "utf-8")
    problems = [one for one in check_path(path, VILLAGE) if one.code != "P105"]
    lines = [problem.where.line or 0 for problem in problems]
    assert max(lines) <= 251
    assert lines == sorted(lines)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_what_became_a_pipe_since_it_was_looked_at_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "p.yaml"
    os.mkfifo(pipe)
    monkeypatch.setattr(stat, "S_ISREG", lambda _: True)

    def stop(*_: object) -> None:
        raise AssertionError("it is waited for")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, 20)
    try:
        assert codes(pipe) == ["P011"]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
