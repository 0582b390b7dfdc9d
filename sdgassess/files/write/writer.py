"""The only writer: a file is the old one or the new one, never something else.

Resolve the link, take the lock, compare the hash of what stands there with what was read, write a
temporary file in the same folder, force it to the disk, put it in the place of the old one, force
the folder to the disk. Whatever goes wrong before it is in its place, the temporary file is
removed, the old file is as it was, and the problem says what to do; what goes wrong after that is
told as such: the new file stands, and only the disk has not confirmed it.

Codes: P401 no such folder · P402 not a regular file · P403 not permitted · P404 marked read-only ·
P405 read-only file system · P406 disk full · P407 quota · P408 too large · P409 name too long ·
P410 is there already · P411, P412 somebody else is writing · P413 changed meanwhile, both kept ·
P414 has a second name (hard link) · P415 a chain of links · P416 any other error of the system ·
P419 written, and not confirmed by the disk · P420 no file stands where its lock belongs.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sdgassess.files.read.reader import read_bytes
from sdgassess.files.write.lock import holds, locked
from sdgassess.files.write.refusal import refusal
from sdgassess.files.write.rights import Rights, rights_of
from sdgassess.files.write.temporary import Temporary, sweep, sync_folder
from sdgassess.problem import Fact, Problem, Where, WriteRefused

Content = bytes | Iterable[bytes]
"""What a file shall hold: all of it, or its pieces one after another."""

NOT_CONFIRMED = "P419"
"""The new file stands; only whether it would survive a power cut, the disk did not say."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """What stands on the disk now.

    Attributes:
        path: the file, links resolved.
        digest: SHA-256 of its bytes, to be shown at the next write.
        doubts: what the disk has not confirmed, where a caller is told of it that way.
    """

    path: Path
    digest: str
    doubts: tuple[Problem, ...] = ()


def digest_of(content: bytes) -> str:
    """The digest that a source read from these bytes carries."""
    return hashlib.sha256(content).hexdigest()


@contextmanager
def hold(path: Path) -> Iterator[Path]:
    """Keep a file for a whole session; what is written within needs no further lock.

    Args:
        path: the file, which need not exist yet.

    Yields:
        The file itself, links resolved.

    Raises:
        WriteRefused: somebody else is writing it, or it could not be written anyway.
    """
    target = _target(path)
    fresh = not holds(target)
    with ExitStack() as session:
        with _as_refusal(path, target):
            session.enter_context(locked(target, str(path)))
            if fresh:
                sweep(target.parent)
            _refuse_unwritable(path, target)
        yield target


def write_new(path: Path, content: Content | str, rights: Rights | None = None) -> WrittenFile:
    """Write a file that must not exist yet.

    Args:
        path: the file.
        content: what it shall hold; pieces are asked for while they are written.
        rights: what it may be given at most; None leaves it to the umask.

    Raises:
        WriteRefused: it exists (P410), it cannot be written, or it was and the disk did not
            confirm it (P419).
    """
    with hold(path) as target, _as_refusal(path, target):
        if os.path.lexists(target):
            raise FileExistsError
        temporary = Temporary(target, _pieces(content), None, rights)
        with _settled(path, temporary), temporary:
            temporary.claim()
            sync_folder(target.parent)
    return WrittenFile(target, temporary.digest)


def replace(path: Path, content: bytes | str, expected_digest: str) -> WrittenFile:
    """Write a file anew, if it still is what was read.

    A file that vanished meanwhile is written again at its place: nobody's words are lost by that.

    Args:
        path: the file; a link is kept, and what it points to is written.
        content: the new content; where it stands there already, nothing is written.
        expected_digest: the digest of what was read, or last written.

    Raises:
        WriteRefused: the file was changed meanwhile (P413; ours is then kept beside it, under the
            fact `kept`), or it cannot be written.
    """
    raw = _raw(content)
    with hold(path) as target, _as_refusal(path, target):
        standing = target.read_bytes() if target.exists() else None
        if standing is not None and digest_of(standing) not in {expected_digest, digest_of(raw)}:
            beside = keep_beside(path, raw)
            facts = {"kept": str(beside.path)}
            raise WriteRefused(Problem("P413", Where(str(path)), facts), *beside.doubts)
        if standing != raw:
            _put(path, target, raw)
    return WrittenFile(target, digest_of(raw))


def overwrite(path: Path, content: Content | str, rights: Rights | None = None) -> WrittenFile:
    """Write a file whatever stands there: for output that is made anew each time.

    Args:
        path: the file; what stands there keeps the rights that people gave it.
        content: what it shall hold; pieces are asked for while they are written. Where it stands
            there already, nothing is written, but for pieces.
        rights: what a new file may be given at most; None leaves it to the umask.

    Raises:
        WriteRefused: it cannot be written, or the disk did not confirm it (P419).
    """
    raw = content.encode() if isinstance(content, str) else content
    with hold(path) as target, _as_refusal(path, target):
        if isinstance(raw, bytes) and target.exists() and target.read_bytes() == raw:
            return WrittenFile(target, digest_of(raw))
        return WrittenFile(target, _put(path, target, raw, rights))


def keep_beside(path: Path, content: bytes | str) -> WrittenFile:
    """Write `<stem>.conflict-1.yaml` (the next free number) beside a file, with no wider rights.

    Returns:
        What was written; `doubts` say where the disk did not confirm it.

    Raises:
        WriteRefused: it cannot be written.
    """
    rights = rights_of([path])
    for number in range(1, 1000):
        beside = path.with_name(f"{path.stem}.conflict-{number}{path.suffix}")
        if os.path.lexists(beside):
            continue
        try:
            return write_new(beside, content, rights)
        except WriteRefused as refused:
            code = refused.problems[0].code
            if code == NOT_CONFIRMED:
                return WrittenFile(beside, digest_of(_raw(content)), refused.problems)
            if code not in {"P410", "P411", "P412"}:
                raise
    raise WriteRefused(Problem("P410", Where(str(path))))


def keep_old(path: Path, content: bytes, version: str) -> Path:
    """Keep a file as it was before it is taken over, as `<name>.<version>.yaml.bak` beside it.

    Whoever walks folders for profiles passes by what ends in `.bak`, so that an assessment is not
    met twice. What is kept already is not written again, and nothing is ever overwritten.

    Args:
        path: the file that will be changed.
        content: what it holds.
        version: the version it answers.

    Returns:
        The file that holds the content now.

    Raises:
        WriteRefused: it cannot be written.
    """
    for number in range(1, 1000):
        count = "" if number == 1 else f"-{number}"
        beside = path.with_name(f"{path.stem}.{version}{count}{path.suffix}.bak")
        if not os.path.lexists(beside):
            write_new(beside, content, rights_of([path]))
            return beside
        if _content(beside) == content:
            return beside
    raise WriteRefused(Problem("P410", Where(str(path))))


def write_into(
    folder: Path,
    files: Mapping[str, bytes | str],
    rights: Rights | None = None,
    *,
    force: bool = False,
) -> tuple[WrittenFile, ...]:
    """Write a set of files into a folder, which is made where it is missing.

    Files that are there already with the same content are left. Where one differs, nothing at all
    is written, and where one cannot be written, those before it that are new are taken away again.

    Args:
        folder: where to; its own folder must exist.
        files: content by plain file name.
        rights: what new files may be given at most; None leaves it to the umask.
        force: whether files with another content are replaced.

    Raises:
        WriteRefused: a file is there with another content (P410), or cannot be written; or all of
            them stand, and the disk did not confirm one (P419).
    """
    fresh = not folder.exists()
    with _as_refusal(folder, folder):
        folder.mkdir(exist_ok=True)
    contents = {folder / _plain(name): _raw(content) for name, content in files.items()}
    standing = {path: _content(path) for path in contents if os.path.lexists(path)}
    differing = [path for path, content in standing.items() if content != contents[path]]
    if differing and not force:
        raise WriteRefused(*(Problem("P410", Where(str(path))) for path in differing))
    unconfirmed: list[Problem] = []
    with _all_or_none(folder if fresh else None) as created:
        for path, content in contents.items():
            with _going_on(unconfirmed):
                if path not in standing:
                    created.append(path)
                    write_new(path, content, rights)
                elif path in differing:
                    overwrite(path, content, rights)
    if unconfirmed:
        raise WriteRefused(unconfirmed[0])
    return tuple(WrittenFile(path, digest_of(content)) for path, content in contents.items())


@contextmanager
def _going_on(unconfirmed: list[Problem]) -> Iterator[None]:
    """Go on where a file stands and is only not confirmed: that is told of the whole set."""
    try:
        yield
    except WriteRefused as refused:
        if refused.problems[0].code != NOT_CONFIRMED:
            raise
        unconfirmed.append(refused.problems[0])


@contextmanager
def _all_or_none(folder: Path | None) -> Iterator[list[Path]]:
    """Take new files away again where one of a set cannot be written.

    Args:
        folder: what was made for them alone.

    Yields:
        A list to note each file in before it is written.
    """
    created: list[Path] = []
    try:
        yield created
    except BaseException:
        for path in created:
            path.unlink(missing_ok=True)
        if folder is not None:
            with suppress(OSError):  # somebody else's file came into it meanwhile
                folder.rmdir()
        raise


def _put(path: Path, target: Path, content: Content, rights: Rights | None = None) -> str:
    """Put the new content in the place of the old; gives its digest."""
    like = target.stat() if target.exists() else None
    temporary = Temporary(target, _pieces(content), like, rights)
    with _settled(path, temporary), temporary:
        temporary.move()
        sync_folder(target.parent)
    return temporary.digest


@contextmanager
def _settled(path: Path, temporary: Temporary) -> Iterator[None]:
    """Tell what fails once the new file stands as that: it is written, and not confirmed."""
    try:
        yield
    except OSError as error:
        if not temporary.stands():
            raise
        facts: dict[str, Fact] = dict(refusal(error, path, temporary.target).problems[0].facts)
        raise WriteRefused(Problem(NOT_CONFIRMED, Where(str(path)), facts)) from error


def _target(path: Path) -> Path:
    """The file itself: links are followed, and need not lead anywhere yet."""
    try:
        target = Path(os.path.realpath(path.parent, strict=True), path.name).resolve()
        if not target.parent.is_dir():  # a lock must never be what makes a folder
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    except (OSError, RuntimeError, ValueError) as error:
        raise refusal(error, path) from error
    return target


def _refuse_unwritable(path: Path, target: Path) -> None:
    """Refuse what may not be written; mode bits are asked, because root may write anything."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return
    code = None
    if not stat.S_ISREG(status.st_mode):
        code = "P402"
    elif not status.st_mode & 0o222:
        code = "P404"
    elif not os.access(target, os.W_OK):
        code = "P403"
    elif status.st_nlink > 1:
        code = "P414"
    if code:
        raise WriteRefused(Problem(code, Where(str(path)), {"target": str(target)}))


@contextmanager
def _as_refusal(path: Path, target: Path) -> Iterator[None]:
    """Turn what the system refuses into a problem that says what to do."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path, target) from error


def _pieces(content: Content | str) -> Iterable[bytes]:
    """Content piece by piece; what is at hand is one."""
    return (_raw(content),) if isinstance(content, bytes | str) else content


def _raw(content: bytes | str) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _plain(name: str) -> str:
    """A file name that leads nowhere else."""
    if name != Path(name).name or name in {"", ".", ".."}:
        raise ValueError(name)
    return name


def _content(path: Path) -> bytes | None:
    """What stands there; None where it cannot be read, such as a pipe that nobody writes to."""
    return read_bytes(path, str(path), most=None)[0]
