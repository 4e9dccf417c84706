"""Moves in a tree of tokens, for the repairs: who hangs from whom, and hanging somebody elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from onrecord.ports.linguist import Token

Tokens: TypeAlias = tuple[Token, ...]


def hung(tokens: Tokens, index: int, head: int, relation: str) -> Tokens:
    """Return the tokens with one moved, unless that would close a circle."""
    if index == head or index in governors(tokens, head):
        return tokens
    return (
        *tokens[:index],
        replace(tokens[index], head=head, deprel=relation),
        *tokens[index + 1 :],
    )


def is_subject(token: Token) -> bool:
    """Say whether a token is a subject, or stands where one would ("there")."""
    return token.deprel in ("nsubj", "nsubj:pass", "expl")


def subjects_of(tokens: Tokens, head: int) -> list[int]:
    """Return the subjects of a verb, in order."""
    return [at for at in below(tokens, head) if tokens[at].deprel in ("nsubj", "nsubj:pass")]


def below(tokens: Tokens, head: int) -> list[int]:
    """Return what hangs from a token, in order."""
    return [at for at, token in enumerate(tokens) if token.head == head]


def subtree(tokens: Tokens, index: int) -> list[int]:
    """Return a token and all that hangs from it, directly or not, in order."""
    inside = {index}
    grown = True
    while grown:
        more = {at for at, token in enumerate(tokens) if token.head in inside} - inside
        grown = bool(more)
        inside |= more
    return sorted(inside)


def governors(tokens: Tokens, index: int) -> tuple[int, ...]:
    """Return what a token hangs from, from the nearest up to the root."""
    found: list[int] = []
    at = tokens[index].head
    while at >= 0 and at not in found:
        found.append(at)
        at = tokens[at].head
    return tuple(found)
