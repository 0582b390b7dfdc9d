"""The state of a sitting: where it is, what has been answered, what was just said.

A frozen value with the few moves that every phase makes. What the phases do with it stands in
their own modules, and the table that joins them in `sdgassess.interview.engine`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sdgassess.interview.parking import settle
from sdgassess.interview.phases import AtAxis, AtQuestion, Phase, Stop
from sdgassess.interview.route import route
from sdgassess.interview.setting import Setting
from sdgassess.model.profile import Profile, Status


@dataclass(frozen=True, slots=True)
class Moment:
    """What undoing goes back to: a profile, and where it was changed."""

    profile: Profile
    phase: Phase


@dataclass(frozen=True)
class Sitting:
    """A sitting at one moment.

    Attributes:
        setting: what does not change.
        phase: what the next line is taken for.
        profile: what has been answered; None before the municipality is named.
        fresh: whether the screen is to be shown in full, or only its prompt.
        said: lines said about the line that was taken last.
        history: the moments that can be gone back to, oldest first.
        put_off: context questions left open in this sitting.
        revisited: stops that were put off and have been offered again.
        offered: parts whose rest was offered to be skipped.
        shown: questions for which evidence was asked after an answer.
        style_offered: whether the style questions were offered.
        screens: how many screens of questions were shown, this one among them.
        in_full: whether the question was asked for again, with all its keys.
        looked_at: places on the check list that were gone to in this round.
        looking_at: the one of them that was gone to last, from which the way leads to the end.
        asked_why: how often it was asked why a complete assessment is changed.
    """

    setting: Setting
    phase: Phase
    profile: Profile | None = None
    fresh: bool = True
    said: tuple[str, ...] = ()
    history: tuple[Moment, ...] = ()
    put_off: frozenset[str] = frozenset()
    revisited: frozenset[Stop] = frozenset()
    offered: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    style_offered: bool = False
    screens: int = 0
    in_full: bool = False
    looked_at: frozenset[Stop] = frozenset()
    looking_at: Stop | None = None
    asked_why: int = 0

    @property
    def assessed(self) -> Profile:
        """The profile, in the phases that come after the municipality was named."""
        assert self.profile is not None, "the municipality is named before any other phase"
        return self.profile

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stops that apply now, in order."""
        return route(self.setting.questionnaire, self.assessed, self.setting.quick)

    def saying(self, sentence: str, indent: str = "") -> Sitting:
        """The sitting with one more sentence said."""
        return replace(self, said=(*self.said, *self.setting.wrapped(sentence, indent)))

    def allowing(self, keys: str) -> Sitting:
        """The sitting with what can be typed said."""
        return replace(self, said=(*self.said, *self.setting.keys(keys)))

    def at(self, phase: Phase, *, fresh: bool = True) -> Sitting:
        """The sitting at another phase; not `fresh` where its screen is still in sight."""
        return replace(self, phase=phase, fresh=fresh)

    def counted(self) -> Sitting:
        """The sitting with its screen counted, where that shows a question."""
        shows = self.fresh and isinstance(self.phase, AtQuestion)
        return replace(self, screens=self.screens + 1) if shows else self

    def staying(self) -> Sitting:
        """The sitting where it is, its screen not shown again."""
        return replace(self, fresh=False)

    def keeping(self, profile: Profile, where: Stop | AtAxis) -> Sitting:
        """The sitting with a changed profile, which can be undone.

        Answers that the change switched off are parked, and said. A complete profile that is
        changed has been amended.

        Args:
            profile: the changed profile.
            where: where undoing leads back to.
        """
        if profile == self.assessed:
            return self
        if profile.status is Status.COMPLETE:
            profile = replace(profile, status=Status.AMENDED)
        by = where.axis if isinstance(where, AtAxis) else where.id
        settled = settle(self.setting.questionnaire, self.assessed, profile, by)
        moment = Moment(self.assessed, where)
        kept = replace(self, profile=settled.profile, history=(*self.history, moment))
        return _about_others(kept, settled.parked, settled.restored, settled.more)

    def noting(self, profile: Profile) -> Sitting:
        """The sitting with something noted that is no answer, which can be undone from here.

        A judgement, a pick or a reason switches no question off, and amends nothing.
        """
        if profile == self.assessed:
            return self
        moment = Moment(self.assessed, self.phase)
        return replace(self, profile=profile, history=(*self.history, moment))

    def showing(self, lines: Iterable[str]) -> Sitting:
        """The sitting with lines said that are wrapped already."""
        return replace(self, said=(*self.said, *lines))

    def undone(self) -> Sitting:
        """The sitting before its last change, or the same one where nothing was changed."""
        words = self.setting.words
        if not self.history:
            return self.staying().saying(words("Nothing has been changed in this sitting."))
        *earlier, last = self.history
        back = replace(self, profile=last.profile, history=tuple(earlier))
        return back.at(last.phase).saying(words("Undone: the last change is taken back."))


def _about_others(
    sitting: Sitting, parked: tuple[str, ...], restored: tuple[str, ...], more: int
) -> Sitting:
    """Say what an answer did to other questions."""
    words = sitting.setting.words
    if parked:
        sentence = words("No longer asked, their answers are put aside: {ids}.", ids=_list(parked))
        sitting = sitting.saying(sentence)
    if restored:
        sentence = words("Asked again, their answers are back: {ids}.", ids=_list(restored))
        sitting = sitting.saying(sentence)
    if more > 0:
        return sitting.saying(words.plural("{n} question more.", "{n} questions more.", more))
    if more < 0:
        return sitting.saying(words.plural("{n} question fewer.", "{n} questions fewer.", -more))
    return sitting


def _list(ids: tuple[str, ...]) -> str:
    """Ids in a row."""
    return ", ".join(ids)
