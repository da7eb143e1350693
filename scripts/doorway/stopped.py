"""A door that is stopped by hand, or for which there is no memory, says so in one line from its first moment."""

import os
import sys
from types import TracebackType

_BEFORE = sys.excepthook


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, (KeyboardInterrupt, MemoryError)):
        _BEFORE(kind, error, trace)
        return
    from doorway.environment import said  # only now: what it loads takes a moment of its own

    is_by_hand = issubclass(kind, KeyboardInterrupt)
    print(said("stopped" if is_by_hand else "memory"), file=sys.stderr, flush=True)
    os._exit(130 if is_by_hand else 1)  # 130: as the shell says that somebody stopped it


sys.excepthook = _hook
