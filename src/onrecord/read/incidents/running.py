"""Running tolls: counts of all that a conflict has cost so far, which tell of no one act."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.incidents.mention import PartyMention, Trigger
from onrecord.read.incidents.party_roles import is_plural, singular
from onrecord.read.incidents.roles import cases
from onrecord.read.tree import Tree

#: What goes on for days or years: people killed in it were not killed at once.
_GOING_ON = frozenset(
    """protest demonstration unrest violence crackdown war conflict uprising offensive campaign riot
    insurgency turmoil rebellion revolt strife hostility fighting crisis repression""".split()
)


def is_running_toll(tree: Tree, trigger: Trigger, patients: Sequence[PartyMention]) -> bool:
    """Say whether words tell how many a conflict has killed or hurt: "six have died since May".

    A person named, or one alone, was harmed in some one act.
    """
    told = [one for one in patients if one.names]
    if not trigger.fate or any(one.proper or not one.plural for one in told):
        return False
    near = (trigger.at, *tree.dependants(trigger.at, "obl", "advcl", "nsubj"))
    counted_on = any("since" in cases(tree, at) for at in near) or _says_so_far(tree, trigger.at)
    beside = (
        at
        for clause in tree.dependants(trigger.at, "advcl")  # "six killed as protests spread"
        for at in tree.dependants(clause, "nsubj")
    )
    return counted_on or any(_goes_on(tree, at) for at in (*near[1:], *beside))


def _says_so_far(tree: Tree, at: int) -> bool:
    return any(
        tree.lemma(child) == "far" and "so" in (tree.lemma(sub) for sub in tree.children[child])
        for child in tree.dependants(at, "advmod")
    )


def _goes_on(tree: Tree, at: int) -> bool:
    word = singular(tree, at)
    several = is_plural(tree, at) and word in ("clash", "attack", "strike", "airstrike")
    within = set(cases(tree, at)) & {"in", "during", "amid", "as", "throughout"}
    subject = tree.relation(at) == "nsubj" and (word in _GOING_ON or several)
    return subject or (bool(within) and (word in _GOING_ON or several))
