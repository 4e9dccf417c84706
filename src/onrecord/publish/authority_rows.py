"""Instruments, gaps and clocks as JSON rows and Markdown for the command line.

`onrecord.authority/1`, `onrecord.gap/1`, `onrecord.clock/1`: `docs/statement-schema.md` documents the rows.
A change that removes or renames a field raises the number. Every claim comes with its exact words, who says
so and in which document; nothing here says that an act is legal or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.domain.authority import Authority, Coverage, StatusChange
from onrecord.domain.case import Case
from onrecord.domain.clock import Clock
from onrecord.domain.gap import ANY_BASIS, Bearing, Gap, ReportedAct
from onrecord.domain.question import Question
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.where import looks_like_coordinates
from onrecord.publish.assessed_words import (
    ACTION_WORDS,
    EFFECT_WORDS,
    INSTRUMENT_WORDS,
    PLACE_WORDS,
    TARGET_WORDS,
    VERDICT_WORDS,
)
from onrecord.publish.event_words import when_words
from onrecord.publish.markup import plain
from onrecord.publish.rows import Row, when_row

AUTHORITY_SCHEMA = "onrecord.authority/1"
GAP_SCHEMA = "onrecord.gap/1"
CLOCK_SCHEMA = "onrecord.clock/1"
AUTHORITY_COLUMNS = ("kind", "law of", "called", "issued by", "status", "said by", "statements")
CLOCK_COLUMNS = ("clock", "law of", "starts", "deadline", "due", "disputed", "words")
_STANDINGS = {
    "happened": "reported", "announced": "announced", "counted": "counted",
    "asserted": "claimed as a power",
}  # fmt: skip
_SENTENCE = re.compile(r"[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*[”\"’']?\s*")
_SHORT = 30
_SIDES = ("for", "against", "beside")
NOTE = (
    "Who says what covers an act, in cited words. Nothing here is legal advice or says that an act is "
    "lawful or not."
)
CLOCK_NOTE = "Every clock is a template that needs a lawyer's review."


# -- rows --------------------------------------------------------------------------------------------


def authority_row(authority: Authority, coverages: Iterable[Coverage], case: Case) -> Row:
    """Return an instrument with the history of its status and every claim on what it does."""
    return {
        "schema": AUTHORITY_SCHEMA,
        "id": authority.id,
        "code": authority.code,
        "system": authority.system or None,
        "issuer": _known(authority.issuer),
        "title": authority.title or None,
        "date": when_row(authority.date),
        "status": _known(authority.status),
        "history": [_status_row(one, case) for one in authority.history],
        "text_available": _known(authority.text_available),
        "asserted_by": list(authority.asserted_by),
        "statements": [_statement_row(name, case) for name in authority.statements],
        "coverage": [coverage_row(one, case) for one in coverages],
    }


def coverage_row(coverage: Coverage, case: Case) -> Row:
    """Return one claim on what an instrument does; a class that no words state is null."""
    return {
        "id": coverage.id,
        "authority": None if coverage.authority == ANY_BASIS else coverage.authority,
        "effect": coverage.effect,
        "domain": _known(coverage.domain),
        "action": _known(coverage.action_class),
        "target": _known(coverage.target_class),
        "area": coverage.area or None,
        "valid": when_row(coverage.valid),
        "basis": _known(coverage.basis),
        "asserted_by": list(coverage.asserted_by),
        "disputed_by": list(coverage.disputed_by),
        "statements": [_statement_row(name, case) for name in coverage.statements],
    }


def gap_row(gap: Gap, codes: Mapping[str, Authority], case: Case) -> Row:
    """Return an act, the verdict with its rule, and every claim that bears on it.

    Args:
        gap: The act with its bearings.
        codes: Instruments by id.
        case: The record.
    """
    act, deciding = gap.act, {one.id for one in gap.deciding}
    return {
        "schema": GAP_SCHEMA,
        "act": {
            "id": act.id,
            "subject": act.subject,
            "standing": act.standing,
            "action": _known(act.action),
            "domain": _known(act.domain),
            "target": _known(act.target),
            "unknown": _reasons(act),
            "actor": act.actor or None,
            "system": act.system or None,
            "area": act.area or None,
            "country": act.country or None,
            "when": when_row(act.when),
            "statements": [_statement_row(name, case) for name in act.statements],
        },
        "verdict": gap.verdict,
        "reason": gap.reason,
        "bearings": [
            {
                "closeness": one.closeness,
                "why": one.why or None,
                "decides": one.coverage.id in deciding,
                "code": _code(one.coverage, codes),
                "system": _system(one.coverage, codes),
                "status": _known(one.status),
                "coverage": coverage_row(one.coverage, case),
            }
            for one in gap.bearings
        ],
    }


def clock_row(clock: Clock, question: Question, case: Case) -> Row:
    """Return a clock with its rule, what started it, its deadline and the question it makes."""
    rule = clock.rule
    return {
        "schema": CLOCK_SCHEMA,
        "id": clock.id,
        "name": rule.name,
        "title": rule.title,
        "system": rule.system,
        "after": {rule.period.unit: rule.period.count},
        "start": _day(clock.start),
        "deadline": _day(clock.deadline),
        "reason": clock.deadline.reason if isinstance(clock.deadline, Unknown) else None,
        "due": rule.due,
        "disputed": clock.is_disputed,
        "disputed_words": rule.disputed or None,
        "note": rule.note or None,
        "subject": clock.subject,
        "statements": [_statement_row(name, case) for name in clock.statements],
        "question": {
            "key": question.key,
            "text": question.text,
            "kind": question.kind,
            "criteria": question.criteria,
            "resolvers": list(question.resolvers),
            "opens": _known(question.opens),
            "closes": _known(question.closes),
            "resolves": _known(question.resolves),
            "unscorable": question.unscorable or None,
        },
    }


# -- tables ------------------------------------------------------------------------------------------


def authority_cells(authority: Authority, case: Case) -> tuple[str, ...]:
    """Return the cells of an instrument, in the order of `AUTHORITY_COLUMNS`."""
    history = "; ".join(_status_words(one, case) for one in authority.history)
    return (
        INSTRUMENT_WORDS[authority.code],
        authority.system or "not told",
        authority.title or "(not named)",
        _told(authority.issuer, "not told"),
        history or "no status is on record",
        ", ".join(authority.asserted_by) or "the author",
        " ".join(name[:12] for name in authority.statements),
    )


def gap_lines(gap: Gap, codes: Mapping[str, Authority], case: Case) -> tuple[str, ...]:
    """Return an act, the verdict, and what is said for, against and beside it, line by line."""
    act = gap.act
    return (
        f"{act_words(act)} ({when_words(act.when)}){_by(act)}",
        f"    {act_quote(act, case)} [{_source(act.statements[0], case)}]",
        f"    {VERDICT_WORDS[gap.verdict].upper()}: {gap.reason}",
        *(
            f"    {title}: {_claim_words(one, codes, case)}"
            for title, side in zip(_SIDES, sides_of(gap), strict=True)
            for one in side
        ),
    )


def clock_cells(clock: Clock, case: Case) -> tuple[str, ...]:
    """Return the cells of a clock, in the order of `CLOCK_COLUMNS`."""
    reason = f"none: {clock.deadline.reason}" if isinstance(clock.deadline, Unknown) else ""
    return (
        f"{clock.rule.name}: {clock.rule.title}",
        clock.rule.system,
        _day(clock.start) or "not known",
        _day(clock.deadline) or reason,
        clock.rule.due,
        clock.rule.disputed or "nobody is named",
        _quoted(clock.statements[0], case),
    )


def sides_of(gap: Gap) -> tuple[tuple[Bearing, ...], tuple[Bearing, ...], tuple[Bearing, ...]]:
    """Return the bearings that speak for cover, those against it, and what stands beside."""
    close = [one for one in gap.bearings if one.closeness != "beside"]
    giving = tuple(one for one in close if one.gives)
    against = tuple(
        one for one in close if one.coverage.effect in ("does_not_confer", "forbids", "contested")
    )
    rest = tuple(one for one in gap.bearings if one not in giving and one not in against)
    return giving, against, rest


def is_telling(gap: Gap) -> bool:
    """Say whether something is cited on an act whose kind is stated; the rest is for who asks for all."""
    return not isinstance(gap.act.action, Unknown) and bool(gap.bearings)


def act_words(act: ReportedAct) -> str:
    """Return an act by its classes in words: `reported: use of lethal force, on land`."""
    action = "kind not stated" if isinstance(act.action, Unknown) else ACTION_WORDS[act.action]
    place = "where not stated" if isinstance(act.domain, Unknown) else PLACE_WORDS[act.domain]
    target = "" if isinstance(act.target, Unknown) else f", against {TARGET_WORDS[act.target]}"
    return f"{_STANDINGS[act.standing]}: {action}, {place}{target}"


def _by(act: ReportedAct) -> str:
    """Return who acts, as worded, and whose law it is judged by: `, by Velmaran jets (XA)`."""
    state = f" ({act.system})" if act.system else ""
    return f", by {act.actor}{state}" if act.actor else ""


def act_quote(act: ReportedAct, case: Case) -> str:
    """Return the words that report an act; a few words alone come with the sentence they stand in."""
    return _quoted(act.statements[0], case)


# -- Markdown ----------------------------------------------------------------------------------------


def authority_markdown(
    authorities: Sequence[Authority], coverages: Sequence[Coverage], case: Case
) -> str:
    """Return the instruments with their history and claims as Markdown; words cannot become markup."""
    lines = ["# Instruments of law, as reported", ""]
    for one in authorities:
        named = one.title or INSTRUMENT_WORDS[one.code]
        lines += [
            f"## {plain(named)} ({one.code}, {one.system or 'whose is not told'})",
            "",
        ]
        lines += [f"- Issued by: {plain(_told(one.issuer, 'not told'))}"]
        lines += [f"- Status: {plain(_status_words(change, case))}" for change in one.history]
        own = [claim for claim in coverages if claim.authority == one.id]
        lines += [f"- {plain(_coverage_words(claim, case))}" for claim in own] + [""]
    rest = [claim for claim in coverages if claim.authority == ANY_BASIS]
    if rest:
        lines += ["## Any basis at all", ""]
        lines += [*(f"- {plain(_coverage_words(claim, case))}" for claim in rest), ""]
    return "\n".join([*lines, NOTE, ""])


def left_out_words(count: int) -> str:
    """Return in one sentence how many acts are not shown; empty for none."""
    if not count:
        return ""
    acts = "1 act is" if count == 1 else f"{count} acts are"
    return (
        f"{acts} not shown: their kind is not stated or nobody is cited on them (--all shows them)."
    )


def gap_markdown(
    gaps: Sequence[Gap], codes: Mapping[str, Authority], case: Case, *, left_out: int = 0
) -> str:
    """Return every act with what is said to cover it and not to, as Markdown.

    Args:
        gaps: The acts to show.
        codes: Instruments by id.
        case: The record.
        left_out: How many acts are not shown.
    """
    lines = ["# What is said to cover each act", ""]
    for gap in gaps:
        act = gap.act
        lines += [
            f"## {plain(act_words(act)).capitalize()} ({when_words(act.when)}){plain(_by(act))}",
            "",
        ]
        lines += [
            f"{plain(act_quote(act, case))} — {plain(_source(act.statements[0], case))}",
            "",
        ]
        lines += [f"**{VERDICT_WORDS[gap.verdict].capitalize()}**: {gap.reason}.", ""]
        for title, side in zip(_SIDES, sides_of(gap), strict=True):
            lines += [
                f"- {title.capitalize()}: {plain(_claim_words(one, codes, case))}" for one in side
            ]
        lines += [""]
    lines += [left_out_words(left_out), ""] if left_out else []
    return "\n".join([*lines, NOTE, ""])


def clock_markdown(clocks: Sequence[Clock], case: Case) -> str:
    """Return the clocks as a Markdown table."""
    lines = ["# Periods that laws set", "", f"| {' | '.join(CLOCK_COLUMNS)} |"]
    lines += [f"|{' --- |' * len(CLOCK_COLUMNS)}"]
    lines += [f"| {' | '.join(plain(cell) for cell in clock_cells(one, case))} |" for one in clocks]
    return "\n".join([*lines, "", CLOCK_NOTE, ""])


# -- words -------------------------------------------------------------------------------------------


def _claim_words(bearing: Bearing, codes: Mapping[str, Authority], case: Case) -> str:
    made = bearing.coverage
    instrument = codes.get(made.authority)
    named = "any basis" if instrument is None else INSTRUMENT_WORDS[instrument.code]
    said = f"{named} {EFFECT_WORDS[made.effect]}{f' ({bearing.why})' if bearing.why else ''}"
    if bearing.closeness == "beside":
        said = f"{named}: {bearing.why}"
    return f"{said}: {_cited(made, case)}"


def _cited(made: Coverage, case: Case) -> str:
    """Return the words of a claim with who says so, who disputes it and where it stands."""
    who = [", ".join(made.asserted_by) or ("" if made.effect == "contested" else "the author")]
    who += [f"disputed by {', '.join(made.disputed_by)}"] if made.disputed_by else []
    name = made.statements[0]
    told = "; ".join(one for one in (*who, _source(name, case)) if one)
    return f"{_quoted(name, case)} [{told}]"


def _coverage_words(made: Coverage, case: Case) -> str:
    classes = [
        "" if isinstance(made.action_class, Unknown) else ACTION_WORDS[made.action_class],
        "" if isinstance(made.domain, Unknown) else PLACE_WORDS[made.domain],
        made.area,
    ]
    reach = ", ".join(one for one in classes if one) or "classes not stated"
    return f"{EFFECT_WORDS[made.effect]} ({reach}): {_cited(made, case)}"


def _status_words(change: StatusChange, case: Case) -> str:
    status = change.status.replace("_", " ")
    return f"{status} ({when_words(change.when)}; {_who(case.statements[change.statement])})"


def _who(statement: Statement) -> str:
    return " > ".join(voice.label for voice in statement.voices) or "the author"


def _quoted(name: str, case: Case) -> str:
    words = case.statements[name].content.exact
    if looks_like_coordinates(words):
        return "(words withheld: they hold coordinates)"
    short = len(words) < _SHORT or words.endswith(" what")
    around = _sentence(case.statements[name], case) if short else words
    return f"“{around.strip(' “”')}”"


def _sentence(statement: Statement, case: Case) -> str:
    """Return the sentence that holds a statement's first word."""
    words = statement.content.exact
    passage = case.sentence_of(statement)
    at = passage.find(words)
    found = [one for one in _SENTENCE.finditer(passage) if one.start() <= at < one.end()]
    chosen = found[0].group() if found else words
    return words if looks_like_coordinates(chosen) else chosen


def _source(name: str, case: Case) -> str:
    document = case.documents[case.statements[name].document]
    outlet = document.publisher or document.title or "outlet not stated"
    return f"{outlet}, {document.date_edtf or 'undated'}, {name[:12]}"


def _statement_row(name: str, case: Case) -> Row:
    statement = case.statements[name]
    document = case.documents[statement.document]
    words = statement.content.exact
    return {
        "id": name,
        "text": None if looks_like_coordinates(words) else words,
        "start": statement.content.start,
        "end": statement.content.end,
        "speaker": [voice.label for voice in statement.voices],
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date_edtf,
        "lineage": case.lineages.get(document.id, document.id),
    }


def _status_row(change: StatusChange, case: Case) -> Row:
    return {
        "status": change.status,
        "when": when_row(change.when),
        "statement": _statement_row(change.statement, case),
    }


def _reasons(act: ReportedAct) -> Row:
    """Return why a class of an act is not known, by its name."""
    named = (("action", act.action), ("domain", act.domain), ("target", act.target))
    return {name: value.reason for name, value in named if isinstance(value, Unknown)}


def _code(made: Coverage, codes: Mapping[str, Authority]) -> str | None:
    named = codes.get(made.authority)
    return None if named is None else named.code


def _system(made: Coverage, codes: Mapping[str, Authority]) -> str | None:
    named = codes.get(made.authority)
    return None if named is None else named.system or None


def _known(value: object) -> object:
    return None if isinstance(value, Unknown) else value


def _told(value: str | Unknown, otherwise: str) -> str:
    return otherwise if isinstance(value, Unknown) else value


def _day(day: date | Unknown) -> str | None:
    return None if isinstance(day, Unknown) else day.isoformat()
