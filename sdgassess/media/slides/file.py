"""A PowerPoint file that staff edit: titles in titles, native charts and tables, notes.

Nothing has a size or a letter of its own: all of that is the template's, so that another template
changes all of it.
"""

from __future__ import annotations

from importlib import import_module

from sdgassess.document.slides import Slides
from sdgassess.media.office import not_installed

SLIDE_PACKAGES = {"pptx": "python-pptx", "xlsxwriter": "XlsxWriter"}
"""What slides are written with, by its module: python-pptx writes the numbers behind a chart with
the second, and asks for it half-way."""


def slides_pptx(slides: Slides, template: bytes | None = None) -> bytes:
    """Write slides as a PowerPoint file.

    Args:
        slides: the slides.
        template: a presentation whose layouts are used; our own look where there is none.

    Returns:
        The file; the same slides give the same bytes.

    Raises:
        UsageRefused: the package that such files are written with is not installed.
    """
    for module, package in SLIDE_PACKAGES.items():
        try:
            import_module(module)
        except ImportError as missing:
            raise not_installed(".pptx", package) from missing
    from sdgassess.media.slides.presentation import presentation  # noqa: PLC0415 - as above

    return presentation(slides, template)
