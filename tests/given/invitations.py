"""Invitations: one person of a role, to an assessment of a made-up municipality."""

from __future__ import annotations

from sdgassess.media.html.answer_page import answer_page_html
from sdgassess.model.profile import Participant, Profile, Scope
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.report.invite.page import Invitation, answer_page
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

FINGERPRINT = "0123456789abcdef" * 4


def invitation(
    questionnaire: Questionnaire | None = None,
    *,
    letter: str = "l",
    assessed: Profile | None = None,
    quick: bool = True,
) -> Invitation:
    """Somebody of a role, invited to a quick scan or to all questions."""
    rules = questionnaire or nordic()
    role = next(role for role in rules.roles if role.letter == letter)
    slot = Participant(f"{letter}2", role.id, "A")
    scope = Scope.QUICK if quick else Scope.FULL
    assessed = (assessed or profile())._replace(scope=scope)
    return Invitation(rules, FINGERPRINT, assessed, role, slot)


def page_of(invited: Invitation, language: str = "en") -> str:
    """The page that somebody answers in, as HTML."""
    words = words_about(invited.questionnaire, language)
    return answer_page_html(answer_page(invited, words), words)
