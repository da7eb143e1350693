"""Work of one kind dealt to the processors of the machine, in shares of a bounded size.

A process that is forked knows all that this one knows, so that only results travel. Where nothing can be forked, or
other threads run, all is done here. Results come in the order of what was dealt, however many processes there are. What
a process could not do, for whatever reason, is done here again: so it fails here, as it would have without processes.
"""

import gc
import os
import pickle
import platform
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PROCESSES: Final = ContextVar[int]("processes", default=1)
"""Among how many processes work is dealt; a door that is run says so."""
SHARE: Final = 16
"""Things in a share: a process waits with its next until somebody takes this, so that no memory follows the corpus."""
_Thing = TypeVar("_Thing")
_Result = TypeVar("_Result")


def dealt(do: Callable[[_Thing], _Result], things: Sequence[_Thing], size: int = SHARE) -> Iterator[_Result]:
    """What `do` gives for each of the things, in their order. Results travel, so they are plain values; what else `do`
    changes is lost. Raises what `do` raises."""
    shares = [things[start : start + size] for start in range(0, len(things), size)]
    processes = min(PROCESSES.get(), len(shares))
    if processes < 2 or not _may_fork():
        yield from map(do, things)
        return
    with _forked(do, shares, processes) as readers:
        for number, share in enumerate(shares):
            found: list[_Result] | None = _received(readers[number % processes])
            yield from map(do, share) if found is None else found


def _may_fork() -> bool:
    """A fork beside other threads may wait for ever for what one of them held; macOS has some of its own."""
    return hasattr(os, "fork") and platform.system() != "Darwin" and threading.active_count() == 1


@contextmanager
def _forked(
    do: Callable[[_Thing], _Result], shares: Sequence[Sequence[_Thing]], processes: int
) -> Iterator[Sequence["Connection"]]:
    """Where each of so many processes writes: the first does the first share and every so manieth after it."""
    from multiprocessing import get_context  # of use to few doors, and slow to load

    context, readers, started = get_context("fork"), list["Connection"](), []
    gc.freeze()  # what is there is looked through for rubbish by no process: it would be copied
    try:
        for first in range(processes):
            reader, writer = context.Pipe(duplex=False)
            readers.append(reader)
            work = partial(_work, do, shares[first::processes], writer, tuple(readers))
            process = context.Process(target=work, daemon=True)
            process.start()
            started.append(process)  # only now: nobody can wait for one that could not be started
            writer.close()
        yield readers
    finally:
        gc.unfreeze()
        for reader in readers:
            reader.close()  # who still writes into it ends
        for process in started:
            process.join()


def _work(
    do: Callable[[_Thing], _Result],
    shares: Sequence[Sequence[_Thing]],
    writer: "Connection",
    readers: Sequence["Connection"],
) -> None:
    """Do shares until they are done, or nobody reads any more: then writing fails, if only this process cannot read."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever is stopped by hand is the process that reads
    for reader in readers:
        reader.close()
    with suppress(OSError):
        for share in shares:
            writer.send_bytes(_results(do, share))


def _results(do: Callable[[_Thing], _Result], share: Sequence[_Thing]) -> bytes:
    """The results of a share; b"" where it failed."""
    try:
        return pickle.dumps([do(one) for one in share], pickle.HIGHEST_PROTOCOL)
    except Exception:
        return b""


def _received(reader: "Connection") -> list[_Result] | None:
    """The results of the next share of a process; None where it could not do it, or is gone."""
    try:
        content = reader.recv_bytes()
    except (EOFError, OSError):
        return None
    return pickle.loads(content) if content else None
