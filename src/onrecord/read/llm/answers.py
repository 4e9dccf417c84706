"""A model's answer, checked: items of the right shape, and what was wrong with the others."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast, get_args

from onrecord.domain.statement import KINDS, Aux, FactualityValue, StatementKind
from onrecord.read.llm.report import Dropped

#: More voices than this, one inside the other, nobody writes.
_MOST_SPEAKERS = 6
_MOST_WORDS = 12
_FENCED = re.compile(r"```[a-z]*\n(.*?)```", re.DOTALL)
_END_OF_THOUGHT: Final = "</think>"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words the model copied, and the number of the sentence it took them from.

    Attributes:
        words: The words; `None` for a speaker whom the text keeps unnamed ("reportedly").
    """

    words: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Item:
    """One statement as a model proposes it: kinds, certainty, and words that must be looked up."""

    sentence: int
    content: str
    kind: StatementKind
    speakers: tuple[Quoted, ...]
    cue: Quoted | None
    factuality: FactualityValue
    aux: tuple[Aux, ...]
    time: str | None
    place: str | None
    quantities: tuple[str, ...]
    actor: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The items of one answer that have the right shape, and those that do not."""

    items: tuple[Item, ...]
    malformed: tuple[Dropped, ...]


class AnswerError(ValueError):
    """A whole answer cannot be used; the message says why, in words for the model."""


_TEXT: Mapping[str, object] = {"type": "string"}
_TEXT_OR_NULL: Mapping[str, object] = {"type": ["string", "null"]}
_NUMBER: Mapping[str, object] = {"type": "integer"}


def _object(properties: Mapping[str, object], *, nullable: bool = False) -> dict[str, object]:
    return {
        "type": ["object", "null"] if nullable else "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


_ITEM = _object(
    {
        "sentence": _NUMBER,
        "content": _TEXT,
        "kind": {"type": "string", "enum": list(KINDS)},
        "speakers": {
            "type": "array",
            "items": _object({"words": _TEXT_OR_NULL, "sentence": _NUMBER}),
        },
        "cue": _object({"words": _TEXT, "sentence": _NUMBER}, nullable=True),
        "factuality": {"type": "string", "enum": list(get_args(FactualityValue))},
        "aux": {"type": "array", "items": {"type": "string", "enum": list(get_args(Aux))}},
        "time": _TEXT_OR_NULL,
        "place": _TEXT_OR_NULL,
        "quantities": {"type": "array", "items": _TEXT},
        "actor": _TEXT_OR_NULL,
        "recipient": _TEXT_OR_NULL,
    }
)
#: What an answer is held to where the service can do so; each is checked against it here all the same.
ANSWER_SCHEMA: Mapping[str, object] = _object({"statements": {"type": "array", "items": _ITEM}})


def parse_answer(text: str) -> Answer:
    """Return the items of an answer.

    The answer may stand bare, between code fences, or after a model's thoughts.

    Raises:
        AnswerError: it is no JSON object with a list `statements`.

    Example:
        >>> parse_answer('{"statements": []}')
        Answer(items=(), malformed=())
    """
    loaded = _loaded(text)
    listed = loaded.get("statements") if isinstance(loaded, dict) else None
    if not isinstance(listed, list):
        raise AnswerError('it is no JSON object {"statements": [...]}')
    items: list[Item] = []
    malformed: list[Dropped] = []
    for plain in listed:
        try:
            items.append(_item(plain))
        except _FieldError as error:
            malformed.append(Dropped(_number_in(plain), "malformed", str(error)))
    return Answer(tuple(items), tuple(malformed))


def _loaded(text: str) -> object:
    said = text.rpartition(_END_OF_THOUGHT)[2].strip()
    fenced = _FENCED.search(said)
    bare = said[said.find("{") : said.rfind("}") + 1]
    for candidate in (said, fenced.group(1) if fenced else "", bare):
        try:
            return cast("object", json.loads(candidate))
        except (ValueError, RecursionError):
            continue
    raise AnswerError("it is no JSON")


class _FieldError(ValueError):
    """A field of an item is missing or not what it has to be; the message names the field."""


def _item(plain: object) -> Item:
    fields = _Fields(plain)
    cue = fields.value("cue")
    return Item(
        sentence=fields.number("sentence"),
        content=fields.text("content"),
        kind=cast("StatementKind", fields.choice("kind", KINDS)),
        speakers=tuple(
            _Fields(one).quoted(or_null=True) for one in fields.listed("speakers", _MOST_SPEAKERS)
        ),
        cue=None if cue is None else _Fields(cue).quoted(),
        factuality=cast("FactualityValue", fields.choice("factuality", get_args(FactualityValue))),
        aux=cast("tuple[Aux, ...]", fields.choices("aux", get_args(Aux))),
        time=fields.text_or_null("time"),
        place=fields.text_or_null("place"),
        quantities=fields.texts("quantities"),
        actor=fields.text_or_null("actor"),
        recipient=fields.text_or_null("recipient"),
    )


class _Fields:
    """The fields of one object in an answer, each read as what it has to be."""

    def __init__(self, plain: object) -> None:
        if not isinstance(plain, dict):
            raise _FieldError("no object")
        self._plain = plain

    def value(self, name: str) -> object:
        if name not in self._plain:
            raise _FieldError(f"{name} is missing")
        return self._plain[name]

    def number(self, name: str) -> int:
        value = self.value(name)
        if type(value) is not int:  # True is an int to isinstance
            raise _FieldError(f"{name} is no number")
        return value

    def text(self, name: str) -> str:
        value = self.value(name)
        if not isinstance(value, str) or not any(letter.isalnum() for letter in value):
            raise _FieldError(f"{name} has no words")
        return value.strip()

    def text_or_null(self, name: str) -> str | None:
        """Return the words; an empty text says as little as null."""
        value = self.value(name)
        empty = value is None or (isinstance(value, str) and not value.strip())
        return None if empty else self.text(name)

    def choice(self, name: str, known: tuple[str, ...]) -> str:
        value = self.value(name)
        if not isinstance(value, str) or value not in known:
            raise _FieldError(f"{name} is not one of the known values")
        return value

    def listed(self, name: str, most: int) -> list[object]:
        value = self.value(name)
        if not isinstance(value, list) or len(value) > most:
            raise _FieldError(f"{name} is no list of at most {most}")
        return value

    def choices(self, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
        listed = self.listed(name, len(known))
        return tuple(dict.fromkeys(_Fields({name: one}).choice(name, known) for one in listed))

    def texts(self, name: str) -> tuple[str, ...]:
        listed = self.listed(name, _MOST_WORDS)
        return tuple(dict.fromkeys(_Fields({name: one}).text(name) for one in listed))

    def quoted(self, *, or_null: bool = False) -> Quoted:
        words = self.text_or_null("words") if or_null else self.text("words")
        return Quoted(words, self.number("sentence"))


def _number_in(plain: object) -> int:
    value = plain.get("sentence") if isinstance(plain, dict) else None
    return value if type(value) is int else 0
