"""The catalogues of fixed words: extract, update, compile. Run it after changing a sentence.

`python tests/translations.py` brings the catalogues (`sdgassess.po` under `sdgassess/locale`) in
step with the sources, compiles them, and names what is untranslated. The tests hold the same
functions against what is committed.

Equal words make equal bytes, whichever version of Babel writes them: the sources are read by
Python's own parser, and headers that name a day or a program are left out.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterable
from copy import deepcopy
from functools import cache, lru_cache
from pathlib import Path
from struct import pack

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.given.sources import PACKAGE, sources

LANGUAGES = {"da": "Danish", "sv": "Swedish"}
_FORMS = {"words": 1, "N_": 1, "plural": 2}
"""Which calls say a message, and how many forms of it they begin with."""
_PLURALS = (("singular", "plural"), ("one", "many"), ("few", "more"))
"""What the two forms of a plural are called where they are named before they are said."""
_PASSING = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid-Bugs-To")
"""The headers that change by themselves, or have nothing to say."""


@cache
def extracted() -> Catalog:
    """Every message in the sources; read once, as several tests ask for them."""
    catalog = Catalog(project="sdgassess", charset="utf-8")
    nodes = [node for parts in sources().values() for node in parts]
    for call in nodes:
        if isinstance(call, ast.Call) and (forms := _forms(call)):
            catalog.add(forms if len(forms) > 1 else forms[0])
    _add_assigned_plurals(catalog, nodes)
    return catalog


def spellings() -> dict[str, set[str]]:
    """The modules that spell a message out, by message; also where it is no argument of a call."""
    messages = {form for message in extracted() if message.id for form in _each(message.id)}
    modules: dict[str, set[str]] = {}
    for file, nodes in sources().items():
        if PACKAGE / "typed" in file.parents:
            continue  # what people type is compared with, never said
        for node in nodes:
            if isinstance(node, ast.Constant) and node.value in messages:
                modules.setdefault(node.value, set()).add(str(file.relative_to(PACKAGE)))
    return modules


def _each(message: str | Iterable[str]) -> tuple[str, ...]:
    """The forms of a message: one, or two where it has a plural."""
    return (message,) if isinstance(message, str) else tuple(message)


def _forms(call: ast.Call) -> tuple[str, ...]:
    """The forms of the message that a call says; none where it says none, or one named before."""
    name = str(getattr(call.func, "attr", None) or getattr(call.func, "id", ""))
    forms = call.args[: _FORMS.get(name, 0)]
    texts = [form.value for form in forms if isinstance(form, ast.Constant)]
    return tuple(map(str, texts)) if len(texts) == len(forms) else ()


def _add_assigned_plurals(catalog: Catalog, nodes: Iterable[ast.AST]) -> None:
    """Plurals whose two forms are named before they are said: `singular, plural` and the like."""
    for function in nodes:
        if isinstance(function, ast.FunctionDef):
            forms = _assigned(function)
            for singular, plural in _PLURALS:
                for pair in zip(forms.get(singular, ()), forms.get(plural, ()), strict=True):
                    catalog.add(pair)


def _assigned(function: ast.FunctionDef) -> dict[str, list[str]]:
    """The texts assigned to the names of plural forms in a function, in order."""
    forms: dict[str, list[str]] = {}
    known = {name for names in _PLURALS for name in names}
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
    """What is translated so far; empty where nothing is. It is read again once it has changed."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, charset="utf-8")
    return _read(language, path.stat().st_mtime_ns)


@lru_cache(maxsize=len(LANGUAGES))
def _read(language: str, _: int) -> Catalog:
    """The catalogue of a language, as it was written at a moment."""
    with po_path(language).open("rb") as file:
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
    """The catalogue as gettext reads it.

    That is a head of seven numbers, a table of the sources and one of the targets (each with the
    length and the place of every text), and the texts themselves, sorted by their sources.
    """
    words = catalogue(language)
    pairs = {b"": _headers(words), **dict(_pairs(words))}
    sources = sorted(pairs)
    targets = [pairs[source] for source in sources]
    head, table = 7 * 4, 8 * len(sources)
    place, places, texts = head + 2 * table, b"", b""
    for text in (*sources, *targets):
        places += pack("<2I", len(text), place + len(texts))
        texts += text + b"\0"
    numbers = (0x950412DE, 0, len(sources), head, head + table, 0, place)
    return pack("<7I", *numbers) + places + texts


def _headers(words: Catalog) -> bytes:
    """The headers of a catalogue that last, as one text."""
    lasting = [f"{name}: {value}\n" for name, value in words.mime_headers if name not in _PASSING]
    return "".join(lasting).encode()


def _pairs(words: Catalog) -> Iterable[tuple[bytes, bytes]]:
    """Each source with its target, the forms of a plural joined; what is doubtful is left out."""
    for message in words:
        if message.id and message.string and not message.fuzzy:
            texts = (message.id, message.string)
            source, target = (text if isinstance(text, str) else "\0".join(text) for text in texts)
            if target.strip("\0"):
                yield source.encode(), target.encode()


def update(language: str) -> None:
    """Bring a catalogue in step with the sources and compile it; what is gone is left out."""
    have = deepcopy(catalogue(language))
    have.update(extracted(), no_fuzzy_matching=True)
    have.obsolete.clear()
    have.project, have.version, have.last_translator = "sdgassess", "1", "sdgassess"
    have.language_team = language
    have.header_comment = f"# {LANGUAGES[language]} words of sdgassess."
    path = po_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    have.revision_date = have.creation_date
    write_po(buffer, have, omit_header=False, no_location=True, sort_output=True, width=100)
    path.write_bytes(_lasting(buffer.getvalue()))
    path.with_suffix(".mo").write_bytes(compiled(language))


def _lasting(raw: bytes) -> bytes:
    """A written catalogue without the headers that change by themselves."""
    passing = tuple(f'"{name}: '.encode() for name in _PASSING)
    lines = [line for line in raw.splitlines(keepends=True) if not line.startswith(passing)]
    return b"".join(lines)


if __name__ == "__main__":
    for each in LANGUAGES:
        update(each)
        for missing in untranslated(each):
            print(f"{each}: {missing}")
