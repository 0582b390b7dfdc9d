"""The municipality's logo in a PDF, and what is said where it cannot be set."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sdgassess.problem import InputRefused, Problem, Where
from sdgassess.report.document import Look
from sdgassess.report.typesetting import typeset


def logo_value(look: Look, called: str) -> dict[str, Any] | None:
    """The logo as a template reads it.

    Args:
        look: the municipality's own look.
        called: what the picture is called for those who do not see it.

    Returns:
        Its bytes, its kind and what it is called; None where there is none.
    """
    if look.logo is None:
        return None
    kind = {"jpeg": "jpg"}.get(look.logo.kind, look.logo.kind)
    return {"picture": look.logo.picture, "kind": kind, "alt": called}


def typeset_with_logo(template: str, value: dict[str, Any], date: dt.date) -> bytes:
    """Set a template; where only the logo stands in the way, say so.

    Args:
        template: the file name of a template.
        value: its value, with the logo under `look`.
        date: the day that stamps the file.

    Raises:
        UsageRefused: Typst is not installed.
        InputRefused: the logo is a picture that no PDF of this kind can hold (P609).
        RuntimeError: the value cannot be set even without the logo, which is a fault of ours.
    """
    try:
        return typeset(template, value, date)
    except RuntimeError:
        if value["look"]["logo"] is None:
            raise
        typeset(template, {**value, "look": {**value["look"], "logo": None}}, date)
        raise InputRefused(Problem("P609", Where())) from None
