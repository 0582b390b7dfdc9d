"""What a schema cannot say about a questionnaire: ids, the tree, scales, texts.

Every check takes the questionnaire as it stands in the file and what it declares, and yields what
is wrong. Rules about conditions are in `rules.conditions`, those about gates in `rules.gates`,
those about earlier versions in `rules.lineage` and `rules.versions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.questionnaire import MOST_LANGUAGES, is_text
from sdgassess.files.build.values import level_of, plain, share_of
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, near_fact
from sdgassess.files.rules.conditions import CONDITION_RULES
from sdgassess.files.rules.declarations import (
    Declarations,
    all_nodes,
    all_questions,
    declarations,
    values_of,
)
from sdgassess.files.rules.gates import GATE_RULES
from sdgassess.files.rules.lineage import LINEAGE_RULES
from sdgassess.files.rules.needs import NEED_RULES
from sdgassess.files.rules.options import OPTION_RULES
from sdgassess.problem import Problem

Rule = Callable[[Entry, Declarations], Iterator[Problem]]


_LISTS = (
    "context",
    "style",
    "gates",
    "patterns",
    "roles",
    "roll_ups",
    "sources",
    "contradictions",
    "crosswalks",
)
"""The lists whose entries have ids of their own."""


def check_questionnaire(questionnaire: Entry) -> list[Problem]:
    """Everything that is wrong with a questionnaire beyond its shape."""
    names = declarations(questionnaire)
    return [
        problem
        for rule in (
            *RULES,
            *OPTION_RULES,
            *NEED_RULES,
            *LINEAGE_RULES,
            *CONDITION_RULES,
            *GATE_RULES,
        )
        for problem in rule(questionnaire, names)
    ]


def refer(entry: Entry, kind: str, names: Declarations) -> Iterator[Problem]:
    """What an entry names is declared in this questionnaire."""
    declared = names.of_kind(kind)
    word = entry.word
    if word is not None and word not in declared and (kind == "source" or fits_id(word)):
        yield entry.problem("P202", id=word, kind=kind, **near_fact(word, declared))


def ids_are_unique(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Parts and questions share one set of ids, whatever their case, and so do retired ones."""
    yield from _unique([*all_nodes(questionnaire), *all_questions(questionnaire)])
    yield from _unique(questionnaire["retired"].items())
    for key in _LISTS:
        yield from _unique(list(questionnaire[key].items()))
    for question in all_questions(questionnaire):
        yield from _unique(question["levels"].items())
    for roll_up in questionnaire["roll_ups"].items():
        yield from _unique(roll_up["bands"].items())
    for crosswalk in questionnaire["crosswalks"].items():
        yield from _unique(crosswalk["points"].items())
    for axis in questionnaire["style"].items():
        for key in ("items", "options", "positions"):
            yield from _unique(list(axis[key].items()))
    letters: dict[str, Entry] = {}
    for role in questionnaire["roles"].items():
        word = role["letter"].word
        if word is not None and letters.setdefault(word, role) is not role:
            yield role["letter"].problem("P201", id=word, first=_line(letters[word]))


def _unique(entries: list[Entry]) -> Iterator[Problem]:
    """No two entries have the same id."""
    first: dict[str, Entry] = {}
    for entry in entries:
        word = entry["id"].word
        if word is not None and first.setdefault(word.casefold(), entry) is not entry:
            yield entry["id"].problem("P201", id=word, first=_line(first[word.casefold()]))


def _line(entry: Entry) -> int:
    """The line that an entry's id stands on."""
    return entry["id"].problem("P201").where.line or 1


def references_exist(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Roll-ups, parts and questions that are named are there."""
    for node in all_nodes(questionnaire):
        yield from refer(node["roll_up"], "roll_up", names)
    for question in questionnaire["context"].items():
        yield from refer(question["before"], "node", names)
    for axis in questionnaire["style"].items():
        for position in axis["positions"].items():
            for watched in position["watch"].items():
                yield from refer(watched, "question", names)
    for retired in questionnaire["retired"].items():
        for new in retired["replaced_by"].items():
            yield from refer(new, "question", names)


def roles_exist(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """A question is put to roles that there are; one of these may have the last word."""
    for hearing in questionnaire["voices"]["heard"].items():
        yield from refer(hearing["role"], "role", names)
    for node in all_nodes(questionnaire):
        yield from refer(node["outside_voice"], "role", names)
    for question in all_questions(questionnaire):
        for role in (*question["roles"].items(), question["last_word"]):
            yield from refer(role, "role", names)
        last, roles = question["last_word"].word, question["roles"].value
        if last is not None and last in names.roles and roles and last not in roles:
            yield question["last_word"].problem("P223", role=last)


def sources_exist(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Every `document:line` is a line in a listed document."""
    for entry in _sources(questionnaire):
        word = (entry.word or "").partition(":")[0]
        if entry.word is not None and word not in names.sources:
            yield entry.problem("P202", id=word, kind="source", **near_fact(word, names.sources))


def _sources(entry: Entry) -> Iterator[Entry]:
    """Every source below an entry."""
    waiting = [entry]
    while waiting:
        branch = waiting.pop()
        for key, child in branch.entries():
            if key == "rests_on":
                yield from child.items()
            elif key == "source":
                yield child
            elif isinstance(child.value, dict | list):
                waiting.append(child)
        waiting.extend(item for item in branch.items() if isinstance(item.value, dict))


def options_ascend(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """The values of a scale, and where bands begin, go up, each different from the one before."""
    lists = [(question["options"], "value") for question in questionnaire["context"].items()]
    lists += [(roll_up["bands"], "from") for roll_up in questionnaire["roll_ups"].items()]
    for options, key in (*lists, (questionnaire["scale"], "value")):
        before = None
        for option in options.items():
            value = level_of(option[key].value)
            if value is not None and before is not None and value <= before:
                digits = plain(value)
                yield option[key].problem("P208", value=digits, before=plain(before))
            before = before if value is None else value


def anchors_differ(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """In each language, no two levels of a question are described by the same words."""
    for question in all_questions(questionnaire):
        anchors: set[tuple[str, str]] = set()
        for option in question["levels"].items():
            for language, words in option["text"].entries():
                anchor = (language, " ".join((words.word or "").split()).casefold())
                if words.word is not None and (anchor in anchors or not anchor[1]):
                    identity = question["id"].shown
                    yield words.problem("P209", id=identity, language=language)
                anchors.add(anchor)


def kinds_have_their_parts(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """A choice has options, an axis of poles has items; neither has what belongs to the other."""
    wanted = {"choice": ("options",), "several": ("options",), "poles": ("items", "positions")}
    for subject in (*questionnaire["context"].items(), *questionnaire["style"].items()):
        kind = subject["kind"].word
        needed = wanted.get(kind or "", ())
        for key in needed[:1]:
            if not subject[key].value and kind is not None:
                yield subject["kind"].problem("P224", kind=kind, needs=key)
        for key in ("options", "items", "positions"):
            if kind is not None and key in subject and key not in needed:
                yield subject[key].problem_at_key("P225", kind=kind, unfit=key)


def roll_ups_fit(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Each rule has the numbers it works with, and none that it would not read."""
    own = {"capped-lower-median": "above_lowest_core", "ladder": "passed_at"}
    optional = {"passed_at"}  # without it a ladder's level is what the answer that stops is worth
    for roll_up in questionnaire["roll_ups"].items():
        rule = roll_up["rule"].word or ""
        for of_rule, key in own.items():
            if rule == of_rule and key not in roll_up and key not in optional:
                yield roll_up["rule"].problem("P210", rule=rule, needs=key)
            if rule != of_rule and key in roll_up:
                yield roll_up[key].problem_at_key("P226", rule=rule, unfit=key)
        if "weighted" in roll_up and rule not in ("mean", "sum"):
            yield roll_up["weighted"].problem_at_key("P226", rule=rule, unfit="weighted")
        for key in ("coverage", "applicable"):
            yield from share_is_a_share(roll_up[key])
        if roll_up["common"].word is not None:  # as a number it counts questions
            yield from share_is_a_share(roll_up["common"])


def share_is_a_share(entry: Entry) -> Iterator[Problem]:
    """A share lies between 0 and 1."""
    share = share_of(entry.value)
    if share is not None and share > 1:
        yield entry.problem("P212", found=entry.shown)


def children_have_levels(_: Entry, names: Declarations) -> Iterator[Problem]:
    """A part that is rolled up from parts needs parts that have a level."""
    for node in names.factors.values():
        for part in node["parts"].items():
            for lacking in _without_level(part):
                facts = {"id": lacking["id"].shown, "node": node["id"].shown}
                yield lacking.problem_at_key("P211", **facts)


def _without_level(part: Entry) -> Iterator[Entry]:
    """The parts at or below one that have no level, though something is rolled up from them.

    A part that only groups others stands for these.
    """
    if "roll_up" in part or part["id"].word is None:
        return
    if not part["parts"].items():
        yield part
    for below in part["parts"].items():
        yield from _without_level(below)


def one_level_is_strong(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """What is named as one to keep is strong by the same level as everywhere else."""
    strong = level_of(questionnaire["strong_from"].value)
    keep = questionnaire["priorities"]["keep_from"]
    level = level_of(keep.value)
    if strong is not None and level is not None and level != strong:
        yield keep.problem("P249", level=plain(level), strong=plain(strong))


def steps_have_targets(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """A next step is for levels that the question has."""
    for question in all_questions(questionnaire):
        values = values_of(question["levels"])
        for step in question["next_steps"].items():
            for target in step["to"].items():
                level = level_of(target.value)
                if level is not None and level not in values:
                    yield target.problem("P215", level=plain(level), id=question["id"].shown)


def texts_are_translated(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Every text is there in every language that the questionnaire says it is written in."""
    languages = [
        entry.word for entry in questionnaire["languages"].items() if entry.word is not None
    ][:MOST_LANGUAGES]
    spoken = {
        source["id"].word: source["language"].word for source in questionnaire["sources"].items()
    }
    warned: set[str] = set()
    for text, quote in _texts(questionnaire):
        # A quote is its own translation into the language of its document.
        own = spoken.get((quote["source"].word or "").partition(":")[0]) if quote else None
        missing = tuple(each for each in languages if each not in text and each != own)
        if missing:
            yield text.warning_at_key("P250", languages=missing)
        for language, words in text.entries():
            if language not in languages and language not in warned:
                warned.add(language)
                yield words.warning_at_key("P251", language=language)


def _texts(entry: Entry) -> Iterator[tuple[Entry, Entry | None]]:
    """Every text below an entry; a translation with the quote that it belongs to."""
    for key, child in entry.entries():
        if is_text(key, child.value):
            yield child, entry if key == "gloss" else None
        else:
            yield from _texts(child)
    for child in entry.items():
        yield from _texts(child)


RULES: tuple[Rule, ...] = (
    ids_are_unique,
    references_exist,
    roles_exist,
    sources_exist,
    options_ascend,
    anchors_differ,
    kinds_have_their_parts,
    roll_ups_fit,
    children_have_levels,
    one_level_is_strong,
    steps_have_targets,
    texts_are_translated,
)
