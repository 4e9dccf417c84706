"""Words of others inside Markdown: on one line, no letter markup, no letter that turns the text around."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_\[\]|~#])")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown_controls(text: str) -> str:
    """Return text whose controls that would turn the order of letters around are shown by name.

    Example:
        >>> shown_controls("38 \u202e") == "38 [U+202E]"
        True
    """
    return _TURNING.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def plain(text: str) -> str:
    """Return text on one line in which no letter is markup, of Markdown or of HTML."""
    flat = shown_controls(" ".join(text.split()))
    return (
        _SPECIAL.sub(r"\\\1", flat).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
