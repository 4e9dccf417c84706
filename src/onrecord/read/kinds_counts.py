"""Counts, targets and forces: clauses that state a figure or where forces stand."""

from __future__ import annotations

from onrecord.domain.class_words import classes_in
from onrecord.domain.quantity import Quantity
from onrecord.domain.statement import StatementKind
from onrecord.read.acts import ACTS
from onrecord.read.clauses import completes_noun
from onrecord.read.facts import Facts
from onrecord.read.forces import is_stationed
from onrecord.read.vocabulary import FORCES, TARGETS

_MEASURES = frozenset(
    """days day weeks week months month years year hours hour minutes seconds percent kilometres
    kilometers km miles metres meters feet tonnes tons barrels knots degrees square_miles times""".split()
)


def tally(facts: Facts) -> StatementKind | None:
    """Return a tally for a clause that counts people, or something over a stretch of time."""
    if _only_weighed(facts):
        return None
    people = [one for one in facts.quantities if one.unit.startswith("people_") and _is_count(one)]
    counts = [one for one in facts.quantities if _is_count(one)]
    if not counts or ("toll" in facts.lemmas and not people):
        return None
    running = facts.lemmas & {"since", "total", "toll", "so", "far", "tally", "across", "overall"}
    perfect = any(
        facts.tree.lemma(at) == "have" for at in facts.tree.dependants(facts.clause.head, "aux")
    )
    if (
        people
        or running
        or (perfect and ACTS.get(facts.head) is not None)
        or (
            perfect and facts.lemmas & {"carry", "conduct", "launch", "record", "document", "count"}
        )
    ):
        return "occ.tally"
    return None


def _only_weighed(facts: Facts) -> bool:
    """Say whether the clause weighs another one instead of stating it: "checking whether …"."""
    tree, clause = facts.tree, facts.clause
    return any(
        completes_noun(tree, at)
        or (tree.relation(at) == "ccomp" and bool(tree.dependants(at, "nsubj")))
        for at in clause.members
        if at != clause.head and tree.relation(at) in ("acl", "ccomp")
    )


def _is_count(quantity: Quantity) -> bool:
    return (
        bool(quantity.unit)
        and quantity.bound != "ordinal"
        and not quantity.unit.isupper()
        and quantity.unit not in _MEASURES
        and quantity.unit.removeprefix("people_").removesuffix("s") not in FORCES
    )


def target(facts: Facts) -> StatementKind | None:
    """Return a report of targets for what is said to have been chosen as one."""
    if not facts.lemmas & TARGETS or not classes_in(facts.lemmas):
        return None
    chosen = facts.lemmas & {
        "identify", "select", "outline", "list", "include", "choose", "name", "designate", "draw",
        "potential", "possible", "review", "consider", "weigh", "prepare",
    }  # fmt: skip
    counted = any(one.unit.isupper() or one.unit == "percent" for one in facts.quantities)
    return "tgt.reported" if chosen and not counted else None


def posture(facts: Facts) -> StatementKind | None:
    """Return posture for where forces are said to stand."""
    if "hypothetical" in facts.certainty.aux:
        return None
    harmful = ACTS.get(facts.head) is not None and ACTS[facts.head].code in ("ASSAULT", "COERCE")
    placed = is_stationed(facts.tree, facts.clause, facts.forces)
    return "occ.posture" if placed and not harmful else None
