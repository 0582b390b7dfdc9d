"""Typst, which sets every PDF: a template of ours and a value in, the bytes of a tagged file out.

Values go to a template as JSON, so that text in them is never markup; templates lie in the
package, and so do the letters. A file claims PDF/UA-1 and PDF/A-2a, and Typst refuses to write
one that has a picture without words or a skipped heading; whatever it warns of is a fault of ours.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sdgassess.problem import Problem, UsageRefused, Where

_PACKAGE = Path(__file__).parent.parent
_TEMPLATES = _PACKAGE / "templates"
_FONTS = _PACKAGE / "fonts"


def typeset(template: str, value: Any, stamp: dt.date) -> bytes:
    """Set a template with a value.

    Args:
        template: the name of a template in the package, such as `report.typ`.
        value: what it reads with `json(bytes(sys.inputs.value))`.
        stamp: the day that the file is stamped with; the same value gives the same bytes.

    Returns:
        A PDF that claims PDF/UA-1 and PDF/A-2a.

    Raises:
        UsageRefused: Typst is not installed, as on platforms that it is not made for.
        RuntimeError: the template and the value do not go together, which is a fault of ours.
    """
    try:
        import typst  # noqa: PLC0415 - only where a PDF is set
    except ImportError as missing:
        raise UsageRefused(Problem("P601", Where(), {"command": "pip install typst"})) from missing
    written, warned = typst.compile_with_warnings(
        str(_TEMPLATES / template),
        root=str(_TEMPLATES),
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)]
        ),
        format="pdf",
        sys_inputs={"value": json.dumps(value, ensure_ascii=False)},
        pdf_standards=["ua-1", "a-2a"],
        timestamp=dt.datetime.combine(stamp, dt.time(), dt.UTC),
    )
    if warned:
        raise RuntimeError(f"{template}: {[warning.message for warning in warned]}")
    return written
