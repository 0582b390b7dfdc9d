"""Evidence in words: its kind, and a piece of it in a row, on a line of its own, or in print."""

from __future__ import annotations

from sdgassess.document.passage import own_words
from sdgassess.document.runs import Run, Runs
from sdgassess.language import N_, Words
from sdgassess.model.profile import Evidence, EvidenceKind
from sdgassess.numbers import written_period
from sdgassess.text import echoed, one_line

EVIDENCE = {
    EvidenceKind.ORAL: N_("said by somebody"),
    EvidenceKind.DOCUMENT: N_("a document"),
    EvidenceKind.IN_USE: N_("a document in use"),
}
"""What backs an answer, as a part of a sentence."""

_LABELS = {
    EvidenceKind.ORAL: N_("oral"),
    EvidenceKind.DOCUMENT: N_("document"),
    EvidenceKind.IN_USE: N_("document in use"),
}
"""The kind as a label before a title, in the words of the letters that are typed for it."""


def evidence_words(evidence: Evidence, words: Words) -> str:
    """A piece of evidence in a row: its kind, its title, its date; what it lacks is left out."""
    name = echoed(evidence.title or evidence.ref or "")
    date = str(evidence.date) if evidence.date else ""
    return ", ".join(filter(None, (words(_LABELS[evidence.kind]), name, date)))


def evidence_name(evidence: Evidence) -> str:
    """What a piece of evidence is called in a row of names: its title, else where it is."""
    return one_line(evidence.title or evidence.ref or evidence.kind.value)


def evidence_line(evidence: Evidence, words: Words) -> str:
    """A piece of evidence on a line of its own: its kind, its title, where it is, its date."""
    kind = words(EVIDENCE[evidence.kind])
    date = str(evidence.date) if evidence.date else ""
    parts = (evidence.title or "", evidence.ref or "", date)
    details = ", ".join(one_line(part) for part in parts if part)
    return f"{kind}: {details}" if details else kind


def evidence_runs(evidence: Evidence, spoken: str | None, words: Words) -> Runs:
    """A piece of evidence in print: its title and where it is, its kind and date behind.

    Args:
        evidence: the piece of evidence.
        spoken: the language that the profile says it is in, which its title is tagged with.
        words: the reader's language, in which its kind and date are written.
    """
    kind = words(EVIDENCE[evidence.kind])
    if evidence.date:
        kind = f"{kind}, {written_period(*evidence.date, words)}"
    name = ", ".join(part for part in (evidence.title, evidence.ref) if part)
    if not name:
        return (Run(kind),)
    return own_words(name, spoken, words.language), Run(f" ({kind})")
