"""Whether a tree has the shape that a schema describes: a quick yes, and a no for the explainer.

A schema becomes functions, each for what it says of one kind of value, and a definition only once
something refers to it. A library would have to be loaded for that, which takes a start longer
than everything else about the shape of one file. What is written here are the words that our own
schemas use; another word is an error at once, not a shape that is let through.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Shape = Callable[[Any], bool]
"""Whether a value is as it should be."""
Schema = Mapping[str, Any]

_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
_DESCRIBING = frozenset({"$schema", "$id", "$defs", "$comment", "title", "description"})


def shape_of(schema: Schema) -> Shape:
    """What a schema of draft 2020-12 asks of a value, as a function.

    Args:
        schema: the whole schema; references lead to its own `$defs`.

    Returns:
        True where the schema accepts, and nowhere else.

    Raises:
        NotImplementedError: a word that none of our schemas uses, once its place is reached.
    """
    return _Shapes(schema).of(schema)


class _Shapes:
    """The functions of one schema; those of its definitions are made when a value meets them."""

    def __init__(self, schema: Schema) -> None:
        self.definitions: Schema = schema.get("$defs", {})
        self.known: dict[str, Shape] = {}

    def of(self, schema: Schema) -> Shape:
        """Everything that a schema says."""
        unknown = schema.keys() - _DESCRIBING - _WORDS
        if unknown:
            raise NotImplementedError(", ".join(sorted(unknown)))
        fits = tuple(self.asked(schema))
        return fits[0] if len(fits) == 1 else _all_of(fits)

    def asked(self, schema: Schema) -> Iterator[Shape]:
        """What a schema asks, kind of value by kind of value; the cheapest first."""
        for words, make in _MAKERS:
            if not words.isdisjoint(schema):
                yield make(self, schema)
        if "allOf" in schema:
            yield from map(self.of, schema["allOf"])

    def reference(self, schema: Schema) -> Shape:
        """What a definition asks."""
        name = schema["$ref"].removeprefix("#/$defs/")

        def fits(value: Any) -> bool:
            if name not in self.known:
                self.known[name] = self.of(self.definitions[name])
            return self.known[name](value)

        return fits

    def mapping(self, schema: Schema) -> Shape:
        """What is asked of keys and of what stands under them."""
        required = frozenset(schema.get("required", ()))
        if not schema.keys() - {"required"} - _DESCRIBING:
            return lambda value: type(value) is not dict or required <= value.keys()
        under = {key: self.of(value) for key, value in schema.get("properties", {}).items()}
        rest = schema.get("additionalProperties", True)
        other = None if rest is True else _nothing_fits if rest is False else self.of(rest)
        names = self.of(schema["propertyNames"]) if "propertyNames" in schema else None
        together = [
            (key, frozenset(needs)) for key, needs in schema.get("dependentRequired", {}).items()
        ]
        least = schema.get("minProperties", 0)

        def fits(value: Any) -> bool:
            if type(value) is not dict:
                return True
            if not required <= value.keys() or len(value) < least:
                return False
            if names is not None and not all(map(names, value)):
                return False
            if any(key in value and not needs <= value.keys() for key, needs in together):
                return False
            for key, item in value.items():
                shape = under.get(key, other)
                if shape is not None and not shape(item):
                    return False
            return True

        return fits

    def sequence(self, schema: Schema) -> Shape:
        """What is asked of a list and of its items."""
        item = self.of(schema["items"]) if "items" in schema else None
        least, most = schema.get("minItems", 0), schema.get("maxItems")
        differ = schema.get("uniqueItems", False)

        def fits(value: Any) -> bool:
            if type(value) is not list:
                return True
            if len(value) < least or (most is not None and len(value) > most):
                return False
            if differ and len({json.dumps(each, sort_keys=True) for each in value}) < len(value):
                return False
            return item is None or all(map(item, value))

        return fits

    def choice(self, schema: Schema) -> Shape:
        """What is asked of a value by asking several schemas: at least one, or exactly one."""
        several = [self.of(each) for each in schema.get("anyOf", ())]
        single = [self.of(each) for each in schema.get("oneOf", ())]

        def fits(value: Any) -> bool:
            if several and not any(shape(value) for shape in several):
                return False
            return not single or sum(shape(value) for shape in single) == 1

        return fits

    def opposite(self, schema: Schema) -> Shape:
        """What must not be."""
        refused = self.of(schema["not"])
        return lambda value: not refused(value)

    def condition(self, schema: Schema) -> Shape:
        """What is asked of some values, and of the others."""
        when = self.of(schema["if"])
        then = self.of(schema["then"]) if "then" in schema else None
        otherwise = self.of(schema["else"]) if "else" in schema else None

        def fits(value: Any) -> bool:
            shape = then if when(value) else otherwise
            return shape is None or shape(value)

        return fits


def _all_of(shapes: tuple[Shape, ...]) -> Shape:
    """What is asked by every one of them."""

    def fits(value: Any) -> bool:
        for shape in shapes:  # noqa: SIM110 - a generator would double the time, a value at a time
            if not shape(value):
                return False
        return True

    return fits


def _nothing_fits(_: Any) -> bool:
    """No value may stand here."""
    return False


def _of_type(_: _Shapes, schema: Schema) -> Shape:
    """Values of some types; true and false are no numbers, and 1.0 is a whole one."""
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    types = {kind for name in names for kind in _TYPES[name]}
    if "integer" not in names or float in types:
        return lambda value: type(value) in types
    return lambda value: type(value) in types or (type(value) is float and value.is_integer())


def _of_values(_: _Shapes, schema: Schema) -> Shape:
    """Some values, none of them a map or a list; 1 and true differ."""
    values = [schema["const"]] if "const" in schema else schema["enum"]
    allowed = {(type(value) is bool, value) for value in values}
    return lambda value: (
        type(value) not in (dict, list) and (type(value) is bool, value) in allowed
    )


def _of_text(_: _Shapes, schema: Schema) -> Shape:
    """How a text is written, and how long it is."""
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    pattern = re.compile(schema["pattern"]).search if "pattern" in schema else None

    def fits(value: Any) -> bool:
        if type(value) is not str:
            return True
        if len(value) < least or (most is not None and len(value) > most):
            return False
        return pattern is None or pattern(value) is not None

    return fits


def _of_size(_: _Shapes, schema: Schema) -> Shape:
    """How small and how large a number is."""
    least, most = schema.get("minimum"), schema.get("maximum")

    def fits(value: Any) -> bool:
        if type(value) not in (int, float):
            return True
        return (least is None or value >= least) and (most is None or value <= most)

    return fits


_MAKERS: tuple[tuple[frozenset[str], Callable[[_Shapes, Schema], Shape]], ...] = (
    (frozenset({"type"}), _of_type),
    (frozenset({"const", "enum"}), _of_values),
    (frozenset({"minLength", "maxLength", "pattern"}), _of_text),
    (frozenset({"minimum", "maximum"}), _of_size),
    (frozenset({"$ref"}), _Shapes.reference),
    (
        frozenset(
            {
                "properties", "additionalProperties", "propertyNames", "required",
                "dependentRequired", "minProperties",
            }
        ),
        _Shapes.mapping,
    ),
    (frozenset({"items", "minItems", "maxItems", "uniqueItems"}), _Shapes.sequence),
    (frozenset({"anyOf", "oneOf"}), _Shapes.choice),
    (frozenset({"not"}), _Shapes.opposite),
    (frozenset({"if"}), _Shapes.condition),
)  # fmt: skip
_WORDS = frozenset({"allOf", "then", "else"}).union(*(words for words, _ in _MAKERS))
