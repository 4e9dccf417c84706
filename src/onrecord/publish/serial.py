"""A brief as one JSON text, and back from a text nobody vouches for."""

from __future__ import annotations

import dataclasses
import json
import re
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from onrecord.domain.brief import LAYOUT, Brief
from onrecord.domain.codec import canonical_json, from_plain, to_plain
from onrecord.domain.errors import ContentError, OnrecordError

FORMAT = "onrecord-brief"
#: Letters that must not stand in a script element, and those no UTF-8 file can hold.
_UNSAFE = re.compile("[<>&\u2028-\u202e\u2066-\u2069\ud800-\udfff\x7f-\x9f\ufeff]")
_SOURCE = "this brief"


def to_text(brief: Brief) -> str:
    """Return the brief as JSON that is safe inside a script element and any UTF-8 file."""
    envelope = {"format": FORMAT, "layout": brief.layout, "brief": to_plain(brief)}
    text = json.dumps(envelope, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def from_text(text: str) -> Brief:
    """Read a brief back. The text is hostile: every field is checked against its type.

    Raises:
        ContentError: it is no brief, or one for another layout.
    """
    try:
        envelope = json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise ContentError(_SOURCE, "its evidence is no JSON; the file is damaged") from error
    if not isinstance(envelope, dict) or envelope.get("format") != FORMAT:
        raise ContentError(_SOURCE, "it is no brief made by onrecord")
    if envelope.get("layout") != LAYOUT:
        raise ContentError(
            _SOURCE,
            f"it has layout {envelope.get('layout')!r}; this Onrecord checks layout {LAYOUT}",
        )
    try:
        brief = from_plain(Brief, envelope.get("brief"))
        sound = _fits(Brief, brief) and canonical_json(brief) == canonical_json(envelope["brief"])
    except _UNREADABLE as error:
        raise ContentError(_SOURCE, "its evidence is not that of a brief") from error
    if not sound or envelope.keys() != {"format", "layout", "brief"}:
        raise ContentError(_SOURCE, "its evidence is not that of a brief")
    return brief


_UNREADABLE = (
    OnrecordError, TypeError, ValueError, KeyError, AttributeError, IndexError, RecursionError,
    OverflowError,
)  # fmt: skip


def _no_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _fits(kind: Any, value: object) -> bool:  # noqa: ANN401 - a type expression has no static type
    """Say whether `value` is what its annotation says, all the way down."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return any(_fits(choice, value) for choice in arguments)
    if origin is Literal:
        return any(type(value) is type(choice) and value == choice for choice in arguments)
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(arguments[0], item) for item in value)
    if origin is dict:
        return isinstance(value, dict)
    if kind is type(None):
        return value is None
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return type(value) is kind and all(
            _fits(hint, getattr(value, name)) for name, hint in _hints(kind).items()
        )
    return type(value) is kind
