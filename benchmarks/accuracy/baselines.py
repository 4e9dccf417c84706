"""The simplest answer that is not silly, task by task, without any analysis of language.

Each is a floor to stand above, not a rival: a few patterns and a few words, written once and not tuned.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType

import lxml.etree
import lxml.html

from benchmarks.accuracy.baseline_words import (
    ANY_ROOT,
    COUNTRIES,
    INCIDENTS,
    MAGNITUDES,
    MONTHS,
    NEAR_DAYS,
    PLACES,
    ROOTS,
    WEEKDAYS,
)
from benchmarks.predict.task import Row

#: Records and the folder of their inputs → answers.
Baseline = Callable[[Sequence[Row], Path], Iterator[Row]]

_NAMES = r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,5}"
_SAID = re.compile(rf"(?P<source>{_NAMES}) (?P<cue>said|says) (?:that )?(?P<content>[^.!?\n]+)")
_QUOTED = re.compile(rf"[\"“](?P<content>[^\"”\n]+)[\"”] (?P<source>{_NAMES}) (?P<cue>said|says)\b")
_NAMED = re.compile(_NAMES)
_DAY = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2})\b"
    r"(?:,? (?P<year>\d{4})\b)?"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED_DAY = re.compile(rf"\b(?:{'|'.join([*WEEKDAYS, *NEAR_DAYS])})\b", re.IGNORECASE)
_NUMBER = re.compile(
    rf"\d[\d,]*(?:\.\d+)?(?P<magnitude> (?:{'|'.join(MAGNITUDES)}))?\b(?: (?P<unit>[a-z]+))?"
)
_PLACE = re.compile(rf"\b(?:{'|'.join(sorted(PLACES, key=len, reverse=True))})\b")
_WORD = re.compile(r"\w+")
_WEEK = 7
_HALF = 0.5


def attribution(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield what stands before and behind "said" and "says"."""
    for record in records:
        matches = [one for each in (_SAID, _QUOTED) for one in each.finditer(record["text"])]
        relations = [
            {role: [list(match.span(role))] for role in ("source", "cue", "content")}
            for match in matches
        ]
        yield {"id": record["id"], "relations": relations}


def time(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield days written with a month, weekdays as the last one before the report, and years."""
    for record in records:
        yield {"id": record["id"], "times": list(_times(record))}


def certainty(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield the most frequent label of each kind."""
    usual = {"certainty": "CERTAIN", "polarity": "POS", "time": "NON_FUTURE"}
    for record in records:
        events = [{"start": one["start"], "end": one["end"]} | usual for one in record["events"]]
        yield {"id": record["id"], "events": events}


def quantity(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield numbers in digits, exact, with the next word as their unit."""
    for record in records:
        quantities = [
            {"value": _value(match), "bound": "=", "unit": match["unit"]}
            for match in _NUMBER.finditer(record["text"])
        ]
        yield {"id": record["id"], "quantities": quantities}


def muc(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield one incident for each type that a word speaks of, by the date of the report."""
    for record in records:
        text = record["text"].upper()
        country = max(COUNTRIES, key=text.count)
        incident = {
            "stage": ["ACCOMPLISHED"],
            "date": [{"lo": None, "hi": record.get("doc_date")}],
            "location": [{"country": country, "places": []}] if country in text else [],
        }
        kinds = [kind for kind, words in INCIDENTS if any(one.upper() in text for one in words)]
        yield {"id": record["id"], "incidents": [{"type": [kind]} | incident for kind in kinds[:1]]}


def reconcile(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield clusters of reports of one day whose titles share half of the words of the first."""
    days: dict[str, list[Row]] = defaultdict(list)
    for record in records:
        days[str(record.get("doc_date"))].append(record)
    clusters = (cluster for day in days.values() for cluster in _like_titles(day))
    for number, cluster in enumerate(clusters):
        yield {"id": str(number), "docs": [record["id"] for record in cluster]}


def geo(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield the names of a short list of countries, states and cities wherever they stand."""
    for record in records:
        toponyms = [
            {"start": match.start(), "end": match.end()}
            | dict(zip(("lat", "lon"), PLACES[match.group()], strict=True))
            for match in _PLACE.finditer(record["text"])
        ]
        yield {"id": record["id"], "toponyms": toponyms}


def extract(records: Sequence[Row], folder: Path) -> Iterator[Row]:
    """Yield the text of every paragraph element of a page."""
    for record in records:
        content = (folder / record["html"]).read_bytes()
        page = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        yield {"id": record["id"], "text": "\n".join(_paragraphs(page))}


def events(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield the root of the first word list that has a word of the sentence."""
    for record in records:
        yield {"id": record["id"], "label": root_of(record["text"])}


def events_whole(records: Sequence[Row], _folder: Path) -> Iterator[Row]:
    """Yield the first name as actor and the last as recipient, with the root of `events`."""
    for record in records:
        named = [list(match.span()) for match in _NAMED.finditer(record["text"])]
        if len(named) < 2:
            yield {"id": record["id"], "events": []}
            continue
        row = {"label": root_of(record["text"]), "actor": named[0], "recipient": named[-1]}
        yield {"id": record["id"], "events": [row]}


def root_of(text: str) -> str:
    """Return a PLOVER root by the beginnings of words."""
    words = _WORD.findall(text.lower())
    for root, beginnings in ROOTS:
        if any(word.startswith(beginnings) for word in words):
            return root
    return ANY_ROOT


def _times(record: Row) -> Iterator[Row]:
    text, stated = record["text"], record.get("doc_date")
    reported = date.fromisoformat(stated) if stated else None
    days = list(_DAY.finditer(text))
    covered = [match.span() for match in days]
    for match in days:
        year = match["year"] or (str(reported.year) if reported else "XXXX")
        month = MONTHS[match["month"].lower()]
        yield _time(match, f"{year}-{month:02}-{int(match['day']):02}")
    for match in _NAMED_DAY.finditer(text):
        yield _time(match, _named_day(match.group().lower(), reported))
    for match in _YEAR.finditer(text):
        if not any(start <= match.start() < end for start, end in covered):
            yield _time(match, match.group())


def _time(match: re.Match[str], value: str) -> Row:
    return {"start": match.start(), "end": match.end(), "type": "DATE", "value": value}


def _named_day(name: str, reported: date | None) -> str:
    if reported is None:
        return "XXXX-XX-XX"
    if name in NEAR_DAYS:
        return (reported + timedelta(days=NEAR_DAYS[name])).isoformat()
    back = (reported.weekday() - WEEKDAYS[name]) % _WEEK
    return (reported - timedelta(days=back)).isoformat()


def _value(match: re.Match[str]) -> float:
    digits = match.group().split(" ", maxsplit=1)[0].replace(",", "")
    return float(digits) * MAGNITUDES.get((match["magnitude"] or "").strip(), 1.0)


def _like_titles(records: Iterable[Row]) -> list[list[Row]]:
    clusters: list[tuple[set[str], list[Row]]] = []
    for record in records:
        words = set(_WORD.findall(str(record.get("title", "")).lower()))
        for known, held in clusters:
            if len(words & known) >= _HALF * max(1, len(words)):
                held.append(record)
                break
        else:
            clusters.append((words, [record]))
    return [held for _, held in clusters]


def _paragraphs(page: bytes) -> Iterator[str]:
    try:
        root = lxml.html.fromstring(page)
    except (lxml.etree.ParserError, ValueError):
        return
    for one in root.iter("p"):
        yield one.text_content()


BASELINES: Mapping[str, Baseline] = MappingProxyType(
    {
        "attribution": attribution,
        "time": time,
        "certainty": certainty,
        "quantity": quantity,
        "muc": muc,
        "reconcile": reconcile,
        "geo": geo,
        "extract": extract,
        "events": events,
        "events_whole": events_whole,
    }
)
