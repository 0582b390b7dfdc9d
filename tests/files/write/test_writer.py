"""The writer: what stands on the disk afterwards, and what is refused."""

from __future__ import annotations

import os
import resource
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sdgassess.files.write import temporary
from sdgassess.files.write.lock import host, lock_path
from sdgassess.files.write.writer import (
    digest_of,
    hold,
    keep_beside,
    overwrite,
    replace,
    write_into,
    write_new,
)
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import hint, message
from sdgassess.problem import ExitCode, WriteRefused
from tests.given.saving import names

OLD, NEW = b"old\n", b"new\n"


def refused(run: Callable[[], object]) -> str:
    """The code of the problem that a write ends in; its words hold no blank."""
    with pytest.raises(WriteRefused) as caught:
        run()
    assert caught.value.exit_code is ExitCode.WRITE
    problem, words = caught.value.problems[0], Words("en")
    assert "(nothing)" not in message(problem, words)
    assert hint(problem, words)
    return problem.code


@pytest.fixture
def old(folder: Path) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(OLD)
    return path


def test_a_new_file_holds_what_was_given_and_obeys_the_umask(folder: Path) -> None:
    before = os.umask(0o027)
    try:
        written = write_new(folder / "a.yaml", "æ\n")
    finally:
        os.umask(before)
    assert written.path.read_bytes() == "æ\n".encode()
    assert written.digest == digest_of("æ\n".encode())
    assert stat.S_IMODE(written.path.stat().st_mode) == 0o640


def test_a_new_file_never_overwrites(old: Path) -> None:
    assert refused(lambda: write_new(old, NEW)) == "P410"
    assert old.read_bytes() == OLD


def test_a_file_that_appears_at_the_last_moment_is_not_overwritten(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder / "a.yaml"
    link = os.link

    def late(source: Path, target: Path) -> None:
        path.write_bytes(OLD)
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    assert refused(lambda: write_new(path, NEW)) == "P410"
    assert path.read_bytes() == OLD


def test_where_there_are_no_hard_links_a_new_file_is_written_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", none)
    write_new(folder / "a.yaml", NEW)
    assert (folder / "a.yaml").read_bytes() == NEW
    assert refused(lambda: write_new(folder / "a.yaml", OLD)) == "P410"


def test_replacing_keeps_the_mode(old: Path) -> None:
    old.chmod(0o664)
    replace(old, NEW, digest_of(OLD))
    assert old.read_bytes() == NEW
    assert stat.S_IMODE(old.stat().st_mode) == 0o664


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
def test_replacing_keeps_owner_and_group(old: Path) -> None:
    os.chown(old, 1234, 4321)
    replace(old, NEW, digest_of(OLD))
    assert (old.stat().st_uid, old.stat().st_gid) == (1234, 4321)


def test_the_same_content_is_not_written_again(old: Path) -> None:
    before = old.stat()
    assert replace(old, OLD, "not what was read").digest == digest_of(OLD)
    assert overwrite(old, OLD).digest == digest_of(OLD)
    assert (old.stat().st_ino, old.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_changed_meanwhile_is_kept_and_so_is_ours(old: Path) -> None:
    read = digest_of(OLD)
    old.write_bytes(b"theirs\n")
    with pytest.raises(WriteRefused) as caught:
        replace(old, NEW, read)
    kept = old.with_name("a.conflict-1.yaml")
    assert [problem.code for problem in caught.value.problems] == ["P413"]
    assert caught.value.problems[0].facts["kept"] == str(kept)
    assert (old.read_bytes(), kept.read_bytes()) == (b"theirs\n", NEW)
    assert refused(lambda: replace(old, b"newer\n", read)) == "P413"
    assert kept.read_bytes() == NEW
    assert old.with_name("a.conflict-2.yaml").read_bytes() == b"newer\n"


def test_a_file_that_vanished_is_written_again(old: Path) -> None:
    old.unlink()
    replace(old, NEW, digest_of(OLD))
    assert old.read_bytes() == NEW


def test_a_link_is_kept_and_its_target_written(old: Path, folder: Path) -> None:
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.yaml"
    link.symlink_to("../a.yaml")
    assert replace(link, NEW, digest_of(OLD)).path == old.resolve()
    assert link.is_symlink()
    assert old.read_bytes() == NEW


def test_a_new_file_through_a_link_that_leads_nowhere_yet(folder: Path) -> None:
    link = folder / "link.yaml"
    link.symlink_to("a.yaml")
    write_new(link, NEW)
    assert link.is_symlink()
    assert (folder / "a.yaml").read_bytes() == NEW


def test_what_may_not_be_written_is_refused(old: Path, folder: Path) -> None:
    read = digest_of(OLD)
    old.chmod(0o444)
    assert refused(lambda: replace(old, NEW, read)) == "P404"
    assert refused(lambda: overwrite(old, NEW)) == "P404"
    old.chmod(0o644)
    os.link(old, folder / "second.yaml")
    assert refused(lambda: replace(old, NEW, read)) == "P414"
    (folder / "loop").symlink_to("loop")
    assert refused(lambda: overwrite(folder / "loop", NEW)) == "P415"
    os.mkfifo(folder / "pipe")
    assert refused(lambda: overwrite(folder / "pipe", NEW)) == "P402"
    assert refused(lambda: overwrite(folder, NEW)) == "P402"
    assert refused(lambda: write_new(folder / "none" / "a.yaml", NEW)) == "P401"
    assert refused(lambda: write_new(old / "a.yaml", NEW)) == "P401"
    (folder / "astray").symlink_to("none/a.yaml")
    assert refused(lambda: write_new(folder / "astray", NEW)) == "P401"
    assert not (folder / "none").exists()
    assert refused(lambda: write_new(folder / ("x" * 300), NEW)) == "P409"
    assert refused(lambda: write_new(folder / "a\0b", NEW)) == "P416"
    assert old.read_bytes() == OLD


def test_a_name_as_long_as_the_disk_allows(folder: Path) -> None:
    path = folder / ("x" * 250 + ".yaml")
    replace(path, NEW, write_new(path, OLD).digest)
    assert path.read_bytes() == NEW


def test_a_temporary_name_that_somebody_prepared_is_not_followed(old: Path, folder: Path) -> None:
    victim = folder / "victim"
    victim.write_bytes(b"precious\n")
    mark = temporary._host_mark()
    trap = folder / f".sdgassess-{mark}-{os.getpid()}-0.tmp"
    trap.symlink_to(victim)
    replace(old, NEW, digest_of(OLD))
    assert victim.read_bytes() == b"precious\n"
    assert old.read_bytes() == NEW
    trap.unlink()


def test_only_what_our_own_dead_processes_left_is_swept(old: Path, folder: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    mark = temporary._host_mark()
    ours = folder / f".sdgassess-{mark}-{process.pid}-0.tmp"
    kept = [
        folder / f".sdgassess-{mark}-{os.getppid()}-0.tmp",
        folder / f".sdgassess-00000000-{process.pid}-0.tmp",
        folder / f".sdgassess-{mark}-{process.pid}-0.tmp.bak",
        folder / f".other-{process.pid}.tmp",
    ]
    for path in (ours, *kept):
        path.write_bytes(b"")
    replace(old, NEW, digest_of(OLD))
    assert not ours.exists()
    assert all(path.exists() for path in kept)
    for path in kept:
        path.unlink()


def test_a_disk_that_holds_no_more_leaves_the_old_file(old: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        assert refused(lambda: replace(old, b"x" * 100_000, digest_of(OLD))) == "P408"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert old.read_bytes() == OLD


HOLDER = """
import sys, time
from pathlib import Path
from sdgassess.files.write.writer import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_whoever_holds_a_file_is_named(old: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(old)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for _ in range(2):  # asking must not wipe out the answer
            with pytest.raises(WriteRefused) as caught:
                replace(old, NEW, digest_of(OLD))
            problem = caught.value.problems[0]
            assert problem.code == "P411"
            assert problem.facts["process"] == str(holder.pid)
            assert problem.facts["computer"] == host() == socket.gethostname()
            assert str(problem.facts["since"])[:2] == "20"
        holder.kill()
    assert lock_path(old).exists()
    replace(old, NEW, digest_of(OLD))  # a lock ends with its process
    assert old.read_bytes() == NEW


def test_a_session_holds_a_file_over_many_writes(old: Path, folder: Path) -> None:
    with hold(old):
        signed = lock_path(old).read_text()
        assert str(os.getpid()) in signed
        with hold(old):
            digest = replace(old, NEW, digest_of(OLD)).digest
        assert lock_path(old).read_text() == signed
        replace(old, b"newer\n", digest)
        assert names(folder) == [".a.yaml.lock", "a.yaml"]
    assert old.read_bytes() == b"newer\n"


def test_a_session_is_refused_at_once_where_nothing_could_be_written(old: Path) -> None:
    old.chmod(0o444)
    with pytest.raises(WriteRefused), hold(old):
        pytest.fail("must not begin")


def test_a_set_of_files_is_written_once_and_left_when_it_is_the_same(folder: Path) -> None:
    out = folder / "out"
    first = write_into(out, {"a.md": "a\n", "b.svg": b"b\n"})
    before = (out / "a.md").stat().st_mtime_ns
    (out / "b.svg").unlink()
    assert write_into(out, {"a.md": "a\n", "b.svg": b"b\n"}) == first
    assert (out / "a.md").stat().st_mtime_ns == before
    (out / "a.md").write_text("mine\n")
    assert refused(lambda: write_into(out, {"a.md": "a\n", "c.md": "c\n"})) == "P410"
    assert names(out) == ["a.md", "b.svg"]
    for name in ("../x", "", "a/b", ".."):
        with pytest.raises(ValueError, match=r"^$|/|\.\."):
            write_into(out, {name: ""})
    assert refused(lambda: write_into(folder / "no" / "out", {"a": ""})) == "P401"


def test_keeping_beside_finds_a_free_number(folder: Path) -> None:
    names = [keep_beside(folder / "a.b.yaml", str(n)).path.name for n in range(3)]
    assert names == ["a.b.conflict-1.yaml", "a.b.conflict-2.yaml", "a.b.conflict-3.yaml"]


def test_pieces_are_written_one_after_another(folder: Path) -> None:
    pieces = (b"a" * 70_000, b"", "æ\n".encode())
    for write in (write_new, overwrite):
        written = write(folder / "pieces", iter(pieces))
        assert written.path.read_bytes() == b"".join(pieces)
        assert written.digest == digest_of(b"".join(pieces))


@pytest.mark.parametrize("stands", [None, OLD])
def test_what_fails_between_two_pieces_leaves_the_old_file(
    folder: Path, stands: bytes | None
) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"the first"
        raise ZeroDivisionError

    path = folder / "pieces"
    if stands is not None:
        path.write_bytes(stands)
    before = sorted(folder.iterdir())
    with pytest.raises(ZeroDivisionError):
        overwrite(path, pieces())
    assert sorted(folder.iterdir()) == before
    assert not path.exists() or path.read_bytes() == stands
