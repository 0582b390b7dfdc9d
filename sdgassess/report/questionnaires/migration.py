"""Taking a profile over to a newer version, for people: what goes where, what is to be asked."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.versions.lineage import Kinship
from sdgassess.analysis.versions.migration import Fate, Handover, Migration
from sdgassess.analysis.versions.questions_to_ask import Ask
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import Words
from sdgassess.model.profile import Answer
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.changes import REASONS
from sdgassess.phrases.levels import STATES
from sdgassess.text import number, one_line


def migrate_screen(
    migration: Migration, newer: Questionnaire, words: Words, columns: int
) -> list[Line]:
    """What taking a profile over comes to.

    Args:
        migration: what goes where.
        newer: the version it is taken over to.
        words: the language to speak.
        columns: how wide the terminal is.
    """
    page = Page(words, columns)
    before = migration.before
    name = one_line(before.municipality.name)
    page.title(f"{name} · {before.date.isoformat()} · {newer.id}")
    older = before.questionnaire.version
    page.text(words("From version {older} to version {newer}", older=older, newer=newer.version))
    _carried(page, migration)
    _mapped(page, migration)
    _unmapped(page, migration)
    _left_over(page, migration)
    again = [one for one in migration.ask if one.earlier]
    _ask(page, newer, words("To be asked again"), again)
    new = [one for one in migration.ask if one not in again]
    _ask(page, newer, words("New questions"), new)
    if before.status is not migration.profile.status:
        page.blank()
        page.text(words("With questions open, the assessment is in progress again."))
    return page.lines


def _carried(page: Page, migration: Migration) -> None:
    """How many answers stay as they stand."""
    page.blank()
    one, many = "One answer stays as it stands.", "{n} answers stay as they stand."
    page.text(page.words.plural(one, many, migration.count(Fate.CARRIED)))


def _mapped(page: Page, migration: Migration) -> None:
    """Answers that stand at another level or under another id now."""
    those = [one for one in migration.answers if one.fate is Fate.MAPPED]
    if those:
        page.heading(page.words("Read anew, as the new version says"))
    for one in those:
        standing = _words_of(page.words, _answer(migration, one))
        now = ", ".join(_standing(page.words, one, standing))
        said = page.words(
            "{id}, {standing}: now {now}", id=one.question, standing=standing, now=now
        )
        page.item(said)


def _standing(words: Words, one: Handover, state: str) -> list[str]:
    """Where an answer stands now: its id where that is another, and its level."""
    said = []
    for to, (_, now) in zip(one.to, one.levels, strict=True):
        standing = state if now is None else words("level {level}", level=number(now))
        said.append(standing if to == one.question else f"{to} {standing}")
    return said


def _unmapped(page: Page, migration: Migration) -> None:
    """Answers that are kept and not scored."""
    those = [one for one in migration.answers if one.fate is Fate.UNMAPPED]
    if those:
        page.heading(page.words("Kept under unmapped, not scored"))
    for one in those:
        standing = _words_of(page.words, _answer(migration, one))
        page.item(f"{one.question}: {standing} ({page.words(REASONS[one.reason])})")


def _answer(migration: Migration, one: Handover) -> Answer:
    """The answer as it was."""
    before = migration.before
    if one.section == "parked":
        return before.parked[one.question].answer
    return before.answers[one.question]


def _words_of(words: Words, answer: Answer) -> str:
    """What was answered, in a word or two."""
    if answer.level is not None:
        return words("level {level}", level=number(answer.level))
    return words(STATES[answer.state]) if answer.state else words("voices")


def _left_over(page: Page, migration: Migration) -> None:
    """What is only a note now."""
    if migration.left_over:
        page.heading(page.words("Kept as a note under unmapped"))
    for one in migration.left_over:
        page.item(f"{one_line(one.id)} ({one.section})")


def _ask(page: Page, newer: Questionnaire, title: str, asked: Sequence[Ask]) -> None:
    """Questions that need an answer, with what they ask."""
    if asked:
        page.heading(title)
    for one in asked:
        told = ", ".join(e for e in one.earlier if e != one.question)
        because = page.words(REASONS[one.reason])
        if told:
            because = page.words("in the place of {ids}", ids=told)
        text = page.say(newer.questions[one.question].text)
        said = text if one.reason is Kinship.ADDED else f"{text} ({because})"
        if one.suggested is not None:
            level = page.words("level {level}", level=number(one.suggested))
            said += "; " + page.words("suggested: {level}", level=level)
        page.item(f"{one.question}: {said}")
