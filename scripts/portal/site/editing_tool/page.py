"""The page the editing tool opens in: nothing but the tool, and what it may ask: the portal itself and GitHub."""

from html import escape
from typing import Final

from portal.language.words import words
from portal.site.editing_tool.release import TOOL_SCRIPT

TOOL_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
    "img-src 'self' blob: data: https://avatars.githubusercontent.com; worker-src 'self' blob:; "
    "connect-src 'self' blob: data: https://api.github.com; frame-src blob:; base-uri 'none'; form-action 'none'"
)
"""The tool writes styles into its page itself; scripts come from the portal alone."""


def tool_page(lang: str) -> str:
    """The page, in `lang` where there is no script to run."""
    text = words(lang)
    return f"""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{TOOL_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{escape(text.say("editing_tool.title"))}</title>
</head>
<body>
<noscript><p>{escape(text.say("editing_tool.no_script"))}</p></noscript>
<script src="{TOOL_SCRIPT}"></script>
</body>
</html>
"""
