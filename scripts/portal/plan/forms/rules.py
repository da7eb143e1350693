"""What a form's cells allow, as Excel's own rules: lists to choose from, limits, a hint where one stands."""

from collections.abc import Mapping
from typing import Any, Final

from portal.language.words import Words
from portal.plan.forms.values import FormChoice, FormField
from portal.plan.plan import Window

_MOST_TITLE: Final = 32  # what Excel shows of a title and of a message
_MOST_MESSAGE: Final = 255
Lists = Mapping[tuple[FormChoice, ...], str]
"""Where each drop-down list stands: "='_danh_sach'!$A$2:$A$6"."""


def rule_of(field: FormField, window: Window, lists: Lists, other: str, text: Words) -> dict[str, Any]:
    """The rule of a field's cells, for xlsxwriter's data_validation. `other` is the cell that a number may not exceed,
    "" where there is none. Only what can be no slip of the hand is refused; of all else the officer is asked."""
    hint = {"input_title": _short(field.label, _MOST_TITLE), "input_message": _short(field.hint, _MOST_MESSAGE)}
    return {**_limits(field, window, lists, other), **_refusal(field, window, text), **hint, "ignore_blank": True}


def _limits(field: FormField, window: Window, lists: Lists, other: str) -> dict[str, Any]:
    if field.choices:
        return {"validate": "list", "source": lists[field.choices]}
    if field.type == "whole" and other:
        own = field.cell
        return {
            "validate": "custom",
            "value": f'=AND(ISNUMBER({own}),{own}>=0,{own}=INT({own}),OR({other}="",{own}<={other}))',
        }
    if field.type == "whole":
        return {"validate": "integer", "criteria": ">=", "value": 0}
    if field.type == "day":
        return {"validate": "date", "criteria": "between", "minimum": window.start, "maximum": window.end}
    return {"validate": "any"}


def _refusal(field: FormField, window: Window, text: Words) -> dict[str, Any]:
    """What is said of a value the rule does not allow. A day typed as text ("15/3/2026" where Excel is set to American
    days) and two words of a list are understood when the form comes back: there the officer is asked, not stopped."""
    code = "not_more" if field.not_more_than else field.type
    if code in ("given", "long") or (code in ("text", "several") and not field.choices):
        return {}
    days = {"start": f"{window.start:%d/%m/%Y}", "end": f"{window.end:%d/%m/%Y}"}
    said = text.say(f"forms.refusals.{code}", **days)
    kind = {"day": "warning", "several": "information", "text": "information"}.get(code, "stop")
    title = text.say("forms.refusal_title")
    return {"error_type": kind, "error_title": title, "error_message": _short(said, _MOST_MESSAGE)}


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
