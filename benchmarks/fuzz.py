"""Damaged files and changes at random, as long as there is time: what the readers and splices do.

Run with `python -m benchmarks.fuzz [MINUTES] [SEED]` (one minute by default), from the root of the
checkout. What must hold:

- any bytes are a source or problems, never an exception, and take no longer than a second;
- PyYAML's two parsers give the same verdict; the reader of JSON has one, too;
- a text written by hand, changed at random, reads as wanted, and stays as it is once it does;
- every remark is kept where it is asked for, whatever is taken out.

Each finding is printed with its input; the counts come last. The exit code is 1 with findings.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from sdgassess.files.read import reader
from sdgassess.files.read.json_reader import parse_json
from sdgassess.files.read.plain_loader import PlainLoader
from sdgassess.files.read.reader import parse
from sdgassess.files.splice.plan import same
from sdgassess.files.splice.relocate import Relocation, relocated, relocated_tree
from sdgassess.files.splice.remarks import remarks_of, with_remarks_of
from sdgassess.files.splice.splice import Unspliceable, spliced
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import tell
from sdgassess.problem import has_errors
from sdgassess.text import hides
from tests.given.handwriting import by_hand, changed

ROOT = Path(__file__).resolve().parents[1]
LIBYAML = reader.LOADER
LONGEST = 3_000
"""Bytes of a damaged file: the parser in Python is slow."""
PATIENCE = 1.0
PIECES = [
    *(b"?", b"\t", b":", b"#", b" ", b"\n", b'"', b"'", b"[", b"]", b"{", b"}", b",", b"-"),
    *(b"- ", b": ", b" #", b"|", b">", b"|2\n", b"|+\n", b"%", b"@", b"&a ", b"*a", b"!", b"\r"),
    *(
        b"\r\n",
        b"\\",
        b"~",
        b"? ",
        b"---\n",
        b"...\n",
        b"<<: ",
        b"\\u",
        b"\\UFFFFFFFF",
        b"\\ud800",
    ),
    *(
        b"\xe2\x80\xa8",
        b"\xc2\x85",
        b"\xef\xbb\xbf",
        b"\xe2\x80\x8b",
        b"\xc2\xa0",
        b"\xff",
        b"\x00",
    ),
    *(b"\xf0\x9f\x91\xa8\xe2\x80\x8d", b"\xe2\x80\x9c", b"<<<<<<< a\n", b"=======\n", b"9" * 20),
]


class Finding(Exception):  # noqa: N818 - what a run is for, and no error of its own
    """Something that must hold did not."""


def seeds() -> list[bytes]:
    """Files to begin from: what ships, and the cases of reading."""
    folders = ("profiles", "questionnaires", "tests/files/read/cases", "tests/files/splice/cases")
    paths = [path for folder in folders for path in sorted((ROOT / folder).glob("**/*.yaml"))]
    return [path.read_bytes() for path in paths]


def damaged(random: Random, files: list[bytes]) -> bytes:
    """A piece of a file with other pieces put in, cut out and doubled."""
    whole = random.choice(files)
    start = 0 if random.random() < 0.7 else random.randrange(len(whole) + 1)
    raw = whole[start : start + random.randrange(20, LONGEST)]
    for _ in range(random.randrange(1, 6)):
        first = random.randrange(len(raw) + 1)
        last = min(len(raw), first + random.choice([0, 0, 0, 1, 2, 30]))
        piece = random.choice([*PIECES, b"", raw[first:last] * 2])
        raw = raw[:first] + piece + raw[last:]
    return raw


def read_anything(random: Random, files: list[bytes]) -> bytes:
    """Any damaged file is a source or problems, for every reader alike."""
    raw = damaged(random, files)
    sources = []
    for parser in (LIBYAML, PlainLoader):
        reader.LOADER = parser
        start = time.process_time()
        source, problems = parse(raw, "any.yaml")
        reader.LOADER = LIBYAML
        if time.process_time() - start > PATIENCE:
            raise Finding("slow", raw)
        if source is None and not problems:
            raise Finding("nothing said", raw)
        if any(hides(tell(problem, Words("da"), 60)) for problem in problems):
            raise Finding("something hidden was said", raw)
        sources.append((source and source.data, has_errors(problems)))
    if repr(sources[0]) != repr(sources[1]):
        raise Finding("two verdicts", raw)
    return raw


def read_json(random: Random, files: list[bytes]) -> bytes:
    """Any damaged file is a source or problems to the reader of JSON."""
    raw = damaged(random, files).replace(b"'", b'"')
    start = time.process_time()
    source, problems = parse_json(raw, "any.json")
    if (source is None) == (not problems) or time.process_time() - start > PATIENCE:
        raise Finding("neither read nor refused, or slow", raw)
    return raw


def change_by_hand(random: Random, _: list[bytes]) -> bytes:
    """A text written by hand reads as wanted after a change, and stays so."""
    source, _hand = by_hand(random)
    wanted = changed(random, source.data)
    raw = source.text.encode()
    try:
        after = spliced(source, wanted)
    except Unspliceable as failure:
        raise Finding("cannot be changed", raw, wanted) from failure
    read, problems = parse(after.text.encode(), "x.yaml")
    if read is None or has_errors(problems) or not same(read.data, wanted):
        raise Finding("does not read as wanted", raw, wanted)
    if spliced(read, wanted).text != read.text:
        raise Finding("is changed again", raw, wanted)
    kept = with_remarks_of(source, after)
    if not same(kept.data, wanted):
        raise Finding("remarks changed what it says", raw, wanted)
    if kept is not after and Counter(remarks_of(source)) - Counter(remarks_of(kept)):
        raise Finding("a remark is lost", raw, wanted)
    return raw


def move_by_hand(random: Random, _: list[bytes]) -> bytes:
    """Entries of a text written by hand go elsewhere with their remarks."""
    source, _hand = by_hand(random)
    sections = [key for key, value in source.data.items() if isinstance(value, dict) and value]
    moves = [
        Relocation(section, key, random.choice([section, "unmapped", "style"]), f"{key}x")
        for section in sections
        for key in random.sample(list(source.data[section]), 1)
    ]
    after, performed = relocated(source, moves)
    raw = source.text.encode()
    if not same(after.data, relocated_tree(source.data, performed)):
        raise Finding("does not read as moved", raw, moves)
    if Counter(remarks_of(source)) - Counter(remarks_of(after)):
        raise Finding("a remark is lost by moving", raw, moves)
    return raw


TRIALS: tuple[Callable[[Random, list[bytes]], bytes], ...] = (
    read_anything,
    read_json,
    change_by_hand,
    move_by_hand,
)


def main() -> None:
    """Try until the time is over; print findings, then counts."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    random = Random(int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    files, inputs, findings = seeds(), Counter[str](), Counter[str]()
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        trial = random.choice(TRIALS)
        inputs[trial.__name__] += 1
        try:
            trial(random, files)
        except Finding as finding:
            findings[f"{trial.__name__}: {finding.args[0]}"] += 1
            print(*map(repr, finding.args), sep="\n  ", flush=True)
        except Exception:  # noqa: BLE001 - a crash is what is looked for
            findings[f"{trial.__name__}: crash"] += 1
            traceback.print_exc()
    print(f"{minutes:g} minutes: {dict(inputs)}")
    print(f"findings: {dict(findings)}")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
