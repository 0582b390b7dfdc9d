"""Firefox without a window, driven over its own protocol (Marionette): open, run, close.

Playwright drives a Firefox of its own alone; what people have is this one.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.given.patience import PATIENCE

NAMES = ("firefox", "firefox-esr")


def firefox_path() -> str | None:
    """Where Firefox is; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A running Firefox.

    Attributes:
        downloads: where it puts what it downloads.
    """

    def __init__(self, connection: socket.socket, downloads: Path) -> None:
        self.downloads = downloads
        self._connection = connection
        self._count = 0
        self._read()
        self._ask("WebDriver:NewSession", {"strictFileInteractability": False})

    def open(self, file: Path) -> None:
        """Open a file in the window."""
        self._ask("WebDriver:Navigate", {"url": file.as_uri()})

    def run(self, script: str, *arguments: Any) -> Any:
        """Run a script in the page; gives what it returns."""
        asked = {"script": script, "args": list(arguments), "newSandbox": False, "sandbox": None}
        return self._ask("WebDriver:ExecuteScript", asked)["value"]

    def wait_for(self, script: str, wanted: Any) -> None:
        """Run a script until it returns what is wanted."""
        end = time.monotonic() + PATIENCE
        while (content := self.run(script)) != wanted:
            assert time.monotonic() < end, content
            time.sleep(0.1)

    def click(self, selector: str) -> None:
        """Click the first element of a kind, as a mouse does."""
        found = self._ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        self._ask("WebDriver:ElementClick", {"id": next(iter(found["value"].values()))})

    def type(self, selector: str, text: str) -> None:
        """Type into the first element of a kind, key by key."""
        found = self._ask("WebDriver:FindElement", {"using": "css selector", "value": selector})
        element = next(iter(found["value"].values()))
        self._ask("WebDriver:ElementSendKeys", {"id": element, "text": text})

    def downloaded(self, name: str) -> bytes:
        """A file that was downloaded, once it is whole."""
        file = self.downloads / name
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if file.exists() and file.stat().st_size and not list(self.downloads.glob("*.part")):
                return file.read_bytes()
            time.sleep(0.1)
        raise AssertionError(f"{name} did not come; there are {list(self.downloads.iterdir())}")

    def quit(self) -> None:
        """End it, as somebody does who closes the window."""
        self._ask("Marionette:Quit", {"flags": ["eForceQuit"]})

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        """Send a command; gives its result."""
        self._count += 1
        raw = json.dumps([0, self._count, command, parameters]).encode()
        self._connection.sendall(str(len(raw)).encode() + b":" + raw)
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def _read(self) -> Any:
        """One message."""
        length = b""
        while (digit := self._connection.recv(1)) != b":":
            assert digit, "Firefox hung up"
            length += digit
        content = b""
        while len(content) < int(length):
            content += self._connection.recv(int(length) - len(content))
        return json.loads(content)


@contextmanager
def firefox(profile: Path, preferences: Sequence[tuple[str, Any]] = ()) -> Iterator[Firefox]:
    """A Firefox with a profile of its own, which is kept for the next start.

    Args:
        profile: the folder of the profile; made where it is missing.
        preferences: what is set otherwise than it comes.
    """
    path = firefox_path()
    assert path is not None, "asked only where there is one"
    downloads = profile.parent / "downloads"
    for folder in (profile, downloads):
        folder.mkdir(exist_ok=True)
    # It takes a port that is free at that moment, and writes down which; one that was free before
    # it began may be somebody else's by then.
    told = profile / "MarionetteActivePort"
    told.unlink(missing_ok=True)
    settings = [
        ("marionette.port", 0),
        ("browser.download.folderList", 2),
        ("browser.download.dir", str(downloads)),
        ("browser.download.useDownloadDir", True),
        ("browser.helperApps.neverAsk.saveToDisk", "application/json,text/html"),
        ("datareporting.policy.dataSubmissionEnabled", False),
        ("app.update.enabled", False),
        *preferences,
    ]
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    with (
        tempfile.TemporaryDirectory(prefix="firefox-home-") as home,
        subprocess.Popen(
            [path, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        ) as process,
    ):
        try:
            with _connected(told) as connection:
                running = Firefox(connection, downloads)
                yield running
                running.quit()
            process.wait(timeout=PATIENCE)
        finally:
            process.kill()


def _connected(told: Path) -> socket.socket:
    """A connection, once Firefox listens on the port that it writes into a file."""
    end = time.monotonic() + PATIENCE
    while True:
        with suppress(OSError, ValueError):
            port = int(told.read_text("ascii"))
            return socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        assert time.monotonic() < end, "Firefox does not listen"
        time.sleep(0.1)
