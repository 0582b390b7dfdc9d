"""Which pictures can be a logo: whole ones that fetch nothing and run nothing, in every format."""

from __future__ import annotations

import base64
import struct
import time
import zlib
from pathlib import Path

import pytest

from sdgassess.document.blocks import Logo
from sdgassess.media.logo import is_printable, kind_of
from sdgassess.media.word.pictures import write_logo
from sdgassess.problem import InputRefused
from tests.given.command_line import run
from tests.given.places import EXAMPLE

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RECT = '<rect width="100" height="40" fill="green"/></svg>'


def part(kind: bytes, content: bytes) -> bytes:
    """One part of a PNG with its check."""
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def png(width: int = 1, height: int = 1) -> bytes:
    """A grey picture that says how large it is."""
    head = part(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    points = part(b"IDAT", zlib.compress(b"\x00\x80" * height if height < 99 else b""))
    return b"\x89PNG\r\n\x1a\n" + head + points + part(b"IEND", b"")


def jpeg(colours: int = 3) -> bytes:
    """The frame of a JPEG, as far as what matters here goes."""
    frame = struct.pack(">BHHB", 8, 4, 4, colours) + b"\x01\x11\x00" * colours
    start = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    framed = b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
    return start + framed + b"\xff\xda\x00\x02\x00\x00\xff\xd9"


def svg(inside: str = "", more: str = "") -> bytes:
    """A drawing with something in it."""
    return f'{SVG} width="100" height="40"{more}>{inside}{RECT}'.encode()


def embedded(picture: bytes) -> str:
    """A picture within a drawing."""
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def copies(element: str, reference: str, of: str = "g") -> str:
    """Parts that are each drawn ten times in the next one: a hundred million in all."""
    parts = [f'<{of} id="a0"><rect/></{of}>']
    for n in range(1, 9):
        inner = f"<{element} {reference.format(f'a{n - 1}')}/>" * 10
        parts.append(f'<{of} id="a{n}">{inner}</{of}>')
    return "".join(parts)


def entities() -> bytes:
    """A drawing of some lines whose text would fill a disk."""
    first = '<!ENTITY a0 "lololololololololol">'
    rest = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 12))
    return f"<!DOCTYPE svg [{first}{rest}]>{svg('<text>&a11;</text>').decode()}".encode()


GOOD = {
    "png": png(),
    "png-wide": png(90_000, 1),
    "jpeg": jpeg(),
    "jpeg-grey": jpeg(1),
    "svg": svg(),
    "svg-mark-of-utf-8": b"\xef\xbb\xbf" + svg(),
    "svg-doctype": b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">' + svg(),
    "svg-inner-links": svg('<g id="a"/><use xlink:href="#a"/><rect fill="url(#b)"/>'),
    "svg-own-picture": svg(f'<image href="{embedded(png())}"/>'),
    "svg-style": svg("<style>rect { fill: url('#b'); }</style>"),
    "svg-of-a-drawing-program": svg(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient>'
        '<clipPath id="c"><circle r="9"/></clipPath></defs><metadata><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><sodipodi:namedview '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" id="n"/>'
        '<g clip-path="url(#c)" transform="translate(1,2) scale(.5)" style="opacity:1;'
        'stroke-dasharray:none;mask:none;-inkscape-font-specification:x">'
        '<path d="M0 0h1" fill="url(#a)"/><text><tspan>Kommune</tspan></text></g>'
    ),
    "svg-of-thousands": svg('<path d="M0 0h1"/>' * 5000),
}
BAD = {
    "png-head-only": png()[:8],
    "png-cut": png()[:-20],
    "png-changed": png().replace(b"\x08\x00", b"\x08\x02", 1),
    "png-huge": png(60_000, 60_000),
    "png-nothing": png(0, 1),
    "jpeg-head-only": jpeg()[:3],
    "jpeg-cut": jpeg()[:-2],
    "jpeg-cmyk": jpeg(4),
    "svg-cut": svg()[:-6],
    "svg-in-html": b"<html><svg></svg></html>",
    "svg-in-words": b"see <svg",
    "svg-latin-1": svg("<title>\xe6</title>").decode().encode("latin-1"),
    "svg-script": svg("<script>alert(1)</script>"),
    "svg-event": svg(more=' onload="alert(1)"'),
    "svg-page": svg("<foreignObject/>"),
    "svg-picture-elsewhere": svg('<image href="http://127.0.0.1:9/x.png"/>'),
    "svg-picture-of-the-disk": svg('<image xlink:href="/etc/hostname.png"/>'),
    "svg-other-drawing": svg('<use href="other.svg#a"/>'),
    "svg-drawing-in-it": svg('<image href="data:image/svg+xml,%3Csvg/%3E"/>'),
    "svg-import": svg("<style>@import 'a.css';</style>"),
    "svg-fill-elsewhere": svg("<rect style=\"fill: url( 'http://127.0.0.1:9/x')\"/>"),
    "svg-sheet": b'<?xml-stylesheet href="a.css"?>' + svg(),
    "svg-entity": b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + svg(),
    "svg-entities": entities(),
    "svg-deep": svg("<g>" * 5000 + "</g>" * 5000),
    "svg-many": svg("<g/>" * 60_000),
    "svg-blur": svg(
        '<filter id="f"><feGaussianBlur stdDeviation="900"/></filter>'
        '<rect filter="url(#f)" width="90" height="30"/>'
    ),
    "svg-blur-in-a-style": svg('<rect style="filter:blur(900px)" width="90" height="30"/>'),
    "svg-blur-in-a-sheet": svg("<style>rect { filter: blur(900px) }</style>"),
    "svg-uses-of-uses": svg(copies("use", 'href="#{}"')),
    "svg-clips-of-clips": svg(copies("rect", 'clip-path="url(#{})"', "clipPath")),
    "svg-masks-of-masks": svg(copies("rect", 'style="mask:url(#{})"', "mask")),
    "svg-use-of-itself": svg('<g id="a"><use href="#a"/></g>'),
    "svg-uses-in-a-circle": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "svg-pattern": svg('<pattern id="p"><rect/></pattern>'),
    "svg-layers": svg('<g opacity=".5"><rect/></g>' * 2000),
    "svg-dashes": svg('<path d="M0 0H1e6" stroke-dasharray="1"/>' * 500),
    "svg-dashes-in-a-sheet": svg("<style>path{stroke-dasharray:1}</style>" + "<path/>" * 500),
    "svg-animation": svg('<animate attributeName="x" to="9"/>'),
    "svg-sheet-in-disguise": svg("<style>rect{fill:\\75rl(http://127.0.0.1:9/x)}</style>"),
    "svg-other-elements": svg('<h:p xmlns:h="http://www.w3.org/1999/xhtml">x</h:p>'),
    "svg-huge-picture": svg(f'<image href="{embedded(png(9000, 9000))}"/>'),
    "svg-broken-picture": svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    "svg-moving-picture": svg('<image href="data:image/gif;base64,R0lGODlhAQABAAAAADs="/>'),
}


@pytest.mark.parametrize("case", GOOD)
def test_a_plain_picture_can_be_a_logo(case: str) -> None:
    kind = kind_of(GOOD[case])
    assert kind == case.partition("-")[0]
    assert is_printable(Logo(GOOD[case], kind))


@pytest.mark.parametrize("case", BAD)
def test_a_broken_picture_or_one_that_fetches_is_none(case: str) -> None:
    kind = kind_of(BAD[case])
    assert kind == case.partition("-")[0]
    begun = time.process_time()
    assert not is_printable(Logo(BAD[case], kind))
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("suffix", [".pdf", ".html", ".docx", ".md"])
@pytest.mark.parametrize("case", ["png-cut", "jpeg-cmyk", "svg-blur", "svg-uses-of-uses"])
def test_it_is_refused_alike_in_every_format(tmp_path: Path, suffix: str, case: str) -> None:
    (tmp_path / "logo").write_bytes(BAD[case])
    words: list[str | Path] = ["report", EXAMPLE, "--logo", "logo", "-o", f"x{suffix}"]
    ran = run(words, folder=tmp_path)
    assert (ran.code, ran.out) == (3, ""), ran.err
    assert "[P609]" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["logo"]


@pytest.mark.parametrize("size", ['width="0" height="0"', 'width="-5" height="1e30"'])
def test_what_word_cannot_hold_is_refused_and_no_crash(size: str) -> None:
    import docx

    logo = Logo(f"{SVG} {size}/>".encode(), "svg")
    with pytest.raises(InputRefused) as refused:
        write_logo(docx.Document().add_paragraph(), logo, "nothing")
    assert [problem.code for problem in refused.value.problems] == ["P609"]


def test_a_drawing_like_a_thread_takes_no_more_memory_than_another() -> None:
    import docx

    thread = f'{SVG} width="1" height="100000"><rect width="1" height="5"/></svg>'.encode()
    write_logo(docx.Document().add_paragraph(), Logo(thread, "svg"), "a thread")
