"""The interview in every kind of terminal: readable in full, never steered, left as it was."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import questionnaire_for
from tests.given.command_line import environment, python_for
from tests.given.patience import PATIENCE
from tests.given.window import PROMPT, Window, comment, sitting

pyte = pytest.importorskip("pyte", reason="the screen of a terminal is read by pyte")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")

EDITED: tuple[dict[str, str], ...] = ({}, {"NO_COLOR": "1"}, {"TERM": "xterm"})
DUMB = {"TERM": "dumb"}
PLAIN = (
    DUMB,
    {"TERM": "unknown"},
    {"TERM": ""},
    {"ACCESSIBLE": "1"},
    {**DUMB, "NO_COLOR": "1"},
)
C = {"LC_ALL": "C", "PYTHONUTF8": ""}
NARROW = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""Python itself takes C for UTF-8; here it is not allowed to."""
ASCII = (C, {**C, **DUMB}, NARROW, {**NARROW, **DUMB})
SMALL, LARGE = (12, 40), (24, 80)
"""Lines and columns. The small one is the hard one; of the large one every kind has one here."""

UNWANTED = ("\x1b[6n", "\x1b[?1049h", "\a")
"""What asks the terminal where its cursor is, leaves the scrollback, or beeps."""


def squeezed(text: str) -> str:
    return " ".join(text.split())


def anchors() -> list[str]:
    """Everything that must be read to answer the first question."""
    rules = questionnaire_for(shipped_questionnaires()[-1]).value
    assert rules is not None
    question = rules.questions["POL1"]
    texts = [question.text, *(option.text for option in question.options)]
    return [squeezed(text.in_language("en")[0]) for text in texts]


def on_screen(raw: str, size: tuple[int, int]) -> str:
    """What stands on the screen and in its scrollback, as people read it."""
    screen = pyte.HistoryScreen(size[1], size[0], history=1000, ratio=0.5)
    pyte.Stream(screen).feed(raw)
    rows = [*screen.history.top, *(screen.buffer[y] for y in range(size[0]))]
    return "\n".join("".join(row[x].data for x in range(size[1])) for row in rows)


@pytest.mark.parametrize(
    ("env", "size"),
    [
        *((env, SMALL) for env in ({}, *PLAIN[:-1], C, NARROW)),
        *(
            pytest.param(env, SMALL, marks=pytest.mark.slow)
            for env in (*EDITED[1:], PLAIN[-1], {**C, **DUMB}, {**NARROW, **DUMB})
        ),
        *(pytest.param(env, LARGE, marks=pytest.mark.slow) for env in (*EDITED, *PLAIN, *ASCII)),
    ],
    ids=str,
)
def test_every_anchor_is_read_in_full(
    begun: Path, env: dict[str, str], size: tuple[int, int]
) -> None:
    narrow = env.get("PYTHONUTF8") == "0"
    with sitting(begun, "p.yaml", size=size, **env) as window:
        window.expect(PROMPT)
        seen = squeezed(on_screen(window.raw, size))
        for text in anchors():
            shown = text.encode("ascii", "replace").decode() if narrow else text
            assert shown in seen
        window.answer("3", "", "6", "c Ærø")
        window.sendintr()
        assert window.end() == 130
    if env in PLAIN or env.get("TERM") == "dumb":
        assert "\x1b" not in window.raw
    else:
        assert "\x1b" in window.raw
        assert not [one for one in UNWANTED if one in window.raw]
    assert comment(begun, "POL3") == "Ærø"


def test_asked_for_plain_lines(begun: Path) -> None:
    with sitting(begun, "--plain", "p.yaml") as window:
        window.expect(PROMPT)
        window.send("ab\x1b[D\x1b[Dx\x1b[C\x7f\x01y\x05z\x15")
        window.answer("c Rødgrøåd\x1b[D\x7f", "?", "o")
        window.sendeof()
        assert window.end() == 0
    assert "\x1b" not in window.raw
    assert comment(begun) == "Rødgrød"


def test_a_letter_is_corrected_in_the_editor(begun: Path) -> None:
    with sitting(begun, "p.yaml") as window:
        window.expect(PROMPT)
        window.answer("c", "Rødgrøåd\x1b[D\x7f")
        window.sendeof()
        assert window.end() == 0
    assert comment(begun) == "Rødgrød"


@pytest.mark.parametrize("typed", [b"3\n\nc four words are enough\nq\n", b"", b"3\n\n\xff\xfe\n"])
def test_a_pipe_is_read_as_it_is(begun: Path, typed: bytes) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "sdgassess", "assess", "p.yaml"],
        cwd=begun,
        env=environment(TERM="xterm-256color"),
        input=typed,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0
    assert b"\x1b" not in ran.stdout + ran.stderr
    assert all(text in squeezed(ran.stdout.decode()) for text in anchors())


@pytest.mark.parametrize("given", ["</dev/null", "<&-"])
@pytest.mark.parametrize("env", [{"TERM": "xterm-256color"}, {"TERM": "dumb"}, C], ids=str)
def test_nobody_there_is_the_end_of_input(begun: Path, given: str, env: dict[str, str]) -> None:
    command = f"{shlex.join(python_for(env))} -m sdgassess assess p.yaml {given}"
    window = Window(["-c", command], begun, program="bash", env=env)
    assert window.end() == 0
    assert "Traceback" not in window.raw
    assert "\x1b" not in window.raw
