"""Without a yes to showing answers by role, nothing that we say tells whose voice is whose.

The law: two profiles that differ only in who said what, and come to the same results, give the
same output – of every verb and in every format. Otherwise it would tell one from the other.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sdgassess.files.build.profile import build_profile
from sdgassess.model.profile import Profile
from sdgassess.phrases.questions import voices_words
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.disclosure import disclosure
from sdgassess.scoring.hearing import inside_view, roles_heard
from sdgassess.scoring.score import score
from tests.given.command_line import run
from tests.given.pdfs import text_of
from tests.given.questionnaires import nordic, spoken
from tests.given.slow import quickly_in

Voices = Mapping[str, int | str]
"""What each person said to a question, by the person's id: a level or a state."""

PEOPLE = [
    {"id": "p1", "role": "politician"},
    {"id": "k1", "role": "coordinator"},
    {"id": "l1", "role": "line-manager", "unit": "A"},
    {"id": "l2", "role": "line-manager", "unit": "B"},
    {"id": "l3", "role": "line-manager", "unit": "C"},
    {"id": "x1", "role": "executive"},
    {"id": "e1", "role": "partner"},
]
ROLES = {str(person["id"]): str(person["role"]) for person in PEOPLE}
EVERYBODY = dict.fromkeys(ROLES, 3)
"""What makes everybody heard in the whole assessment."""
LONE_DOT: Voices = {"p1": 4, "k1": 4, "l1": 3}
"""The line manager, who has the last word on LED1, sees it lower."""
ROOM: dict[str, Voices] = {
    "POL1": EVERYBODY,
    "LED1": LONE_DOT,
    "POL2": {"p1": 2, "k1": 3, "l1": 3},
    "SAM1": {"p1": 1, "x1": 3, "k1": 1, "l1": 3},
    "LED4": {"l1": 1, "l2": 1, "l3": 1, "k1": 3, "x1": 3},
    "PAR1": {"l1": 4, "k1": 3},
    "FOC5": {"l1": 3, "l2": 3, "l3": 4},
    "CORE2": {"l1": "unknown", "x1": 2, "k1": 4},
    "EXT2": {"e1": 2, "k1": 3, "x1": 2},
    "EXT3": {"k1": 2},
}


def tree(room: Mapping[str, Voices], **more: Any) -> dict[str, Any]:
    """A profile's file: nobody agreed to be shown by role unless more is said."""
    answers = {
        question: {
            "voices": [
                {"role": ROLES[person], "by": person}
                | ({"state": said} if isinstance(said, str) else {"level": said})
                for person, said in voices.items()
            ]
        }
        for question, voices in room.items()
    }
    return {
        "format": "sdgassess/profile/1",
        "municipality": {"name": "Lille", "country": "DK"},
        "date": "2026-03-12",
        "questionnaire": {"id": "nordic-sdg-governance", "version": "1.0"},
        "language": "en",
        "consent": {"by-role": False},
        "participants": PEOPLE,
        "answers": answers,
        **more,
    }


def profile(room: Mapping[str, Voices], **more: Any) -> Profile:
    """The profile of a room."""
    return build_profile(tree(room, **more))


def public(result: QuestionResult) -> QuestionResult:
    """A question's result without what is about single roles."""
    return result._replace(role_values=None, capped_by=None, sees_lower=None, unknown_roles=())


def results(room: Mapping[str, Voices]) -> dict[str, QuestionResult]:
    """The results of the questions of a room."""
    return {
        question: public(result)
        for question, result in score(nordic(), profile(room)).questions.items()
        if question in room
    }


def others_with_equal_results(question: str, voices: Voices, chance: Random) -> Iterator[Voices]:
    """Everybody else who could have said the same levels, with the same result, in any order."""
    room = {"POL1": EVERYBODY, question: voices}
    wanted = results(room)
    said = list(voices.values())
    everybody = [*itertools.permutations(ROLES, len(said))]
    for people in chance.sample(everybody, len(everybody)):
        other = dict(zip(people, said, strict=True))
        if other != dict(voices) and results({**room, question: other}) == wanted:
            yield other


@pytest.fixture(scope="module")
def swapped() -> dict[str, Voices]:
    """The room with other people behind every voice, and the same results."""
    chance = Random(7)
    room = dict(ROOM)
    for question, voices in ROOM.items():
        if question != "POL1":
            room[question] = next(others_with_equal_results(question, voices, chance), voices)
    changed = [question for question in ROOM if room[question] != ROOM[question]]
    assert len(changed) >= 7, "else the law says nothing"
    assert results(room) == results(ROOM)
    return room


VERBS = (
    *(["score", "p.yaml", *more] for more in ([], ["--all"], ["--json"], ["--basis", "backed"])),
    *(
        ["explain", "p.yaml", *more]
        for more in ([], ["--json"], ["SAM"], ["SAM", "--all"], ["EXT", "--json"])
    ),
    *(["explain", "p.yaml", question] for question in ROOM),
    *(["gaps", "p.yaml", *more] for more in ([], ["--all"], ["--json"])),
    *(
        ["compare", "p.yaml", "later.yaml", *more]
        for more in ([], ["--all"], ["--json"], ["--plain"])
    ),
    ["check", "p.yaml", "--json"],
    ["check", "."],
    ["target", "p.yaml"],
)
SAVED = 1_770_000_000
"""When every profile was saved: a sitting tells the hour."""
PRINTS = (
    *(["report", "p.yaml", "-o", f"gaps{end}"] for end in (".html", ".md", ".docx")),
    *(["report", "p.yaml", "-o", f"gaps{end}"] for end in (".xlsx", ".csv", ".json", ".pdf")),
    *(["report", "p.yaml", "later.yaml", "-o", f"years{end}"] for end in (".html", ".xlsx")),
    *(["report", "p.yaml", "later.yaml", "-o", f"years{end}"] for end in (".json", ".md")),
    *(["report", "p.yaml", "--layout", "poster", "-o", f"poster{end}"] for end in (".csv",)),
    ["report", "p.yaml", "--layout", "poster", "--headline", "finding", "-o", "poster.pdf"],
    *(["form", "p.yaml", "-o", f"form{end}"] for end in (".html", ".md")),
)
SITTING = "o\ng LED1\n\ng PAR1\n\ng FOC5\n?\n!\ng SAM1\nb\nq\n"
"""What somebody types who looks through a profile on another day."""


def written(folder: Path, room: Mapping[str, Voices], **more: Any) -> Path:
    """A folder with the profile and one of a later year."""
    folder.mkdir(exist_ok=True)
    later = tree({"POL1": EVERYBODY, "LED1": {"p1": 3, "k1": 3, "x1": 3}}, date="2027-03-12")
    profile_file = folder / "p.yaml"
    profile_file.write_text(json.dumps(tree(room, **more)), "utf-8")
    os.utime(profile_file, (SAVED, SAVED))
    (folder / "later.yaml").write_text(json.dumps(later), "utf-8")
    return folder


def outputs(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """Everything that every verb says of the profile in a folder."""
    for verb in VERBS:
        ran = run([*verb, "--lang", language], folder=folder)
        assert ran.code in (0, 1), (verb, ran.err)
        yield " ".join(verb), ran.out + ran.err
    ran = run(["assess", "p.yaml", "--plain", "--lang", language], folder=folder, typed=SITTING)
    yield "assess", ran.out + ran.err


def prints(folder: Path, language: str) -> Iterator[tuple[str, str]]:
    """Everything that is printed of the profile in a folder, as its text."""
    for verb in PRINTS:
        ran = run([*verb, "--lang", language], folder=folder)
        assert ran.code == 0, (verb, ran.err)
        yield verb[-1], contents(folder / verb[-1])


def contents(path: Path) -> str:
    """All that a file says, but for the fingerprint of the profile and what it is called in it."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        text = text_of(raw)
    elif path.suffix in {".docx", ".xlsx", ".pptx", ".zip"}:
        with zipfile.ZipFile(path) as parts:
            text = "\n".join(
                f"{name}: {parts.read(name).decode('utf-8', 'replace')}"
                for name in parts.namelist()
            )
    else:
        text = raw.decode("utf-8")
    return re.sub(r"\b[0-9a-f]{16,64}\b", "fingerprint", text)


@pytest.mark.parametrize("language", quickly_in("en"))
def test_verbs_say_the_same_whoever_said_what(
    tmp_path: Path, swapped: dict[str, Voices], language: str
) -> None:
    first = dict(outputs(written(tmp_path / "a", ROOM), language))
    second = dict(outputs(written(tmp_path / "b", swapped), language))
    assert [verb for verb in first if first[verb] != second[verb]] == []


@pytest.mark.slow
def test_prints_say_the_same_whoever_said_what(tmp_path: Path, swapped: dict[str, Voices]) -> None:
    first = dict(prints(written(tmp_path / "a", ROOM), "en"))
    second = dict(prints(written(tmp_path / "b", swapped), "en"))
    assert [name for name in first if first[name] != second[name]] == []


def test_with_a_yes_the_same_profiles_are_told_apart_so_that_a_leak_would_be_seen(
    tmp_path: Path, swapped: dict[str, Voices]
) -> None:
    first = dict(outputs(written(tmp_path / "a", ROOM, consent={"by-role": True}), "en"))
    second = dict(outputs(written(tmp_path / "b", swapped, consent={"by-role": True}), "en"))
    apart = {verb for verb in first if first[verb] != second[verb]}
    assert apart >= {"explain p.yaml --json", "explain p.yaml LED1", "assess"}


def test_no_role_is_singled_out_beside_dots() -> None:
    rules = score(nordic(), profile(ROOM))
    for question in ROOM:
        for language in ("en", "da", "sv"):
            lines = " ".join(voices_words(rules, rules.questions[question], spoken(language)))
            for role in nordic().roles:
                assert role.title.in_language(language)[0].lower() not in lines.lower()
    lone = list(voices_words(rules, rules.questions["LED1"], spoken("en")))
    assert rules.questions["LED1"].sees_lower == "line-manager"
    assert lone == ["Voices: 0: –  1: –  2: –  3: •  4: ••"]


def test_voices_of_one_role_alone_are_not_shown_as_dots() -> None:
    rules = score(nordic(), profile(ROOM))
    assert list(voices_words(rules, rules.questions["FOC5"], spoken("en"))) == []
    assert list(voices_words(rules, rules.questions["EXT3"], spoken("en"))) == []


def test_who_was_heard_is_told_in_an_order_that_says_nothing() -> None:
    turned = {question: dict(reversed([*voices.items()])) for question, voices in ROOM.items()}
    assert roles_heard(profile(ROOM)) == roles_heard(profile(dict(reversed(turned.items()))))


def test_whether_a_part_was_seen_from_inside_only_follows_from_the_whole_assessment() -> None:
    node = nordic().nodes["EXT"]
    partner_elsewhere = {"POL1": EVERYBODY, "EXT2": {"k1": 2, "x1": 3}}
    assert not inside_view(node, profile(partner_elsewhere))
    assert inside_view(node, profile(partner_elsewhere, consent={"by-role": True}))
    nobody_outside = {"POL1": {"p1": 3, "k1": 3}, "EXT2": {"k1": 2}}
    assert inside_view(node, profile(nobody_outside))


def _refusing(*silent: str) -> list[dict[str, Any]]:
    """The people, of whom some said no to being shown by role."""
    return [
        person | ({"consent": {"by-role": False}} if person["id"] in silent else {})
        for person in PEOPLE
    ]


@pytest.mark.parametrize(
    ("silent", "named"),
    [
        ((), {"politician", "coordinator", "executive", "line-manager"}),
        (("p1",), set()),
        (("p1", "x1"), set()),
        (("p1", "x1", "k1"), {"line-manager"}),
        (("l2",), {"politician", "coordinator", "executive"}),
    ],
)
def test_roles_are_shown_only_where_nobody_or_three_are_left_over(
    silent: tuple[str, ...], named: set[str]
) -> None:
    room = {"POL1": {"p1": 1, "k1": 2, "x1": 3, "l1": 3, "l2": 3, "l3": 4}}
    assessed = profile(room, consent={"by-role": True}, participants=_refusing(*silent))
    result = score(nordic(), assessed).questions["POL1"]
    shown = disclosure(assessed, result)
    assert set(shown.values or ()) == named
    assert len(shown.voices) == 6
    assert len(shown.unnamed) in (0, *range(3, 7))
    assert {voice.role for voice in shown.named} == named


def test_sealed_voices_are_not_shown() -> None:
    room = tree({"POL1": {"p1": 1, "k1": 2, "x1": 3}}, consent={"by-role": True})
    room["answers"]["POL1"]["voices"][0]["sealed"] = True
    assessed = build_profile(room)
    shown = disclosure(assessed, score(nordic(), assessed).questions["POL1"])
    assert dict(shown.values or {}) == {"coordinator": Fraction(2), "executive": Fraction(3)}


@pytest.mark.parametrize("consent", [{}, {"consent": {"by-role": False}}])
def test_who_agreed_is_not_told_either(tmp_path: Path, consent: dict[str, Any]) -> None:
    said = []
    for name, low in (("a", "p1"), ("b", "k1")):
        folder = tmp_path / name
        folder.mkdir()
        room = tree({"POL2": {person: 2 if person == low else 3 for person in ("p1", "k1", "x1")}})
        others = [ROLES[person] for person in ("p1", "k1", "x1") if person != low]
        room["answers"]["POL2"] |= {"level": 3, "agreed": {"by": others, "dissent": "Not yet"}}
        del room["consent"]
        (folder / "p.yaml").write_text(json.dumps(room | consent), "utf-8")
        verbs = (["explain", "p.yaml", "POL2"], ["explain", "p.yaml", "--json"])
        said += [(name, run([*verb, "--lang", "en"], folder=folder).out) for verb in verbs]
        run(["report", "p.yaml", "-o", "p.xlsx"], folder=folder)
        said.append((name, contents(folder / "p.xlsx")))
    assert [text for name, text in said if name == "a"] == [t for name, t in said if name == "b"]
    assert "Agreed by 2 roles." in said[0][1]


@pytest.mark.slow
def test_those_who_said_no_are_not_told_apart_beside_those_who_said_yes(tmp_path: Path) -> None:
    silent = ("p1", "k1", "x1")
    said = []
    for name, levels in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        room = {"POL1": dict(zip(silent, levels, strict=True)) | {"l1": 3, "l2": 3, "l3": 4}}
        folder = written(
            tmp_path / name, room, consent={"by-role": True}, participants=_refusing(*silent)
        )
        said.append([text for _, text in (*outputs(folder, "en"), *prints(folder, "en"))])
    assert said[0] == said[1]
    assert any("Line manager 3" in text for text in said[0]), "who said yes is shown"
