"""Figures written together with letters that count all the same: "5kW", "$US160 million", "tenfold".

The numerals of the domain leave letters glued to figures alone, because most such words are names
("A10", "5G"). Here the letters themselves say that the figure is a quantity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.domain.numerals import Numeral
from onrecord.domain.quantity import Number
from onrecord.read.units import CURRENCY_SIGNS, PEOPLE

_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CODES = "|".join(
    sorted((sign for sign in CURRENCY_SIGNS if sign.isalpha()), key=len, reverse=True)
)
_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_SCALE = r"(?: ?(?P<scale>(?i:thousand|million|mn|billion|bn|trillion|tn|k|m|b))(?!\w))?"
_MONEY = re.compile(rf"(?<![\w.,-])(?:\$US|(?:{_CODES}))(?P<figure>{_FIGURE}){_SCALE}")
_MEASURED = re.compile(
    rf"(?<![\w.,$€£])(?P<figure>{_FIGURE})(?P<scale>(?!))?"
    r"(?=(?:[kMGT]?W|[kMGT]Wh|[MGT]B|[kMG]?Hz|mg|ml|bhp|hp|kV|kt|Mt|p|KM|KG|GHZ|Ghz)(?!\w))"
)
_THOUSANDS = re.compile(rf"(?<![\w.,$€£-])(?P<figure>{_FIGURE})(?P<scale>k)(?![\w-])")
_MILLIONS = re.compile(
    rf"(?<![\w.,$€£-])(?P<figure>{_FIGURE})(?P<scale>[mM])"
    r"(?= (?:of\b|(?P<next>[a-z]+)))(?! (?:high|deep|long|wide|tall|away|from|above|below|or"
    r"|and|to)\b)"
)


_FOLDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twenty": 20, "hundred": 100,
}  # fmt: skip
_FOLD = re.compile(
    rf"(?<![\w.,-])(?P<many>\d{{1,4}}|{'|'.join(_FOLDS)})-?fold(?!\w)", re.IGNORECASE
)


def with_glued(sentence: str, numerals: Sequence[Numeral]) -> tuple[Numeral, ...]:
    """Return the numerals and the glued figures of a sentence, in order and not overlapping."""
    glued = [
        *(_numeral(match) for match in _MONEY.finditer(sentence)),
        *(_numeral(match) for match in _MEASURED.finditer(sentence)),
        *(_numeral(match) for match in _THOUSANDS.finditer(sentence)),
        *(_times(match) for match in _FOLD.finditer(sentence)),
        *(_numeral(match) for match in _MILLIONS.finditer(sentence) if _is_millions(match)),
    ]
    kept = [
        one for one in numerals if not any(g.start < one.end and one.start < g.end for g in glued)
    ]
    return tuple(sorted([*kept, *glued], key=lambda one: one.start))


def _is_millions(match: re.Match[str]) -> bool:
    """Say whether "m" is a million and not a metre: people follow, or a decimal with a noun."""
    following = match["next"] or "of"
    return following == "of" or following in PEOPLE or "." in match["figure"]


def _times(match: re.Match[str]) -> Numeral:
    many = match["many"].lower()
    value = _FOLDS[many] if many in _FOLDS else int(many)
    return Numeral(match.start(), match.end(), value, "multiplier")


def _numeral(match: re.Match[str]) -> Numeral:
    figure = match["figure"].replace(",", "")
    value: Number = float(figure) if "." in figure else int(figure)
    scale = _SCALES.get((match["scale"] or "").lower(), 1)
    scaled = value * scale
    rounded = round(scaled)
    plain: Number = rounded if scale > 1 and abs(scaled - rounded) < 1 else scaled  # cents of a k
    end = match.end("scale") if match["scale"] else match.end("figure")
    return Numeral(match.start("figure"), end, plain, "digits")
