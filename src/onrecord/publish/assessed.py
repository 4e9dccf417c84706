"""Blocks of what is assessed: authority, posture, escalation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.domain.brief import Block
from onrecord.domain.escalation import EscalationStep, Threshold
from onrecord.domain.gap import Gap
from onrecord.domain.posture import PostureElement
from onrecord.publish.collect import Collection


def authority_blocks(gaps: Sequence[Gap], *, collection: Collection) -> tuple[Block, ...]:
    """Return what the cited words come to for each act, with the words."""
    _ = gaps, collection
    return ()


def posture_blocks(
    elements: Sequence[PostureElement], *, today: date | None, collection: Collection
) -> tuple[Block, ...]:
    """Return forces as reported, each with how far its newest report has aged."""
    _ = elements, today, collection
    return ()


def escalation_blocks(
    steps: Sequence[EscalationStep], thresholds: Sequence[Threshold], *, collection: Collection
) -> tuple[Block, ...]:
    """Return the steps of each dimension, and the thresholds that are and are not crossed."""
    _ = steps, thresholds, collection
    return ()
