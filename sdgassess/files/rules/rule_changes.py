"""What a version rules otherwise without declaring it: roll-ups, gates, patterns, priorities.

A rule is declared in the `history` of the questionnaire: by its id, or by the key that it stands
under where there is one for all (`priorities`). What hangs on a question may be declared in the
question's own `history` too. What is not declared is told at its place with both texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, TypeVar

from sdgassess.files.build.questionnaire import is_text
from sdgassess.files.build.values import plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.files.rules.declarations import Declarations, declarations
from sdgassess.files.rules.undeclared import OlderVersion
from sdgassess.model.node import RollUp
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import without_words
from sdgassess.problem import Fact, Problem
from sdgassess.text import is_exact

_EXPLAINS = ("because", "quotes", "text", "title", "history")
"""Keys of a rule that explain it, and decide nothing."""
_OF_QUESTIONS = ("core", "weight", "backed_by", "roles", "last_word", "ask_if", "of", "first")
"""Keys of a question that decide when it is asked, how it counts, and what is advised."""
_OF_PARTS = ("roll_up", "weight", "outside_voice")
_FOR_ALL = ("strong_from", "voices", "backing", "priorities")
"""Keys of a questionnaire that hold one rule for all."""
_OF_NOBODY = ("gates", "contradictions", "crosswalks")
"""Lists of rules with ids that nothing else refers to."""

Findings = Iterator[tuple[str, Problem]]
"""Problems, each with the id that a declaration would name."""


class _Sides(NamedTuple):
    """Both versions of everything that rules are read from.

    Attributes:
        questionnaire: the newer file.
        names: what it declares, by id.
        own: what was built from it.
        older: the older version.
        names_before: what the older file declares, by id.
    """

    questionnaire: Entry
    names: Declarations
    own: Questionnaire
    older: OlderVersion
    names_before: Declarations

    @property
    def before(self) -> Questionnaire:
        """The older version as it was built."""
        return self.older.questionnaire

    def key(self, name: str, key: str, entry: Entry, texts: tuple[str, str]) -> Problem:
        """A key whose value is another now."""
        facts: dict[str, Fact] = {"id": name, "key": key, "older": texts[0], "newer": texts[1]}
        facts |= {"why": "key", "file": self.older.file}
        if key in entry:
            return entry[key].warning("P254", **facts)
        # A key that is gone has no place of its own: it is told at what it belonged to.
        named = entry["id"].word is not None
        return (
            entry["id"].warning("P254", **facts)
            if named
            else entry.warning_at_key("P254", **facts)
        )


def rules_are_as_before(
    questionnaire: Entry, names: Declarations, own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """A rule that is otherwise is named in the questionnaire's history."""
    declared = {
        about.word
        for change in filter(older.is_before, questionnaire["history"].items())
        for about in change["about"].items()
    }
    sides = _Sides(questionnaire, names, own, older, declarations(older.entry))
    for about, problem in (
        *_roll_ups(sides),
        *_gates(sides),
        *_parts(sides),
        *_questions(sides),
        *_patterns(sides),
        *_unscored(sides),
        *_for_all(sides),
    ):
        if about not in declared:
            yield problem


def _roll_ups(sides: _Sides) -> Findings:
    """Roll-ups that are in use in both versions and do something else."""
    before, after = _in_use(sides.before), _in_use(sides.own)
    for name, rule in after.items():
        if name in before and without_words(before[name]) != without_words(rule):
            entries = sides.names.roll_ups[name], sides.names_before.roll_ups[name]
            yield name, _otherwise("P254", *entries, sides.older.file)


def _in_use(questionnaire: Questionnaire) -> dict[str, RollUp]:
    """The roll-ups of a questionnaire's parts, by id."""
    return {node.roll_up.id: node.roll_up for node in questionnaire.nodes.values() if node.roll_up}


def _gates(sides: _Sides) -> Findings:
    """Gates that came, went, or do something else."""
    before, after = _by_id(sides.before.gates), _by_id(sides.own.gates)
    entries, entries_before = (
        {entry["id"].word: entry for entry in file["gates"].items()}
        for file in (sides.questionnaire, sides.older.entry)
    )
    file = sides.older.file
    for name, gate in after.items():
        if name not in before:
            facts = {"id": name, "newer": written(entries[name].value), "file": file}
            yield name, entries[name]["id"].warning("P255", why="new", **facts)
        elif before[name] != gate:
            yield name, _otherwise("P255", entries[name], entries_before[name], file)
    for name in [name for name in before if name not in after]:
        facts = {"id": name, "older": written(entries_before[name].value), "file": file}
        place = sides.questionnaire["gates" if "gates" in sides.questionnaire else "version"]
        yield name, place.warning_at_key("P255", why="gone", **facts)


def _otherwise(code: str, entry: Entry, before: Entry, file: str) -> Problem:
    """A rule that does something else, at the first of its keys that is otherwise."""
    changed = [
        key
        for key, value in entry.entries()
        if key not in _EXPLAINS and value.value != before[key].value
    ]
    place = entry[changed[0]] if changed else entry["id"]
    texts = {"older": written(before.value), "newer": written(entry.value)}
    return place.warning(code, id=entry["id"].shown, file=file, **texts)


def _parts(sides: _Sides) -> Findings:
    """Parts that are rolled up by another rule, weigh otherwise, or hear others from outside."""
    for name, node in sides.own.nodes.items():
        before = sides.before.nodes.get(name)
        if before is None or name not in sides.names.nodes:
            continue
        entries = sides.names.nodes[name], sides.names_before.nodes[name]
        for key in _OF_PARTS:
            values = getattr(before, key), getattr(node, key)
            if key == "roll_up":  # what a roll-up does is told once, at the roll-up
                values = before.roll_up and before.roll_up.id, node.roll_up and node.roll_up.id
            if values[0] != values[1]:
                yield name, sides.key(name, key, entries[0], _texts(key, entries, values))


def _questions(sides: _Sides) -> Findings:
    """Questions that are asked, count, or are backed otherwise."""
    for name, question in sides.own.questions.items():
        before, entry = sides.before.questions.get(name), sides.names.questions.get(name)
        if before is None or entry is None:
            continue
        if any(map(sides.older.is_before, entry["history"].items())):
            continue
        entries = entry, sides.names_before.questions[name]
        for key in _OF_QUESTIONS:
            values = getattr(before, key), getattr(question, key)
            if without_words(values[0]) != without_words(values[1]):
                yield name, sides.key(name, key, entry, _texts(key, entries, values))


def _texts(
    key: str, entries: tuple[Entry, Entry], values: tuple[object, object]
) -> tuple[str, str]:
    """A key's value of then and of now: as the file says it, else what holds without it."""
    newer, older = entries
    before, after = values
    return (
        written(older[key].value) if key in older else _silent(before),
        written(newer[key].value) if key in newer else _silent(after),
    )


def _silent(value: object) -> str:
    """What holds where a file says nothing."""
    return written(value) if isinstance(value, bool | str) or is_exact(value) else ""


def _patterns(sides: _Sides) -> Findings:
    """Patterns that came, went, or are judged otherwise."""
    before, after = _by_id(sides.before.patterns), _by_id(sides.own.patterns)
    for name in after:
        if name not in before:
            entry = sides.names.patterns[name]["id"]
            yield name, entry.warning("P256", why="new", **_named(sides, name, "pattern"))
    yield from _changed_or_gone(sides, "patterns", "pattern", before, after)


def _unscored(sides: _Sides) -> Findings:
    """Context questions and style axes that went, or are answered or read otherwise.

    A new one takes nothing from what was there.
    """
    context = _by_id(sides.before.context), _by_id(sides.own.context)
    style = _by_id(sides.before.style), _by_id(sides.own.style)
    yield from _changed_or_gone(sides, "context", "context", *context)
    yield from _changed_or_gone(sides, "style", "style", *style)


def _changed_or_gone(
    sides: _Sides,
    section: str,
    kind: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> Findings:
    """What of a section is gone, or otherwise: key by key."""
    entries, entries_before = sides.names.of_kind(kind), sides.names_before.of_kind(kind)
    for name, rule in after.items():
        if name in before and before[name] != rule:
            for problem in _keys(sides, name, entries[name], entries_before[name]):
                yield name, problem
    file = sides.questionnaire
    for name in [name for name in before if name not in after]:
        place = file[section if section in file else "version"]
        yield name, place.warning_at_key("P256", why="gone", **_named(sides, name, kind))


def _named(sides: _Sides, name: str, kind: str) -> dict[str, Fact]:
    """The facts of something that came or went."""
    return {"id": name, "kind": kind, "file": sides.older.file}


def _for_all(sides: _Sides) -> Findings:
    """Rules of which there is one for all, key by key."""
    for name in _FOR_ALL:
        before, after = getattr(sides.before, name), getattr(sides.own, name)
        if without_words(before) == without_words(after):
            continue
        entry, entry_before = sides.questionnaire[name], sides.older.entry[name]
        if isinstance(entry.value, dict) and isinstance(entry_before.value, dict):
            for problem in _keys(sides, name, entry, entry_before):
                yield name, problem
            continue
        place = entry if name in sides.questionnaire else sides.questionnaire["version"]
        facts = {"id": name, "older": _text(entry_before), "newer": _text(entry)}
        yield name, place.warning_at_key("P256", file=sides.older.file, **facts)


def _keys(sides: _Sides, name: str, entry: Entry, before: Entry) -> Iterator[Problem]:
    """The keys of a rule that say something else, came or went."""
    for key in dict.fromkeys([*dict(before.entries()), *dict(entry.entries())]):
        texts = _text(before[key]), _text(entry[key])
        wordless = key in _EXPLAINS or is_text(key, entry[key].value or before[key].value)
        if texts[0] != texts[1] and not wordless:
            yield sides.key(name, key, entry, texts)


def _text(entry: Entry) -> str:
    """A value on one line; nothing where there is none."""
    return "" if entry.value is None else written(entry.value)


class _WithId(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """Its name in files."""


_Rule = TypeVar("_Rule", bound=_WithId)


def _by_id(rules: Iterable[_Rule]) -> dict[str, object]:
    """Rules by id, each without its words, so that only what it does is compared."""
    return {rule.id: without_words(rule) for rule in rules}


def written(value: Any) -> str:
    """A rule on one line as a file says it, without its own id and the texts that explain it."""
    if isinstance(value, dict):
        return _entries({key: each for key, each in value.items() if key != "id"})
    if isinstance(value, list):
        return ", ".join(_nested(each) for each in value)
    if isinstance(value, bool):
        return str(value).lower()
    return plain(value) if is_exact(value) else str(value)


def _entries(value: dict[str, Any]) -> str:
    """The keys and values of a rule, without the texts that explain it."""
    return ", ".join(
        f"{key}: {_nested(each)}"
        for key, each in value.items()
        if key not in _EXPLAINS and not is_text(key, each)
    )


def _nested(value: Any) -> str:
    """A value in another: lists and maps in their brackets, with their ids."""
    if isinstance(value, dict):
        return f"{{{_entries(value)}}}"
    return f"[{written(value)}]" if isinstance(value, list) else written(value)


def history_names_something(questionnaire: Entry, older: OlderVersion | None) -> Iterator[Problem]:
    """A warning for each id under `about` that is nothing's, of the changes since `older`.

    Args:
        questionnaire: as it stands in its file.
        older: the newest earlier version at hand; without one only the changes of this version
            itself are looked at.
    """
    here = {*questionnaire.value, *_ids(questionnaire)}
    before = {*older.entry.value, *_ids(older.entry)} if older else set()
    for change in questionnaire["history"].items():
        own = change["version"].word == questionnaire["version"].word
        if not (older.is_before(change) if older else own):
            continue
        for about in change["about"].items():
            word = about.word
            if word is None or not fits_id(word) or word in here or word in before:
                continue
            facts: dict[str, Fact] = {"id": word, **near_fact(word, sorted(here | before))}
            if older is None:
                yield about.warning("P269", **facts)
            else:
                yield about.warning("P269", why="both", file=older.file, **facts)


def _ids(questionnaire: Entry) -> Iterator[str]:
    """Every id that a change can be about."""
    names = declarations(questionnaire)
    kinds = (
        names.nodes,
        names.questions,
        names.context,
        names.style,
        names.patterns,
        names.roles,
        names.roll_ups,
        names.sources,
        names.retired,
    )
    for kind in kinds:
        yield from kind
    for key in _OF_NOBODY:
        for entry in questionnaire[key].items():
            if entry["id"].word is not None:
                yield entry["id"].word
