"""Taking a profile over to a newer version, for people: what goes where, what is to be asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.versions.lineage import Kinship
from sdgassess.analysis.versions.migration import Fate, Handover, Migration
from sdgassess.analysis.versions.questions_to_ask import Ask
from sdgassess.document.passage import text_line
from sdgassess.document.screen import Block, Gap, Head, Prose, Title, item
from sdgassess.language import Words
from sdgassess.model.profile import Answer
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import LEVEL_IN_WORDS, written_number
from sdgassess.phrases.changes import IN_PLACE, REASONS
from sdgassess.phrases.levels import STATES
from sdgassess.text import one_line


def migration_blocks(migration: Migration, newer: Questionnaire, words: Words) -> Iterator[Block]:
    """What taking a profile over comes to.

    Args:
        migration: what goes where.
        newer: the version it is taken over to.
        words: the language to speak.
    """
    before = migration.before
    name = one_line(before.municipality.name)
    yield Title((f"{name} · {before.date.isoformat()} · {newer.id}",))
    older = before.questionnaire.version
    yield Prose(words("From version {older} to version {newer}", older=older, newer=newer.version))
    yield from _carried(words, migration)
    yield from _mapped(words, migration)
    yield from _unmapped(words, migration)
    yield from _left_over(words, migration)
    asked_before = [ask for ask in migration.ask if ask.earlier]
    yield from _ask(words, newer, words("To be asked again"), asked_before)
    added = [ask for ask in migration.ask if ask not in asked_before]
    yield from _ask(words, newer, words("New questions"), added)
    if before.status is not migration.profile.status:
        yield Gap()
        yield Prose(words("With questions open, the assessment is in progress again."))


def _carried(words: Words, migration: Migration) -> Iterator[Block]:
    """How many answers stay as they stand."""
    yield Gap()
    singular, plural = "One answer stays as it stands.", "{n} answers stay as they stand."
    yield Prose(words.plural(singular, plural, migration.count(Fate.CARRIED)))


def _mapped(words: Words, migration: Migration) -> Iterator[Block]:
    """Answers that stand at another level or under another id now."""
    mapped = [answer for answer in migration.answers if answer.fate is Fate.MAPPED]
    if mapped:
        yield Head(words("Read anew, as the new version says"))
    for answer in mapped:
        standing = _words_of(words, _answer(migration, answer))
        new_standing = ", ".join(_standing(words, answer, standing))
        line = words(
            "{id}, {standing}: now {now}", id=answer.question, standing=standing, now=new_standing
        )
        yield item(line)


def _standing(words: Words, answer: Handover, state: str) -> list[str]:
    """Where an answer stands now: its id where that is another, and its level."""
    standings = []
    for to, (_, level) in zip(answer.to, answer.levels, strict=True):
        standing = (
            state if level is None else words(LEVEL_IN_WORDS, level=written_number(level, words))
        )
        standings.append(standing if to == answer.question else f"{to} {standing}")
    return standings


def _unmapped(words: Words, migration: Migration) -> Iterator[Block]:
    """Answers that are kept and not scored."""
    unmapped = [answer for answer in migration.answers if answer.fate is Fate.UNMAPPED]
    if unmapped:
        yield Head(words("Kept under unmapped, not scored"))
    for answer in unmapped:
        standing = _words_of(words, _answer(migration, answer))
        yield item(f"{answer.question}: {standing} ({words(REASONS[answer.reason])})")


def _answer(migration: Migration, answer: Handover) -> Answer:
    """The answer as it was."""
    before = migration.before
    if answer.section == "parked":
        return before.parked[answer.question].answer
    return before.answers[answer.question]


def _words_of(words: Words, answer: Answer) -> str:
    """What was answered, in a word or two."""
    if answer.level is not None:
        return words(LEVEL_IN_WORDS, level=written_number(answer.level, words))
    return words(STATES[answer.state]) if answer.state else words("voices")


def _left_over(words: Words, migration: Migration) -> Iterator[Block]:
    """What is only a note now."""
    if migration.left_over:
        yield Head(words("Kept as a note under unmapped"))
    for note in migration.left_over:
        yield item(f"{one_line(note.id)} ({note.section})")


def _ask(words: Words, newer: Questionnaire, title: str, asks: Sequence[Ask]) -> Iterator[Block]:
    """Questions that need an answer, with what they ask."""
    if asks:
        yield Head(title)
    for ask in asks:
        replaced = ", ".join(e for e in ask.earlier if e != ask.question)
        because = words(REASONS[ask.reason])
        if replaced:
            because = words(IN_PLACE, ids=replaced)
        text = text_line(newer.questions[ask.question].text, words)
        line = text if ask.reason is Kinship.ADDED else f"{text} ({because})"
        if ask.suggested is not None:
            level = words(LEVEL_IN_WORDS, level=written_number(ask.suggested, words))
            line += "; " + words("suggested: {level}", level=level)
        yield item(f"{ask.question}: {line}")
