"""What is said of one question in two years, in a word: which way it went, or why not."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """How a question stands to an earlier year: up, down, same, or not to be compared."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NOT_COMPARABLE = "not-comparable"


class Because(StrEnum):
    """Why two answers cannot be held against each other."""

    REWORDED = "reworded"
    RESCALED = "rescaled"
    ADDED = "added"
    REMOVED = "removed"
    REPLACES = "replaces"
    MOVED = "moved"
    REPLACED = "replaced"
    NOT_ASKED = "not-asked"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class When(StrEnum):
    """In which of two years a level is lacking."""

    THEN = "then"
    NOW = "now"
    BOTH = "then-and-now"
