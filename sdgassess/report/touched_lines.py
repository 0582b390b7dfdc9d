"""What a new version does to profiles, a few lines each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.analysis.migration import Fate, Migration
from sdgassess.analysis.touched import Touch, Touched
from sdgassess.language import N_
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.problem import Problem
from sdgassess.report.page import Page
from sdgassess.report.problems import say
from sdgassess.text import one_line

TOUCHES = {
    Touch.ALREADY: N_("answers version {version} already"),
    Touch.OTHER: N_("answers {id} {version}: not touched"),
}


class Held(NamedTuple):
    """A profile that was named.

    Attributes:
        file: its name as it was given.
        ref: what it answers; None where it could not be read.
        touched: what would become of it; None where it could not be read.
        problems: why it could not be.
    """

    file: str
    ref: QuestionnaireRef | None
    touched: Touched | None
    problems: tuple[Problem, ...] = ()


def touched_lines(page: Page, held: Sequence[Held]) -> None:
    """Each profile with what stays, what is read anew, and what must be asked."""
    if held:
        page.heading(page.words("What it does to profiles"))
    for one in held:
        file = one_line(one.file)
        if one.touched is None or one.ref is None:
            for problem in one.problems:
                page.item(say(problem, page.words))
        elif one.touched.migration is None:
            facts = {"id": one.ref.id, "version": one.ref.version}
            page.item(f"{file}: {page.words(TOUCHES[one.touched.touch], **facts)}")
        else:
            _migration(page, file, one.touched.migration, untouched=one.touched.untouched)


def _migration(page: Page, file: str, found: Migration, *, untouched: bool) -> None:
    """One profile that could be taken over."""
    words = page.words
    if untouched:
        page.item(words("{file}: every answer stays, and nothing is to be asked", file=file))
        return
    said = words(
        "{file}: {carried} answers stay, {mapped} are read anew, {unmapped} are kept unscored",
        file=file,
        carried=found.count(Fate.CARRIED),
        mapped=found.count(Fate.MAPPED),
        unmapped=found.count(Fate.UNMAPPED),
    )
    page.item(said)
    again = [one.question for one in found.ask if one.earlier]
    new = [one.question for one in found.ask if not one.earlier]
    if again:
        page.text(words("To be asked again: {ids}", ids=", ".join(again)), "      ")
    if new:
        page.text(words("New questions: {ids}", ids=", ".join(new)), "      ")
