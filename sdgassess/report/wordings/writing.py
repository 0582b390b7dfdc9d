"""P4xx: files that cannot be written."""

from __future__ import annotations

from sdgassess.report.wordings.saying import Saying

WRITING: dict[str, Saying] = {}
