"""What tests of printed files share."""

from __future__ import annotations

from tests.given.browser import one_browser

__all__ = ["one_browser"]
