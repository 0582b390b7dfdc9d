"""What every page that keeps a draft says about it, in the same words."""

from __future__ import annotations

from sdgassess.language import N_

TAKEN_UP = N_("Your draft is here again.")
FORGET = N_("Delete everything I filled in")
FORGET_REALLY = N_("Delete everything that you filled in on this page?")
FORGOTTEN = N_("Everything is deleted from this browser.")
