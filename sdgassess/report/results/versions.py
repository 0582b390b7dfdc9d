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
from sdgassess.report.questionnaires.effects import NamedProfile
from sdgassess.report.results.scores import json_number, subject_part

Json = dict[str, Any]


def migrate_result(
    migration: Migration, newer: Questionnaire, file: str, backup: str | None, *, applied: bool
) -> Json:
    """`sdgassess/migrate/1`.

    Args:
        migration: what goes where.
        newer: the version it is taken over to.
        file: the profile's name as it was given.
        backup: where the old file is kept; None where nothing was written.
        applied: whether the file was written.
    """
    before = migration.before
    return {
        "format": "sdgassess/migrate/1",
        "profile": {
            "file": file,
            **subject_part(before, newer),
            "date": before.date.isoformat(),
        },
        "from": {"id": before.questionnaire.id, "version": before.questionnaire.version},
        "to": {"id": newer.id, "version": newer.version},
        "applied": applied,
        "kept": backup,
        **migrated_part(migration),
    }


def migrated_part(migration: Migration) -> Json:
    """What goes where, and what is to be asked."""
    return {
        "answers": [_gone(answer) for answer in migration.answers],
        "ask": [
            {
                "question": ask.question,
                "because": ask.reason.value,
                "earlier": list(ask.earlier),
                "suggested": json_number(ask.suggested),
            }
            for ask in migration.ask
        ],
        "notes": [{"section": note.section, "id": note.id} for note in migration.left_over],
    }


def _gone(answer: Handover) -> Json:
    """What became of an answer."""
    return {
        "question": answer.question,
        "section": answer.section,
        "fate": answer.fate.value,
        "because": answer.reason.value,
        "to": list(answer.to),
        "levels": [[json_number(older), json_number(newer)] for older, newer in answer.levels],
    }


def diff_result(differences: Differences, profiles: Sequence[NamedProfile], words: Words) -> Json:
    """`sdgassess/diff/1`: texts in every language that they have.

    Args:
        differences: what became otherwise.
        profiles: those that were named.
        words: the language of problems and rules.
    """
    return {
        "format": "sdgassess/diff/1",
        "questionnaire": differences.newer.id,
        "from": differences.older.version,
        "to": differences.newer.version,
        "added": [{"question": q, **_related(related)} for q, related in differences.added],
        "removed": [
            {"question": removal.question, "replaced_by": list(removal.replaced_by)}
            for removal in differences.removed
        ],
        "reworded": [_reworded(change) for change in differences.reworded],
        "rescaled": [_reworded(change) for change in differences.rescaled],
        "declared": [_reworded(change) for change in differences.declared],
        "moved": [
            {"question": transfer.question, "from": transfer.older, "to": transfer.newer}
            for transfer in differences.moved
        ],
        "rules": [_rule(change, words) for change in differences.rules],
        "profiles": [_profile(profile, words) for profile in profiles],
    }


def _related(related: Kin) -> Json:
    """How a question is related to the older version."""
    levels = related.levels or {}
    return {
        "because": related.reason.value,
        "comparable": related.comparable.value,
        "older": related.older,
        "levels": [[json_number(older), json_number(newer)] for older, newer in levels.items()],
    }


def _reworded(reworded: ChangedQuestion) -> Json:
    """A question that says something else."""
    texts = [
        {
            "part": text.part,
            "level": json_number(text.level),
            "option": text.option,
            "from": dict(text.older.words) if text.older else None,
            "to": dict(text.newer.words) if text.newer else None,
        }
        for text in reworded.texts
    ]
    return {"question": reworded.question, **_related(reworded.related), "texts": texts}


def _rule(change: RuleChange, words: Words) -> Json:
    """A rule that is otherwise, in words."""
    older, newer = change.older, change.newer
    parts = []
    if older is not None and newer is not None and hasattr(older, "_fields"):
        parts = [
            {"name": part.name, "from": part.older, "to": part.newer}
            for part in otherwise(older, newer, words)
        ]
    return {
        "kind": change.kind.value,
        "about": change.about or None,
        "from": None if older is None else rule_words(older, words),
        "to": None if newer is None else rule_words(newer, words),
        "parts": parts,
    }


def _profile(profile: NamedProfile, words: Words) -> Json:
    """A profile with what would become of it."""
    migration = profile.touched.migration if profile.touched else None
    return {
        "file": profile.file,
        "questionnaire": None
        if profile.ref is None
        else {"id": profile.ref.id, "version": profile.ref.version},
        "touch": profile.touched.kind.value if profile.touched else None,
        **(migrated_part(migration) if migration else {}),
        "problems": [as_json(problem, words) for problem in profile.problems],
    }
