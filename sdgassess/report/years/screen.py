"""Changes in words: from which level to which, the text that is reached, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.moves import (
    Mover,
    better_backed,
    movers,
    new_unknowns,
    now_known,
)
from sdgassess.analysis.years.questions import Direction, Standing
from sdgassess.document.line import Line
from sdgassess.phrases.levels import SCOPES, legend
from sdgassess.report.years.edition import YearsPage
from sdgassess.report.years.heat_table import write_as_scored, write_factors
from sdgassess.report.years.move_phrases import (
    ask,
    backing,
    known_now,
    not_compared,
    not_compared_between,
    steps_since,
    unexplained,
    unknown_now,
    who_knows,
    why,
)
from sdgassess.report.years.patterns import write_patterns, write_style
from sdgassess.report.years.summary import (
    answered,
    asked_how,
    ends,
    from_to,
    in_short,
    notes,
    role,
    span,
)
from sdgassess.report.years.targets import write_targets
from sdgassess.text import number, one_line, width


def write_changes(told: YearsPage) -> None:
    """What stands lower and why, what stands higher, what is only better backed or unknown."""
    words, every = told.words, movers(told.years)
    lower = [one for one in every if one.direction is Direction.DOWN]
    higher = [one for one in every if one.direction is Direction.UP]
    _list(told, words("What stands lower"), lower)
    _list(told, words("What stands higher"), higher)
    _better_backed(told)
    _surprises(told)


def _list(told: YearsPage, title: str, questions: Sequence[Mover]) -> None:
    """Questions that moved one way, with their texts."""
    if not questions:
        return
    told.page.heading(title)
    if not told.linear:
        told.page.text(legend(told.words), "  ")
    if any(there.because and there.level is not None for there in _every_place(told, questions)):
        told.page.text(told.words("(2): asked otherwise then, and not compared"), "  ")
    for one in questions:
        _entry(told, one)


def _every_place(told: YearsPage, questions: Sequence[Mover]) -> Iterator[Standing]:
    """Where some questions stood, in every profile."""
    for one in questions:
        yield from told.years.paths[one.question]


def _entry(told: YearsPage, one: Mover) -> None:
    """One question: where it stood, since when it moved, the text of its level, and why."""
    page = told.page
    asked = told.years.question(one.question)
    since = "; ".join(steps_since(told, one))
    page.text(f"{one.question}  {told.path(one.question)}  ({since})", "  - ", strong=True)
    page.text(told.say(asked.text), "    ")
    level = told.years.paths[one.question][-1].level
    option = asked.option(level) if level is not None else None
    if option is not None:
        reached, text = number(option.value), told.say(option.text)
        page.text(told.words("Level {level}: {text}", level=reached, text=text), "    ")
    for said in one.explanations:
        page.text(why(told, said).sentence, "    ")
    if not one.explanations and one.direction is Direction.DOWN:
        page.text(unexplained(told), "    ")


def _better_backed(told: YearsPage) -> None:
    """What is answered as before and only better backed."""
    found = better_backed(told.years)
    if found:
        told.page.heading(told.words("Only better backed: the answers are the same"))
    for move in found:
        told.page.item(f"{move.question}  {backing(told, move)}")


def _surprises(told: YearsPage) -> None:
    """What is not known any more, and what is known now."""
    page, words, years = told.page, told.words, told.years
    gone, found = new_unknowns(years), now_known(years)
    if gone:
        page.heading(words("Not known any more"))
    for one in gone:
        who = who_knows(told, one)
        asked = f" {ask(told, who)}" if who else ""
        page.item(f"{one.question}  {unknown_now(told, one)}{asked}")
    if found:
        page.heading(words("Known now"))
    for one in found:
        page.item(f"{one.question}  {known_now(told, one)}")


def write_not_compared(told: YearsPage) -> None:
    """What could not be compared between first and last, by reason."""
    groups = not_compared(told)
    if groups:
        told.page.heading(not_compared_between(told))
    for reason, questions in groups:
        told.page.item(f"{reason}: {', '.join(questions)}")


def years_screen(told: YearsPage) -> list[Line]:
    """The whole page of several profiles."""
    told.page.title(span(told))
    told.page.text(asked_how(told))
    _columns(told)
    _warnings(told)
    if not told.across:
        _in_short(told)
        write_targets(told)
    write_factors(told)
    write_patterns(told)
    if told.across:
        write_differences(told)
    else:
        _year_by_year(told)
        write_changes(told)
    write_as_scored(told)
    if not told.across:
        write_not_compared(told)
    write_style(told)
    return told.page.lines


def _columns(told: YearsPage) -> None:
    """Each profile: when, how much was asked and answered, who was heard."""
    page, words, years = told.page, told.words, told.years
    places = range(len(years.columns))
    page.blank()
    heads = [told.head(place) for place in places]
    size = max(width(head) for head in heads)
    for place, head in zip(places, heads, strict=True):
        said = told.dotted.join(_column(told, place))
        if told.linear:
            page.text(f"{head}: {said}")
        else:
            page.pair(head, said, size, 0)
    if not told.years.roles_differ and any(years.roles):
        roles = ", ".join(role(told, one) for one in max(years.roles, key=len))
        page.text(words("Heard each time: {roles}", roles=roles))


def _column(told: YearsPage, place: int) -> Iterator[str]:
    """What is said of one profile."""
    words, years = told.words, told.years
    score = years.columns[place].score
    yield score.profile.date.isoformat()
    yield words(SCOPES[score.profile.scope])
    if len(years.versions) > 1:
        yield words("version {version}", version=one_line(score.questionnaire.version))
    yield answered(told, place)
    roles = ", ".join(role(told, one) for one in years.roles[place])
    if years.roles_differ or not roles:
        yield words("Heard: {roles}", roles=roles or words("nobody noted"))


def _warnings(told: YearsPage) -> None:
    """What to keep in mind: quick scans, other people, other versions."""
    found = tuple(notes(told))
    if found:
        told.page.blank()
    for note in found:
        told.page.warning(note.text)


def _in_short(told: YearsPage) -> None:
    """The counts, first against last."""
    told.page.heading(ends(told))
    for sentence in in_short(told):
        told.page.item(sentence)


def _year_by_year(told: YearsPage) -> None:
    """Each year against the one before it, in counts."""
    pairs = told.years.neighbours
    if len(pairs) == 1:
        return
    told.page.heading(told.words("From year to year"))
    for pair in pairs:
        told.page.item(from_to(told, pair))


def write_differences(told: YearsPage) -> None:
    """The questions that all answered alike: those at one level, then those at several."""
    years, page, words = told.years, told.page, told.page.words
    alike = [q for q in years.compared if len({one.level for one in years.paths[q]}) == 1]
    if alike:
        page.heading(words("All at the same level"))
        page.text(", ".join(f"{q} {told.mark(years.paths[q][0])}" for q in alike), "  ")
    apart = [question for question in years.compared if question not in alike]
    if apart:
        page.heading(words("At different levels"))
    for question in apart:
        marks = enumerate(years.paths[question])
        levels = told.dotted.join(f"{told.label(i)} {told.mark(one)}" for i, one in marks)
        page.item(f"{question}  {levels}")
        page.text(page.say(years.rules.questions[question].text), "    ")
    left = [question for question in years.paths if question not in years.compared]
    if left:
        page.heading(words("Not compared: not answered alike by all"))
        page.text(", ".join(left), "  ")
