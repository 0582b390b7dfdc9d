"""What a version says otherwise without declaring it: questions, answers, what counts.

A question declares its changes in its own `history`. Where it does not, the change is told at its
place with both texts. Rules that became otherwise are in `rules.rule_changes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.files.build.question import build_question
from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_version
from sdgassess.files.rules.declarations import Declarations, all_questions
from sdgassess.model.question import Option, Question, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import Problem

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
