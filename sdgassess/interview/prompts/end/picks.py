"""Picking what to work on: the tool suggests, the room picks (model.md: Priorities)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.picks import NoTarget, pick_with_target
from sdgassess.analysis.priorities import Priorities
from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.keys import press, refused
from sdgassess.interview.moves.leaving import farewell
from sdgassess.interview.moves.not_taken import NO_SUCH_NUMBER, NOTHING_TO_CLEAR
from sdgassess.interview.moves.result import (
    priorities,
    result_words,
    scored,
)
from sdgassess.interview.prompts.end.planning import plan
from sdgassess.interview.state.phases import Judging, Picking
from sdgassess.interview.state.screen import PromptKind, Screen
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import Words
from sdgassess.model.profile import Priority
from sdgassess.model.question import Question
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import (
    against_picks,
    built_on_words,
    equal_words,
    judgement_words,
    move_words,
    overloaded_words,
)
from sdgassess.text import width
from sdgassess.typed.keys import (
    Key,
    Typed,
    begins_with,
    parse,
    whole_typed,
)

_LEAST = 30
"""In fewer columns a question cut short says nothing."""


def show(sitting: Sitting, phase: Picking) -> Screen:
    """The candidates in their order, with a number each, and what is picked already."""
    setting, words, picked = sitting.setting, sitting.setting.words, sitting.assessed.priorities
    suggested = priorities(sitting)
    asks = words("Pick, at most {n} (Enter = none): ", n=suggested.picks)
    if picked:
        asks = words("Pick, at most {n} (Enter = keep these): ", n=suggested.picks)
    if not sitting.fresh:
        return Screen((), asks, PromptKind.ANSWER)
    listed = _listed(phase, suggested)
    title = words("What to work on, in order; up to {n} can be picked.", n=suggested.picks)
    if [each.question for each in listed] != [each.question for each in phase.among]:
        title += " " + words("The numbers follow this order, no longer that of the weighing.")
    lines = (
        "",
        *setting.wrapped(title),
        *_overloaded(sitting, suggested),
        *(
            line
            for place, candidate in enumerate(listed, start=1)
            for line in _candidate(sitting, suggested, candidate, place)
        ),
        *(
            line
            for sentence in _alike(sitting, suggested, listed)
            for line in setting.wrapped(sentence)
        ),
        *_picked_before(setting, suggested, listed),
        "",
        *setting.key_line(_allowed(sitting)),
    )
    return Screen(lines, asks, PromptKind.ANSWER)


def _alike(sitting: Sitting, suggested: Priorities, listed: Sequence[Candidate]) -> Iterator[str]:
    """What of the list stands alike; where nothing is listed, what can be picked by id.

    What nobody has weighed is not named beside a list of what was.
    """
    names = {candidate.question for candidate in listed}
    groups = tuple(group for group in suggested.equal if not names or names & set(group))
    words = sitting.setting.words
    yield from built_on_words(suggested, words)
    yield from equal_words(scored(sitting), replace(suggested, equal=groups), words)


def _listed(phase: Picking, suggested: Priorities) -> tuple[Candidate, ...]:
    """The candidates that were weighed, in the order that weighing gave them.

    None that nobody has seen takes the place of another; the order is that of the suggestions.
    """
    weighed = {candidate.question: candidate for candidate in phase.among}
    in_order = {
        candidate.question: candidate
        for candidate in suggested.candidates
        if candidate.question in weighed
    }
    # What is no candidate any more stands behind, as it was weighed.
    return (*in_order.values(), *(weighed[name] for name in weighed if name not in in_order))


def _candidate(
    sitting: Sitting, suggested: Priorities, candidate: Candidate, place: int
) -> tuple[str, ...]:
    """A candidate with its number, and how the room judged it."""
    setting, words, question = sitting.setting, sitting.setting.words, candidate.question
    mark = ""
    if question in (choice.question for choice in suggested.chosen if not choice.is_reached):
        mark = words(labels.PICKED) if suggested.picked else words(labels.SUGGESTED)
    step = _from_to(candidate, words) + (f"  [{mark}]" if mark else "")
    lines = list(_in_short(setting, f"{place}  {step}", sitting.question(question)))
    judgement = sitting.assessed.judgement.get(question)
    if judgement and (judged := judgement_words(judgement, words)):
        lines += setting.wrapped(judged, "   ")
    return tuple(lines)


def _in_short(setting: Setting, lead: str, question: Question) -> tuple[str, ...]:
    """A step with as much of its question as one line holds, or below it where that is little.

    It was read in full while it was weighed; here all of them are to be in sight at once.
    """
    text, room = setting.spoken(question.text), setting.width - width(lead) - 2
    if room < _LEAST:
        return (*setting.wrapped(lead, "", "   "), *setting.wrapped(text, "   "))
    if width(text) > room:
        text = f"{text[: room - 1].rstrip()}…"
    return (f"{lead}  {text}",)


def _from_to(candidate: Candidate, words: Words) -> str:
    """A question, where it stands and where it is to go, as far as that is known."""
    if candidate.target is None:
        return candidate.question
    start = "" if candidate.level is None else written_number(candidate.level, words)
    return f"{candidate.question} {move_words(start, candidate, words).lstrip()}"


def _picked_before(
    setting: Setting, suggested: Priorities, listed: Sequence[Candidate]
) -> tuple[str, ...]:
    """What was picked earlier and is no candidate now; it is kept until others are picked."""
    questions = {candidate.question for candidate in listed}
    before = [pick for pick in suggested.chosen if pick.question not in questions]
    if not suggested.picked or not before:
        return ()
    names = ", ".join(_from_to(pick, setting.words) for pick in before)
    return setting.wrapped(setting.words("Picked earlier as well: {picks}.", picks=names))


def _allowed(sitting: Sitting) -> str:
    """What can be typed, in one line."""
    words = sitting.setting.words
    if sitting.assessed.priorities:
        return words(
            "numbers or ids with spaces, such as 1 4 · ? 1 shows what 1 would change · "
            "Enter keeps what is picked · x picks none · z undoes · b back · q save and stop"
        )
    return words(
        "numbers or ids with spaces, such as 1 4 · ? 1 shows what 1 would change · "
        "Enter picks none now · z undoes · b back · q save and stop"
    )


def take(sitting: Sitting, phase: Picking, line: str) -> Sitting:
    """Take numbers and ids, or a key."""
    typed = parse(line)
    if (part := begins_with(Key.HELP, line)) is not None and part:
        return consequences(sitting, _listed(phase, priorities(sitting)), part)
    pressed = press(sitting, phase, typed, _KEYS)
    if pressed is not None:
        return pressed
    parts = typed.line.replace(",", " ").split()
    if typed.key is not None or not parts:
        return refused(sitting, typed.line, _allowed(sitting))
    return _pick(sitting, phase, parts)


def consequences(sitting: Sitting, candidates: Sequence[Candidate], part: str) -> Sitting:
    """What would follow if a candidate were raised to its target; nothing is recorded.

    Args:
        sitting: at the candidates.
        candidates: those that have a number, in their order.
        part: what was typed behind `?`: a number or an id.
    """
    setting, stays = sitting.setting, sitting.staying()
    pick = _named(sitting, candidates, part)
    if isinstance(pick, str):
        return stays.saying(pick)
    question, target = pick.question, pick.target
    if target is None:
        highest = setting.words("{id} is at its highest level already.", id=question)
        return stays.saying(highest)
    in_words = result_words(sitting)
    lines = in_words.consequences(scored(sitting), question, target, setting.words, setting.width)
    return replace(stays.showing(lines), changes_nothing=True)


def _pick(sitting: Sitting, phase: Picking, parts: Sequence[str]) -> Sitting:
    """Keep the picks that were typed; one that cannot be picked refuses them all."""
    suggested, picks = priorities(sitting), dict[str, Priority]()
    for part in parts:
        pick = _named(sitting, _listed(phase, suggested), part)
        if isinstance(pick, str):
            return sitting.staying().saying(pick).allowing(_allowed(sitting))
        picks.setdefault(pick.question, pick)
    words, rules = sitting.setting.words, sitting.setting.questionnaire.priorities
    most = rules.picks if rules else suggested.picks
    if len(picks) > most:
        refusal = words("You chose {count}; up to {n} can be picked.", count=len(picks), n=most)
        return sitting.staying().saying(refusal)
    picked = plan(_keep(sitting, tuple(picks.values())), phase)
    if len(picks) <= suggested.picks:
        return picked
    # The room decides; that it is much at once is said, and why (model.md: Priorities).
    return picked.showing(_overloaded(sitting, suggested))


def _overloaded(sitting: Sitting, suggested: Priorities) -> tuple[str, ...]:
    """That too much is under way already, and what shows it; nothing where it is not so."""
    setting = sitting.setting
    sentence = overloaded_words(scored(sitting), suggested, setting.words)
    return setting.wrapped(sentence, "  ") if sentence else ()


def _named(sitting: Sitting, candidates: Sequence[Candidate], part: str) -> Priority | str:
    """The pick that a number or an id stands for, or why it stands for none."""
    words, questionnaire = sitting.setting.words, sitting.setting.questionnaire
    place = whole_typed(part)
    if place is not None:
        if 1 <= place <= len(candidates):
            return _priority(sitting, candidates[place - 1].question)
        return words(NO_SUCH_NUMBER, typed=part)
    ids = {question.lower(): question for question in questionnaire.questions}
    if part.lower() in ids:
        return _priority(sitting, ids[part.lower()])
    unscored = (*questionnaire.nodes, *(question.id for question in questionnaire.context))
    if part.lower() in (name.lower() for name in unscored):
        return words("{id} is not a question that can be picked.", id=part)
    return navigation.not_there(sitting, part)


def _priority(sitting: Sitting, question: str) -> Priority | str:
    """A question as a pick; who, when, first move and a target still ahead are kept."""
    words = sitting.setting.words
    pick = pick_with_target(scored(sitting), question, _ever_picked(sitting).get(question))
    if isinstance(pick, Priority):
        return pick
    if pick is NoTarget.NO_LEVEL:
        return words("{id} has no level, so there is no next step to pick.", id=question)
    return words("{id} is at its highest level already.", id=question)


def _ever_picked(sitting: Sitting) -> dict[str, Priority]:
    """Every pick there is or was in this sitting, so that one named again comes back whole."""
    profiles = (*(moment.profile for moment in sitting.history), sitting.assessed)
    return {pick.question: pick for profile in profiles for pick in profile.priorities}


def _keep(sitting: Sitting, picks: tuple[Priority, ...]) -> Sitting:
    """Store the picks, say them, name what is no longer picked and what speaks against them."""
    words, profile = sitting.setting.words, sitting.assessed
    questions = {pick.question for pick in picks}
    dropped = [pick.question for pick in profile.priorities if pick.question not in questions]
    picked = sitting.noting(profile._replace(priorities=picks)).staying()
    picked = replace(picked, changes_nothing=True)
    score = scored(picked)
    named = ", ".join(
        _from_to(
            Candidate(pick.question, score.level(pick.question), pick.target, (), None), words
        )
        for pick in picks
    )
    if picks:
        picked = picked.saying(words(labels.PICKED_LINE, picks=named))
    if dropped:
        ids = ", ".join(dropped)
        picked = picked.saying(words("No longer picked: {ids}. z takes that back.", ids=ids))
    sentences = against_picks(score, priorities(picked), words) if picks else ()
    setting = picked.setting
    lines = (line for sentence in sentences for line in setting.wrapped(sentence, "  "))
    return picked.showing(tuple(lines))


def _clear(sitting: Sitting, _: Picking, __: Typed) -> Sitting:
    """Pick none; `z` brings them back."""
    if not sitting.assessed.priorities:
        return sitting.staying().saying(sitting.setting.words(NOTHING_TO_CLEAR))
    return _keep(sitting, ())


def _back(sitting: Sitting, phase: Picking, _: Typed) -> Sitting:
    """To the last candidate that was weighed."""
    return sitting.at(Judging(phase.among[-1].question, phase.among))


_KEYS: Mapping[Key, Callable[[Sitting, Picking, Typed], Sitting]] = {
    Key.ENTER: lambda sitting, phase, _: plan(sitting, phase),
    Key.BACK: _back,
    Key.CLEAR: _clear,
    Key.HELP: lambda sitting, _, __: sitting.staying().allowing(_allowed(sitting)),
    Key.QUIT: lambda sitting, _, __: farewell(sitting),
}
