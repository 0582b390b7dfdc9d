"""What only shows beside an older version's file: ids that came back, went, or mean another thing.

The older version is the newest one before this file's own that is at hand: shipped, or in the
same folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sdgassess.files.build.question import build_question
from sdgassess.files.build.questionnaire import build_questionnaire
from sdgassess.files.build.values import level_of, plain
from sdgassess.files.catalogue import versions_of
from sdgassess.files.names import fits_version
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.formats import FileKind, kind_of
from sdgassess.files.read.reader import read_source
from sdgassess.files.read.schema import check_schema
from sdgassess.files.read.source import SourceFile
from sdgassess.files.rules.declared import (
    Declarations,
    all_nodes,
    all_questions,
    declarations,
)
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import Problem, has_errors

Rule = Callable[[Entry, Declarations, Questionnaire, str], Iterator[Problem]]


def check_after(questionnaire: Entry, older: Questionnaire, file: str) -> list[Problem]:
    """Everything that a questionnaire without errors of its own does wrong to an older version.

    Args:
        questionnaire: the newer one, as it stands in its file.
        older: an older version.
        file: where that stands, as people would name it.
    """
    names = declarations(questionnaire)
    return [problem for rule in RULES for problem in rule(questionnaire, names, older, file)]


def gone_are_retired(
    questionnaire: Entry, names: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """A question that is not asked any more is listed as retired."""
    parts = {node["id"].word for node in all_nodes(questionnaire)}
    for question in older.questions:
        if question not in names.questions and question not in names.retired:
            where = questionnaire["retired"]
            if question in parts:
                entry = names.nodes[question]["id"]
                yield entry.problem("P229", why="part", id=question, file=file)
            else:
                yield where.problem_at_key("P238", id=question, file=file, last=older.version)


def old_tombstones_stay(
    questionnaire: Entry, names: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """What an older version retired stays retired: it neither comes back nor is forgotten."""
    for tomb in older.retired:
        there = names.questions.get(tomb.id) or names.nodes.get(tomb.id)
        if there is not None:
            facts = {"id": tomb.id, "last": tomb.last, "file": file}
            yield there["id"].problem("P229", why="older", **facts)
        elif tomb.id not in names.retired:
            facts = {"id": tomb.id, "last": tomb.last, "file": file}
            yield questionnaire["retired"].problem_at_key("P238", **facts)


def maps_are_whole(
    questionnaire: Entry, _: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """A map of levels says something of every level that the older question had."""
    for question in all_questions(questionnaire):
        for change in question["history"].items():
            replaced = [one.word for one in change["replaces"].items()]
            before = older.questions.get((replaced or [question["id"].word])[0] or "")
            if "levels" not in change or before is None or not _is_after(change, older):
                continue
            told = {level_of(pair["from"].value) for pair in change["levels"].items()}
            missing = [one.value for one in before.options if one.value not in told]
            if missing:
                levels = tuple(plain(level) for level in missing)
                said = change["levels"]
                yield said.problem_at_key("P234", levels=levels, id=before.id, file=file)


def changes_are_told(
    questionnaire: Entry, _: Declarations, older: Questionnaire, file: str
) -> Iterator[Problem]:
    """A question that reads otherwise than before says so in its history."""
    for question in all_questions(questionnaire):
        before = older.questions.get(question["id"].word or "")
        if before is None or _asked_like(question, before):
            continue
        if not any(_is_after(change, older) for change in question["history"].items()):
            yield question["id"].warning("P252", id=before.id, file=file)


def _asked_like(question: Entry, before: Question) -> bool:
    """Whether a question is asked as it was."""
    return build_question(question.value).asked_like(before)


def _is_after(change: Entry, older: Questionnaire) -> bool:
    """Whether a change came after an older version."""
    word = change["version"].word
    if word is None or not fits_version(word):
        return False
    return version_order(word) > version_order(older.version)


RULES: tuple[Rule, ...] = (
    gone_are_retired,
    old_tombstones_stay,
    maps_are_whole,
    changes_are_told,
)


def problems_beside_older(
    source: SourceFile, own: Questionnaire, folder: Path
) -> tuple[Problem, ...]:
    """What a questionnaire does wrong to the newest version before it.

    Args:
        source: its file, without errors of its own.
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
    return tuple(check_after(Entry(source), older, before[-1].name))


def _built(path: Path) -> Questionnaire | None:
    """A questionnaire whose shape is right; its own problems are told with its own file."""
    source, problems = read_source(path)
    if source is None or has_errors(problems):
        return None
    kind, _ = kind_of(source, FileKind.QUESTIONNAIRE)
    if kind is None or has_errors(check_schema(source, kind)):
        return None
    return build_questionnaire(source.data)
