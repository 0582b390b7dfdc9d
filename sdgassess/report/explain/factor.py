"""One factor explained: each question, the computation on both bases, and the way up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdgassess.document.passage import passage_line
from sdgassess.document.screen import Block, Head, item
from sdgassess.language import Words
from sdgassess.model.node import Node, RollUpRule
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.firmness import resting_words
from sdgassess.phrases.levels import NO_LEVEL, interval
from sdgassess.phrases.rules import gate_rule, gate_sentence, gate_words, held_back
from sdgassess.report.edition import Edition
from sdgassess.report.explain.question import answer_part
from sdgassess.scoring.evaluation import (
    Basis,
    Evaluation,
    NodeResult,
    band_of,
)
from sdgassess.scoring.explain import Raise, cheapest_raise, unknown_behind
from sdgassess.scoring.firmness import rests_on
from sdgassess.scoring.rollup import LevelStatus, RollUpResult
from sdgassess.scoring.score import Score


def factor_part(edition: Edition[Score], result: NodeResult) -> Iterator[Block]:
    """The whole of one factor."""
    score = edition.subject
    node = score.questionnaire.nodes[result.id]
    yield Head(f"{result.id}  {edition.line(node.title)}")
    for question_id in result.levels:
        yield from answer_part(edition, question_id)
    yield Head(edition.words(labels.HOW_THE_LEVEL_COMES_ABOUT))
    yield from computation_part(edition, result)
    yield from way_up_part(edition, result)


def computation_part(edition: Edition[Score], result: NodeResult) -> Iterator[Block]:
    """The roll-up in words, the interval, what holds it back, and the other basis beside it."""
    score = edition.subject
    for sentence in computation(score, result, edition.words):
        yield item(sentence)


def computation(score: Score, result: NodeResult, words: Words) -> Iterator[str]:
    """How a level comes about: the roll-up, the interval, what holds it, the other basis."""
    rolled = result.rolled
    node = score.questionnaire.nodes[result.id]
    levels = {key: level for key, level in result.levels.items() if level is not None}
    if rolled.level is not None and levels:
        yield _rule_words(node, levels, rolled, words)
        if rolled.interval[0] != rolled.interval[1]:
            spread = interval(*rolled.interval, words)
            yield words("Unknown answers could put it anywhere in {interval}.", interval=spread)
    sentence = held_back(score, result, words)
    if sentence:
        yield sentence
    resting = rests_on(score, result.id).get(result.id)
    if resting is not None:
        yield resting_words(resting, words)
    yield from _band(score, result, words)
    if score.questionnaire.backing is not None:
        yield _other_basis(score, node, words)


def _band(score: Score, result: NodeResult, words: Words) -> Iterator[str]:
    """The named range that the level lies in, with what it means."""
    band = band_of(score.questionnaire, result)
    if band is None or result.level is None:
        return
    title = passage_line(band.title, words.language)
    text = "." if band.text is None else f": {passage_line(band.text, words.language)}"
    yield (
        words("{level} is “{band}”", level=written_number(result.level, words), band=title) + text
    )


def _other_basis(score: Score, node: Node, words: Words) -> str:
    """The level on the other basis, after gates, with how it comes about where that differs."""
    basis = Basis.BACKED if score.basis is Basis.ANSWERED else Basis.ANSWERED
    label = words("Backed by evidence or agreement")
    if basis is Basis.ANSWERED:
        label = words(labels.AS_ANSWERED)
    evaluation = Evaluation(score.questionnaire, score.profile, score.questions, basis)
    result = evaluation.node(node)
    rolled = result.rolled
    levels = {key: level for key, level in result.levels.items() if level is not None}
    if rolled.level is None or not levels:
        standing = (
            written_number(rolled.level, words) if rolled.level is not None else words(NO_LEVEL)
        )
        return f"{label}: {standing}"
    standing = written_number(result.level, words) if result.level is not None else words(NO_LEVEL)
    beside = score.scored[node.id]
    if (result.levels, result.gate) == (beside.levels, beside.gate):  # the same computation
        return f"{label}: {standing}"
    reasons = [_rule_words(node, levels, rolled, words)]
    if result.gate is not None:
        reasons.append(gate_sentence(score, result.gate, words))
    return f"{label}: {standing}. {' '.join(reasons)}"


def _rule_words(
    node: Node, levels: Mapping[str, Level], rolled: RollUpResult, words: Words
) -> str:
    """The computation of a node, by its rule."""
    assert node.roll_up is not None, "only scored nodes are explained"
    rule = node.roll_up.rule
    if rule in (RollUpRule.CAPPED_LOWER_MEDIAN, RollUpRule.LOWER_MEDIAN):
        return _median_words(list(levels.values()), rolled, words)
    if rule in (RollUpRule.SUM, RollUpRule.MEAN):
        return _added_words(node, levels, rolled, words)
    listed = " ".join(written_number(level, words) for level in levels.values())
    level = written_number(rolled.level, words) if rolled.level is not None else "?"
    if rule is RollUpRule.MINIMUM:
        return words("The lowest of {levels}: {level}.", levels=listed, level=level)
    if rule is RollUpRule.MAXIMUM:
        return words("The highest of {levels}: {level}.", levels=listed, level=level)
    if node.roll_up.passed_at is None:
        return words(
            "In order {levels}: the level is what the first one that is not fully met is worth, "
            "{level}.",
            levels=listed,
            level=level,
        )
    return words(
        "Passed in a row before the first no, out of {levels}: {level}.",
        levels=listed,
        level=level,
    )


def _added_words(
    node: Node, levels: Mapping[str, Level], rolled: RollUpResult, words: Words
) -> str:
    """A sum or a mean: what was added, each with its weight, with what was assumed of the rest."""
    assert node.roll_up is not None, "only scored nodes are explained"
    rule, weights = node.roll_up, _weights(node)
    below_cap = rolled.level if rolled.limit is None else rolled.middle
    level = written_number(below_cap, words) if below_cap is not None else "?"
    addends = [(key, value, "") for key, value in levels.items()]
    if rolled.assumed:
        addends += [(key, value, " (?)") for key, value in rolled.assumed.items()]
    if not rule.weighted:
        listed = " ".join(written_number(value, words) + mark for _, value, mark in addends)
    else:
        shares = [
            f"{written_number(weights[key], words)}·{written_number(value, words)}{mark}"
            for key, value, mark in addends
        ]
        listed = " + ".join(shares)
    if rule.weighted and rule.rule is RollUpRule.SUM:
        return words("The weighted sum {levels}: {level}.", levels=listed, level=level)
    if rule.weighted:
        total = written_number(sum((weights[key] for key, _, _ in addends), 0), words)
        return words(
            "The weighted mean ({levels}) / {total}: {level}.",
            levels=listed,
            total=total,
            level=level,
        )
    if rule.rule is RollUpRule.MEAN:
        return words("The mean of {levels}: {level}.", levels=listed, level=level)
    return words("The sum of {levels}: {level}.", levels=listed, level=level)


def _weights(node: Node) -> dict[str, Level]:
    """How much each child of a part counts."""
    weights = {question.id: question.weight for question in node.questions}
    return weights | {part.id: part.weight for part in node.scored_parts}


def _median_words(levels: list[Level], rolled: RollUpResult, words: Words) -> str:
    """The lower median, and the cap where it lies within the scale's reach."""
    listed = " ".join(written_number(level, words) for level in sorted(levels))
    middle = written_number(rolled.middle, words) if rolled.middle is not None else "?"
    parts = [
        words(
            "In order: {levels}. The middle one, counted from below, is {m}.",
            levels=listed,
            m=middle,
        )
    ]
    if rolled.cap is not None and rolled.middle is not None and rolled.cap <= rolled.middle:
        cap = written_number(rolled.cap, words)
        parts.append(words("The lowest core question allows at most {cap}.", cap=cap))
    if rolled.level != rolled.middle and rolled.level is not None:
        level = written_number(rolled.level, words)
        parts.append(words("Level before the cap: {level}.", level=level))
    return " ".join(parts)


def way_up_part(edition: Edition[Score], result: NodeResult) -> Iterator[Block]:
    """The cheapest steps to the next level, or what to answer to get one at all."""
    score = edition.subject
    yield Head(edition.words(labels.WHAT_WOULD_RAISE_IT))
    for sentence in way_up(score, result, edition.words):
        yield item(sentence)


def way_up(score: Score, result: NodeResult, words: Words) -> Iterator[str]:
    """What would raise a part: the cheapest steps, the gates among them, or what to answer."""
    if result.rolled.status is LevelStatus.NOT_APPLICABLE:
        yield words("Nothing: {the_part} does not apply.")
        return
    way = cheapest_raise(score, result.id)
    open_ones = unknown_behind(score, result.id)
    if way is None and open_ones:
        yield words("First answer {questions}.", questions=", ".join(open_ones))
        return
    if way is None:
        yield words("No way up can be named: it is at the top, or held there.")
        return
    moves, target = _moves(score, result, way, words), written_number(way.target, words)
    if way.gates and result.id in score.tiers:  # another way through gates may be shorter still
        yield words(
            "As caps rise, these lift it to {target}: {moves}.", target=target, moves=moves
        )
    else:
        singular = "One step lifts it to {target}: {moves}."
        plural = "These {n} steps lift it to {target}: {moves}."
        yield words.plural(singular, plural, way.steps, target=target, moves=moves)
    for gate in way.gates:
        rule = gate_rule(score, gate)
        yield f"{gate_words(rule, words)} {passage_line(rule.because, words.language)}"


def _moves(score: Score, result: NodeResult, way: Raise, words: Words) -> str:
    """Which answers have to change; of an upper part by the parts that they belong to."""
    steps = {
        q: f"{q} {written_number(a, words)}→{written_number(b, words)}"
        for q, (a, b) in way.moves.items()
    }
    if result.id not in score.tiers:
        return ", ".join(steps.values())
    parts: dict[str, list[str]] = {}
    for question, step in steps.items():
        parts.setdefault(score.questionnaire.factor_of[question].id, []).append(step)
    return "; ".join(f"{part}: {', '.join(answers)}" for part, answers in parts.items())
