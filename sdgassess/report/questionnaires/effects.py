"""What a new version of a questionnaire does to profiles that were named, one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdgassess.analysis.versions.effect_on_profiles import Effect, EffectKind
from sdgassess.analysis.versions.migration import Fate, Migration
from sdgassess.document.screen import Block, Head, Prose, item
from sdgassess.language import N_, Words
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.phrases.problems.messages import say
from sdgassess.problem import Problem
from sdgassess.text import one_line

_TOUCHES = {
    EffectKind.ALREADY: N_("answers version {version} already"),
    EffectKind.OTHER_VERSION: N_("answers {id} {version}: not touched"),
}


class NamedProfile(NamedTuple):
    """A profile that was named.

    Attributes:
        file: its name as it was given.
        ref: what it answers; None where it could not be read.
        touched: what would become of it; None where it could not be read.
        problems: why it could not be.
    """

    file: str
    ref: QuestionnaireRef | None
    touched: Effect | None
    problems: tuple[Problem, ...] = ()


def effects_part(words: Words, profiles: Sequence[NamedProfile]) -> Iterator[Block]:
    """Each profile with what stays, what is read anew, and what must be asked."""
    if profiles:
        yield Head(words("What it does to profiles"))
    for profile in profiles:
        file = one_line(profile.file)
        if profile.touched is None or profile.ref is None:
            for problem in profile.problems:
                yield item(say(problem, words))
        elif profile.touched.migration is None:
            facts = {"id": profile.ref.id, "version": profile.ref.version}
            yield item(f"{file}: {words(_TOUCHES[profile.touched.kind], **facts)}")
        else:
            yield from _migration(
                words, file, profile.touched.migration, untouched=profile.touched.untouched
            )


def _migration(
    words: Words, file: str, migration: Migration, *, untouched: bool
) -> Iterator[Block]:
    """One profile that could be taken over."""
    if untouched:
        yield item(words("{file}: every answer stays, and nothing is to be asked", file=file))
        return
    counts = words(
        "{file}: {carried} answers stay, {mapped} are read anew, {unmapped} are kept unscored",
        file=file,
        carried=migration.count(Fate.CARRIED),
        mapped=migration.count(Fate.MAPPED),
        unmapped=migration.count(Fate.UNMAPPED),
    )
    yield item(counts)
    asked_before = [ask.question for ask in migration.ask if ask.earlier]
    added = [ask.question for ask in migration.ask if not ask.earlier]
    if asked_before:
        yield Prose(words("To be asked again: {ids}", ids=", ".join(asked_before)), lead="      ")
    if added:
        yield Prose(words("New questions: {ids}", ids=", ".join(added)), lead="      ")
