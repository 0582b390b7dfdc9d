"""The verbs that show what follows from a profile: score, explain, gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sdgassess.analysis.gaps import hold_against
from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.opening import Opened, note_warnings, open_profile, open_references
from sdgassess.cli.streams import columns, print_json, print_page
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.report import results
from sdgassess.report.explain_screen import explain_screen
from sdgassess.report.gaps_screen import GapReport, gaps_screen
from sdgassess.report.score_screen import score_screen
from sdgassess.scoring.score import Score, score
from sdgassess.scoring.sheet import Basis


@dataclass(frozen=True, slots=True)
class Asked:
    """What the three verbs have in common on the command line."""

    file: Path
    basis: str = "answered"
    questionnaire: Path | None = None
    lang: str | None = None
    as_json: bool = False


def run_score(asked: Asked) -> None:
    """Score a profile and show the screen or the JSON document."""
    opened, result = _scored(asked)
    if asked.as_json:
        print_json(results.score_result(result, opened.file))
        return
    print_page(score_screen(result, opened.words, columns()))


def run_explain(asked: Asked, about: str | None) -> None:
    """Explain a factor, question or pattern of a profile; everything where none is named.

    Raises:
        UsageRefused: the id is none of the questionnaire's; the nearest ones are named.
    """
    opened, result = _scored(asked)
    about = _known_id(opened, about)
    if asked.as_json:
        print_json(results.explain_result(result, opened.file, about))
        return
    print_page(explain_screen(result, opened.words, columns(), about))


def run_gaps(asked: Asked, against: Sequence[str]) -> None:
    """Hold a profile against references and show what to choose from."""
    opened, result = _scored(asked)
    report = gap_report(result, opened, against)
    if asked.as_json:
        print_json(results.gaps_result(report, opened.file, opened.words.language))
        return
    print_page(gaps_screen(report, opened.words, columns(), every_point=bool(against)))


def _scored(asked: Asked) -> tuple[Opened, Score]:
    """The profile opened and scored; its warnings are counted on standard error."""
    opened = open_profile(asked.file, asked.questionnaire, asked.lang)
    note_warnings(opened)
    return opened, score(opened.questionnaire, opened.profile, Basis(asked.basis))


def gap_report(result: Score, opened: Opened, against: Sequence[str]) -> GapReport:
    """A score held against references, with the priorities that follow from it."""
    references = open_references(against, opened)
    held = tuple(hold_against(result, reference) for reference in references)
    return GapReport(result, held, prioritise(result))


def _known_id(opened: Opened, about: str | None) -> str | None:
    """An id of the questionnaire, in whatever case it was typed."""
    if about is None:
        return None
    rules = opened.questionnaire
    known = [*rules.nodes, *rules.questions, *(pattern.id for pattern in rules.patterns)]
    found = next((name for name in known if name.lower() == about.lower()), None)
    if found is None:
        from difflib import get_close_matches  # noqa: PLC0415 - only for a slip of the finger

        near = get_close_matches(about.upper(), known, 3) or get_close_matches(about, known, 3)
        facts: dict[str, Fact] = {"id": about, "near": tuple(near or list(rules.factors))}
        raise UsageRefused(Problem("P506", Where(), facts))
    return found
