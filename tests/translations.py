"""The catalogues of fixed words: extract, update, compile. Run it after changing a sentence.

`python tests/translations.py` brings the catalogues (`sdgassess.po` under `sdgassess/locale`) in
step with the sources, compiles them, and names what is untranslated. The tests hold the same
functions against what is committed.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.given.places import ROOT

PACKAGE = ROOT / "sdgassess"
LANGUAGES = ("da", "sv")
_UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Catalogues carry no dates of their own, so that equal words make equal bytes."""
_KEYWORDS = {"words": None, "N_": None, "plural": (1, 2)}
_FORMS = (("singular", "plural"), ("one", "many"), ("few", "more"))
"""What the two forms of a plural are called where they are named before they are said."""


@cache
def extracted() -> Catalog:
    """Every message in the sources; read once, as several tests ask for them."""
    catalog = Catalog(project="sdgassess", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), [("**.py", "python")], keywords=_KEYWORDS)
    for _, _, message, comments, context in found:
        if message:
            catalog.add(message, None, auto_comments=comments, context=context)
    _add_assigned_plurals(catalog)
    return catalog


def _add_assigned_plurals(catalog: Catalog) -> None:
    """Plurals whose two forms are named before they are said: `singular, plural` and the like."""
    import ast

    for file in sorted(PACKAGE.rglob("*.py")):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                forms = _assigned(function)
                for singular, plural in _FORMS:
                    for pair in zip(forms.get(singular, ()), forms.get(plural, ()), strict=True):
                        catalog.add(pair)


def _assigned(function: object) -> dict[str, list[str]]:
    """The texts assigned to the names of plural forms in a function, in order."""
    import ast

    assert isinstance(function, ast.FunctionDef)
    forms: dict[str, list[str]] = {}
    known = {name for names in _FORMS for name in names}
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign):
            continue
        target, value = node.targets[0], node.value
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = value.elts if isinstance(value, ast.Tuple) else [value]
        for name, said in zip(names, values, strict=False):
            if not isinstance(name, ast.Name) or name.id not in known:
                continue
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                forms.setdefault(name.id, []).append(said.value)
    return forms


def po_path(language: str) -> Path:
    """The catalogue of a language."""
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "sdgassess.po"


def catalogue(language: str) -> Catalog:
    """What is translated so far; empty where nothing is."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def untranslated(language: str) -> list[str]:
    """The messages of the sources without a translation."""
    have = catalogue(language)
    missing = []
    for message in extracted():
        if not message.id:
            continue
        found = have.get(message.id)
        said = found.string if found is not None and not found.fuzzy else ""
        if not said or (isinstance(said, tuple) and not all(said)):
            missing.append(str(message.id))
    return missing


def compiled(language: str) -> bytes:
    """The catalogue as gettext reads it."""
    buffer = io.BytesIO()
    words = catalogue(language)
    words.creation_date = words.revision_date = _UNDATED
    write_mo(buffer, words)
    return buffer.getvalue()


def update(language: str) -> None:
    """Bring a catalogue in step with the sources and compile it; what is gone is left out."""
    have = catalogue(language)
    have.update(extracted(), no_fuzzy_matching=True)
    have.obsolete.clear()
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    have.revision_date = have.creation_date
    write_po(buffer, have, omit_header=False, no_location=True, sort_output=True, width=100)
    path.write_bytes(_undated(buffer.getvalue()))
    path.with_suffix(".mo").write_bytes(compiled(language))


def _undated(raw: bytes) -> bytes:
    """A catalogue without the lines that change by themselves."""
    drop = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Report-Msgid')
    lines = [line for line in raw.splitlines(keepends=True) if not line.startswith(drop)]
    return b"".join(lines)


if __name__ == "__main__":
    for each in LANGUAGES:
        update(each)
        for missing in untranslated(each):
            print(f"{each}: {missing}")
