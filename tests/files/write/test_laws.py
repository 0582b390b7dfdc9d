"""Laws of writing: what is written reads back, and what nobody changed stays."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdgassess.files.build.profile import build_profile
from sdgassess.files.read.reader import parse
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.buffer import Buffer
from sdgassess.files.splice.fragment import dump
from sdgassess.files.splice.layout import LaidOut, profile_tree
from sdgassess.files.splice.plan import comparable, plan, same
from sdgassess.files.splice.splice import spliced
from sdgassess.files.write.profile_file import in_the_files_terms
from sdgassess.model.profile import Profile
from sdgassess.problem import has_errors
from tests.given.chance import seeded
from tests.given.handwriting import by_hand, changed
from tests.given.texts import profiles, text

texts = seeded(text)
keys = st.sampled_from(["answers", "evidence", "voices", "style", "level"]) | texts.filter(
    lambda key: len(key) < 200
)
trees = st.recursive(
    texts | st.integers(-(10**17), 10**17) | st.booleans(),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(keys, parts, max_size=4),
    max_leaves=12,
)
slow_to_make = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def read(text: str) -> SourceFile:
    document, problems = parse(text.encode(), "x.yaml")
    assert document is not None, problems
    assert not has_errors(problems), problems
    return document


@settings(slow_to_make, max_examples=150)
@given(st.dictionaries(keys, trees, min_size=1, max_size=4))
def test_a_new_file_reads_as_its_tree(wanted: dict[str, Any]) -> None:
    written = dump(wanted)
    document, problems = parse(written.encode(), "x.yaml")
    assert document is not None, problems
    assert problems == [], written
    assert repr(document.data) == repr(wanted)
    assert list(yaml.parse(written, yaml.BaseLoader)), "PyYAML's own parser reads it, as it comes"
    assert words_of(yaml.load(written, yaml.BaseLoader)) == words_of(wanted)


def words_of(tree: Any) -> Any:
    """A tree with everything as the words that other readers see."""
    if isinstance(tree, dict):
        return {key: words_of(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [words_of(value) for value in tree]
    return {True: "true", False: "false"}[tree] if isinstance(tree, bool) else str(tree)


@settings(slow_to_make, max_examples=100)
@given(profiles)
def test_a_profile_comes_back_from_its_file(profile: Profile) -> None:
    assert build_profile(read(dump(profile_tree(profile))).data) == profile


@settings(slow_to_make, max_examples=60)
@given(profiles, profiles)
def test_a_tree_that_shares_what_stayed_is_the_tree_made_anew(old: Profile, new: Profile) -> None:
    before = LaidOut(old, profile_tree(old))
    after = new._replace(answers={**new.answers, **old.answers})
    tree = profile_tree(after, before)
    assert repr(tree) == repr(profile_tree(after))
    assert all(tree["answers"][key] is before.tree["answers"][key] for key in old.answers)


@settings(slow_to_make, max_examples=60)
@given(profiles, profiles)
def test_a_profile_comes_back_from_a_file_that_was_another(old: Profile, new: Profile) -> None:
    document = read(dump(profile_tree(old)))
    wanted = in_the_files_terms(document.data, profile_tree(old), profile_tree(new))
    assert build_profile(spliced(document, wanted).data) == new


@settings(slow_to_make, max_examples=400)
@given(st.integers(0, 2**32))
def test_a_text_written_by_hand_can_be_made_to_say_anything(seed: int) -> None:
    random = Random(seed)
    document, hand = by_hand(random)
    wanted = changed(random, document.data)
    after = spliced(document, wanted)
    assert same(read(after.text).data, wanted)
    for remark in hand.remarks:
        at = document.text.find(remark)
        if at >= 0 and not any(start <= at <= end for start, end in doomed(document, wanted)):
            assert remark in after.text


@settings(slow_to_make, max_examples=100)
@given(st.integers(0, 2**32))
def test_a_text_written_by_hand_stays_as_it_is_when_nothing_changes(seed: int) -> None:
    document, _ = by_hand(Random(seed))
    assert spliced(document, read(document.text).data) is document


@settings(slow_to_make, max_examples=100)
@given(st.integers(0, 2**32))
def test_a_change_taken_back_says_what_was_said_before(seed: int) -> None:
    random = Random(seed)
    document, _ = by_hand(random)
    there = spliced(document, changed(random, document.data))
    back = spliced(there, document.data)
    assert same(back.data, document.data)
    assert spliced(back, document.data).text == back.text


def doomed(document: SourceFile, wanted: Any) -> list[tuple[int, int]]:
    """Where remarks may go: in entries that are taken out, or whose value is replaced whole."""
    sheet = Buffer(document, 32)
    pieces: list[tuple[int, int]] = []

    def walk(have: Any, want: Any) -> None:
        steps, places = plan(have, want), sheet.entries(have)
        gone = [places[key] for key in steps.removed]
        pieces.extend((place.start, sheet.line_end(place.end)) for place in gone)
        for key, value in steps.staying.items():
            if comparable(have[key], value):
                walk(have[key], value)
            elif not same(have[key], value):
                pieces.append((places[key].value, sheet.line_end(places[key].end)))

    walk(document.data, wanted)
    return pieces


def test_the_hand_really_writes_remarks_everywhere() -> None:
    random = Random(7)
    written = "\n".join(by_hand(random)[0].text for _ in range(200))
    assert len(re.findall("# remark", written)) > 500
    for layout in (r"\[", r"\{", r"\|-?\s+# remark", r"\r\n", r"'", r"\n- "):
        assert re.search(layout, written), layout
