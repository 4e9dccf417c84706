"""Where an issuer puts a figure right or takes it back: `Break`s, read from one document.

A count that falls within one voice needs words that say so (domain rule 4): "has revised the number
from 40 to 33". A figure can also lose its issuer: a spokesman denies having given it, or withdraws
it. The rules look for a verb of correcting, denying or withdrawing, words for a count, and a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.domain.numerals import Numeral, numerals_in
from onrecord.domain.quantity import Number
from onrecord.domain.reading import Reading
from onrecord.domain.span import Extent
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.reconcile.context import sentence_at
from onrecord.reconcile.parties import proper_words
from onrecord.reconcile.words import content_words

BreakKind = Literal["revision", "withdrawal", "denial"]

_COUNT = re.compile(
    r"\b(?:tolls?|tally|count|figures?|numbers?|estimates?|totals?|dead|deaths|killed|died|missing|"
    r"injured|wounded|displaced)\b",
    re.IGNORECASE,
)
_REVISES = re.compile(
    r"(?<!\bto )\b(?:revise[sd]|lower(?:s|ed)|correct(?:s|ed)|amend(?:s|ed)|adjust(?:s|ed)|"
    r"downgrade[sd]|reduce[sd]|scale[sd] (?:back|down)|slash(?:es|ed)|cuts?|brought down)\b",
    re.IGNORECASE,
)
#: What is put right must be a count, named beside the verb.
_BESIDE = re.compile(
    r"\b(?:tolls?|tally|count|figures?|numbers?|estimates?|totals?|down)\b", re.IGNORECASE
)
_REACH = 60
_WITHDRAWS = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr[ae]ws?|withdrawn|withdrawing|rescind(?:s|ed|ing)?|"
    r"walk(?:s|ed|ing) back|(?:takes?|took|taken) back)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disown(?:s|ed)?|disavow(?:s|ed)?|"
    r"distanc(?:es|ed) (?:itself|himself|herself|themselves)|"
    r"never (?:issued|gave|given|released|published|announced|provided|stated))\b",
    re.IGNORECASE,
)
#: Where the subject of a verb cannot reach over: "the monitor counts 30, though the ministry denies …".
_CLAUSE = re.compile(
    r"\b(?:though|although|but|while|whereas|after|as|because|when|which)\b|[;–—]|"
    r",\s(?=an?\s(?:figure|number|toll|count|claim|total)\b)",
    re.IGNORECASE,
)
#: What is denied or withdrawn must be a figure, not what it counts.
_SAID_FIGURE = re.compile(
    r"\b(?:figures?|tolls?|numbers?|tally|count|estimates?|statistics?|reports?|statements?)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:the|that|this|such|those|these)\s(?:\w+\s){0,2}(?:figures?|number|toll|count|estimate|tally)\b",
    re.IGNORECASE,
)
_OLD_BEFORE = re.compile(
    r"\b(?:from|previous\w*|earlier|initial\w*|former\w*|first|instead of|rather than|high of|original\w*)\b"
    r"[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_NEW_BEFORE = re.compile(r"\b(?:to|now|at(?!\sleast|\smost))\b[^.;\d]{0,30}$", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:after|because|due to|following|citing|owing to|on the basis of|on grounds)\b[^.;]{4,160}",
    re.IGNORECASE,
)
_HARM = {
    "people_killed": re.compile(
        r"\b(?:dead|deaths?|died|killed|toll|fatalit\w+|bodies)\b", re.IGNORECASE
    ),
    "people_missing": re.compile(r"\b(?:missing|unaccounted)\b", re.IGNORECASE),
    "people_injured": re.compile(r"\b(?:injur\w+|wounded|hurt)\b", re.IGNORECASE),
    "people_displaced": re.compile(r"\b(?:displaced|homeless)\b", re.IGNORECASE),
}
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_MONTH_BEFORE = re.compile(rf"\b{_MONTHS}\s$")
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?\s(?:of\s)?{_MONTHS}\b")
_MEASURE_AFTER = re.compile(
    r"[\s-]?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?|percent|per cent|%|[ap]\.?m\b|times)\b|%",
    re.IGNORECASE,
)
_RUN = re.compile(r"\b[A-Z][\w’'\-]*(?:\s+[A-Z][\w’'\-]*)*")
_OFFICE = re.compile(
    r"[^.;]*\b(?:spokes(?:man|woman|person)|official|director|secretary|head|chief|minister)\b[^.;]*$",
    re.IGNORECASE,
)
#: One proper word names an organisation by itself only when it is written as an abbreviation.
_TWO = 2


@dataclass(frozen=True, slots=True)
class Break:
    """One statement that a figure no longer holds, or was never given.

    Attributes:
        kind: What is said.
        unit: Unit of the figure.
        old: The figures taken back, or what a revision starts from; empty where no number is named.
        new: What a revision ends at; `None` where no number is named or nothing takes the place.
        by: Words that name who says so, up to the verb.
        reason: Words that give a reason, verbatim; empty where there are none.
        statement: Id of the statement.
        document: Id of its document.
        day: Last day of the report, ISO 8601; empty when it bears none.
    """

    kind: BreakKind
    unit: str
    old: tuple[Number, ...]
    new: Number | None
    by: str
    reason: str
    statement: str
    document: str
    day: str

    @property
    def date(self) -> date | None:
        """Return the last day of the report; `None` when it bears none."""
        return date.fromisoformat(self.day) if self.day else None


def breaks_of(reading: Reading) -> tuple[Break, ...]:
    """Return every statement of a document that puts a figure right, withdraws or disowns it."""
    units = _units(reading)
    found = {
        one: None
        for statement in reading.statements
        for one in _breaks_in(reading, statement, units=units)
    }
    return tuple(found)


def is_own(issuer: str, by: str) -> bool:
    """Say whether the words that name who speaks name the issuer of a figure, or one who speaks for it.

    Example:
        >>> is_own("the Port Orlan Red Crescent", "A spokesman for the Red Crescent in Port Orlan")
        True
        >>> is_own("Velmaran officials", "The Velmaran Red Crescent")
        False
    """
    named = proper_words(issuer)
    if not named:
        return False
    if content_words(issuer) <= content_words(by):
        return True
    runs = [run for run in _RUN.findall(by) if len(proper_words(run)) >= _TWO or run.isupper()]
    return any(_is_within(proper_words(run), named) for run in runs if proper_words(run))


def _is_within(run: frozenset[str], named: frozenset[str]) -> bool:
    return run <= named or len(run & named) >= _TWO


def _units(reading: Reading) -> Mapping[Number, str]:
    """Return for each number of a document the unit it is first given with."""
    found: dict[Number, str] = {}
    for statement in reading.statements:
        for counted in statement.quantities:
            value = counted.quantity.value
            if value is not None and counted.quantity.unit.startswith("people_"):
                found.setdefault(value, counted.quantity.unit)
    return found


def _breaks_in(
    reading: Reading, statement: Statement, *, units: Mapping[Number, str]
) -> Iterator[Break]:
    if not set(statement.off_line) <= {"negation"}:
        return
    extent = sentence_at(reading.text, statement.content.extent)
    sentence = extent.of(reading.text)
    found = _cue_in(sentence)
    if found is None or not _carries(statement, extent.start + found[1].start()):
        return
    kind, cue = found
    if statement.off_line and kind != "denial":
        return
    numbers = _numbers(sentence) or _pointed_at(reading, extent, sentence)
    unit = _unit(sentence, [value for _, value in numbers], units)
    old, new = _old_and_new(sentence, numbers, verb=cue.start())
    if kind != "revision":
        marked = [value for at, value in numbers if not _NEW_BEFORE.search(sentence[:at])]
        old, new = tuple(marked), None
    if not unit or not numbers or (kind == "revision" and new is None):
        return
    reason = _REASON.search(sentence, cue.end())
    day = reading.document.doc_date
    yield Break(
        kind=kind,
        unit=unit,
        old=old,
        new=new,
        by=_speaker(reading, statement, sentence[: cue.start()]),
        reason=reason.group() if reason else "",
        statement=statement.id,
        document=statement.document,
        day=day.latest.isoformat() if isinstance(day, When) and day.latest else "",
    )


def _cue_in(sentence: str) -> tuple[BreakKind, re.Match[str]] | None:
    """Return the verb that denies, withdraws or corrects a count, with what it does."""
    if not _COUNT.search(sentence):
        return None
    cues: tuple[tuple[BreakKind, re.Pattern[str]], ...] = (
        ("denial", _DENIES),
        ("withdrawal", _WITHDRAWS),
    )
    for kind, verb in cues:
        cue = verb.search(sentence)
        if cue is not None and _SAID_FIGURE.search(sentence, cue.end()):
            return kind, cue
    cue = _REVISES.search(sentence)
    if cue is None or not _BESIDE.search(
        sentence[max(0, cue.start() - _REACH) : cue.end() + _REACH]
    ):
        return None
    return "revision", cue


def _carries(statement: Statement, at: int) -> bool:
    """Say whether the statement, or the words that attribute it, hold the verb."""
    held = (statement.content, *((statement.cue,) if statement.cue is not None else ()))
    return any(span.start <= at < span.end for span in held)


def _speaker(reading: Reading, statement: Statement, before: str) -> str:
    """Return the words that name who corrects or denies: the subject of the verb, and who is cited.

    Whoever denies as a spokesman of the sentence that brings him up denies for whom that names.
    """
    subject = _CLAUSE.split(before)[-1]
    cited = [voice.label for voice in statement.voices if voice.label in subject]
    if statement.kind == "say.deny":
        cited += [voice.label for voice in statement.voices]
        cited += [
            _office(reading, voice.label, statement.content.start) for voice in statement.voices
        ]
    return " ".join(" ".join((subject, *dict.fromkeys(cited))).split())


def _office(reading: Reading, name: str, until: int) -> str:
    """Return the words beside a name, where it first stands, that make its bearer a spokesman."""
    at = reading.text.find(name, 0, until) if name else -1
    if at < 0:
        return ""
    found = _OFFICE.search(reading.text[max(0, at - _REACH) : at].rpartition(".")[2])
    return found.group() if found else ""


def _numbers(sentence: str) -> list[tuple[int, Number]]:
    """Return the counts a sentence states, with where; small numbers and years are none."""
    return [
        (one.start, one.value)
        for one in numerals_in(sentence)
        if one.value is not None and one.kind in ("digits", "words") and not _dates(sentence, one)
    ]


def _dates(sentence: str, one: Numeral) -> bool:
    """Say whether a numeral is a year, the day of a month, a duration or a share."""
    if _MEASURE_AFTER.match(sentence, one.end):
        return True
    if re.fullmatch(r"(?:19|20)[0-9]{2}", sentence[one.start : one.end]):
        return True
    return bool(
        _MONTH_BEFORE.search(sentence[: one.start]) or _MONTH_AFTER.match(sentence, one.end)
    )


def _pointed_at(reading: Reading, extent: Extent, sentence: str) -> list[tuple[int, Number]]:
    """Return the one number of the sentence before, where the words point back at a figure."""
    if not _POINTS_BACK.search(sentence) or extent.start == 0:
        return []
    kept = reading.text[: extent.start].rstrip()
    if not kept:
        return []
    before = sentence_at(reading.text, Extent(len(kept) - 1, len(kept))).of(reading.text)
    numbers = _numbers(before)
    return numbers if len(numbers) == 1 and _COUNT.search(before) else []


def _unit(sentence: str, numbers: list[Number], units: Mapping[Number, str]) -> str:
    for value in numbers:
        if value in units:
            return units[value]
    return next((unit for unit, words in _HARM.items() if words.search(sentence)), "")


def _old_and_new(
    sentence: str, numbers: Sequence[tuple[int, Number]], *, verb: int
) -> tuple[tuple[Number, ...], Number | None]:
    """Return the numbers a revision starts from, before the verb or marked, and the one it ends at."""
    old: list[Number] = []
    new: list[Number] = []
    for at, value in numbers:
        before = sentence[:at]
        to, start = _NEW_BEFORE.search(before), _OLD_BEFORE.search(before)
        marked = start is not None and (to is None or start.start() > to.start())
        (old if marked or (at < verb and to is None) else new).append(value)
    return tuple(old), new[0] if len(set(new)) == 1 else None
