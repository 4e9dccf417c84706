"""Events as JSON rows for the command line: `onrecord.event/1`.

`docs/statement-schema.md` documents the row. A change that removes or renames a field raises
`EVENT_SCHEMA`.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.domain.document import Document
from onrecord.domain.event import Harm, ResponsibilityClaim
from onrecord.domain.event_line import EventLine
from onrecord.domain.grouping import Account, EventGroup, Ground, Join
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown
from onrecord.publish.rows import Row, when_row, where_row

EVENT_SCHEMA = "onrecord.event/1"


def event_row(
    group: EventGroup, documents: Mapping[str, Document], statements: Mapping[str, Statement]
) -> Row:
    """Return an event with every account it rests on, in exact words, and why they were joined.

    Args:
        group: The event.
        documents: Every document an account names, by id.
        statements: Every statement an account names, by id.
    """
    event = group.event
    return {
        "schema": EVENT_SCHEMA,
        "id": event.id,
        "act": None
        if isinstance(event.act, Unknown)
        else {
            "scheme": event.act.scheme, "code": event.act.code, "mode": event.act.mode or None,
        },
        "when": when_row(event.when),
        "where": None if isinstance(event.where, Unknown) else where_row(event.where),
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "harm": [_harm_row(one) for one in event.harm],
        "grade": None if isinstance(event.harm_grade, Unknown) else event.harm_grade,
        "responsibility": [_claim_row(one) for one in event.responsibility],
        "status": event.status,
        "part_of": event.part_of,
        "independent_sources": len(group.lineages),
        "lineages": list(group.lineages),
        "reports": group.reports,
        "accounts": [_account_row(one, documents, statements) for one in group.accounts],
        "joins": [_join_row(one) for one in group.joins],
    }  # fmt: skip


def line_row(
    line: EventLine, documents: Mapping[str, Document], statements: Mapping[str, Statement]
) -> Row:
    """Return an event as a line of the timeline: its row, its place there, and the words for it."""
    return event_row(line.group, documents, statements) | {
        "when": when_row(line.when),
        "where": None if isinstance(line.where, Unknown) else where_row(line.where),
        "days": [{"edtf": day, "origins": origins} for day, origins in line.days],
        "rank": line.rank,
        "kind": line.kind or None,
        "words": _words_row(line.lead),
        "salience": [_ground_row(one) for one in line.salience],
        "background": line.background or None,
    }


def _harm_row(harm: Harm) -> Row:
    return {
        "effect": harm.effect,
        "group": harm.group,
        "low": harm.low,
        "best": harm.best,
        "high": harm.high,
        "rule": harm.rule,
        "statements": list(harm.statements),
    }


def _claim_row(claim: ResponsibilityClaim) -> Row:
    return {
        "claimant": claim.claimant,
        "attributed_to": claim.attributed_to,
        "stance": claim.stance,
        "statement": claim.statement,
    }


def _account_row(
    account: Account, documents: Mapping[str, Document], statements: Mapping[str, Statement]
) -> Row:
    document = documents[account.document]
    return {
        "document": account.document,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "date": document.date_edtf,
        "lineage": account.lineage,
        "statements": [_words_row(statements[name]) for name in account.statements],
    }


def _words_row(statement: Statement) -> Row:
    content = statement.content
    return {
        "id": statement.id,
        "document": statement.document,
        "start": content.start,
        "end": content.end,
        "text": content.exact,
    }


def _join_row(join: Join) -> Row:
    return {
        "earlier": join.earlier,
        "later": join.later,
        "score": join.score,
        "grounds": [_ground_row(one) for one in join.grounds],
    }


def _ground_row(ground: Ground) -> Row:
    return {"name": ground.name, "points": ground.points, "words": ground.words or None}
