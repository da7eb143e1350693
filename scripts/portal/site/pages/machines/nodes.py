"""The things that several pages tell machines about: bodies, drafts, the owner; each as JSON-LD writes it."""

from typing import Any, Final

from portal.content.known.house.owner import Owner
from portal.site.spot import Spot

Node = dict[str, Any]
"""A thing of the vocabulary with its properties, as JSON writes it."""

_OWNER: Final = (("address", "address"), ("email", "email"), ("telephone", "telephone"))
"""What the foot of every page shows of the owner: the property, and the field of data/owner.yml."""


def organisation(name: str) -> Node:
    """A body of the state by its name."""
    return {"@type": "GovernmentOrganization", "name": name}


def owner_node(owner: Owner | None, lang: str) -> Node | None:
    """The owner with what it has given; None while it has no name in `lang`."""
    name = owner.name[lang] if owner else None
    if not (owner and name):
        return None
    given = {known: getattr(owner, field) for known, field in _OWNER}
    said = {known: value if isinstance(value, str) else value and value[lang] for known, value in given.items()}
    parent = owner.parent[lang]
    return {
        **organisation(name),
        **{known: value for known, value in said.items() if value},
        **({"parentOrganization": organisation(parent)} if parent else {}),
    }


def draft_mark(spot: Spot) -> Node:
    """What says of a work that it is a draft; nothing once the owner has approved."""
    return {} if spot.site.approved else {"creativeWorkStatus": spot.words.say("draft_mark")}
