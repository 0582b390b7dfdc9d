"""The page that one person answers in, as a file: small, closed, and nothing but text in it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from sdgassess.language import LANGUAGES
from sdgassess.media.html.answer_page import answer_page_html
from sdgassess.model.profile import Municipality
from sdgassess.package import TEMPLATES
from sdgassess.report.invite.page import answer_page
from tests.given.elements import elements_of
from tests.given.invitations import invitation, page_of
from tests.given.profiles import profile
from tests.given.questionnaires import nordic, spoken

MOST_BYTES = 300_000
ATTACK = "</script><script>alert(1)</script>\"'&<img src=x onerror=alert(1)>"
SCRIPTS = sorted((TEMPLATES / "answers").glob("*.js"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [role.letter for role in nordic().roles])
def test_every_page_is_small(role: str, language: str) -> None:
    page = page_of(invitation(letter=role, quick=False), language)
    assert len(page.encode()) <= MOST_BYTES


def test_the_same_invitation_gives_the_same_page() -> None:
    assert page_of(invitation()) == page_of(invitation())


def test_the_policy_lets_our_own_script_and_style_be_and_nothing_else() -> None:
    root = elements_of(page_of(invitation()))
    policy = root.all("meta")[1].attributes
    assert policy["http-equiv"] == "Content-Security-Policy"
    rules = dict(rule.split(" ", 1) for rule in policy["content"].split("; "))
    script, style = root.all("script")[-1].text, root.one("style").text
    assert rules == {
        "default-src": "'none'",
        "style-src": f"'{checksum(style)}'",
        "script-src": f"'{checksum(script)}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def checksum(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def test_nothing_on_the_page_is_fetched_or_runs_by_itself() -> None:
    page = page_of(invitation(quick=False))
    attributes = re.findall(r'<[a-z][^>]*?\s(src|href|style|on[a-z]+)="([^"]*)"', page)
    assert set(attributes) == {("href", "#answers")}
    assert "http://" not in page
    assert "https://" not in page


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_script_never_reads_text_as_markup_and_asks_nobody(script: Path) -> None:
    text = script.read_text("utf-8")
    for word in (
        *("innerHTML", "outerHTML =", "insertAdjacent", "document.write", "eval(", "Function("),
        *("fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "import(", 'setAttribute("on'),
    ):
        assert word not in text


def test_hostile_names_stay_text() -> None:
    place = Municipality(ATTACK, "DK", code="0999")
    assessed = profile()._replace(municipality=place, group=ATTACK)
    invited = invitation(assessed=assessed)
    root = elements_of(page_of(invited))
    assert len(root.all("script")) == 2
    assert not root.all("img")
    data = json.loads(root.all("script")[0].text)
    assert data["head"]["place"]["name"] == ATTACK
    assert data["head"]["group"] == ATTACK
    assert ATTACK in root.one("header").text


def test_a_draft_is_kept_for_one_invitation_alone() -> None:
    def key(name: str, letter: str) -> str:
        assessed = profile()._replace(municipality=Municipality(name))
        root = elements_of(page_of(invitation(assessed=assessed, letter=letter)))
        return str(json.loads(root.all("script")[0].text)["key"])

    assert key("Prøveby", "l") == key("Prøveby", "l")
    assert len({key("Prøveby", "l"), key("Prøveby", "p"), key("Andenby", "l")}) == 3


def test_every_language_says_all_of_the_page(  # a sentence left in English would show
) -> None:
    english = set(sentences("en"))
    for language in ("da", "sv"):
        assert not english & set(sentences(language))


def sentences(language: str) -> list[str]:
    page = answer_page(invitation(), spoken(language))
    root = elements_of(answer_page_html(page, spoken(language)))
    words = list(json.loads(root.all("script")[0].text)["words"].values())
    return words + [button.text for button in root.all("button")]
