"""The words of a chart as lines, for a chart that has no picture of its own yet."""

from __future__ import annotations

from xml.sax.saxutils import escape

from sdgassess.report.charts.palette import TEXT
from sdgassess.report.charts.paper import Paper
from sdgassess.report.document import Chart


def outlined(title: str, alt: str, paper: Paper) -> Chart:
    """The alt text, a line each."""
    lines = alt.split("\n")
    height = paper.size * 1.5 * (len(lines) + 1)
    said = "".join(
        f'<text x="0" y="{paper.size * 1.5 * (i + 1):g}" font-size="{paper.size:g}" fill="{TEXT}"'
        f" font-family=\"'Source Sans 3', Arial, sans-serif\">{escape(line)}</text>"
        for i, line in enumerate(lines)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {paper.width:g} {height:g}"'
        f' width="{paper.width:g}" height="{height:g}">{said}</svg>'
    )
    return Chart(svg, title, alt, paper.width, height)
