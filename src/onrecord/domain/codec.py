"""Records as plain JSON values and back, and the one canonical text of each.

The canonical text feeds every content hash, so its rules never change: keys sorted, no space, UTF-8
as it is, and a field that holds its default is left out. The last rule keeps ids stable when a
later version adds a field with a default.
"""

from __future__ import annotations

import dataclasses
import json
import math
import types
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown

T = TypeVar("T")
Plain = Any  # what `json` reads and writes: no narrower type exists in the standard library


def to_plain(value: object) -> Plain:
    """Return `value` as JSON values: dataclasses become objects without their default fields.

    Example:
        >>> to_plain((Unknown("no date"), 3))
        [{'unknown': 'no date'}, 3]
    """
    if isinstance(value, Unknown):
        return {"unknown": value.reason}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not _holds_default(field, getattr(value, field.name))
        }
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        raise InvariantError(f"{value} has no plain form")
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    raise InvariantError(f"{type(value).__name__} has no plain form")


def canonical_json(value: object) -> str:
    """Return the one JSON text of `value` that hashes are taken over."""
    return json.dumps(
        to_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def from_plain(kind: type[T], plain: Plain) -> T:
    """Rebuild a value of `kind` from its plain form.

    Raises:
        InvariantError: the plain form does not fit `kind`.
    """
    return cast("T", _build(kind, plain))


def _holds_default(field: dataclasses.Field[Any], value: object) -> bool:
    if field.default is not dataclasses.MISSING:
        return type(value) is type(field.default) and value == field.default
    if field.default_factory is not dataclasses.MISSING:
        return bool(value == field.default_factory())
    return False


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, plain: Plain) -> object:  # noqa: ANN401 - a type expression has no static type
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _build_union(get_args(kind), plain)
    if origin is tuple:
        return _build_tuple(get_args(kind), plain)
    if kind is Unknown:
        return _build_unknown(plain)
    if dataclasses.is_dataclass(kind):
        return _build_record(cast("type", kind), plain)
    if origin is dict or kind is object or kind is Any or _is_plain(kind, plain):
        return plain
    raise InvariantError(f"{plain!r} is no {kind}")


def _is_plain(kind: Any, plain: Plain) -> bool:  # noqa: ANN401 - as above
    """Say whether `plain` is already a value of `kind`; a whole number stays whole in a float."""
    if get_origin(kind) is Literal:
        return any(type(plain) is type(choice) and plain == choice for choice in get_args(kind))
    if isinstance(plain, bool):
        return kind is bool
    if kind is float:
        return isinstance(plain, (int, float))
    return isinstance(kind, type) and isinstance(plain, kind)


def _build_unknown(plain: Plain) -> Unknown:
    if not isinstance(plain, dict) or plain.keys() != {"unknown"}:
        raise InvariantError(f"{plain!r} gives no reason for being unknown")
    return Unknown(from_plain(str, plain["unknown"]))


def _build_record(kind: type, plain: Plain) -> object:
    if not isinstance(plain, dict):
        raise InvariantError(f"{plain!r} is no {kind.__name__}")
    hints = _hints(kind)
    unknown_keys = plain.keys() - hints.keys()
    if unknown_keys:
        raise InvariantError(f"{kind.__name__} has no field {sorted(unknown_keys)}")
    required = {
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    if required - plain.keys():
        raise InvariantError(f"{kind.__name__} lacks {sorted(required - plain.keys())}")
    return kind(**{name: _build(hints[name], item) for name, item in plain.items()})


def _build_tuple(arguments: tuple[Any, ...], plain: Plain) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise InvariantError(f"{plain!r} is no list")
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        return tuple(_build(arguments[0], item) for item in plain)
    if len(arguments) != len(plain):
        raise InvariantError(f"{plain!r} does not have {len(arguments)} items")
    return tuple(_build(part, item) for part, item in zip(arguments, plain, strict=True))


def _build_union(choices: tuple[Any, ...], plain: Plain) -> object:
    if plain is None and type(None) in choices:
        return None
    if Unknown in choices and isinstance(plain, dict) and plain.keys() == {"unknown"}:
        return _build_unknown(plain)
    for choice in choices:
        if choice is type(None) or choice is Unknown:
            continue
        try:
            return _build(choice, plain)
        except InvariantError:
            continue
    raise InvariantError(f"{plain!r} fits none of {choices}")
