"""The interview without input or output: lines of text go in, what to show comes out.

`Interview` is a frozen value. It never reads, prints, opens a file or asks a clock; whoever runs
it (`sdgassess.interview.driver`) shows its screen, reads a line, hands it to `take`, and saves
the profile before the next screen wherever `Outcome.changed` says so.

The phases and what follows them:

    naming municipality → roles → beginning → (onward)
                    a number            → over, to go on with another file
                    a place and day that a file has already: meeting its twin, then on or over
                    beginning: p, Enter → practising → (onward)
    reading a question   (in a workshop: alone, once)  Enter → at the question
    at a question   a level             → (follow-ups), (onward)
                    p3 c2 l1,1          → (voices);  a → in turn, unseen → (voices)
                    u / -               → saying who knows / why not → (onward)
                    c / e / other words → commenting / showing evidence / keeping words → back here
                    (c and e with the id of a question → that question's comment or evidence)
                    s, Enter            → (onward), or one forward where there is an answer
                    b > g z             → another stop
                    v                   → why it differs from last year's → back here
    (voices)        asking consent, once; where they differ: agreeing → who agreed → why →
                    dissent; then as after a level
    (follow-ups)    each once, where it is due: saying change → saying why changed; showing
                    evidence; skipping the rest
    showing evidence  a title or Enter  → what is due next, or back where it was asked for
                    a level             → the answer corrected, and on as at a question
                    c, g                → a comment, and here again; another stop
    at a context question               → (onward)
    (onward)        the next stop that waits for whoever answers, round from here; then those put
                    off, once each; then the rest of disputed parts in a
                    workshop and the style offer, once each; then finishing. Out of a block
                    that is done: told in a line, or in a workshop pausing
    offering style  y → the axes one by one → finishing;  Enter → finishing
    finishing       y, n or Enter       → over, or the result;  b, g, ! → a stop
    after the end   (only where the words of a result were handed in and something has a level)
      offering the result, seeing it    y → on;  Enter → over
      judging         h m y, Enter      → the next candidate → picking
      picking         1 4, Enter        → planning each pick, or printing where none is picked
      planning        who, by when, what first, how one knows → the next → printing
      printing        y, Enter          → over
    (onward), where a complete assessment was changed: first why, once, and again at the end
    agreeing        Enter, once where answers are sealed → all are opened
                    then what is disputed, unknown or answered by too few, one after the other:
                    agreeing where there are levels, else at the question → finishing
    anywhere        several lines at once (pasted) → words, never answers
                    POL3 2              → at that question, as if it had been typed there
                    what does nothing   → stays on the line; said back where none is edited
                    q, end of input     → over

A profile that begins from last year's starts at its roles. Roles and practice are left out where
the questionnaire has none. An existing profile skips the opening. Whatever is not allowed leaves
phase and profile as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.leaving import farewell, leave
from sdgassess.interview.moves.not_taken import left_on_the_line
from sdgassess.interview.moves.paste import WORDS_AT, take_lines
from sdgassess.interview.moves.rounds import round_returned_to
from sdgassess.interview.prompts.end import (
    amendment,
    completion,
    judgement,
    picks,
    planning,
    printing,
    rest,
    result,
)
from sdgassess.interview.prompts.opening import (
    beginning,
    consent,
    municipality,
    new_year,
    opening,
    people,
    practice,
    twin,
)
from sdgassess.interview.prompts.question import (
    change,
    context,
    evidence,
    follow_up,
    pause,
    question,
    reading,
    style,
)
from sdgassess.interview.prompts.question.elsewhere import answer_elsewhere
from sdgassess.interview.prompts.table import agenda, agreement, outlier, turns
from sdgassess.interview.state import phases
from sdgassess.interview.state.phases import Phase
from sdgassess.interview.state.rounds import round_left
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import name_of, progress
from sdgassess.interview.view.page import has_pages, page
from sdgassess.model.profile import Profile
from sdgassess.text import cleaned

LONGEST_LINE = 10_000
"""How long one typed line may be; a text in a file is limited (`docs/files.md`)."""

P = TypeVar("P", bound=Phase)


@dataclass(frozen=True, slots=True)
class Prompt(Generic[P]):
    """What a phase shows, and how it takes a line.

    Attributes:
        phase: the kind of phase.
        show: what to show, and what to prompt with.
        take: the sitting after a typed line.
    """

    phase: type[P]
    show: Callable[[Sitting, P], Screen]
    take: Callable[[Sitting, P, str], Sitting]


PROMPTS: tuple[Prompt[Any], ...] = (
    Prompt(phases.NamingMunicipality, municipality.show_name, municipality.take_name),
    Prompt(phases.NamingRoles, people.show, people.take),
    Prompt(phases.Beginning, beginning.show, beginning.take),
    Prompt(phases.MeetingTwin, twin.show, twin.take),
    Prompt(phases.Practising, practice.show, practice.take),
    Prompt(phases.AtQuestion, question.show, question.take),
    Prompt(phases.ReadingQuestion, reading.show, reading.take),
    Prompt(phases.InTurn, turns.show, turns.take),
    Prompt(phases.Revealing, turns.show_revealing, turns.take_revealing),
    Prompt(phases.Unsealing, agenda.show, agenda.take),
    Prompt(phases.RecordingOutside, outlier.show, outlier.take),
    Prompt(phases.Agreeing, agreement.show, agreement.take),
    Prompt(phases.SayingWhoAgreed, agreement.show_who, agreement.take_who),
    Prompt(phases.SayingWhyAgreed, agreement.show_why, agreement.take_why),
    Prompt(phases.SayingDissent, agreement.show_dissent, agreement.take_dissent),
    Prompt(phases.AskingConsent, consent.show, consent.take),
    Prompt(phases.Pausing, pause.show, pause.take),
    Prompt(phases.AtContext, context.show, context.take),
    Prompt(phases.SayingWhoKnows, follow_up.show_who_knows, follow_up.take_who_knows),
    Prompt(phases.SayingWhyNot, follow_up.show_why_not, follow_up.take_why_not),
    Prompt(phases.Commenting, follow_up.show_comment, follow_up.take_comment),
    Prompt(phases.ShowingEvidence, evidence.show, evidence.take),
    Prompt(phases.SayingChange, change.show, change.take),
    Prompt(phases.SayingWhyChanged, change.show_why, change.take_why),
    Prompt(phases.KeepingWords, follow_up.show_keep, follow_up.take_keep),
    Prompt(phases.SkippingRest, follow_up.show_skip, follow_up.take_skip),
    Prompt(phases.OfferingRest, rest.show, rest.take),
    Prompt(phases.OfferingStyle, style.show_offer, style.take_offer),
    Prompt(phases.AtAxis, style.show, style.take),
    Prompt(phases.SayingWhyAmended, amendment.show, amendment.take),
    Prompt(phases.Finishing, completion.show, completion.take),
    Prompt(phases.OfferingResult, result.show_offer, result.take_offer),
    Prompt(phases.SeeingResult, result.show, result.take),
    Prompt(phases.Judging, judgement.show, judgement.take),
    Prompt(phases.Picking, picks.show, picks.take),
    Prompt(phases.Planning, planning.show, planning.take),
    Prompt(phases.OfferingPrint, printing.show, printing.take),
)
"""A prompt for every phase but the one in which the sitting is over."""

_PROMPT_OF = {prompt.phase: prompt for prompt in PROMPTS}

_WORDS_DUE = (
    *WORDS_AT,
    *(phases.NamingMunicipality, phases.NamingRoles, phases.ShowingEvidence),
    phases.SayingWhoAgreed,
    phases.Planning,
)
"""Where what is typed is words, or may be."""

_AT_THE_TABLE = (
    phases.InTurn,
    phases.Revealing,
    phases.RecordingOutside,
    phases.Agreeing,
    phases.SayingWhoAgreed,
    phases.SayingWhyAgreed,
    phases.SayingDissent,
)

_OPENING = (
    phases.NamingMunicipality,
    phases.NamingRoles,
    phases.Beginning,
    phases.MeetingTwin,
)
"""Where nothing is written yet: the day may change, and a file may be named after it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one line did.

    Attributes:
        interview: the interview after it.
        reply: lines to show before the next screen.
        changed: whether the profile must be saved first.
    """

    interview: Interview
    reply: tuple[str, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview at one moment; see the module for its phases.

    Attributes:
        sitting: its state.
        unsaved: whether the profile waits for the sitting to begin before it is saved, because
            a file may be named after its day.
    """

    sitting: Sitting
    unsaved: bool = False

    @classmethod
    def start(cls, setting: Setting, profile: Profile | None = None) -> Interview:
        """Begin, or go on with a profile.

        Args:
            setting: the questionnaire, language, day and width; a profile keeps its own scope.
            profile: what was answered before; None begins with the municipality's name.
        """
        if profile is None:
            return cls(Sitting(setting, phases.NamingMunicipality()))
        setting = replace(setting, quick=profile.quick)
        resumed = _resumed(Sitting(setting, phases.Finishing(), profile))
        return cls(reading.alone_first(resumed).counted())

    @classmethod
    def agreeing(cls, setting: Setting, profile: Profile) -> Interview:
        """Go on with a profile where a room has something to agree on, and there alone.

        Args:
            setting: as for `start`.
            profile: what was answered before.
        """
        setting = replace(setting, quick=profile.quick)
        return cls(agenda.begun(Sitting(setting, phases.Finishing(), profile)).counted())

    @property
    def is_between(self) -> bool:
        """Whether nothing is half done: no round of answers goes on, no agreement is put down."""
        return not isinstance(self.sitting.phase, _AT_THE_TABLE)

    @classmethod
    def following(cls, setting: Setting, profile: Profile) -> Interview:
        """Begin a profile that follows last year's, with who is here.

        Args:
            setting: as for `start`, with what of last year may be held against this one.
            profile: what came over (`sdgassess.interview.state.new_year.this_year`).
        """
        reply = (*opening.welcome(setting), *new_year.came_over(setting, profile))
        first = phases.NamingRoles() if setting.questionnaire.roles else phases.Beginning()
        return cls(Sitting(setting, first, profile, reply=reply), unsaved=True)

    @property
    def screen(self) -> Screen:
        """What to show now, and what to prompt with; empty when the interview is over."""
        phase = self.sitting.phase
        if isinstance(phase, phases.Over):
            return Screen((), "", PromptKind.NOTHING)
        screen = _PROMPT_OF[type(phase)].show(self.sitting, phase)
        above, prompt = self.sitting.setting.prompted(screen.prompt)
        lines = screen.lines if self.sitting.fresh else ()
        begun = "" if screen.kind is PromptKind.UNSEEN else self.sitting.to_correct
        return replace(screen, lines=(*lines, *above), prompt=prompt, begun=begun)

    def page(self, reply: Sequence[str]) -> Screen | None:
        """In a workshop with a window: the page to show now, with what was said last at its foot.

        None where the sitting goes on below what is there.
        """
        phase = self.sitting.phase
        if self.over or not has_pages(self.sitting):
            return None
        prompt = _PROMPT_OF[type(phase)]
        shown = page(self.sitting, lambda sitting: prompt.show(sitting, phase), reply)
        begun = self.screen.begun
        return None if shown is None else replace(shown, begun=begun)

    def goes_on_unseen(self, before: Interview) -> bool:
        """Whether the same round of unseen votes is under way as before: its page stays."""
        phase, earlier = self.sitting.phase, before.sitting.phase
        if not isinstance(phase, phases.InTurn) or not isinstance(earlier, phases.InTurn):
            return False
        return phase.id == earlier.id

    @property
    def reply(self) -> tuple[str, ...]:
        """What was said last; at the start of a resumed interview where it stands."""
        return self.sitting.reply

    @property
    def profile(self) -> Profile | None:
        """What has been answered; None before the municipality is named."""
        return self.sitting.profile

    @property
    def over(self) -> bool:
        """Whether there is nothing more to take."""
        return isinstance(self.sitting.phase, phases.Over)

    @property
    def finished(self) -> bool:
        """Whether the interview was ended at its end, not left on the way."""
        return isinstance(self.sitting.phase, phases.Over) and self.sitting.phase.finished

    @property
    def elsewhere(self) -> str | None:
        """The file that the sitting goes on with instead of its own, where that was chosen."""
        phase = self.sitting.phase
        return phase.elsewhere if isinstance(phase, phases.Over) else None

    @property
    def printing(self) -> bool:
        """Whether what was agreed is to be printed, where that was wished at the end."""
        phase = self.sitting.phase
        return isinstance(phase, phases.Over) and phase.printing

    @property
    def owed(self) -> Profile | None:
        """What has to be saved where it is broken off at this moment.

        None where everything is saved, or a file of the same place and day was just met.
        """
        met = isinstance(self.sitting.phase, phases.MeetingTwin)
        return self.profile if self.unsaved and not met else None

    def resized(self, columns: int | None, rows: int | None = None) -> Interview:
        """The same interview in a window of another size.

        Args:
            columns: how wide it is; None leaves the width as it is.
            rows: how high it is; None where there is no window to begin a page on.
        """
        setting = self.sitting.setting
        width = setting.width if columns is None else columns
        if (width, rows) == (setting.width, setting.height):
            return self
        window = replace(self.sitting, setting=replace(setting, width=width, height=rows))
        return replace(self, sitting=window)

    def take(self, line: str) -> Outcome:
        """Take one line as it was typed, without its line end."""
        if self.over:
            return Outcome(self, (), changed=False)
        sitting = replace(self.sitting, reply=(), fresh=True, in_full=False, read_alone=False)
        if len(line) > LONGEST_LINE:
            refused = _too_long(sitting, len(line))
            return self._outcome(left_on_the_line(self.sitting, refused, line))
        phase = sitting.phase
        line = _storable(line, words_due=isinstance(phase, _WORDS_DUE))
        after = take_lines(sitting, phase, line) or answer_elsewhere(sitting, phase, line)
        if after is None:
            after = _PROMPT_OF[type(phase)].take(sitting, phase, _helping(phase, line))
        after = left_on_the_line(self.sitting, after, line)
        return self._outcome(amendment.asking_why(self.sitting, after))

    def leave(self) -> Outcome:
        """Stop here, as at the end of input. Words still waiting for a yes are kept."""
        sitting = replace(self.sitting, reply=())
        if self.over:
            return Outcome(self, (), changed=False)
        if isinstance(sitting.phase, phases.KeepingWords):
            return self._outcome(follow_up.take_keep(sitting, sitting.phase, ":q"))
        after_the_end = isinstance(sitting.phase, phases.AFTER_THE_END)
        return self._outcome(farewell(sitting) if after_the_end else leave(sitting))

    def dropped(self) -> Outcome | None:
        """Ctrl-C within a comment drops that comment only; None where it ends the sitting."""
        if not isinstance(self.sitting.phase, phases.Commenting):
            return None
        return self.take(":b")

    def _outcome(self, after: Sitting) -> Outcome:
        """What changed between this moment and the next."""
        after = reading.alone_first(agenda.at_the_table(after)).counted()
        differs = self.unsaved or after.profile != self.sitting.profile
        waiting = differs and isinstance(after.phase, _OPENING)
        following = Interview(after, waiting)
        met = isinstance(self.sitting.phase, phases.MeetingTwin) and following.over
        changed = differs and not waiting and not met and following.elsewhere is None
        return Outcome(following, after.reply, changed)


def _resumed(sitting: Sitting) -> Sitting:
    """In a round that was left, else at the first open stop, with what has been answered said."""
    words = sitting.setting.words
    answered, total = progress(sitting)
    resumed = navigation.onward(sitting)
    left = next((stop for stop in sitting.stops if round_left(sitting.assessed, stop.id)), None)
    stop = left if isinstance(left, phases.AtQuestion) else resumed.phase
    if isinstance(stop, phases.AtQuestion | phases.AtContext):
        name = name_of(sitting.setting, stop)
        sentence = words("{done} of {of} answered; next: {id}", done=answered, of=total, id=name)
    else:
        sentence = words("{done} of {of} answered; no question is open.", done=answered, of=total)
    saved, resumed = sitting.setting.saved, replace(resumed, reply=()).saying(sentence)
    if saved is not None:
        when = words("Last saved {when}.", when=f"{saved:%Y-%m-%d %H:%M}")
        resumed = resumed.saying(when)
    return round_returned_to(resumed.at(left)) if left is not None else resumed


def _helping(phase: Phase, line: str) -> str:
    """The line, but `??` as `?` away from questions: only they have more keys than help names."""
    if isinstance(phase, phases.AtQuestion | phases.ReadingQuestion):
        return line
    return line.replace("??", "?") if line.strip() in ("??", ":??") else line


def _too_long(sitting: Sitting, length: int) -> Sitting:
    """Refuse a line that a file could not hold many of."""
    words = sitting.setting.words
    refusal = words(
        "That is {n} characters; at most {most} fit in one line.", n=length, most=LONGEST_LINE
    )
    return sitting.staying().saying(refusal)


def _storable(line: str, *, words_due: bool) -> str:
    """The line without its end, without halves of characters, words without what is not seen.

    A half is marked, for something was lost where it stands. A slip of a key that is not seen
    stays, so that it is named: it must not become an Enter.
    """
    text = line.rstrip("\r\n").replace("\r\n", "\n").replace("\r", "\n")
    text = text.encode("utf-8", "replace").decode("utf-8")
    seen = cleaned(text)
    return seen or text if words_due or "\n" in seen else text
