"""The verb that takes a profile over to a newer version of its questionnaire.

Without `--apply` nothing is written. With it, the old file is kept beside first, and the changes
are then spliced into the profile, so that whatever happens there is a whole file.

Codes: P523 the version is older · P524 another questionnaire · P525 roles that are gone.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from sdgassess.analysis.versions.migration import (
    Fate,
    Handover,
    Migration,
    migrate,
)
from sdgassess.cli.opening import (
    Opened,
    is_path,
    named_questionnaire,
    open_profile,
    typed,
    value_of,
)
from sdgassess.cli.terminal.streams import (
    columns,
    print_json,
    print_note,
    print_page,
    print_text,
)
from sdgassess.files.load import questionnaire_for
from sdgassess.files.names import fits_version
from sdgassess.files.splice.relocate import Relocation
from sdgassess.files.splice.splice import encoded
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold, keep_old
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.problem import (
    Fact,
    InputRefused,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.questionnaires.migration import migrate_screen
from sdgassess.report.results.versions import migrate_result


class Asked(NamedTuple):
    """What the command line asks for.

    Attributes:
        file: the profile.
        to: the version, or the path of a questionnaire.
        apply: whether to write it.
        questionnaire: the file of the version that the profile answers, where it is one's own.
        lang: the language asked for.
        as_json: whether a program is asking.
    """

    file: Path
    to: str
    apply: bool = False
    questionnaire: Path | None = None
    lang: str | None = None
    as_json: bool = False


def run_migrate(asked: Asked) -> None:
    """Take a profile over, or say what that would come to.

    Raises:
        InputRefused: the profile or a questionnaire is missing or broken, or has gone roles.
        UsageRefused: the version is older, or of another questionnaire.
        WriteRefused: the profile or the copy of the old file cannot be written.
    """
    if asked.file.is_dir():
        raise InputRefused(Problem("P002", Where(str(asked.file)), {"why": "profile"}))
    with ExitStack() as held:
        if asked.apply and asked.file.exists():
            held.enter_context(hold(asked.file))
        opened = _opened(asked)
        newer = _newer(opened, asked)
        migration = migrate(opened.profile, opened.questionnaire, newer)
        there = opened.profile.questionnaire.version == newer.version
        kept = _apply(opened, migration) if asked.apply and not there else None
    if asked.as_json:
        where = None if kept is None else str(kept)
        told = migrate_result(migration, newer, opened.file, where, applied=kept is not None)
        print_json(told)
        return
    if there:
        said = opened.words(
            "This profile answers version {version} already; there is nothing to do.",
            version=newer.version,
        )
        print_text(said)
        return
    print_page(migrate_screen(migration, newer, opened.words, columns()))
    _say_how_to_go_on(opened, asked, kept)


def _opened(asked: Asked) -> Opened:
    """The profile, read with the file of `--to` where it was taken over to that one before.

    Raises:
        InputRefused: the profile, or the questionnaire that it answers, is missing or broken.
    """
    try:
        return open_profile(asked.file, asked.questionnaire, asked.lang)
    except InputRefused as refused:
        codes = {one.code for one in refused.problems}
        if not is_path(asked.to) or not codes & {"P120", "P121"}:
            raise
        try:
            return open_profile(asked.file, Path(asked.to), asked.lang)
        except InputRefused:
            raise refused from None


def _newer(opened: Opened, asked: Asked) -> Questionnaire:
    """The version to take the profile over to."""
    own = opened.profile.questionnaire
    to = asked.to.removeprefix(f"{own.id}@")
    if to == own.version:
        return opened.questionnaire
    if fits_version(to) and not is_path(to):
        _refuse_older(opened, to)
        found = questionnaire_for(QuestionnaireRef(own.id, to), asked.file.parent)
    else:
        found = named_questionnaire(to, asked.file.parent)
    newer = value_of(found)
    if newer.id != own.id:
        facts = {"theirs": own.id, "ours": newer.id}
        raise UsageRefused(Problem("P524", Where(opened.file), facts))
    _refuse_other_words(opened, newer, to)
    _refuse_older(opened, newer.version)
    _refuse_gone_roles(opened, newer)
    return newer


def _refuse_older(opened: Opened, version: str) -> None:
    """There is no way back: what was answered later has no place in an older version."""
    own = opened.profile.questionnaire
    if version_order(version) < version_order(own.version):
        facts = {"version": own.version, "older": version}
        raise UsageRefused(Problem("P523", Where(opened.file), facts))


def _refuse_other_words(opened: Opened, newer: Questionnaire, to: str) -> None:
    """A file that calls itself the version that is answered, and says something else."""
    own = opened.profile.questionnaire
    if newer.version == own.version and newer != opened.questionnaire:
        facts = {"id": own.id, "version": own.version, "other": f"{own.id}-{own.version}.yaml"}
        raise InputRefused(Problem("P230", Where(to), facts))


def _refuse_gone_roles(opened: Opened, newer: Questionnaire) -> None:
    """A voice needs its role; one that is gone has no place anywhere in a profile."""
    roles = {role.id for role in newer.roles}
    gone = tuple(one for one in spoken_roles(opened.profile) if roles and one not in roles)
    if gone:
        facts: dict[str, Fact] = {"roles": gone, "version": newer.version}
        raise InputRefused(Problem("P525", Where(opened.file), facts))


def spoken_roles(profile: Profile) -> tuple[str, ...]:
    """The roles that a profile names, each once: who took part, who answered, who agreed."""
    answers = list(profile.answers.values())
    answers += [one.answer for one in profile.parked.values()]
    answers += [one.answer for one in profile.unmapped.values()]
    named = [person.role for person in profile.participants]
    named += [voice.role for answer in answers for voice in answer.voices]
    named += [role for answer in answers if answer.agreed for role in answer.agreed.by]
    return tuple(dict.fromkeys(named))


def _apply(opened: Opened, migration: Migration) -> Path:
    """Keep the old file, then write the profile; where the old file is kept."""
    path, document = Path(opened.file), opened.source
    version = migration.before.questionnaire.version
    kept = keep_old(path, encoded(document, document.text), version)
    file = ProfileFile.opened(path, document, opened.profile)
    file.move([move for one in migration.answers for move in moves_of(one)])
    file.save(migration.profile)
    return kept


def moves_of(one: Handover) -> tuple[Relocation, ...]:
    """The lines of the file that go elsewhere with an answer, remarks and all."""
    to = "unmapped" if one.fate is Fate.UNMAPPED else one.section
    if one.question in one.to and to == one.section:
        return ()
    return (Relocation(one.section, one.question, to, one.to[0]),)


def _say_how_to_go_on(opened: Opened, asked: Asked, kept: Path | None) -> None:
    """What was written, or that nothing was, and the command that follows."""
    words, file = opened.words, typed(opened.file)
    if kept is None:
        own = f" --questionnaire {typed(str(asked.questionnaire))}" if asked.questionnaire else ""
        command = f"sdgassess migrate {file} --to {typed(asked.to)}{own} --apply"
        print_note(words("Nothing has been written. To do it: {command}", command=command))
        return
    print_note(
        words("Written to {file}; the old file is {kept}.", file=file, kept=typed(str(kept)))
    )
    own = f" --questionnaire {typed(asked.to)}" if is_path(asked.to) else ""
    command = f"sdgassess assess {file}{own}"
    print_note(words("Go on with: {command}", command=command))
