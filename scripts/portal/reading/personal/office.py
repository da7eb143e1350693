"""How a body is reached: a landline or a short number of its office, mail that is no private person's."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator

from portal.reading.fields import Text, problem
from portal.reading.personal.details import personal_in

_SIGNS: Final = re.compile(r"[\s.()\-–]+")
_ABROAD: Final = re.compile(r"^(?:\+|00)840?(?=[2-9])")
_LOST_NOUGHT: Final = re.compile(r"2\d{9}")
"""What a spreadsheet makes of a landline: it takes 02153825123 for a number."""
_LANDLINE: Final = re.compile(r"02\d{9}|1[89]00\d{4,6}")
_MOBILE: Final = re.compile(
    r"(?<!\d)(?:(?:\+|00)?84[\s.()-]{0,3})?(?:\(?0\)?[\s.-]?)?[35789](?:[\s.()-]{0,2}\d){8}(?!\d)"
)
"""A mobile telephone, anywhere in what was written: as a number, beside one, before the sign of an address."""
_EXTENSION: Final = re.compile(r"(?:,[^\d,]{0,20}|\(?(?:#|[^\W\d_]{1,5}\.?(?:\s[^\W\d_]{1,5})?)\s*)(\d{1,5})\)?$")
"""Behind a comma, in whatever words, behind a sign or one or two short words; spaces before it go with the number's."""
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}", re.ASCII | re.IGNORECASE)
OF_THE_OFFICE: Final = frozenset(("spokesperson.telephone", "spokesperson.email"))
"""Fields of a report that ask for nothing but how the office is reached: these types say what may stand there, and the
net for persons does not say it a second time."""


def office_digits(value: str) -> str:
    """The digits of an office's number as a telephone takes them here: an extension is told by voice."""
    extension = _EXTENSION.search(value)
    return _ABROAD.sub("0", _SIGNS.sub("", value[: extension.start()] if extension else value))


def _telephone(value: str) -> str:
    number = office_digits(value)
    if _LOST_NOUGHT.fullmatch(number):
        return f"0{value.lstrip('(').replace(')', '', value.startswith('('))}"
    if not _LANDLINE.fullmatch(number):
        raise problem("office-mobile" if _MOBILE.search(value) else "not-office-telephone")
    return value


def _mail(value: str) -> str:
    if any(found.kind == "mail" for found in personal_in(value)):
        raise problem("office-mail-private")
    if _MOBILE.search(value):
        raise problem("office-mobile-in-mail")
    if not _MAIL.fullmatch(value):
        raise problem("not-office-mail")
    return value


OfficeTelephone = Annotated[Text, AfterValidator(_telephone)]
"""A landline (02…), with its extension where it has one, or 1800…, 1900…: never a mobile telephone."""
OfficeMail = Annotated[Text, AfterValidator(_mail)]
"""An address of mail, but where private people have theirs."""
