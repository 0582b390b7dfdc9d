"""Answer files: what they say comes back whole, and every slip is told at its place."""

from __future__ import annotations

import json
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.files.read.reader import MOST_NODES
from sdgassess.files.read.schema import schema_of
from sdgassess.files.returned.answer_file import (
    MOST_BYTES,
    answer_file,
    answer_file_text,
    digest,
    load_answer_file,
)
from sdgassess.language import Words
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.profile import State
from sdgassess.phrases.problems.messages import message, say

TREE: dict[str, Any] = {
    "format": "sdgassess/answers/1",
    "id": "r-" + "0123456789abcdef" * 2,
    "revision": 3,
    "saved": "2026-03-01T10:22:05Z",
    "questionnaire": {"id": "village", "version": "1.1", "fingerprint": "ab" * 32},
    "place": {"name": "Bækby", "country": "DK", "code": "0999"},
    "date": "2026-03-12",
    "group": None,
    "scope": "quick",
    "slot": "l2",
    "role": "line-manager",
    "unit": "Teknik",
    "language": "da",
    "consent": {"by-role": False, "comments": True},
    "answers": {
        "POL3": {
            "level": 3,
            "comment": "Vi gør det – næsten \U0001f600\nhver gang.",
            "evidence": [{"kind": "document", "title": "Plan", "date": "2026-01"}],
        },
        "PAR1": {"options": ["a", "c"]},
        "PAR2": {"options": []},
        "BUD4": {"state": "not-applicable", "reason": "…"},
        "CONT1": {"state": "unknown"},
        "TOLL1": {"level": 0.5},
        "TOLL2": {"level": "1/3"},
    },
}
TEXT = json.dumps(TREE, ensure_ascii=False, indent=1)


def read(text: str) -> tuple[AnswerFile | None, list[str]]:
    """The file, and what is told of it with its code, line and column."""
    loaded = answer_file(text.encode(), "r.json")
    places = [f"{p.where.line}:{p.where.column} {p.code}" for p in loaded.problems]
    return loaded.value, places


def usable(text: str) -> AnswerFile:
    """The file that a text is, which has no problem."""
    value, problems = read(text)
    assert problems == []
    assert value is not None
    return value


def with_(**changes: Any) -> str:
    """The example with other values; what is `...` is left out."""
    tree = {key: value for key, value in {**TREE, **changes}.items() if value is not ...}
    return json.dumps(tree, ensure_ascii=False, indent=1)


def with_answer(**answer: Any) -> str:
    """The example with one answer."""
    return with_(answers={"POL3": answer})


def test_everything_is_built() -> None:
    file = usable(TEXT)
    assert (file.id, file.revision, file.saved) == (TREE["id"], 3, TREE["saved"])
    assert (file.place.name, file.place.country, file.place.code) == ("Bækby", "DK", "0999")
    assert (file.role, file.slot, file.unit, file.group) == ("line-manager", "l2", "Teknik", None)
    assert (file.consent.by_role, file.consent.comments) == (False, True)
    voices = file.answers
    assert {voice.role for voice in voices.values()} == {"line-manager"}
    assert {voice.by for voice in voices.values()} == {"l2"}
    assert voices["POL3"].level == 3
    assert str(voices["POL3"].evidence[0].date) == "2026-01"
    assert voices["PAR1"].options == ("a", "c")
    assert voices["PAR2"].options == ()
    assert voices["BUD4"].state is State.NOT_APPLICABLE
    assert (voices["TOLL1"].level, voices["TOLL2"].level) == (Fraction(1, 2), Fraction(1, 3))


def test_what_is_written_reads_back_the_same() -> None:
    file = usable(TEXT)
    written = answer_file_text(file)
    assert usable(written) == file
    assert json.loads(written) == TREE


def test_equal_content_has_one_digest_however_it_is_laid_out() -> None:
    shuffled = dict(reversed(TREE.items()))
    texts = (
        TEXT,
        json.dumps(shuffled, ensure_ascii=True),
        "\ufeff" + TEXT.replace("\n", "\r\n"),
        TEXT.replace("0.5", '"0.5"').replace(' "group": null,\n', ""),
    )
    assert len({digest(usable(text)) for text in texts}) == 1
    assert digest(usable(with_(revision=4))) != digest(usable(TEXT))


MAYBE = st.none() | st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=9
)
LEVELS: list[dict[str, Any]] = [
    {"level": 2},
    {"level": -1},
    {"level": "0.125"},
    {"level": 1.1},
    {"level": "2/7"},
    {"level": "0.12345678901234567890123"},
    {"options": ["x"]},
    {"state": "later"},
]
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "comment": st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])),
        "reason": st.just("…"),
    },
).flatmap(lambda extra: st.sampled_from(LEVELS).map(lambda answer: {**answer, **extra}))


@settings(max_examples=60, deadline=None)
@given(
    answers=st.dictionaries(st.from_regex(r"[A-Z]{1,3}[0-9]", fullmatch=True), ANSWERS),
    unit=MAYBE,
    group=MAYBE,
    revision=st.integers(0, 10**17),
)
def test_any_file_comes_back_whole(
    answers: dict[str, Any], unit: str | None, group: str | None, revision: int
) -> None:
    file = usable(with_(answers=answers, unit=unit, group=group, revision=revision))
    assert usable(answer_file_text(file)) == file
    assert set(file.answers) == set(answers)
    levels = {key: voice.level for key, voice in file.answers.items() if "level" in answers[key]}
    assert levels == {
        key: Fraction(str(answer["level"])) for key, answer in answers.items() if "level" in answer
    }


SLIPS = {
    "": "1:1 P011",
    "[]": "1:1 P013",
    '{"a": 1} x': "1:10 P025",
    '{"a": 1': "1:8 P025",
    '{"a": "x': "1:9 P025",
    '{"a": 1,}': "1:9 P025",
    "{'a': 1}": "1:2 P025",
    '{"a" 1}': "1:6 P025",
    '{"a": NaN}': "1:7 P025",
    '{"a": -Infinity}': "1:7 P025",
    '{"a": 01}': "1:7 P025",
    '{"a": 1e3}': "1:7 P025",
    '{"a": .5}': "1:7 P025",
    '{"a": True}': "1:7 P025",
    '{"a": [1 2]}': "1:10 P025",
    '{"a": "\\x"}': "1:8 P025",
    '{"a": "\\ud800"}': "1:7 P008",
    '{"a": "\\u0000"}': "1:7 P008",
    '{"a": "\t"}': "1:8 P008",
    '{\n "a": 1,\n "a": 2\n}': "3:2 P020",
    '{"a": ' + "[" * 32 + "]" * 32 + "}": "1:38 P022",
    '{"a": [' + "1," * MOST_NODES + "1]}": f"1:{2 * MOST_NODES + 4} P018",
    '{"a": "' + "x" * 100_001 + '"}': "1:7 P019",
    "// note\n{}": "1:1 P025",
}


@pytest.mark.parametrize(("text", "told"), SLIPS.items(), ids=[slip[:18] for slip in SLIPS])
def test_what_is_no_json_is_told_at_its_place(text: str, told: str) -> None:
    value, problems = read(text)
    assert value is None
    assert told in problems


def test_a_file_cut_off_anywhere_is_told_once_and_never_read() -> None:
    for end in range(1, len(TEXT)):
        value, problems = read(TEXT[:end])
        assert value is None
        assert [problem.split()[1] for problem in problems] == ["P025"], TEXT[:end][-20:]


SHAPES = {
    "unknown key": (with_(colour="red"), "P030"),
    "unknown key of an answer": (with_answer(level=1, means="x"), "P030"),
    "missing key": (with_(scope=...), "P031"),
    "another format": (with_(format="sdgassess/profile/1"), "P042"),
    "id": (with_(id="r-12"), "P034"),
    "revision": (with_(revision=-1), "P038"),
    "moment": (with_(saved="2026-03-01"), "P034"),
    "no moment": (with_(saved="2026-03-01T25:22:05Z"), "P110"),
    "no day": (with_(date="2026-02-30"), "P110"),
    "no month": (
        with_answer(level=1, evidence=[{"kind": "oral", "date": "2026-13"}]),
        "P110",
    ),
    "fingerprint": (
        with_(questionnaire={"id": "village", "version": "1.1", "fingerprint": "?"}),
        "P034",
    ),
    "code without country": (with_(place={"name": "A", "code": "0999"}), "P039"),
    "consent": (with_(consent={"by-role": False}), "P031"),
    "empty answer": (with_answer(comment="x"), "P037"),
    "two answers": (with_answer(level=1, state="unknown"), "P043"),
    "an answer that is a number": (with_(answers={"POL3": 3}), "P032"),
    "a flag as a level": (with_answer(level=True), "P032"),
    "an option twice": (with_answer(options=["a", "a"]), "P045"),
    "a role of another kind": (with_(role=None), "P032"),
    "a question that is no id": (with_(answers={"P L": {"level": 1}}), "P035"),
}


@pytest.mark.parametrize(("text", "code"), SHAPES.values(), ids=SHAPES)
def test_what_is_shaped_otherwise_is_told_at_its_place(text: str, code: str) -> None:
    value, problems = read(text)
    assert value is None
    assert [problem.split()[1] for problem in problems] == [code]
    assert not problems[0].startswith("None")


def test_places_are_those_of_an_editor() -> None:
    loaded = answer_file(with_(colour="red").encode(), "r.json")
    line = with_(colour="red").splitlines().index(' "colour": "red"') + 1
    told = say(loaded.problems[0], Words("en"))
    assert told.startswith(f'r.json:{line}:2: the key "colour" is not known here')


@pytest.mark.parametrize("language", ["da", "sv", "en"])
def test_every_slip_is_said_in_words(language: str) -> None:
    for text in [*SLIPS, *(text for text, _ in SHAPES.values())]:
        for problem in answer_file(text.encode(), "r.json").problems:
            words = message(problem, Words(language))
            assert "{" not in words


def test_large_files_and_folders_are_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (MOST_BYTES + 1))
    for path, code in ((large, "P005"), (tmp_path, "P002"), (tmp_path / "none.json", "P001")):
        loaded = load_answer_file(path)
        assert loaded.value is None
        assert [problem.code for problem in loaded.problems] == [code]
    large.write_text(TEXT, encoding="utf-8")
    assert load_answer_file(large).value == usable(TEXT)


@pytest.mark.parametrize("sign", ["[", '{"a":', '"', "\\", '"\\', "1", "-", " "])
def test_no_input_takes_long(sign: str) -> None:
    raw = (sign * (MOST_BYTES // len(sign))).encode()
    for text in (raw, b'{"a": ' + raw, b'{"a": "' + raw):
        began = time.process_time()
        loaded = answer_file(text, "r.json")
        assert loaded.value is None
        assert time.process_time() - began < 2


def test_the_schema_is_one_and_closed() -> None:
    schema = schema_of("answers")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["properties"]["format"] == {"const": "sdgassess/answers/1"}
    waiting: list[Any] = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get("type") == "object":
                assert part["additionalProperties"] is False or "propertyNames" in part
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


@pytest.mark.parametrize("text", [TEXT, *(text for text, _ in SHAPES.values())])
def test_validators_agree(text: str) -> None:
    tree = json.loads(text)
    fast = jsonschema_rs.Draft202012Validator(schema_of("answers"))
    slow = jsonschema.Draft202012Validator(schema_of("answers"))
    assert fast.is_valid(tree) == slow.is_valid(tree)
