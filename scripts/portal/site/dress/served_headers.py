"""What a server says with each answer, beside the page: parts of nginx's configuration, made from the site's policy."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from portal.site.dress.content_security import header_policy, site_policy
from portal.site.editing_tool.page import TOOL_POLICY

HEADERS_PATH: Final = "deploy/nginx/portal/headers.conf"
TOOL_HEADERS_PATH: Final = "deploy/nginx/portal/headers-tool.conf"
SAID_ALWAYS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), "
        "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
    }
)
"""A file is what it is said to be, not what it looks like; nothing on the portal has a use for these devices."""
BY_ANSWER: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Strict-Transport-Security": "$portal_hsts",
        "Cache-Control": "$portal_cache",
        "Retry-After": "$portal_retry",
    }
)
"""What deploy/nginx/portal/http.conf decides for each answer; an empty one is not sent."""


def page_headers(policy: str, referrer: str, opener: str) -> Mapping[str, str]:
    """What is said with every answer of one part of the site, by header."""
    own = {
        "Content-Security-Policy": header_policy(policy),
        "Referrer-Policy": referrer,
        "Cross-Origin-Opener-Policy": opener,
    }
    return {**own, **SAID_ALWAYS}


def site_headers(early: str) -> Mapping[str, str]:
    """Those of every page and file, for the script `early` in the head of each page."""
    return page_headers(site_policy(early), "same-origin", "same-origin")


def nginx_headers(early: str) -> dict[str, str]:
    """Both parts of the configuration, by their paths: for the site, and for the editing tool, which may ask GitHub
    and open its page to sign in."""
    tool = page_headers(TOOL_POLICY, "no-referrer", "same-origin-allow-popups")
    return {HEADERS_PATH: _part(site_headers(early)), TOOL_HEADERS_PATH: _part(tool)}


def _part(headers: Mapping[str, str]) -> str:
    lines = (f'add_header {name} "{value}" always;\n' for name, value in {**headers, **BY_ANSWER}.items())
    return "# Made by `make schema` from scripts/portal/site/dress/; what is written here by hand is lost.\n" + "".join(
        lines
    )
