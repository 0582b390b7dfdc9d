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
    "P603": Saying(
        N_('"{suffix}" does not say which kind of file is wanted'),
        (N_("End the name in one of: {allowed}"),),
    ),
    "P604": Saying(
        N_("there is a file with this name already; it was not touched"),
        (N_("Choose another name, or add --force to put the new file in its place."),),
    ),
    "P605": Saying(
        N_("this is no picture that can be printed"),
        (N_("A logo is a PNG, a JPEG or an SVG file."),),
    ),
    "P606": Saying(
        N_("the layout {layout} is made of one profile"),
        (N_("Name one profile, or print several with --layout years."),),
    ),
    "P607": Saying(N_("{option} goes only with the layout {layout}")),
    "P608": Saying(
        N_("the report cannot be written over what it is made from"),
        (N_("Name another file after -o."),),
    ),
}
