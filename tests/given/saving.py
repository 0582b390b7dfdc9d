"""Profiles to save; run as a program, it saves and counts versions until it is killed."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdgassess.files.build.profile import build_profile
from sdgassess.files.read.reader import read_source
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Municipality,
    Period,
    Profile,
    QuestionnaireRef,
    Voice,
)

if TYPE_CHECKING:
    import pytest

VERSIONS = 12


def assessment() -> Profile:
    """A profile without answers."""
    return Profile(
        municipality=Municipality("Eksempelby", "DK"),
        date=dt.date(2026, 3, 12),
        questionnaire=QuestionnaireRef("nordic-sdg-governance", "1.0"),
    )


def with_answers(profile: Profile, number: int) -> Profile:
    """The profile with so many more answers, with all that an answer may hold."""
    new = {
        f"Q{at}": Answer(
            level=Fraction(at % 5),
            asked="Hvor langt når dagsordenen ind på fagudvalgenes egne dagsordener?",
            means="Alle relevante fagudvalg behandler den med faste mellemrum",
            evidence=(
                Evidence(EvidenceKind.DOCUMENT, "Dagsorden", "23/4711", Period.of(profile.date)),
            ),
            voices=(Voice("politician", Fraction(3), by="p1"), Voice("executive", Fraction(1))),
            comment="one\ntwo\n" if at % 3 == 0 else None,
        )
        for at in range(number)
    }
    return profile._replace(answers={**profile.answers, **new})


def version(number: int) -> Profile:
    """One of the versions that the program goes through."""
    return with_answers(assessment(), 3 * (number % VERSIONS))


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def fail(patch: pytest.MonkeyPatch, call: str, at: int) -> Iterator[int]:
    """Make a call to the system fail once, at its n-th use; the next number of its uses."""
    real, uses = getattr(os, call), count()

    def failing(*arguments: Any, **named: Any) -> Any:
        if next(uses) == at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(*arguments, **named)

    patch.setattr(os, call, failing)
    return uses


def main(path: Path) -> None:
    """Save version after version, and print the number of each."""
    with hold(path):
        document, _ = read_source(path)
        assert document is not None
        file = ProfileFile.opened(path, document, build_profile(document.data))
        for number in count(1):
            file.save(version(number))
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
