"""Long words are broken where a reader can bear it, and never lose a letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.media.pdf.line_breaks import pieces


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Budget og ressourcer", "Budget og ressourcer"),
        ("Kernedrift – fra projekt", "Kernedrift – fra projekt"),
        (
            "Bæredygtighedskoordineringsarbejdsgruppe",
            "Bære-dyg-tig-heds-koor-di-ne-rings-ar-bejds-gruppe",
        ),
        ("Verksamhetsutvecklingsansvariga", "Verk-sam-hets-ut-veck-lings-ans-va-riga"),
        ("Organisationsudviklingsområdet", "Orga-ni-sa-tions-ud-vik-lings-om-rå-det"),
    ],
)
def test_compounds_are_broken_between_syllables(text: str, broken: str) -> None:
    assert "-".join(pieces(text)) == broken


@given(st.text(max_size=200))
def test_the_pieces_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(st.text(st.characters(categories=("Lu", "Ll")), min_size=30, max_size=120))
def test_no_stretch_is_wider_than_a_column(word: str) -> None:
    assert max(map(len, pieces(word))) <= 8


@given(st.text(st.sampled_from("aeiouybdfgklmnprstv"), min_size=20, max_size=60))
def test_a_word_never_breaks_after_its_first_two_letters(word: str) -> None:
    assert len(pieces(word)[0]) >= 3
