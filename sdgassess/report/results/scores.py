"""Results as JSON values for other programs; the shapes are kept (`docs/json.md`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdgassess.analysis.candidates import Candidate, Reason
from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import PointGap, ReferenceComparison, Verdict
from sdgassess.analysis.own_way import OwnWay
from sdgassess.model.condition import subjects
from sdgassess.model.node import Node
from sdgassess.model.profile import Profile
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import ANY_SUBJECT, MUNICIPALITY, Questionnaire
from sdgassess.phrases.patterns import risk_sentence
from sdgassess.phrases.quotes import translation_of
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.disclosure import disclosure, sources_to_tell
from sdgassess.scoring.evaluation import NodeResult, band_of
from sdgassess.scoring.explain import Raise, cheapest_raise
from sdgassess.scoring.firmness import Resting, rests_on
from sdgassess.scoring.patterns import PatternResult
from sdgassess.scoring.score import Score, answered_of, unanswered
from sdgassess.scoring.style import StyleResult
from sdgassess.text import exact

Json = dict[str, Any]


def json_number(level: Level | None) -> int | float | str | None:
    """A level as a JSON number; as text, `1/3`, where no decimal holds it."""
    if level is None:
        return None
    if level.denominator == 1:
        return level.numerator
    digits = exact(level)
    return digits if "/" in digits else float(level)


def score_result(score: Score, file: str, language: str) -> Json:
    """`sdgassess/score/1`; texts are in the language asked for."""
    resting = rests_on(score)
    return {
        "format": "sdgassess/score/1",
        **result_head(score, file),
        "assumed": {key: json_number(level) for key, level in score.assumed.items()},
        "sealed": score.sealed,
        **dict(zip(("answered", "applicable"), answered_of(score), strict=True)),
        "not_heard": [
            {"role": hearing.role, "units": hearing.units} for hearing in score.not_heard
        ],
        "factors": [_node(score, result, resting) for result in score.factors.values()],
        "tiers": [_node(score, result, resting) for result in score.tiers.values()],
        "patterns": [_pattern(score, result, language) for result in score.patterns],
        "style": [_style(result) for result in score.style],
    }


def score_if_result(
    today: Score, supposed: Score, levels: Mapping[str, Level], file: str, language: str
) -> Json:
    """`sdgassess/score/1` as it would be, with what was supposed and where parts stand today.

    Args:
        today: the score as it is.
        supposed: the score as it would be.
        levels: what was supposed, by question.
        file: the profile's name.
        language: the language of its texts.
    """
    result = score_result(supposed, file, language)
    result["assumed"] |= {question: json_number(level) for question, level in levels.items()}
    standing = {**today.factors, **today.tiers}
    for part in (*result["factors"], *result["tiers"]):
        before = standing.get(part["id"])
        part["now"] = None if before is None else json_number(before.level)
    risks = {pattern.id: pattern.result.value for pattern in today.patterns}
    for pattern in result["patterns"]:
        pattern["now"] = risks[pattern["id"]]
    return result


def explain_result(score: Score, file: str, about: str | None, language: str) -> Json:
    """`sdgassess/explain/1`: the parts asked about, with every question and the way up."""
    nodes = list(score.questionnaire.nodes)
    patterns = [r for r in score.patterns if about in (None, r.id)]
    if about in {result.id for result in score.patterns}:
        nodes = []
    elif about is not None and about in score.questionnaire.nodes:
        nodes = [about]
    elif about is not None and about in score.questions:
        nodes = [score.questionnaire.factor_of[about].id]
    resting = rests_on(score)
    return {
        "format": "sdgassess/explain/1",
        **result_head(score, file),
        "about": about,
        "factors": [
            _explained(score, key, about, resting) for key in nodes if key in score.factors
        ],
        "tiers": [
            _explained_tier(score.tiers[key], score, resting)
            for key in nodes
            if key in score.tiers
        ],
        "unscored": [
            _unscored(score, node, about)
            for key in nodes
            if (node := score.questionnaire.nodes[key]).roll_up is None and node.questions
        ],
        "patterns": [_pattern(score, result, language) for result in patterns],
    }


def gaps_result(report: GapReport, file: str, language: str) -> Json:
    """`sdgassess/gaps/1`; texts are in the language asked for."""
    priorities = report.priorities
    return {
        "format": "sdgassess/gaps/1",
        **result_head(report.score, file),
        "own_way": _own_way(report.own_way),
        "against": [_against(against) for against in report.against],
        "points": [_point(gap, language) for against in report.against for gap in against.points],
        "style": [
            {
                "reference": likeness.reference,
                "axis": likeness.axis,
                "theirs": list(likeness.theirs),
                "ours": list(likeness.ours),
                "same": likeness.same,
                "partly": likeness.partly,
            }
            for against in report.against
            for likeness in against.style
        ],
        "candidates": [_candidate(c, language) for c in priorities.candidates],
        "equal": [list(questions) for questions in priorities.equal],
        "either": [list(questions) for questions in priorities.either],
        "priorities": [candidate.question for candidate in priorities.chosen],
        "picked": priorities.picked,
        "reached": [candidate.question for candidate in priorities.chosen if candidate.is_reached],
        "not_now": list(priorities.not_now),
        "keep": list(priorities.keep),
        "discuss": list(priorities.discuss),
        "find_evidence": list(priorities.find_evidence),
    }


def result_head(score: Score, file: str) -> Json:
    """What every result says first."""
    profile = score.profile
    return {
        "profile": {
            "file": file,
            **subject_part(profile, score.questionnaire),
            "date": profile.date.isoformat(),
        },
        "questionnaire": {"id": score.questionnaire.id, "version": score.questionnaire.version},
        "scope": profile.scope.value,
        "basis": score.basis.value,
    }


def has_backing(score: Score) -> bool:
    """Whether the questionnaire says what backs an answer; without it nothing is backed."""
    return score.questionnaire.backing is not None


def subject_part(profile: Profile, questionnaire: Questionnaire) -> Json:
    """Who was assessed; `municipality` is null where something else is assessed."""
    place, assesses = profile.municipality, questionnaire.assesses
    kind = assesses.id if assesses else ANY_SUBJECT
    return {
        "municipality": place.name if kind == MUNICIPALITY else None,
        "subject": {
            "name": place.name,
            "kind": kind,
            "country": place.country,
            "code": place.code,
        },
    }


def _strong(score: Score, result: NodeResult) -> Json | None:
    """How many questions stand at the declared level or above; null where none is declared."""
    least = score.questionnaire.strong_from
    return None if least is None else {"from": json_number(least), "count": result.strong}


def _node(score: Score, result: NodeResult, resting: Resting) -> Json:
    """A factor or a tier above the factors."""
    rolled = result.rolled
    node = score.questionnaire.nodes[result.id]
    return {
        "id": result.id,
        "title": dict(node.title.words),
        "parent": result.parent,
        "depth": result.depth,
        "status": rolled.status.value,
        "level": json_number(result.level),
        "raw_level": json_number(rolled.level),
        "answered_level": json_number(result.answered_level),
        "backed_level": json_number(result.backed_level) if has_backing(score) else None,
        "interval": [json_number(rolled.interval[0]), json_number(rolled.interval[1])],
        "answered": rolled.answered,
        "applicable": rolled.applicable,
        "questions" if node.questions else "parts": {
            key: json_number(level) for key, level in result.levels.items()
        },
        "added": {key: json_number(level) for key, level in result.levels.items()},
        "strong": _strong(score, result),
        "core_only": rolled.core_only,
        "inside_view": result.id in score.inside_view,
        "band": _band(score, result),
        "held_back_by": list(rolled.capped_by),
        "gate": _gate(result),
        "firm": not resting[result.id] if result.id in resting else None,
        "rests_on": list(resting.get(result.id, ())),
    }


def _band(score: Score, result: NodeResult) -> str | None:
    """The id of the named range that a part's level lies in, or null."""
    band = band_of(score.questionnaire, result)
    return None if band is None else band.id


def _gate(result: NodeResult) -> Json | None:
    """The gate that caps a factor, or null."""
    gate = result.gate
    if gate is None:
        return None
    return {
        "id": gate.id,
        "capped_to": json_number(gate.capped_to),
        "because": {key: json_number(level) for key, level in gate.inputs.items()},
        "unknown": list(gate.unknown),
    }


def _pattern(score: Score, result: PatternResult, language: str) -> Json:
    """One pattern: the risk, what points to it, and the sentences that hold."""
    graver = score.graver(result)
    sentence = risk_sentence(score, result)
    return {
        "id": result.id,
        "result": result.result.value,
        "could_be": result.could_be.value if result.could_be else None,
        "triggered": list(result.triggered),
        "unknown": list(result.unknown),
        "says": sentence.in_language(language)[0] if sentence is not None else None,
        "clauses": [
            {
                "id": " ".join(dict.fromkeys(subject.id for subject in subjects(clause.when))),
                "text": clause.text.in_language(language)[0],
            }
            for clause in result.clauses
        ],
        "yields_to": graver.id if graver is not None else None,
    }


def _style(result: StyleResult) -> Json:
    """One axis."""
    return {
        "axis": result.axis,
        "position": list(result.position),
        "items": dict(result.items),
        "watch": list(result.watch),
    }


def _explained(score: Score, factor: str, about: str | None, resting: Resting) -> Json:
    """A factor with every question's values and the cheapest way up."""
    result = score.factors[factor]
    way = cheapest_raise(score, factor)
    questions = [about] if about and about in score.questions else list(result.levels)
    return {
        **_node(score, result, resting),
        "middle": json_number(result.rolled.middle),
        "cap": json_number(result.rolled.cap),
        "answers": [_answer(score, question) for question in questions],
        "open": list(unanswered(score, factor)),
        "cheapest_raise": _way_up(way),
    }


def _way_up(way: Raise | None) -> Json | None:
    """The cheapest steps up, or null."""
    if way is None:
        return None
    return {
        "to": json_number(way.target),
        "steps": way.steps,
        "moves": {q: [json_number(a), json_number(b)] for q, (a, b) in way.moves.items()},
    }


def _explained_tier(result: NodeResult, score: Score, resting: Resting) -> Json:
    """A part above others with its computation."""
    rolled = result.rolled
    return {
        **_node(score, result, resting),
        "middle": json_number(rolled.middle),
        "cap": json_number(rolled.cap),
        "open": list(unanswered(score, result.id)),
        "cheapest_raise": _way_up(cheapest_raise(score, result.id)),
    }


def _unscored(score: Score, node: Node, about: str | None) -> Json:
    """A part that is not rolled up, with its answers."""
    questions = [question.id for question in node.asked if question.id in score.questions]
    return {
        "id": node.id,
        "title": dict(node.title.words),
        "answers": [_answer(score, q) for q in questions if about in (None, node.id, q)],
    }


def _answer(score: Score, question: str) -> Json:
    """One question's values; by role only where roles may be named."""
    result = score.questions[question]
    shown = disclosure(score.profile, result)
    values = shown.values or {}
    by_role = {role: json_number(v) for role, v in values.items()} if shown.by_role else None
    return {
        "id": question,
        "state": result.state.value if result.state else None,
        "answered": json_number(result.answered),
        "backed": json_number(result.backed) if has_backing(score) else None,
        "by_role": by_role,
        "spread": json_number(result.spread) if shown.tells_spread else None,
        "range": _range(result) if shown.voices else None,
        "disagreement": result.disagreement,
        "evidence": result.evidence.value if result.evidence else None,
        "sources": sources_to_tell(score.profile, result),
    }


def _range(result: QuestionResult) -> Json | None:
    """From where to where the voices go, or null."""
    ends = result.voice_range
    return None if ends is None else {"low": json_number(ends.low), "high": json_number(ends.high)}


def _own_way(way: OwnWay | None) -> Json | None:
    """One's own way of working with its conditions, or null."""
    if way is None:
        return None
    return {
        "reference": way.reference.id,
        "conditions": len(way.conditions),
        "in_place": len(way.in_place),
        "missing": [gap.question for gap in way.missing],
        "unknown": [gap.question for gap in way.unsettled],
        "not_applicable": [gap.question for gap in way.not_applicable],
    }


def _against(against: ReferenceComparison) -> Json:
    """The counts of one reference."""
    return {
        "id": against.reference.id,
        "kind": against.reference.kind.value,
        "points": len(against.points),
        "comparable": against.comparable,
        "met": len(against.having(Verdict.MET)),
        "below": len(against.having(Verdict.BELOW)),
        "context": len(against.having(Verdict.CONTEXT)),
        "another_way": len(against.having(Verdict.ANOTHER_WAY)),
        "steps": against.steps,
    }


def _point(gap: PointGap, language: str) -> Json:
    """One point of one reference; `gloss` is our translation of its quote."""
    return {
        "reference": gap.reference,
        "question": None if gap.of_part else gap.question,
        "part": gap.question if gap.of_part else None,
        "at_least": json_number(gap.point.at_least),
        "at_most": json_number(gap.point.at_most),
        "level": json_number(gap.level),
        "verdict": gap.verdict.value,
        "steps": gap.steps,
        "confidence": gap.point.confidence.value if gap.point.confidence else None,
        "quote": gap.point.quote,
        "gloss": translation_of(gap.point.quote, gap.point.gloss, language),
        "source": gap.point.source,
    }


def _candidate(candidate: Candidate, language: str) -> Json:
    """One candidate."""
    step = candidate.step
    return {
        "question": candidate.question,
        "rank": candidate.rank,
        "first_needs": candidate.first_needs,
        "from": json_number(candidate.level),
        "to": json_number(candidate.target),
        "reasons": [_reason(reason) for reason in candidate.reasons],
        "step": step.text.in_language(language)[0] if step else None,
        "source": [quote.source for quote in step.quotes] if step else [],
    }


def _reason(reason: Reason) -> Json:
    """One reason."""
    return {
        "kind": reason.kind.value,
        "about": reason.about or None,
        "from": json_number(reason.level),
        "to": json_number(reason.to),
    }
