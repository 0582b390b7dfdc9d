"""Rooms drawn by chance, and the same rooms with other people behind the same results.

A room of 3 to 12 people in two to five roles answers in two rounds. In between it agrees on some
questions: some of its roles, on levels that voices may not come to, some with a dissent; other
levels are only recorded. Then who said what is forgotten. Whoever holds every output of every
moment must not be able to tell the room from another one in which other people stand behind the
same results: the results are what may be known, and all else follows from them.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml

from sdgassess.files.build.profile import build_profile
from sdgassess.model.profile import Profile
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.disclosure import disclosure
from sdgassess.scoring.score import score
from tests.given.command_line import run
from tests.given.questionnaires import nordic
from tests.given.returned import DATE, PLACE, ROLES, page, sent
from tests.given.slow import slow_but
from tests.report.test_whose_voice import SAVED, contents

QUESTIONS = ("POL1", "LED1", "CORE2", "SAM1", "BUD1", "FOC3", "LRN1", "PAR1", "EXT2")
Said = Mapping[str, Any]
"""One answer as an answer file holds it."""
Round = dict[str, dict[str, Said]]
"""What was said to each question, by the slot that said it."""


class Room(NamedTuple):
    """Everything that happens in a room.

    Attributes:
        slots: everybody.
        consent: whether answers may be shown by role; None where nobody was asked.
        silent: who said no for themselves.
        rounds: what came in first, and what came late.
        recorded: what was recorded between the two, by question.
    """

    slots: tuple[str, ...]
    consent: bool | None
    silent: frozenset[str]
    rounds: tuple[Round, Round]
    recorded: Mapping[str, Mapping[str, Any]]


def drawn(chance: Random) -> Room:
    """A room."""
    letters = chance.sample("pxcle", chance.randint(2, 5))
    crowd = [*letters, *chance.choices(letters, k=chance.randint(1, 8))][:12]
    slots = tuple(f"{letter}{crowd[:n].count(letter) + 1}" for n, letter in enumerate(crowd))
    late = chance.sample(slots, min(len(slots) - 1, chance.choice((0, 2, 3, 4))))
    early = [slot for slot in slots if slot not in late]
    rounds = (_round(chance, early), _round(chance, [slot for slot in slots if slot in late]))
    consent = chance.choice((None, False, True))
    silent = frozenset(chance.sample(slots, chance.randint(0, len(slots)))) if consent else ()
    roles = list(dict.fromkeys(ROLES[letter] for letter in letters))
    recorded: dict[str, Mapping[str, Any]] = {}
    for question in chance.sample(QUESTIONS, 5):
        level: dict[str, Any] = {"level": chance.randrange(5)}
        if chance.random() < 0.7:
            by = sorted(chance.sample(roles, chance.randint(1, len(roles))))
            level["agreed"] = {"by": by, "reason": "We spoke of it."}
            if chance.random() < 0.5:
                level["agreed"]["dissent"] = "Somebody sees it otherwise."
        recorded[question] = level
    return Room(slots, consent, frozenset(silent), rounds, recorded)


def _round(chance: Random, slots: list[str]) -> Round:
    """What some people say."""
    answers: Round = {}
    for question in QUESTIONS if slots else ():
        speaking = [slot for slot in slots if chance.random() < 0.8]
        middle = chance.randrange(5)
        answers[question] = {slot: _said(chance, middle, question) for slot in speaking}
    return answers


def _said(chance: Random, middle: int, question: str) -> Said:
    """One answer: mostly near to others', with a comment or a document at times."""
    if chance.random() < 0.1:
        return {"state": "unknown"}
    level = chance.choice((middle, middle, min(middle + 1, 4), chance.randrange(5)))
    answer: dict[str, Any] = {"level": level}
    if chance.random() < 0.3:
        answer["comment"] = f"Words {chance.randrange(99)} on {question}"
    if chance.random() < 0.2:
        answer["evidence"] = [{"kind": "document", "title": f"Minutes {chance.randrange(99)}"}]
    return answer


def profile_of(room: Room, *, rounds: int, recorded: bool) -> Profile:
    """What is known of a room after some rounds, as its file would hold it."""
    answers: dict[str, Any] = {}
    for question in QUESTIONS:
        voices = [
            {"role": ROLES[slot[0]], "by": slot, **said}
            for each in _opened(room, question)[:rounds]
            for slot, said in each.items()
        ]
        answer: dict[str, Any] = {"voices": voices} if voices else {}
        answers[question] = {**answer, **(room.recorded.get(question, {}) if recorded else {})}
    answers = {key: each for key, each in answers.items() if each}
    return build_profile(json.loads(_file(room)) | {"answers": answers})


def _opened(room: Room, question: str) -> list[Mapping[str, Said]]:
    """The rounds on a question that open: those of three people or more."""
    crowd: dict[str, Said] = {}
    opened: list[Mapping[str, Said]] = []
    for each in room.rounds:
        crowd |= each.get(question, {})
        opened.append(crowd if len(crowd) > 2 else {})
        crowd = {} if len(crowd) > 2 else crowd
    return opened


def _file(room: Room) -> str:
    """The profile before anybody has answered."""
    people = [{"id": slot, "role": ROLES[slot[0]], "invited": True} for slot in room.slots]
    tree: dict[str, Any] = {
        "format": "sdgassess/profile/1",
        "municipality": {"name": PLACE},
        "date": DATE,
        "scope": "full",
        "language": "en",
        "questionnaire": {"id": nordic().id, "version": nordic().version},
        "participants": people,
        "answers": {},
    }
    if room.consent is not None:
        tree["consent"] = {"by-role": room.consent}
    return json.dumps(tree)


def facts_of(profile: Profile, question: str) -> object:
    """What may be known of a question: its result, and the voices as far as they are shown."""
    result = question_result(nordic(), nordic().questions[question], profile)
    shown = disclosure(profile, result)
    levels = sorted(str((voice.level, voice.state)) for voice in shown.unnamed)
    named = sorted(str((voice.role, voice.level, voice.state)) for voice in shown.named)
    result = result._replace(
        role_values=None, capped_by=None, sees_lower=None, unknown_roles=(), sources=0
    )
    if not shown.tells_spread:
        result = result._replace(spread=None)
    if not shown.voices:
        result = result._replace(voice_range=None)
    return result, levels, named, shown.values, shown.withheld


def twin_of(room: Room, chance: Random, *, first_look: int) -> Room:
    """The same room with other people behind what was said, as far as results stay the same.

    Args:
        room: what it is like.
        chance: who changes places.
        first_look: from which moment on somebody looks, of the four that can be looked at.
    """
    moments = _MOMENTS[first_look:]
    for question in QUESTIONS:
        wanted = [facts_of(profile_of(room, **moment), question) for moment in moments]
        for _ in range(60):
            rounds = tuple(_shuffled(each, question, chance) for each in room.rounds)
            tried = room._replace(rounds=(rounds[0], rounds[1]))
            if [facts_of(profile_of(tried, **moment), question) for moment in moments] == wanted:
                room = tried
                if chance.random() < 0.5:
                    break
    return room


_MOMENTS: tuple[dict[str, Any], ...] = (
    {"rounds": 1, "recorded": False},
    {"rounds": 1, "recorded": True},
    {"rounds": 2, "recorded": True},
)
"""When results can be looked at: once opened, once agreed, and once late ones are opened."""


def _shuffled(answers: Round, question: str, chance: Random) -> Round:
    """A round in which those who answered a question change places on it.

    Comments stay with who wrote them, since whether they are shown is that person's own choice.
    """
    if question not in answers:
        return answers
    voices = answers[question]
    places = zip(voices.items(), chance.sample([*voices.values()], len(voices)), strict=True)
    return answers | {
        question: {
            slot: {key: each for key, each in other.items() if key != "comment"}
            | {key: each for key, each in own.items() if key == "comment"}
            for (slot, own), other in places
        }
    }


def looks(lang: str) -> Iterator[list[str]]:
    """Everything that can be asked of a profile on a screen."""
    for verb in ("score", "explain", "gaps"):
        for more in ([], ["--all"], ["--json"]):
            yield [verb, "p.yaml", *more, "--lang", lang]
    for part in (*QUESTIONS, "POL", "EXT"):
        yield ["explain", "p.yaml", part, "--lang", lang]
    yield ["score", "p.yaml", "--basis", "backed", "--lang", lang]
    yield from (["check", "p.yaml", "--json"], ["target", "p.yaml"])
    yield from (["compare", "p.yaml", "q.yaml", *more] for more in ([], ["--all"], ["--json"]))
    yield ["compare", "--together", "p.yaml", "g.yaml", "--json"]


PRINTS = (
    *(["report", "p.yaml", "-o", f"gaps{end}"] for end in (".json", ".csv", ".zip", ".md")),
    *(["report", "p.yaml", "-o", f"gaps{end}"] for end in (".xlsx", ".pptx")),
    *(["report", "p.yaml", "q.yaml", "-o", f"years{end}"] for end in (".json", ".md", ".xlsx")),
    ["report", "p.yaml", "--layout", "brief", "-o", "brief.md"],
    ["report", "p.yaml", "--layout", "poster", "--headline", "finding", "-o", "poster.csv"],
    ["form", "p.yaml", "-o", "form.md"],
)


OF_THE_SAME_DOCUMENT = tuple(
    ["report", "p.yaml", "-o", f"gaps{end}"] for end in (".html", ".docx")
)
"""Written out of the very document that Markdown is written out of, by what knows no profile."""


def outputs(folder: Path, orders: Sequence[list[str]]) -> Iterator[tuple[str, str]]:
    """All that is told of a profile: on screens, and in the files that are asked for."""
    os.utime(folder / "p.yaml", (SAVED, SAVED))
    for look in looks("en"):
        ran = run(look, folder=folder)
        assert ran.code in (0, 1), (look, ran.err)
        # Where in the file something stands is told to whoever has the file.
        yield " ".join(look), re.sub(r'"(line|column)": [0-9]+', "", ran.out + ran.err)
    sitting = "o\ng CORE2\nb\ng SAM1\n?\nb\nq\n"
    ran = run(["assess", "p.yaml", "--plain", "--lang", "en"], folder=folder, typed=sitting)
    yield "assess", ran.out + ran.err
    if not orders:
        return
    for order in orders:
        ran = run([*order, "--lang", "en", "--force"], folder=folder)
        assert ran.code == 0, (order, ran.err)
        yield order[-1], contents(folder / order[-1])
    ran = run(["kit", "p.yaml", "--to", "kit", "--force", "--lang", "en"], folder=folder)
    assert ran.code == 0, ran.err
    for path in sorted((folder / "kit").iterdir()):
        yield path.name, contents(path)


def history(
    folder: Path, room: Room, *, first_look: int, orders: Sequence[list[str]]
) -> list[tuple[str, str]]:
    """All that is told of a room from some moment on, each with that moment."""
    folder.mkdir()
    profile = folder / "p.yaml"
    profile.write_text(_file(room), "utf-8")
    for name, more in (("q", {"date": "2025-03-12"}), ("g", {"group": "Another"})):
        tree = json.loads(_file(room)) | more
        tree["answers"] = {question: {"level": 2} for question in QUESTIONS}
        (folder / f"{name}.yaml").write_text(json.dumps(tree), "utf-8")
    texts: list[tuple[str, str]] = []

    def look(moment: int) -> None:
        if moment >= first_look:
            texts.extend((f"{moment}: {name}", text) for name, text in outputs(folder, orders))

    for number, each in enumerate(room.rounds):
        files = sent(folder / f"in-{number}", *_pages(room, each, number))
        if files:
            assert run(["merge", "p.yaml", *files], folder=folder).code == 0
        look(3 * number)
        run(["merge", "p.yaml", "--open"], folder=folder)
        look(3 * number + 1)
        if not number:
            _record(profile, room)
            look(2)
    run(["merge", "p.yaml", "--forget-who"], folder=folder)
    look(5)
    return texts


def _pages(room: Room, answers: Round, number: int) -> list[dict[str, Any]]:
    """The answer file of everybody who says something in a round."""
    speaking = [slot for slot in room.slots if any(slot in said for said in answers.values())]
    return [
        page(
            slot,
            {question: said[slot] for question, said in answers.items() if slot in said},
            scope="full",
            revision=number + 1,
            consent={"by-role": slot not in room.silent, "comments": slot not in room.silent},
        )
        for slot in speaking
    ]


def _record(path: Path, room: Room) -> None:
    """Write into the file what the room recorded."""
    tree = yaml.safe_load(path.read_text("utf-8"))
    for question, recorded in room.recorded.items():
        answer = tree["answers"].get(question) or {}
        answer.pop("state", None)
        tree["answers"][question] = {**answer, **recorded}
    path.write_text(json.dumps(tree, default=_moment), "utf-8")


def _moment(when: dt.date) -> str:
    """A day or a moment as files write it."""
    return when.isoformat().replace("+00:00", "Z").replace(" ", "T")


FIRST_LOOKS = {0: 0, 1: 2, 2: 3}
"""From which of six moments on somebody looks, by the first one at which results are the same."""


def hold_against_others(folder: Path, seed: int, orders: Sequence[list[str]]) -> int:
    """Assert that a room's outputs are those of others with equal results; how many differ."""
    chance = Random(seed)
    room, twin, first_look = two_rooms(chance)
    while not differences(room, twin):  # of some rooms there is only one
        room, twin, first_look = two_rooms(chance)
    moment = FIRST_LOOKS[first_look]
    first = history(folder / "a", room, first_look=moment, orders=orders)
    second = history(folder / "b", twin, first_look=moment, orders=orders)
    assert [a[0] for a, b in zip(first, second, strict=True) if a != b] == []
    return differences(room, twin)


def two_rooms(chance: Random) -> tuple[Room, Room, int]:
    """A room, one with equal results, and the first round from which on they are equal."""
    room = drawn(chance)
    first_look = chance.randrange(2)
    return room, twin_of(room, chance, first_look=first_look), first_look


def differences(room: Room, twin: Room) -> int:
    """How many levels differ between two rooms."""
    return sum(
        a != b
        for mine, theirs in zip(room.rounds, twin.rounds, strict=True)
        for question in mine
        for a, b in zip(mine[question].values(), theirs[question].values(), strict=True)
    )


EVERY_FORMAT = (1, 2, 3)
"""Of these rooms every file is held against the other room's."""


@pytest.mark.parametrize("seed", slow_but({23}, [*range(1, 13), 15, 17, 23]))
def test_no_output_tells_a_room_from_another_with_the_same_results(
    tmp_path: Path, seed: int
) -> None:
    orders = [*PRINTS, *(OF_THE_SAME_DOCUMENT if seed in EVERY_FORMAT else ())]
    assert hold_against_others(tmp_path, seed, orders if seed != 23 else ())


def test_what_one_role_said_that_did_not_agree_changes_nothing_that_is_known() -> None:
    """Disagreement and backing are those of what was agreed: the last word alone may lower it."""
    chance, tried = Random(3), 0
    while tried < 150:
        room = drawn(chance)
        profile = profile_of(room, rounds=1, recorded=True)
        for question, recorded in room.recorded.items():
            roles = recorded.get("agreed", {}).get("by", ())
            voices = profile.answers[question].voices
            if not roles or all(voice.role in roles for voice in voices):
                continue
            rule = nordic().questions[question]
            before = question_result(nordic(), rule, profile)
            for level in range(5):
                first = {
                    slot: said if ROLES[slot[0]] in roles else {"level": level}
                    for slot, said in room.rounds[0][question].items()
                }
                rounds = (room.rounds[0] | {question: first}, room.rounds[1])
                other = profile_of(room._replace(rounds=rounds), rounds=1, recorded=True)
                after = question_result(nordic(), rule, other)
                assert after.disagreement is before.disagreement is False
                if after.answered == before.answered and after.evidence == before.evidence:
                    assert after.backed == before.backed
                    tried += 1


def test_what_is_only_recorded_backs_no_more_than_its_voices_do() -> None:
    """A level that nobody agreed on is no second look at who stands where."""
    chance, tried = Random(4), 0
    while tried < 150:
        room = drawn(chance)
        profile = profile_of(room, rounds=2, recorded=False)
        for question, answer in profile.answers.items():
            rule = nordic().questions[question]
            by_voices = question_result(nordic(), rule, profile)
            if by_voices.backed is None:
                continue
            for low, high in pairwise(range(5)):
                levels = [
                    question_result(
                        nordic(),
                        rule,
                        build_profile(
                            json.loads(_file(room)) | {"answers": {question: _tree(answer, level)}}
                        ),
                    )
                    for level in (low, high)
                ]
                assert levels[0].backed is not None
                assert levels[1].backed is not None
                assert levels[0].backed <= levels[1].backed, "a higher level backs no less"
                assert levels[1].disagreement is by_voices.disagreement
                tried += 1


def _tree(answer: Any, level: int) -> dict[str, Any]:
    """Voices with a level beside them."""
    voices = [
        {"role": voice.role, "by": voice.by}
        | ({"state": str(voice.state)} if voice.level is None else {"level": int(voice.level)})
        for voice in answer.voices
    ]
    return {"level": level, "voices": voices}


def test_what_is_sealed_changes_nothing(tmp_path: Path) -> None:
    """Whoever is sealed may have said anything."""
    chance = Random(5)
    room = drawn(chance)
    texts = []
    for number in range(2):
        rounds = tuple(
            {
                question: {
                    slot: {**said, "level": chance.randrange(5)} if "level" in said else said
                    for slot, said in voices.items()
                }
                for question, voices in each.items()
            }
            for each in room.rounds
        )
        folder = tmp_path / str(number)
        folder.mkdir()
        other = room._replace(rounds=(rounds[0], rounds[1]))
        (folder / "p.yaml").write_text(_file(other), "utf-8")
        for name in ("q", "g"):
            (folder / f"{name}.yaml").write_text(
                json.dumps(json.loads(_file(other)) | {"group": name}), "utf-8"
            )
        files = sent(folder / "in", *_pages(other, other.rounds[0], 0))
        assert run(["merge", "p.yaml", *files], folder=folder).code == 0
        texts.append(dict(outputs(folder, ())))
        assert score(nordic(), profile_of(other, rounds=0, recorded=False)).sealed == 0
    assert texts[0] == texts[1]
