"""What changed in one answer, as lines of minutes.

Voices, and who agreed, are named by role only with consent (model.md: Consent). Without it a voice
that comes alone is only counted: with the time beside it, and who sat in which order, its level
would have a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sdgassess.interview.state.route import is_settled
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.view.last_year import voices_in_words
from sdgassess.language import N_, Words
from sdgassess.model.profile import (
    Agreement,
    Answer,
    EarlierAnswer,
    State,
    WasChange,
)
from sdgassess.model.question import Question
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.evidence import evidence_words
from sdgassess.phrases.levels import STATES_IN_A_SITTING
from sdgassess.phrases.questions import agreed_by, count_words
from sdgassess.scoring.disclosure import Disclosure
from sdgassess.text import one_line

_CHANGES = {
    None: N_("Lower than last year ({date}: {before})."),
    WasChange.WORSE: N_("Lower than last year ({date}: {before}): it has got worse."),
    WasChange.KNOWN_BETTER: N_("Lower than last year ({date}: {before}): more is known now."),
    WasChange.CHANGED: N_("Other than last year ({date}: {before})."),
}


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer before and after a change.

    Attributes:
        setting: the language to tell it in.
        question: what was asked.
        before: the answer before; empty where there was none.
        after: the answer after; empty where it was taken back.
        shown: what may be shown of the voices after it.
    """

    setting: Setting
    question: Question
    before: Answer
    after: Answer
    shown: Disclosure

    def lines(self) -> Iterator[str]:
        """What changed, a sentence each; nothing where nothing did."""
        yield from self._standing()
        yield from self._count()
        yield from self._words()
        yield from self._comment()
        yield from self._evidence()
        yield from self._room()
        yield from self._last_year()

    def _standing(self) -> Iterator[str]:
        """The level with its anchor, or the state; and what stood there before."""
        words, old, new = self.setting.words, self.before, self.after
        if (old.level, old.state, old.options) == (new.level, new.state, new.options):
            return
        old_words, new_words = self._short(old), self._in_words(new)
        if old_words and not new_words and not _only_touched(old):
            yield words("No answer any more (before: {before}).", before=old_words)
        elif new_words and is_settled(old) and old_words:
            yield words("{answer} (before: {before})", answer=new_words, before=old_words)
        elif new_words and not _only_touched(new):
            yield new_words

    def _short(self, answer: Answer) -> str:
        """A level or a state without more words, as an earlier answer is named."""
        if answer.options is not None:
            return " ".join(answer.options) or "0"
        if answer.level is not None:
            return written_number(answer.level, self.setting.words, 9)
        return self.setting.words(STATES_IN_A_SITTING[answer.state]) if answer.state else ""

    def _in_words(self, answer: Answer) -> str:
        """A level with its anchor text, a state, or nothing."""
        if answer.level is None:
            return self._short(answer)
        option = self.question.answered(answer.level, answer.options)
        means = one_line(self.setting.anchor(self.question, option)) if option else ""
        return f"{self._short(answer)}  {means}".strip()

    def _count(self) -> Iterator[str]:
        """Of how many, as counted beside the level."""
        if self.after.count != self.before.count:
            if self.after.count is not None:
                yield count_words(self.after.count, self.setting.words)
            elif self.after.level is not None:
                yield self.setting.words("The count is taken back.")

    def _words(self) -> Iterator[str]:
        """A reason, who knows, a mark for a second look."""
        words, old, new = self.setting.words, self.before, self.after
        # With another answer what was said behind the earlier one goes without a word.
        stays = new.state is not None and new.state is old.state
        if new.reason and new.reason != old.reason:
            yield from _each_line(labels.REASON_LINE, new.reason, words)
        if stays and old.reason and not new.reason:
            yield words("The reason is taken back.")
        if new.who_knows and new.who_knows != old.who_knows:
            yield words(labels.WHO_WOULD_KNOW_LINE, text=one_line(new.who_knows))
        if stays and old.who_knows and not new.who_knows:
            yield words("Who would know is taken back.")
        if new.unsure and not old.unsure:
            yield words("Marked for a second look.")
        if old.unsure and not new.unsure:
            yield words("No longer marked for a second look.")

    def _comment(self) -> Iterator[str]:
        """The lines that were added to the comment, or all of it where it was rewritten."""
        words = self.setting.words
        old, new = (self.before.comment or "").rstrip("\n"), self.after.comment or ""
        if old == new.rstrip("\n"):
            return
        if not new:
            yield words("The comment is taken back.")
            return
        added = new.removeprefix(f"{old}\n") if old else new
        yield from _each_line(labels.COMMENT_LINE, added, words)

    def _evidence(self) -> Iterator[str]:
        """Evidence that came, and evidence that went."""
        words = self.setting.words
        old, new = Counter(self.before.evidence), Counter(self.after.evidence)
        for item in (new - old).elements():
            piece = evidence_words(item, words)
            yield words("Evidence: {what}", what=piece)
        for item in (old - new).elements():
            piece = evidence_words(item, words)
            yield words("Evidence taken back: {what}", what=piece)

    def _room(self) -> Iterator[str]:
        """Voices, and what was agreed."""
        words = self.setting.words
        if self.after.open_voices != self.before.open_voices:
            if self.after.open_voices:
                yield self._voices()
            else:
                yield words("The voices are taken back.")
        if self.after.agreed is not None and self.after.agreed != self.before.agreed:
            if not self.shown.named and self.shown.unnamed and not self._came_together():
                yield voices_in_words(self.setting, self.shown)
            yield from self._agreement(self.after.agreed)

    def _voices(self) -> str:
        """The voices by role; else as levels where several came at once, or how many there are."""
        named = self.shown.by_role and not self.shown.withheld
        if named or (self.shown.unnamed and self._came_together()):
            return voices_in_words(self.setting, self.shown)
        n = len(self.after.open_voices)
        return self.setting.words.plural("{n} voice.", "{n} voices.", n)

    def _came_together(self) -> bool:
        """Whether several voices came or changed at once."""
        new = Counter(self.after.open_voices) - Counter(self.before.open_voices)
        return new.total() > 1

    def _agreement(self, agreed: Agreement) -> Iterator[str]:
        """What is new of it: who agreed, why, who saw it otherwise; by role only with consent."""
        words, before = self.setting.words, self.before.agreed
        if before is None or before.by != agreed.by or self.before.level != self.after.level:
            yield self._who_agreed(agreed)
            before = None
        if agreed.reason and (before is None or before.reason != agreed.reason):
            yield from _each_line(labels.REASON_LINE, agreed.reason, words)
        if agreed.dissent and (before is None or before.dissent != agreed.dissent):
            if self.shown.may_name_all(agreed):
                yield from _each_line(labels.DISSENT_LINE, agreed.dissent, words)
            else:
                yield words("Somebody saw it differently.")

    def _who_agreed(self, agreed: Agreement) -> str:
        """The roles that agreed, or how many they are."""
        words = self.setting.words
        if not self.shown.may_name_all(agreed):
            return agreed_by(len(agreed.by), words)
        titles = {role.id: role.title for role in self.setting.questionnaire.roles}
        named = [
            one_line(self.setting.spoken(titles[role]) if role in titles else role)
            for role in agreed.by
        ]
        return words(labels.AGREED_BY_LINE, roles=", ".join(named))

    def _last_year(self) -> Iterator[str]:
        """What was said about the difference from last year; a new reason by itself."""
        words, old, change = self.setting.words, self.before.was or EarlierAnswer(), self.after.was
        if change is None or change == old:
            return
        if change._replace(reason=old.reason) != old:
            date = change.date.isoformat() if change.date else ""
            before = self._short(Answer(level=change.level, state=change.state))
            yield words(_CHANGES[change.change], date=date, before=before)
        if change.reason and change.reason != old.reason:
            yield from _each_line(labels.REASON_LINE, change.reason, words)
        elif old.reason and not change.reason:
            yield words("The reason is taken back.")


def _only_touched(answer: Answer) -> bool:
    """Whether it is put off only because something was said before it was answered."""
    touched = answer.comment or answer.evidence or answer.voices
    return answer.state is State.LATER and bool(touched)


def _each_line(label: str, text: str, words: Words) -> Iterator[str]:
    """What people wrote, a remark for each line of it."""
    for line in filter(None, map(one_line, text.split("\n"))):
        yield words(label, text=line)
