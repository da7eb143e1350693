"""What a phone needs to put the portal on its home screen: a manifest in each language, and the flower as icons."""

import posixpath
from collections.abc import Iterator
from functools import partial
from typing import Final

from portal.content.known.house.colours import ROOT
from portal.language.places import HOME
from portal.site.addresses import address, manifest_path, relative
from portal.site.drawings.share_cards import card_look, flower_picture
from portal.site.dress.marks import APPLE_ICON, ICON_SIZES, MARK_PATH, icon_path
from portal.site.files.output import Output, json_text, made_output, text_output
from portal.site.site import Site

PNG: Final = "image/png"
PURPOSES: Final = ("any", "maskable")
"""How a device may use an icon: as it is, or cut to its own shape. The flower lies inside the circle that every shape
leaves, four fifths of the side across (W3C Web Application Manifest), so the same picture serves for both."""


def app_files(site: Site) -> Iterator[Output]:
    """The manifest of each language and every icon."""
    look = card_look(site.dress.identity)
    for size in (*ICON_SIZES, APPLE_ICON):
        yield made_output(
            icon_path(size), partial(flower_picture, look, size), (look, size), "docs/identity/colours.css"
        )
    for lang in site.library.data.locales:
        tree = manifest(site, lang)
        yield text_output(manifest_path(lang), partial(json_text, tree), tree, "data/portal.yml")


def manifest(site: Site, lang: str) -> dict[str, object]:
    """The portal as an application of the device: it opens at the home page of its language, in the browser's own
    window, so that a reader still sees where they are and goes back as ever."""
    text, here = site.words(lang), posixpath.dirname(manifest_path(lang)) + "/"
    colours = site.dress.identity.colours
    icons = [{"src": relative(here, MARK_PATH), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]
    icons += [_icon(here, size, purpose) for purpose in PURPOSES for size in ICON_SIZES]
    return {
        "name": text.say("site_name"),
        "short_name": text.say("site_short"),
        "lang": site.library.data.locales[lang].tag,
        "start_url": relative(here, address(lang, HOME)),
        "scope": relative(here, ""),
        "display": "minimal-ui",
        "background_color": colours.value(ROOT, "paper") or "#ffffff",
        "theme_color": colours.value(ROOT, "deep") or "#000000",
        "icons": icons,
    }


def _icon(here: str, size: int, purpose: str) -> dict[str, str]:
    return {"src": relative(here, icon_path(size)), "sizes": f"{size}x{size}", "type": PNG, "purpose": purpose}
