"""Candidates in words: why a question is one, and how the room judged it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sdgassess.analysis.candidates import Candidate, Reason, ReasonKind, next_target, own_target
from sdgassess.analysis.needs import instead, unmet_need
from sdgassess.analysis.picks import none_can_start, open_picks
from sdgassess.analysis.priorities import Priorities, unlifted_parts
from sdgassess.document.passage import HOLE, line_of, passage, passage_line
from sdgassess.document.runs import Run, Runs
from sdgassess.language import N_, Words
from sdgassess.model.condition import SubjectKind, Term
from sdgassess.model.profile import Judgement
from sdgassess.model.question import Need
from sdgassess.numbers import written_number
from sdgassess.phrases.conditions import condition_words
from sdgassess.phrases.levels import HIGH, LOW, MEDIUM, NOT_ASSESSED, NOT_JUDGED
from sdgassess.phrases.rows import some
from sdgassess.scoring.score import Score

STAND_ALIKE = N_("{n} questions stand alike; which comes first is yours to say.")


WEIGHTS = {
    "high": HIGH,
    "medium": MEDIUM,
    "low": LOW,
    "-": NOT_JUDGED,
}


def move_words(before: str, candidate: Candidate, words: Words, after: str | None = None) -> str:
    """From where to where; a target that is reached is said to be, and is no move.

    Args:
        before: where it stands, as it is written there.
        candidate: which question, with its target.
        words: the language.
        after: how the target is written; its digits where nothing is said.
    """
    if candidate.target is None:
        return before
    if candidate.is_reached:
        return words("{level}, reached", level=before)
    return f"{before} → {written_number(candidate.target, words) if after is None else after}"


def why_none(score: Score, words: Words) -> str:
    """Why no step is suggested: nothing is answered, no answer calls for one, or no rules do."""
    if not score.has_levels:
        return words(NOT_ASSESSED)
    if score.questionnaire.priorities is not None:
        return words("No question stands where a next step is due.")
    return words(
        "This questionnaire has no rules for what to work on (priorities), so no step is "
        "suggested. What would raise a level is told by explain."
    )


def reason_words(score: Score, reason: Reason, words: Words) -> str:
    """One reason as a sentence."""
    if reason.kind is ReasonKind.RISK:
        title = next(p.title for p in score.questionnaire.patterns if p.id == reason.about)
        return words(
            "It is part of a high risk: {pattern}.", pattern=passage_line(title, words.language)
        )
    if reason.kind in (ReasonKind.RAISES, ReasonKind.OPENS_GATE):
        before = written_number(reason.level, words) if reason.level is not None else "?"
        after = written_number(reason.to, words) if reason.to is not None else "?"
        message = (
            N_("It alone lifts {factor} from {before} to {after}.")
            if reason.kind is ReasonKind.RAISES
            else N_("It raises the cap on {factor}: from {before} to {after}.")
        )
        return words(message, factor=reason.about, before=before, after=after)
    if reason.kind is ReasonKind.JUDGED:
        stake, influence = (words(WEIGHTS[weight]) for weight in reason.about.split())
        message = N_("The room judged: at stake {stake}, influence {influence}.")
        return words(message, stake=stake, influence=influence)
    if reason.kind is ReasonKind.FIRST:
        waiting = reason.about.split()
        return words.plural(
            "{questions} needs it first: {because}",
            "{questions} need it first: {because}",
            len(waiting),
            questions=", ".join(waiting),
            because=passage_line(_need(score, waiting[0]).because, words.language),
        )
    if reason.kind in (ReasonKind.BUILT_ON, ReasonKind.NEEDS):
        message = N_("First raise {questions}.")
        if reason.kind is ReasonKind.BUILT_ON:
            message = N_("Other steps build on it: {questions}.")
        return words(message, questions=", ".join(reason.about.split()))
    plain = {
        ReasonKind.OWN_WAY: N_("Your own way of working depends on it, and it is missing."),
        ReasonKind.CAN_START: N_("It can start {soon} with the mandate in the room."),
        ReasonKind.CANNOT_START: N_("It cannot start {soon}."),
        ReasonKind.CORE: N_("It is a core question: a quick scan asks it too."),
        ReasonKind.LOW: N_("It is among the lowest levels."),
    }
    if score.profile.quick:
        plain[ReasonKind.CORE] = N_("It is a core question, as is all that a quick scan asks.")
    return words(plain[reason.kind])


def _need(score: Score, question: str) -> Need:
    """What the next step of a question needs first."""
    rules = score.questionnaire.priorities
    target = next_target(score, rules, question) if rules is not None else None
    target = own_target(score, question) or target
    need = unmet_need(score, question, target) if target is not None else None
    assert need is not None, "only said of a step that gave way"
    return need


def _further_ways(score: Score, need: Need, listed: Sequence[str]) -> Iterator[str]:
    """What would meet a need as well, and has no place in the list: a list holds a factor once."""
    rules = score.questionnaire.priorities
    for question in instead(score, need):
        target = next_target(score, rules, question) if rules is not None else None
        if question in listed or target is None or score.questions[question].disagreement:
            continue
        if unmet_need(score, question, target) is None:
            yield question


def first_words(score: Score, candidates: Sequence[Candidate], words: Words) -> Iterator[str]:
    """What stands in the place of what, and why: a sentence for each step that gave way."""
    before: dict[str, list[str]] = {}
    for candidate in candidates:
        for reason in candidate.reasons:
            if reason.kind is ReasonKind.FIRST:
                before.setdefault(reason.about, []).append(candidate.question)
    for about, questions in before.items():
        waiting = about.split()
        need = _need(score, waiting[0])
        # What a need names to be raised are alternatives: one of them is enough.
        either = set(questions) <= set(need.instead)
        further = _further_ways(score, need, questions) if either else ()
        yield words(
            "First {first}, then {later}. {because}",
            first=(words(" or ") if either else ", ").join((*questions, *further)),
            later=", ".join(waiting),
            because=passage_line(need.because, words.language),
        )


def overloaded_runs(score: Score, priorities: Priorities, words: Words) -> Runs:
    """That fewer than usual may be picked, and which answers show it; nothing where it is not so.

    Args:
        score: what was answered.
        priorities: with the signs that too much is under way.
        words: the language.
    """
    if not priorities.overloaded:
        return ()
    sentence = words(
        "There may be too much under way already, so fewer than usual: {why}.", why=HOLE
    )
    before, _, after = sentence.partition(HOLE)
    signs: list[Run] = []
    for term in priorities.overloaded:
        signs += [*((Run("; "),) if signs else ()), *_sign(score, term, words)]
    return Run(before), *signs, Run(after)


def overloaded_words(score: Score, priorities: Priorities, words: Words) -> str:
    """The same on a line of letters; empty where it is not so."""
    return "".join(map(line_of, overloaded_runs(score, priorities, words)))


def _sign(score: Score, term: Term, words: Words) -> Runs:
    """What shows that too much is under way: an answer with what it means, or a rule in words."""
    question = term.subject.id
    options = score.answers_at(question) if term.subject.kind is SubjectKind.QUESTION else ()
    if not options:
        return (Run(condition_words(term, words)),)
    asked = score.questionnaire.questions[question]
    text = asked.choice(score.chosen(question)).text if asked.by_id else options[0].text
    before, _, after = words.quoted(HOLE).partition(HOLE)
    return Run(before), passage(text, words.language), Run(f"{after} ({question})")


def against_picks(score: Score, priorities: Priorities, words: Words) -> Iterator[str]:
    """What speaks against the picks: none can start soon, or they are too many."""
    if none_can_start(score):
        yield words("None of these can start {soon}: pick one that can.")
    if len(open_picks(score)) > priorities.picks:
        yield words("That is more than can be carried at once: pick fewer.")


def room_left(score: Score, priorities: Priorities, words: Words) -> str:
    """How many more may be picked beside what is picked and open; empty where no rule says it."""
    if not priorities.picks:
        return ""
    room = priorities.picks - len(open_picks(score))
    if room < 1:
        return words("no room for more")
    return words.plural("room for one more", "room for {n} more", room)


def equal_words(
    score: Score, priorities: Priorities, words: Words, most: int | None = None
) -> Iterator[str]:
    """What stands alike, group by group: what follows for whoever chooses.

    Args:
        score: what was answered and judged.
        priorities: with the groups.
        words: the language.
        most: how many of a group are named; all of them where nothing is said.
    """
    for questions in priorities.equal:
        named = some(questions, most or len(questions), words)
        judged = (score.profile.judgement.get(question) for question in questions)
        if questions in priorities.either:
            yield words(
                "Each of these alone leads out of the same high risk, and they stand alike; one "
                "is enough: {questions}.",
                questions=named,
            )
        elif all(each is not None and each.stake and each.influence for each in judged):
            yield words(
                "These rank alike, also as you have judged them, so the tool puts none of them "
                "first: {questions}. Which comes first is yours to say.",
                questions=named,
            )
        else:
            yield words(
                "These rank alike, so the tool puts none of them first: {questions}. Judging "
                "what is at stake and what can be influenced puts them in order.",
                questions=named,
            )


def not_lifted_words(
    score: Score,
    priorities: Priorities,
    words: Words,
    naming: Callable[[str], str],
    most: int | None = None,
) -> Iterator[str]:
    """Which of the lowest parts have no question among those that stand alike, and why.

    Args:
        score: what was answered.
        priorities: what to choose from.
        words: the language.
        naming: how a part is named.
        most: how many parts are named; all of them where nothing is said.
    """
    parts = [naming(part) for part in unlifted_parts(score, priorities)]
    if parts:
        yield words(
            "These stand lowest too, but no single answer lifts them, so none of their questions "
            "is listed: {parts}.",
            parts=some(parts, most or len(parts), words),
        )


def built_on_words(priorities: Priorities, words: Words) -> Iterator[str]:
    """What builds on a suggestion, where that alone puts it before what stands alike with it."""
    if priorities.picked:
        return
    built_on = {
        candidate.question: reason.about.split()
        for candidate in priorities.chosen
        for reason in candidate.reasons
        if reason.kind is ReasonKind.BUILT_ON
    }
    if built_on:
        named = "; ".join(f"{first} ({', '.join(others)})" for first, others in built_on.items())
        yield words(
            "Several questions stand alike; among those, what most core questions build on "
            "comes first: {questions}.",
            questions=named,
        )


def judgement_words(judgement: Judgement, words: Words) -> str:
    """A judgement as people say it; what was not judged is left out where nothing follows it."""
    sentences = []
    if judgement.stake or judgement.influence:
        stake = words(WEIGHTS[judgement.stake or "-"])
        influence = words(WEIGHTS[judgement.influence or "-"])
        message = N_("At stake: {stake}. Influence: {influence}.")
        sentences.append(words(message, stake=stake, influence=influence))
    if judgement.can_start is not None:
        message = N_("It can start {soon}.")
        if not judgement.can_start:
            message = N_("It cannot start {soon}.")
        sentences.append(words(message))
    return " ".join(sentences)
