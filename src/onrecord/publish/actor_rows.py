"""Actors as flat JSON rows for the command line. Nobody is in them who may not be named."""

from __future__ import annotations

from onrecord.domain.source import ActorEntry, ActorRole
from onrecord.domain.unknown import Unknown
from onrecord.domain.unresolved import OpenMention
from onrecord.publish.rows import Row, when_row

ACTOR_SCHEMA = "onrecord.actor/1"
OPEN_MENTION_SCHEMA = "onrecord.open-mention/1"


def actor_row(entry: ActorEntry) -> Row:
    """Return one actor as a row; `country` is null where it is not known, with the reason beside it."""
    actor = entry.actor
    country = actor.country
    return {
        "schema": ACTOR_SCHEMA,
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "country": None if isinstance(country, Unknown) else country,
        "country_reason": country.reason if isinstance(country, Unknown) else None,
        "part_of": actor.part_of,
        "roles": [_role(role) for role in actor.roles],
        "named_because": actor.named_because or None,
        "statements": list(entry.statements),
        "documents": list(entry.documents),
        "lineages": list(entry.lineages),
        "independent_sources": len(entry.lineages),
    }


def open_mention_row(mention: OpenMention) -> Row:
    """Return words that could not be resolved as a row, with the reason and whom they could mean."""
    return {
        "schema": OPEN_MENTION_SCHEMA,
        "document": mention.document,
        "words": mention.words,
        "reason": mention.why.reason,
        "candidates": list(mention.why.candidates),
    }


def _role(role: ActorRole) -> Row:
    return {
        "title": role.title,
        "statement": role.statement,
        "valid": when_row(role.valid),
        "public": None if isinstance(role.public, Unknown) else role.public,
    }
