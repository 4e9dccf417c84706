"""Numerals in a text: where a number is written, and which number it is.

Understood: digits with separators ("15,000", "1.5 million", "$3bn"), words ("one hundred and five",
"half a million"), dozens, magnitudes without a number ("hundreds of thousands", "several dozen"),
fractions, ordinals, "once" to "thrice". Digits inside designators ("B-52", "M23", "COVID-19"),
times of day, telephone and section numbers are no numerals. Dates are: callers know their extents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from onrecord.domain.numeral_tokens import Token, tokens_of
from onrecord.domain.quantity import Number

#: `digits`, `words`: a number so written. `dozen`: dozens of it. `magnitude`: a plural or "several
#: hundred", with no value. `multiplier`: once, twice, thrice. `pronoun`: "one" that counts nothing.
NumeralKind = Literal[
    "digits", "words", "dozen", "magnitude", "multiplier", "ordinal", "fraction", "pronoun"
]

_HALF = Fraction(1, 2)
_JOINT = re.compile(r"[^\S\n]*\n?[^\S\n]*|[-‐‑]")
_AND = re.compile(r"(?:\s+|[-‐‑])and(?:\s+|[-‐‑])", re.IGNORECASE)
_OF = re.compile(r"\s+of\s+", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:several|few|many|couple(?:\s+of)?)\s+\Z", re.IGNORECASE)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|loved)(?:\s+|-)\Z", re.IGNORECASE
)
_PRONOUN_AFTER = re.compile(r"\s+(?:of|another)\b|['’]s\b", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(r"\b(?:first|second|latter|other|better)\s+\Z", re.IGNORECASE)
_SECOND_BEFORE = re.compile(r"(?:\b(?:per|split)\s+|(?:[0-9]|\bone)[\s-])\Z", re.IGNORECASE)
_TIMES_BEFORE = re.compile(r"\bat\s+\Z", re.IGNORECASE)
_CONTEXT = 24


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written.

    Attributes:
        start: Offset of its first code point; an article counts ("a dozen"), a currency sign does
            not.
        end: Offset after the last one, with multiplier or suffix ("million", "bn").
        value: The number; `None` for a magnitude ("dozens").
        kind: How it is written.
    """

    start: int
    end: int
    value: Number | None
    kind: NumeralKind


@dataclass(frozen=True, slots=True)
class _Part:
    """What has been read so far: the value and the index of the next token."""

    value: Fraction
    after: int
    kind: NumeralKind = "words"


def numerals_in(text: str) -> tuple[Numeral, ...]:
    """Return the numerals of `text` in order; they do not overlap.

    Example:
        >>> [(n.value, n.kind) for n in numerals_in("Two dozen boats, 1.5 million people")]
        [(24, 'dozen'), (1500000, 'digits')]
    """
    tokens = tokens_of(text)
    reader = _Reader(text, tokens)
    found: list[Numeral] = []
    at = 0
    while at < len(tokens):
        numeral, at = reader.read(at)
        if numeral is not None:
            found.append(numeral)
    return tuple(found)


class _Reader:
    """Reads one numeral at a time from the tokens of one text."""

    def __init__(self, text: str, tokens: tuple[Token, ...]) -> None:
        self._text = text
        self._tokens = tokens

    def read(self, at: int) -> tuple[Numeral | None, int]:
        """Return the numeral that starts with token `at`, if any, and the token after it."""
        token = self._tokens[at]
        match token.role:
            case "plural":
                return self._magnitude(at)
            case "times":
                return self._times(token), at + 1
            case "half":
                return self._half(at)
            case "fraction":
                return self._numeral(at, _Part(token.value, at + 1, "fraction")), at + 1
            case "ordinal":
                return self._ordinal(at)
            case "part":
                return None, at + 1
            case _:
                return self._number(at)

    def _number(self, at: int) -> tuple[Numeral | None, int]:
        token = self._tokens[at]
        vague = token.role in ("hundred", "scale", "dozen") and self._before(at, _VAGUE)
        part = self._parts(at)
        if part is None:  # an article that belongs to no number
            return None, at + 1
        numeral = self._numeral(at, part)
        if vague:
            kind: NumeralKind = "dozen" if part.kind == "dozen" else "magnitude"
            return Numeral(numeral.start, numeral.end, None, kind), part.after
        if token.role == "unit" and token.value == 1 and part.after == at + 1:
            after = _PRONOUN_AFTER.match(self._text, token.end)
            if after or self._before(at, _PRONOUN_BEFORE):
                return Numeral(token.start, token.end, 1, "pronoun"), part.after
        return numeral, part.after

    def _parts(self, at: int) -> _Part | None:
        """Read terms with falling multipliers: "two million | three hundred thousand | five"."""
        part = self._term(at)
        if part is None or part.kind != "words" or self._tokens[at].role == "digits":
            return part
        limit = self._scale_before(part.after)
        while limit is not None:
            following = part.after
            linked = self._joined(following) or self._linked(following, _AND)
            if not linked or self._tokens[following].role not in ("unit", "teen", "tens"):
                break
            term = self._term(following)
            if term is None or term.value >= limit or term.kind not in ("words", "ordinal"):
                break
            part = _Part(part.value + term.value, term.after, term.kind)
            limit = self._scale_before(part.after) if term.kind == "words" else None
        return part

    def _term(self, at: int) -> _Part | None:
        """Read one term: a number below a thousand or in digits, then its multipliers."""
        part = self._small(at)
        if part is None or part.kind != "words":
            return part
        part = self._half_more(part, explicit=True)
        part = self._hundreds(part) if part.kind == "words" else part
        if part.kind != "words":
            return part
        return self._scaled(part, explicit=self._tokens[at].role not in ("hundred", "scale"))

    def _small(self, at: int) -> _Part | None:
        token = self._tokens[at]
        if token.role == "digits":
            return self._digits(at)
        if token.role == "article":
            return self._article(at)
        if token.role in ("hundred", "scale"):
            return _Part(token.value, at + 1)
        if token.role == "dozen":
            return _Part(token.value, at + 1, "dozen")
        part = _Part(token.value, at + 1)
        if token.role == "tens" and self._joined(at + 1) and self._is_digit_word(at + 1):
            part = _Part(part.value + self._tokens[at + 1].value, at + 2)
        return self._with_part(part, at)

    def _with_part(self, part: _Part, at: int) -> _Part:
        """Read the noun of a fraction or the end of an ordinal: "two-thirds", "fifty-first"."""
        if not self._joined(part.after):
            return part
        token = self._tokens[part.after]
        if token.role == "part" and (token.plural or part.value == 1):
            return _Part(part.value / token.value, part.after + 1, "fraction")
        if token.role == "half" and part.value == 1:
            return _Part(_HALF, part.after + 1, "fraction")
        if token.role != "ordinal":
            return part
        if part.value == 1 and token.is_part and part.after == at + 1:
            return _Part(1 / token.value, part.after + 1, "fraction")
        hundreds = token.value >= 100  # noqa: PLR2004 - "two hundredth"
        if hundreds:
            return _Part(part.value * token.value, part.after + 1, "ordinal")
        if self._tokens[at].role == "tens" and part.after == at + 1 and token.value < 10:  # noqa: PLR2004
            return _Part(part.value + token.value, part.after + 1, "ordinal")
        return part

    def _digits(self, at: int) -> _Part:
        part = self._half_more(_Part(self._tokens[at].value, at + 1), explicit=True)
        if self._tokens[at].suffixed or not self._joined(part.after):
            return _Part(part.value, part.after, "digits")
        following = self._tokens[part.after]
        if following.role == "dozen":
            return _Part(part.value * following.value, part.after + 1, "dozen")
        if following.role == "part" and following.plural and part.value < following.value:
            return _Part(part.value / following.value, part.after + 1, "fraction")
        if following.role == "hundred":
            part = _Part(part.value * following.value, part.after + 1)
        scaled = self._scaled(part, explicit=True)
        return _Part(scaled.value, scaled.after, "digits")

    def _article(self, at: int) -> _Part | None:
        if not self._joined(at + 1):
            return None
        token = self._tokens[at + 1]
        of = _OF.match(self._text, token.end)
        if token.role in ("part", "ordinal") and (token.role == "part" or token.is_part) and of:
            return _Part(1 / token.value, at + 2, "fraction")
        if token.role == "half":
            inner = self._half_value(at + 1)
            return _Part(inner.value, inner.after, inner.kind)
        if token.role == "dozen":
            return _Part(token.value, at + 2, "dozen")
        if token.role in ("hundred", "scale"):
            return _Part(Fraction(1), at + 1)
        return None

    def _hundreds(self, part: _Part) -> _Part:
        """Read "hundred" after a number, then what follows: "and five", "fifth", nothing."""
        if self._joined(part.after) and self._tokens[part.after].role == "hundred":
            part = _Part(part.value * 100, part.after + 1)
        if part.after == 0 or self._tokens[part.after - 1].role != "hundred":
            return part
        linked = self._joined(part.after) or self._linked(part.after, _AND)
        if not linked:
            return part
        token = self._tokens[part.after]
        if token.role == "ordinal" and token.value < 100:  # noqa: PLR2004
            return _Part(part.value + token.value, part.after + 1, "ordinal")
        if token.role not in ("unit", "teen", "tens"):
            return part
        rest = self._small(part.after)
        if rest is None or rest.kind not in ("words", "ordinal"):
            return part
        return _Part(part.value + rest.value, rest.after, rest.kind)

    def _scaled(self, part: _Part, *, explicit: bool) -> _Part:
        """Read multipliers after a number: thousand, million, dozen and their plurals."""
        while self._joined(part.after):
            token = self._tokens[part.after]
            if token.role == "dozen" or (explicit and token.text == "dozens"):
                return _Part(part.value * token.value, part.after + 1, "dozen")
            if token.role != "scale" and not (explicit and token.role == "plural" and token.scale):
                break
            part = _Part(part.value * token.value, part.after + 1)
        return self._half_more(part, explicit=False)

    def _half_more(self, part: _Part, *, explicit: bool) -> _Part:
        """Read "and a half" after a number, or after its multiplier."""
        if not self._linked(part.after, _AND) or self._tokens[part.after].role != "article":
            return part
        half = part.after + 1
        if not self._joined(half) or self._tokens[half].role != "half":
            return part
        unit = Fraction(1) if explicit else self._scale_before(part.after) or Fraction(1)
        return _Part(part.value + _HALF * unit, half + 1)

    def _half(self, at: int) -> tuple[Numeral | None, int]:
        if self._before(at, _ORDINAL_BEFORE):
            return None, at + 1
        part = self._half_value(at)
        return self._numeral(at, part), part.after

    def _half_value(self, at: int) -> _Part:
        """Read "half", "half a million", "half-dozen"."""
        part = _Part(_HALF, at + 1, "fraction")
        following = at + 1
        if self._joined(following) and self._tokens[following].role == "article":
            following += 1
        if not self._joined(following):
            return part
        token = self._tokens[following]
        if token.role not in ("hundred", "scale", "dozen"):
            return part
        kind: NumeralKind = "dozen" if token.role == "dozen" else "words"
        return _Part(_HALF * token.value, following + 1, kind)

    def _ordinal(self, at: int) -> tuple[Numeral | None, int]:
        token = self._tokens[at]
        if token.text == "second" and self._before(at, _SECOND_BEFORE):
            return None, at + 1
        numeral = self._numeral(at, _Part(token.value, at + 1, "ordinal"))
        return numeral, at + 1

    def _magnitude(self, at: int) -> tuple[Numeral | None, int]:
        after = at + 1
        while self._linked(after, _OF) and self._tokens[after].role == "plural":
            after += 1
        kind: NumeralKind = "dozen" if self._tokens[at].text == "dozens" else "magnitude"
        return Numeral(self._tokens[at].start, self._tokens[after - 1].end, None, kind), after

    def _times(self, token: Token) -> Numeral | None:
        if _TIMES_BEFORE.search(self._text, max(0, token.start - _CONTEXT), token.start):
            return None
        return Numeral(token.start, token.end, _plain(token.value), "multiplier")

    def _numeral(self, at: int, part: _Part) -> Numeral:
        start, end = self._tokens[at].start, self._tokens[part.after - 1].end
        return Numeral(start, end, _plain(part.value), part.kind)

    def _scale_before(self, after: int) -> Fraction | None:
        """Return the multiplier that ends just before token `after`, if one does."""
        token = self._tokens[after - 1]
        return token.value if token.role in ("hundred", "scale") else None

    def _is_digit_word(self, at: int) -> bool:
        return self._tokens[at].role == "unit" and self._tokens[at].value > 0

    def _joined(self, at: int) -> bool:
        return self._linked(at, _JOINT)

    def _linked(self, at: int, gap: re.Pattern[str]) -> bool:
        """Say whether token `at` exists and only `gap` parts it from the one before."""
        if not 0 < at < len(self._tokens):
            return False
        before, after = self._tokens[at - 1].end, self._tokens[at].start
        return gap.fullmatch(self._text, before, after) is not None

    def _before(self, at: int, words: re.Pattern[str]) -> bool:
        start = self._tokens[at].start
        return words.search(self._text, max(0, start - _CONTEXT), start) is not None


def _plain(value: Fraction) -> Number:
    return value.numerator if value.denominator == 1 else float(value)
