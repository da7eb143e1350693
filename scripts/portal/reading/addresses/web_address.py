"""Addresses on the web by their form: whole ones, how to write others, and those that standards keep for samples."""

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

_SAMPLES: Final = (".example", ".invalid", ".test", ".localhost", ".example.com", ".example.net")  # RFC 2606, RFC 6761
_SAMPLE_SITE: Final = ".example.org"
WHOLE_ADDRESS: Final = "https://treaties.un.org/"
"""An address to show how one is written."""
MOST_OF_ADDRESS: Final = 2_000
"""What every browser takes, and twenty times what a reader can check."""
_OWN_NETWORKS: Final = (".local", ".localhost", ".internal", ".intranet", ".lan", ".corp", ".home", ".home.arpa")
"""Names that lead nowhere, or inside the network of whoever asks (RFC 6761, 6762, 8375; ICANN of .internal)."""
_LABEL: Final = re.compile(r"(?!-)[^\W_](?:[^\W_]|[-_]){0,62}(?<!-)")
_SCHEME_SAID: Final = re.compile(r"h?t{1,3}ps?\s*[:;：]?\s*[/\\]*\s*", re.IGNORECASE)
_NAMES_A_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#]\S*)?$", re.IGNORECASE)


def address_fault(value: str) -> str:
    """The code of what is wrong with a text as a whole address on the web, "" if nothing. A host that is a bare number
    tells nobody whose it is; one of a network of one's own leads each reader somewhere else."""
    try:
        parts = urlsplit(value)
        host, names_user = (parts.hostname or "").removesuffix("."), "@" in parts.netloc
        is_whole = parts.scheme in {"http", "https"} and parts.port != 0
    except ValueError:
        return "not-a-url"
    if not is_whole or re.search(r"\s", value) or not _is_named(host):
        return "not-a-url"
    if len(value) > MOST_OF_ADDRESS:
        return "url-long"
    if names_user:
        return "url-user"
    if f".{host}".endswith(_OWN_NETWORKS):
        return "url-own-network"
    return "url-alike" if host_with_lookalikes(host) else ""


def is_web_address(value: str) -> bool:
    """Whether a text is a whole address on the web that can be published."""
    return not address_fault(value)


def host_with_lookalikes(host: str) -> str:
    """The part of a host that reads like another's: letters of two alphabets, or of another than its ending; "" where
    there is none. Letters with marks are no other alphabet's, and a host in Russian may end in Russian."""
    labels = [_as_read(label) for label in host.lower().split(".")]
    whole_is_foreign = not _is_latin(labels[-1])
    return next((one for one in labels if not (_is_latin(one) or (whole_is_foreign and _is_foreign(one)))), "")


def _is_named(host: str) -> bool:
    labels = host.split(".")
    return len(labels) > 1 and all(map(_LABEL.fullmatch, labels)) and not re.match(r"[0-9]", labels[-1])


def _as_read(label: str) -> str:
    """What a part of a host says to whoever reads it; "xn--" begins one that is written in ASCII alone."""
    if not label.startswith("xn--"):
        return label
    try:
        return label.removeprefix("xn--").encode("ascii").decode("punycode")
    except ValueError:
        return label


def _is_latin(label: str) -> bool:
    """Whether every letter is one of ASCII, with or without marks, or đ."""
    return unicodedata.normalize("NFD", label).replace("đ", "d").encode("ascii", "ignore").decode() == _bare(label)


def _is_foreign(label: str) -> bool:
    """Whether no letter is one of ASCII, and all are of one alphabet."""
    alphabets = {unicodedata.name(sign, "?").split()[0] for sign in label if sign.isalpha()}
    return len(alphabets) < 2 and "LATIN" not in alphabets


def _bare(label: str) -> str:
    """The label without marks over and under its letters."""
    return "".join(
        sign for sign in unicodedata.normalize("NFD", label).replace("đ", "d") if not unicodedata.combining(sign)
    )


def is_sample_address(value: str, whole: bool = False) -> bool:
    """Whether a web address is one that standards keep for samples, which is nobody's. A page of example.org is one to
    whoever asks for the `whole`: what is released may have none."""
    parts = urlsplit(value)
    host = f".{(parts.hostname or '').removesuffix('.').lower()}"
    bare = whole or (parts.path in ("", "/") and not parts.query)
    return host.endswith(_SAMPLES) or (bare and host.endswith(_SAMPLE_SITE))


def whole_address(said: str) -> str:
    """How to write an address that is not whole: what was meant, where that is plain, else one that is."""
    bare = _SCHEME_SAID.sub("", said.strip("<>“”\"' "), count=1)
    return f"https://{bare}" if _NAMES_A_HOST.match(bare) else WHOLE_ADDRESS
