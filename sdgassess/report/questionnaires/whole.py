"""A questionnaire whole, for people: questions, anchors, rules and their reasons."""

from __future__ import annotations

from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import Words
from sdgassess.model.condition import Condition
from sdgassess.model.node import Node, RollUp
from sdgassess.model.question import Question, Quote
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_number
from sdgassess.phrases.conditions import condition_words, trigger_words
from sdgassess.phrases.rules import BACKED_BY, gate_words, roll_up_words
from sdgassess.text import one_line


def questionnaire_screen(
    questionnaire: Questionnaire, words: Words, columns: int, part: str | None = None
) -> list[Line]:
    """The whole page, or one part or question of it.

    Args:
        questionnaire: what to show.
        words: the language; texts that it lacks are shown in another and marked.
        columns: how wide the terminal is.
        part: the id of a node or question of the questionnaire.
    """
    page = Page(words, columns)
    if part is not None:
        if part in questionnaire.questions:
            _question(page, questionnaire, questionnaire.questions[part])
        else:
            _node(page, questionnaire, questionnaire.nodes[part])
        return page.lines
    page.title(f"{page.say(questionnaire.title)} ({questionnaire.id} {questionnaire.version})")
    page.text(page.say(questionnaire.limits))
    _languages(page, questionnaire)
    _scale(page, questionnaire)
    for node in questionnaire.parts:
        _node(page, questionnaire, node)
    _rules(page, questionnaire)
    _background(page, questionnaire)
    return page.lines


def _languages(page: Page, questionnaire: Questionnaire) -> None:
    """Which languages it is whole in."""
    languages = ", ".join(questionnaire.complete_languages) or "–"
    page.text(
        page.words(
            "Complete in: {languages}. Licence: {licence}.",
            languages=languages,
            licence=one_line(questionnaire.licence),
        )
    )


def _scale(page: Page, questionnaire: Questionnaire) -> None:
    """The names of the levels."""
    if questionnaire.scale:
        page.heading(page.words("The scale"))
    rules = questionnaire.scale_rules or {}
    for option in questionnaire.scale:
        rule = rules.get(option.value)
        line = page.say(option.text) + (f": {page.say(rule)}" if rule else "")
        page.text(line, f"  {written_number(option.value, page.words)}  ")


def _node(page: Page, questionnaire: Questionnaire, node: Node) -> None:
    """A node with everything below it."""
    page.heading(f"{node.id}  {page.say(node.title)}")
    if node.rests_on:
        page.text(page.words("Rests on: {sources}", sources=", ".join(node.rests_on)), "  ")
    for question in node.asked:
        _question(page, questionnaire, question)
    for part in node.parts:
        _node(page, questionnaire, part)


def _question(page: Page, questionnaire: Questionnaire, question: Question) -> None:
    """A question with its anchors, who is asked, and the way up."""
    words = page.words
    page.blank()
    core = " ●" if question.core else ""
    page.text(page.say(question.text), f"{question.id}{core}  ", strong=True)
    for option in question.options:
        page.text(page.say(option.text), f"  {written_number(option.value, words)}  ")
    facts = [words(BACKED_BY[question.backed_by])] if questionnaire.backing is not None else []
    if question.roles:
        facts.append(
            words("put to: {roles}", roles=_role_names(page, questionnaire, question.roles))
        )
    if question.last_word:
        facts.append(
            words(
                "last word: {role}", role=_role_names(page, questionnaire, (question.last_word,))
            )
        )
    if facts:
        page.text("; ".join(facts), "  ")
    _asked_if(page, question.ask_if)
    if question.guidance is not None:
        page.text(words("What counts: {text}", text=page.say(question.guidance)), "  ")
    if question.evidence_hint is not None:
        page.text(words("What shows it: {text}", text=page.say(question.evidence_hint)), "  ")
    for step in question.next_steps:
        target = ", ".join(written_number(level, words) for level in step.to)
        lead = words("Next step to {levels}:", levels=target) if target else words("Next step:")
        page.text(f"{lead} {page.say(step.text)}", "  ")
        _quotes(page, step.quotes)


def _asked_if(page: Page, condition: Condition | None) -> None:
    """When a question is asked; nothing where it always is."""
    if condition is not None:
        words = page.words
        page.text(words("Asked if {condition}", condition=condition_words(condition, words)), "  ")


def _role_names(page: Page, questionnaire: Questionnaire, roles: tuple[str, ...]) -> str:
    """The names of some roles, in their order."""
    titles = {role.id: page.say(role.title) for role in questionnaire.roles}
    return ", ".join(titles.get(role, role) for role in roles)


def _quotes(page: Page, quotes: tuple[Quote, ...]) -> None:
    """Quotes with their sources."""
    for quote in quotes:
        page.text(f"{page.words.quoted(one_line(quote.quote))} [{quote.source}]", "    ")


def _rules(page: Page, questionnaire: Questionnaire) -> None:
    """Roll-ups, voices, backing, gates and patterns, each with its reason."""
    words = page.words
    page.heading(words("How it is scored"))
    rules = {n.roll_up.id: n.roll_up for n in questionnaire.nodes.values() if n.roll_up}
    for rule in rules.values():
        _roll_up(page, rule)
    for reasoned in (questionnaire.voices, questionnaire.backing, questionnaire.priorities):
        if reasoned is not None and reasoned.because is not None:
            page.item(page.say(reasoned.because))
    for gate in questionnaire.gates:
        page.item(f"{gate_words(gate, words)} {page.say(gate.because)}")
        _quotes(page, gate.quotes)
    _patterns(page, questionnaire)


def _roll_up(page: Page, rule: RollUp) -> None:
    """One way of rolling up, with its thresholds and reason."""
    reason = f" {page.say(rule.because)}" if rule.because else ""
    page.item(f"{rule.id}: {roll_up_words(rule, page.words)}{reason}")


def _patterns(page: Page, questionnaire: Questionnaire) -> None:
    """The risk patterns with their rules in words."""
    words = page.words
    if questionnaire.patterns:
        page.heading(words("Risk patterns (never a score)"))
    for pattern in questionnaire.patterns:
        triggers = {trigger.question: trigger for trigger in pattern.triggers}
        page.text(page.say(pattern.title), "  ", strong=True)
        page.text(
            words(
                "Points to it: {terms}",
                terms=", ".join(trigger_words(t, words) for t in pattern.triggers),
            ),
            "    ",
        )
        high = condition_words(pattern.high, words, triggers)
        medium = condition_words(pattern.medium, words, triggers)
        page.text(f"{words('high')}: {high}", "    ")
        page.text(page.say(pattern.says.high), "      ")
        page.text(f"{words('medium')}: {medium}", "    ")
        page.text(page.say(pattern.says.medium), "      ")
        for clause in pattern.clauses:
            page.text(f"{condition_words(clause.when, words, triggers)}:", "    ")
            page.text(page.say(clause.text), "      ")
        _quotes(page, pattern.quotes)


def _background(page: Page, questionnaire: Questionnaire) -> None:
    """Context questions, style axes, and the documents that are quoted."""
    words = page.words
    if questionnaire.context:
        page.heading(words("Asked, never scored"))
    for question in questionnaire.context:
        page.item(f"{question.id}: {page.say(question.text)}")
        _asked_if(page, question.ask_if)
    for axis in questionnaire.style:
        page.item(f"{axis.id}: {page.say(axis.text)}")
        for item in axis.items:
            page.text(f"{page.say(item.low)} ↔ {page.say(item.high)}", "      ")
        for option in axis.options:
            page.text(page.say(option.title), "      ")
    if questionnaire.sources:
        page.heading(words("Documents"))
    for source in questionnaire.sources:
        page.item(
            f"{source.id}: {page.say(source.title)} ({source.dated}). {page.say(source.voice)}"
        )
