"""What every command does at its door: knows the day in Viet Nam, and leaves quietly when its reader has left."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

VIET_NAM_OFFSET = timedelta(hours=7)
READER_LEFT = 141


def today() -> date:
    """The day it is in Viet Nam, wherever the command runs."""
    return (datetime.now(UTC) + VIET_NAM_OFFSET).date()


def counted_up_to(today: date) -> date:
    """The day figures on the site are counted up to: the last commit's in Viet Nam where make says its moment, so that
    the same input counts alike; else, as where the moment cannot be read, today."""
    try:
        moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "")), UTC)
    except (ValueError, OverflowError, OSError):
        return today
    return (moment + VIET_NAM_OFFSET).date()


def run(main: Callable[[], int]) -> int:
    """What `main` returns; 141, as the shell says it, when the output was a pipe that closed (`| head`)."""
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_LEFT
    return code
