"""What stands in the margins of every page."""

from __future__ import annotations

from sdgassess.language import N_

PAGE_NUMBER = N_("Page {n} of {m}")
LOGO = N_("{The_subject}’s logo")
"""The page's number, and what a logo is called for those who do not see it."""
