"""P5xx: command lines that ask for something that cannot be."""

from __future__ import annotations

from sdgassess.report.wordings.saying import Saying

COMMAND: dict[str, Saying] = {}
