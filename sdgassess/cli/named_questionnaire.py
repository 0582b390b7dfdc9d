"""The questionnaire that a word on the command line means: an id, an id with a version, a path."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from sdgassess.files.catalogue import shipped_questionnaires
from sdgassess.files.load import Loaded, load_questionnaire, questionnaire_for
from sdgassess.files.names import fits_version
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import InputRefused, Problem, Where, has_errors

T = TypeVar("T")


def named_questionnaire(what: str | None, beside: Path | None = None) -> Loaded[Questionnaire]:
    """A questionnaire by path or id; the newest that ships where nothing is named.

    Args:
        what: a path, `id@version`, or an id, of which the newest version that ships is meant.
        beside: a folder in which `id-version.yaml` is looked for too.

    Raises:
        InputRefused: there is no such questionnaire.
    """
    if what is not None and is_path(what):
        return load_questionnaire(Path(what))
    identity, at, version = (what or "").partition("@")
    if at and fits_version(version):
        return questionnaire_for(QuestionnaireRef(identity, version), beside or Path())
    shipped = [ref for ref in shipped_questionnaires() if what in (None, ref.id)]
    if not shipped:
        near = tuple(sorted({ref.id for ref in shipped_questionnaires()}))
        raise InputRefused(Problem("P509", Where(), {"id": what or "", "near": near}))
    return questionnaire_for(shipped[-1])


def is_path(what: str) -> bool:
    """Whether a word means a file rather than an id."""
    return Path(what).suffix in (".yaml", ".yml") or Path(what).is_file()


def value_of(loaded: Loaded[T]) -> T:
    """What a file holds, or a stop with everything that is wrong in it.

    Raises:
        InputRefused: it could not be used.
    """
    if loaded.value is None or has_errors(loaded.problems):
        raise InputRefused(*loaded.problems)
    return loaded.value
