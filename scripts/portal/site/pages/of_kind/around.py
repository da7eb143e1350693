"""A view all around as a page shows it: a still and what is seen in it for all, the whole picture at a press."""

from dataclasses import dataclass

from portal.content.fronts.exhibitions import Panorama
from portal.content.rules.links import PICTURES_FOLDER
from portal.content.stories import Story
from portal.language.made_files import VIEWER
from portal.language.written import written_size
from portal.site.dress.marks import marked_path
from portal.site.spot import Spot


@dataclass(frozen=True)
class SeenView:
    """A thing in a view: what it is, and where."""

    text: str
    right: int
    up: int


@dataclass(frozen=True)
class ViewAround:
    """A view all around: the address of its still and of the whole picture, `width` and `height` of the still, 0 where
    it does not say them; what to press, with the size of what comes then; who made it, what is seen."""

    title: str
    still: str
    width: int
    height: int
    picture: str
    viewer: str
    alt: str
    text: str
    credit: str
    label: str
    open: str
    seen: tuple[SeenView, ...]


def view_around(spot: Spot, story: Story, view: Panorama) -> ViewAround:
    """A view in the words of the frame."""
    text, assets = spot.words, spot.site.dress.assets
    whole = _path(spot, view.picture, "webp")
    size = written_size(sum(len(assets.get(one, b"")) for one in (whole, VIEWER)), text)
    entry = next((one for one in story.front.pictures if one.file == view.picture), None)
    width, height = _shown(spot, view.still)
    return ViewAround(
        title=view.title,
        still=spot.root + _path(spot, view.still, "jpg"),
        width=width,
        height=height,
        picture=spot.root + whole,
        viewer=spot.root + (marked_path(VIEWER, assets) if VIEWER in assets else VIEWER),
        alt=view.alt,
        text=view.text,
        credit=text.say("picture.credit", maker=entry.maker[text.lang].rstrip(".")) if entry else "",
        label=text.say("exhibition.view_label", title=view.title),
        open=text.say("exhibition.view_open", size=size),
        seen=tuple(SeenView(one.text, one.right, one.up) for one in view.seen),
    )


def _path(spot: Spot, file: str, form: str) -> str:
    """Where a picture stands in the site: a drawing as it is, another in the widest size of a form."""
    path = f"{PICTURES_FOLDER}/{file}"
    made = spot.site.dress.pictures.get(path)
    if made is None:
        return path
    return next((one.path for one in reversed(made.sizes) if one.form == form), made.plain.path)


def _shown(spot: Spot, file: str) -> tuple[int, int]:
    """The measures of a picture; (0, 0) of a drawing, whose shape the style knows by itself."""
    made = spot.site.dress.pictures.get(f"{PICTURES_FOLDER}/{file}")
    return (made.plain.width, made.plain.height) if made else (0, 0)
