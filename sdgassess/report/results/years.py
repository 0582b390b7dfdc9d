"""Several profiles side by side as one JSON document (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sdgassess.analysis.years.agreement import agreement, nearness
from sdgassess.analysis.years.behind import behind
from sdgassess.analysis.years.comparison import (
    Column,
    Pair,
    Summary,
    Years,
)
from sdgassess.analysis.years.counts import counts_of
from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.moves import explanations, new_unknowns, now_known
from sdgassess.analysis.years.targets import Aim, aims
from sdgassess.report.results.scores import json_number, subject_part
from sdgassess.report.results.targets import follow_up

Json = dict[str, Any]


def compare_result(years: Years, *, across: bool, left_out: Sequence[str] = ()) -> Json:
    """`sdgassess/compare/1`.

    Args:
        years: what is compared.
        across: whether the columns stand side by side, as municipalities or as assessments of
            several groups; then nothing is higher or lower.
        left_out: files of a folder that could not be read.
    """
    return {
        "format": "sdgassess/compare/1",
        "basis": years.columns[0].score.basis.value,
        "mode": _mode(years, across=across),
        "across": across and not years.together,
        "left_out": list(left_out),
        "columns": [_column(years, place) for place in range(len(years.columns))],
        "roles_differ": years.roles_differ,
        "questions": [_question(years, question, across=across) for question in years.paths],
        "factors": [_factor(years, factor, across=across) for factor in years.factors],
        "patterns": _patterns(years),
        "style": _style(years),
        "changes": [] if across else [_change(years, pair) for pair in years.neighbours],
        "summary": _across_summary(years) if across else _summary(years.first_to_last.summary),
        "targets": [] if across else [_target(years, aim) for aim in aims(years)],
        "new_unknowns": [] if across else [move.question for move in new_unknowns(years)],
        "now_known": [] if across else [move.question for move in now_known(years)],
        "agreement": _agreement(years, years.rules.questions) if years.together else None,
    }


def _mode(years: Years, *, across: bool) -> str:
    """How the columns stand to each other."""
    if years.together:
        return "together"
    return "across" if across else "years"


def _agreement(years: Years, questions: Iterable[str]) -> Json:
    """How far assessments agree on some questions."""
    agreeing = agreement(years, questions)
    kappa = None if agreeing.kappa is None else float(round(agreeing.kappa, 4))
    return {**agreeing._asdict(), "kappa": kappa}


def _column(years: Years, place: int) -> Json:
    """One profile; which roles were heard only with consent (model.md: Consent)."""
    column: Column = years.columns[place]
    profile = column.score.profile
    ref = profile.questionnaire
    return {
        "file": column.file,
        **subject_part(profile, column.score.questionnaire),
        "date": profile.date.isoformat(),
        "questionnaire": {"id": ref.id, "version": ref.version},
        "scope": profile.scope.value,
        "group": profile.group,
        "roles": list(years.roles[place]) if profile.consent else None,
    }


def _question(years: Years, question: str, *, across: bool) -> Json:
    """One question: its levels, and first against last."""
    path, move = years.paths[question], years.first_to_last.moves[question]
    row: Json = {
        "id": question,
        "levels": [json_number(standing.level) for standing in path],
        "counts": [count and count._asdict() for count in counts_of(years, question)],
        "apart": [standing.because.value if standing.because else None for standing in path],
    }
    if across:
        reasons = [standing.because.value for standing in path if standing.because]
        alike = len({standing.level for standing in path}) == 1
        change = "not-comparable" if reasons else "same" if alike else "different"
        if years.together:
            change = nearness(years, question).value
        because = reasons[0] if reasons else None
        return {**row, "change": change, "because": because, "better_backed": False, "steps": 0}
    return {
        **row,
        "change": move.direction.value,
        "because": move.reason,
        "better_backed": move.better_backed,
        "steps": move.steps,
        "approximate": move.approximate,
        "explained": _explained(years, question),
    }


def _explained(years: Years, question: str) -> list[Json]:
    """What the profiles say about why an answer differs."""
    return [
        {
            "column": remark.column,
            "about": remark.earlier,
            "change": remark.earlier_answer.change.value if remark.earlier_answer.change else None,
            "reason": remark.earlier_answer.reason,
        }
        for remark in explanations(years, question)
    ]


def _factor(years: Years, factor: FactorYears, *, across: bool) -> Json:
    """One factor: on the compared questions, and as scored then."""
    scores = (column.score for column in reversed(years.columns))
    owner = next(score for score in scores if factor.id in score.questionnaire.nodes)
    last = len(years.columns) - 1
    return {
        "id": factor.id,
        "title": dict(owner.questionnaire.nodes[factor.id].title.words),
        "parent": factor.parent,
        "depth": factor.depth,
        "levels": [json_number(level) for level in factor.levels],
        "levels_as_scored": [json_number(level) for level in factor.as_scored],
        "bands": [None if band is None else band.id for band in years.bands(factor)],
        "change": None if across else factor.between(0, last).value,
        "compared": list(factor.compared),
        "left_out": [
            {
                "question": omission.question,
                "because": omission.because.value,
                "columns": [*omission.columns],
            }
            for omission in factor.left_out
        ],
        "agreement": _agreement_within(years, factor.id) if years.together else None,
        "rules_changed": factor.rules_changed,
        "set_changed": factor.set_changed,
        "too_few": factor.too_few,
        "behind": [] if across or years.together else list(behind(years, factor)),
    }


def _agreement_within(years: Years, part: str) -> Json:
    """How far assessments agree on the questions of a part; of the newest version."""
    node = years.rules.nodes.get(part)
    return _agreement(years, [q.id for q in node.all_questions()] if node else [])


def _patterns(years: Years) -> list[Json]:
    """Each pattern as it was judged in each profile; null where it was not."""
    rows = []
    for pattern in years.rules.patterns:
        results = [
            next((result for result in column.score.patterns if result.id == pattern.id), None)
            for column in years.columns
        ]
        rows.append(
            {
                "id": pattern.id,
                "results": [result.result.value if result else None for result in results],
                "could_be": [
                    result.could_be.value if result and result.could_be else None
                    for result in results
                ],
            }
        )
    return rows


def _style(years: Years) -> list[Json]:
    """Each axis with its position in each profile."""
    return [
        {
            "axis": axis.id,
            "positions": [
                next((list(s.position) for s in column.score.style if s.axis == axis.id), [])
                for column in years.columns
            ],
        }
        for axis in years.rules.style
    ]


def _change(years: Years, pair: Pair) -> Json:
    """One year against the one before it; `from` and `to` are dates."""
    days = [column.score.profile.date.isoformat() for column in years.columns]
    return {
        "from": days[pair.earlier],
        "to": days[pair.later],
        "questions": {question: move.direction.value for question, move in pair.moves.items()},
        "summary": _summary(pair.summary),
    }


def _target(years: Years, aim: Aim) -> Json:
    """One pick of one year, and what the next one shows; `from` and `to` are dates."""
    days = [column.score.profile.date.isoformat() for column in years.columns]
    when = f"-{aim.when}" if aim.when else ""
    return {
        "from": days[aim.earlier],
        "to": days[aim.later],
        "question": aim.pick.question,
        "now": aim.question,
        "target": json_number(aim.target),
        "levels": [json_number(aim.before), json_number(aim.after)],
        "outcome": aim.outcome.value,
        "because": None if aim.because is None else f"{aim.because}{when}",
        "who": aim.pick.who,
        "by": aim.pick.by,
        "first_move": aim.pick.first_move,
        **follow_up(aim.pick),
    }


def _summary(summary: Summary) -> Json:
    """The counts."""
    return dict(summary._asdict())


def _across_summary(years: Years) -> Json:
    """The counts of municipalities side by side: same or not, never higher or lower."""
    alike = sum(len({standing.level for standing in years.paths[q]}) == 1 for q in years.compared)
    counted = len(years.compared)
    return {
        **dict.fromkeys(("up", "down", "steps_up", "steps_down", "better_backed")),
        "same": alike,
        "different": counted - alike,
        "not_comparable": len(years.paths) - counted,
        "asked": len(years.paths),
    }
