"""What a questionnaire says of its past: history, replaced and retired questions, in one file.

What only shows beside an older version's file is in `rules_versions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.values import level_of, plain
from sdgassess.files.names import fits_id, fits_version, near_fact
from sdgassess.files.read.entry import Entry
from sdgassess.files.rules.declared import Declarations, all_questions, values_of
from sdgassess.model.question import Level
from sdgassess.model.version import version_order
from sdgassess.problem import Problem

Rule = Callable[[Entry, Declarations], Iterator[Problem]]


def history_is_past(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Changes and retirements come from this version or earlier ones."""
    version = questionnaire["version"].word
    for _, change in _changes(questionnaire):
        yield from _not_newer(change["version"], version)
    for retired in names.retired.values():
        yield from _not_newer(retired["last"], version)


def _not_newer(entry: Entry, version: str | None) -> Iterator[Problem]:
    """A version of the past is not newer than the file's own."""
    if not fits_version(entry.word) or not fits_version(version):
        return
    assert entry.word is not None
    assert version is not None
    if version_order(entry.word) > version_order(version):
        yield entry.problem("P213", found=entry.word, version=version)


def retired_stay_away(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """A retired id never comes back: not as a question, and not as anything else."""
    gone = {key.casefold(): entry for key, entry in names.retired.items()}
    for entry in (*names.nodes.values(), *all_questions(questionnaire)):
        word = entry["id"].word
        tomb = gone.get(word.casefold()) if word is not None else None
        if word is not None and tomb is not None:
            yield entry["id"].problem("P229", id=word, last=tomb["last"].shown)


def replaced_are_retired(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """What is replaced is retired, and both places name the same questions."""
    for question, change in _changes(questionnaire):
        own = question["id"].word
        for old in change["replaces"].items():
            word = old.word
            if word is None or not fits_id(word):
                continue
            if word not in names.retired:
                near = {} if word in names.questions else near_fact(word, names.retired)
                yield old.problem("P228", id=word, **near)
                continue
            named = [one.word for one in names.retired[word]["replaced_by"].items()]
            if named and own is not None and own not in named:
                told = tuple(one for one in named if one is not None)
                yield old.problem("P231", id=word, own=own, replaced_by=told)


def replacements_say_how(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Where several questions replace one, each says what its levels are, or that nothing is."""
    heirs: dict[str, list[tuple[str, Entry, Entry]]] = {}
    for question, change in _changes(questionnaire):
        for old in change["replaces"].items():
            if old.word is not None:
                heirs.setdefault(old.word, []).append((question["id"].shown, change, old))
    for word, those in heirs.items():
        if len({own for own, _, _ in those}) < 2:
            continue
        for own, change, old in those:
            if "levels" not in change and change["comparable"].word != "none":
                others = tuple(one for one, _, _ in those if one != own)
                yield old.problem("P232", id=word, others=others)


def merged_are_not_comparable(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Answers to several questions say nothing about one, so they neither compare nor map."""
    for _question, change in _changes(questionnaire):
        several = tuple(one.shown for one in change["replaces"].items())
        if len(several) > 1 and ("levels" in change or change["comparable"].word != "none"):
            yield change["replaces"].problem_at_key("P236", ids=several)


def maps_go_up(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """A map of levels names levels that there are, each old one once, and never turns around."""
    for question, change in _changes(questionnaire):
        values, pairs = values_of(question["levels"]), list[tuple[Level, Level, Entry]]()
        if "levels" in change and change["comparable"].word == "none":
            yield change["levels"].problem_at_key("P237")
        for pair in change["levels"].items():
            then, now = level_of(pair["from"].value), level_of(pair["to"].value)
            if now is not None and now not in values:
                yield pair["to"].problem("P215", level=plain(now), id=question["id"].shown)
            elif then is not None and now is not None:
                yield from _fits_in(pairs, then, now, pair)
                pairs.append((then, now, pair))


def _fits_in(
    pairs: list[tuple[Level, Level, Entry]], then: Level, now: Level, pair: Entry
) -> Iterator[Problem]:
    """A pair beside those before it: what was higher is not lower now."""
    for other, became, _ in pairs:
        facts = {"level": plain(then), "to": plain(now), "other": plain(other)}
        if other == then:
            yield pair["from"].problem("P233", why="twice", **facts)
            return
        if (other < then and became > now) or (other > then and became < now):
            yield pair["to"].problem("P233", became=plain(became), **facts)
            return


def _changes(questionnaire: Entry) -> Iterator[tuple[Entry, Entry]]:
    """Every change in a question's history, with the question."""
    for question in all_questions(questionnaire):
        for change in question["history"].items():
            yield question, change


LINEAGE_RULES: tuple[Rule, ...] = (
    history_is_past,
    retired_stay_away,
    replaced_are_retired,
    replacements_say_how,
    merged_are_not_comparable,
    maps_go_up,
)
