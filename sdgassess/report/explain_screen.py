"""How a level came about, answer by answer, and the cheapest steps that would raise it."""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.model.node import Node, RollUpRule
from sdgassess.report.condition_words import condition_words, trigger_words
from sdgassess.report.held_back import held_back
from sdgassess.report.level_words import (
    STATES,
    caption,
    interval,
    level_mark,
    who_and_when,
)
from sdgassess.report.line import Line
from sdgassess.report.page import Page
from sdgassess.report.pattern_words import pattern_of, pattern_sentence
from sdgassess.report.question_words import backing_words, voices_words
from sdgassess.scoring.explain import cheapest_raise, unanswered
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score
from sdgassess.scoring.sheet import NodeResult
from sdgassess.text import number


def explain_screen(score: Score, words: Words, columns: int, about: str | None) -> list[Line]:
    """The whole page.

    Args:
        score: the result.
        words: the language.
        columns: how wide the terminal is.
        about: a factor, question or pattern of the questionnaire; None explains every factor in
            short and every pattern.
    """
    page = Page(words, columns)
    page.title(who_and_when(score.profile, words))
    page.text(caption(score, words))
    patterns = {result.id: result for result in score.patterns}
    if about is None:
        _everything(page, score)
    elif about in score.factors:
        _factor(page, score, score.factors[about])
    elif about in score.questions:
        _question(page, score, about)
    elif about in patterns:
        _pattern(page, score, patterns[about])
    elif about in score.tiers:
        _tier(page, score, score.tiers[about])
    else:
        page.blank()
        page.text(words("{id} is not part of this assessment's scope.", id=about))
    return page.lines


def _everything(page: Page, score: Score) -> None:
    """Every factor's computation in short, and all patterns."""
    for result in score.factors.values():
        page.heading(f"{result.id}  {page.say(score.questionnaire.nodes[result.id].title)}")
        _computation(page, score, result)
    if score.patterns:
        page.heading(page.words("Risk patterns"))
    for pattern in score.patterns:
        page.item(pattern_sentence(score, pattern, page.words))


def _factor(page: Page, score: Score, result: NodeResult) -> None:
    """One factor: each question, the computation, and the way up."""
    node = score.questionnaire.nodes[result.id]
    page.heading(f"{result.id}  {page.say(node.title)}")
    for question_id in result.levels:
        _question_row(page, score, question_id)
    page.heading(page.words("How the level comes about"))
    _computation(page, score, result)
    _way_up(page, score, result)


def _question_row(page: Page, score: Score, question_id: str) -> None:
    """A question's level, what its anchor says, how it is backed."""
    words = page.words
    question = score.questionnaire.questions[question_id]
    result = score.questions[question_id]
    level = score.level(question_id)
    mark = level_mark(level, result.state)
    core = " " + words("(core)") if question.core else ""
    option = question.option(level) if level is not None else None
    if option is not None:
        stands = page.say(option.text)
    else:
        stands = words(STATES[result.state]) if result.state else ""
    page.text(f"{stands}{core}", f"  {question_id} {mark}  ")
    for line in (*voices_words(score, result, words), backing_words(score, result, words)):
        if line:
            page.text(line, "      ")


def _computation(page: Page, score: Score, result: NodeResult) -> None:
    """The roll-up in words, with numbers in their order."""
    words, rolled = page.words, result.rolled
    node = score.questionnaire.nodes[result.id]
    if rolled.level is not None and rolled.answered:
        page.item(_rule_words(node, result, words))
        low, high = rolled.interval
        if low != high:
            spread = interval(low, high)
            page.item(
                words("Unknown answers could put it anywhere in {interval}.", interval=spread)
            )
    sentence = held_back(score, result, words)
    if sentence:
        page.item(sentence)
    other = result.backed_level if score.basis == "answered" else result.answered_level
    label = words("Backed") if score.basis == "answered" else words("Answered")
    shown = number(other) if other is not None else words("no level")
    page.item(f"{label}: {shown}")


def _rule_words(node: Node, result: NodeResult, words: Words) -> str:
    """The computation of a node, by its rule."""
    assert node.roll_up is not None, "only scored nodes are explained"
    levels = [level for level in result.levels.values() if level is not None]
    rule, rolled = node.roll_up.rule, result.rolled
    middle = number(rolled.middle) if rolled.middle is not None else "?"
    level = number(rolled.level) if rolled.level is not None else "?"
    listed = " ".join(number(level) for level in levels)
    if rule in (RollUpRule.CAPPED_LOWER_MEDIAN, RollUpRule.LOWER_MEDIAN):
        listed = " ".join(number(level) for level in sorted(levels))
        said = words("In order: {levels}. The lower middle one is {m}.", levels=listed, m=middle)
        if rolled.cap is not None:
            cap = number(rolled.cap)
            said += " " + words("The lowest core question allows at most {cap}.", cap=cap)
        return said + " " + words("Level before gates: {level}.", level=level)
    names = {
        RollUpRule.MINIMUM: words("The lowest of {levels}: {level}.", levels=listed, level=level),
        RollUpRule.MEAN: words("The mean of {levels}: {level}.", levels=listed, level=level),
        RollUpRule.SUM: words("The sum of {levels}: {level}.", levels=listed, level=level),
        RollUpRule.LADDER: words(
            "Passed in a row before the first no, out of {levels}: {level}.",
            levels=listed,
            level=level,
        ),
    }
    return names[rule]


def _way_up(page: Page, score: Score, result: NodeResult) -> None:
    """The cheapest steps to the next level, or what to answer to get one at all."""
    words = page.words
    page.heading(words("What would raise it"))
    if result.rolled.status is LevelStatus.NOT_APPLICABLE:
        page.item(words("Nothing: the factor does not apply."))
        return
    if result.level is None:
        open_ones = ", ".join(unanswered(score, result.id))
        page.item(words("First answer {questions}.", questions=open_ones))
        return
    way = cheapest_raise(score, result.id)
    if way is None:
        page.item(
            words("No single next level can be named: it is at the top, or a mean or a sum.")
        )
        return
    moves = ", ".join(f"{q} {number(a)}→{number(b)}" for q, (a, b) in way.moves.items())
    one = "One step lifts it to {target}: {moves}."
    many = "At least {n} steps lift it to {target}: {moves}."
    target = number(way.target)
    page.item(words.plural(one, many, way.steps, target=target, moves=moves))


def _tier(page: Page, score: Score, result: NodeResult) -> None:
    """A scored node above the factors."""
    page.heading(f"{result.id}  {page.say(score.questionnaire.nodes[result.id].title)}")
    for child, level in result.levels.items():
        page.text(f"{child} {number(level) if level is not None else '?'}", "  ")
    _computation(page, score, result)


def _question(page: Page, score: Score, question_id: str) -> None:
    """One question: what was asked, what was answered, by whom, backed by what."""
    question = score.questionnaire.questions[question_id]
    page.heading(f"{question_id}  {page.say(question.text)}")
    _question_row(page, score, question_id)
    level = score.level(question_id)
    above = [o for o in question.options if level is not None and o.value > level]
    if above:
        upper = above[0]
        page.heading(page.words("The next level, {level}", level=number(upper.value)))
        page.item(page.say(upper.text))
        step = question.next_step(upper.value)
        if step is not None:
            page.item(page.say(step.text))


def _pattern(page: Page, score: Score, result: PatternResult) -> None:
    """One pattern: what it is, its rules in words, what triggered it, the way out."""
    words = page.words
    rules = pattern_of(score, result)
    triggers = {trigger.question: trigger for trigger in rules.triggers}
    page.heading(pattern_sentence(score, result, words))
    page.text(page.say(rules.meaning), "  ")
    if rules.not_exposed is not None:
        page.item(f"{words('not exposed')}: {condition_words(rules.not_exposed, words)}")
    page.item(f"{words('high')}: {condition_words(rules.high, words, triggers)}")
    page.item(f"{words('medium')}: {condition_words(rules.medium, words, triggers)}")
    for trigger in rules.triggers:
        found = score.questions.get(trigger.question)
        if found is not None:
            mark = level_mark(score.level(trigger.question), found.state)
            points = trigger.question in result.triggered
            verdict = words("points to it") if points else words("does not point to it")
            page.text(f"{trigger_words(trigger)}: {mark}, {verdict}", "    ")
    for quote in rules.quotes:
        page.item(f"“{quote.quote}” [{quote.source}]")
    if rules.way_out is not None and result.result in (Risk.HIGH, Risk.MEDIUM):
        page.text(words("Way out: {text}", text=page.say(rules.way_out)), "  ")
    if result.result is Risk.CANNOT_BE_ASSESSED:
        page.text(words("Not known: {ids}.", ids=", ".join(result.unknown)), "  ")
