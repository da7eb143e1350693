"""The drawing of a measurement: a bar a step, its numbers in words, all of them in the table; needs no colour."""

import sys
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Final

from scale_table import Line, compared, from_csv

WIDTH, ROW, TOP, LEFT, LONGEST = 960, 44, 96, 290, 380
LINE, CHARACTERS = 18, 120
FILLS: Final = {"portal": "#1a1a1a", "Hugo": "url(#dots)", "Material": "url(#lines)"}
STYLE: Final = "text{font:15px system-ui,sans-serif;fill:#111}.small{font-size:13px;fill:#333}.name{font-weight:600}"
BENEATH: Final = "Seconds of all cores added up, in one run in which all took turns; medians, rounds: {rounds}."
PATTERNS: Final = """<defs>
<pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/>\
<circle cx="3" cy="3" r="1.4" fill="#1a1a1a"/></pattern>
<pattern id="lines" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
<rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#1a1a1a"/></pattern>
</defs>
"""


def svg(lines: list[Line], about: Mapping[str, str]) -> str:
    """Seconds of the processor of every step that has them."""
    bars = [line for line in lines if line.cpu is not None]
    below = TOP + ROW * len(bars) + 24
    feet = wrap(footing(about), CHARACTERS)
    height = below + LINE * len(feet)
    title = f"{about['stories']} stories in two languages besides our own pages: seconds of work"
    told = "; ".join(f"{label(line)}: {numbers(line)}" for line in bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(told)}. {escape(footing(about))}</desc>',
        f"<style>{STYLE}</style>",
        PATTERNS + f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="20" y="34" style="font-size:20px;font-weight:700">{escape(title)}</text>',
        f'<text x="20" y="60" class="small">{escape(BENEATH.format(**about))}</text>',
        *drawn_bars(bars),
        *(f'<text x="20" y="{below + LINE * n}" class="small">{escape(foot)}</text>' for n, foot in enumerate(feet)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def drawn_bars(bars: list[Line]) -> Iterator[str]:
    most = max((line.cpu or 0 for line in bars), default=1) or 1
    for number, line in enumerate(bars):
        y, long = TOP + ROW * number, max(2, LONGEST * (line.cpu or 0) / most)
        yield f'<text x="{LEFT - 12}" y="{y + 20}" text-anchor="end" class="name">{escape(label(line))}</text>'
        fill = FILLS[line.engine]
        yield f'<rect x="{LEFT}" y="{y}" width="{long:.1f}" height="28" fill="{fill}" stroke="#1a1a1a"/>'
        yield f'<text x="{LEFT + long + 10:.1f}" y="{y + 12}">{escape(seconds(line))}</text>'
        if beside := compared(line):
            yield f'<text x="{LEFT + long + 10:.1f}" y="{y + 28}" class="small">{escape(beside)}</text>'


def label(line: Line) -> str:
    return f"{line.engine}, {line.step}"


def seconds(line: Line) -> str:
    return f"{line.cpu:.1f} s, {line.wall:.1f} s by the clock"


def numbers(line: Line) -> str:
    return ", ".join(part for part in (seconds(line), compared(line)) if part)


def footing(about: Mapping[str, str]) -> str:
    return f"{about['day']}, {about['cores']} cores, 1-minute load {about['load']}; {about['versions']}"


def main() -> int:
    """Draws every kept table anew, after a change of how they look."""
    for table in sorted((Path(__file__).parent / "results").glob("scale-*.csv")):
        table.with_suffix(".svg").write_text(svg(*from_csv(table.read_text("utf-8"))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
