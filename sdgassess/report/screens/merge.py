"""What came in, who is missing, and what was left out, on one screen. No voice is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.analysis.merge.forgetting import Forgetting
from sdgassess.analysis.merge.intake import Outcome, Result
from sdgassess.analysis.merge.opening import Opening, people_sealed
from sdgassess.document.screen import Block, Gap, Head, Prose, Row, Rows, Screen, Title, item
from sdgassess.language import N_, Words
from sdgassess.model.arrival import ReturnKind
from sdgassess.model.profile import Participant
from sdgassess.numbers import written_date
from sdgassess.phrases.hearing import sealed_words
from sdgassess.phrases.problems.messages import say
from sdgassess.phrases.problems.reading import AS_SAVED
from sdgassess.phrases.rows import some
from sdgassess.problem import Problem
from sdgassess.report.results.merge import MergeReport
from sdgassess.report.screens.advice import advice_blocks
from sdgassess.scoring.disclosure import FEWEST_UNNAMED
from sdgassess.text import one_line

_RESULTS = {
    Result.NEW: N_("is in"),
    Result.REPLACED: N_("is in, instead of an earlier one"),
    Result.SAME: N_("was in already"),
    Result.OLDER: N_("is older than what is in"),
    Result.BLANK: N_("is blank: nothing is answered in it"),
    Result.REFUSED: N_("is not taken in"),
}
_ABOUT_RETURNS = ("P7", "P001", "P002", "P003", "P004", "P005", "P025")
"""How the codes begin whose advice is meant for what people sent back."""
_MOST_FILES = 5
"""How many files are named that were passed over."""
_MOST = 12
"""How many questions or people are named in a sentence."""


def merge_blocks(report: MergeReport, words: Words) -> Screen:
    """The whole screen.

    Args:
        report: the merge.
        words: the language it is told in.
    """
    return tuple(_blocks(report, words))


def _blocks(report: MergeReport, words: Words) -> Iterator[Block]:
    """The blocks in their order: what came, from whom not, what was left out, what is sealed."""
    profile = report.profile
    yield Title((one_line(profile.municipality.name), written_date(profile.date, words)))
    if report.outcomes:
        rows = tuple(_row(report, outcome, words) for outcome in report.outcomes)
        yield Rows(rows, stretch=2)
        yield Gap()
    yield from _people(report, words)
    yield from _left_out(report, words)
    if report.passed_over:
        files = some([one_line(file) for file in report.passed_over], _MOST_FILES, words)
        yield Prose(words("Passed over, as no answers come back in them: {files}.", files=files))
    if report.agreed_before:
        late = Counter(dict(report.agreed_before))
        ids = some([f"{key} ({n})" for key, n in late.items()], _MOST, words)
        yield Prose(
            words("Agreed before these voices came in, and left as it was: {ids}.", ids=ids)
        )
    if report.opening is not None:
        yield from _opened(report.opening, words)
    for doubt in report.left_out:
        yield Prose(say(doubt.problem, words))
        yield from _advice(None, doubt.problem, words)
    yield from _sealed(report, words)
    if report.forgetting is not None:
        yield from _forgotten(report, report.forgetting, words)


def _row(report: MergeReport, outcome: Outcome, words: Words) -> Row:
    """One file: from whom, what became of it, how much it answers."""
    file = one_line(outcome.arrival.file)
    answers, result = outcome.arrival.answers, words(_RESULTS[outcome.result])
    if answers is not None and outcome.result is Result.BLANK:
        if outcome.doubts:
            result = words("nothing of it could be taken in")
        if _speaks(report, outcome.slot):
            result = words("{what}; what came in before stays", what=result)
        role = _role(report, answers.role, words)
        return Row((outcome.slot or "–", role, f"{file}: {result}"))
    if answers is None or not outcome.slot:
        return Row(("–", "", f"{file}: {result}"))
    rules = report.questionnaire
    questions = {
        key
        for key in rules.question_ids(report.profile.quick)
        if not rules.questions[key].roles or answers.role in rules.questions[key].roles
    }
    questions |= answers.answers.keys()  # whoever answers more than the role is asked, counts too
    counted = words("{n} of {of} questions answered", n=len(answers.answers), of=len(questions))
    return Row((outcome.slot, _role(report, answers.role, words), f"{file}: {result} · {counted}"))


def _role(report: MergeReport, role: str, words: Words) -> str:
    """A role's title."""
    titles = {each.id: each.title for each in report.questionnaire.roles}
    return titles[role].in_language(words.language)[0] if role in titles else one_line(role)


def _people(report: MergeReport, words: Words) -> Iterator[Block]:
    """How many of each role are in, and who is missing."""
    people = report.profile.participants
    invited = Counter(person.role for person in people)
    answered = invited - Counter(person.role for person in report.missing)
    parts = [
        words("{role} {n} of {of}", role=_role(report, role, words), n=answered[role], of=of)
        for role, of in invited.items()
    ]
    if parts:
        yield Prose(words("In so far: {parts}.", parts="; ".join(parts)))
    if report.uninvited:
        ids = _named(report, report.uninvited, words)
        is_opened = report.opening is not None and report.opening.people.issuperset(
            person.id for person in report.uninvited
        )
        sentence = N_(
            "Taken in, but nobody was invited for it: {ids}. Ask whose it is before it is opened."
        )
        if is_opened:
            sentence = N_("Taken in, but nobody was invited for it: {ids}. Ask whose it is.")
        yield Prose(words(sentence, ids=ids))
    blank = tuple(dict.fromkeys(_senders_of_blanks(report)))
    silent = tuple(person for person in report.missing if person not in blank)
    if silent:
        yield Prose(words("Nothing yet from: {ids}.", ids=_named(report, silent, words)))
    if blank:
        ids = _named(report, blank, words)
        yield Prose(words("Came back blank, so still to be filled in by: {ids}.", ids=ids))


def _senders_of_blanks(report: MergeReport) -> Iterator[Participant]:
    """Whose file came back with no answer in it, and who has not answered otherwise."""
    people = {person.id: person for person in report.profile.participants}
    for outcome in report.outcomes:
        answers = outcome.arrival.answers
        is_blank = outcome.result is Result.BLANK and not outcome.doubts
        if answers is not None and is_blank and not _speaks(report, outcome.slot):
            stranger = Participant(outcome.slot or "–", answers.role, answers.unit)
            yield people.get(outcome.slot, stranger)


def _speaks(report: MergeReport, slot: str) -> bool:
    """Whether something of somebody is in."""
    people = {person.id for person in report.profile.participants}
    return slot in people - {person.id for person in report.missing}


def _named(report: MergeReport, people: tuple[Participant, ...], words: Words) -> str:
    """People by their ids, each with the role and the unit."""
    names = []
    for person in people:
        parts = (_role(report, person.role, words), person.unit and one_line(person.unit))
        names.append(f"{person.id} ({', '.join(filter(None, parts))})")
    return some(names, _MOST, words)


def _left_out(report: MergeReport, words: Words) -> Iterator[Block]:
    """Everything that was left out, each with its place and what to do."""
    problems = [
        (outcome, doubt.problem) for outcome in report.outcomes for doubt in outcome.doubts
    ]
    problems += [(outcome, warning) for outcome in report.outcomes for warning in outcome.warnings]
    if problems:
        yield Head(words("Not taken in"))
        for outcome, problem in problems:
            yield item(say(problem, words))
            yield from _advice(outcome.arrival.kind, problem, words)
        yield Gap()


def _advice(kind: ReturnKind | None, problem: Problem, words: Words) -> Iterator[Block]:
    """What to do about a problem, below it.

    Nobody is to mend by hand what a page saved, so what helps an author of files helps nobody.
    """
    if kind is ReturnKind.ANSWERS and not problem.code.startswith(_ABOUT_RETURNS):
        yield Prose(words(AS_SAVED), lead="    ")
    else:
        yield from advice_blocks(problem, words)


def _opened(opening: Opening, words: Words) -> Iterator[Block]:
    """What was opened."""
    if opening.people:
        singular = "The answers of one person are opened, on {questions} questions."
        plural = "The answers of {n} people are opened together, on {questions} questions."
        people = len(opening.people)
        questions = len(opening.questions)
        yield Prose(words.plural(singular, plural, people, questions=questions))


def _sealed(report: MergeReport, words: Words) -> Iterator[Block]:
    """How many people's answers are sealed, and on which questions too few have answered."""
    people = len(people_sealed(report.profile))
    if not people:
        return
    yield Prose(sealed_words(people, words))
    if report.opening is None and people >= FEWEST_UNNAMED and report.missing:
        yield Prose(
            words(
                "Whoever is missing can join after they are opened only with two or more others. "
                "So take in what is still to come, and type in sheets on paper, before that."
            )
        )
    if report.opening is not None and report.opening.people and report.opening.waiting:
        ids = some(list(report.opening.waiting), _MOST, words)
        yield Prose(words("Answered by fewer than three, so left to the room: {ids}.", ids=ids))


def _forgotten(report: MergeReport, forgetting: Forgetting, words: Words) -> Iterator[Block]:
    """What was forgotten, what not yet, and what the roles alone still tell."""
    if forgetting.questions:
        singular = "Who said what is forgotten on one question, and with it what they wrote."
        plural = "Who said what is forgotten on {n} questions, and with it what they wrote."
        yield Prose(words.plural(singular, plural, len(forgetting.questions)))
        if forgetting.small_roles:
            roles = ", ".join(_role(report, role, words) for role in forgetting.small_roles)
            yield Prose(
                words("Of so few people the role still tells who it was: {roles}.", roles=roles)
            )
    elif not forgetting.deleted:
        yield Prose(words("Nothing is forgotten: no open answer has a number or a comment."))
    if forgetting.deleted:
        ids = some(list(forgetting.deleted), _MOST, words)
        yield Prose(words("Deleted unseen, as the room agreed without it: {ids}.", ids=ids))
    if forgetting.pending:
        ids = some(list(forgetting.pending), _MOST, words)
        yield Prose(
            words(
                "Still sealed, so it is still known who sent it: {ids}. Open it in the room or "
                "record a level there, then forget again.",
                ids=ids,
            )
        )
    if forgetting.backed_less:
        ids = some(list(forgetting.backed_less), _MOST, words)
        yield Prose(
            words(
                "From how many units it came is forgotten too, so less is backed: {ids}.", ids=ids
            )
        )
