"""Any bytes are a document or problems, never another exception; so is any damaged profile."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sdgassess.files.load import check_path, load_profile
from sdgassess.files.read import reader
from sdgassess.files.read.plain_loader import PlainLoader
from sdgassess.files.read.reader import LOADER, parse
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import as_json, tell
from sdgassess.problem import has_errors
from sdgassess.text import hides
from tests.given.questionnaires import questionnaires_read_once
from tests.given.slow import slow_but

HERE = Path(__file__).parent
VILLAGE = HERE / "questionnaires" / "village-1.1.yaml"
SEEDS = [path.read_bytes() for path in sorted((HERE / "cases").glob("*.yaml"))]
PIECES = [
    b"*a", b"&a ", b"!!int ", b"<<: ", b"---\n", b"...\n", b"{", b"}", b"[", b"]", b"\t", b"- ",
    b": ", b"# ", b'"', b"'", b"|\n", b">\n", b"? ", b"%YAML 9\n", b"\x00", b"\xff",
    b"\xef\xbb\xbf", b"\r", b"level: 99", b"null", b"\xe2\x80\xae", b"1" * 6000, b"\xc2\x85",
    b"{{}}", b"{0}",
]  # fmt: skip


def all_told(raw: bytes) -> None:
    document, problems = parse(raw, "any.yaml")
    assert document is not None or problems
    for problem in problems:
        assert tell(problem, Words("en"), 60)
        assert as_json(problem, Words("en"))["message"]


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=400))
@example(b"")
@example(b"\x00")
@example(b"a: \xed\xa0\x80")
def test_any_bytes(raw: bytes) -> None:
    all_told(raw)


@settings(max_examples=400, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text(text: str) -> None:
    all_told(text.encode())


@pytest.fixture(scope="module")
def village() -> Iterator[Path]:
    """What profiles are held against, which is read once."""
    with questionnaires_read_once():
        yield VILLAGE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A case file with pieces cut out, put in, and doubled."""
    raw = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(raw)))
        end = draw(st.integers(start, min(len(raw), start + 40)))
        piece = draw(st.sampled_from([*PIECES, raw[start:end] * 2, b""]))
        raw = raw[:start] + piece + raw[end:]
    return raw


@settings(max_examples=300, deadline=None, derandomize=True)
@given(damaged())
def test_both_parsers_give_the_same_verdict(raw: bytes) -> None:
    """Where PyYAML was built without libyaml the same files are fine, and say the same."""
    same_verdict(raw)


BLANKS = ["", "\t", "\n\t", "\r\n \t", "\t\n  ", "\n# a\n\t"]
ENTRIES = {"[]": ["x", "x: y", '"x"', "? x"], "{}": ["x", "x: y", '"x": y']}


@pytest.mark.parametrize("before", slow_but(("", "a:\n  b: "), ("", "a: ", "- ", "a:\n  b: ")))
@pytest.mark.parametrize("brackets", ENTRIES)
def test_both_parsers_agree_on_tabs_within_brackets(before: str, brackets: str) -> None:
    """Before a bracket, an entry and a comma: on its line, and on one that goes on."""
    for entry, first, behind, last in product(ENTRIES[brackets], BLANKS, BLANKS, BLANKS):
        for comma in ("", ","):
            text = f"{before}{brackets[0]}{first}{entry}{behind}{comma}{last}{brackets[1]}\n"
            same_verdict(text.encode())


SIGNS = [*"[]{},?:#\t\n", ": ", "- ", " #a\n", "\n  ", "\n\t", "\n \t", "x", "x\n\ty", '"x"']
OPENINGS = ["[", "{", "- [", "\n  b: ["]


def _reads_a_lone_question_mark() -> bool:
    """Whether libyaml reads `[?]`, as it does since PyYAML 6.0.4; before, no parser can agree."""
    try:
        return bool(list(yaml.parse("a: [?]", Loader=LOADER)))
    except yaml.YAMLError:
        return False


if not _reads_a_lone_question_mark():
    SIGNS.remove("?")


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SIGNS), max_size=8), st.sampled_from(OPENINGS))
def test_both_parsers_agree_on_any_signs_within_brackets(signs: list[str], opening: str) -> None:
    closing = {"[": "]", "{": "}"}[opening[-1]]
    same_verdict(f"a: {opening}{''.join(signs)}{closing}\n".encode())


def same_verdict(raw: bytes) -> None:
    """Both parsers read the same, or both refuse."""
    verdicts = []
    for parser in (LOADER, PlainLoader):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader, "LOADER", parser)
            document, problems = parse(raw, "any.yaml")
        verdicts.append((document and document.data, has_errors(problems)))
    assert repr(verdicts[0]) == repr(verdicts[1]), raw


@settings(max_examples=500, deadline=None)
@given(damaged())
def test_any_damaged_file(folder: Path, village: Path, raw: bytes) -> None:
    path = folder / "damaged.yaml"
    path.write_bytes(raw)
    loaded = load_profile(path, village)
    assert (loaded.value is None) == has_errors(loaded.problems)
    for problem in (*loaded.problems, *check_path(path, village)):
        line = tell(problem, Words("en"), 60)
        assert not hides(line), line
