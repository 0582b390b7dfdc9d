"""The saving that an interview is handed: a profile in, its file on the disk.

Codes: P413 the file was changed meanwhile · P417 the changes could not be fitted into what people
wrote (in both cases ours is kept beside it) · P418 the profile has outgrown what can be read
again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from sdgassess.files.read.reader import MOST_NODES, parse, read_bytes
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.fragment import dump
from sdgassess.files.splice.layout import LaidOut, Tree, profile_tree
from sdgassess.files.splice.plan import same
from sdgassess.files.splice.relocate import Relocation, relocated, relocated_tree
from sdgassess.files.splice.remarks import with_remarks_of
from sdgassess.files.splice.splice import Unspliceable, encoded, spliced
from sdgassess.files.write.rights import Rights
from sdgassess.files.write.writer import (
    NOT_CONFIRMED,
    WrittenFile,
    keep_beside,
    replace,
    write_new,
)
from sdgassess.model.profile import Profile
from sdgassess.problem import (
    Fact,
    Problem,
    Where,
    WriteRefused,
    has_errors,
)


class ProfileFile:
    """A profile's file, kept in step with the profile.

    An existing file is never written anew as a whole: what changed is spliced in. What the file
    says in its own way (no `scope`, an empty `answers:`) stays that way while it means the same.

    Attributes:
        path: where the profile is saved; after a conflict the file beside it, so that a sitting
            can go on without losing answers.
    """

    def __init__(
        self,
        path: Path,
        source: SourceFile | None,
        saved: Tree | None,
        rights: Rights | None = None,
    ) -> None:
        """See `new` and `opened`."""
        self.path = path
        self._rights = rights
        self._source = source
        self._saved = saved
        self._laid_out: LaidOut | None = None
        self._stands: str | None = None
        self._remarked: SourceFile | None = None

    @classmethod
    def new(cls, path: Path, rights: Rights | None = None) -> Self:
        """A file that does not exist yet; the first save creates it.

        Args:
            path: the file.
            rights: what it may be given at most, where it takes over from another profile.
        """
        return cls(path, None, None, rights)

    @classmethod
    def opened(cls, path: Path, source: SourceFile, profile: Profile | None = None) -> Self:
        """A file that was read.

        Args:
            path: the file.
            source: what was read from it, without errors.
            profile: what was built from the source; with it, what only means the default is
                left as it stands.
        """
        return cls(path, source, None if profile is None else profile_tree(profile))

    def move(self, moves: Sequence[Relocation]) -> None:
        """Move entries with their own lines, so that what people noted inside them goes along.

        Nothing is written; the next save writes it. A move that cannot be made that way is left
        to the save, which then takes the entry out and writes it anew.

        Args:
            moves: which entries go where.
        """
        source, saved = self._source, self._saved
        if source is None or saved is None:
            return
        self._stands = self._stands or source.digest
        self._source, performed = relocated(source, moves)
        self._saved = relocated_tree(saved, performed)

    def keep_remarks(self) -> None:
        """Let the next save keep every remark; those of what goes then stand at the end."""
        self._remarked = self._source

    def save(self, profile: Profile, *, without: Profile | None = None) -> WrittenFile | None:
        """Bring the file in step with the profile.

        Args:
            profile: what the file shall say.
            without: the same without what shall be written anew as a whole, so that nothing of
                how it was laid out before is left.

        Returns:
            What was written, or None where nothing had changed.

        Raises:
            WriteRefused: it could not be written and the old file is as it was; or it was
                written, and something else is wrong (P413, P417, P419).
        """
        tree = profile_tree(profile, self._laid_out)
        self._laid_out = LaidOut(profile, tree)
        source = self._source
        bare = None if without is None else profile_tree(without)
        written = self._create(tree) if source is None else self._update(source, tree, bare)
        self._saved = tree
        return written

    def _create(self, tree: Tree) -> WrittenFile:
        """Write a new file."""
        source = self._readable(tree, dump(tree).encode())
        try:
            written = write_new(self.path, source.text, self._rights)
        except WriteRefused as refused:
            if refused.problems[0].code == NOT_CONFIRMED:
                self._source, self._saved = source, tree
            raise
        self._source = source
        return written

    def _update(
        self, source: SourceFile, tree: Tree, bare: Tree | None = None
    ) -> WrittenFile | None:
        """Splice the changes into the file, by way of a bare one where there is one."""
        wanted = (
            tree if self._saved is None else in_the_files_terms(source.data, self._saved, tree)
        )
        try:
            if bare is None:
                following = spliced(source, wanted)
            else:
                have = self._saved
                base = bare if have is None else in_the_files_terms(source.data, have, bare)
                following = spliced(spliced(source, base), wanted)
        except Unspliceable as failure:
            if failure.problems:
                raise self._outgrown(failure.problems) from failure
            raise self._aside(tree) from failure
        if self._remarked is not None:
            following, self._remarked = with_remarks_of(self._remarked, following), None
        if following is source and self._stands is None:
            return None
        raw = encoded(following, following.text)
        try:
            written = replace(self.path, raw, self._stands or source.digest)
        except WriteRefused as refused:
            self._after_refusal(refused, following, tree)
            raise
        self._source, self._stands = following, None
        return written

    def _readable(self, tree: Tree, raw: bytes) -> SourceFile:
        """Our own text as the reader reads it: it must say what was meant."""
        source, problems = parse(raw, str(self.path))
        if source is None or has_errors(problems) or not same(source.data, tree):
            raise self._outgrown(problems)
        return source

    def _outgrown(self, problems: Sequence[Problem]) -> WriteRefused:
        """What is said where the reader would refuse what was to be written."""
        codes = [problem.code for problem in problems]
        facts: dict[str, Fact] = {"detail": ", ".join(codes)}
        if "P018" in codes:  # shorter texts would not help
            facts["entries"] = MOST_NODES
        return WriteRefused(Problem("P418", Where(str(self.path)), facts))

    def _aside(self, tree: Tree) -> WriteRefused:
        """Keep the answers in a file beside this one, go on there, and say so."""
        place = Where(str(self.path))
        beside = keep_beside(self.path, dump(tree))
        self._go_on_in(beside.path, tree)
        return WriteRefused(Problem("P417", place, {"kept": str(beside.path)}), *beside.doubts)

    def _after_refusal(self, refused: WriteRefused, following: SourceFile, tree: Tree) -> None:
        """Know what stands on the disk now, so that the next save is held against that."""
        problem = refused.problems[0]
        if problem.code == "P413":
            self._go_on_in(Path(str(problem.facts["kept"])), tree)
            return
        raw, _ = read_bytes(self.path, str(self.path))
        if raw is not None and raw == encoded(following, following.text):
            self._source, self._saved, self._stands = following, tree, None

    def _go_on_in(self, path: Path, tree: Tree) -> None:
        """Save to another file from now on."""
        raw, _ = read_bytes(path, str(path))
        self._source = parse(raw, str(path))[0] if raw is not None else None
        self.path, self._saved, self._stands = path, tree, None


def in_the_files_terms(have: Any, base: Any, want: Any) -> Any:
    """What is wanted, said as the file says it wherever it means what it meant.

    Args:
        have: the tree of the file.
        base: the canonical tree of what was built from the file.
        want: the canonical tree of what shall be saved.
    """
    if same(base, want):
        return have
    if isinstance(have, dict) and isinstance(base, dict) and isinstance(want, dict):
        return _carried_map(have, base, want)
    lists = isinstance(have, list) and isinstance(base, list) and isinstance(want, list)
    if lists and len(have) == len(base):
        triples = zip(have, base, want, strict=False)
        return [in_the_files_terms(*triple) for triple in triples] + want[len(have) :]
    return want


def _carried_map(have: Tree, base: Tree, want: Tree) -> Tree:
    """The same for a map: defaults that the file leaves out stay out, idle entries stay in."""
    result: Tree = {}
    for key, value in want.items():
        if key in base and key in have:
            result[key] = in_the_files_terms(have[key], base[key], value)
        elif key not in base or not same(base[key], value):
            result[key] = value
    idle = {key: value for key, value in have.items() if key not in base and key not in want}
    return result | idle
