"""The verb that takes a profile over to a newer version of its questionnaire.

Without `--apply` nothing is written. With it, the old file is kept beside first, and the changes
are then spliced into the profile, so that whatever happens there is a whole file.

Codes: P523 the version is older · P524 another questionnaire · P525 roles that are gone.
"""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer

from sdgassess.analysis.versions.migration import (
    Fate,
    Handover,
    Migration,
    migrate,
)
from sdgassess.cli.opening import (
    OpenProfile,
    named_questionnaire,
    open_profile,
    value_of,
)
from sdgassess.cli.options import AsJson, Debug, Lang, ProfilePath, QuestionnairePath
from sdgassess.cli.paths import is_path, shelf_for
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import (
    print_json,
    print_note,
    print_screen,
    print_text,
)
from sdgassess.files.load import questionnaire_for
from sdgassess.files.read.ids import fits_version
from sdgassess.files.splice.relocate import Relocation
from sdgassess.files.splice.splice import encoded
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.files.write.writer import hold, keep_old
from sdgassess.language import N_
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.phrases.saving import GO_ON_WITH
from sdgassess.problem import (
    Fact,
    InputRefused,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.questionnaires.migration import migration_blocks
from sdgassess.report.results.versions import migrate_result


def run_migrate(
    *,
    file: ProfilePath,
    to: Annotated[
        str,
        typer.Option("--to", metavar="VERSION|PATH", help=N_("The newer version, or its file.")),
    ],
    apply: Annotated[
        bool, typer.Option("--apply", help=N_("Write it; the old file is kept beside."))
    ] = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Take a profile over, or say what that would come to.

    Raises:
        InputRefused: the profile or a questionnaire is missing or broken, or has gone roles.
        UsageRefused: the version is older, or of another questionnaire.
        WriteRefused: the profile or the copy of the old file cannot be written.
    """
    if file.is_dir():
        raise InputRefused(Problem("P002", Where(str(file)), {"why": "profile"}))
    with ExitStack() as locks:
        if apply and file.exists():
            locks.enter_context(hold(file))
        opened = _open(file, to, questionnaire, lang)
        newer = _newer(opened, to)
        migration = migrate(opened.profile, opened.questionnaire, newer)
        up_to_date = opened.profile.questionnaire.version == newer.version
        copy = _apply(opened, migration) if apply and not up_to_date else None
    if as_json:
        path = None if copy is None else str(copy)
        print_json(migrate_result(migration, newer, opened.file, path, applied=copy is not None))
        return
    if up_to_date:
        sentence = opened.words(
            "This profile answers version {version} already; there is nothing to do.",
            version=newer.version,
        )
        print_text(sentence)
        return
    print_screen(migration_blocks(migration, newer, opened.words))
    if copy is None:
        _note_command(opened, to, questionnaire)
    else:
        _note_written(opened, copy, to)


def _open(file: Path, to: str, questionnaire: Path | None, lang: str | None) -> OpenProfile:
    """The profile, read with the file of `--to` where it was taken over to that one before.

    Raises:
        InputRefused: the profile, or the questionnaire that it answers, is missing or broken.
    """
    try:
        return open_profile(file, questionnaire, lang)
    except InputRefused as refused:
        codes = {problem.code for problem in refused.problems}
        if not is_path(to) or not codes & {"P120", "P121"}:
            raise
        try:
            return open_profile(file, Path(to), lang)
        except InputRefused:
            raise refused from None


def _newer(opened: OpenProfile, to: str) -> Questionnaire:
    """The version to take the profile over to."""
    own = opened.profile.questionnaire
    to = to.removeprefix(f"{own.id}@")
    if to == own.version:
        return opened.questionnaire
    file = Path(opened.file)
    if fits_version(to) and not is_path(to):
        _refuse_older(opened, to)
        newer = value_of(questionnaire_for(QuestionnaireRef(own.id, to), shelf_for(file)))
    else:
        newer = value_of(named_questionnaire(to, file))
    if newer.id != own.id:
        facts = {"theirs": own.id, "ours": newer.id}
        raise UsageRefused(Problem("P524", Where(opened.file), facts))
    _refuse_other_words(opened, newer, to)
    _refuse_older(opened, newer.version)
    _refuse_gone_roles(opened, newer)
    return newer


def _refuse_older(opened: OpenProfile, version: str) -> None:
    """There is no way back: what was answered later has no place in an older version."""
    own = opened.profile.questionnaire
    if version_order(version) < version_order(own.version):
        facts = {"version": own.version, "older": version}
        raise UsageRefused(Problem("P523", Where(opened.file), facts))


def _refuse_other_words(opened: OpenProfile, newer: Questionnaire, to: str) -> None:
    """A file that calls itself the version that is answered, and says something else."""
    own = opened.profile.questionnaire
    if newer.version == own.version and newer != opened.questionnaire:
        facts = {"id": own.id, "version": own.version, "other": f"{own.id}-{own.version}.yaml"}
        raise InputRefused(Problem("P230", Where(to), facts))


def _refuse_gone_roles(opened: OpenProfile, newer: Questionnaire) -> None:
    """A voice needs its role; one that is gone has no place anywhere in a profile."""
    roles = {role.id for role in newer.roles}
    missing = tuple(role for role in spoken_roles(opened.profile) if roles and role not in roles)
    if missing:
        facts: dict[str, Fact] = {"roles": missing, "version": newer.version}
        raise InputRefused(Problem("P525", Where(opened.file), facts))


def spoken_roles(profile: Profile) -> tuple[str, ...]:
    """The roles that a profile names, each once: who took part, who answered, who agreed."""
    answers = list(profile.answers.values())
    answers += [parked.answer for parked in profile.parked.values()]
    answers += [unmapped.answer for unmapped in profile.unmapped.values()]
    roles = [person.role for person in profile.participants]
    roles += [voice.role for answer in answers for voice in answer.voices]
    roles += [role for answer in answers if answer.agreed for role in answer.agreed.by]
    return tuple(dict.fromkeys(roles))


def _apply(opened: OpenProfile, migration: Migration) -> Path:
    """Keep the old file, then write the profile; where the copy of the old file is."""
    path, source = Path(opened.file), opened.source
    version = migration.before.questionnaire.version
    copy = keep_old(path, encoded(source, source.text), version)
    file = ProfileFile.opened(path, source, opened.profile)
    file.keep_remarks()
    file.move([move for answer in migration.answers for move in moves_of(answer)])
    file.save(migration.profile)
    return copy


def moves_of(answer: Handover) -> tuple[Relocation, ...]:
    """The lines of the file that go elsewhere with an answer, remarks and all."""
    to = "unmapped" if answer.fate is Fate.UNMAPPED else answer.section
    if answer.question in answer.to and to == answer.section:
        return ()
    return (Relocation(answer.section, answer.question, to, answer.to[0]),)


def _note_command(opened: OpenProfile, to: str, questionnaire: Path | None) -> None:
    """That nothing was written, and the command that does it."""
    own = f" --questionnaire {quoted(questionnaire)}" if questionnaire else ""
    command = f"sdgassess migrate {quoted(opened.file)} --to {quoted(to)}{own} --apply"
    print_note(opened.words("Nothing has been written. To do it: {command}", command=command))


def _note_written(opened: OpenProfile, copy: Path, to: str) -> None:
    """What was written, and the command that goes on with it."""
    words, file = opened.words, quoted(opened.file)
    print_note(words("Written to {file}; the old file is {kept}.", file=file, kept=quoted(copy)))
    own = f" --questionnaire {quoted(to)}" if is_path(to) else ""
    print_note(words(GO_ON_WITH, command=f"sdgassess assess {file}{own}"))
