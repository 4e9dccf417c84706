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
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from onrecord.domain.errors import InvariantError
from onrecord.domain.unknown import Unknown

T = TypeVar("T")
Plain = Any  # what `json` reads and writes: no narrower type exists in the standard library
_Builder = Callable[[Plain], object]


def to_plain(value: object) -> Plain:
    """Return `value` as JSON values: dataclasses become objects without their default fields.

    Example:
        >>> to_plain((Unknown("no date"), 3))
        [{'unknown': 'no date'}, 3]
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise InvariantError(f"{value} has no plain form")
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, Unknown):
        return {"unknown": value.reason}
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _record_to_plain(value)
    raise InvariantError(f"{type(value).__name__} has no plain form")


def _record_to_plain(value: object) -> dict[str, Plain]:
    held = ((field, getattr(value, field.name)) for field in _fields(cast("Any", type(value))))
    return {field.name: to_plain(item) for field, item in held if not _holds_default(field, item)}


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
    return cast("T", _builder(cast("Any", kind))(plain))


def _holds_default(field: dataclasses.Field[Any], value: object) -> bool:
    if field.default is not dataclasses.MISSING:
        return type(value) is type(field.default) and value == field.default
    if field.default_factory is not dataclasses.MISSING:
        return bool(value == field.default_factory())
    return False


@cache
def _fields(kind: type) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(kind)


# A builder is made once for each type expression: a record is made of some hundred values, and asking
# what each of them may be costs more than making it.


@cache
def _builder(kind: Any) -> _Builder:  # noqa: ANN401 - a type expression has no static type
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union_builder(get_args(kind))
    if origin is tuple:
        return _tuple_builder(get_args(kind))
    if origin is frozenset:
        items = _tuple_builder((*get_args(kind), Ellipsis))
        return lambda plain: frozenset(cast("tuple[object, ...]", items(plain)))
    if kind is Unknown:
        return _build_unknown
    if dataclasses.is_dataclass(kind):
        return _record_builder(cast("type", kind))
    if origin is dict or kind is object or kind is Any:
        return lambda plain: plain
    return _plain_builder(kind)


def _plain_builder(kind: Any) -> _Builder:  # noqa: ANN401 - as above
    """Return what lets a value through that already is of `kind`; a whole number may stand for a float."""
    choices = get_args(kind) if get_origin(kind) is Literal else None
    if choices is not None and all(type(choice) is str for choice in choices):
        words = frozenset(choices)
        return lambda plain: (
            plain if type(plain) is str and plain in words else _refuse(kind, plain)
        )

    def build(plain: Plain) -> object:
        if choices is not None:
            fits = any(type(plain) is type(choice) and plain == choice for choice in choices)
        elif isinstance(plain, bool):
            fits = kind is bool
        elif kind is float:
            fits = isinstance(plain, (int, float))
        else:
            fits = isinstance(kind, type) and isinstance(plain, kind)
        return plain if fits else _refuse(kind, plain)

    return build


def _refuse(kind: object, plain: Plain) -> object:
    raise InvariantError(f"{plain!r} is no {kind}")


def _build_unknown(plain: Plain) -> Unknown:
    if not isinstance(plain, dict) or plain.keys() != {"unknown"}:
        raise InvariantError(f"{plain!r} gives no reason for being unknown")
    return Unknown(from_plain(str, plain["unknown"]))


def _record_builder(kind: type) -> _Builder:
    required = frozenset(
        field.name
        for field in _fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )
    builders: dict[str, _Builder] = {}

    def build(plain: Plain) -> object:
        if not builders:
            # Hints are looked up late, so that a type may hold values of its own type.
            builders.update({name: _builder(hint) for name, hint in get_type_hints(kind).items()})
        if not isinstance(plain, dict):
            raise InvariantError(f"{plain!r} is no {kind.__name__}")
        if not plain.keys() <= builders.keys():
            unknown = sorted(plain.keys() - builders.keys())
            raise InvariantError(f"{kind.__name__} has no field {unknown}")
        if not required <= plain.keys():
            raise InvariantError(f"{kind.__name__} lacks {sorted(required - plain.keys())}")
        return kind(**{name: builders[name](item) for name, item in plain.items()})

    return build


def _tuple_builder(arguments: tuple[Any, ...]) -> _Builder:
    if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004 - tuple[X, ...]
        every = _builder(arguments[0])

        def build_run(plain: Plain) -> object:
            if not isinstance(plain, list):
                raise InvariantError(f"{plain!r} is no list")
            return tuple(map(every, plain))

        return build_run
    parts = [_builder(part) for part in arguments]

    def build(plain: Plain) -> object:
        if not isinstance(plain, list):
            raise InvariantError(f"{plain!r} is no list")
        if len(parts) != len(plain):
            raise InvariantError(f"{plain!r} does not have {len(parts)} items")
        return tuple(part(item) for part, item in zip(parts, plain, strict=True))

    return build


def _union_builder(choices: tuple[Any, ...]) -> _Builder:
    may_be_none = type(None) in choices
    may_be_unknown = Unknown in choices
    builders = [
        _builder(choice) for choice in choices if choice is not type(None) and choice is not Unknown
    ]

    def build(plain: Plain) -> object:
        if plain is None and may_be_none:
            return None
        if may_be_unknown and isinstance(plain, dict) and plain.keys() == {"unknown"}:
            return _build_unknown(plain)
        for one in builders:
            try:
                return one(plain)
            except InvariantError:
                continue
        raise InvariantError(f"{plain!r} fits none of {choices}")

    return build
