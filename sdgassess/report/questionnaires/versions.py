"""Two versions of a questionnaire beside each other, for people who wrote or will answer them."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.versions.differences import ChangedQuestion, Differences, Rewording
from sdgassess.analysis.versions.lineage import Kin, Kinship
from sdgassess.analysis.versions.rule_changes import RuleChange, RuleKind
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.model.question import Question, Text
from sdgassess.model.version import version_order
from sdgassess.numbers import written_number
from sdgassess.phrases.changes import COMPARABLE, IN_PLACE, REASONS
from sdgassess.phrases.rules import otherwise, rule_words
from sdgassess.report.questionnaires.effects import NamedProfile, write_effects

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
    RuleKind.KIND: N_("answers"),
    RuleKind.CAP: N_("at most"),
    RuleKind.WEIGHT: N_("weight"),
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
    RuleKind.STRONG_FROM: N_("strong from"),
}
"""What kind of rule is otherwise."""

_IN_PARTS = {
    *(RuleKind.PATTERN, RuleKind.VOICES, RuleKind.BACKING, RuleKind.PRIORITIES),
    *(RuleKind.RESPONDENT, RuleKind.CONTEXT, RuleKind.STYLE),
}
"""Rules that are said part by part; the others fit a sentence."""


def diff_screen(
    differences: Differences, profiles: Sequence[NamedProfile], words: Words, columns: int
) -> list[Line]:
    """What became otherwise, and what that does to some profiles.

    Args:
        differences: what is otherwise between the versions.
        profiles: those that were named, each with what would become of it.
        words: the language to speak; texts are shown in it.
        columns: how wide the terminal is.
    """
    page = Page(words, columns)
    older, newer = differences.older, differences.newer
    versions = words(
        "from version {older} to version {newer}", older=older.version, newer=newer.version
    )
    page.title(f"{newer.id}: {versions}")
    if differences.none:
        page.text(words("Both ask and score the same."))
    else:
        page.text(_counts(differences, words))
    _added(page, differences)
    _removed(page, differences)
    _changed(page, differences, words("Reworded"), differences.reworded)
    _changed(page, differences, words("Other levels"), differences.rescaled)
    _changed(page, differences, words("Declared, in the same words"), differences.declared)
    _moved(page, differences)
    if differences.rules:
        page.heading(words("Changed rules"))
    for change in differences.rules:
        _rule(page, change)
    for declared in differences.newer.history:
        if declared.note is not None and _is_between(differences, declared.version):
            page.item(f"{', '.join(declared.about)}: {page.say(declared.note)}")
    write_effects(page, profiles)
    return page.lines


def _counts(differences: Differences, words: Words) -> str:
    """How much of each kind there is, in one line."""
    counts = words(
        "{added} added, {removed} removed, {reworded} reworded, {rescaled} with other levels, "
        "{moved} moved, {rules} rules changed",
        added=len(differences.added),
        removed=len(differences.removed),
        reworded=len(differences.reworded),
        rescaled=len(differences.rescaled),
        moved=len(differences.moved),
        rules=len(differences.rules),
    )
    if not differences.declared:
        return counts
    return words("{counts}; {n} only declared", counts=counts, n=len(differences.declared))


def _added(page: Page, differences: Differences) -> None:
    """Questions that are new, with what they ask."""
    if differences.added:
        page.heading(page.words("Added"))
    for question, related in differences.added:
        added = differences.newer.questions[question]
        page.item(f"{question}: {page.say(added.text)} ({_standing(page.words, added, related)})")
        _levels(page, related)


def _standing(words: Words, question: Question, related: Kin) -> str:
    """Where a question comes from, and whether older answers compare."""
    replaced = [old for change in question.history for old in change.replaces]
    if related.reason is not Kinship.REPLACES or not replaced:
        return words(REASONS[related.reason])
    in_place = words(IN_PLACE, ids=", ".join(dict.fromkeys(replaced)))
    return f"{in_place}; {words(COMPARABLE[related.comparable])}"


def _removed(page: Page, differences: Differences) -> None:
    """Questions that are gone, and what stands for them."""
    if differences.removed:
        page.heading(page.words("Removed"))
    for removal in differences.removed:
        text = page.say(differences.older.questions[removal.question].text)
        if removal.replaced_by:
            ids = ", ".join(removal.replaced_by)
            text = page.words("{text} (now {ids})", text=text, ids=ids)
        page.item(f"{removal.question}: {text}")


def _moved(page: Page, differences: Differences) -> None:
    """Questions that stand in another part."""
    words = page.words
    if differences.moved:
        page.heading(words("Moved"))
    for transfer in differences.moved:
        page.item(
            words(
                "{id}: from {older} to {newer}",
                id=transfer.question,
                older=transfer.older,
                newer=transfer.newer,
            )
        )


def _changed(
    page: Page, differences: Differences, title: str, changes: Sequence[ChangedQuestion]
) -> None:
    """Questions that say something else, with both texts."""
    if changes:
        page.heading(title)
    for at, change in enumerate(changes):
        if at:
            page.blank()
        comparable = page.words(COMPARABLE[change.related.comparable])
        page.text(f"{change.question}: {comparable}", "  ", strong=True)
        _note(page, differences, change)
        _levels(page, change.related)
        for text in change.texts:
            _rewording(page, text)


def _note(page: Page, differences: Differences, reworded: ChangedQuestion) -> None:
    """Why it was changed, in its author's words."""
    for change in differences.newer.questions[reworded.question].history:
        if change.note is not None and _is_between(differences, change.version):
            page.text(page.say(change.note), "    ")


def _is_between(differences: Differences, version: str) -> bool:
    """Whether something declared for a version came after the older of the two."""
    return version_order(version) > version_order(differences.older.version)


def _levels(page: Page, related: Kin) -> None:
    """Which level of then is which now, where that is not the same."""
    levels = related.levels or {}
    moved = {older: newer for older, newer in levels.items() if older != newer}
    if moved:
        listed = ", ".join(
            f"{written_number(older, page.words)} → {written_number(newer, page.words)}"
            for older, newer in moved.items()
        )
        page.text(page.words("Levels then and now: {levels}", levels=listed), "    ")


def _rewording(page: Page, rewording: Rewording) -> None:
    """One text, then and now."""
    words = page.words
    if rewording.level is not None and rewording.option is not None:
        worth = written_number(rewording.level, words)
        name = words("answer {option}, worth {level}", option=rewording.option, level=worth)
    elif rewording.level is not None:
        name = words("level {level}", level=written_number(rewording.level, words))
    else:
        name = words(PARTS[rewording.part])
    if rewording.older is None and rewording.newer is None:
        page.text(words("{part}: otherwise", part=name), "    ")
        return
    older, newer = _text(page, rewording.older), _text(page, rewording.newer)
    if older == newer:
        languages = _languages(rewording)
        page.text(words("{part}: only in {languages}", part=name, languages=languages), "    ")
        return
    page.text(name, "    ")
    page.text(words("was: {text}", text=older), "      ", "        ")
    page.text(words("now: {text}", text=newer), "      ", "        ")


def _text(page: Page, text: Text | None) -> str:
    """A text in the page's language; a dash where there is none."""
    return page.say(text) if text is not None else "–"


def _languages(rewording: Rewording) -> str:
    """The languages in which a text reads otherwise."""
    older = rewording.older.words if rewording.older else {}
    newer = rewording.newer.words if rewording.newer else {}
    return ", ".join(k for k in dict.fromkeys((*older, *newer)) if older.get(k) != newer.get(k))


def _rule(page: Page, change: RuleChange) -> None:
    """One rule, then and now."""
    words = page.words
    lead = " ".join(part for part in (change.about, words(KINDS[change.kind])) if part)
    in_both = change.older is not None and change.newer is not None
    if change.kind in _IN_PARTS:
        if not in_both:
            standing = words("new") if change.older is None else words("gone")
            page.item(f"{lead}: {standing}")
            return
        page.item(lead)
        _rule_parts(page, change)
        return
    page.item(lead)
    older, newer = rule_words(change.older, words), rule_words(change.newer, words)
    if in_both and older == newer:
        _rule_parts(page, change)
        return
    page.text(words("was: {text}", text=older), "      ", "        ")
    page.text(words("now: {text}", text=newer), "      ", "        ")


def _rule_parts(page: Page, change: RuleChange) -> None:
    """What is otherwise about a rule, part by part."""
    for part in otherwise(change.older, change.newer, page.words):
        page.text(part.name, "      ")
        page.text(page.words("was: {text}", text=part.older), "        ", "          ")
        page.text(page.words("now: {text}", text=part.newer), "        ", "          ")
