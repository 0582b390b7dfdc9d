"""An HTML page as its elements, read by the standard library's parser, strictly nested."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"meta", "input", "img", "col", "br", "rect", "path", "circle", "line"}


@dataclass
class Element:
    """An element: its name, its attributes, what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Every word in it, as people read them."""
        return "".join(self.texts)

    def all(self, *tags: str) -> list[Element]:
        """Every element of these names in it, in the order of the page."""
        found = [self] if self.tag in tags or not tags else []
        return found + [each for child in self.children for each in child.all(*tags)]

    def one(self, tag: str) -> Element:
        """The only element of a name in it."""
        (found,) = self.all(tag)
        return found

    def by_class(self, name: str) -> list[Element]:
        """Every element in it that has a class."""
        return [each for each in self.all() if name in each.attributes.get("class", "").split()]


class _Reader(HTMLParser):
    """Builds the elements; what is closed must be what was opened last."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#page", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: {tag} {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, self.open[-1])
        self.open[-1].children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def elements_of(html: str) -> Element:
    """The page as its elements; fails where they are not nested as HTML wants it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root], [element.tag for element in reader.open]
    return reader.root
