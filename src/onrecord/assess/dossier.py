"""What an analyst writes by hand: a question, hypotheses, evidence and indicators, as a `Dossier`.

The file is TOML, or Markdown that begins with TOML between two lines of `+++` and goes on with notes,
which are kept as they are. Reading it finds every fault at once; a file with a fault gives nothing.
Statements are named here as they were typed; `assess.pinning` says which ones they are.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from onrecord.assess.dossier_form import Fault, Form, Table, lines_of, shown
from onrecord.domain.hypothesis import (
    Evidence,
    EvidenceRating,
    Hypothesis,
    HypothesisKind,
    Indicator,
    IndicatorQuality,
    IndicatorState,
    IndicatorSubject,
    QualityFlag,
    Sighting,
)

#: A dossier is written by hand; nobody writes more.
LONGEST_FILE = 1_000_000
LONGEST_NOTES = 50_000
#: Hexadecimal digits that the id of a statement may be cut to.
FEWEST_DIGITS = 8

_REFERENCE = re.compile(rf"(?:stm-)?[0-9a-f]{{{FEWEST_DIGITS},32}}")
_QUESTION = re.compile(rf"(?:qkey-)?[0-9a-f]{{{FEWEST_DIGITS},32}}")
_FENCE = "+++"
_TOP = "top of the file"
_KEYS = ("question", "hypothesis", "evidence", "indicator")
_HYPOTHESIS = ("name", "text", "kind", "assumptions", "would_change", "competes_with")
_EVIDENCE = ("statement", "words", "ratings", "note")
_INDICATOR = (
    "name", "observable", "test", "hypothesis", "question", "subject", "quality", "sighting",
)  # fmt: skip
_SIGHTING = ("state", "statement", "words", "when", "note")
_FLAGS = ("observable", "valid", "reliable", "stable", "unique")
_FLAG = ("holds", "reason")
_RATINGS: tuple[str, ...] = get_args(EvidenceRating)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What one file holds.

    Attributes:
        question: What its hypotheses compete to explain; empty where none is asked.
        hypotheses: In the order of the file, each with its column of the evidence.
        indicators: In the order of the file.
        notes: What stands after the front matter of a Markdown file, verbatim.
        places: Where each statement is named in the file, in words, by how it is named there.
        named: Where each hypothesis and indicator stands in the file, in words, by name.
    """

    question: str = ""
    hypotheses: tuple[Hypothesis, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    notes: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)


def read_dossier(text: str) -> Dossier | tuple[Fault, ...]:
    """Return what the text of a file says, or every fault in it."""
    if len(text) > LONGEST_FILE:
        return (Fault("", f"the file has more than {LONGEST_FILE:,} characters; cut it in two"),)
    parted = _parted(text)
    if isinstance(parted, Fault):
        return (parted,)
    toml, notes = parted
    try:
        tables = tomllib.loads(toml)
    except (ValueError, RecursionError) as error:
        return (Fault("", f"not TOML: {str(error) or 'nested too deeply'}; mend this place first"),)
    form = Form(lines_of(toml))
    dossier = _dossier(tables, notes, form)
    return tuple(form.faults) or dossier


def _parted(text: str) -> tuple[str, str] | Fault:
    """Return the TOML of a file, on the lines it has in the file, and the notes after it."""
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n")
    lines = whole.split("\n")
    if lines[0].strip() != _FENCE:
        return whole, ""
    for at, line in enumerate(lines[1:], start=1):
        if line.strip() == _FENCE:
            return "\n".join(["", *lines[1:at], ""]), "\n".join(lines[at + 1 :])
    return Fault("line 1", "+++ opens the front matter and no second line of +++ closes it")


def _dossier(tables: Table, notes: str, form: Form) -> Dossier:
    """Return what the tables say; worthless where the form found a fault."""
    form.keys(tables, _KEYS, _TOP)
    hypotheses = form.tables(tables, "hypothesis")
    asks = any(one.get("kind") != "assumption" for _, one in hypotheses)
    question = form.text(tables, "question", _TOP, needed=asks)
    held = [_hypothesis(one, where, form) for where, one in hypotheses]
    names = [one["name"] for _, one in hypotheses if isinstance(one.get("name"), str)]
    columns: dict[str, list[Evidence]] = defaultdict(list)
    places: dict[str, str] = {}
    for where, one in form.tables(tables, "evidence"):
        _rate(one, names, columns, where, form)
        _cite(one, where, places, form)
    indicators = form.tables(tables, "indicator")
    watched = [_indicator(one, where, places, form) for where, one in indicators]
    if not hypotheses and not indicators:
        form.wrong(_TOP, "there is no [[hypothesis]] and no [[indicator]]")
    _require_notes(notes, form, held=bool(hypotheses))
    return Dossier(
        question=question,
        hypotheses=tuple(
            replace(one, evidence=tuple(columns[one.name]), question=question, notes=notes)
            for one in held
            if one is not None and not form.faults
        ),
        indicators=tuple(one for one in watched if one is not None),
        notes=notes,
        places=places,
        named=_names([*hypotheses, *indicators], form),
    )


def _require_notes(notes: str, form: Form, *, held: bool) -> None:
    """Note what is wrong with the notes: there is nothing to keep them with, or too much of them."""
    if len(notes) > LONGEST_NOTES:
        form.wrong("notes", f"they have more than {LONGEST_NOTES:,} characters; shorten them")
    if notes.strip() and not held:
        form.wrong("notes", "they are kept with hypotheses, and there is no [[hypothesis]]")


def _hypothesis(held: Table, where: str, form: Form) -> Hypothesis | None:
    """Return a hypothesis without its evidence; `None` where a fault was found."""
    before = len(form.faults)
    form.keys(held, _HYPOTHESIS, where)
    name = form.name(held, where)
    text = form.text(held, "text", where, needed=True)
    kind = form.choice(held.get("kind"), get_args(HypothesisKind), "kind", where)
    assumptions = form.texts(held, "assumptions", where)
    would_change = form.texts(held, "would_change", where)
    rivals = form.texts(held, "competes_with", where)
    if name in rivals:
        form.wrong(where, "it competes with itself; name another under competes_with")
    if len(form.faults) > before:
        return None
    return Hypothesis(
        text=text,
        kind=cast("HypothesisKind", kind),
        competes_with=rivals,
        name=name,
        assumptions=assumptions,
        would_change=would_change,
    )


def _rate(
    held: Table, names: Iterable[str], columns: dict[str, list[Evidence]], where: str, form: Form
) -> None:
    """Put one row of evidence into the columns it is rated for."""
    form.keys(held, _EVIDENCE, where)
    ratings = form.table(held, "ratings", where, shape='{ sea-lane = "I" }')
    note, words = form.text(held, "note", where), form.text(held, "words", where)
    if not ratings:
        form.wrong(where, 'it rates no hypothesis; write ratings = { sea-lane = "I" }')
    for name, rating in ratings.items():
        if name not in names:
            form.wrong(
                where, f"ratings name {shown(name)}, which is no [[hypothesis]] of this file"
            )
        chosen = form.choice(rating, _RATINGS, f"the rating for {shown(name)}", where)
        statement = held.get("statement")
        if chosen and isinstance(statement, str) and statement:
            columns[name].append(Evidence(statement, cast("EvidenceRating", chosen), note, words))


def _cite(held: Table, where: str, places: dict[str, str], form: Form) -> None:
    """Note where a row of evidence names its statement; a statement has one row."""
    name = _statement(held, where, form)
    if name in places:
        form.wrong(where, f"{name} has a row already: {places[name]}; one row for each statement")
    elif name:
        places[name] = where


def _statement(held: Table, where: str, form: Form) -> str:
    """Return the statement a table names, as it was typed."""
    name = form.text(held, "statement", where, needed=True)
    if name and _REFERENCE.fullmatch(name) is None:
        form.wrong(
            where,
            f"statement {shown(name)} is no id; write stm- and {FEWEST_DIGITS} or more digits of it, "
            "as `onrecord statements --json` prints them",
        )
        return ""
    return name


def _indicator(held: Table, where: str, places: dict[str, str], form: Form) -> Indicator | None:
    """Return an indicator; `None` where a fault was found."""
    before = len(form.faults)
    form.keys(held, _INDICATOR, where)
    name = form.name(held, where)
    observable = form.text(held, "observable", where, needed=True)
    test = form.text(held, "test", where, needed=True)
    subject = form.choice(held.get("subject", "deed"), get_args(IndicatorSubject), "subject", where)
    quality = _quality(form.table(held, "quality", where, shape="{ valid = … }"), where, form)
    history = [_sighting(one, at, places, form) for at, one in form.tables(held, "sighting", where)]
    hypothesis = form.text(held, "hypothesis", where) or None
    question = form.text(held, "question", where) or None
    if question is not None and _QUESTION.fullmatch(question) is None:
        form.wrong(
            where,
            f"question {shown(question)} is no key; write qkey- and {FEWEST_DIGITS} or more digits of "
            "it, as `onrecord questions --json` prints them",
        )
    if len(form.faults) > before:
        return None
    return Indicator(
        observable=observable,
        test=test,
        hypothesis=hypothesis,
        question=question,
        quality=quality,
        history=tuple(one for one in history if one is not None),
        name=name,
        subject=cast("IndicatorSubject", subject),
    )


def _quality(held: Table, where: str, form: Form) -> IndicatorQuality:
    """Return the flags that were judged; the others stay unknown."""
    form.keys(held, _FLAGS, f"{where}, quality")
    flags: dict[str, QualityFlag] = {}
    for name in (one for one in _FLAGS if one in held):
        at = f"{where}, quality.{name}"
        flag = form.table(held, name, at, shape='{ holds = true, reason = "…" }')
        form.keys(flag, _FLAG, at)
        reason = form.text(flag, "reason", at, needed=True)
        if not isinstance(flag.get("holds"), bool):
            form.wrong(at, "holds is true or false, without quotation marks")
        elif reason:
            flags[name] = QualityFlag(flag["holds"], reason)
    return IndicatorQuality(**flags)


def _sighting(held: Table, where: str, places: dict[str, str], form: Form) -> Sighting | None:
    """Return one state of an indicator; `None` where a fault was found."""
    before = len(form.faults)
    form.keys(held, _SIGHTING, where)
    state = form.choice(held.get("state"), get_args(IndicatorState), "state", where)
    if state and state != "not_seen" and not held.get("statement"):
        form.wrong(where, f"state {state} cites a statement: an indicator moves on nothing else")
    statement = _statement(held, where, form) if held.get("statement") else ""
    words, note = form.text(held, "words", where), form.text(held, "note", where)
    when = form.day(held, "when", where)
    if len(form.faults) > before:
        return None
    if statement:
        places.setdefault(statement, where)
    return Sighting(cast("IndicatorState", state), when, statement, words, note)


def _names(tables: Iterable[tuple[str, Table]], form: Form) -> dict[str, str]:
    """Return where each name stands; a name that two tables share is a fault."""
    seen: dict[str, str] = {}
    for where, one in tables:
        name = one.get("name")
        if isinstance(name, str) and name in seen:
            form.wrong(
                where, f"name {shown(name)} is taken by {seen[name]}; a name means one thing"
            )
        elif isinstance(name, str):
            seen[name] = where
    return seen
