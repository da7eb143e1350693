"""The template of a kind of page to copy, each field with what it is for: for who writes without the form's script."""

from collections.abc import Iterator

from portal.content.asking.values import PageField, PageKind


def kind_template(kind: PageKind, lang: str) -> str:
    """A file of a kind with every field, those that need not be there behind a "#"; labels and help in `lang`."""
    lines = [f"kind: {kind.name}"]
    for field in sorted((one for one in kind.fields), key=lambda one: not one.required):
        lines += _lines(field, lang, "" if field.required else "# ")
    return "\n".join(["---", *lines, "---", "## …", "", "… [1].", ""])


def _lines(field: PageField, lang: str, mark: str, indent: str = "") -> Iterator[str]:
    yield f"{indent}# {field.label[lang]}: {field.help[lang]}"
    yield f"{mark}{indent}{field.key}: {_blank(field)}".rstrip()
    inner = f"{indent}  "
    for number, part in enumerate(field.fields):
        own = mark or ("" if part.required else "# ")
        first = field.control == "rows" and not number
        start = f"{indent}- " if first else f"{indent}  " if field.control == "rows" else inner
        yield f"{own}{start}{part.key}: {_blank(part)}".rstrip() + f"  # {part.label[lang]}"


def _blank(field: PageField) -> str:
    """What stands behind the name until somebody writes it: quotation marks for a text, the words to choose from."""
    if field.control in ("group", "rows"):
        return ""
    if field.control in ("choices", "texts", "articles"):
        return "{}" if field.control == "articles" else "[]"
    if field.control == "both":
        return '{vi: "", en: ""}'
    if field.control in ("day", "whole", "yes_no"):
        return ""
    return '""'
