"""What a version changes without saying so: texts, options, what counts, roll-ups, gates, weights.

A question declares its changes in its own `history`, a rule in the questionnaire's. Where neither
does, the change is told at its place with both texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from sdgassess.files.build.question import build_question
from sdgassess.files.build.questionnaire import is_text
from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_version
from sdgassess.files.rules.declarations import Declarations, all_questions
from sdgassess.model.node import Node, RollUp
from sdgassess.model.question import Option, Question, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Gate
from sdgassess.model.version import version_order
from sdgassess.problem import Problem

_EXPLAINS = ("because", "quotes", "text", "title", "history")
"""Keys of a rule that explain it, and decide nothing."""
_NO_TEXT = Text({})


class OlderVersion(NamedTuple):
    """A version that came before: built, as it stands in its file, and that file's name."""

    questionnaire: Questionnaire
    entry: Entry
    file: str

    def is_before(self, change: Entry) -> bool:
        """Whether a change that somebody declares came after this version."""
        word = change["version"].word
        if word is None or not fits_version(word):
            return False
        return version_order(word) > version_order(self.questionnaire.version)


def questions_are_as_before(
    questionnaire: Entry, _: Declarations, _own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """A question that reads otherwise, or is answered otherwise, says so in its history."""
    for question in all_questions(questionnaire):
        before = older.questionnaire.questions.get(question["id"].word or "")
        if before is None or any(map(older.is_before, question["history"].items())):
            continue
        if not build_question(question.value).asked_like(before):
            rewordings = list(_rewordings(question, before, older.file))
            nameless = question["id"].warning("P252", why="way", id=before.id, file=older.file)
            yield from rewordings or [nameless]
        yield from _guidance(question, before, older.file)


def _rewordings(question: Entry, before: Question, file: str) -> Iterator[Problem]:
    """The question and its levels, where they read otherwise, came or went."""
    facts = {"id": before.id, "file": file}
    if rewording := _reworded(question["text"], before.text):
        entry, earlier = rewording
        yield entry.warning("P252", older=earlier, newer=entry.shown, **facts)
    unmatched = list(before.options)
    for option in question["levels"].items():
        match = next((each for each in unmatched if _is_same(each, option)), None)
        level = level_of(option["value"].value)
        at = _names("" if level is None else plain(level), option["id"].word, before)
        if match is None:
            newer = _first_words(option["text"])
            yield option["value"].warning("P252", newer=newer, **_variant("new", at), **facts)
            continue
        unmatched.remove(match)
        if rewording := _reworded(option["text"], match.text):
            entry, earlier = rewording
            texts = {"older": earlier, "newer": entry.shown}
            yield entry.warning("P252", **texts, **_variant("level", at), **facts)
    for option_before in unmatched:
        earlier, _ = option_before.text.in_language("en")
        at = _names(plain(option_before.value), option_before.id, before)
        levels = question["levels"]
        yield levels.warning_at_key("P252", older=earlier, **_variant("gone", at), **facts)


def _names(level: str, identity: str | None, question: Question) -> dict[str, str]:
    """What an answer is called: by its level, and by its id where ids name answers."""
    return {"level": level, **({"option": identity} if identity and question.by_id else {})}


def _variant(why: str, names: dict[str, str]) -> dict[str, str]:
    """The facts of an answer with the variant of the message that speaks of it."""
    return {"why": f"option-{why}" if "option" in names else why, **names}


def _is_same(option: Option, entry: Entry) -> bool:
    """Whether an option of the older question is this one: its id where it has one, its value."""
    same_id = option.id is None or "id" not in entry or option.id == entry["id"].word
    return same_id and option.value == level_of(entry["value"].value)


def _reworded(entry: Entry, before: Text) -> tuple[Entry, str] | None:
    """A text that reads otherwise: where, and what it was; None where it reads the same."""
    for language, words in entry.entries():
        if language in before.words and words.word != before.words[language]:
            return words, before.words[language]
    if entry.entries() and not any(key in before.words for key, _ in entry.entries()):
        return entry.entries()[0][1], before.in_language("en")[0]
    return None


def _first_words(entry: Entry) -> str:
    """A text in its first language."""
    return next((words.shown for _, words in entry.entries()), "")


def _guidance(question: Entry, before: Question, file: str) -> Iterator[Problem]:
    """What counts, where it reads otherwise, came or went."""
    entry, older = question["guidance"], before.guidance or _NO_TEXT
    facts = {"id": before.id, "file": file}
    if "guidance" not in question:
        if older.words:
            earlier, _ = older.in_language("en")
            yield question["id"].warning("P253", older=earlier, newer="", **facts)
        return
    shared = [
        words.word == older.words[key] for key, words in entry.entries() if key in older.words
    ]
    if any(shared):
        return
    if rewording := _reworded(entry, older):
        place, earlier = rewording
        yield place.warning("P253", older=earlier, newer=place.shown, **facts)


def rules_are_as_before(
    questionnaire: Entry, names: Declarations, own: Questionnaire, older: OlderVersion
) -> Iterator[Problem]:
    """A rule that scores otherwise is named in the questionnaire's history."""
    declared = {
        about.word
        for change in filter(older.is_before, questionnaire["history"].items())
        for about in change["about"].items()
    }
    for about, problem in (
        *_roll_ups(names, own, older),
        *_gates(questionnaire, own, older),
        *_parts(names, own, older),
        *_questions(names, own, older),
    ):
        if about not in declared:
            yield problem


Findings = Iterator[tuple[str, Problem]]
"""Problems, each with the id that a declaration would name."""


def _roll_ups(names: Declarations, own: Questionnaire, older: OlderVersion) -> Findings:
    """Roll-ups that are in use in both versions and do something else."""
    before, after = _in_use(older.questionnaire), _in_use(own)
    entries = {entry["id"].word: entry for entry in older.entry["roll_ups"].items()}
    for name, rule in after.items():
        if name in before and _wordless(before[name]) != _wordless(rule):
            yield name, _otherwise("P254", names.roll_ups[name], entries[name], older.file)


def _in_use(questionnaire: Questionnaire) -> dict[str, RollUp]:
    """The roll-ups of a questionnaire's parts, by id."""
    return {node.roll_up.id: node.roll_up for node in questionnaire.nodes.values() if node.roll_up}


def _wordless(rule: RollUp) -> RollUp:
    """A roll-up without its words."""
    bands = tuple(band._replace(title=_NO_TEXT, text=None) for band in rule.bands)
    return rule._replace(because=None, bands=bands)


def _gates(questionnaire: Entry, own: Questionnaire, older: OlderVersion) -> Findings:
    """Gates that came, went, or do something else."""
    before = {gate.id: _silent(gate) for gate in older.questionnaire.gates}
    after = {gate.id: _silent(gate) for gate in own.gates}
    entries = {entry["id"].word: entry for entry in questionnaire["gates"].items()}
    were = {entry["id"].word: entry for entry in older.entry["gates"].items()}
    for name, gate in after.items():
        if name not in before:
            facts = {"id": name, "newer": written(entries[name].value), "file": older.file}
            yield name, entries[name]["id"].warning("P255", why="new", **facts)
        elif before[name] != gate:
            yield name, _otherwise("P255", entries[name], were[name], older.file)
    for name in [name for name in before if name not in after]:
        facts = {"id": name, "older": written(were[name].value), "file": older.file}
        place = questionnaire["gates" if "gates" in questionnaire else "version"]
        yield name, place.warning_at_key("P255", why="gone", **facts)


def _silent(gate: Gate) -> Gate:
    """A gate without its words."""
    return gate._replace(because=_NO_TEXT, quotes=())


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


def _parts(names: Declarations, own: Questionnaire, older: OlderVersion) -> Findings:
    """Parts that are rolled up by another rule, or weigh otherwise."""
    for name, node in own.nodes.items():
        before = older.questionnaire.nodes.get(name)
        if before is None or name not in names.nodes:
            continue
        pairs = {
            "roll_up": (_rolled_up_by(before), _rolled_up_by(node)),
            "weight": (plain(before.weight), plain(node.weight)),
        }
        yield from _keys(names.nodes[name], pairs, older.file)


def _rolled_up_by(node: Node) -> str:
    """The id of a part's roll-up; nothing where it only groups."""
    return node.roll_up.id if node.roll_up else ""


def _questions(names: Declarations, own: Questionnaire, older: OlderVersion) -> Findings:
    """Questions that weigh otherwise, or are core ones and were not."""
    for name, question in own.questions.items():
        before, entry = older.questionnaire.questions.get(name), names.questions.get(name)
        if before is None or entry is None:
            continue
        if any(map(older.is_before, entry["history"].items())):
            continue
        pairs = {
            "core": (written(before.core), written(question.core)),
            "weight": (plain(before.weight), plain(question.weight)),
        }
        yield from _keys(entry, pairs, older.file)


def _keys(entry: Entry, pairs: dict[str, tuple[str, str]], file: str) -> Findings:
    """The keys of a part or question whose value is another now."""
    name = entry["id"].shown
    for key, (earlier, value) in pairs.items():
        if earlier != value:
            place = entry[key] if key in entry else entry["id"]
            facts = {"id": name, "key": key, "older": earlier, "newer": value, "file": file}
            yield name, place.warning("P254", why="key", **facts)


def written(value: Any) -> str:
    """A rule on one line as a file says it, without the texts that explain it."""
    if isinstance(value, dict):
        return ", ".join(
            f"{key}: {_nested(each)}"
            for key, each in value.items()
            if key not in (*_EXPLAINS, "id") and not is_text(key, each)
        )
    if isinstance(value, list):
        return ", ".join(_nested(each) for each in value)
    if isinstance(value, bool):
        return str(value).lower()
    return plain(value) if isinstance(value, Fraction) else str(value)


def _nested(value: Any) -> str:
    """A value in another: lists and maps in their brackets."""
    if isinstance(value, dict):
        return f"{{{written(value)}}}"
    return f"[{written(value)}]" if isinstance(value, list) else written(value)


UNDECLARED_RULES = (questions_are_as_before, rules_are_as_before)
