"""A calendar as an iCalendar file (RFC 5545) that every office calendar takes in."""

from __future__ import annotations

import datetime as dt

from sdgassess.document.calendar import Calendar
from sdgassess.media.office import CREATOR, not_installed
from sdgassess.text import one_line, visible


def calendar_ics(calendar: Calendar) -> bytes:
    """Write days as an iCalendar file, each as a whole day that keeps nobody busy.

    Args:
        calendar: the days.

    Returns:
        The file; the same calendar gives the same bytes.

    Raises:
        UsageRefused: the package that such files are written with is not installed.
    """
    try:
        import icalendar  # noqa: PLC0415 - only where a calendar is written
    except ImportError as missing:
        raise not_installed(".ics", "icalendar") from missing
    file = icalendar.Calendar()
    file.add("version", "2.0")
    file.add("prodid", f"-//{CREATOR}//{CREATOR}//{calendar.language.upper()}")
    file.add("method", "PUBLISH")
    # The package escapes no commas in names that RFC 5545 leaves to others.
    file.add("x-wr-calname", icalendar.vText(one_line(calendar.title)))
    stamp = dt.datetime.combine(calendar.date, dt.time(), dt.UTC)
    for day in calendar.days:
        event = icalendar.Event()
        event.add("uid", day.id)
        event.add("dtstamp", stamp)
        event.add("dtstart", day.day)
        event.add("summary", visible(day.title), {"language": calendar.language})
        event.add("description", "\n".join(map(visible, day.text.split("\n"))))
        # A deadline takes no time of anybody's day.
        event.add("transp", "TRANSPARENT")
        file.add_component(event)
    return bytes(file.to_ical())
