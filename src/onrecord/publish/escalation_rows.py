"""Escalation as JSON rows and as Markdown: steps, thresholds, responses, pathways, each with its words.

`docs/statement-schema.md` documents the rows. A change that removes or renames a field raises the schema.
Scores stand in a column of their own; nothing is added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.domain.case import Case
from onrecord.domain.clauses import clause_of, sentence_around
from onrecord.domain.escalation import (
    EscalationStep,
    PublishedScore,
    Response,
    Threshold,
    ThresholdMention,
)
from onrecord.domain.quantity import Quantity
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.withheld import WITHHELD, gives_position
from onrecord.publish.markup import plain
from onrecord.publish.rows import Row, quantity_row, when_row
from onrecord.publish.wording import edtf_words, number_words

STEP_SCHEMA = "onrecord.escalation-step/1"
THRESHOLD_SCHEMA = "onrecord.threshold/1"
RESPONSE_SCHEMA = "onrecord.response/1"
PATHWAY_SCHEMA = "onrecord.pathway/1"

_OPEN_BEGIN = "../"
_DIRECTIONS = {
    "up": "up",
    "down": "down",
    "level": "level",
    "unordered": "apart",
    "unknown": "direction not determined",
}
_STATES = {
    "crossed": "crossed",
    "not_crossed": "said not to be crossed",
    "threatened": "threatened, planned or foreseen",
    "held_unlikely": "not reported crossed, held unlikely",
    "supposed": "only supposed",
}


@dataclass(frozen=True, slots=True)
class Escalation:
    """All that a case tells of escalation.

    Attributes:
        steps: By party, dimension and day.
        thresholds: Every threshold spoken of.
        responses: What is said to answer what.
        pathways: Statements of what could happen.
    """

    steps: Sequence[EscalationStep]
    thresholds: Sequence[Threshold]
    responses: Sequence[Response]
    pathways: Sequence[Statement]


def escalation_rows(found: Escalation, case: Case) -> Iterator[Row]:
    """Yield every row: steps first, then thresholds, responses and pathways."""
    yield from (step_row(one, case) for one in found.steps)
    yield from (threshold_row(one, case) for one in found.thresholds)
    yield from (response_row(one, case) for one in found.responses)
    yield from (pathway_row(one, case) for one in found.pathways)


def step_row(step: EscalationStep, case: Case) -> Row:
    """Return a step with the words that carry the new value and those that carried the old one."""
    first = step.first_time
    return {
        "schema": STEP_SCHEMA,
        "id": step.id,
        "party": step.party or None,
        "party_words": party_words(step.party, case),
        "dimension": step.dimension,
        "from": _value_row(step.from_value),
        "to": _value_row(step.to_value),
        "direction": step.direction,
        "first_time": None if isinstance(first, Unknown) else first,
        "first_time_reason": first.reason if isinstance(first, Unknown) else None,
        "mechanism": step.mechanism,
        "when": when_row(step.when),
        "words": _words_row(case, step.statement),
        "words_before": _words_row(case, step.earlier) if step.earlier else None,
        "subject": step.subject,
        "scores": [_score_row(one) for one in step.scores],
    }


def threshold_row(threshold: Threshold, case: Case) -> Row:
    """Return a threshold with everything that is said of it."""
    return {
        "schema": THRESHOLD_SCHEMA,
        "id": threshold.id,
        "name": threshold.name,
        "label": threshold.label,
        "party": threshold.party or None,
        "party_words": party_words(threshold.party, case),
        "dimension": threshold.dimension,
        "value": threshold.value,
        "state": threshold.state,
        "table": threshold.table,
        "mentions": [
            {"state": one.state} | _said_row(case, one.statement) for one in threshold.mentions
        ],
    }


def response_row(response: Response, case: Case) -> Row:
    """Return an answer with the words that make it one and the words it answers, or why none are known."""
    answers = response.answers
    return {
        "schema": RESPONSE_SCHEMA,
        "id": response.id,
        "state": response.state,
        "cue": response.words,
        "words": _words_row(case, response.statement),
        "answers": _words_row(case, answers) if isinstance(answers, str) else None,
        "reason": response.reason,
    }


def pathway_row(statement: Statement, case: Case) -> Row:
    """Return what a report says could happen."""
    return {"schema": PATHWAY_SCHEMA, "id": statement.id} | _said_row(case, statement.id)


def party_words(party: str, case: Case) -> str:
    """Return a party as words on record call it most, then the shortest; empty where nobody is named.

    A party that is no ISO code is called by its name already, here written as reports write it.
    """
    if not party.isupper():
        names = sorted({name for one in case.statements.values() for name in one.names})
        return next((name for name in names if name.casefold() == party), party)
    named = {words for words, code in case.countries.items() if code == party}
    if not named:
        return party
    said = Counter(name for one in case.statements.values() for name in one.names if name in named)
    return min(named, key=lambda words: (-said[words], len(words), words))


def value_words(value: str | Quantity | Unknown) -> str:
    """Return a value of a dimension in plain words; a rate with the ends that are known.

    Example:
        >>> value_words("high_seas"), value_words(Quantity(None, 7.5, None, "acts_per_30_days"))
        ('high seas', 'at least 7.5 acts per 30 days')
    """
    if isinstance(value, Unknown):
        return f"not known: {value.reason}"
    if isinstance(value, str):
        return value.replace("non_", "non-").replace("_", " ")
    unit = value.unit.replace("_", " ")
    if value.low is None or value.high is None:
        ends = [
            f"{words} {number_words(end)}"
            for words, end in (("at least", value.low), ("at most", value.high))
            if end is not None
        ]
        return f"{ends[0]} {unit}" if ends else f"not determined ({unit})"
    if value.low == value.high:
        return f"{number_words(value.low)} {unit}"
    return f"{number_words(value.low)} to {number_words(value.high)} {unit}"


def day_words_of(when: When | Unknown) -> str:
    """Return the days of a step; where the report only bounds them, that is said."""
    if isinstance(when, Unknown) or when.edtf is None:
        return "no day stated"
    if when.edtf.startswith(_OPEN_BEGIN):
        return f"by {edtf_words(when.edtf.removeprefix(_OPEN_BEGIN))}"
    return edtf_words(when.edtf)


def step_cells(step: EscalationStep, case: Case) -> tuple[str, ...]:
    """Return a step as cells, in the order of `STEP_COLUMNS`."""
    statement = case.statements[step.statement]
    meant = "" if step.mechanism == "unknown" else f", {step.mechanism} as stated"
    return (
        party_words(step.party, case) or "not named",
        step.dimension.replace("_", " "),
        f"{_move_words(step)}{meant}",
        day_words_of(step.when),
        _first_words(step.first_time),
        scores_words(step.scores),
        f"“{_clause(case, statement).strip('“”')}”",
        _report_words(case, statement),
    )


STEP_COLUMNS = ("party", "dimension", "move", "when", "on record", "scores", "words", "report")


def _move_words(step: EscalationStep) -> str:
    """Return a move: "high seas → land (up)"; the first value on record comes from nowhere."""
    after = value_words(step.to_value)
    if isinstance(step.from_value, Unknown) and not step.earlier:
        return after
    return f"{value_words(step.from_value)} → {after} ({_DIRECTIONS[step.direction]})"


def threshold_cells(threshold: Threshold, case: Case) -> Iterator[tuple[str, ...]]:
    """Yield a threshold as cells, one row for each mention."""
    for mention in threshold.mentions:
        yield (
            threshold.label,
            party_words(threshold.party, case) or "not named",
            state_words(mention),
            _speaker_words(case.statements[mention.statement]),
            day_words_of(case.statements[mention.statement].when),
            _clause(case, case.statements[mention.statement]),
            _report_words(case, case.statements[mention.statement]),
        )


THRESHOLD_COLUMNS = ("threshold", "party", "what is said", "who says so", "when", "words", "report")


def state_words(mention: ThresholdMention) -> str:
    """Return what a mention says; a forecast that it will not come is no crossing and no denial."""
    return _STATES[mention.state]


def response_cells(response: Response, case: Case) -> tuple[str, ...]:
    """Return an answer as cells."""
    answers = response.answers
    return (
        _clause(case, case.statements[response.statement]),
        response.words,
        response.state,
        _clause(case, case.statements[answers], whole=False)
        if isinstance(answers, str)
        else f"not known: {answers.reason}",
        response.reason if isinstance(answers, str) else "",
        _report_words(case, case.statements[response.statement]),
    )


RESPONSE_COLUMNS = ("answer", "words that make it one", "state", "answers", "why", "report")


def pathway_cells(statement: Statement, case: Case) -> tuple[str, ...]:
    """Return a pathway as cells."""
    words = _clause(case, statement, whole=False)
    return words, _speaker_words(statement), _report_words(case, statement)


PATHWAY_COLUMNS = ("what could happen, as said", "who says so", "report")


def scores_words(scores: Iterable[PublishedScore]) -> str:
    """Return scores with their tables, each apart."""
    return "; ".join(f"{one.table} {one.value:g}" for one in scores)


def escalation_markdown(found: Escalation, case: Case) -> str:
    """Return everything as Markdown; words of documents cannot become markup."""
    lines = ["# Escalation, as reported", ""]
    if case.today is not None:
        lines += [f"Looked at from {case.today.isoformat()}", ""]
    by_party = groupby(found.steps, key=lambda step: step.party)
    for party, steps in by_party:
        named = party_words(party, case) or "Party not named"
        lines += [f"## Steps: {plain(named)}", ""]
        lines += _table(STEP_COLUMNS[1:], (step_cells(step, case)[1:] for step in steps))
    sections = (
        ("Thresholds", THRESHOLD_COLUMNS,
         [row for one in found.thresholds for row in threshold_cells(one, case)]),
        ("Responses", RESPONSE_COLUMNS, [response_cells(one, case) for one in found.responses]),
        ("Pathways", PATHWAY_COLUMNS, [pathway_cells(one, case) for one in found.pathways]),
    )  # fmt: skip
    for title, columns, rows in sections:
        lines += [f"## {title}", "", *(_table(columns, rows) if rows else ["None on record.", ""])]
    return "\n".join(lines)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    head = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    return [*head, *(f"| {' | '.join(plain(cell) for cell in row)} |" for row in rows), ""]


def _value_row(value: str | Quantity | Unknown) -> Row:
    if isinstance(value, Unknown):
        return {"value": None, "reason": value.reason}
    if isinstance(value, Quantity):
        return {"value": quantity_row(value), "reason": None}
    return {"value": value, "reason": None}


def _score_row(score: PublishedScore) -> Row:
    return {"table": score.table, "version": score.version, "value": score.value}


def _said_row(case: Case, name: str) -> Row:
    statement = case.statements[name]
    return {
        "speaker": [voice.label for voice in statement.voices],
        "when": when_row(statement.when),
        "words": _words_row(case, name),
    }


def _words_row(case: Case, name: str) -> Row:
    """Return the exact words of a statement, the clause and sentence around them, and their report."""
    statement = case.statements[name]
    document = case.documents[statement.document]
    content = statement.content
    withheld = gives_position(statement, sentence_around(case, statement))
    return {
        "statement": statement.id,
        "document": document.id,
        "outlet": document.publisher,
        "title": document.title,
        "date": document.date_edtf,
        "start": content.start,
        "end": content.end,
        "text": None if withheld else content.exact,
        "clause": None if withheld else clause_of(case, statement),
        "sentence": None if withheld else sentence_around(case, statement),
    }


def _clause(case: Case, statement: Statement, *, whole: bool = True) -> str:
    """Return the words of a statement as they are printed, with the rest of a relative where `whole`."""
    if gives_position(statement, sentence_around(case, statement)):
        return WITHHELD
    return clause_of(case, statement) if whole else statement.content.exact


def _first_words(first: bool | Unknown) -> str:
    if isinstance(first, Unknown):
        return ""
    return "first time" if first else "not the first time"


def _speaker_words(statement: Statement) -> str:
    return ", ".join(_voice_words(voice.label) for voice in statement.voices) or "the report"


def _voice_words(label: str) -> str:
    """Return what a speaker is called; an article alone names nobody."""
    return "a speaker not named" if label.casefold() in ("the", "a", "an") else label


def _report_words(case: Case, statement: Statement) -> str:
    document = case.documents[statement.document]
    return f"{document.publisher or 'outlet not stated'}, {document.date_edtf or 'no date'}"
