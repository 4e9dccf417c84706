"""From templates that were read once to as many reports as are asked for.

A variant is what the reader would have made of the filled-in text: its spans are moved with the words, its
names and numbers replaced, its days moved by whole weeks. That keeps the cost of reading, which is measured
elsewhere, out of what is measured here.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from zlib import crc32

from benchmarks.scale.templates import (
    BACKGROUND,
    ENDINGS,
    ENEMIES,
    FORENAMES,
    PLACES,
    TEMPLATES,
    Template,
)
from onrecord.domain.codec import from_plain, to_plain
from onrecord.domain.document import Document, Lineage, Passage
from onrecord.domain.ids import sha256_hex
from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.ports.linguist import Linguist
from onrecord.read.reader import read_document
from onrecord.wiring import gazetteer

#: A Monday; templates are read as of this week.
BASE = date(2031, 4, 7)
#: What stands in the blanks while a template is read; numbers that occur nowhere else.
BLANKS: Mapping[str, str] = {
    "place": "Port Orlan", "river": "Varda", "enemy": "Hill League", "governor": "Olga Brenn",
    "bridge": "Lower Sallow", "agency": "Open Hands", "neighbour": "Norrast",
    "n": "17", "n2": "19", "m": "23", "total": "431", "total2": "437",
}  # fmt: skip
_BLANK = re.compile(r"\{(=?\w+)\}")
#: Words that are exchanged for others of their kind, so that reports of two incidents are no copies.
_PLAIN = re.compile(r"(?<![{\w,-])(?:[a-z]{4,}|\d{1,2},\d{3}|\d{2,3})(?![\w},-])")
_DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
_YEARS = 20
_LARGE, _HUGE = 7, 99
#: So far into a report its words are those of its incident.
_SHARED = 420
#: With how many endings each template is read.
ENDING_TURNS = 8


@dataclass(frozen=True, slots=True)
class Read:
    """A template after it was read: its statements as plain values, and where its blanks stand."""

    template: Template
    text: str
    statements: tuple[Any, ...]
    blanks: tuple[tuple[int, int, str], ...]


def read_templates(linguist: Linguist) -> tuple[Read, ...]:
    """Read every template with several endings, with the product's reader; `variants` takes turns."""
    return tuple(
        _read(replace(one, body="\n\n".join((_blanked(one.body), *_endings(turn)))), linguist)
        for turn in range(ENDING_TURNS)
        for one in TEMPLATES
    )


def _endings(turn: int) -> list[str]:
    size = len(BACKGROUND)
    return [_blanked(BACKGROUND[(3 * turn + step) % size]) for step in range(4)]


def _blanked(words: str) -> str:
    """Return a text in which plain words are blanks as well."""
    return _PLAIN.sub(lambda word: f"{{={word.group().replace(',', '')}}}", words)


SYLLABLES = (
    "bel",
    "cor",
    "dan",
    "est",
    "fil",
    "gor",
    "hal",
    "ith",
    "jun",
    "kes",
    "lor",
    "mun",
    "nav",
    "ost",
    "pel",
    "qua",
    "rin",
    "sol",
    "tev",
    "urm",
    "vas",
    "wen",
    "yar",
    "zel",
)


def variants(read: tuple[Read, ...], count: int, *, seed: int = 7) -> Iterator[Reading]:
    """Yield `count` readings: incidents one after another, each told by every template.

    The same seed gives the same readings. Most incidents have five reports, one in fifty has fifty and one
    in a thousand two hundred; words that say what happened are the same in all reports of one.
    """
    draw = random.Random(seed)  # noqa: S311 - a benchmark has to be repeatable
    made = incident = 0
    while True:
        fill = _fill(draw, incident)
        weeks = draw.randrange(52 * _YEARS)
        turns = len(read) // len(TEMPLATES)
        for told in range(_size_of(incident)):
            turn = (incident + told) % turns * len(TEMPLATES)
            for number, one in enumerate(read[turn : turn + len(TEMPLATES)]):
                if made == count:
                    return
                # Reprints share their words; later rounds are reports of other outlets.
                yield _variant(one, fill, weeks, (incident, told * len(TEMPLATES) + number))
                made += 1
        incident += 1


def _size_of(incident: int) -> int:
    """Return how many rounds of reports an incident has."""
    if incident % 1000 == _HUGE:
        return 40
    return 10 if incident % 50 == _LARGE else 1


def _fill(draw: random.Random, incident: int) -> dict[str, str]:
    killed, hurt, total = draw.randint(3, 60), draw.randint(61, 180), draw.randint(500, 90_000)
    return {
        "place": PLACES[incident % len(PLACES)] + draw.choice(ENDINGS),
        "river": _drawn("river", incident // 10, 0).capitalize(),
        "bridge": f"Lower {_drawn('bridge', incident, 0).capitalize()}",
        "agency": f"Open {_drawn('agency', incident, 0).capitalize()}",
        "neighbour": _drawn("neighbour", incident // 10, 0).capitalize(),
        "enemy": draw.choice(ENEMIES),
        "governor": f"{draw.choice(FORENAMES)} {_drawn('governor', incident, 0).capitalize()}",
        "n": str(killed),
        "n2": str(killed + 2),
        "m": str(hurt),
        "total": str(total),
        "total2": str(total + draw.randint(1, 40)),
    }


def _read(template: Template, linguist: Linguist) -> Read:
    text, blanks = _filled(template, BLANKS)
    document = _document(template, text, weeks=0)
    statements = read_document(document, text, linguist=linguist, gazetteer=gazetteer())
    return Read(template, text, tuple(to_plain(one) for one in statements), blanks)


def _filled(
    template: Template, fill: Mapping[str, str], seed: tuple[int, int] | None = None
) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return the text and the extent of each blank in it; plain words are drawn, or stay.

    Words drawn for the first paragraphs hang on the incident alone, later ones on the report as well.
    """
    source = f"{template.title}\n\n{template.body}"
    pieces: list[str] = []
    blanks: list[tuple[int, int, str]] = []
    at = length = 0
    for found in _BLANK.finditer(source):
        pieces.append(source[at : found.start()])
        length += found.start() - at
        name = found.group(1)
        plain = name.removeprefix("=")
        if seed is not None and name.startswith("="):
            shared = found.start() < _SHARED
            plain = _drawn(plain, seed[0], 0 if shared else seed[1] + 1)
        words = plain if name.startswith("=") else fill[name]
        blanks.append((length, length + len(words), name))
        pieces.append(words)
        length += len(words)
        at = found.end()
    return "".join([*pieces, source[at:]]), tuple(blanks)


def _drawn(word: str, incident: int, report: int) -> str:
    """Return what stands for a word in the reports of one incident: another number, or no word at all."""
    digest = crc32(f"{word} {incident} {report}".encode())
    if word[0].isdecimal():
        return str(10 ** (len(word) - 1) + digest % (9 * 10 ** (len(word) - 1)))
    return "".join(SYLLABLES[(digest >> shift) % len(SYLLABLES)] for shift in (0, 8, 16))


def _document(template: Template, text: str, *, weeks: int, number: int = 0) -> Document:
    day = BASE + timedelta(weeks=weeks, days=template.day)
    key = sha256_hex(f"{template.title} {text}".encode())
    round_ = number // len(TEMPLATES)
    outlet = template.outlet if not round_ else f"{template.outlet} {round_}"
    passages, at = [], 0
    for paragraph in text.split("\n\n"):
        role = "heading" if not at else "body"
        passages.append(Passage(Extent(at, at + len(paragraph)), role))  # type: ignore[arg-type]
        at += len(paragraph) + 2
    return Document(
        origin_key=f"https://reports.example/{key[:20]}",
        url=f"https://reports.example/{key[:20]}",
        title=text.partition("\n")[0],
        publisher=outlet,
        doc_date=When("", day.isoformat(), "metadata"),
        lineage=Lineage(template.wire, "wire credit", "(Meridian Wire)")
        if template.wire
        else Lineage(outlet.lower(), "publisher"),
        media_type="text/plain",
        bytes_sha256=sha256_hex(text.encode()),
        text_sha256=sha256_hex(text.encode()),
        text_root="",
        normaliser="benchmark",
        passages=tuple(passages),
    )


def _variant(read: Read, fill: Mapping[str, str], weeks: int, seed: tuple[int, int]) -> Reading:
    text, blanks = _filled(read.template, fill, seed)
    document = _document(read.template, text, weeks=weeks, number=seed[1])
    mover = _Mover(read, text, blanks, fill, timedelta(weeks=weeks), document.id)
    statements = tuple(from_plain(Statement, mover.moved(plain)) for plain in read.statements)
    return Reading(document, text, statements)


@dataclass(frozen=True)
class _Mover:
    """Moves plain values from the text that was read to a variant of it."""

    read: Read
    text: str
    blanks: tuple[tuple[int, int, str], ...]
    fill: Mapping[str, str]
    shift: timedelta
    document: str

    def moved(self, plain: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
        if isinstance(plain, dict):
            if {"start", "end", "exact"} <= plain.keys():
                return self._span(plain)
            return {
                name: self.document if name == "document" else self.moved(value)
                for name, value in plain.items()
            }
        if isinstance(plain, list):
            return [self.moved(value) for value in plain]
        if isinstance(plain, str):
            return self._words(plain)
        if isinstance(plain, int) and not isinstance(plain, bool):
            return self._number(plain)
        return plain

    def _number(self, number: int) -> int:
        for name, words in BLANKS.items():
            if words.isdecimal() and abs(number - int(words)) <= 1:
                return int(self.fill[name]) + number - int(words)
        return number

    def _words(self, words: str) -> str:
        for name in ("place", "river", "enemy", "governor", "bridge", "agency", "neighbour"):
            words = words.replace(BLANKS[name], self.fill[name])
            # A name is also kept by its parts: "Brenn" for "Olga Brenn".
            last, filled = BLANKS[name].split()[-1], self.fill[name].split()[-1]
            words = re.sub(rf"\b{last}\b", filled, words)
        return _DAY.sub(lambda day: _later(day.group(), self.shift), words)

    def _span(self, plain: dict[str, Any]) -> dict[str, Any]:
        start, end = self._at(plain["start"], end=False), self._at(plain["end"], end=True)
        context = {
            "prefix": self.text[max(0, start - len(plain.get("prefix", ""))) : start],
            "suffix": self.text[end : end + len(plain.get("suffix", ""))],
        }
        kept = {name: words for name, words in context.items() if name in plain}
        return plain | kept | {
            "document": self.document, "start": start, "end": end, "exact": self.text[start:end],
        }  # fmt: skip

    def _at(self, offset: int, *, end: bool) -> int:
        """Return where an offset of the text that was read lies in the variant."""
        starts = [blank[0] for blank in self.read.blanks]
        index = bisect_right(starts, offset if not end else offset - 1) - 1
        if index < 0:
            return offset
        old, new = self.read.blanks[index], self.blanks[index]
        if offset >= old[1]:
            return offset - old[1] + new[1]
        # Inside a blank: its second word, most likely.
        words = BLANKS.get(old[2], "")[: offset - old[0]]
        if end or " " not in words:
            return new[1] if end else new[0]
        return new[0] + self.fill[old[2]].find(" ") + 1


def _later(day: str, shift: timedelta) -> str:
    return (date.fromisoformat(day) + shift).isoformat()
