"""What `migrate` and `questionnaire diff` say to other programs (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sdgassess.analysis.versions.differences import ChangedQuestion, Differences
from sdgassess.analysis.versions.lineage import Kin
from sdgassess.analysis.versions.migration import Handover, Migration
from sdgassess.analysis.versions.rule_changes import RuleChange
from sdgassess.language import Words
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.problems.messages import as_json
from sdgassess.phrases.rules import otherwise, rule_words
from sdgassess.report.questionnaires.versions import Held
from sdgassess.report.results.scores import json_number

Json = dict[str, Any]


def migrate_result(
    migration: Migration, newer: Questionnaire, file: str, kept: str | None, *, applied: bool
) -> Json:
    """`sdgassess/migrate/1`.

    Args:
        migration: what goes where.
        newer: the version it is taken over to.
        file: the profile's name as it was given.
        kept: where the old file is kept; None where nothing was written.
        applied: whether the file was written.
    """
    before = migration.before
    return {
        "format": "sdgassess/migrate/1",
        "profile": {
            "file": file,
            "municipality": before.municipality.name,
            "date": before.date.isoformat(),
        },
        "from": {"id": before.questionnaire.id, "version": before.questionnaire.version},
        "to": {"id": newer.id, "version": newer.version},
        "applied": applied,
        "kept": kept,
        **migrated_part(migration),
    }


def migrated_part(migration: Migration) -> Json:
    """What goes where, and what is to be asked."""
    return {
        "answers": [_gone(one) for one in migration.answers],
        "ask": [
            {
                "question": one.question,
                "because": one.reason.value,
                "earlier": list(one.earlier),
                "suggested": json_number(one.suggested),
            }
            for one in migration.ask
        ],
        "notes": [{"section": one.section, "id": one.id} for one in migration.left_over],
    }


def _gone(one: Handover) -> Json:
    """What became of an answer."""
    return {
        "question": one.question,
        "section": one.section,
        "fate": one.fate.value,
        "because": one.reason.value,
        "to": list(one.to),
        "levels": [[json_number(then), json_number(now)] for then, now in one.levels],
    }


def diff_result(found: Differences, held: Sequence[Held], words: Words) -> Json:
    """`sdgassess/diff/1`: texts in every language that they have.

    Args:
        found: what became otherwise.
        held: the profiles that were named.
        words: the language of problems and rules.
    """
    return {
        "format": "sdgassess/diff/1",
        "questionnaire": found.newer.id,
        "from": found.older.version,
        "to": found.newer.version,
        "added": [{"question": q, **_related(related)} for q, related in found.added],
        "removed": [
            {"question": one.question, "replaced_by": list(one.replaced_by)}
            for one in found.removed
        ],
        "reworded": [_reworded(one) for one in found.reworded],
        "rescaled": [_reworded(one) for one in found.rescaled],
        "moved": [
            {"question": one.question, "from": one.older, "to": one.newer} for one in found.moved
        ],
        "rules": [_rule(one, words) for one in found.rules],
        "profiles": [_held(one, words) for one in held],
    }


def _related(related: Kin) -> Json:
    """How a question is related to the older version."""
    levels = related.levels or {}
    return {
        "because": related.reason.value,
        "comparable": related.comparable.value,
        "older": related.older,
        "levels": [[json_number(then), json_number(now)] for then, now in levels.items()],
    }


def _reworded(one: ChangedQuestion) -> Json:
    """A question that says something else."""
    texts = [
        {
            "part": text.part,
            "level": json_number(text.level),
            "from": dict(text.older.words) if text.older else None,
            "to": dict(text.newer.words) if text.newer else None,
        }
        for text in one.texts
    ]
    return {"question": one.question, **_related(one.related), "texts": texts}


def _rule(one: RuleChange, words: Words) -> Json:
    """A rule that is otherwise, in words."""
    then, now = one.older, one.newer
    parts = []
    if then is not None and now is not None and hasattr(then, "_fields"):
        told = otherwise(then, now, words)
        parts = [{"name": part.name, "from": part.older, "to": part.newer} for part in told]
    return {
        "kind": one.kind.value,
        "about": one.about or None,
        "from": None if then is None else rule_words(then, words),
        "to": None if now is None else rule_words(now, words),
        "parts": parts,
    }


def _held(one: Held, words: Words) -> Json:
    """A profile with what would become of it."""
    migration = one.touched.migration if one.touched else None
    return {
        "file": one.file,
        "questionnaire": None
        if one.ref is None
        else {"id": one.ref.id, "version": one.ref.version},
        "touch": one.touched.kind.value if one.touched else None,
        **(migrated_part(migration) if migration else {}),
        "problems": [as_json(problem, words) for problem in one.problems],
    }
