"""The scripts that a page carries: our own files alone, by checksum, and what they are told."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sdgassess.package import TEMPLATES

if TYPE_CHECKING:
    from markupsafe import Markup

_NOT_IN_SCRIPT = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
"""What could end a script, as JSON writes it too."""


def own_script(names: Sequence[str]) -> str:
    """Scripts of ours as one that leaves no name behind in the page.

    Args:
        names: their files, below the templates, in order.
    """
    parts = "".join((TEMPLATES / name).read_text("utf-8") for name in names)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def checksum(text: str) -> str:
    """The name by which the policy of a page lets a style or script be."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


def script_data(content: Any) -> Markup:
    """What a script is told, as JSON that ends no element."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2, which is heavy

    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_NOT_IN_SCRIPT))  # noqa: S704 - no sign of markup is left
