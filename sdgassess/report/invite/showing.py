"""What somebody may say yes to, in the same words wherever they are asked.

It is called a yes to showing, not consent: an employee's yes to an employer is hardly free.
"""

from __future__ import annotations

from sdgassess.language import N_

SHOWING = N_("May your answers be shown?")
NO_HARM = N_(
    "A no changes nothing else: your answers count all the same. Your name is never asked for."
)
BY_ROLE = N_("Yes, what my role answered may be shown, if everybody in it says yes.")
COMMENTS = N_("Yes, my comments may be shown as I wrote them, without my role.")
