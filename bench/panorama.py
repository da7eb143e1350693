"""Draws the view all around of the exhibition "Điện Biên bằng con số": a field among mountains, made of shapes alone.

It is a drawing, not a photograph, and no plan of a place: what stands where was chosen for the picture. Projected as
viewers of such pictures expect (equirectangular): 360 degrees wide, 180 high. The same code, the same bytes."""

import argparse
import math
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

WIDTH, HEIGHT = 4096, 2048
STILL: Final = (1230, 640, 1640, 660)
"""What of it the still shows: left, top, width, height."""
EYE: Final = 9.0
"""Metres between the eye and the field: somebody on a small hill."""
FIELD: Final = 260
"""Metres to the edge of the field on every side."""
SHORTEST: Final = 26
"""Pixels between two points of a bank: what is shorter nobody sees."""
FAR, MID, NEAR = "#a9b6cf", "#8ba6a0", "#6f9c7d"
GREEN, GOLD, WATER = "#a9c98a", "#e3cf7f", "#6a9fc4"
INK, WOOD, ROOF, WALL = "#1b1f3b", "#5b4636", "#a8752f", "#e8b95a"
BLOOM, PETAL, SKIN = "#fbe9f1", "#e58bb4", "#d9a57a"
CLOTHES: Final = ("#24307a", "#a3195b", "#1f6b4a")
_Point = tuple[float, float]


def at(right: float, up: float) -> _Point:
    """Where a direction stands in the picture, in pixels."""
    return (right + 180) / 360 * WIDTH, (90 - up) / 180 * HEIGHT


def on_field(x: float, z: float) -> _Point:
    """Where a point of the field stands: metres to the right of who looks, metres ahead."""
    return at(math.degrees(math.atan2(x, z)), -math.degrees(math.atan2(EYE, math.hypot(x, z))))


def line(points: Iterable[_Point]) -> str:
    return "M" + "L".join(f"{x:.0f},{y:.0f}" for x, y in points)


def ridge(base: float, high: float, waves: tuple[tuple[int, float], ...], steps: int = 180) -> str:
    """Mountains on every side: heights are sums of waves that fit into the circle, so that the ends meet."""
    points = []
    for step in range(steps + 1):
        right = -180 + 360 * step / steps
        wave = sum(math.sin(math.radians(right) * count + turn) / count**0.35 for count, turn in waves)
        points.append(at(right, base + high * (0.5 + wave / 4)))
    return line(points) + f"V{HEIGHT}H0z"


def shape(path: str, fill: str, edge: bool = False) -> str:
    stroke = f' stroke="{INK}" stroke-width="4" stroke-linejoin="round"' if edge else ""
    return f'<path fill="{fill}" d="{path}"{stroke}/>'


def stroke(path: str, colour: str, width: float) -> str:
    return (
        f'<path fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round" '
        f'stroke-linejoin="round" d="{path}"/>'
    )


def parcels() -> Iterator[str]:
    """The field, cut into parcels whose banks are straight on the ground and bend in the picture."""
    every = range(13 - FIELD, FIELD + 1, 26)
    for row, z in enumerate(every):
        for column, x in enumerate(every):
            if (row * 5 + column * 3) % 7 in (0, 3) and math.hypot(x, z) > 40 and z + x != 0:
                corners = [(x, z), (x + 26, z), (x + 26, z + 26), (x, z + 26)]
                points = [on_field(*one) for one in corners]
                if max(one for one, _ in points) - min(one for one, _ in points) < WIDTH / 4:
                    yield shape(line(points) + "z", GOLD)
    for off in every:
        for bank in (_bank(off, True), _bank(off, False)):
            yield from (stroke(line(part), "#7fa565", 4) for part in bank)


def _bank(off: float, across: bool) -> Iterator[list[_Point]]:
    """A bank of the field, in as many parts as the edge of the picture cuts it into."""
    part: list[_Point] = []
    for along in range(-FIELD, FIELD + 1, 2):
        point = on_field(along, off) if across else on_field(off, along)
        if part and abs(point[0] - part[-1][0]) > WIDTH / 2:
            yield part
            part = []
        if not part or math.dist(point, part[-1]) > SHORTEST:
            part.append(point)
    yield part


def river() -> str:
    """A river on the left, winding away."""
    left = [on_field(-46 + 9 * math.sin(z / 22), z) for z in range(-60, 200, 6)]
    right = [on_field(-36 + 9 * math.sin(z / 22), z) for z in range(194, -66, -6)]
    return shape(line([*left, *right]) + "z", WATER) + stroke(line(left), "#ffffff", 3)


def placed(right: float, up: float, scale: float, parts: str) -> str:
    x, y = at(right, up)
    return f'<g transform="translate({x:.0f} {y:.0f}) scale({scale:g})">{parts}</g>'


def house() -> str:
    """A house on stilts, its feet at nought."""
    stilts = shape("M-70 -60h12v60h-12zM-6 -60h12v60h-12zM58 -60h12v60h-12z", WOOD, True)
    room = shape("M-82 -128h164v68h-164z", WALL, True) + shape("M-14 -112h30v52h-30z", WOOD, True)
    stairs = stroke("M84 -62L120 0M98 -66L134 -4M92 -44l14 -4M102 -26l14 -4", WOOD, 7)
    return stilts + room + stairs + shape("M-112 -120L-62 -196h124l50 76z", ROOF, True)


def tree() -> str:
    """A ban tree in flower."""
    trunk = stroke("M0 0C4 -60 -8 -90 -30 -130M0 -50C8 -90 28 -110 50 -140M-2 -70C-6 -110 0 -140 4 -180", WOOD, 14)
    crown = ((-40, -140, 40), (4, -196, 46), (60, -150, 42), (8, -140, 36))
    blossom = "".join(f'<circle cx="{x}" cy="{y}" r="{r}" fill="{BLOOM}"/>' for x, y, r in crown)
    spots = ((-56, -150), (-24, -126), (-10, -206), (24, -190), (44, -160), (78, -144), (4, -150), (34, -120))
    return trunk + blossom + "".join(f'<circle cx="{x}" cy="{y}" r="8" fill="{PETAL}"/>' for x, y in spots)


def person(colour: str, tall: float = 1) -> str:
    """Somebody on the way, seen from afar; nobody in particular."""
    body = shape("M-18 -70h36l10 70h-56z", colour, True)
    head = f'<circle cx="0" cy="-88" r="17" fill="{SKIN}" stroke="{INK}" stroke-width="4"/>'
    hair = shape("M-18 -90a18 18 0 0 1 36 0z", INK)
    return f'<g transform="scale({tall:g})">{body}{head}{hair}</g>'


def mark(number: int, right: float, up: float) -> str:
    """A number in a ring, for the list beside the picture."""
    x, y = at(right, up)
    ring = f'<circle cx="{x:.0f}" cy="{y:.0f}" r="34" fill="#ffffff" stroke="{CLOTHES[1]}" stroke-width="7"/>'
    said = f'<text x="{x:.0f}" y="{y + 16:.0f}" font-family="sans-serif" font-size="46" font-weight="700" fill="{INK}"'
    return f'{ring}{said} text-anchor="middle">{number}</text>'


def sky() -> str:
    stops = '<stop offset="0" stop-color="#bcd0e6"/><stop offset=".8" stop-color="#fdf1dc"/>'
    ground = f'<linearGradient id="troi" x1="0" y1="0" x2="0" y2="1">{stops}</linearGradient>'
    x, y = at(38, 17)
    sun = f'<circle cx="{x:.0f}" cy="{y:.0f}" r="78" fill="#f3c453"/>'
    return f'{ground}<path fill="url(#troi)" d="M0 0H{WIDTH}V{HEIGHT // 2 + 60}H0z"/>{sun}'


def land() -> str:
    far = shape(ridge(6, 9, ((3, 0.4), (5, 1.9), (11, 0.2), (17, 2.8))), FAR)
    mid = shape(ridge(2.5, 6, ((2, 2.1), (7, 0.7), (13, 1.1))), MID)
    near = shape(ridge(-0.6, 3.4, ((3, 3.0), (4, 0.5), (9, 2.2))), NEAR)
    _, edge = at(0, -math.degrees(math.atan2(EYE, FIELD)))
    return far + mid + near + shape(f"M0 {edge:.0f}H{WIDTH}V{HEIGHT}H0z", GREEN)


def things() -> str:
    houses = ((62, -3.4, 1), (79, -3, 0.8), (93, -3.2, 0.9), (160, -2.6, 0.7))
    trees = ((22, -4.5, 1.25), (-18, -3, 0.8), (110, -3.4, 0.9), (-95, -3.6, 1), (-150, -4, 1.1), (140, -3, 0.75))
    people = ((-6, -6.4, 0, 1), (-1, -6.2, 1, 0.85), (4, -6.5, 2, 1), (9, -6.3, 0, 0.7), (-128, -5, 2, 0.9))
    drawn = [placed(right, up, scale, house()) for right, up, scale in houses]
    drawn += [placed(right, up, scale, tree()) for right, up, scale in trees]
    drawn += [placed(right, up, 1, person(CLOTHES[colour], tall)) for right, up, colour, tall in people]
    return "".join(drawn)


def marks() -> str:
    places = ((1, 44, -13), (2, -44, -10.6), (3, 70, 14), (4, 22, 17), (5, -32, 12), (6, 1.5, 4.4))
    return "".join(mark(*one) for one in places)


def drawing() -> str:
    return sky() + land() + river_and_field() + things() + marks()


def river_and_field() -> str:
    return "".join(parcels()) + river()


def svg(left: int, top: int, width: int, height: int) -> str:
    """The whole picture, or a part of it, as a file of its own."""
    head = (
        f'xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{left},{top},{width},{height}"'
    )
    return f"<svg {head}>{drawing()}</svg>\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "docs/hinh/trien-lam")
    folder = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "muong-thanh-bon-phia.svg").write_text(svg(0, 0, WIDTH, HEIGHT), "utf-8", newline="\n")
    (folder / "muong-thanh-tinh.svg").write_text(svg(*STILL), "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
