"""What is drawn for who looks on: tables, bars. Its colours are ours and pass, its words may be anyone's."""

import sys
from typing import Any, cast

from rich.console import Console
from rich.text import Text

from doorway.console import AsItIs
from portal.reading.characters import shown_only


class Drawing(Console):
    """A console of rich whose words only show: nothing in them steers the terminal, colours a cell or ends a drawing
    with a fault, as "[/]" does where rich takes it for its own."""

    def __init__(self, stderr: bool = False) -> None:
        stream = AsItIs(sys.stderr if stderr else sys.stdout)
        super().__init__(file=cast("Any", stream), markup=False, emoji=False)

    def render_str(self, text: str, **how: Any) -> Text:
        return super().render_str(shown_only(text), **how)
