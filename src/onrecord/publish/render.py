"""A brief as a page, as Markdown and as JSON: nothing but functions of the brief.

Since a page follows from its brief, a page is checked by rendering its evidence again. No file refers
to anything outside itself but the live pages it links to.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from onrecord.domain.brief import Brief
from onrecord.publish.evidence import brief_digest, evidence_in
from onrecord.publish.markdown import markdown_of
from onrecord.publish.markup import shown_controls
from onrecord.publish.serial import to_text
from onrecord.publish.view import view_of

EVIDENCE_ID = "onrecord-evidence"


def render_html(brief: Brief) -> str:
    """Return the brief as one self-contained page that works without scripts and without a network."""
    css = _source("brief.css")
    script = _source("brief.js")
    return (
        _environment()
        .get_template("brief.html.j2")
        .render(
            page=view_of(brief, evidence_in(brief)),
            digest=brief_digest(brief),
            css=Markup(css),  # noqa: S704 - our own package file
            script=Markup(script),  # noqa: S704 - our own package file
            policy=_policy(css, script),
            evidence=Markup(to_text(brief)),  # noqa: S704 - escaped by `to_text` for a script element
            evidence_id=EVIDENCE_ID,
            figure=lambda figure: Markup(figure.svg),  # noqa: S704 - rebuilt by `chart`, checked by `check`
        )
    )


def render_markdown(brief: Brief) -> str:
    """Return the brief as Markdown with footnotes, its evidence in a block at the end."""
    view = view_of(brief, evidence_in(brief))
    return _printable(markdown_of(view, digest=brief_digest(brief), evidence=to_text(brief)))


def render_json(brief: Brief) -> str:
    """Return the brief and all its evidence as JSON, one value a line."""
    return (
        _UNSHOWN.sub(_escaped, json.dumps(json.loads(to_text(brief)), ensure_ascii=False, indent=1))
        + "\n"
    )


_UNSHOWN = re.compile("[\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("onrecord.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        newline_sequence="\n",
    )


def _source(name: str) -> str:
    source, _, _ = PackageLoader("onrecord.publish").get_source(_environment(), name)
    return source


def _policy(css: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(css)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _visible(value: object) -> object:
    return value if isinstance(value, Markup) or not isinstance(value, str) else _printable(value)


def _printable(text: str) -> str:
    """Return text with letters that no page can show replaced by U+FFFD; the evidence keeps them."""
    if text.isprintable():
        return text
    text = shown_controls(text)
    return "".join(
        "\ufffd"
        if unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\t"
        else letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
    )
