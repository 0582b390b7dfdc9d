"""What a questionnaire file declares, by id and in order: what its rules may refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdgassess.files.build.values import level_of
from sdgassess.files.read.entry import Entry
from sdgassess.model.question import Level


@dataclass(frozen=True, slots=True)
class Declarations:
    """The entries of a questionnaire by id, in the order of the file.

    Attributes:
        nodes: the parts of the tree.
        questions: the questions, in the order in which they are asked.
        factors: the nodes that have a level.
        context: the unscored questions.
        style: the axes.
        patterns: the named risks.
        roles: the kinds of respondent.
        roll_ups: the declared roll-ups.
        sources: the documents.
        retired: the questions that are gone.
    """

    nodes: Mapping[str, Entry]
    questions: Mapping[str, Entry]
    factors: Mapping[str, Entry]
    context: Mapping[str, Entry]
    style: Mapping[str, Entry]
    patterns: Mapping[str, Entry]
    roles: Mapping[str, Entry]
    roll_ups: Mapping[str, Entry]
    sources: Mapping[str, Entry]
    retired: Mapping[str, Entry]

    def of_kind(self, kind: str) -> Mapping[str, Entry]:
        """What a subject of a kind may name."""
        lists = {
            "question": self.questions,
            "factor": self.factors,
            "context": self.context,
            "style": self.style,
            "pattern": self.patterns,
            "node": self.nodes,
            "role": self.roles,
            "roll_up": self.roll_ups,
            "source": self.sources,
            "retired": self.retired,
        }
        return lists[kind]


def declarations(questionnaire: Entry) -> Declarations:
    """Collect what a questionnaire declares; what has another shape is passed over."""
    nodes = dict(_named(all_nodes(questionnaire)))
    questions = [question for node in nodes.values() for question in node["questions"].items()]
    return Declarations(
        nodes=nodes,
        questions=dict(_named(questions)),
        factors={key: node for key, node in nodes.items() if "roll_up" in node},
        context=dict(_named(questionnaire["context"].items())),
        style=dict(_named(questionnaire["style"].items())),
        patterns=dict(_named(questionnaire["patterns"].items())),
        roles=dict(_named(questionnaire["roles"].items())),
        roll_ups=dict(_named(questionnaire["roll_ups"].items())),
        sources=dict(_named(questionnaire["sources"].items())),
        retired=dict(_named(questionnaire["retired"].items())),
    )


def all_nodes(entry: Entry) -> Iterator[Entry]:
    """Every part of the tree below an entry, in order."""
    for part in entry["parts"].items():
        yield part
        yield from all_nodes(part)


def all_questions(questionnaire: Entry) -> Iterator[Entry]:
    """Every question, the practice one first; also those whose id is wrong."""
    if "practice" in questionnaire:
        yield questionnaire["practice"]
    for node in all_nodes(questionnaire):
        yield from node["questions"].items()


def values_of(options: Entry) -> tuple[Level, ...]:
    """The values of a list of options."""
    levels = (level_of(option["value"].value) for option in options.items())
    return tuple(level for level in levels if level is not None)


def ids_of(entries: Entry) -> tuple[str, ...]:
    """The ids in a list."""
    return tuple(key for key, _ in _named(entries.items()))


def _named(entries: Iterator[Entry] | list[Entry]) -> Iterator[tuple[str, Entry]]:
    """Entries with their id."""
    for entry in entries:
        word = entry["id"].word
        if word is not None:
            yield word, entry
