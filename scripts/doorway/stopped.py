"""A door that is stopped by hand, or for which there is no memory, says so in one line from its first moment."""

import errno
import os
import sys
from types import TracebackType

_BEFORE = sys.excepthook


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    is_by_hand = issubclass(kind, KeyboardInterrupt)
    if not is_by_hand and not _tells_of_memory(error):
        _BEFORE(kind, error, trace)
        return
    from doorway.environment import said  # only now: what it loads takes a moment of its own

    print(said("stopped" if is_by_hand else "memory"), file=sys.stderr, flush=True)
    os._exit(130 if is_by_hand else 1)  # 130: as the shell says that somebody stopped it


def _tells_of_memory(error: BaseException) -> bool:
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM)


sys.excepthook = _hook
