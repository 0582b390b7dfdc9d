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
from sdgassess.numbers import written_number
from sdgassess.phrases.changes import IN_PLACE, REASONS
from sdgassess.phrases.levels import STATES
from sdgassess.text import one_line


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
    asked_before = [ask for ask in migration.ask if ask.earlier]
    _ask(page, newer, words("To be asked again"), asked_before)
    added = [ask for ask in migration.ask if ask not in asked_before]
    _ask(page, newer, words("New questions"), added)
    if before.status is not migration.profile.status:
        page.blank()
        page.text(words("With questions open, the assessment is in progress again."))
    return page.lines


def _carried(page: Page, migration: Migration) -> None:
    """How many answers stay as they stand."""
    page.blank()
    singular, plural = "One answer stays as it stands.", "{n} answers stay as they stand."
    page.text(page.words.plural(singular, plural, migration.count(Fate.CARRIED)))


def _mapped(page: Page, migration: Migration) -> None:
    """Answers that stand at another level or under another id now."""
    mapped = [answer for answer in migration.answers if answer.fate is Fate.MAPPED]
    if mapped:
        page.heading(page.words("Read anew, as the new version says"))
    for answer in mapped:
        standing = _words_of(page.words, _answer(migration, answer))
        new_standing = ", ".join(_standing(page.words, answer, standing))
        line = page.words(
            "{id}, {standing}: now {now}", id=answer.question, standing=standing, now=new_standing
        )
        page.item(line)


def _standing(words: Words, answer: Handover, state: str) -> list[str]:
    """Where an answer stands now: its id where that is another, and its level."""
    standings = []
    for to, (_, level) in zip(answer.to, answer.levels, strict=True):
        standing = (
            state if level is None else words("level {level}", level=written_number(level, words))
        )
        standings.append(standing if to == answer.question else f"{to} {standing}")
    return standings


def _unmapped(page: Page, migration: Migration) -> None:
    """Answers that are kept and not scored."""
    unmapped = [answer for answer in migration.answers if answer.fate is Fate.UNMAPPED]
    if unmapped:
        page.heading(page.words("Kept under unmapped, not scored"))
    for answer in unmapped:
        standing = _words_of(page.words, _answer(migration, answer))
        page.item(f"{answer.question}: {standing} ({page.words(REASONS[answer.reason])})")


def _answer(migration: Migration, answer: Handover) -> Answer:
    """The answer as it was."""
    before = migration.before
    if answer.section == "parked":
        return before.parked[answer.question].answer
    return before.answers[answer.question]


def _words_of(words: Words, answer: Answer) -> str:
    """What was answered, in a word or two."""
    if answer.level is not None:
        return words("level {level}", level=written_number(answer.level, words))
    return words(STATES[answer.state]) if answer.state else words("voices")


def _left_over(page: Page, migration: Migration) -> None:
    """What is only a note now."""
    if migration.left_over:
        page.heading(page.words("Kept as a note under unmapped"))
    for note in migration.left_over:
        page.item(f"{one_line(note.id)} ({note.section})")


def _ask(page: Page, newer: Questionnaire, title: str, asks: Sequence[Ask]) -> None:
    """Questions that need an answer, with what they ask."""
    if asks:
        page.heading(title)
    for ask in asks:
        replaced = ", ".join(e for e in ask.earlier if e != ask.question)
        because = page.words(REASONS[ask.reason])
        if replaced:
            because = page.words(IN_PLACE, ids=replaced)
        text = page.say(newer.questions[ask.question].text)
        line = text if ask.reason is Kinship.ADDED else f"{text} ({because})"
        if ask.suggested is not None:
            level = page.words("level {level}", level=written_number(ask.suggested, page.words))
            line += "; " + page.words("suggested: {level}", level=level)
        page.item(f"{ask.question}: {line}")
