"""What the system says when it refuses a write, as problems that say what to do."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from sdgassess.problem import Problem, Where, WriteRefused

_CODES = {
    errno.ENOENT: "P401",
    errno.ENOTDIR: "P401",
    errno.EISDIR: "P402",
    errno.EACCES: "P403",
    errno.EPERM: "P403",
    errno.EROFS: "P405",
    errno.ENOSPC: "P406",
    errno.EDQUOT: "P407",
    errno.EFBIG: "P408",
    errno.ENAMETOOLONG: "P409",
    errno.EEXIST: "P410",
    errno.ELOOP: "P415",
}


def refusal(
    error: OSError | RuntimeError | ValueError, path: Path, target: Path | None = None
) -> WriteRefused:
    """The refusal that an error of the system amounts to.

    Args:
        error: what the system said.
        path: the file as the user named it.
        target: the file that is really meant, where that is another one.
    """
    number = getattr(error, "errno", None) or _number(error)
    code = _CODES.get(number, "P416")
    facts = {
        "folder": str((target or path).parent),
        "target": str(target or path),
        "reason": os.strerror(number),
    }
    return WriteRefused(Problem(code, Where(str(path)), facts))


def _number(error: Exception) -> int:
    """The number of an error that carries none."""
    if isinstance(error, FileExistsError):
        return errno.EEXIST
    if isinstance(error, RuntimeError):  # what older Pythons say of a chain of links
        return errno.ELOOP
    return errno.EINVAL if isinstance(error, ValueError) else errno.EIO
