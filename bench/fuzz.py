"""Bends the files of every reader, led by what the code does (atheris), and says what broke."""

import argparse
import importlib
import importlib.util
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import Final

ROOT: Final = Path(__file__).parent.parent
FOUND: Final = ROOT / ".cache/fuzz"
"""Inputs that reached new code, to go on from the next time; may be deleted."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where nothing broke; 1 with what did: its input lies in tests/corpora/fuzz/ as <reader>-crash-…,
    to be moved into the reader's folder once it is mended, where the tests try it for ever."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=30, help="for each reader")
    parser.add_argument("--reader", action="append", help="only this one; may be said again")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        return _bend(options.inside, options.seconds)
    from fuzzed import READERS

    broken = [name for name in options.reader or READERS if _apart(name, options.seconds)]
    print(f"{len(options.reader or READERS)} readers, {options.seconds} s each; broken: {', '.join(broken) or 'none'}")
    return 1 if broken else 0


def _apart(name: str, seconds: int) -> bool:
    """Whether a reader broke, in a process of its own."""
    command = [sys.executable, __file__, "--inside", name, "--seconds", str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    last = [line for line in done.stderr.splitlines() if line.startswith("Done ") or "Error" in line]
    print(f"{name}: {last[-1] if last else 'ended with ' + str(done.returncode)}", flush=True)
    if done.returncode:
        print(done.stderr[-4000:], file=sys.stderr)
    return bool(done.returncode)


def _bend(name: str, seconds: int) -> int:
    if importlib.util.find_spec("atheris") is None:
        return _by_chance(name, seconds)
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["portal"]):
        from fuzzed import KEPT, READERS, kept_inputs
    found = FOUND / name
    found.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate([*READERS[name].seeds, *kept_inputs(name)]):
        (found / f"true-{number}").write_bytes(data)
    limits = [f"-max_total_time={seconds}", f"-max_len={READERS[name].most}", "-timeout=20", "-rss_limit_mb=2048"]
    atheris.Setup([name, *limits, f"-artifact_prefix={KEPT / name}-", str(found)], READERS[name].act)
    atheris.Fuzz()
    return 0


def _by_chance(name: str, seconds: int) -> int:
    """The same where atheris has no wheel: nothing leads it, and what breaks is written all the same."""
    from fuzzed import KEPT, READERS, bent

    reader, end, count = READERS[name], monotonic() + seconds, 0
    while monotonic() < end:
        data, count = bent(reader.seeds[count % len(reader.seeds)], count, reader.most), count + 1
        try:
            reader.act(data)
        except Exception:
            (KEPT / f"{name}-crash-{count}").write_bytes(data)
            raise
    print(f"Done {count} runs in {seconds} second(s), without atheris", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
