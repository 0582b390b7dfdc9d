"""What becomes of a profile when the room's picks and judgements are recorded.

Codes: P156 no day that can be · P530 as many are picked as can be · P531 not a question · P532 the
target is not ahead · P533 no target follows without a level · P534 not on the scale · P535 no
rules for priorities · P537 not picked · P538 a day that is still ahead.
"""

from __future__ import annotations

import datetime as dt
from difflib import get_close_matches

from sdgassess.analysis.picks import (
    NoTarget,
    is_past,
    pick_of,
    pick_with_target,
    with_judgement,
    with_pick,
    without_judgement,
    without_picks,
)
from sdgassess.cli.naming import refuse_far_off
from sdgassess.cli.opening import OpenProfile
from sdgassess.cli.verbs.target.request import FollowUp, Plan, Request, judgement_of
from sdgassess.files.build.values import level_among, plain, scale_words
from sdgassess.model.days import EARLIEST_YEAR
from sdgassess.model.profile import PickStatus, Priority, Profile
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.scoring.score import Score, score
from sdgassess.text import cleaned
from sdgassess.typed.dates import date_typed, no_such_day
from sdgassess.typed.keys import whole_typed


def profile_after(opened: OpenProfile, request: Request, today: dt.date) -> Profile:
    """The profile as it shall be; picks and judgements only, never an answer or the status.

    Args:
        opened: the profile as it stands.
        request: what is to be done, its options known to go together.
        today: the day on which it is said; nothing was done on a later one.

    Raises:
        UsageRefused: what is asked for cannot be; the problem says why and what helps.
    """
    profile, rules = opened.profile, opened.questionnaire
    question = None if request.question is None else question_named(rules, request.question)
    if request.clear:
        profile = without_picks(profile, question)
    if request.clear_judgement:
        profile = without_judgement(profile, question)
    if question is not None and request.judges:
        profile = with_judgement(profile, question, judgement_of(request.view))
    if question is not None and request.picks:
        _refuse_one_more(opened, question)
        pick = _pick(score(rules, opened.profile), question, request.plan)
        profile = with_pick(profile, _with_plan(pick, request.plan))
    if question is not None and request.follows_up:
        pick = _followed_up(opened, profile, question, request.follow_up)
        if pick.on is not None:
            refuse_far_off(pick.on.isoformat(), EARLIEST_YEAR, today)
            _refuse_ahead(pick.on, today)
        profile = with_pick(profile, pick)
    return profile


def question_named(rules: Questionnaire, word: str) -> str:
    """The question that is meant, in whatever case it is typed.

    Raises:
        UsageRefused: there is none; the near ones are named, or those of the part that was named.
    """
    ids = {question.lower(): question for question in rules.questions}
    if word.lower() in ids:
        return ids[word.lower()]
    node = next((node for node in rules.nodes.values() if node.id.lower() == word.lower()), None)
    if node is not None:
        near = tuple(question.id for question in node.all_questions())
        raise UsageRefused(Problem("P531", Where(), {"id": node.id, "near": near}))
    near = tuple(ids[name] for name in get_close_matches(word.lower(), ids, 4))
    facts: dict[str, Fact] = {"id": word, "near": near or tuple(rules.factors)}
    raise UsageRefused(Problem("P506" if near else "P531", Where(), facts))


def _refuse_one_more(opened: OpenProfile, question: str) -> None:
    """No more than the questionnaire says can be picked, three in ours (model.md: Priorities)."""
    rules, profile = opened.questionnaire.priorities, opened.profile
    where = Where(opened.file)
    if rules is None:
        facts: dict[str, Fact] = {"questionnaire": opened.questionnaire.id}
        raise UsageRefused(Problem("P535", where, facts))
    picked = tuple(pick.question for pick in profile.priorities if not is_past(pick))
    if pick_of(profile, question) is None and len(picked) >= rules.picks:
        command = f"sdgassess target {opened.typed} {picked[-1]} --clear"
        facts = {"picked": picked, "most": rules.picks, "command": command}
        raise UsageRefused(Problem("P530", where, facts))


def _pick(result: Score, question: str, plan: Plan) -> Priority:
    """The question as a pick, with the target that was named or the next worth having."""
    before = pick_of(result.profile, question)
    if plan.to is not None:
        target = _target(result, question, plan.to)
        return (before or Priority(question))._replace(target=target)
    pick = pick_with_target(result, question, before)
    if isinstance(pick, Priority):
        return pick
    if pick is NoTarget.AT_THE_TOP:
        raise UsageRefused(Problem("P532", Where(), {"id": question, "why": "top"}))
    rules = result.questionnaire.priorities
    least = plain(rules.lowest_target) if rules else ""
    raise UsageRefused(Problem("P533", Where(), {"id": question, "least": least}))


def _target(result: Score, question: str, word: str) -> Level:
    """A target: on the question's scale, worth having, and above where it stands."""
    options, rules = result.questionnaire.questions[question].options, result.questionnaire
    number = whole_typed(word)
    target = level_among(options, word if number is None else number)
    level = result.level(question)
    facts: dict[str, Fact] = {"id": question, "level": word, "scale": scale_words(options)}
    if target is None:
        raise UsageRefused(Problem("P534", Where(), facts))
    if rules.priorities and target < rules.priorities.lowest_target:
        facts["least"] = plain(rules.priorities.lowest_target)
        raise UsageRefused(Problem("P116", Where(), facts))
    if level is not None and target <= level:
        facts["here"] = plain(level)
        raise UsageRefused(Problem("P532", Where(), facts))
    return target


def _with_plan(pick: Priority, plan: Plan) -> Priority:
    """The pick with who, by when, the first move and its sign, as far as they were named."""
    if plan.who is not None:
        pick = pick._replace(who=cleaned(plan.who).strip() or None)
    if plan.by is not None:
        pick = pick._replace(by=_by(cleaned(plan.by).strip()) or None)
    if plan.first_move is not None:
        pick = pick._replace(first_move=cleaned(plan.first_move).strip() or None)
    if plan.known_by is not None:
        pick = pick._replace(known_by=cleaned(plan.known_by).strip() or None)
    return pick


def _followed_up(
    opened: OpenProfile, profile: Profile, question: str, follow_up: FollowUp
) -> Priority:
    """The pick with what became of it; target, who and by when stay as they were agreed.

    Raises:
        UsageRefused: the question is not picked (P537), or the day is none (P110).
    """
    pick = pick_of(profile, question)
    if pick is None:
        command = f"sdgassess target {opened.typed} {question}"
        facts: dict[str, Fact] = {"id": question, "command": command}
        raise UsageRefused(Problem("P537", Where(opened.file), facts))
    if follow_up.done:
        day = date_typed(follow_up.done)
        if day is None:
            raise UsageRefused(Problem("P110", Where(), {"found": follow_up.done}))
        return pick._replace(status=PickStatus.DONE, on=day, because=None)
    reason = cleaned(follow_up.dropped or "").strip()
    if reason:
        return pick._replace(status=PickStatus.DROPPED, on=None, because=reason)
    return pick._replace(status=None, on=None, because=None)


def _refuse_ahead(day: dt.date, today: dt.date) -> None:
    """Refuse a day that is still ahead as the one on which something was done (P538)."""
    if day > today:
        raise UsageRefused(Problem("P538", Where(), {"date": day.isoformat()}))


def _by(text: str) -> str:
    """Until when: any words; a day is kept as files write it, and must be in the calendar."""
    if no_such_day(text):
        raise UsageRefused(Problem("P110", Where(), {"found": text}))
    day = date_typed(text)
    return text if day is None else day.isoformat()
