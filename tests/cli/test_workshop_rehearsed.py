"""A workshop from invitation to follow-up, in Danish, with everything that people do in it.

Eight people in four roles: three answer on the page in a browser, one of them in two goes; three
in the workbook, which LibreOffice saves; two on paper. What they sent is merged and opened, the
room agrees on what it sees differently, picks three steps, prints the kit, and comes back a year
later.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import openpyxl
import pexpect
import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.answer_workbook import AnswerColumn
from sdgassess.model.profile import PickStatus, Profile, Status
from tests.given.browser import browser, new_context, opened_again
from tests.given.command_line import Ran, run
from tests.given.office_desk import fill_in
from tests.given.pdfs import text_of
from tests.given.questionnaires import nordic
from tests.given.window import PROMPT, Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there"),
]

ROLES = {"p": "politician", "x": "executive", "c": "coordinator", "l": "line-manager"}
INVITED = {"p": 2, "x": 2, "c": 1, "l": 3}
ON_THE_PAGE, IN_A_WORKBOOK, ON_PAPER = ("p1", "x1", "l1"), ("c1", "x2", "l2"), ("p2", "l3")
EVERYBODY = (*ON_THE_PAGE, *IN_A_WORKBOOK, *ON_PAPER)
SEEN_DIFFERENTLY = {"CORE2": {"x": 4, "c": 3, "l": 0}, "POL3": {"p": 3, "c": 1}}
"""By letter of a role what it answers there; everywhere else all of them say 2."""
NOBODY_KNOWS = "BUD2"


def said_by(slot: str, question: str) -> int | None:
    """What somebody answers; None is "I do not know"."""
    if question == NOBODY_KNOWS:
        return None
    return SEEN_DIFFERENTLY.get(question, {}).get(slot[0], 2)


def asked_of(slot: str) -> list[str]:
    """The questions of a quick scan that are put to somebody."""
    return [
        question.id
        for question in nordic().questions.values()
        if question.core and (not question.roles or ROLES[slot[0]] in question.roles)
    ]


class Room:
    """A folder, and what is typed in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, typed: str | None = None, code: int = 0) -> Ran:
        """A command in Danish, which goes well unless another code is meant."""
        ran = run([*words, "--lang", "da"], folder=self.folder, typed=typed)
        assert ran.code == code, (words, ran.out, ran.err)
        assert "Traceback" not in ran.err
        return ran

    def profile(self, name: str = "2026.yaml") -> Profile:
        loaded = load_profile(self.folder / name)
        assert loaded.value is not None, loaded.problems
        return loaded.value

    def sit(self, *words: str, answers: Callable[[str], str]) -> str:
        """A sitting in which each prompt is answered; what was shown."""
        window = Window(
            ["-m", "sdgassess", "assess", *words, "--plain", "--lang", "da"],
            self.folder,
            size=(60, 100),
        )
        shown = ""
        try:
            while window.expect([PROMPT, pexpect.EOF]) == 0:
                part = str(window.before) + str(window.after)
                shown += part
                window.sendline(answers(part))
            shown += str(window.before)
            assert window.end() == 0, shown[-2000:]
        finally:
            window.put_away()
        return shown


def test_a_workshop_from_invitation_to_follow_up(tmp_path: Path) -> None:
    room = Room(tmp_path)
    begin(room)
    invite(room)
    answer_on_pages(room)
    answer_in_workbooks(room)
    collect(room)
    agree(room)
    print_the_kit(room)
    come_back_a_year_later(room)


def begin(room: Room) -> None:
    """A file with a name and a day; the sitting is left at its first question."""
    room.run("assess", "2026.yaml", "--quick", "--plain", typed="Prøveby\n\n2026-03-12\n\nq\n")
    profile = room.profile()
    assert (profile.municipality.name, profile.quick) == ("Prøveby", True)
    assert profile.date == dt.date(2026, 3, 12)


def invite(room: Room) -> None:
    for letter, each in INVITED.items():
        kinds = ("--as", "html,xlsx,pdf")
        room.run(
            *("invite", "2026.yaml", "--to", "ud", "--role", letter, "--each", str(each)),
            *(*kinds, "--force"),
        )
    assert {person.id for person in room.profile().participants} == set(EVERYBODY)
    for slot in EVERYBODY:
        for kind in ("html", "xlsx", "pdf"):
            assert (room.folder / "ud" / f"{slot}-{ROLES[slot[0]]}.{kind}").is_file()


def answer_on_pages(room: Room) -> None:
    """Three people answer as one does: a click for each answer; one closes the page half-way."""
    (room.folder / "retur").mkdir()
    with browser() as running:
        for slot in ON_THE_PAGE:
            place = new_context(running, locale="da-DK")
            page = place.new_page()
            page.goto((room.folder / "ud" / f"{slot}-{ROLES[slot[0]]}.html").as_uri())
            for number, question in enumerate(asked_of(slot)):
                if slot == "l1" and number == 2:
                    page = opened_again(page, place.new_page)
                level = said_by(slot, question)
                content = '{"state":"unknown"}' if level is None else f'{{"level":{level}}}'
                asked = page.locator(f'[data-question="{question}"]')
                asked.locator(f"input[value='{content}']").check()
                if slot == "l1" and question == "CORE2":
                    asked.locator("[data-field=comment]").fill("Vi har ikke tid til det")
            page.locator('[data-consent="comments"]').check()
            with page.expect_download() as download:
                page.locator(".main-button").click()
            download.value.save_as(room.folder / "retur" / download.value.suggested_filename)
            place.close()


def answer_in_workbooks(room: Room) -> None:
    for slot in IN_A_WORKBOOK:
        name = f"{slot}-{ROLES[slot[0]]}.xlsx"
        file = room.folder / "retur" / name
        file.write_bytes((room.folder / "ud" / name).read_bytes())
        fill_in(file, cells_of(slot, file))


def cells_of(slot: str, file: Path) -> Mapping[str, str]:
    """What somebody picks in the lists of their workbook, by cell."""
    book = openpyxl.load_workbook(file)
    lists = [
        [str(value) for value in column if value is not None]
        for sheet in book.worksheets[1:]
        for column in sheet.iter_cols(values_only=True)
    ]
    cells: dict[str, str] = {}
    for row in book.worksheets[0].iter_rows():
        question = str(row[AnswerColumn.ID].value)
        if question not in asked_of(slot):
            continue
        level = said_by(slot, question)
        option = None if level is None else nordic().questions[question].option(Fraction(level))
        means = "" if option is None else option.text.in_language("da")[0][:20]
        start = "? – " if level is None else f"{level} – {means}"
        picks = [entry for entries in lists for entry in entries if entry.startswith(start)]
        cells[row[AnswerColumn.ANSWER].coordinate] = picks[0]
    assert len(cells) == len(asked_of(slot))
    return cells


def collect(room: Room) -> None:
    """What came back is taken in, twice without harm, then the paper; nothing of it is seen."""
    first = room.run("merge", "2026.yaml", "retur").out
    assert "p2" in first
    assert "l3" in first
    before = (room.folder / "2026.yaml").read_bytes()
    room.run("merge", "2026.yaml", "retur")
    assert (room.folder / "2026.yaml").read_bytes() == before
    rows = []
    for slot in ON_PAPER:
        levels = [said_by(slot, question) for question in asked_of(slot)]
        values = " ".join("?" if level is None else str(level) for level in levels)
        rows.append(f"{slot}: {values}\n")
    room.run("assess", "--enter", "2026.yaml", typed="".join(rows))
    assert "Intet endnu fra" not in room.run("merge", "2026.yaml", "retur").out
    profile = room.profile()
    assert {person.id for person in profile.participants if person.returned} == set(EVERYBODY)
    for answer in profile.answers.values():
        assert all(voice.sealed for voice in answer.voices), "two on paper are not seen first"
    closed = room.run("score", "2026.yaml").out
    assert "Svar fra 8 personer er stadig forseglede" in closed
    assert not re.search("CORE2|POL3", closed)


def agree(room: Room) -> None:
    """The room opens, sees disagreement first, agrees, completes, weighs, picks three steps."""
    shown = room.sit("--agree", "2026.yaml", answers=Facilitator())
    flat = " ".join(shown.split())
    assert "8 personer har sendt svar" in flat
    assert flat.index("CORE2 Opleves") < flat.index("POL3 ") < flat.index("BUD2 Hvor")
    assert "Stemmerne går fra 0 til 4." in flat
    assert "Rollerne ligger" not in flat, "nobody said yes to being shown by role"
    profile = room.profile()
    assert profile.status is Status.COMPLETE
    for question in SEEN_DIFFERENTLY:
        answer = profile.answers[question]
        assert answer.level == 2
        assert answer.agreed is not None
        assert answer.agreed.reason == "sådan står det i planen"
        assert answer.agreed.dissent == "linjen ser det lavere"
        assert {voice.by: int(voice.level or 0) for voice in answer.voices} == {
            slot: said_by(slot, question) for slot in EVERYBODY if question in asked_of(slot)
        }
    assert profile.answers[NOBODY_KNOWS].who_knows == "økonomichefen"
    assert len(profile.priorities) == 3
    for pick in profile.priorities:
        assert (pick.who, pick.by) == ("kommunaldirektøren", "2026-10-01")
        assert pick.known_by == "Det står i referatet"
    assert "Uenighed" not in room.run("score", "2026.yaml").out


class Facilitator:
    """Answers each prompt as a room does that agrees, completes, judges, picks and plans."""

    REPLIES: tuple[tuple[str, str], ...] = (
        ("Skal de åbnes nu?", ""),
        ("Vis svar efter rolle?", "j"),
        ("Hvilket niveau er I enige om?", "2 pxcl sådan står det i planen"),
        ("Hvem ser det anderledes", "linjen ser det lavere"),
        (f"{NOBODY_KNOWS}:", "u"),
        ("Hvem kan svare på det?", "økonomichefen"),
        ("Er vurderingen færdig?", "j"),
        ("Vurder dem nu?", "j"),
        ("(h m j)", "h m j"),
        ("Vælg højst 3", "1 2 3"),
        ("Hvem gør det?", "kommunaldirektøren"),
        ("Hvornår?", "2026-10-01"),
        ("Hvad er første skridt?", "Et punkt på direktionsmødet"),
        ("Hvordan kan I se", "Det står i referatet"),
    )

    def __init__(self) -> None:
        self.prompts: list[str] = []

    def __call__(self, shown: str) -> str:
        prompt = " ".join(shown.splitlines()[-2:])
        self.prompts.append(prompt)
        assert len(self.prompts) < 150, self.prompts[-10:]
        return next((reply for start, reply in self.REPLIES if start in prompt), "")


def print_the_kit(room: Room) -> None:
    """What is printed holds what was agreed; then nobody knows any more who said what."""
    room.run("kit", "2026.yaml", "--to", "workshop")
    folder = room.folder / "workshop"
    assert len(list(folder.iterdir())) == 9
    actions = text_of((folder / "actions.pdf").read_bytes())
    assert "kommunaldirektøren" in actions
    assert actions.count("Et punkt på direktionsmødet") == 3
    assert "Her begynder vi" in text_of((folder / "poster.pdf").read_bytes())
    room.run("report", "2026.yaml", "-o", "aftalt.ics")
    assert (room.folder / "aftalt.ics").read_text("utf-8").count("BEGIN:VEVENT") == 3
    room.run("report", "2026.yaml")
    before = room.run("score", "2026.yaml").out
    room.run("merge", "2026.yaml", "--forget-who")
    assert room.run("score", "2026.yaml").out == before
    agreed = room.profile().answers["CORE2"]
    assert all(voice.by is None for voice in agreed.voices)


class NextYear(Facilitator):
    """A sitting a year later: a step higher where something was agreed, else as it was."""

    def __init__(self, agreed: set[str]) -> None:
        super().__init__()
        self._agreed = agreed

    def __call__(self, shown: str) -> str:
        prompt = " ".join(shown.splitlines()[-2:])
        question = re.search(r"([A-Z]{3,5}[1-6]): *$", prompt)
        if question is not None:
            self.prompts.append(prompt)
            return "3" if question[1] in self._agreed else "2"
        if "Begynd" in prompt and not any("Begynd" in earlier for earlier in self.prompts):
            self.prompts.append(prompt)
            return "2027-03-12"
        return super().__call__(shown)


def come_back_a_year_later(room: Room) -> None:
    """The next sitting begins with what was agreed; compare says what became of each."""
    picks = [pick.question for pick in room.profile().priorities]
    done, given_up, open_still = picks
    room.run("target", "2026.yaml", done, "--done", "2025-09-01")
    room.run("target", "2026.yaml", given_up, "--dropped", "der kom en ny regering")
    sitting = NextYear({done, open_still})
    shown = room.sit("--from", "2026.yaml", "2027.yaml", "--quick", answers=sitting)
    flat = " ".join(shown.split())
    opening = flat[: flat.index("Hvem er til stede")]
    assert "Aftalt sidste år:" in opening
    assert "gennemført 1. september 2025" in opening
    assert "der kom en ny regering" in opening
    assert opening.count("kommunaldirektøren") == 3
    assert not any(person.returned for person in room.profile("2027.yaml").participants)
    told = json.loads(room.run("compare", "2026.yaml", "2027.yaml", "--json").out)
    became = {target["question"]: target for target in told["targets"]}
    assert became[done]["outcome"] == "reached"
    assert became[given_up]["outcome"] == "not-yet"
    assert became[open_still]["outcome"] == "reached"
    said = " ".join(room.run("compare", "2026.yaml", "2027.yaml").out.split())
    assert "gennemført 1. september 2025; nået" in said
    assert "droppet: der kom en ny regering" in said
    statuses = [pick.status for pick in room.profile().priorities]
    assert statuses[:2] == [PickStatus.DONE, PickStatus.DROPPED]
