"""A door that is stopped by hand says so in one line, from its first moment: also while it is still being loaded."""

import os
import sys
from types import TracebackType

_BEFORE = sys.excepthook


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _BEFORE(kind, error, trace)
        return
    from doorway.environment import said  # only now: what it loads takes a moment of its own

    print(said("stopped"), file=sys.stderr, flush=True)
    os._exit(130)  # as the shell says that somebody stopped it


sys.excepthook = _hook
