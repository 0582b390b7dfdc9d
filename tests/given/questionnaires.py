"""Questionnaires: the one that ships, its next version, foreign ones, and changed ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from sdgassess.cli.verbs import invite, merge
from sdgassess.files import load, siblings
from sdgassess.files.catalogue import shipped_folder
from sdgassess.files.fingerprint import fingerprint
from sdgassess.files.load import LoadedFile, load_questionnaire
from sdgassess.files.read import reader
from sdgassess.files.read.source import SourceFile
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Level,
    Option,
    Question,
    Text,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.problem import Problem
from tests.given.places import ROOT, TESTS


def spoken(language: str) -> Words:
    """The fixed words with what the shipped questionnaire calls things."""
    return words_about(nordic(), language)


@cache
def nordic() -> Questionnaire:
    """The questionnaire that ships."""
    loaded = load_questionnaire(
        shipped_folder("questionnaires") / "nordic-sdg-governance-1.0.yaml"
    )
    assert loaded.value is not None, loaded.problems
    return loaded.value


K = TypeVar("K")
V = TypeVar("V")
_HEADS = (b"sdgassess/questionnaire/1", b"sdgassess/profile/1")
_MOST_READ = 16
_READ: dict[tuple[object, bytes], SourceFile] = {}
_CHECKED: dict[tuple[object, str], LoadedFile[Questionnaire]] = {}
"""By what parsed them, too: PyYAML has two parsers, and tests hold that both say the same."""
_IMPRINTS: dict[int, tuple[Any, str]] = {}
"""Fingerprints by the tree that they are of, each with the tree, so that no other gets its id."""


@contextmanager
def questionnaires_read_once() -> Iterator[None]:
    """Parse and check questionnaires of the same bytes once, where no fault is found in them.

    Profiles are parsed once too, and checked each time; the fingerprint of a tree that is read
    once is taken once. Each file is still looked for, opened and read every time. For tests of
    what is done with questionnaires; those of reading read.
    """
    parse, check = reader.parse, load._questionnaire_of

    def parsed(raw: bytes, name: str) -> tuple[SourceFile | None, list[Problem]]:
        key = reader.LOADER, raw
        if key in _READ:
            return _known(_READ, key)._replace(name=name), []
        source, problems = parse(raw, name)
        if source is not None and not problems and any(h in raw[:1000] for h in _HEADS):
            _remember(_READ, key, source)
        return source, problems

    def checked(source: SourceFile | None, problems: list[Problem]) -> LoadedFile[Questionnaire]:
        if source is None or problems:
            return check(source, problems)
        key = reader.LOADER, source.text
        if key in _CHECKED:
            return _known(_CHECKED, key)._replace(source=source)
        loaded = check(source, problems)
        if loaded.value is not None and not loaded.problems:
            _remember(_CHECKED, key, loaded)
        return loaded

    with pytest.MonkeyPatch.context() as patch:
        for module in (siblings, invite, merge):
            patch.setattr(module, "fingerprint", _imprint)
        patch.setattr(reader, "parse", parsed)
        patch.setattr(load, "_questionnaire_of", checked)
        yield


def _imprint(tree: Any) -> str:
    """The fingerprint of a tree, taken once."""
    if id(tree) not in _IMPRINTS:
        _remember(_IMPRINTS, id(tree), (tree, fingerprint(tree)))
    return _known(_IMPRINTS, id(tree))[1]


def _known(known: dict[K, V], key: K) -> V:
    """What is known under a key, which becomes the newest."""
    known[key] = value = known.pop(key)
    return value


def _remember(known: dict[K, V], key: K, value: V) -> None:
    """Add to what is known; what was not looked at for longest goes where that is too much."""
    if len(known) >= _MOST_READ:
        del known[next(iter(known))]
    known[key] = value


VERSIONS = TESTS / "versions"


NEXT = VERSIONS / "nordic-sdg-governance-1.1.yaml"


LAYOUTS = sorted((VERSIONS / "layouts").glob("*.yaml"))


def older() -> Questionnaire:
    """Version 1.0, which ships."""
    return nordic()


@cache
def newer() -> Questionnaire:
    """Version 1.1, made up for tests."""
    loaded = load_questionnaire(NEXT)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def small_questionnaire(folder: Path) -> Questionnaire:
    """The questionnaire that people begin their own from; its second question has a condition."""
    source = (ROOT / "sdgassess" / "templates" / "questionnaire.yaml").read_text("utf-8")
    path = folder / "own-0.1.yaml"
    path.write_text(source.replace("id: ID", "id: own"), "utf-8")
    loaded = load_questionnaire(path)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def untranslated(questionnaire: Questionnaire, language: str) -> Questionnaire:
    """A questionnaire that lacks a language everywhere."""
    whole = tuple(one for one in questionnaire.complete_languages if one != language)
    fields = {name: _without(value, language) for name, value in questionnaire._asdict().items()}
    return Questionnaire(**{**fields, "complete_languages": whole})


def _without(value: Any, language: str) -> Any:
    """A value without the texts of a language, however deep they are."""
    if isinstance(value, Text):
        return Text({code: text for code, text in value.words.items() if code != language})
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(_without(one, language) for one in value))
    if isinstance(value, tuple):
        return tuple(_without(one, language) for one in value)
    return value


def with_factors(count: int) -> Questionnaire:
    """The questionnaire with as many factors as wanted; a second round of them has other ids."""
    blocks: list[Node] = []
    left = count
    for turn in range(-(-count // len(nordic().factors))):
        for block in nordic().parts:
            factors = tuple(_renamed(factor, turn) for factor in block.parts[: max(left, 0)])
            left -= len(factors)
            if factors:
                blocks.append(block._replace(id=f"{block.id}{turn}", parts=factors))
    bare = nordic()._replace(parts=tuple(blocks), gates=(), patterns=(), style=())
    return bare._replace(context=(), priorities=None)


def with_names(names: Callable[[int], str], language: str = "da") -> Questionnaire:
    """The questionnaire with other names for its factors."""
    place = iter(range(100))
    blocks = (
        block._replace(
            parts=tuple(
                factor._replace(title=Text({language: names(next(place))}))
                for factor in block.parts
            )
        )
        for block in nordic().parts
    )
    return nordic()._replace(parts=tuple(blocks))


def with_scale(*levels: str) -> Questionnaire:
    """The questionnaire with the values of its scale and questions replaced, lowest first."""
    values = [Fraction(level) for level in levels]
    scale = tuple(Option(value, Text({"en": f"Step named {n}"})) for n, value in enumerate(values))
    blocks = (
        block._replace(
            parts=tuple(
                factor._replace(
                    questions=tuple(asked._replace(options=scale) for asked in factor.questions)
                )
                for factor in block.parts
            )
        )
        for block in nordic().parts
    )
    return nordic()._replace(
        parts=tuple(blocks), scale=scale, gates=(), patterns=(), priorities=None
    )


def _renamed(factor: Node, turn: int) -> Node:
    """A factor with ids of its own in every round but the first."""
    if not turn:
        return factor
    questions = tuple(asked._replace(id=f"{asked.id}R{turn}") for asked in factor.questions)
    return factor._replace(id=f"{factor.id}R{turn}", questions=questions)


FOREIGN = TESTS / "scoring" / "foreign"


def foreign_model(name: str) -> Questionnaire:
    """A foreign model, checked and built."""
    loaded = load_questionnaire(FOREIGN / f"{name}-1.0.yaml")
    assert loaded.value is not None, loaded.problems
    assert not loaded.problems
    return loaded.value


FIRST = nordic()


def version_of(number: str, *questions: Question, without: Sequence[str] = ()) -> Questionnaire:
    """A later version, in which some questions are others, new or gone.

    A question with a new id hangs last on the factor that its letters name.
    """
    changed = {question.id: question for question in questions}

    def node(one: Node) -> Node:
        kept = [changed.get(q.id, q) for q in one.questions if q.id not in without]
        known = {q.id for q in one.questions}
        added = [q for q in questions if q.id not in known and q.id.rstrip("0123456789") == one.id]
        parts = tuple(node(part) for part in one.parts)
        return one._replace(questions=(*kept, *added) if one.questions else (), parts=parts)

    return FIRST._replace(version=number, parts=tuple(node(part) for part in FIRST.parts))


def reworded(question: str, since: str = "1.1", kin: Comparable = Comparable.NONE) -> Question:
    """A question in other words, with what its history says."""
    one = FIRST.questions[question]
    told = Change(since, ChangeKind.REWORDED, kin)
    text = Text({language: f"{words}?" for language, words in one.text.words.items()})
    return one._replace(text=text, history=(*one.history, told))


def rescaled(
    question: str, levels: Mapping[int, int] | None, kin: Comparable, since: str = "1.1"
) -> Question:
    """A question with other anchors, with a map from its older levels where there is one."""
    one = reworded(question)
    mapped = level_map(*levels.items()) if levels is not None else None
    told = Change(since, ChangeKind.RESCALED, kin, levels=mapped)
    options = tuple(o._replace(text=Text({"da": f"{o.value}!"})) for o in one.options)
    return one._replace(options=options, history=(told,))


def added(question: str, like: str) -> Question:
    """A new question."""
    return FIRST.questions[like]._replace(
        id=question, core=False, history=(Change("1.1", ChangeKind.ADDED, Comparable.NONE),)
    )


def level_map(*pairs: tuple[int, int]) -> dict[Level, Level]:
    return dict(pairs)


def with_history(question: str, *changes: Change) -> Questionnaire:
    """The next version, in which one question reads otherwise, with what its history tells."""
    other = older().questions[question]._replace(text=Text({"en": "?"}), history=changes)
    return with_changed(older()._replace(version="1.1"), other)


def with_changed(questionnaire: Questionnaire, question: Question) -> Questionnaire:
    """A questionnaire with another question under the same id."""
    parts = []
    for part in questionnaire.parts:
        nodes = [
            node._replace(
                questions=tuple(question if q.id == question.id else q for q in node.questions)
            )
            for node in part.parts
        ]
        parts.append(part._replace(parts=tuple(nodes)))
    return questionnaire._replace(parts=tuple(parts))


def shuffled(rules: Questionnaire, chance: random.Random) -> Questionnaire:
    """The questionnaire with its parts and their questions in another order."""

    def mixed(node: Node) -> Node:
        parts = [mixed(part) for part in node.parts]
        return node._replace(
            parts=tuple(chance.sample(parts, len(parts))),
            questions=tuple(chance.sample(node.questions, len(node.questions))),
        )

    parts = [mixed(part) for part in rules.parts]
    return rules._replace(parts=tuple(chance.sample(parts, len(parts))))
