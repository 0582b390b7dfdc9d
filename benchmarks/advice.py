"""How the advice behaves on 300 invented municipalities: how firm, how often equal, two raters.

Run with `python -m benchmarks.advice [SEED]`. The profiles are drawn: each municipality has a
height, each part stands around it and each answer around its part, so that answers of a part
resemble each other; the figures depend on that. What is printed stands in `docs/model.md`.
"""

from __future__ import annotations

import datetime as dt
import random
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction

from sdgassess.analysis.priorities import Priorities, prioritise
from sdgassess.cli.opening import value_of
from sdgassess.cli.ways import ways_of_working
from sdgassess.files.catalogue import newest_questionnaire, questionnaire_path
from sdgassess.files.load import load_questionnaire
from sdgassess.model.profile import (
    Answer,
    Municipality,
    Profile,
    QuestionnaireRef,
    State,
    StyleAnswer,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference
from sdgassess.scoring.explain import levels_if
from sdgassess.scoring.firmness import rests_on
from sdgassess.scoring.score import Score, score
from tests.given.questionnaires import shuffled

MUNICIPALITIES = 300
MOVED = 0.25
"""The share of answers on which a second rater is one level off."""
CHANGES = 9
"""How many answers of each municipality are raised, one at a time."""
STYLES: tuple[StyleAnswer | None, ...] = (
    None,
    {"start": 2, "dialogue": 1},
    {"start": -1, "dialogue": -2},
    {"start": -1, "dialogue": 2},
)


def drawn(rules: Questionnaire, chance: random.Random) -> Profile:
    """An invented municipality; every 25th answer is unknown or does not apply."""
    height = chance.uniform(0.5, 3.2)
    parts = {key: height + chance.gauss(0, 0.6) for key in rules.factors}
    answers = {}
    for question, part in rules.factor_of.items():
        level = round(parts[part.id] + chance.gauss(0, 0.8))
        answers[question] = Answer(Fraction(min(max(level, 0), 4)))
        if chance.random() < 1 / 25:
            state = chance.choice((State.UNKNOWN, State.NOT_APPLICABLE))
            answers[question] = Answer(state=state)
    style = chance.choice(STYLES)
    return Profile(
        Municipality("Prøveby"),
        dt.date(2026, 3, 12),
        QuestionnaireRef(rules.id, rules.version),
        answers,
        context={"project-share": chance.randint(0, 3)},
        style={} if style is None else {"coordination": style},
    )


def rated_again(profile: Profile, chance: random.Random) -> Profile:
    """The same municipality by another rater."""
    answers = dict(profile.answers)
    for question, answer in answers.items():
        if answer.level is not None and chance.random() < MOVED:
            level = min(max(answer.level + chance.choice((-1, 1)), Fraction(0)), Fraction(4))
            answers[question] = Answer(level)
    return profile._replace(answers=answers)


def suggested(advice: Priorities) -> frozenset[str]:
    """The suggestions of an advice."""
    return frozenset(candidate.question for candidate in advice.chosen)


def shown(advice: Priorities) -> frozenset[str]:
    """Everything that an advice names to choose from."""
    equal = (question for group in advice.equal for question in group)
    return frozenset((*(candidate.question for candidate in advice.candidates), *equal))


def main() -> None:
    """Draw the municipalities and print the figures."""
    chance = random.Random(int(sys.argv[1]) if len(sys.argv) > 1 else 17)
    ref = newest_questionnaire()
    assert ref is not None, "a questionnaire ships"
    rules = value_of(load_questionnaire(questionnaire_path(ref)))
    ways = ways_of_working(rules)
    profiles = [drawn(rules, chance) for _ in range(MUNICIPALITIES)]
    for line in figures(rules, ways, profiles, chance):
        print(line)


def figures(
    rules: Questionnaire,
    ways: tuple[Reference, ...],
    profiles: list[Profile],
    chance: random.Random,
) -> Iterator[str]:
    """Every figure, a line each."""
    scores = [score(rules, profile) for profile in profiles]
    advice = [prioritise(each, ways) for each in scores]
    yield from _firm(scores)
    yield from _moved(scores, chance)
    yield from _suggestions(advice)
    mixed = shuffled(rules, chance)
    again = [prioritise(score(mixed, profile), ways) for profile in profiles]
    pairs = list(zip(advice, again, strict=True))
    yield f"suggestions that another order of the questions changes: {_apart(pairs, suggested)}"
    yield f"candidates and equals that it changes: {_apart(pairs, shown)}"
    yield from _raters(rules, ways, scores, advice, chance)


def _firm(scores: list[Score]) -> Iterator[str]:
    """How many levels are firm, and on how many answers the others rest."""
    resting = [len(answers) for each in scores for answers in rests_on(each).values()]
    firm = sum(not answers for answers in resting)
    others = [answers for answers in resting if answers]
    yield f"levels that are firm: {firm} of {len(resting)} ({firm / len(resting):.0%})"
    yield f"answers that another level rests on, median: {statistics.median(others):g}"


def _moved(scores: list[Score], chance: random.Random) -> Iterator[str]:
    """What one answer a level higher does to the levels: how many move, how far, which way."""
    changes: list[Fraction] = []
    raised = 0
    for each in scores:
        known = [question for question in each.questions if each.level(question) not in (None, 4)]
        for question in chance.sample(known, min(CHANGES, len(known))):
            higher = (each.level(question) or Fraction(0)) + 1
            raised += 1
            for part, level in levels_if(each, {question: higher}).items():
                before = each.factors[part].level
                if before is not None and level is not None and level != before:
                    changes.append(level - before)
    yield f"answers raised by one level: {raised}, levels that moved: {len(changes)}"
    yield f"the farthest move: {max(changes)}, the lowest: {min(changes)}"


def _suggestions(advice: list[Priorities]) -> Iterator[str]:
    """How many suggestions there are, and why there are fewer."""
    counts = Counter(each.picks - len(each.chosen) for each in advice)
    yield f"as many suggestions as can be picked: {counts[0]} of {len(advice)}"
    yield f"no suggestion, since what comes first stands alike: {_without(advice)}"
    waiting = sum(any(c.first_needs for c in each.candidates) for each in advice)
    yield f"something stands first that another step needs: {waiting}"


def _without(advice: list[Priorities]) -> int:
    """How many have nothing suggested."""
    return sum(not each.chosen for each in advice)


def _apart(
    pairs: list[tuple[Priorities, Priorities]], of: Callable[[Priorities], frozenset[str]]
) -> int:
    """In how many pairs two advices differ."""
    return sum(of(one) != of(two) for one, two in pairs)


def _raters(
    rules: Questionnaire,
    ways: tuple[Reference, ...],
    scores: list[Score],
    advice: list[Priorities],
    chance: random.Random,
) -> Iterator[str]:
    """How far two raters agree, in all and where the first one's level is firm."""
    alike, levels, firm_alike, firm = 0, 0, 0, 0
    pairs = []
    for each, before in zip(scores, advice, strict=True):
        other = score(rules, rated_again(each.profile, chance))
        pairs.append((before, prioritise(other, ways)))
        for part, answers in rests_on(each).items():
            same = each.scored[part].level == other.scored[part].level
            alike, levels = alike + same, levels + 1
            if not answers:
                firm_alike, firm = firm_alike + same, firm + 1
    raters = f"two raters, {MOVED:.0%} of the answers one level off"
    yield f"{raters}: {alike / levels:.0%} of levels equal"
    yield f"of the firm ones: {firm_alike / firm:.0%} equal"
    common = sum(bool(suggested(one) & suggested(two)) for one, two in pairs)
    both = sum(bool(suggested(one) and suggested(two)) for one, two in pairs)
    yield f"a suggestion in common, where both have any: {common} of {both}"
    overlap = sum(bool(suggested(one) & shown(two)) for one, two in pairs if suggested(one))
    some = sum(bool(suggested(one)) for one in advice)
    yield f"one's suggestion among what the other names: {overlap} of {some}"


if __name__ == "__main__":
    main()
