"""The example sitting in `docs/`, taken anew: `python -m tests.example_sitting`.

A whole Danish sitting is typed into a real terminal, 80 columns wide and taller than all that is
shown; what stands there at the end is the page, with the minutes that were written on the way.
Days and times that the clock told are set to those of the page.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import deque
from pathlib import Path

import pexpect
import pyte

from tests.given.command_line import environment
from tests.given.places import ROOT

PAGE = ROOT / "docs" / "example-sitting.md"
COMMAND = ("--lang", "da", "assess", "--log", "referat.md", "eksempelby.yaml")
_ROWS, _COLUMNS = 4000, 80
_PROMPT = re.compile(r"(?:: |\) |\? )$")
_QUESTION = re.compile(r"^([A-Z]{3,5}[0-9])(?: \(h m j\))?: $")
_PATIENCE = 30.0
_CLOCK = re.compile(r"(Sidst gemt|begynder) [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{5}")

LEVELS = {
    "POL1": "3",
    "POL3": "2",
    "POL2": "2",
    "POL4": "1",
    "POL6": "2",
    "LED1": "1",
    "LED3": "2",
    "LED4": "3",
    "LED5": "1",
    "SAM1": "2",
    "SAM4": "2",
    "SAM3": "1",
    "SAM5": "2",
    "CORE1": "1",
    "CORE2": "2",
    "CORE3": "2",
    "CORE4": "2",
    "CORE5": "2",
    "CORE6": "1",
    "BUD1": "2",
    "BUD2": "2",
    "BUD3": "1",
    "BUD4": "-",
    "BUD5": "u",
    "COORD2": "3",
    "COORD4": "3",
    "COORD5": "3",
    "COORD6": "2",
    "CONT1": "1",
    "CONT2": "2",
    "CONT3": "2",
    "CONT4": "u",
    "CONT5": "2",
    "CONT6": "2",
    "FOC1": "3",
    "FOC3": "1",
    "FOC4": "2",
    "FOC5": "2",
    "LRN1": "2",
    "LRN3": "1",
    "LRN2": "u",
    "LRN4": "3",
    "LRN5": "4",
    "PAR2": "3",
    "PAR3": "3",
    "PAR4": "2",
    "PAR5": "3",
    "EXT1": "3",
    "EXT2": "3",
    "EXT4": "2",
    "EXT3": "3",
    "EXT5": "3",
    "EXT6": "2",
}
FIRST = {
    "POL5": ["1 fordi byrådet vedtog retningen i maj, men uden økonomi"],
    "LED2": ["c3 l1"],
    "LED3": ["c POL3 Det gælder kun de to største udvalg", "2"],
    "SAM1": ["b", "2"],
    "SAM2": ["a"],
    "SAM3": ["o", "1"],
    "CORE4": ["c Æ, ø og å", "2"],
    "BUD3": ["l sv", "l da", "1"],
    "COORD1": ["c2 l1"],
    "COORD3": ["\x03", "2 4/6"],
    "COORD6": ["c Skolerne er først med fra efteråret", "2"],
    "FOC2": ["c3 l2"],
    "PAR1": ["a"],
}
"""What is typed at a question before, or in the place of, its level."""
EVIDENCE = {
    "POL1": "Plan- og udviklingsstrategi 2024–2028, vedtaget af byrådet 2024-10-29",
    "COORD5": "i Referat fra tovholdergruppen: det faste punkt om sager på tværs 2025-11-18",
    "FOC1": "Notat om de fem mål: hvad er på spil, og hvor kan vi påvirke? 2024-08-20",
    "LRN5": "i Aftale om, at to nabokommuner bruger metodehåndbogen 2025-06-17",
    "PAR2": "Metodehåndbog: spørg først 2024-11-04",
    "PAR3": "Samarbejdsaftale om mødestedet på Torvet 2024-05-22",
    "EXT1": "Partnerskabsstrategi 2025–2028 2025-04-08",
    "EXT2": "Partnerne siger, at de ved, hvem der gør hvad 2026-03-05",
}
AGREED = {
    "LED2": "1 cl Hverdagen afgør det",
    "SAM2": "1 l Lederen har det sidste ord her",
    "COORD1": "1 l Der er ingen penge i år",
    "FOC2": "2 cl Referatet fra direktionen viser det",
    "PAR1": "1 l Lederen har det sidste ord her",
}
NUMBERS = deque(["5", "6", "2", "5", "9", "5", "5", "j", "3"])
"""The answers about the setting, in the order in which they are asked."""
STYLE = deque(["1", "1", "1", "2", "2", "2", "2", "2"])
PLANS = deque(
    [
        *("Kommunaldirektøren", "1.10.2026", "Et kommissorium på to sider til direktionen"),
        *("Udviklingschefen", "efter budgettet", ""),
    ]
)
UNSEEN = {"SAM2": deque(["2", "1"]), "PAR1": deque(["2", "1"])}
ENDS = ("Er vurderingen færdig", "Stil nu", "Vurder dem nu")


class Played:
    """A sitting in a terminal that is tall enough for all of it."""

    def __init__(self, folder: Path) -> None:
        """Begin it."""
        self._screen = pyte.Screen(_COLUMNS, _ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "sdgassess", *COMMAND],
            cwd=str(folder),
            env=environment(TERM="xterm-256color"),
            dimensions=(_ROWS, _COLUMNS),
            timeout=_PATIENCE,
        )
        self._child.delaybeforesend = None
        self._answered = -1
        self.over = False

    def prompt(self) -> str:
        """The prompt that waits now, in one line; empty when the sitting is over."""
        while not self.over:
            self._read()
            row = self._screen.cursor.y
            line = self._screen.display[row][: self._screen.cursor.x]
            if row > self._answered and _PROMPT.search(line):
                self._answered = row
                return line
        return ""

    def _read(self) -> None:
        """Draw what has come, until nothing comes for a moment."""
        try:
            while True:
                self._stream.feed(self._child.read_nonblocking(65536, timeout=0.15))
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            self.over = True

    def type(self, text: str) -> None:
        """Type a line; a Ctrl-C comes in the middle of one."""
        self._child.send("halvfærdig\x03" if text == "\x03" else f"{text}\r")

    def shown(self) -> list[str]:
        """Everything that stands on the screen."""
        lines = [line.rstrip() for line in self._screen.display]
        while lines and not lines[-1]:
            lines.pop()
        return lines


class Room:
    """What the two who are here type."""

    def __init__(self) -> None:
        self._left = {key: deque(lines) for key, lines in FIRST.items()}
        self._at = ""

    def line(self, prompt: str) -> str:
        """What is typed at a prompt."""
        opening = {"Kommune: ": "Eksempelby", "Hvem er til stede?": "c Strategi, l Skole"}
        for begins, typed in opening.items():
            if prompt.startswith(begins):
                return typed
        if prompt.startswith("Begynd"):
            return "12.3.2026 j" if not self._begun() else ""
        match = _QUESTION.match(prompt)
        if match:
            return self._at_question(match[1], judged="(h m j)" in prompt)
        return self._follow_up(prompt)

    def _begun(self) -> bool:
        """Whether the line of how it begins was changed already."""
        seen, self._at = self._at == "begun", "begun"
        return seen

    def _at_question(self, question: str, *, judged: bool) -> str:
        """A level, or what comes before it."""
        if judged:
            return "h m j" if question == "LED2" else "m m"
        self._at = question
        waiting = self._left.get(question)
        return waiting.popleft() if waiting else LEVELS[question]

    def _follow_up(self, prompt: str) -> str:
        """What belongs to the question at hand, or to the end."""
        if "skjult" in prompt:
            return UNSEEN[self._at].popleft()
        if prompt.startswith("Svar"):
            return (STYLE if self._at == "style" else NUMBERS).popleft()
        if prompt.startswith("Stil nu"):
            self._at = "style"
        plan = ("Hvem gør det?", "Hvornår?", "Hvad er første skridt?")
        if prompt.startswith(plan):
            return PLANS.popleft()
        if prompt.startswith(ENDS):
            return "j"
        fixed = {
            "Hvor kan det ses?": EVIDENCE.get(self._at, ""),
            "Hvilket niveau er I enige om?": AGREED.get(self._at, ""),
            "Hvem kan svare på det?": "økonomichefen",
            "Hvorfor er det ikke relevant?": "Kommunen har ingen projekter af den slags",
            "Hvem ser det anderledes": "Koordinatoren ser mere fremdrift end skolerne",
            "Vælg højst": "1 2",
        }
        return next((typed for begins, typed in fixed.items() if prompt.startswith(begins)), "")


def taken() -> tuple[list[str], str]:
    """The screens of the sitting, and its minutes."""
    with tempfile.TemporaryDirectory() as name:
        folder, room, shown = Path(name), Room(), list[str]()
        while not shown or not _finished(shown):
            sitting = Played(folder)
            if shown:
                shown += [
                    "```",
                    "",
                    "```console",
                    f"$ sdgassess {' '.join(COMMAND)}",
                    "```",
                    "",
                    "```text",
                ]
            while prompt := sitting.prompt():
                sitting.type(room.line(prompt))
            shown += sitting.shown()
        return shown, (folder / "referat.md").read_text("utf-8")


def _finished(shown: list[str]) -> bool:
    """Whether the last thing said was what to do next."""
    return any(line.startswith("Herefter:") for line in shown)


def page() -> str:
    """The page, with the clock as it stands there."""
    shown, minutes = taken()
    screens = _CLOCK.sub(r"\1 2026-03-12 10:00", "\n".join(shown))
    minutes = _CLOCK.sub(r"\1 2026-03-12 10:00", minutes)
    minutes = re.sub(r"^- [0-9]{2}:[0-9]{2} ", "- 10:00 ", minutes, flags=re.MULTILINE)
    introduction, _, rest = PAGE.read_text("utf-8").partition("```text\n")
    about_minutes = rest[rest.index("# The minutes of it") : rest.index("\n# Eksempelby")]
    return f"{introduction}```text\n{screens}\n```\n\n{about_minutes}\n{minutes}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
