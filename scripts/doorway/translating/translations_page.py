"""The page for editors that translations.py writes: one file of plain HTML that opens anywhere. No door of its own."""

from collections.abc import Iterable
from typing import Final

from jinja2 import Environment, StrictUndefined

from portal.content.desk.translations_told import TranslationRow
from portal.language.words import Words

_PAGE: Final = """<!doctype html>
<html lang="{{ text.lang }}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{{ title }}</title>
<style>
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
p { max-width: 42rem; margin: .5rem 0; }
ul { list-style: none; margin: 0; padding: 0; }
li { border-top: 1px solid color-mix(in srgb, currentColor 22%, transparent); padding: .8rem 0; }
li b { display: block; font-weight: 600; }
li span, li a { display: inline-block; margin-right: 1rem; padding: .15rem 0; }
code { overflow-wrap: anywhere; font-size: .9em; }
a { color: light-dark(#0b57a4, #9cc4ff); }
</style>
<h1>{{ title }}</h1>
{% for sentence in sentences %}<p>{{ sentence }}</p>
{% endfor %}
{%- for name, own in parts %}<h2>{{ name }} ({{ own|length }})</h2>
<ul>
{% for row in own %}<li><b>{{ row.title }}</b> <span><code>{{ row.path }}</code></span>
{%- if row.since %} <span>{{ changed }}: {{ row.since }} ({{ times }}: {{ row.changes }})</span>{% endif %}
{%- if row.edit %} <a href="{{ row.edit }}">{{ write if row.state == "missing" else edit }}</a>{% endif %}
{%- if row.change %} <a href="{{ row.change }}">{{ change }}</a>{% endif %}</li>
{% endfor %}</ul>
{% else %}<p>{{ nothing }}</p>
{% endfor %}</html>
"""


def translations_page(rows: Iterable[TranslationRow], sentences: Iterable[str], text: Words) -> str:
    """The whole page; its rows in parts by language and state, in the order they come in."""
    parts: dict[str, list[TranslationRow]] = {}
    for row in rows:
        parts.setdefault(f"{row.language}: {row.state_said}", []).append(row)
    *_, changed, times = text.listed("translations.head")
    said = {name: text.say(f"translations.{name}") for name in ("title", "nothing", "write", "edit", "change")}
    page = Environment(autoescape=True, undefined=StrictUndefined).from_string(_PAGE)
    return page.render(
        text=text, sentences=tuple(sentences), parts=tuple(parts.items()), changed=changed, times=times, **said
    )
