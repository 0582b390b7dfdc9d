"""A questionnaire held against the version before it, where that is at hand."""

from __future__ import annotations

from pathlib import Path

from sdgassess.files.build_questionnaire import build_questionnaire
from sdgassess.files.catalogue import versions_of
from sdgassess.files.document import Document
from sdgassess.files.entry import Entry
from sdgassess.files.formats import Kind, kind_of
from sdgassess.files.reader import read_document
from sdgassess.files.rules_versions import check_after
from sdgassess.files.schema import check_schema
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import Problem, has_errors


def problems_beside_older(
    document: Document, own: Questionnaire, folder: Path
) -> tuple[Problem, ...]:
    """What a questionnaire does wrong to the newest version before it.

    Args:
        document: its file, without errors of its own.
        own: what was built from it.
        folder: where other versions may lie; what ships is looked at first.
    """
    before = [
        path
        for version, path in versions_of(own.id, folder).items()
        if version_order(version) < version_order(own.version)
    ]
    older = _built(before[-1]) if before else None
    if older is None:
        return ()
    return tuple(check_after(Entry(document), older, before[-1].name))


def _built(path: Path) -> Questionnaire | None:
    """A questionnaire whose shape is right; its own problems are told with its own file."""
    document, problems = read_document(path)
    if document is None or has_errors(problems):
        return None
    kind, _ = kind_of(document, Kind.QUESTIONNAIRE)
    if kind is None or has_errors(check_schema(document, kind)):
        return None
    return build_questionnaire(document.data)
