"""The first page: the finding, where it stands, what holds back, one's own way, the choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.agenda import to_find_out, to_talk_about
from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.conclusion import is_inconclusive, talk_is_the_finding, too_little
from sdgassess.analysis.gaps import PointGap
from sdgassess.analysis.picks import pick_of
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Heading,
    Quotation,
    Table,
    heading,
    mark_cell,
    paragraph,
    strong_line,
    table_head,
    words_cell,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile, Status
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import STAND_ALIKE, move_words, why_none
from sdgassess.phrases.hearing import (
    EVERY_ROLE_HEARD,
    STILL_IN_PROGRESS,
)
from sdgassess.phrases.levels import (
    SCOPES,
    assessed_name,
    respondents,
)
from sdgassess.phrases.patterns import present_patterns
from sdgassess.phrases.questions import answered_words, voices_between
from sdgassess.phrases.references import own_way_words
from sdgassess.phrases.rows import some
from sdgassess.report.finding import gated_words, holders
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.first_answers import first_answers_part
from sdgassess.report.gaps.standing import PATTERNS, question_naming, standing_part
from sdgassess.report.headline import headline, unheard_beside
from sdgassess.scoring.evaluation import Basis, NodeResult
from sdgassess.scoring.score import Score

_ALIKE = 6
"""How many questions are listed that stand alike, or are seen most differently."""
_QUESTIONS = 2
"""How many questions are named in a sentence."""


def first_page(edition: GapEdition) -> Iterator[Block]:
    """Everything that a reader needs who turns no page; questions in words, no ids."""
    yield from assessed_part(edition)
    if edition.score.has_levels:
        yield heading(edition.words(labels.ON_ONE_PAGE))
        yield from result_part(edition)
        if edition.priorities.picked or not is_inconclusive(edition.score):
            yield from _decision(edition)
        yield from first_find_out(edition)


def assessed_part(edition: GapEdition) -> Iterator[Block]:
    """The finding as a title, what it rests on, and who is still to be heard."""
    words, score = edition.words, edition.score
    yield paragraph(f"{assessed_name(edition.profile)} · {_subject(edition)}", small=True)
    title = headline(score, words)
    yield Heading(1, plain_runs(title))
    yield from map(strong_line, _beneath_title(edition, title))
    if score.has_levels:
        yield paragraph(_basis(edition))
    else:
        yield paragraph(f"{who_was_assessed(edition.score, words)}.")


def _beneath_title(edition: GapEdition, title: str) -> Iterator[str]:
    """What a title leaves to say: why it is preliminary, and what is held back by what."""
    words, score = edition.words, edition.score
    if score.has_levels and edition.profile.status is Status.IN_PROGRESS:
        yield words(STILL_IN_PROGRESS)
    yield from (f"{unheard}." for unheard in unheard_beside(title, score, words))
    if not is_inconclusive(score):
        yield from gated_words(score, words, question_naming(edition))


def result_part(edition: GapEdition, *, with_more: bool = True) -> Iterator[Block]:
    """Where it stands; of few answers, whom to ask and what they say so far.

    Args:
        edition: the assessment.
        with_more: whether a page follows on which the rest of what is cut here stands.
    """
    if too_little(edition.score):
        yield from first_answers_part(edition)
    elif talk_is_the_finding(edition.score):
        yield from _talk_first(edition, to_talk_about(edition.score), with_more)
    if not too_little(edition.score) or edition.any_part_known:
        yield from standing_part(edition, PATTERNS if with_more else 1)
    yield from room_words(edition)
    yield from _strengths(edition)
    yield from own_way_part(edition, named=with_more)


def _strengths(edition: GapEdition) -> Iterator[Block]:
    """What to keep, where nothing holds anything back: there it is what the answers say."""
    score, keep = edition.score, edition.priorities.keep
    if is_inconclusive(score) or present_patterns(score) or not keep:
        return
    if any(part.gate is not None for part in score.scored.values()):
        return
    yield heading(edition.words(labels.KEEP_WHAT_STANDS_STRONG), 3)
    raised = [question for question in keep if not _stands_lowest(edition, question)]
    yield Bullets(tuple(_strength(edition, question) for question in raised or keep))


def _stands_lowest(edition: GapEdition, question: str) -> bool:
    """Whether a question's part is one of the lowest: the title has just named it as that."""
    levels = edition.score.factor_levels
    level = levels.get(edition.score.questionnaire.factor_of[question].id)
    return level is not None and level == min(levels.values())


def _strength(edition: GapEdition, question: str) -> Runs:
    """A question that stands strong, and what its level says of it."""
    anchor = edition.anchor(question, edition.score.level(question))
    answered = () if anchor is None else (Run(" "), anchor._replace(strong=True))
    return (edition.question(question), *answered)


def report_title(profile: Profile, words: Words) -> str:
    """The report's title."""
    name = assessed_name(profile)
    return words("{municipality}: from here to the next step", municipality=name)


def who_was_assessed(score: Score, words: Words) -> str:
    """Its day, how many took part; of a quick scan that it is one: what is usual is not said."""
    profile = score.profile
    when = written_date(profile.date, words)
    if profile.quick and not too_little(score):
        when = f"{words(SCOPES[profile.scope]).capitalize()}, {when}"
    people = respondents(profile)
    if not people:
        return words("{when}; who took part is not noted", when=when)
    singular, plural = "{when}; one person's picture", "{when}; {n} people took part"
    return words.plural(singular, plural, people, when=when)


def _subject(edition: GapEdition) -> str:
    """What the questionnaire calls its report."""
    rules = edition.score.questionnaire
    return edition.line(rules.report_title or rules.title)


def _basis(edition: GapEdition) -> str:
    """Who answered, how much is known, on which levels it rests, and that nothing is ranked."""
    words, score = edition.words, edition.score
    sentences = [who_was_assessed(score, words)]
    voices = score.questionnaire.voices
    if voices is not None and voices.heard and not score.not_heard and respondents(score.profile):
        sentences[0] += f"; {words(EVERY_ROLE_HEARD)}"
    sentences.append("; ".join(answered_words(score, words)))
    sentences.append(words(_BASES[score.basis]))
    return " ".join(f"{sentence}." for sentence in sentences)


_BASES = {
    Basis.ANSWERED: N_("The answers are {the_subject}'s own, not verified"),
    Basis.BACKED: N_("Levels stand only as far as evidence and agreement carry them"),
}


def room_words(edition: GapEdition) -> Iterator[Quotation]:
    """The room's own words on what holds a part back, where it wrote any."""
    profile, rules = edition.profile, edition.score.questionnaire
    for part in edition.score.scored.values():
        for question in _questions_of(edition, part):
            answer = profile.answers.get(question)
            if answer is not None and answer.comment:
                text = edition.line(rules.questions[question].text)
                source = Run(edition.words("the room, on “{question}”", question=text))
                yield Quotation(edition.passage(answer.comment, profile), (source,))
                return


def _questions_of(edition: GapEdition, part: NodeResult) -> Iterator[str]:
    """The questions that hold a part back; of a part that does, its lowest."""
    rules, score = edition.score.questionnaire, edition.score
    for key in holders(part):
        if key in rules.questions:
            yield key
        else:
            below = [question.id for question in rules.nodes[key].all_questions()]
            known = [question for question in below if score.level(question) is not None]
            yield from sorted(known, key=lambda question: score.level(question) or 0)


def own_way_part(edition: GapEdition, *, named: bool = True) -> Iterator[Block]:
    """One's own way of working: its conditions, and what is missing, in words.

    Args:
        edition: the assessment.
        named: whether the conditions that are missing are named, not only counted.
    """
    way, words = edition.subject.own_way, edition.words
    if way is None:
        return
    names = question_naming(edition)

    def name(gap: PointGap) -> str:
        return names(gap.question)

    yield heading(words("Held against your own way of working"), 3)
    yield paragraph(own_way_words(way, words, missing=named, naming=name))


def _decision(edition: GapEdition) -> Iterator[Block]:
    """What is picked, with who and by when; or what is suggested as long as nothing is."""
    words, priorities = edition.words, edition.priorities
    if not priorities.chosen:
        yield from _undecided(edition)
        return
    title = words("Suggested to work on now, for the room to pick")
    heads: tuple[str, ...] = (words(labels.QUESTION), words("Now → next"))
    shares: tuple[float, ...] = (6, 1.3)
    if priorities.picked:
        title, heads = (
            words("Picked to work on now"),
            (
                words(labels.QUESTION),
                words(labels.LEVEL),
                words(labels.WHO),
                words(labels.BY_WHEN),
            ),
        )
        shares = (4.6, 1.2, 1.6, 1.6)
    yield heading(title, 3)
    rows = tuple(_choice(edition, candidate) for candidate in priorities.chosen)
    yield Table((), table_head(*heads), rows, shares)


def _undecided(edition: GapEdition) -> Iterator[Block]:
    """That nothing is put first: what stands alike, the first of it; else why there is nothing."""
    words, priorities = edition.words, edition.priorities
    alike = priorities.first_alike
    questions = alike or tuple(each.question for each in priorities.candidates)
    if not questions:
        yield paragraph(why_none(edition.score, words))
        return
    yield heading(words("To choose from"), 3)
    if alike:
        yield paragraph(words(STAND_ALIKE, n=len(alike)))
    head = table_head(words(labels.QUESTION), words(labels.LEVEL))
    rows = tuple(
        (words_cell((edition.question(question),)), mark_cell(edition.mark_of(question)))
        for question in questions[:_ALIKE]
    )
    yield Table((), head, rows, (6, 1.2))
    if rest := len(questions) - len(rows):
        yield paragraph(_further_on(rest, words), small=True)


def _further_on(rest: int, words: Words) -> str:
    """How many more stand further on: on a next page, or on a screen further down."""
    singular, plural = "One more stands further on.", "{n} more stand further on."
    return words.plural(singular, plural, rest)


def _choice(edition: GapEdition, candidate: Candidate) -> tuple[Cell, ...]:
    """A suggestion: what is asked, from where to where; of a pick also who and by when."""
    words, question = edition.words, candidate.question
    after = None
    if candidate.target is not None:
        after = written_number(candidate.target, words)
    move = move_words(edition.mark_of(question), candidate, words, after).replace(" ", "\xa0")
    pick = pick_of(edition.profile, question) if edition.priorities.picked else None
    who: Runs = ()
    by: Runs = ()
    if pick is not None:
        who = (edition.written(pick.who, edition.profile),) if pick.who else ()
        by = (edition.by_when(pick.by, edition.profile),) if pick.by else ()
    runs: Runs = (edition.question(question),)
    if pick is not None and (status := edition.status(pick)):
        runs = (*runs, Run(" · ", strong=True), *status)
    cells = words_cell(runs), mark_cell(move)
    return (*cells, Cell(who), Cell(by)) if edition.priorities.picked else cells


def first_find_out(edition: GapEdition) -> Iterator[Block]:
    """What to talk about, and what to find out, before anything is chosen."""
    score, words = edition.score, edition.words
    apart = to_talk_about(score)
    unknown = [question for question in to_find_out(score) if question not in apart]
    if too_little(score):  # whom to ask stands above
        unknown = []
    elif talk_is_the_finding(score):  # so does what to talk about
        apart = []
    for message, questions in (
        (labels.FIRST_TALK_LINE, apart),
        (labels.FIRST_FIND_OUT_LINE, unknown),
    ):
        if questions:
            listed = some(list(map(question_naming(edition), questions)), _QUESTIONS, words)
            yield paragraph(words(message, questions=listed))


def _talk_first(edition: GapEdition, questions: Sequence[str], with_more: bool) -> Iterator[Block]:
    """What is seen most differently, with the lowest and the highest level that was said."""
    words = edition.words
    yield heading(words("Talk about these first"), 3)
    head = table_head(words(labels.QUESTION), words(labels.LEVELS))
    rows = tuple(
        (
            words_cell((edition.question(question),)),
            mark_cell(voices_between(edition.score, question, words) or "–"),
        )
        for question in questions[:_ALIKE]
    )
    yield Table((), head, rows, (6, 1.2))
    if rest := len(questions) - len(rows):
        singular, plural = "One more is seen differently.", "{n} more are seen differently."
        more = words.plural(singular, plural, rest)
        yield paragraph(_further_on(rest, words) if with_more else more, small=True)
