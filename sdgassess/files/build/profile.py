"""A profile: from checked tree to model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar

from sdgassess.files.build.question import optional_level, words
from sdgassess.files.build.values import code_of, date_of, period_of
from sdgassess.model.profile import (
    Agreement,
    Amendment,
    Answer,
    ContextAnswer,
    Count,
    EarlierAnswer,
    Evidence,
    EvidenceKind,
    Judgement,
    Municipality,
    Origin,
    ParkedAnswer,
    Participant,
    PersonConsent,
    PickStatus,
    Priority,
    Profile,
    QuestionnaireRef,
    Returned,
    Scope,
    State,
    Status,
    StyleAnswer,
    UnmappedAnswer,
    Voice,
    WasChange,
    Weight,
)

Tree = Mapping[str, Any]
T = TypeVar("T")


@lru_cache(maxsize=8192, typed=True)
def _first(value: Any) -> Any:
    """The first of equal values."""
    return value


def _one(value: T) -> T:
    """The first of equal values, so that thousands of profiles hold it once among them."""
    first: T = _first(value)
    return first


def build_profile(tree: Tree) -> Profile:
    """Build a profile from a tree that has been checked."""
    status, consent, origin = tree.get("status"), tree.get("consent", {}), tree.get("from")
    subject = "subject" in tree
    return Profile(
        municipality=_municipality(tree["subject" if subject else "municipality"]),
        date=_date(tree["date"]),
        questionnaire=QuestionnaireRef(**tree["questionnaire"]),
        answers={key: build_answer(answer) for key, answer in tree["answers"].items()},
        scope=Scope(tree.get("scope", Scope.FULL)),
        language=tree.get("language"),
        status=Status(status) if status else None,
        consent=consent.get("by-role"),
        participants=tuple(_participant(person) for person in tree.get("participants", ())),
        units_covered=tuple(str(unit) for unit in tree.get("units-covered", ())),
        origin=Origin(origin["file"], date_of(origin.get("date"))) if origin else None,
        context={key: _context(value) for key, value in tree.get("context", {}).items()},
        style={key: _style(value) for key, value in tree.get("style", {}).items()},
        judgement={key: _judgement(judged) for key, judged in tree.get("judgement", {}).items()},
        priorities=tuple(_priority(pick) for pick in tree.get("priorities", ())),
        parked={
            key: ParkedAnswer(build_answer(answer), answer["because"])
            for key, answer in tree.get("parked", {}).items()
        },
        unmapped={
            key: UnmappedAnswer(build_answer(answer), QuestionnaireRef(**answer["questionnaire"]))
            for key, answer in tree.get("unmapped", {}).items()
        },
        amended_because=tuple(_amendment(entry) for entry in tree.get("amended-because", ())),
        group=tree.get("group"),
        network_consent=consent.get("network"),
        subject=subject,
    )


def build_answer(tree: Tree) -> Answer:
    """Build one answer."""
    agreed, earlier = tree.get("agreed"), tree.get("was")
    answer = Answer(
        level=optional_level(tree.get("level")),
        state=_state(tree.get("state")),
        asked=words(tree.get("asked")),
        means=words(tree.get("means")),
        evidence=tuple(_evidence(item) for item in tree.get("evidence", ())),
        voices=tuple(build_voice(voice) for voice in tree.get("voices", ())),
        agreed=_agreement(agreed) if agreed else None,
        comment=words(tree.get("comment")),
        reason=words(tree.get("reason")),
        unsure=tree.get("unsure", False),
        who_knows=words(tree.get("who-knows")),
        was=_earlier_answer(earlier) if earlier else None,
        options=_options(tree),
        count=Count(**tree["count"]) if "count" in tree else None,
    )
    return _one(answer)


def _options(tree: Tree) -> tuple[str, ...] | None:
    return tuple(tree["options"]) if "options" in tree else None


def _date(word: Any) -> dt.date:
    date = date_of(word)
    assert date is not None, word
    return date


def _state(word: str | None) -> State | None:
    return None if word is None else State(word)


def _municipality(tree: Tree) -> Municipality:
    return Municipality(
        name=tree["name"],
        country=tree.get("country"),
        inhabitants=tree.get("inhabitants"),
        governing_form=words(tree.get("governing-form")),
        code=code_of(tree.get("code")),
        formerly=tuple(str(name) for name in tree.get("formerly", ())),
    )


def _participant(tree: Tree) -> Participant:
    consent, returned = tree.get("consent"), tree.get("returned")
    person = Participant(
        id=tree["id"],
        role=tree["role"],
        unit=words(tree.get("unit")),
        consent=_person_consent(consent) if consent else None,
        returned=Returned(**returned) if returned else None,
        invited=bool(tree.get("invited")),
    )
    return _one(person)


def _person_consent(tree: Tree) -> PersonConsent:
    return PersonConsent(tree.get("by-role"), tree.get("comments"))


def _context(value: Any) -> ContextAnswer:
    if isinstance(value, list):
        return tuple(value)
    answer: ContextAnswer = State.UNKNOWN if isinstance(value, str) else value
    return answer


def _style(value: Any) -> StyleAnswer:
    answer: StyleAnswer = tuple(value) if isinstance(value, list) else value
    return answer


def _evidence(tree: Tree) -> Evidence:
    return _one(
        Evidence(
            kind=EvidenceKind(tree["kind"]),
            title=words(tree.get("title")),
            ref=words(tree.get("ref")),
            date=period_of(tree.get("date")),
        )
    )


def _amendment(tree: Tree) -> Amendment:
    return Amendment(_date(tree["date"]), tree["reason"])


def build_voice(tree: Tree) -> Voice:
    """Build what one respondent answered."""
    voice = Voice(
        role=tree["role"],
        level=optional_level(tree.get("level")),
        state=_state(tree.get("state")),
        by=tree.get("by"),
        options=_options(tree),
        sealed=tree.get("sealed", False),
        comment=words(tree.get("comment")),
        reason=words(tree.get("reason")),
        evidence=tuple(_evidence(item) for item in tree.get("evidence", ())),
    )
    return _one(voice)


def _agreement(tree: Tree) -> Agreement:
    return _one(
        Agreement(tuple(tree["by"]), words(tree.get("reason")), words(tree.get("dissent")))
    )


def _earlier_answer(tree: Tree) -> EarlierAnswer:
    change = tree.get("change")
    return EarlierAnswer(
        level=optional_level(tree.get("level")),
        state=_state(tree.get("state")),
        date=date_of(tree.get("date")),
        change=WasChange(change) if change else None,
        reason=words(tree.get("reason")),
        options=_options(tree),
    )


def _judgement(tree: Tree) -> Judgement:
    stake, influence = tree.get("stake"), tree.get("influence")
    return Judgement(
        stake=Weight(stake) if stake else None,
        influence=Weight(influence) if influence else None,
        can_start=tree.get("can-start"),
    )


def _priority(tree: Tree) -> Priority:
    return Priority(
        question=tree["question"],
        target=optional_level(tree.get("target")),
        who=words(tree.get("who")),
        by=words(tree.get("by")),
        first_move=words(tree.get("first-move")),
        known_by=words(tree.get("known-by")),
        status=PickStatus(tree["status"]) if "status" in tree else None,
        on=date_of(tree.get("on")),
        because=words(tree.get("because")),
    )
