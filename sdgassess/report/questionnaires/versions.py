"""Two versions of a questionnaire beside each other, for people who wrote or will answer them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.analysis.versions.differences import ChangedQuestion, Differences, Rewording
from sdgassess.analysis.versions.effect_on_profiles import Effect, EffectKind
from sdgassess.analysis.versions.lineage import Kin, Kinship
from sdgassess.analysis.versions.migration import Fate, Migration
from sdgassess.analysis.versions.rule_changes import RuleChange, RuleKind
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.question import Question, Text
from sdgassess.phrases.changes import COMPARABLE, REASONS
from sdgassess.phrases.problems.messages import say
from sdgassess.phrases.rules import otherwise, rule_words
from sdgassess.problem import Problem
from sdgassess.text import number, one_line

PARTS = {
    "text": N_("question"),
    "guidance": N_("what counts"),
    "evidence_hint": N_("what shows it"),
    "next_steps": N_("next steps"),
}
"""What of a question reads otherwise."""

KINDS = {
    RuleKind.CORE: N_("core question"),
    RuleKind.BACKED_BY: N_("backed by"),
    RuleKind.ROLES: N_("put to"),
    RuleKind.LAST_WORD: N_("last word"),
    RuleKind.ASK_IF: N_("asked if"),
    RuleKind.NODE: N_("part"),
    RuleKind.ROLLED_UP_BY: N_("rolled up by"),
    RuleKind.OUTSIDE_VOICE: N_("outside voice"),
    RuleKind.ROLL_UP: N_("roll-up"),
    RuleKind.GATE: N_("gate"),
    RuleKind.PATTERN: N_("pattern"),
    RuleKind.VOICES: N_("voices"),
    RuleKind.BACKING: N_("backing"),
    RuleKind.PRIORITIES: N_("priorities"),
    RuleKind.RESPONDENT: N_("role"),
    RuleKind.CONTEXT: N_("context question"),
    RuleKind.STYLE: N_("style axis"),
}
"""What kind of rule is otherwise."""

_IN_PARTS = {
    *(RuleKind.PATTERN, RuleKind.VOICES, RuleKind.BACKING, RuleKind.PRIORITIES),
    *(RuleKind.RESPONDENT, RuleKind.CONTEXT, RuleKind.STYLE),
}
"""Rules that are said part by part; the others fit a sentence."""


def diff_screen(
    found: Differences, held: Sequence[Held], words: Words, columns: int
) -> list[Line]:
    """What became otherwise, and what that does to some profiles.

    Args:
        found: the differences.
        held: profiles that were named, each with what would become of it.
        words: the language to speak; texts are shown in it.
        columns: how wide the terminal is.
    """
    page = Page(words, columns)
    older, newer = found.older, found.newer
    said = words(
        "from version {older} to version {newer}", older=older.version, newer=newer.version
    )
    page.title(f"{newer.id}: {said}")
    if found.none:
        page.text(words("Both ask and score the same."))
    else:
        page.text(_counts(found, words))
    _added(page, found)
    _removed(page, found)
    _changed(page, found, words("Reworded"), found.reworded)
    _changed(page, found, words("Other levels"), found.rescaled)
    _moved(page, found)
    if found.rules:
        page.heading(words("Changed rules"))
    for change in found.rules:
        _rule(page, change)
    touched_lines(page, held)
    return page.lines


def _counts(found: Differences, words: Words) -> str:
    """How much of each kind there is, in one line."""
    return words(
        "{added} added, {removed} removed, {reworded} reworded, {rescaled} with other levels, "
        "{moved} moved, {rules} rules changed",
        added=len(found.added),
        removed=len(found.removed),
        reworded=len(found.reworded),
        rescaled=len(found.rescaled),
        moved=len(found.moved),
        rules=len(found.rules),
    )


def _added(page: Page, found: Differences) -> None:
    """Questions that are new, with what they ask."""
    if found.added:
        page.heading(page.words("Added"))
    for question, related in found.added:
        now = found.newer.questions[question]
        page.item(f"{question}: {page.say(now.text)} ({_standing(page.words, now, related)})")
        _levels(page, related)


def _standing(words: Words, now: Question, related: Kin) -> str:
    """Where a question comes from, and whether older answers compare."""
    told = [old for change in now.history for old in change.replaces]
    if related.reason is not Kinship.REPLACES or not told:
        return words(REASONS[related.reason])
    from_there = words("in the place of {ids}", ids=", ".join(dict.fromkeys(told)))
    return f"{from_there}; {words(COMPARABLE[related.comparable])}"


def _removed(page: Page, found: Differences) -> None:
    """Questions that are gone, and what stands for them."""
    if found.removed:
        page.heading(page.words("Removed"))
    for one in found.removed:
        text = page.say(found.older.questions[one.question].text)
        if one.replaced_by:
            ids = ", ".join(one.replaced_by)
            text = page.words("{text} (now {ids})", text=text, ids=ids)
        page.item(f"{one.question}: {text}")


def _moved(page: Page, found: Differences) -> None:
    """Questions that stand in another part."""
    words = page.words
    if found.moved:
        page.heading(words("Moved"))
    for one in found.moved:
        page.item(
            words(
                "{id}: from {older} to {newer}", id=one.question, older=one.older, newer=one.newer
            )
        )


def _changed(page: Page, found: Differences, title: str, those: Sequence[ChangedQuestion]) -> None:
    """Questions that say something else, with both texts."""
    if those:
        page.heading(title)
    for at, one in enumerate(those):
        if at:
            page.blank()
        told = page.words(COMPARABLE[one.related.comparable])
        page.text(f"{one.question}: {told}", "  ", strong=True)
        _note(page, found, one)
        _levels(page, one.related)
        for text in one.texts:
            _rewording(page, text)


def _note(page: Page, found: Differences, one: ChangedQuestion) -> None:
    """Why it was changed, in its author's words."""
    for change in found.newer.questions[one.question].history:
        if change.note is not None and change.version == found.newer.version:
            page.text(page.say(change.note), "    ")


def _levels(page: Page, related: Kin) -> None:
    """Which level of then is which now, where that is not the same."""
    moved = {then: now for then, now in (related.levels or {}).items() if then != now}
    if moved:
        said = ", ".join(f"{number(then)} → {number(now)}" for then, now in moved.items())
        page.text(page.words("Levels then and now: {levels}", levels=said), "    ")


def _rewording(page: Page, one: Rewording) -> None:
    """One text, then and now."""
    words = page.words
    if one.level is not None:
        name = words("level {level}", level=number(one.level))
    else:
        name = words(PARTS[one.part])
    if one.older is None and one.newer is None:
        page.text(words("{part}: otherwise", part=name), "    ")
        return
    then, now = _text(page, one.older), _text(page, one.newer)
    if then == now:
        page.text(words("{part}: only in {languages}", part=name, languages=_where(one)), "    ")
        return
    page.text(name, "    ")
    page.text(words("was: {text}", text=then), "      ", "        ")
    page.text(words("now: {text}", text=now), "      ", "        ")


def _text(page: Page, text: Text | None) -> str:
    """A text in the page's language; a dash where there is none."""
    return page.say(text) if text is not None else "–"


def _where(one: Rewording) -> str:
    """The languages in which a text reads otherwise."""
    then = one.older.words if one.older else {}
    now = one.newer.words if one.newer else {}
    return ", ".join(k for k in dict.fromkeys((*then, *now)) if then.get(k) != now.get(k))


def _rule(page: Page, change: RuleChange) -> None:
    """One rule, then and now."""
    words = page.words
    lead = " ".join(part for part in (change.about, words(KINDS[change.kind])) if part)
    there = change.older is not None and change.newer is not None
    if change.kind in _IN_PARTS:
        if not there:
            standing = words("new") if change.older is None else words("gone")
            page.item(f"{lead}: {standing}")
            return
        page.item(lead)
        for one in otherwise(change.older, change.newer, words):
            page.text(one.name, "      ")
            page.text(words("was: {text}", text=one.older), "        ", "          ")
            page.text(words("now: {text}", text=one.newer), "        ", "          ")
        return
    page.item(lead)
    page.text(words("was: {text}", text=rule_words(change.older, words)), "      ", "        ")
    page.text(words("now: {text}", text=rule_words(change.newer, words)), "      ", "        ")


TOUCHES = {
    EffectKind.ALREADY: N_("answers version {version} already"),
    EffectKind.OTHER: N_("answers {id} {version}: not touched"),
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
    touched: Effect | None
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
            page.item(f"{file}: {page.words(TOUCHES[one.touched.kind], **facts)}")
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
