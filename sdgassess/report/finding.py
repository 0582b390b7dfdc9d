"""The finding: what an assessment comes to, in one to three sentences that its answers carry.

It depends on how much is known and who was heard: too little, and it says whom to ask; not all
heard or not finished, and it says that it is preliminary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from sdgassess.analysis.conclusion import disputed_of, talk_is_the_finding, too_little
from sdgassess.document.passage import passage_line
from sdgassess.language import N_, Words
from sdgassess.model.profile import State, Status
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases.bands import uppermost_bands
from sdgassess.phrases.hearing import NOT_HEARD_YET, missing_roles
from sdgassess.phrases.levels import NOT_ASSESSED
from sdgassess.phrases.rows import in_a_row
from sdgassess.scoring.evaluation import NodeResult
from sdgassess.scoring.hearing import roles_heard
from sdgassess.scoring.score import Score, answered_of
from sdgassess.text import one_line

PARTS_OF_ALL = N_("{n} of {all} {many_parts}")
_STANDS_AT = N_("{part} stands at {level}.")
_UNFINISHED = N_("Preliminary: the assessment is still in progress.")


_NAMES = 3
"""How many parts are named in a row; more are counted."""
_GATED = 2
"""How many parts are told of that a gate keeps down."""
_REST = 2
"""How few must be left for the others to be called all but these."""
_UPPERMOST = 2
"""How many parts may stand above all others for each to be told of."""
_KNOWING = 2
"""How many are named who would know more."""


Naming = Callable[[str], str]
"""How a question or a part is named in a sentence: by its id on a screen, in words on paper."""


def reservation(score: Score, words: Words) -> str | None:
    """Why nothing can be concluded yet, or only for now, without a full stop; else None."""
    if not score.has_levels:
        return words(NOT_ASSESSED).rstrip(".")
    if too_little(score):
        return too_little_in_short(score, words).rstrip(".")
    preliminary = next(_preliminary(score, words), None)
    return None if preliminary is None else preliminary.rstrip(".")


def finding(score: Score, words: Words) -> tuple[str, ...]:
    """The sentences, the weightiest first; one that nothing is known yet, where that is so."""
    if not score.has_levels:
        return (words(NOT_ASSESSED),)
    if too_little(score):
        return tuple(_too_little(score, words))
    return (
        *_preliminary(score, words),
        *disagreement_finding(score, words),
        *whole_words(score, words),
        *extremes(score, words),
        *gated_words(score, words),
    )


def alike_in_range(score: Score) -> bool:
    """Whether all factors can reach the same levels; else none is highest or lowest among them."""
    ranges = score.questionnaire.ranges(quick=score.profile.quick)
    return len({ranges[factor] for factor in score.factors if factor in ranges}) < 2


def extremes(score: Score, words: Words) -> Iterator[str]:
    """The factors that stand highest and lowest, where they differ."""
    factors, levels = score.factors, score.factor_levels
    if not factors:
        return
    if not levels:
        yield words("No {one_part} has a level yet: too few of its questions are answered.")
        return
    if not alike_in_range(score):
        yield words("{n} of {all} {many_parts} have a level.", n=len(levels), all=len(factors))
        return
    high, low = max(levels.values()), min(levels.values())
    if high == low:
        yield _all_alike(score, levels, high, words)
        return
    sentences: list[str] = []
    remainder: list[str] = []
    for extreme, opposite, message in (
        (high, low, N_("Highest, at level {level}: {factors}.")),
        (low, high, N_("Lowest, at level {level}: {factors}.")),
    ):
        names = [name for name, level in levels.items() if level == extreme]
        others = [name for name, level in levels.items() if level == opposite]
        level = written_number(extreme, words)
        if len(others) <= _NAMES and _are_the_others(score, names, others):
            remainder.append(words("All the others stand at level {level}.", level=level))
        else:
            listed = _listed(score, names, words)
            sentences.append(words(message, level=level, factors=listed))
    yield from (*sentences, *remainder)  # the others come after those that they are other than


def _are_the_others(score: Score, names: Sequence[str], named: Sequence[str]) -> bool:
    """Whether factors are all but those that stand beside them by name, and too many to name."""
    return len(names) > _NAMES and len(names) + len(named) == len(score.factors)


def _listed(score: Score, names: Sequence[str], words: Words) -> str:
    """Factors by name where they are few, else all but a few, else how many they are."""
    rest = [name for name in score.factors if name not in names]
    if len(names) <= _NAMES:
        return parts_named(score, names, words)
    if 0 < len(rest) <= _REST:
        return words("all but {factors}", factors=parts_named(score, rest, words))
    return words(PARTS_OF_ALL, n=len(names), all=len(score.factors))


def holders(gated: NodeResult) -> tuple[str, ...]:
    """The lowest of what sets the gate of a part; nothing where no gate holds it."""
    if gated.gate is None:
        return ()
    lowest = min(gated.gate.inputs.values(), default=None)
    return tuple(name for name, level in gated.gate.inputs.items() if level == lowest)


def too_little_in_short(score: Score, words: Words) -> str:
    """That too little is known, and who would know more: people named in the file, else roles."""
    people = _knowing(score)
    if people:
        listed = "; ".join(people)
        return words("Too little is known for a conclusion: ask {people}", people=listed)
    roles = missing_roles(score, words)
    if roles:
        listed = "; ".join(roles)
        return words("Too little is known for a conclusion – not heard yet: {roles}", roles=listed)
    return next(_too_little(score, words))


def parts_named(score: Score, parts: Sequence[str], words: Words) -> str:
    """Parts by name, in a row."""
    return in_a_row(part_names(score, parts, words))


def part_names(
    score: Score, parts: Sequence[str], words: Words, *, is_short: bool = False
) -> list[str]:
    """Parts by name; quoted where a name holds a mark that would part it from itself in a row.

    Args:
        score: the result.
        parts: their ids.
        words: the language.
        is_short: whether what follows a dash is left out, since a dash parts the sentence itself;
            not where that would give two parts one name.
    """
    names = {part: _title(score, part, words) for part in (*score.factors, *parts)}
    marks = ";:"
    if is_short:
        heads = {part: name.split(_DASH)[0] for part, name in names.items()}
        is_told_apart = len({*heads.values()}) == len({*names.values()})
        names, marks = (heads, marks) if is_told_apart else (names, f"{marks}–")
    titles = [names[part] for part in parts]
    is_quoted = len(titles) > 1 and any(set(title) & set(marks) for title in titles)
    return [words.quoted(title) for title in titles] if is_quoted else titles


_DASH = " – "


def _all_alike(score: Score, levels: dict[str, Level], level: Level, words: Words) -> str:
    """That every part that has a level has the same, and how many have none."""
    at, parts = written_number(level, words), len(score.factors)
    if parts == 1:
        return words(_STANDS_AT, part=parts_named(score, tuple(levels), words), level=at)
    if len(levels) == parts:
        return words("All {many_parts} stand at level {level}.", level=at)
    return words(
        "{n} of {all} {many_parts} have a level, and it is {level}.",
        n=len(levels),
        all=parts,
        level=at,
    )


def _too_little(score: Score, words: Words) -> Iterator[str]:
    """That no conclusion can be drawn yet, and who would know more."""
    with_level, applying = answered_of(score)
    yield words(
        "Too little is known for a conclusion: {known} of {all} questions have a level.",
        known=with_level,
        all=applying,
    )
    if people := _knowing(score):
        yield words("Would know more: {people}.", people="; ".join(people))
    if roles := missing_roles(score, words):
        yield words(NOT_HEARD_YET, who="; ".join(roles)) + "."


def _knowing(score: Score) -> tuple[str, ...]:
    """Who would know what is not known, by the file's own words; the first of them."""
    knowing = [
        one_line(answer.who_knows)
        for question, answer in score.profile.answers.items()
        if question in score.questions
        and score.questions[question].state is State.UNKNOWN
        and answer.who_knows
    ]
    return tuple(dict.fromkeys(knowing))[:_KNOWING]


def _preliminary(score: Score, words: Words) -> Iterator[str]:
    """That it may still change: somebody was not heard, or it is not finished."""
    if score.profile.status is Status.IN_PROGRESS:
        yield words(_UNFINISHED)
    elif score.not_heard:
        listed = "; ".join(missing_roles(score, words))
        heard = roles_heard(score.profile)
        yield words(
            N_("Preliminary until these are heard enough: {roles}.")
            if any(hearing.role in heard for hearing in score.not_heard)
            else N_("Preliminary until these are heard: {roles}."),
            roles=listed,
        )


def disagreement_finding(score: Score, words: Words) -> Iterator[str]:
    """That most answers are not agreed on, where it is so."""
    if talk_is_the_finding(score):
        disputed, answers = disputed_of(score)
        yield words(
            "Answers differ widely on {n} of {all} questions: talk about them before relying on "
            "the levels.",
            n=disputed,
            all=answers,
        )


def whole_words(score: Score, words: Words) -> Iterator[str]:
    """Where the whole stands: its named range, or the level of the one or two uppermost parts."""
    ranges = tuple(islice(uppermost_bands(score, words), _UPPERMOST))
    yield from ranges
    top = [result for result in score.tiers.values() if result.depth == 0]
    for result in top if len(top) <= _UPPERMOST and not ranges else ():
        if result.level is not None:
            title, level = _title(score, result.id, words), written_number(result.level, words)
            yield words(_STANDS_AT, part=title, level=level)


def gated_words(score: Score, words: Words, naming: Naming = str) -> Iterator[str]:
    """Which parts a gate keeps below what their own answers give, and by what."""
    gated = [result for result in score.scored.values() if result.gate is not None]
    for result in gated[:_GATED]:
        assert result.gate is not None, "only gated parts are listed"
        yield words.plural(
            "{part}: own answers give {before}, but {questions} allows only {level}.",
            "{part}: own answers give {before}, but {questions} allow only {level}.",
            len(result.gate.inputs),
            part=_title(score, result.id, words),
            level=written_number(result.gate.capped_to, words),
            before=written_number(result.gate.raw, words),
            questions=in_a_row([naming(key) for key in result.gate.inputs]),
        )


def _title(score: Score, node: str, words: Words) -> str:
    """The name of a part."""
    return passage_line(score.questionnaire.nodes[node].title, words.language)
