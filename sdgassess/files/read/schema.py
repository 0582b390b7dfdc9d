"""Shape: is the tree what the published schema says? Accepted fast, explained slowly.

`jsonschema_rs` says yes in microseconds; only where it says no is `jsonschema` imported, to find
out what and where. Every way in which a schema can refuse becomes one kind of problem here, at
the place where somebody would look: an unknown key at the key, a missing one at what misses it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from sdgassess.files.read.entry import shown
from sdgassess.files.read.ids import lookalike_fact, near_fact
from sdgassess.files.read.source import PathInFile, SourceFile
from sdgassess.model.profile import State
from sdgassess.package import SCHEMAS
from sdgassess.problem import Fact, Problem

ValidationError = Any
"""`jsonschema.ValidationError`: what is in it depends on the keyword that refused."""

_MOST_PROBLEMS = 200  # more are read by nobody: a file of another shape would give thousands
_TEXT_LIKE = frozenset({"words", "note", "version", "id", "string", "source", "date"})


@cache
def schema_text(kind: str) -> str:
    """The published schema of a kind of file, as it is published."""
    return (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8")


def schema_of(kind: str) -> dict[str, Any]:
    """The published schema of a kind of file, as data."""
    schema: dict[str, Any] = json.loads(schema_text(kind))
    return schema


def check_schema(source: SourceFile, kind: str) -> list[Problem]:
    """Hold a source against the schema of its kind.

    Args:
        source: what was read.
        kind: `profile`, `questionnaire` or `reference`.

    Returns:
        Every problem of shape, in the order of the file; nothing where the shape is right.
    """
    if _accepts(kind)(source.data):
        return []
    errors = sorted(_errors(source.data, kind), key=lambda error: _offset(source, error))
    distinct = {
        (problem.code, problem.where.line, problem.where.column, str(problem.facts)): problem
        for error in errors
        for problem in _explain(source, error)
    }
    ordered = sorted(distinct.values(), key=lambda p: (p.where.line or 0, p.where.column or 0))
    return ordered[:_MOST_PROBLEMS]


def _offset(source: SourceFile, error: ValidationError) -> int:
    """Where an error's value begins."""
    mark = source.mark(tuple(error.absolute_path))
    return mark.key_start if mark else 0


@cache
def _accepts(kind: str) -> Callable[[Any], bool]:
    """The fast yes or no."""
    import jsonschema_rs  # noqa: PLC0415 - paid only by those who check

    # Two validators on purpose: this one is quick, and says too little of what it refused;
    # jsonschema says it all, and is loaded only where something is wrong.
    return jsonschema_rs.Draft202012Validator(schema_of(kind)).is_valid


@cache
def _explainer(kind: str) -> Any:
    """The slow validator that says what and where."""
    import jsonschema  # noqa: PLC0415 - heavy, and only needed where something was refused

    linear = {"uniqueItems": _unique_items}
    extend: Callable[..., Any] = jsonschema.validators.extend  # it has no types
    return extend(jsonschema.Draft202012Validator, linear)(schema_of(kind))


def _unique_items(_: Any, wanted: bool, items: Any, __: Any) -> Iterator[ValidationError]:
    """Whether all items differ; jsonschema holds each against each where they cannot be sorted."""
    import jsonschema  # noqa: PLC0415 - see `_explainer`

    if wanted and isinstance(items, list) and len(set(map(_identity, items))) < len(items):
        yield jsonschema.ValidationError("two items are equal")


def _identity(value: Any) -> str:
    """What equal values have in common; true is not 1."""
    return json.dumps(value, sort_keys=True)


def _errors(tree: Any, kind: str) -> Iterator[ValidationError]:
    """Every error, each narrowed down to what is really meant."""
    for error in _explainer(kind).iter_errors(tree):
        yield from _narrowed(error)


def _narrowed(error: ValidationError) -> Iterator[ValidationError]:
    """The errors of the branch that was most likely meant, where an error has branches.

    A branch that fails on the very value is not it; one that fails deeper inside is.
    """
    if error.validator not in ("anyOf", "oneOf") or not error.context:
        yield error
        return
    branches: dict[Any, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    deep = [errors for errors in branches.values() if all(inner.relative_path for inner in errors)]
    if not deep:
        yield error
        return
    for inner in min(deep, key=len):
        yield from _narrowed(inner)


def _explain(source: SourceFile, error: ValidationError) -> Iterator[Problem]:
    """The problems that one error stands for."""
    path: PathInFile = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path and error.validator != "type":
        where = source.where((*path, error.instance), key=True)
        yield Problem("P035", where, {"key": shown(error.instance), **_expected(error.schema)})
        return
    yield from _EXPLAIN.get(str(error.validator), _other)(source, path, error)


def _expected(schema: Any) -> dict[str, Fact]:
    """What a schema wants, as a word that the messages know."""
    if not isinstance(schema, Mapping):
        return {"expected": "other"}
    name = schema.get("$comment")
    if name is None:
        wanted = schema.get("type", "other")
        name = wanted if isinstance(wanted, str) else "-or-".join(wanted)
    return {"expected": str(name)}


def _unknown_keys(
    source: SourceFile, path: PathInFile, error: ValidationError
) -> Iterator[Problem]:
    """Keys that the schema does not have, each with the nearest that it has."""
    allowed = error.schema.get("properties", {})
    free = [name for name in allowed if name not in error.instance]
    for key in error.instance:
        if key not in allowed:
            facts: dict[str, Fact] = {"key": shown(key), "allowed": tuple(free)}
            if (place := _place_of_a_range(path, key)) is not None:
                facts["why"] = place
            where = source.where((*path, key), key=True)
            yield Problem("P030", where, {**facts, **near_fact(key, free), **lookalike_fact(key)})


def _place_of_a_range(path: PathInFile, key: str) -> str | None:
    """Where somebody wrote a range in the way that other tools have it: `scale` or `bands`."""
    if path[:1] == ("scale",) and key in ("from", "to", "bands"):
        return "scale"
    return "bands" if path[-2:-1] == ("bands",) and key == "to" else None


def _missing_keys(
    source: SourceFile, path: PathInFile, error: ValidationError
) -> Iterator[Problem]:
    """Keys that must be there, at the mapping that misses them."""
    for key in error.validator_value:
        if key not in error.instance:
            where = source.where(path, key=True)
            yield Problem("P031", where, {"key": key})


def _dependent_keys(
    source: SourceFile, path: PathInFile, error: ValidationError
) -> Iterator[Problem]:
    """Keys that need another one beside them."""
    for key, needed in error.validator_value.items():
        for neighbour in needed:
            if key in error.instance and neighbour not in error.instance:
                where = source.where((*path, key), key=True)
                yield Problem("P039", where, {"key": key, "needs": neighbour})


_JOINED = r"(?P<key>[a-z][a-z-]*):\S"
"""A key whose colon no space follows: YAML reads the whole as words."""


def _wrong_type(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """A value of another kind; what only lacks quotes, or spaces behind colons, is told so."""
    joined = re.match(_JOINED, error.instance) if isinstance(error.instance, str) else None
    if joined and joined["key"] in error.schema.get("properties", {}):
        facts: dict[str, Fact] = {"key": joined["key"], "why": "no-space"}
        yield Problem("P010", source.where(path), facts)
        return
    facts = {
        "found": shown(error.instance),
        **_expected(error.schema),
        **lookalike_fact(error.instance),
    }
    if error.instance is None or isinstance(error.instance, dict | list):
        facts["why"] = "shape"
    if facts["expected"] in _TEXT_LIKE and isinstance(error.instance, bool | int):
        facts["quoted"] = facts["found"]
    if facts["expected"] == "array" and str(error.instance).startswith("-"):
        facts["sign"] = "-"
    if path[:1] == ("answers",) and len(path) == len(("answers", "ID")):
        facts["entry"] = _entry_of(str(path[-1]), error.instance)
    yield Problem("P032", source.where(path), facts)


def _entry_of(question: str, typed: object) -> str:
    """An answer as it is written, where somebody wrote its level, its state or nothing alone."""
    if typed in [state.value for state in State]:
        return f"{question}: {{state: {typed}}}"
    level = typed if isinstance(typed, int) and not isinstance(typed, bool) else 3
    return f"{question}: {{level: {level}}}"


def _not_allowed(
    source: SourceFile, path: PathInFile, error: ValidationError
) -> Iterator[Problem]:
    """A value that is not among those allowed."""
    wanted = error.validator_value
    allowed = tuple(shown(w) for w in (wanted if isinstance(wanted, list) else [wanted]))
    word = shown(error.instance)
    facts: dict[str, Fact] = {"found": word, "allowed": allowed, **near_fact(word, allowed)}
    yield Problem("P033", source.where(path), facts)


def _misshapen(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """Text that is not written as it must be."""
    facts = {
        "found": shown(error.instance),
        **_expected(error.schema),
        **lookalike_fact(error.instance),
    }
    yield Problem("P034", source.where(path), facts)


def _empty(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """Something without content, or with too little of it."""
    yield Problem("P036", source.where(path), {"least": int(error.validator_value)})


def _too_many(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """A list with more items than can be."""
    most = int(error.validator_value)
    yield Problem("P046", source.where((*path, most)), {"most": most})


def _out_of_bounds(
    source: SourceFile, path: PathInFile, error: ValidationError
) -> Iterator[Problem]:
    """A number that is too small."""
    facts: dict[str, Fact] = {"found": shown(error.instance), "least": int(error.validator_value)}
    yield Problem("P038", source.where(path), facts)


def _branches(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """None of several shapes, or more than one of them."""
    keys = tuple(branch["required"][0] for branch in error.validator_value if "required" in branch)
    if not keys:
        yield from _wrong_type(source, path, error)
        return
    if not isinstance(error.instance, dict):
        return
    present = tuple(key for key in keys if key in error.instance)
    facts: dict[str, Fact] = {"allowed": keys}
    if len(present) > 1:
        where = source.where((*path, present[1]), key=True)
        yield Problem("P043", where, {"key": present[1], "beside": present[0]})
        return
    yield Problem("P037", source.where(path, key=True), facts)


def _twice(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """Two equal items in a list."""
    earlier: set[str] = set()
    for index, item in enumerate(error.instance):
        identity = _identity(item)
        if identity in earlier:
            yield Problem("P045", source.where((*path, index)), {"found": shown(item)})
        earlier.add(identity)


def _together(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """Two keys that must not stand together; what is no map has no keys to stand together."""
    if not isinstance(error.instance, dict):
        return
    beside, key = error.validator_value["required"]
    where = source.where((*path, key), key=True)
    yield Problem("P043", where, {"key": key, "beside": beside})


def _other(source: SourceFile, path: PathInFile, error: ValidationError) -> Iterator[Problem]:
    """What is left, should a schema ever refuse in another way."""
    yield Problem("P044", source.where(path), {"found": shown(error.instance)})


_EXPLAIN: Mapping[str, Callable[[SourceFile, PathInFile, ValidationError], Iterator[Problem]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "dependentRequired": _dependent_keys,
    "type": _wrong_type,
    "enum": _not_allowed,
    "const": _not_allowed,
    "pattern": _misshapen,
    "maxLength": _misshapen,
    "minLength": _empty,
    "minItems": _empty,
    "maxItems": _too_many,
    "minProperties": _empty,
    "minimum": _out_of_bounds,
    "anyOf": _branches,
    "oneOf": _branches,
    "uniqueItems": _twice,
    "not": _together,
}
