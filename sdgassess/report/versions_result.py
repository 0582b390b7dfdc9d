"""What `migrate` and `questionnaire diff` say to other programs (`docs/json.md`)."""

from __future__ import annotations

from typing import Any

from sdgassess.analysis.migration import Gone, Migration
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.results import json_number

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
            {"question": one.question, "because": one.reason.value, "earlier": list(one.earlier)}
            for one in migration.ask
        ],
        "notes": [{"section": one.section, "id": one.id} for one in migration.left_over],
    }


def _gone(one: Gone) -> Json:
    """What became of an answer."""
    return {
        "question": one.question,
        "section": one.section,
        "fate": one.fate.value,
        "because": one.reason.value,
        "to": list(one.to),
        "levels": [[json_number(then), json_number(now)] for then, now in one.levels],
    }
