"""Two versions of a questionnaire beside each other, for people who wrote or will answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.versions.differences import ChangedQuestion, Differences, Rewording
from sdgassess.analysis.versions.lineage import Kin, Kinship
from sdgassess.analysis.versions.rule_changes import RuleChange, RuleKind
from sdgassess.document.passage import text_line
from sdgassess.document.screen import Block, Gap, Head, Prose, Title, item
from sdgassess.language import N_, Words
from sdgassess.model.question import Question, Text
from sdgassess.model.version import version_order
from sdgassess.numbers import LEVEL_IN_WORDS, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.changes import COMPARABLE, IN_PLACE, REASONS
from sdgassess.phrases.rules import otherwise, rule_words
from sdgassess.report.questionnaires.effects import NamedProfile, effects_part

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
    RuleKind.CONTEXT: labels.CONTEXT_QUESTION,
    RuleKind.STYLE: labels.STYLE_AXIS,
    RuleKind.STRONG_FROM: N_("strong from"),
}
"""What kind of rule is otherwise."""

_IN_PARTS = {
    *(RuleKind.PATTERN, RuleKind.VOICES, RuleKind.BACKING, RuleKind.PRIORITIES),
    *(RuleKind.RESPONDENT, RuleKind.CONTEXT, RuleKind.STYLE),
}
"""Rules that are said part by part; the others fit a sentence."""


def diff_blocks(
    differences: Differences, profiles: Sequence[NamedProfile], words: Words
) -> Iterator[Block]:
    """What became otherwise, and what that does to some profiles.

    Args:
        differences: what is otherwise between the versions.
        profiles: those that were named, each with what would become of it.
        words: the language to speak; texts are shown in it.
    """
    older, newer = differences.older, differences.newer
    versions = words(
        "from version {older} to version {newer}", older=older.version, newer=newer.version
    )
    yield Title((f"{newer.id}: {versions}",))
    if differences.none:
        yield Prose(words("Both ask and score the same."))
    else:
        yield Prose(_counts(differences, words))
    yield from _added(words, differences)
    yield from _removed(words, differences)
    yield from _changed(words, differences, words("Reworded"), differences.reworded)
    yield from _changed(words, differences, words("Other levels"), differences.rescaled)
    yield from _changed(
        words, differences, words("Declared, in the same words"), differences.declared
    )
    yield from _moved(words, differences)
    if differences.rules:
        yield Head(words("Changed rules"))
    for change in differences.rules:
        yield from _rule(words, change)
    for declared in differences.newer.history:
        if declared.note is not None and _is_between(differences, declared.version):
            yield item(f"{', '.join(declared.about)}: {text_line(declared.note, words)}")
    yield from effects_part(words, profiles)


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


def _added(words: Words, differences: Differences) -> Iterator[Block]:
    """Questions that are new, with what they ask."""
    if differences.added:
        yield Head(words("Added"))
    for question, related in differences.added:
        added = differences.newer.questions[question]
        yield item(
            f"{question}: {text_line(added.text, words)} ({_standing(words, added, related)})"
        )
        yield from _levels(words, related)


def _standing(words: Words, question: Question, related: Kin) -> str:
    """Where a question comes from, and whether older answers compare."""
    replaced = [old for change in question.history for old in change.replaces]
    if related.reason is not Kinship.REPLACES or not replaced:
        return words(REASONS[related.reason])
    in_place = words(IN_PLACE, ids=", ".join(dict.fromkeys(replaced)))
    return f"{in_place}; {words(COMPARABLE[related.comparable])}"


def _removed(words: Words, differences: Differences) -> Iterator[Block]:
    """Questions that are gone, and what stands for them."""
    if differences.removed:
        yield Head(words("Removed"))
    for removal in differences.removed:
        text = text_line(differences.older.questions[removal.question].text, words)
        if removal.replaced_by:
            ids = ", ".join(removal.replaced_by)
            text = words("{text} (now {ids})", text=text, ids=ids)
        yield item(f"{removal.question}: {text}")


def _moved(words: Words, differences: Differences) -> Iterator[Block]:
    """Questions that stand in another part."""
    if differences.moved:
        yield Head(words("Moved"))
    for transfer in differences.moved:
        yield item(
            words(
                "{id}: from {older} to {newer}",
                id=transfer.question,
                older=transfer.older,
                newer=transfer.newer,
            )
        )


def _changed(
    words: Words, differences: Differences, title: str, changes: Sequence[ChangedQuestion]
) -> Iterator[Block]:
    """Questions that say something else, with both texts."""
    if changes:
        yield Head(title)
    for at, change in enumerate(changes):
        if at:
            yield Gap()
        comparable = words(COMPARABLE[change.related.comparable])
        yield Prose(f"{change.question}: {comparable}", strong=True, lead="  ")
        yield from _note(words, differences, change)
        yield from _levels(words, change.related)
        for text in change.texts:
            yield from _rewording(words, text)


def _note(words: Words, differences: Differences, reworded: ChangedQuestion) -> Iterator[Block]:
    """Why it was changed, in its author's words."""
    for change in differences.newer.questions[reworded.question].history:
        if change.note is not None and _is_between(differences, change.version):
            yield Prose(text_line(change.note, words), lead="    ")


def _is_between(differences: Differences, version: str) -> bool:
    """Whether something declared for a version came after the older of the two."""
    return version_order(version) > version_order(differences.older.version)


def _levels(words: Words, related: Kin) -> Iterator[Block]:
    """Which level of then is which now, where that is not the same."""
    levels = related.levels or {}
    moved = {older: newer for older, newer in levels.items() if older != newer}
    if moved:
        listed = ", ".join(
            f"{written_number(older, words)} → {written_number(newer, words)}"
            for older, newer in moved.items()
        )
        yield Prose(words("Levels then and now: {levels}", levels=listed), lead="    ")


def _rewording(words: Words, rewording: Rewording) -> Iterator[Block]:
    """One text, then and now."""
    if rewording.level is not None and rewording.option is not None:
        worth = written_number(rewording.level, words)
        name = words("answer {option}, worth {level}", option=rewording.option, level=worth)
    elif rewording.level is not None:
        name = words(LEVEL_IN_WORDS, level=written_number(rewording.level, words))
    else:
        name = words(PARTS[rewording.part])
    if rewording.older is None and rewording.newer is None:
        yield Prose(words("{part}: different", part=name), lead="    ")
        return
    older, newer = _text(words, rewording.older), _text(words, rewording.newer)
    if older == newer:
        languages = _languages(rewording)
        yield Prose(
            words("{part}: only in {languages}", part=name, languages=languages), lead="    "
        )
        return
    yield Prose(name, lead="    ")
    yield Prose(words("was: {text}", text=older), lead="      ", hanging="        ")
    yield Prose(words("now: {text}", text=newer), lead="      ", hanging="        ")


def _text(words: Words, text: Text | None) -> str:
    """A text in the page's language; a dash where there is none."""
    return text_line(text, words) if text is not None else "–"


def _languages(rewording: Rewording) -> str:
    """The languages in which a text reads otherwise."""
    older = rewording.older.words if rewording.older else {}
    newer = rewording.newer.words if rewording.newer else {}
    return ", ".join(k for k in dict.fromkeys((*older, *newer)) if older.get(k) != newer.get(k))


def _rule(words: Words, change: RuleChange) -> Iterator[Block]:
    """One rule, then and now."""
    lead = " ".join(part for part in (change.about, words(KINDS[change.kind])) if part)
    in_both = change.older is not None and change.newer is not None
    if change.kind in _IN_PARTS:
        if not in_both:
            standing = words("new") if change.older is None else words("gone")
            yield item(f"{lead}: {standing}")
            return
        yield item(lead)
        yield from _rule_parts(words, change)
        return
    yield item(lead)
    older, newer = rule_words(change.older, words), rule_words(change.newer, words)
    if in_both and older == newer:
        yield from _rule_parts(words, change)
        return
    yield Prose(words("was: {text}", text=older), lead="      ", hanging="        ")
    yield Prose(words("now: {text}", text=newer), lead="      ", hanging="        ")


def _rule_parts(words: Words, change: RuleChange) -> Iterator[Block]:
    """What is otherwise about a rule, part by part."""
    for part in otherwise(change.older, change.newer, words):
        yield Prose(part.name, lead="      ")
        yield Prose(words("was: {text}", text=part.older), lead="        ", hanging="          ")
        yield Prose(words("now: {text}", text=part.newer), lead="        ", hanging="          ")
