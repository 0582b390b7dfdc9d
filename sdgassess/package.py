"""Where the files lie that the package carries beside its code."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""The installed package, or the folder of that name in a checkout."""

FONTS = PACKAGE / "fonts"
"""The font of every page, and the list of letters that it has."""

LOCALE = PACKAGE / "locale"
"""The compiled catalogues of words, a folder a language."""

SCHEMAS = PACKAGE / "schemas"
"""The published schemas, one a kind of file."""

TEMPLATES = PACKAGE / "templates"
"""Templates of pages and of a new questionnaire."""

TWINS = PACKAGE / "twins"
"""Shipped questionnaires as JSON, which is read faster than their YAML."""
