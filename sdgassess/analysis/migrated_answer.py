"""One answer read anew: its levels on another scale, its words as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sdgassess.analysis.left_over import level_words
from sdgassess.analysis.lineage import Kin, Reason
from sdgassess.model.profile import Answer, Was
from sdgassess.model.question import Comparable, Level, Question, Text


def goes_over(related: Kin) -> bool:
    """Whether answers may stand as answers to the newer question.

    They may where it was asked alike, or where its author says that it means exactly the same,
    level for level. What is only nearly the same is asked again, even where there is a map.
    """
    return related.comparable is Comparable.EXACT


def same_levels(then: Answer, now: Answer) -> bool:
    """Whether an answer and its voices stand at the levels at which they stood."""
    voices = [voice.level for voice in then.voices] == [voice.level for voice in now.voices]
    return then.level == now.level and voices


def migrated(
    answer: Answer, then: Question, now: Question, related: Kin, version: str
) -> Answer | None:
    """An answer to an older question as one to a newer.

    Args:
        answer: what was answered; all that belongs to it comes along.
        then: the question that was answered.
        now: the question that it goes over to.
        related: how the two are related; answers may go over.
        version: the older version, to be named where last year's level has no place now.

    Returns:
        The answer, or None where a level of it has no place on the newer scale. Where its level is
        another now, `asked` stays as it was put.
    """
    if related.reason is Reason.SAME:
        return answer
    levels = related.levels
    given = [answer.level, *(voice.level for voice in answer.voices)]
    if any(_read(level, levels, now) is None for level in given if level is not None):
        return None
    level = _read(answer.level, levels, now)
    new = replace(
        answer,
        level=level,
        means=_meaning(answer, level, then, now),
        voices=tuple(v._replace(level=_read(v.level, levels, now)) for v in answer.voices),
        was=_last_years(answer.was, levels, now, version),
    )
    if same_levels(answer, new):
        new = replace(new, asked=_in_new_words(answer.asked, then.text, now.text))
    return new


def _last_years(
    was: Was | None, levels: Mapping[Level, Level] | None, now: Question, version: str
) -> Was | None:
    """Last year's answer on the newer scale; a level without a place there goes to its reason."""
    if was is None or was.level is None:
        return was
    level = _read(was.level, levels, now)
    if level is not None:
        return was._replace(level=level)
    told = f"was: {{level: {level_words(was.level)}, version: {version}}}"
    reason = told if not was.reason else was.reason.rstrip("\n") + "\n" + told
    return was._replace(level=None, reason=reason)


def _read(
    level: Level | None, levels: Mapping[Level, Level] | None, now: Question
) -> Level | None:
    """A level on the newer scale; None where it has no place there."""
    if level is None:
        return None
    found = level if levels is None else levels.get(level)
    return None if found is None or now.option(found) is None else found


def _meaning(answer: Answer, level: Level | None, then: Question, now: Question) -> str | None:
    """The chosen anchor in the words of now, where it stood in the words of then."""
    old = then.option(answer.level) if answer.level is not None else None
    new = now.option(level) if level is not None else None
    if old is None or new is None:
        return answer.means
    return _in_new_words(answer.means, old.text, new.text)


def _in_new_words(said: str | None, then: Text, now: Text) -> str | None:
    """A text of then in the words of now; somebody's own words stay as they are."""
    if said is None:
        return None
    plain = " ".join(said.split())
    for language, words in then.words.items():
        if " ".join(words.split()) == plain and language in now.words:
            return now.words[language]
    return said
