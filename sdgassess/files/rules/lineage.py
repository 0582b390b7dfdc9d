"""What a questionnaire says of its past: history, replaced and retired questions, in one file.

What only shows beside an older version's file is in `rules.versions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sdgassess.files.build.values import level_of, plain
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.ids import fits_id, fits_version, near_fact
from sdgassess.files.rules.declarations import Declarations, all_questions, values_of
from sdgassess.model.question import Level
from sdgassess.model.version import version_order
from sdgassess.problem import Problem

Rule = Callable[[Entry, Declarations], Iterator[Problem]]


def history_is_past(questionnaire: Entry, names: Declarations) -> Iterator[Problem]:
    """Changes and retirements come from this version or earlier ones."""
    version = questionnaire["version"].word
    for change in questionnaire["history"].items():
        yield from _not_newer(change["version"], version)
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
    tombs = {key.casefold(): entry for key, entry in names.retired.items()}
    for entry in (*names.nodes.values(), *all_questions(questionnaire)):
        word = entry["id"].word
        tomb = tombs.get(word.casefold()) if word is not None else None
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
            named = [heir.word for heir in names.retired[word]["replaced_by"].items()]
            if named and own is not None and own not in named:
                heirs = tuple(heir for heir in named if heir is not None)
                yield old.problem("P231", id=word, own=own, replaced_by=heirs)


def replacements_say_how(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Where several questions replace one, each says what its levels are, or that nothing is."""
    heirs: dict[str, list[tuple[str, Entry, Entry]]] = {}
    for question, change in _changes(questionnaire):
        for old in change["replaces"].items():
            if old.word is not None:
                heirs.setdefault(old.word, []).append((question["id"].shown, change, old))
    for word, claims in heirs.items():
        if len({own for own, _, _ in claims}) < 2:
            continue
        for own, change, old in claims:
            if "levels" not in change and change["comparable"].word != "none":
                rivals = tuple(heir for heir, _, _ in claims if heir != own)
                yield old.problem("P232", id=word, others=rivals)


def merged_are_not_comparable(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Answers to several questions say nothing about one, so they neither compare nor map."""
    for _question, change in _changes(questionnaire):
        several = tuple(old.shown for old in change["replaces"].items())
        if len(several) > 1 and ("levels" in change or change["comparable"].word != "none"):
            yield change["replaces"].problem_at_key("P236", ids=several)


def maps_go_up(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """A map of levels names levels that there are, each old one once, and never turns around.

    A map of an earlier version leads to the scale of then: to what the next map leads on from.
    """
    for question, change in _changes(questionnaire):
        values, pairs = _scale_after(question, change), list[tuple[Level, Level, Entry]]()
        if "levels" in change and change["comparable"].word == "none":
            yield change["levels"].problem_at_key("P237")
        for pair in change["levels"].items():
            before, after = level_of(pair["from"].value), level_of(pair["to"].value)
            if after is not None and values is not None and after not in values:
                yield pair["to"].problem("P215", level=plain(after), id=question["id"].shown)
            elif before is not None and after is not None:
                yield from _fits_in(pairs, before, after, pair)
                pairs.append((before, after, pair))


def _scale_after(question: Entry, change: Entry) -> tuple[Level, ...] | None:
    """The levels that a question had once a change was made; None where no history tells."""
    later = [
        each
        for each in question["history"].items()
        if ("levels" in each or each["change"].word == "rescaled")
        if _order(each) > _order(change)
    ]
    if not later:
        return values_of(question["levels"])
    following = min(later, key=_order)
    if "levels" not in following:
        return None
    levels = (level_of(pair["from"].value) for pair in following["levels"].items())
    return tuple(level for level in levels if level is not None)


def _order(change: Entry) -> tuple[int, ...]:
    """What changes sort by; a version that is none comes first."""
    word = change["version"].word
    return version_order(word) if word is not None and fits_version(word) else ()


def rescaled_is_never_exact_alone(questionnaire: Entry, _: Declarations) -> Iterator[Problem]:
    """Other levels that are exactly the older ones say which is which."""
    for question, change in _changes(questionnaire):
        exact = change["comparable"].word == "exact" and change["change"].word == "rescaled"
        if exact and "levels" not in change:
            yield change["comparable"].problem("P245", id=question["id"].shown)


def _fits_in(
    pairs: list[tuple[Level, Level, Entry]], before: Level, after: Level, pair: Entry
) -> Iterator[Problem]:
    """A pair beside those before it: what was higher is not lower now."""
    for neighbour, became, _ in pairs:
        facts = {"level": plain(before), "to": plain(after), "other": plain(neighbour)}
        if neighbour == before:
            yield pair["from"].problem("P233", why="twice", **facts)
            return
        crossed = (neighbour < before and became > after) or (
            neighbour > before and became < after
        )
        if crossed:
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
    rescaled_is_never_exact_alone,
)
