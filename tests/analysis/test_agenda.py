"""What is agreed on has been talked about: nothing asks to talk about it first once more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sdgassess.analysis.agenda import to_talk_about
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold
from sdgassess.model.profile import Agreement, Profile
from sdgassess.scoring.score import score
from tests.given.command_line import run
from tests.given.questionnaires import nordic
from tests.given.sealed import sent_in


def _with_agreement(*, dissent: bool) -> Profile:
    """Eight people who see two questions differently, and agreed on one of them."""
    profile = sent_in(sealed=False)
    agreed = Agreement(("coordinator",), dissent="line managers see less" if dissent else None)
    answer = replace(profile.answers["CORE2"], state=None, level=1, agreed=agreed)
    return profile._replace(answers={**profile.answers, "CORE2": answer})


@pytest.mark.parametrize("dissent", [False, True])
def test_what_is_agreed_on_is_not_to_be_talked_about_first(dissent: bool) -> None:
    assert to_talk_about(score(nordic(), sent_in(sealed=False))) == ["CORE2", "POL1"]
    agreed = score(nordic(), _with_agreement(dissent=dissent))
    assert not agreed.questions["CORE2"].disagreement, "what was said of it counts no more"
    assert to_talk_about(agreed) == ["POL1"]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("da", "Tal først om POL1."),
        ("sv", "Prata först om POL1."),
        ("en", "First talk about POL1."),
    ],
)
def test_gaps_name_only_what_is_still_to_be_talked_about(
    language: str, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "p.yaml"
    with hold(path):
        ProfileFile.new(path).save(_with_agreement(dissent=True))
    ran = run(["gaps", "p.yaml", "--lang", language], folder=tmp_path)
    assert sentence in " ".join(ran.out.split())
