"""A question: one maturity grid, with an anchor text per level, in several languages.

Values of options are exact, so that a scale may be whole or decimal.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Self

from sdgassess.model.condition import Condition
from sdgassess.text import Exact, exact

Level = Exact
"""A value on a scale. Whole in our own questionnaire (0-4), decimal where somebody's model is."""

_MOST_SUMS = 1_000
"""How many sums of several answers are told apart; a scale of more helps nobody."""


class Text(NamedTuple):
    """One text in several languages, by language code."""

    words: Mapping[str, str]

    def in_language(self, language: str) -> tuple[str, str]:
        """The text and the language it really is in: the one asked for, else English, else any."""
        for choice in (language, "en", *self.words):
            if choice in self.words:
                return self.words[choice], choice
        return "", language

    def reads(self, wording: str) -> bool:
        """Whether words are this text's in any language, however they are wrapped or composed."""
        if wording in self.words.values():
            return True
        return folded(wording) in {folded(words) for words in self.words.values()}


def folded(wording: str) -> str:
    """Words as they are compared: composed (NFC), white space folded."""
    import unicodedata  # noqa: PLC0415 - only where words differ at all

    return " ".join(unicodedata.normalize("NFC", wording).split())


class Quote(NamedTuple):
    """Words of a document, verbatim, with `document:line` as their source.

    `gloss` is a translation of ours, for readers of other languages.
    """

    quote: str
    source: str
    gloss: Text | None = None


class BackedBy(StrEnum):
    """What can back an answer: a document, agreement between roles, or either."""

    DOCUMENT = "document"
    PERCEPTION = "perception"
    EITHER = "either"


class Option(NamedTuple):
    """One answer that a question allows: its value and the anchor text that describes it.

    `id` tells it from another of the same value, and names it where several may be chosen.
    """

    value: Level
    text: Text
    id: str | None = None


class QuestionKind(StrEnum):
    """Whether one answer is chosen, or several that are added up."""

    ONE = "one"
    SEVERAL = "several"


class Need(NamedTuple):
    """What a step needs first: it can hardly be taken while something else is missing.

    Attributes:
        to: the target levels of the step.
        alternatives: the levels that must stand, by question; one alternative is enough.
        instead: the questions to raise before it.
        because: why.
    """

    to: tuple[Level, ...]
    alternatives: tuple[Mapping[str, Level], ...]
    instead: tuple[str, ...]
    because: Text


class StepOrigin(StrEnum):
    """Whose advice a next step is: said or shown in the documents, or the tool's own."""

    DOCUMENTS = "documents"
    TOOL = "tool"


class NextStep(NamedTuple):
    """Advice for moving up on a question.

    Attributes:
        text: what to do.
        origin: whose advice it is.
        to: the target levels it is for; empty means every target.
        quotes: where the documents say or show it.
    """

    text: Text
    origin: StepOrigin
    to: tuple[Level, ...] = ()
    quotes: tuple[Quote, ...] = ()


class ChangeKind(StrEnum):
    """What happened to a question in a version."""

    ADDED = "added"
    REWORDED = "reworded"
    RESCALED = "rescaled"
    REPLACES = "replaces"


class Comparable(StrEnum):
    """Whether answers from before a change may be held against answers from after it."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    NONE = "none"


class Change(NamedTuple):
    """One entry of a question's history.

    Attributes:
        version: the version that brought the change.
        kind: what happened.
        comparable: whether older answers may be compared.
        replaces: ids of the questions it stands for, where it replaces any.
        levels: old level to new level, where a map was given.
        note: why, in words.
    """

    version: str
    kind: ChangeKind
    comparable: Comparable
    replaces: tuple[str, ...] = ()
    levels: Mapping[Level, Level] | None = None
    note: Text | None = None


class Question(NamedTuple):
    """One maturity grid: a question with an anchor text per level.

    Attributes:
        id: permanent, never reused.
        text: what is read aloud.
        options: the allowed answers, in the order in which they are read.
        core: whether it belongs to the quick scan and carries the cap.
        backed_by: what can back its answer.
        roles: the roles it is put to; empty means everybody.
        last_word: the role whose voices can cap the value, if any.
        ask_if: asked only where this holds; None means always.
        guidance: what counts and what doesn't.
        evidence_hint: which documents would show it.
        next_steps: advice for moving up.
        history: what happened to it in earlier versions.
        kind: whether one answer is chosen, or several that are added up.
        cap: the most that several answers together are worth.
        weight: how much it counts where its part is weighted.
        of: the context question that says of how many, for a count beside the answer.
        first: what its steps need first.
    """

    id: str
    text: Text
    options: tuple[Option, ...]
    core: bool = False
    backed_by: BackedBy = BackedBy.DOCUMENT
    roles: tuple[str, ...] = ()
    last_word: str | None = None
    ask_if: Condition | None = None
    guidance: Text | None = None
    evidence_hint: Text | None = None
    next_steps: tuple[NextStep, ...] = ()
    history: tuple[Change, ...] = ()
    kind: QuestionKind = QuestionKind.ONE
    cap: Level | None = None
    weight: Level = 1
    of: str | None = None
    first: tuple[Need, ...] = ()

    @property
    def several(self) -> bool:
        """Whether several answers may be chosen."""
        return self.kind is QuestionKind.SEVERAL

    @property
    def lowest(self) -> Level:
        """The lowest value that can be answered."""
        values = [option.value for option in self.options]
        if not self.several:
            return min(values)
        return sum((min(value, 0) for value in values), 0)

    @property
    def highest(self) -> Level:
        """The highest value that can be answered."""
        values = [option.value for option in self.options]
        if not self.several:
            return max(values)
        total = sum((max(value, 0) for value in values), 0)
        return total if self.cap is None else min(total, self.cap)

    @property
    def levels(self) -> tuple[Level, ...]:
        """Every level that it can stand at, ascending; of very many sums only some."""
        if not self.several:
            return tuple(sorted({option.value for option in self.options}))
        sums: set[Level] = {0}
        for option in self.options:
            if len(sums) < _MOST_SUMS:
                sums |= {total + option.value for total in sums}
        return tuple(sorted({t if self.cap is None else min(t, self.cap) for t in sums}))

    def worth(self, chosen: Sequence[str]) -> Level:
        """What chosen options are worth together, by their ids, up to the cap."""
        total = sum((option.value for option in self.chosen(chosen)), 0)
        return total if self.cap is None else min(total, self.cap)

    def steps(self, low: Level, high: Level) -> int:
        """How many steps it is from one level up to another; of several answers, how many more."""
        if not self.several:
            return len({option.value for option in self.options if low < option.value <= high})
        worth, steps = high - low, 0
        for value in sorted((option.value for option in self.options), reverse=True):
            if worth <= 0 or value <= 0:
                break
            steps, worth = steps + 1, worth - value
        return steps

    @property
    def by_id(self) -> bool:
        """Whether answers are named by the ids of options, since values alone don't tell which."""
        return self.several or len({option.value for option in self.options}) < len(self.options)

    def chosen(self, identities: Sequence[str]) -> tuple[Option, ...]:
        """The options with these ids, in the order in which they are read."""
        return tuple(option for option in self.options if option.id in identities)

    def choice(self, identities: Sequence[str]) -> Option:
        """Chosen options as one answer: worth what they are together, with all of their words.

        Its id holds theirs with spaces between, so that `named` finds them again.
        """
        chosen = self.chosen(identities)
        if len(chosen) == 1:
            return chosen[0]
        languages = list(self.options[0].text.words)
        texts = {
            language: "; ".join(option.text.in_language(language)[0] for option in chosen)
            for language in languages
        }
        return Option(self.worth(identities), Text(texts), " ".join(o.id or "" for o in chosen))

    def named(self, answer: Option) -> tuple[str, ...] | None:
        """The ids that an answer consists of; None where answers are told apart by their level."""
        return tuple((answer.id or "").split()) if self.by_id else None

    def label(self, answer: Option) -> str:
        """An answer as it is shown and typed: its value, or its ids where these name answers."""
        return (answer.id or "0") if self.by_id else exact(answer.value)

    def standing_at(
        self, level: Level | None, identities: Sequence[str] | None = None
    ) -> tuple[Option, ...]:
        """What was answered where a question stands at a level.

        Args:
            level: where it stands.
            identities: the ids of the options that were chosen, where an answer names them.

        Returns:
            The chosen options where they are worth the level, else the only option of that value;
            none where it is not known which was chosen.
        """
        if level is None:
            return ()
        if identities is not None and self.worth(identities) == level:
            return self.chosen(identities)
        if self.several:
            return ()
        matching = tuple(option for option in self.options if option.value == level)
        return matching if len(matching) == 1 else ()

    def above(self, level: Level, identities: Sequence[str] = ()) -> tuple[Level, ...]:
        """The levels that one step could lead to, from a level and what is chosen; ascending."""
        if not self.several:
            values = {option.value for option in self.options}
        else:
            rest = (option for option in self.options if option.id not in identities)
            values = {level + option.value for option in rest if option.value > 0}
            values = {value if self.cap is None else min(value, self.cap) for value in values}
        return tuple(sorted(value for value in values if value > level))

    def option(self, level: Level) -> Option | None:
        """The only answer of this value; None where there is none, or a value names no answer."""
        return next(iter(self.standing_at(level)), None)

    def answered(self, level: Level | None, identities: Sequence[str] | None) -> Option | None:
        """What was answered, as one answer with its words.

        Args:
            level: the level that was recorded.
            identities: the ids of what was chosen, where the answer names them.

        Returns:
            The chosen options taken together, else the only one of this value; None where there is
            no answer, or it is not known which was chosen.
        """
        if identities is not None:
            known = {option.id for option in self.options}
            return self.choice(identities) if known.issuperset(identities) else None
        return None if level is None else self.option(level)

    def next_step(self, target: Level) -> NextStep | None:
        """The advice for reaching a target: its own, else the one for every target."""
        own = (step for step in self.next_steps if target in step.to)
        return next(own, next((step for step in self.next_steps if not step.to), None))

    def asked_like(self, question: Self) -> bool:
        """Whether this and another question are asked alike.

        Question, values and anchors are the same in a language that both have whole; a
        translation that was mended elsewhere changes nothing about what was answered. How many
        answers may be chosen, up to which cap and under which names, is part of it; in which
        order they are read is not.
        """
        if self._answered_with() != question._answered_with():
            return False
        texts = [(self.text, question.text)]
        options = zip(self._sorted_options(), question._sorted_options(), strict=True)
        texts += [(ours.text, theirs.text) for ours, theirs in options]
        return any(
            all(
                language in a.words and a.words[language] == b.words.get(language)
                for a, b in texts
            )
            for language in self.text.words
        )

    def _answered_with(self) -> tuple[object, ...]:
        """What may be answered, without its words; ids count only where values do not tell."""
        options = self._sorted_options()
        values = [option.value for option in options]
        ids = [option.id for option in options] if self.by_id else []
        return self.kind, self.cap if self.several else None, values, ids

    def _sorted_options(self) -> list[Option]:
        """The options by value, and by id where values do not tell them apart."""
        return sorted(self.options, key=lambda option: (option.value, option.id or ""))
