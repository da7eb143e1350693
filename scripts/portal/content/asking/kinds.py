"""Every kind of page with what it asks, read from the models of front matter and from what data/ names."""

from portal.content.asking.fields import KnownChoices, asked_fields, in_every_language
from portal.content.asking.values import PageChoice, PageKind
from portal.content.kinds import MODELS
from portal.content.known.reference import ReferenceData
from portal.language.locales import LANGUAGES


def page_kinds(data: ReferenceData) -> tuple[PageKind, ...]:
    """What each kind of page asks for, bodies and laws to choose from as `data` has them."""
    known = _known_choices(data)
    return tuple(
        PageKind(
            name=name,
            label=in_every_language(f"kinds.{name}"),
            use=in_every_language(f"kind_uses.{name}"),
            sections=model.sections,
            only_index=model.only_index,
            is_story=model.is_story,
            fields=tuple(asked_fields(model, known)),
        )
        for name, model in MODELS.items()
    )


def _known_choices(data: ReferenceData) -> KnownChoices:
    agencies = data.agencies.values()
    return {
        "agencies": tuple(PageChoice(one.id, {lang: one.called(lang) for lang in LANGUAGES}) for one in agencies),
        "laws": tuple(PageChoice(one.id, {lang: one.title[lang] for lang in LANGUAGES}) for one in data.laws.values()),
    }
