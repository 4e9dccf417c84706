"""Names and words known beforehand, and where they stand in a sentence.

The list (`gazetteer.toml` beside the weights) helps a reader that never saw a name in training. It
only points: `onrecord.adapters.onnx.names` decides what becomes of a match.

Case. A name must be written as listed or in capitals: `Iran`, `IRAN`, never `iran`; its small words
(`al`, `of`) may have any case. Common nouns may have any case throughout.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from onrecord.adapters.onnx.tokens import tokenise
from onrecord.domain.errors import UsageError
from onrecord.domain.span import Extent

_FORMAT = 1
_INSTALL = "run `pip install ./models/en`"
#: The label of phrases that keep others away: `think tank`.
_BLOCKED = ""
#: Words after an opener or a people that may belong to the name of a body.
_LONGEST_TAIL = 5
#: Below this many words, capitals do not make a headline: `US` alone is the country.
_HEADLINE_WORDS = 3
#: Acronyms this long are often written as words: `Minusma`.
_SPOKEN_LETTERS = 4
#: Articles that make one name of what follows: `al-Saudi hospital`, `Abu Omar al-Iraqi`.
_ARTICLES = frozenset("al el an as ash ad adh ar at az ul".split())
_LINKS = frozenset({"and", "of", "for", "the", ",", "&"})
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)
_NUMBER = re.compile(r"(\d{1,4})(?:[A-Z]{1,4}\d?)?s?")
_LETTERS_NUMBER = re.compile(r"([A-Za-z]{2,})(\d{1,4}(?:[A-Z]{1,4}\d?)?s?)")
_PARTS = re.compile(r"\s*[,\n]\s*")


@dataclass(frozen=True, slots=True)
class Match:
    """A listed name or word in a sentence.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        label: PER, ORG, LOC, NORP, FAC, WEAPON, PLATFORM or VEHICLE. FAC marks the bare noun
            (`airport`): what it makes of the name before it is not for the list to say.
        sure: Whether the words rarely mean anything else; `Georgia` is not sure.
        named: Whether a proper name that follows belongs to it, as after `destroyer`; one that is
            not sure (`USS`) is nothing without that name.
    """

    first: int
    last: int
    label: str
    sure: bool = True
    named: bool = False


@dataclass(frozen=True, slots=True)
class _Kind:
    """What many entries share; `headline`: looked for in a line of capitals too."""

    label: str
    sure: bool = True
    named: bool = False
    opens: bool = False
    headline: bool = True


#: One way to write a name, and its kind; no words where case says nothing.
_Entry: TypeAlias = tuple[tuple[str, ...], _Kind]
#: An entry, after its words in lower case.
_Keyed: TypeAlias = tuple[tuple[str, ...], _Entry]


@dataclass(frozen=True, slots=True)
class _Series:
    """Arms known by letters and a number: how many digits the number has."""

    label: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What `load_gazetteer` read.

    Attributes:
        entries: By their words, folded.
        lengths: By the first of these words: how many words such entries have, longest first.
        series: By their letters.
        institutions: Words that end the name of a body (`Association`).
    """

    entries: Mapping[tuple[str, ...], tuple[_Entry, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    series: Mapping[str, _Series]
    institutions: frozenset[str]

    def matches(self, forms: Sequence[str]) -> tuple[Match, ...]:
        """Find what is listed; time grows with the number of words.

        Args:
            forms: The words of one sentence, cut as `tokenise` cuts them.

        Returns:
            Matches in order. Of matches with one label that overlap, the longest is kept, then the
            first; matches with different labels may overlap.
        """
        words = [form.translate(_PLAIN) for form in forms]
        folded = [word.lower() for word in words]
        headline = _is_headline(words)
        found: list[Match] = []
        for first in range(len(words)):
            here = list(self._listed(words, folded, first, headline=headline))
            found += chain(here, _serial(self.series, words, first), self._bodies(words, here))
        return _longest(found)

    def _listed(
        self, words: Sequence[str], folded: Sequence[str], first: int, *, headline: bool
    ) -> Iterator[Match]:
        opened: Match | None = None
        closed = False
        inside = first > 1 and words[first - 1] == "-" and folded[first - 2] in _ARTICLES
        for length in self.lengths.get(folded[first], ()):
            last = first + length
            if last > len(words):
                continue
            for written, kind in self.entries.get(tuple(folded[first:last]), ()):
                if not _fits(written, words[first:last]) or (headline and not kind.headline):
                    continue
                if inside and kind.label in {"NORP", "LOC"}:
                    continue
                if kind.opens:
                    opened = opened or _opened(kind.label, words, first, last)
                else:
                    closed = closed or kind.label == "ORG"
                    yield Match(first, last, kind.label, kind.sure, kind.named)
        if opened and not closed:
            yield opened

    def _bodies(self, words: Sequence[str], here: Sequence[Match]) -> Iterator[Match]:
        """Yield `Palestinian Football Association`: a people or land, then capitals."""
        for match in here:
            if match.label in {"NORP", "LOC"}:
                end = match.last
                for at in range(match.last, min(match.last + _LONGEST_TAIL - 1, len(words))):
                    if not words[at][:1].isupper():
                        break
                    if words[at].lower() in self.institutions:
                        end = at + 1
                if end > match.last:
                    yield Match(match.first, end, "ORG", sure=False)


def load_gazetteer(path: Path) -> Gazetteer:
    """Read a list of names; takes some milliseconds.

    Raises:
        UsageError: The file is missing, or is no list of names this version can read.
    """
    try:
        return _gazetteer(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        why = f"no {error}" if isinstance(error, KeyError) else str(error)
        message = f"cannot read the English reader's list of names {path} ({why}): {_INSTALL}"
        raise UsageError(message) from error


def _gazetteer(table: Mapping[str, Any]) -> Gazetteer:
    if table["format"] != _FORMAT:
        raise ValueError(f"format {table['format']!r}, not {_FORMAT}")
    entries: dict[tuple[str, ...], tuple[_Entry, ...]] = {}
    lengths: dict[str, set[int]] = {}
    for key, entry in _entries(table):
        known = entries.get(key, ())
        if entry not in known:
            entries[key] = (*known, entry)
            lengths.setdefault(key[0], set()).add(len(key))
    series = {
        letters: _Series(label, *map(int, digits.split("-")))
        for label, text in table["series"].items()
        for letters, digits in (part.rsplit(maxsplit=1) for part in _parts(text))
    }
    return Gazetteer(
        entries=MappingProxyType(entries),
        lengths=MappingProxyType(
            {first: tuple(sorted(known, reverse=True)) for first, known in lengths.items()}
        ),
        series=MappingProxyType(series),
        institutions=frozenset(word.lower() for word in _parts(table["institutions"]["heads"])),
    )


def _entries(table: Mapping[str, Any]) -> Iterator[_Keyed]:
    for line in re.sub(r",\s*\n\s+", ", ", table["states"]).splitlines():
        names, _, people = line.partition("|")
        yield from _names(_parts(names), _Kind("LOC"))
        yield from _names(_with_plurals(_parts(people)), _Kind("NORP"))
    for label, text in table["names"].items():
        parts = _parts(text)
        yield from _names(_with_plurals(parts) if label == "NORP" else parts, _Kind(label))
    for label, text in table["ship_prefixes"].items():
        yield from _names(_parts(text), _Kind(label, sure=False, named=True))
    for label, text in table["openers"].items():
        yield from _names(_parts(text), _Kind(label, opens=True))
    for template in _parts(table["offices"]["templates"]):
        filled = [template.format(of) for of in _parts(table["offices"]["portfolios"])]
        yield from _names(filled, _Kind("ORG"))
    for label, text in table["nouns"].items():
        parts = _parts(text)
        yield from _nouns(parts if label == "FAC" else _with_plurals(parts), _Kind(label))
    for label, text in table["named_nouns"].items():
        yield from _nouns(_with_plurals(_parts(text)), _Kind(label, named=True))
    yield from _nouns(_with_plurals(_parts(table["blocked"]["phrases"])), _Kind(_BLOCKED))


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(text.strip()) if part]


def _with_plurals(parts: Iterable[str]) -> Iterator[str]:
    for part in parts:
        yield part
        yield _plural(part)


def _plural(phrase: str) -> str:
    """Return the regular plural; peoples in a hiss (`Chinese`, `British`) have none in -s."""
    if phrase.endswith(("ese", "men", "ish", "nch", "tch", "lsh", "wiss")):
        return phrase
    if re.search(r"[^aeiou]y$", phrase):
        return f"{phrase[:-1]}ies"
    if phrase.endswith(("s", "x", "ch", "sh")):
        return f"{phrase}es"
    return f"{phrase}s"


def _names(parts: Iterable[str], kind: _Kind) -> Iterator[_Keyed]:
    hint, spelt = replace(kind, sure=False), replace(kind, headline=False)
    kinds = {"~": hint, "!": spelt}
    for part in parts:
        marked = kinds.get(part[0], kind)
        name = part[1:] if part[0] in kinds else part
        for written in _ways(_cut(name)):
            yield _folded(written), (written, marked)
        if _is_spoken(name) and marked.headline:
            yield _folded((name,)), ((name.capitalize(),), hint)


def _nouns(parts: Iterable[str], kind: _Kind) -> Iterator[_Keyed]:
    hint = replace(kind, sure=False)
    for part in parts:
        marked, phrase = (hint, part[1:]) if part[0] == "~" else (kind, part)
        for written in _ways(_cut(phrase)):
            yield _folded(written), ((), marked)


def _cut(name: str) -> tuple[str, ...]:
    """Cut a listed name as a sentence is cut; words of letters alone need no scanner."""
    words = name.split()
    if all(word.isalpha() for word in words):
        return tuple(words)
    return tuple(word.of(name) for word in tokenise(name, Extent(0, len(name))))


def _ways(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the words as listed and, where there are hyphens, without them."""
    return (words, tuple(word for word in words if word != "-")) if "-" in words else (words,)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple([word.lower() for word in words])


def _is_spoken(name: str) -> bool:
    return len(name) >= _SPOKEN_LETTERS and name.isalpha() and name.isupper()


def _is_headline(words: Sequence[str]) -> bool:
    return len(words) >= _HEADLINE_WORDS and not any(word != word.upper() for word in words)


def _fits(written: Sequence[str], words: Sequence[str]) -> bool:
    """Say whether the case of `words`, which agree with the entry otherwise, is right."""
    return all(
        listed in (word, listed.lower()) or word == listed.upper()
        for listed, word in zip(written, words, strict=False)
    )


def _opened(label: str, words: Sequence[str], first: int, after: int) -> Match | None:
    """Return an office whose portfolio is not listed: the opener, then capitalised words."""
    last = after
    for at in range(after, min(after + _LONGEST_TAIL, len(words))):
        if words[at][:1].isupper():
            last = at + 1
        elif words[at] not in _LINKS:
            break
    return Match(first, last, label, sure=False) if last > after else None


def _serial(series: Mapping[str, _Series], words: Sequence[str], first: int) -> Iterator[Match]:
    """Yield `Su - 35S` or `Su35S`."""
    known = series.get(words[first])
    if known and words[first + 1 : first + 2] == ["-"] and first + 2 < len(words):
        if _in_series(known, words[first + 2]):
            yield Match(first, first + 3, known.label)
    elif compact := _LETTERS_NUMBER.fullmatch(words[first]):
        known = series.get(compact[1])
        if known and _in_series(known, compact[2]):
            yield Match(first, first + 1, known.label)


def _in_series(series: _Series, number: str) -> bool:
    found = _NUMBER.fullmatch(number)
    return found is not None and series.least <= len(found[1]) <= series.most


def _longest(found: Iterable[Match]) -> tuple[Match, ...]:
    """Keep the longest of matches with one label that overlap; drop what is blocked."""
    kept: list[Match] = []
    taken: dict[str, set[int]] = {_BLOCKED: set()}
    blocked = taken[_BLOCKED]
    order = sorted(
        found, key=lambda each: (each.first - each.last, each.first, each.label, not each.sure)
    )
    for match in order:
        places = range(match.first, match.last)
        if blocked.isdisjoint(places) and taken.setdefault(match.label, set()).isdisjoint(places):
            taken[match.label].update(places)
            kept.append(match)
    inside = [match for match in kept if match.label != _BLOCKED]
    return tuple(sorted(inside, key=lambda each: (each.first, each.last, each.label)))
