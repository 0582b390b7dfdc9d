"""Checking many profiles against check-jsonschema on the same files, in one run.

Run with `python benchmarks/bulk_check.py [FILES]` (2,000 by default). The peer gets our published
schema; ours does all of its named rules too. The peak memory of both is printed.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = max((ROOT / "profiles" / "examples").glob("*.yaml"))


def timed(command: list[str]) -> float:
    """Seconds of one whole process; its verdict does not matter here."""
    start = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak(command: list[str]) -> int:
    """The peak memory of a process in MiB, measured by a parent that runs nothing else."""
    code = (
        "import resource,subprocess,sys;"
        "subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss//1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, check=True)
    return int(done.stdout)


def main() -> None:
    """Write the files, time both, print seconds, ratio and memory."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{n:05}.yaml" for n in range(count)]
        for file in files:
            shutil.copy(EXAMPLE, file)
        ours = [sys.executable, "-m", "sdgassess", "check", folder]
        few = Path(folder) / "few"
        few.mkdir()
        for file in files[:10]:
            shutil.copy(file, few)
        seconds = timed(ours)
        print(f"sdgassess check, {count} files: {seconds:.2f} s, {peak(ours)} MiB")
        print(f"  the same, 10 files: {peak([*ours[:-1], str(few)])} MiB")
        schema = Path(folder) / "schema.json"
        with schema.open("wb") as out:
            command = [sys.executable, "-m", "sdgassess", "schema", "profile"]
            subprocess.run(command, stdout=out, check=True)
        peer = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema)]
        theirs = timed([*peer, *map(str, files)])
        ratio = seconds / theirs
        print(f"check-jsonschema, {count} files: {theirs:.2f} s; ours / theirs {ratio:.3f}")


if __name__ == "__main__":
    main()
