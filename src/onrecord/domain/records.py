"""The twenty-one record types by name, and records from the ledger's text and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from onrecord.domain.assessment import Assessment
from onrecord.domain.authority import Authority, Coverage
from onrecord.domain.codec import from_plain
from onrecord.domain.decision import Decision
from onrecord.domain.document import Document
from onrecord.domain.errors import InvariantError, LedgerBroken, StoreTooNew
from onrecord.domain.escalation import EscalationStep
from onrecord.domain.event import Event
from onrecord.domain.hypothesis import Hypothesis, Indicator
from onrecord.domain.ledger import SCHEMA_VERSION, Entry, Record, RecordType
from onrecord.domain.link import Link
from onrecord.domain.place import Place
from onrecord.domain.posture import Posture
from onrecord.domain.question import GivenForecast, GivenResolution, Question
from onrecord.domain.revision import Revision
from onrecord.domain.source import Actor, Source
from onrecord.domain.span import Span
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Tally

#: Class of each record type.
RECORD_CLASSES: Mapping[RecordType, type[Record]] = MappingProxyType(
    {
        "document": Document,
        "span": Span,
        "source": Source,
        "actor": Actor,
        "place": Place,
        "statement": Statement,
        "link": Link,
        "event": Event,
        "tally": Tally,
        "authority": Authority,
        "coverage": Coverage,
        "posture": Posture,
        "escalation_step": EscalationStep,
        "hypothesis": Hypothesis,
        "indicator": Indicator,
        "question": Question,
        "assessment": Assessment,
        "revision": Revision,
        "decision": Decision,
        "forecast": GivenForecast,
        "resolution": GivenResolution,
    }
)
_TYPES: Mapping[type[Record], RecordType] = MappingProxyType(
    {record_class: name for name, record_class in RECORD_CLASSES.items()}
)


def type_of(record: Record) -> RecordType:
    """Return the record type of `record`.

    Raises:
        InvariantError: it is none of the twenty-one.
    """
    try:
        return _TYPES[type(record)]
    except KeyError as error:
        raise InvariantError(f"{type(record).__name__} is no record type") from error


def decode(record_type: RecordType, payload: str) -> Record:
    """Return the record that `payload`, canonical JSON, holds.

    Raises:
        InvariantError: the payload is no JSON or no record of that type.
    """
    try:
        plain = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise InvariantError(f"the payload is no JSON: {error}") from error
    record_class = RECORD_CLASSES.get(record_type)
    if record_class is None:
        raise InvariantError(f"{record_type!r} is no record type")
    return from_plain(record_class, plain)


def record_of(entry: Entry) -> Record:
    """Return the record an entry of the ledger holds, checked against its id.

    Raises:
        StoreTooNew: a newer Onrecord wrote the entry.
        LedgerBroken: the payload does not make the record the header names.
    """
    if entry.header.schema_version > SCHEMA_VERSION:
        raise StoreTooNew(entry.header.schema_version, SCHEMA_VERSION)
    try:
        record = decode(entry.header.type, entry.payload)
    except InvariantError as error:
        raise LedgerBroken(entry.sequence, error.message()) from error
    if record.id != entry.header.id:
        raise LedgerBroken(entry.sequence, f"the record is not {entry.header.id}")
    return record
