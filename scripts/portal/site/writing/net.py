"""The net for privacy as the form on /viet-bai/ is told it: the patterns of `check`, written for JavaScript."""

from typing import Any

from portal.content.known.people import Allowed
from portal.reading.personal.for_scripts import forms_for_scripts, lists_for_scripts


def personal_net(allowed: Allowed) -> dict[str, Any]:
    """Forms by their name, each (pattern, flags); lists of words; public numbers and addresses as compared."""
    return {
        "forms": forms_for_scripts(),
        "lists": lists_for_scripts(),
        "numbers": sorted(allowed.numbers),
        "mails": sorted(allowed.mails),
    }
