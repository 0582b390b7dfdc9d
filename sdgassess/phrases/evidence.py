"""Evidence in words: its kind, and a piece of it in a row."""

from __future__ import annotations

from sdgassess.language import N_, Words
from sdgassess.model.profile import Evidence, EvidenceKind
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
