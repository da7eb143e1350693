"""The drawing of a convention as a file: whole, for both grounds, without a style that a server would refuse."""

from xml.etree import ElementTree as ET

import pytest

from conftest import MADE_UP, ROOT
from portal.content.known.house.colours import DARK
from portal.content.known.house.colours import ROOT as LIGHT
from portal.content.known.house.identity import read_identity
from portal.language.vocabulary import CONVENTIONS
from portal.site.drawings.scenes import HIGH, scene_path, scenes

COLOURS = read_identity(MADE_UP, ROOT).colours
FILES = scenes(ROOT, COLOURS)


@pytest.mark.parametrize("code", CONVENTIONS)
def test_a_drawing_stands_twice_once_for_each_ground(code: str) -> None:
    drawing = ET.fromstring(FILES[scene_path(code)])
    light, dark = drawing
    assert (light.attrib["y"], dark.attrib["y"]) == ("0", str(HIGH))
    assert [one.tag for one in light.iter()] == [one.tag for one in dark.iter()]
    grounds = [half[0].attrib["fill"] for half in (light, dark)]
    assert grounds == [COLOURS.value(LIGHT, "tint"), COLOURS.value(DARK, "tint")]


@pytest.mark.parametrize("code", CONVENTIONS)
def test_every_part_of_a_drawing_has_its_look_written_into_it(code: str) -> None:
    text = FILES[scene_path(code)].decode()
    for refused in ("class=", "<style", "style=", "var(", "{{", "none none"):
        assert refused not in text
    for part in ET.fromstring(text).iter():
        if part.tag.endswith(("path", "circle", "ellipse")):
            assert {"fill", "stroke"} & set(part.attrib), ET.tostring(part)


def test_hair_and_skin_are_told_apart_from_dress() -> None:
    fills = {part.attrib.get("fill") for part in ET.fromstring(FILES[scene_path("icerd")]).iter()}
    assert {"#e2b188", "#2b2438", COLOURS.value(LIGHT, "indigo"), COLOURS.value(DARK, "indigo")} <= fills
