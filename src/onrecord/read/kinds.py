"""What kind of statement a clause makes, decided by its own words in a fixed order.

The order matters and is the rule: refusals and explicit speech acts first, then law, questions and
hypotheses, counts, targets and forces, then judgement, and only what is left is an event or context.
Each test looks at lemmas and dependencies only; none knows a party or a place. The tests stand by theme
in `kinds_speech`, `kinds_threats`, `kinds_ahead`, `kinds_counts`, `kinds_judged` and `kinds_told`.
"""

from __future__ import annotations

from collections.abc import Callable

from onrecord.domain.statement import StatementKind
from onrecord.read.facts import Facts
from onrecord.read.kinds_ahead import counterfactual, pathway, prediction, question, spoken_future
from onrecord.read.kinds_counts import posture, tally, target
from onrecord.read.kinds_judged import judgement, wish
from onrecord.read.kinds_speech import (
    accusing_name,
    demand,
    gap,
    governed,
    refusal,
    speech_act,
    written_demand,
)
from onrecord.read.kinds_threats import conditional_threat, vow, warning
from onrecord.read.kinds_told import plain, shown
from onrecord.read.law_kinds import legal_kind


def kind_of(facts: Facts) -> StatementKind:
    """Return the kind of statement a clause makes."""
    for rule in _RULES:
        kind = rule(facts)
        if kind is not None:
            return kind
    return plain(facts)


_RULES: tuple[Callable[[Facts], StatementKind | None], ...] = (
    refusal,
    gap,
    question,
    counterfactual,
    conditional_threat,
    warning,
    vow,
    governed,
    accusing_name,
    speech_act,
    written_demand,
    legal_kind,
    demand,
    wish,
    spoken_future,
    pathway,
    prediction,
    target,
    tally,
    posture,
    shown,
    judgement,
)
