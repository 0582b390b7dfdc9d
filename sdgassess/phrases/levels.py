"""The small words that every page shares: levels, states, intervals, dates, who took part."""

from __future__ import annotations

from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile, Scope, State, WasChange
from sdgassess.model.question import Level, Option, Question
from sdgassess.numbers import between, written_exact, written_number
from sdgassess.scoring.evaluation import Basis, NodeResult
from sdgassess.scoring.hearing import people_present
from sdgassess.scoring.patterns import Risk
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

UNKNOWN = N_("unknown")
NOT_APPLICABLE = N_("not applicable")
NOT_ASKED = N_("not asked")
SKIPPED = N_("skipped")
NOT_ANSWERED = N_("not answered")
NO_LEVEL = N_("no level")
NOT_ASSESSED = N_("Not assessed: no question has a level yet.")
TOO_LITTLE_KNOWN = N_("too little is known")
NO_POSITION_YET = N_("neither yet")
NONE_OF_THEM = N_("none of them")
YES = N_("yes")
NO = N_("no")
"""What stands in the place of a level."""

HIGH = N_("high")
MEDIUM = N_("medium")
LOW = N_("low")
NOT_EXPOSED = N_("not exposed")
NOT_JUDGED = N_("not judged")
"""How high a risk is, or what was judged."""

FULL_ASSESSMENT = N_("full assessment")
QUICK_SCAN = N_("quick scan")
"""How much is asked."""


MARKS = {
    State.UNKNOWN: "?",
    State.NOT_APPLICABLE: "-",
    State.LATER: ".",
    State.NOT_ASKED: ".",
}
"""What stands for a level where there is none; a legend goes with it on every page."""

STATES = {
    State.UNKNOWN: UNKNOWN,
    State.NOT_APPLICABLE: NOT_APPLICABLE,
    State.LATER: N_("later"),
    State.NOT_ASKED: NOT_ASKED,
}

STATES_IN_A_SITTING = {
    **STATES,
    State.LATER: N_("put off"),
    State.NOT_ASKED: SKIPPED,
}
"""The states as a room says them of itself: it puts off and skips what a report has not got."""

CHANGES = {
    WasChange.WORSE: N_("It got worse"),
    WasChange.KNOWN_BETTER: N_("More is known; it has not got worse"),
    WasChange.CHANGED: N_("Why it differs"),
}
"""Why an answer differs from the one before it."""

SCOPES = {Scope.FULL: FULL_ASSESSMENT, Scope.QUICK: QUICK_SCAN}

RISKS = {
    Risk.HIGH: HIGH,
    Risk.MEDIUM: MEDIUM,
    Risk.LOW: LOW,
    Risk.NOT_EXPOSED: NOT_EXPOSED,
    Risk.CANNOT_BE_ASSESSED: N_("cannot be assessed"),
}

BASES = {
    Basis.ANSWERED: N_("answered levels, not verified"),
    Basis.BACKED: N_("backed levels: as far as evidence and agreement carry"),
}


def level_mark(level: Level | None, state: State | None, words: Words) -> str:
    """A level as a number, or the mark of the state that stands in its place."""
    if level is not None:
        return written_number(level, words)
    return MARKS[state or State.NOT_ASKED]


def answer_mark(question: Question, answer: Option, words: Words) -> str:
    """An answer as paper shows it: its value, or its ids where these name answers."""
    return question.label(answer) if question.by_id else written_exact(answer.value, words)


def child_marks(score: Score, result: NodeResult, words: Words) -> dict[str, str]:
    """What was added to a part: each child's level, or the mark that stands in its place."""
    return {
        child: _child_mark(score, child, level, words) for child, level in result.levels.items()
    }


def _child_mark(score: Score, child: str, level: Level | None, words: Words) -> str:
    """The mark of a question or of a part below."""
    if child in score.questions:
        return level_mark(level, score.questions[child].state, words)
    below = score.scored[child].rolled.status
    applies = below is not LevelStatus.NOT_APPLICABLE
    return level_mark(level, State.UNKNOWN if applies else State.NOT_APPLICABLE, words)


def interval(low: Level, high: Level, words: Words) -> str:
    """An interval on a screen; see `between`."""
    return between(written_number(low, words), written_number(high, words), words)


def legend(words: Words) -> str:
    """What the marks mean."""
    return words("? unknown   - not applicable   . not asked")


def nothing_rolled_up(words: Words) -> str:
    """What is said where a questionnaire has no rules for the levels of its parts."""
    return words("Nothing is rolled up in this questionnaire; these are the answers.")


def caption(score: Score, words: Words) -> str:
    """Which questionnaire, which basis."""
    ref = score.profile.questionnaire
    return f"{one_line(ref.id)} {one_line(ref.version)} · {words(BASES[score.basis])}"


def assessed_name(profile: Profile) -> str:
    """The municipality, with the group that assesses it or the one unit that is assessed."""
    name = one_line(profile.municipality.name)
    unit = profile.units_covered[0] if len(profile.units_covered) == 1 else None
    behind = ", ".join(one_line(part) for part in (profile.group, unit) if part)
    return f"{name} ({behind})" if behind else name


def who_and_when(profile: Profile, words: Words) -> str:
    """The municipality, the date and the scope."""
    name = assessed_name(profile)
    return f"{name} · {profile.date.isoformat()} · {words(SCOPES[profile.scope])}"


def respondents(profile: Profile) -> int:
    """How many people took part, as far as the file tells: who is only invited did not."""
    by = {voice.by for a in profile.answers.values() for voice in a.voices if voice.by}
    return max(len(by), len(people_present(profile)))
