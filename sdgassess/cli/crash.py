"""The log of a crash. It stands apart so that what it needs is loaded only when there is one."""

from __future__ import annotations

import os
import platform
import tempfile
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from sdgassess import __version__
from sdgassess.files.write.rights import PRIVATE
from sdgassess.files.write.writer import write_new


def keep_crash_log(error: Exception, arguments: Sequence[str]) -> str:
    """Write a log of an unexpected error.

    Args:
        error: what happened.
        arguments: the command line that it happened on.

    Returns:
        The path of the log, or a dash where even that could not be written.
    """
    stamp = time.strftime("%Y%m%d-%H%M%S")
    path = Path(tempfile.gettempdir()) / f"sdgassess-{stamp}-{os.getpid()}.log"
    report = [
        f"sdgassess {__version__}, Python {platform.python_version()}, {platform.system()}",
        "arguments: " + " ".join(arguments),
        "",
        *traceback.format_exception(error),
    ]
    try:
        write_new(path, "\n".join(report), PRIVATE)
    except Exception:  # noqa: BLE001 - a log that fails must not hide what it is about
        return "-"
    return str(path)
