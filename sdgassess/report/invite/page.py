"""What one person is asked alone, as a page: the role's questions with every anchor in full.

The questions, their words and what can be said instead of an answer are those of the form on
paper; nothing is asked on one that is not asked on the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sdgassess.document.answer_page import (
    AnswerChoice,
    AnswerPage,
    PageHead,
    PageQuestion,
    PageSection,
    Showing,
)
from sdgassess.document.runs import Run, Runs
from sdgassess.language import N_, Words
from sdgassess.model.node import Node
from sdgassess.model.profile import EvidenceKind, Participant, Profile, State
from sdgassess.model.question import Option, Question
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.numbers import written_date
from sdgassess.phrases.choosing import HIGHEST, IN_ORDER, choosing_rule, passed_in_order
from sdgassess.phrases.evidence import EVIDENCE
from sdgassess.phrases.levels import SCOPES, answer_mark, assessed_name
from sdgassess.phrases.terms import footer_of
from sdgassess.report.form.form import FormWish, questions_on
from sdgassess.report.form.front import PURPOSE, Front, advice
from sdgassess.report.form.languages import Speech, speech
from sdgassess.report.form.question import CORE, NONE_OF_THESE, NOT_KNOWN, only_if
from sdgassess.report.invite.showing import BY_ROLE, COMMENTS, NO_HARM, SHOWING
from sdgassess.report.results.scores import json_number
from sdgassess.text import one_line

_NOT_APPLICABLE = N_("Does not apply here")
_DEEPEST = 5
"""The deepest head of a part; the questions below it have one of their own."""


class Invitation(NamedTuple):
    """To what somebody is invited.

    Attributes:
        questionnaire: what is asked.
        fingerprint: its fingerprint, 64 hexadecimal digits.
        profile: the assessment.
        role: the role of who is invited.
        slot: who is invited.
    """

    questionnaire: Questionnaire
    fingerprint: str
    profile: Profile
    role: Role
    slot: Participant


def asked_of(invitation: Invitation, words: Words) -> tuple[str, ...]:
    """The ids of the questions that somebody is asked, in order."""
    return questions_on(invitation.questionnaire, form_wish(invitation), words)


def form_wish(invitation: Invitation) -> FormWish:
    """The form on paper that asks the same."""
    profile = invitation.profile
    slot = invitation.slot.id
    return FormWish(quick=profile.quick, profile=profile, role=invitation.role, person=slot)


def answer_page(invitation: Invitation, words: Words) -> AnswerPage:
    """Compose the page that somebody answers in.

    Args:
        invitation: who is asked what.
        words: the language.
    """
    rules, profile = invitation.questionnaire, invitation.profile
    ids = asked_of(invitation, words)
    saying = speech(words)
    front = _front(invitation, saying, ids)
    whose = _whose(invitation, saying)
    ref = f"{one_line(rules.id)} {rules.version}"
    return AnswerPage(
        title=f"{assessed_name(profile)} · {saying.first.text(rules.title).text}",
        language=words.language,
        heading=saying.text(rules.title),
        whose=whose,
        purpose=_purpose(saying),
        advice=tuple(advice(front, saying.first)),
        sections=tuple(_sections(rules, saying, ids)),
        showing=Showing(words(SHOWING), words(NO_HARM), words(BY_ROLE), words(COMMENTS)),
        limits=(saying.text(rules.limits),),
        kinds=tuple((kind.value, words(EVIDENCE[kind])) for kind in EvidenceKind),
        head=answer_head(invitation, words.language),
        file=f"answers-{invitation.slot.id}.json",
        footer=footer_of(f"{ref} · {whose}", rules, words),
    )


def answer_head(invitation: Invitation, language: str) -> Mapping[str, Any]:
    """The head of an answer file, as far as it is settled before anything is answered."""
    rules, profile, slot = invitation.questionnaire, invitation.profile, invitation.slot
    place = profile.municipality
    return {
        "format": "sdgassess/answers/1",
        "questionnaire": {
            "id": rules.id,
            "version": rules.version,
            "fingerprint": invitation.fingerprint,
        },
        "place": {"name": place.name, "country": place.country, "code": place.code},
        "date": profile.date.isoformat(),
        "group": profile.group,
        "scope": profile.scope.value,
        "slot": slot.id,
        "role": slot.role,
        "unit": slot.unit,
        "language": language,
    }


def _front(invitation: Invitation, saying: Speech, ids: tuple[str, ...]) -> Front:
    """What the first page of the form on paper speaks of."""
    rules, profile = invitation.questionnaire, invitation.profile
    questions = tuple(rules.questions[key] for key in ids)
    return Front(rules, saying, profile.quick, invitation.role, questions, profile, alone=True)


def _whose(invitation: Invitation, saying: Speech) -> str:
    """Who is assessed, when, how widely, by whom."""
    profile, side = invitation.profile, saying.first
    slot = invitation.slot
    role = side.text(invitation.role.title).text
    parts = (
        assessed_name(profile),
        written_date(profile.date, side.words),
        side.words(SCOPES[profile.scope]),
        f"{role} {one_line(slot.unit)} ({slot.id})" if slot.unit else f"{role} ({slot.id})",
    )
    return " · ".join(parts)


def _purpose(saying: Speech) -> tuple[Runs, ...]:
    """Why somebody is asked, and who reads what they answer."""
    read = N_(
        "Whoever invited you reads what you send. In the result nothing stands under your name; "
        "where few take part, others may still work out what you answered. What your role "
        "answered is shown only if everybody in it says yes below. A file that is mailed is "
        "plain text, and others may ask to see it under the rules of access to documents."
    )
    return (saying.fixed(PURPOSE), saying.fixed(read))


class _Asking(NamedTuple):
    """What the questions of a page have in common.

    Attributes:
        saying: the language.
        ids: the questions that are asked.
        marked: whether core questions are marked; not where there are no others.
    """

    saying: Speech
    ids: frozenset[str]
    marked: bool

    def anything_in(self, node: Node) -> bool:
        """Whether a part of the tree has questions that are asked."""
        return any(question.id in self.ids for question in node.all_questions())


def _sections(rules: Questionnaire, saying: Speech, ids: tuple[str, ...]) -> Iterator[PageSection]:
    """Every part of the tree that has questions for this role."""
    marked = not all(rules.questions[key].core for key in ids)
    for part in rules.parts:
        yield from _part(_Asking(saying, frozenset(ids), marked), part, 2, ())


def _part(
    asking: _Asking, node: Node, level: int, above: tuple[PageHead, ...]
) -> Iterator[PageSection]:
    """A part of the tree; heads above it wait for the first questions below them."""
    if not asking.anything_in(node):
        return
    saying = asking.saying
    title = (Run(f"{one_line(node.id)}  "), *saying.text(node.title))
    heads = (*above, PageHead(min(level, _DEEPEST), title))
    questions = tuple(_question(asking, q) for q in node.asked if q.id in asking.ids)
    if questions:
        notes = (saying.fixed(IN_ORDER, part=node.title),) if passed_in_order(node) else ()
        yield PageSection(heads, notes, questions, heads[-1].level + 1)
        heads = ()
    for part in node.parts:
        yield from _part(asking, part, level + 1, heads)
        heads = () if asking.anything_in(part) else heads


def _question(asking: _Asking, question: Question) -> PageQuestion:
    """A question with every anchor in full; core ones are marked where there are others too."""
    saying = asking.saying
    rule = choosing_rule(question)
    notes = (only_if(saying, question), saying.fixed(rule) if rule != HIGHEST else ())
    return PageQuestion(
        id=question.id,
        label=f"{question.id} {CORE}" if asking.marked and question.core else question.id,
        runs=saying.text(question.text),
        notes=tuple(note for note in notes if note),
        choices=tuple(_choice(saying, question, option) for option in question.options),
        instead=tuple(_instead(saying, question)),
        several=question.several,
    )


def _choice(saying: Speech, question: Question, option: Option) -> AnswerChoice:
    """An anchor as a choice."""
    named = question.named(option)
    content = {"level": json_number(option.value)} if named is None else {"options": list(named)}
    mark = answer_mark(question, option, saying.words)
    return AnswerChoice(_compact(content), mark, saying.text(option.text), not question.several)


def _instead(saying: Speech, question: Question) -> Iterator[AnswerChoice]:
    """What can be said instead of an answer."""
    if question.several:
        yield AnswerChoice(_compact({"options": []}), "0", saying.fixed(NONE_OF_THESE))
    for state, mark, message in (
        (State.UNKNOWN, "?", NOT_KNOWN[True]),
        (State.NOT_APPLICABLE, "–", _NOT_APPLICABLE),
    ):
        yield AnswerChoice(_compact({"state": state.value}), mark, saying.fixed(message))


def _compact(content: Mapping[str, Any]) -> str:
    """A piece of an answer file."""
    return json.dumps(content, separators=(",", ":"))
