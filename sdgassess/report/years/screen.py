"""Several profiles on a terminal: in short, picks, factors, risks, changes in words and style."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.counts import counted
from sdgassess.analysis.years.moves import (
    Mover,
    better_backed,
    movers,
    new_unknowns,
    now_known,
)
from sdgassess.analysis.years.questions import Direction
from sdgassess.analysis.years.targets import Aim, aims
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.numbers import written_number
from sdgassess.phrases.levels import SCOPES, legend
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.heat_table import write_as_scored, write_factors
from sdgassess.report.years.move_phrases import (
    backing,
    count_path,
    newly_known,
    no_longer_known,
    not_compared,
    not_compared_title,
    outcome_line,
    picks_title,
    steps_since,
    unexplained,
    who_knows,
    whom_to_ask,
    why,
)
from sdgassess.report.years.patterns import ever_present, never_present, style_over_years
from sdgassess.report.years.summary import (
    alike,
    answered_count,
    in_short,
    in_short_title,
    notes,
    pair_counts,
    questionnaire_and_basis,
    role_name,
    span,
)
from sdgassess.report.years.together import write_agreement, write_nearness
from sdgassess.text import one_line, width


def years_screen(edition: YearsEdition, columns: int) -> list[Line]:
    """The whole page of several profiles.

    Args:
        edition: the profiles side by side.
        columns: how wide the terminal is.
    """
    page = Page(edition.words, columns)
    page.title(span(edition))
    page.text(questionnaire_and_basis(edition))
    _profiles(page, edition)
    _warnings(page, edition)
    if edition.together:
        write_agreement(page, edition)
    elif not edition.across:
        _in_short(page, edition)
        write_targets(page, edition)
    write_factors(page, edition)
    _patterns(page, edition)
    if edition.together:
        write_nearness(page, edition)
    elif edition.across:
        _differences(page, edition)
    else:
        _year_by_year(page, edition)
        _changes(page, edition)
    write_as_scored(page, edition)
    if not edition.across:
        _not_compared(page, edition)
    _style(page, edition)
    return page.lines


def _profiles(page: Page, edition: YearsEdition) -> None:
    """Each profile: when, how much was asked and answered, who was heard."""
    years = edition.years
    page.blank()
    heads = [edition.head(column) for column in range(len(years.columns))]
    size = max(width(head) for head in heads)
    for column, head in enumerate(heads):
        facts = edition.separator.join(_profile(edition, column))
        if edition.linear:
            page.text(f"{head}: {facts}")
        else:
            page.pair(head, facts, size, 0)
    if not years.roles_differ and any(years.roles):
        roles = ", ".join(role_name(edition, role) for role in max(years.roles, key=len))
        page.text(edition.words("Heard each time: {roles}", roles=roles))


def _profile(edition: YearsEdition, column: int) -> Iterator[str]:
    """What is said of one profile."""
    words, years = edition.words, edition.years
    score = years.columns[column].score
    yield score.profile.date.isoformat()
    yield words(SCOPES[score.profile.scope])
    if len(years.versions) > 1:
        yield words("version {version}", version=one_line(score.questionnaire.version))
    yield answered_count(edition, column)
    roles = ", ".join(role_name(edition, role) for role in years.roles[column])
    if years.roles_differ or not roles:
        yield words("Heard: {roles}", roles=roles or words("nobody noted"))


def _warnings(page: Page, edition: YearsEdition) -> None:
    """What to keep in mind: quick scans, other people, other versions."""
    warnings = tuple(notes(edition))
    if warnings:
        page.blank()
    for note in warnings:
        page.warning(note.text)


def _in_short(page: Page, edition: YearsEdition) -> None:
    """The counts, first against last."""
    page.heading(in_short_title(edition))
    for sentence in in_short(edition):
        page.item(sentence)


def write_targets(page: Page, edition: YearsEdition) -> None:
    """Each year's picks and what came of them; nothing where nothing was picked."""
    picked = aims(edition.years)
    for column in dict.fromkeys(aim.earlier for aim in picked):
        page.heading(picks_title(edition, column))
        for aim in picked:
            if aim.earlier == column:
                _pick(page, edition, aim)


def _pick(page: Page, edition: YearsEdition, aim: Aim) -> None:
    """One pick: what came of it, the question, who and by when."""
    words, rules = edition.words, edition.years.columns[aim.earlier].score.questionnaire
    page.text(outcome_line(edition, aim), "  - ", strong=True)
    page.text(edition.line(rules.questions[aim.pick.question].text), "    ")
    notes = ((words("Who"), aim.pick.who), (words("By when"), aim.pick.by))
    agreed = edition.separator.join(f"{label}: {one_line(text)}" for label, text in notes if text)
    if agreed:
        page.text(agreed, "    ")


def _patterns(page: Page, edition: YearsEdition) -> None:
    """Each pattern that was at medium or high in any of the profiles."""
    if not edition.years.rules.patterns:
        return
    page.heading(edition.words("Risk patterns, as judged then"))
    present = ever_present(edition)
    for pattern in present:
        lead = f"{pattern.name} ({pattern.id}): {pattern.risks}."
        page.item(" ".join((lead, *pattern.since)))
    if rest := never_present(edition):
        page.item(rest)


def _differences(page: Page, edition: YearsEdition) -> None:
    """The questions that all answered alike: those at one level, then those at several."""
    words, years, same = edition.words, edition.years, alike(edition)
    if same:
        page.heading(words("All at the same level"))
        marks = (f"{question} {edition.mark_of(years.paths[question][0])}" for question in same)
        page.text(", ".join(marks), "  ")
    different = [question for question in years.compared if question not in same]
    if different:
        page.heading(words("At different levels"))
    for question in different:
        levels = edition.separator.join(
            f"{edition.label(column)} {edition.mark_of(standing)}"
            for column, standing in enumerate(years.paths[question])
        )
        page.item(f"{question}  {levels}")
        page.text(edition.line(years.rules.questions[question].text), "    ")
    not_comparable = [question for question in years.paths if question not in years.compared]
    if not_comparable:
        page.heading(words("Not compared: not answered alike by all"))
        page.text(", ".join(not_comparable), "  ")


def _year_by_year(page: Page, edition: YearsEdition) -> None:
    """Each year against the one before it, in counts."""
    pairs = edition.years.neighbours
    if len(pairs) == 1:
        return
    page.heading(edition.words("From year to year"))
    for pair in pairs:
        page.item(pair_counts(edition, pair))


def _changes(page: Page, edition: YearsEdition) -> None:
    """What stands lower and why, what stands higher, what is only better backed or unknown."""
    words, questions = edition.words, movers(edition.years)
    lower = [mover for mover in questions if mover.direction is Direction.DOWN]
    higher = [mover for mover in questions if mover.direction is Direction.UP]
    _movers(page, edition, words("What stands lower"), lower)
    _movers(page, edition, words("What stands higher"), higher)
    _better_backed(page, edition)
    _counted(page, edition)
    _surprises(page, edition)


def _movers(page: Page, edition: YearsEdition, title: str, questions: Sequence[Mover]) -> None:
    """Questions that moved one way, with their texts."""
    if not questions:
        return
    page.heading(title)
    if not edition.linear:
        page.text(legend(edition.words), "  ")
    paths = (edition.years.paths[mover.question] for mover in questions)
    standings = (standing for path in paths for standing in path)
    if any(standing.because and standing.level is not None for standing in standings):
        page.text(edition.words("(2): a level that is not compared"), "  ")
    for mover in questions:
        _mover(page, edition, mover)


def _mover(page: Page, edition: YearsEdition, mover: Mover) -> None:
    """One question: where it stood, since when it moved, the text of its level, and why."""
    id_, rules = mover.question, edition.years.question(mover.question)
    steps = "; ".join(steps_since(edition, mover))
    page.text(f"{id_}  {edition.path(id_)}  ({steps})", "  - ", strong=True)
    page.text(edition.line(rules.text), "    ")
    level = edition.years.paths[id_][-1].level
    last = len(edition.years.columns) - 1
    option = edition.answer(id_, level, last) if level is not None else None
    if option is not None:
        reached, text = written_number(option.value, page.words), edition.line(option.text)
        page.text(edition.words("Level {level}: {text}", level=reached, text=text), "    ")
    for explanation in mover.explanations:
        page.text(why(edition, explanation).sentence, "    ")
    if not mover.explanations and mover.direction is Direction.DOWN:
        page.text(unexplained(edition), "    ")


def _better_backed(page: Page, edition: YearsEdition) -> None:
    """What is answered as before and only better backed."""
    moves = better_backed(edition.years)
    if moves:
        page.heading(edition.words("Only better backed: the answers are the same"))
    for move in moves:
        page.item(f"{move.question}  {backing(edition, move)}")


def _counted(page: Page, edition: YearsEdition) -> None:
    """How many of how many over the years, beside answers that a count was noted with."""
    counts = counted(edition.years)
    if counts:
        page.heading(edition.words("Counted beside the answers; no level counts it"))
    for question, path in counts.items():
        page.item(f"{question} {count_path(edition, path)}")


def _surprises(page: Page, edition: YearsEdition) -> None:
    """What is not known any more, and what is known now."""
    words, years = edition.words, edition.years
    lost, learned = new_unknowns(years), now_known(years)
    if lost:
        page.heading(words("Not known any more"))
    for surprise in lost:
        who = who_knows(edition, surprise)
        advice = f" {whom_to_ask(edition, who)}" if who else ""
        page.item(f"{surprise.question}  {no_longer_known(edition, surprise)}{advice}")
    if learned:
        page.heading(words("Known now"))
    for surprise in learned:
        page.item(f"{surprise.question}  {newly_known(edition, surprise)}")


def _not_compared(page: Page, edition: YearsEdition) -> None:
    """What could not be compared between first and last, by reason."""
    groups = not_compared(edition)
    if groups:
        page.heading(not_compared_title(edition))
    for reason, questions in groups:
        page.item(f"{reason}: {', '.join(questions)}")


def _style(page: Page, edition: YearsEdition) -> None:
    """Where each axis stood; style is never good or bad, and so is a change of it."""
    axes = style_over_years(edition)
    if axes:
        page.heading(edition.words("Style (never good or bad)"))
    for title, positions in axes:
        page.item(f"{title}: {positions}")
