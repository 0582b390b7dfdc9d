"""A questionnaire whole, for people: questions, anchors, rules and their reasons."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.passage import text_line
from sdgassess.document.screen import Block, Gap, Head, Prose, Title, item
from sdgassess.language import Words
from sdgassess.model.condition import Condition
from sdgassess.model.node import Node, RollUp
from sdgassess.model.question import Question, Quote
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.conditions import condition_words, trigger_words
from sdgassess.phrases.levels import HIGH, MEDIUM
from sdgassess.phrases.quotes import quote_line
from sdgassess.phrases.rules import BACKED_BY, gate_words, roll_up_words
from sdgassess.text import one_line


def questionnaire_blocks(
    questionnaire: Questionnaire, words: Words, part: str | None = None
) -> Iterator[Block]:
    """The whole page, or one part or question of it.

    Args:
        questionnaire: what to show.
        words: the language; texts that it lacks are shown in another and marked.
        part: the id of a node or question of the questionnaire.
    """
    if part is not None:
        if part in questionnaire.questions:
            yield from _question(words, questionnaire, questionnaire.questions[part])
        else:
            yield from _node(words, questionnaire, questionnaire.nodes[part])
        return
    title = text_line(questionnaire.title, words)
    yield Title((f"{title} ({questionnaire.id} {questionnaire.version})",))
    yield Prose(text_line(questionnaire.limits, words))
    yield from _languages(words, questionnaire)
    yield from _scale(words, questionnaire)
    for node in questionnaire.parts:
        yield from _node(words, questionnaire, node)
    yield from _rules(words, questionnaire)
    yield from _background(words, questionnaire)


def _languages(words: Words, questionnaire: Questionnaire) -> Iterator[Block]:
    """Which languages it is whole in."""
    languages = ", ".join(questionnaire.complete_languages) or "–"
    yield Prose(
        words(
            "Complete in: {languages}. Licence: {licence}.",
            languages=languages,
            licence=one_line(questionnaire.licence),
        )
    )


def _scale(words: Words, questionnaire: Questionnaire) -> Iterator[Block]:
    """The names of the levels."""
    if questionnaire.scale:
        yield Head(words(labels.SCALE))
    rules = questionnaire.scale_rules or {}
    for option in questionnaire.scale:
        rule = rules.get(option.value)
        line = text_line(option.text, words) + (f": {text_line(rule, words)}" if rule else "")
        yield Prose(line, lead=f"  {written_number(option.value, words)}  ")


def _node(words: Words, questionnaire: Questionnaire, node: Node) -> Iterator[Block]:
    """A node with everything below it."""
    yield Head(f"{node.id}  {text_line(node.title, words)}")
    if node.rests_on:
        yield Prose(words("Rests on: {sources}", sources=", ".join(node.rests_on)), lead="  ")
    for question in node.asked:
        yield from _question(words, questionnaire, question)
    for part in node.parts:
        yield from _node(words, questionnaire, part)


def _question(words: Words, questionnaire: Questionnaire, question: Question) -> Iterator[Block]:
    """A question with its anchors, who is asked, and the way up."""
    yield Gap()
    core = " ●" if question.core else ""
    yield Prose(text_line(question.text, words), strong=True, lead=f"{question.id}{core}  ")
    for option in question.options:
        yield Prose(
            text_line(option.text, words),
            lead=f"  {written_number(option.value, words)}  ",
        )
    facts = [words(BACKED_BY[question.backed_by])] if questionnaire.backing is not None else []
    if question.roles:
        facts.append(
            words("put to: {roles}", roles=_role_names(words, questionnaire, question.roles))
        )
    if question.last_word:
        facts.append(
            words(
                "last word: {role}", role=_role_names(words, questionnaire, (question.last_word,))
            )
        )
    if facts:
        yield Prose("; ".join(facts), lead="  ")
    yield from _asked_if(question.ask_if, words)
    if question.guidance is not None:
        yield Prose(
            words(labels.WHAT_COUNTS_LINE, text=text_line(question.guidance, words)),
            lead="  ",
        )
    if question.evidence_hint is not None:
        yield Prose(
            words("What shows it: {text}", text=text_line(question.evidence_hint, words)),
            lead="  ",
        )
    for step in question.next_steps:
        target = ", ".join(written_number(level, words) for level in step.to)
        lead = words("Next step to {levels}:", levels=target) if target else words("Next step:")
        yield Prose(f"{lead} {text_line(step.text, words)}", lead="  ")
        yield from _quotes(words, step.quotes)


def _asked_if(condition: Condition | None, words: Words) -> Iterator[Prose]:
    """When a question is asked; nothing where it always is."""
    if condition is not None:
        rule = condition_words(condition, words)
        yield Prose(words("Asked if {condition}", condition=rule), lead="  ")


def _role_names(words: Words, questionnaire: Questionnaire, roles: tuple[str, ...]) -> str:
    """The names of some roles, in their order."""
    titles = {role.id: text_line(role.title, words) for role in questionnaire.roles}
    return ", ".join(titles.get(role, role) for role in roles)


def _quotes(words: Words, quotes: tuple[Quote, ...]) -> Iterator[Block]:
    """Quotes with their sources and translations."""
    for quote in quotes:
        yield Prose(quote_line(quote, words), lead="    ")


def _rules(words: Words, questionnaire: Questionnaire) -> Iterator[Block]:
    """Roll-ups, voices, backing, gates and patterns, each with its reason."""
    yield Head(words("How it is scored"))
    rules = {n.roll_up.id: n.roll_up for n in questionnaire.nodes.values() if n.roll_up}
    for rule in rules.values():
        yield from _roll_up(words, rule)
    for reasoned in (questionnaire.voices, questionnaire.backing, questionnaire.priorities):
        if reasoned is not None and reasoned.because is not None:
            yield item(text_line(reasoned.because, words))
    for gate in questionnaire.gates:
        yield item(f"{gate_words(gate, words)} {text_line(gate.because, words)}")
        yield from _quotes(words, gate.quotes)
    yield from _patterns(words, questionnaire)


def _roll_up(words: Words, rule: RollUp) -> Iterator[Block]:
    """One way of rolling up, with its thresholds and reason."""
    reason = f" {text_line(rule.because, words)}" if rule.because else ""
    yield item(f"{rule.id}: {roll_up_words(rule, words)}{reason}")


def _patterns(words: Words, questionnaire: Questionnaire) -> Iterator[Block]:
    """The risk patterns with their rules in words."""
    if questionnaire.patterns:
        yield Head(words("Risk patterns (never a score)"))
    for pattern in questionnaire.patterns:
        triggers = {trigger.question: trigger for trigger in pattern.triggers}
        yield Prose(text_line(pattern.title, words), strong=True, lead="  ")
        yield Prose(
            words(
                "Points to it: {terms}",
                terms=", ".join(trigger_words(t, words) for t in pattern.triggers),
            ),
            lead="    ",
        )
        high = condition_words(pattern.high, words, triggers)
        medium = condition_words(pattern.medium, words, triggers)
        yield Prose(f"{words(HIGH)}: {high}", lead="    ")
        yield Prose(text_line(pattern.says.high, words), lead="      ")
        yield Prose(f"{words(MEDIUM)}: {medium}", lead="    ")
        yield Prose(text_line(pattern.says.medium, words), lead="      ")
        for clause in pattern.clauses:
            yield Prose(f"{condition_words(clause.when, words, triggers)}:", lead="    ")
            yield Prose(text_line(clause.text, words), lead="      ")
        yield from _quotes(words, pattern.quotes)


def _background(words: Words, questionnaire: Questionnaire) -> Iterator[Block]:
    """Context questions, style axes, and the documents that are quoted."""
    if questionnaire.context:
        yield Head(words("Asked, never scored"))
    for question in questionnaire.context:
        yield item(f"{question.id}: {text_line(question.text, words)}")
        yield from _asked_if(question.ask_if, words)
    for axis in questionnaire.style:
        yield item(f"{axis.id}: {text_line(axis.text, words)}")
        for pole in axis.items:
            yield Prose(
                f"{text_line(pole.low, words)} ↔ {text_line(pole.high, words)}",
                lead="      ",
            )
        for option in axis.options:
            yield Prose(text_line(option.title, words), lead="      ")
    if questionnaire.sources:
        yield Head(words(labels.DOCUMENTS))
    for source in questionnaire.sources:
        title, voice = text_line(source.title, words), text_line(source.voice, words)
        yield item(f"{source.id}: {title} ({source.dated}). {voice}")
