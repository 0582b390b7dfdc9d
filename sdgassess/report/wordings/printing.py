"""P6xx: what cannot be printed, and what to do instead."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.report.wordings.saying import Saying

PRINTING: dict[str, Saying] = {
    "P601": Saying(
        N_("no PDF can be made on this computer: Typst is not installed"),
        (
            N_(
                "Write the HTML instead (a name that ends in .html), open it in a browser and "
                "print it from there; where Typst exists: {command}"
            ),
        ),
    ),
    "P602": Saying(
        N_("{suffix} files need what is not installed: {package}"),
        (N_("Install it with: {command}"),),
    ),
}
