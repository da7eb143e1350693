"""/.well-known/security.txt: where to report a weakness of the site in private, as RFC 9116 asks."""

from datetime import date, timedelta

from portal.language.locales import LANGUAGES

SECURITY_TXT = ".well-known/security.txt"
LASTS = timedelta(days=364)
"""From the day of the build; RFC 9116 §2.5.5 recommends less than a year."""


def security_txt(contact: str | None, site_url: str, built: date) -> str | None:
    """The file's text, or None until the owner gives a `contact`: an e-mail address or an https address.

    `site_url` ends in "/". `built` is the day the site is made for, so that the same input gives the same bytes.
    """
    if contact is None:
        return None
    lines = (
        f"Contact: {contact if contact.startswith('https:') else f'mailto:{contact}'}",
        f"Expires: {built + LASTS}T00:00:00Z",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {site_url}{SECURITY_TXT}",
    )
    return "".join(f"{line}\n" for line in lines)
