"""What is left when nothing else is said: an event, something shown, an author's view or context."""

from __future__ import annotations

from onrecord.domain.statement import StatementKind
from onrecord.read.acts import ACTS
from onrecord.read.facts import Facts
from onrecord.read.plover_meaning import named_act
from onrecord.read.plover_modes import is_misfortune

#: What records sights and sounds, and what holds figures.
_FILMED = frozenset(
    """footage video videos clip film recording image imagery photo photograph picture camera livestream
    broadcast screenshot""".split()
)
_SHOWING = frozenset("show capture depict feature record reveal see display document".split())
#: Going somewhere: told in the present, it is told as it happens.
_MOVING = frozenset(
    """march walk flee gather advance retreat pour stream manoeuvre maneuver patrol chant shout wave throw
    hurl bury mourn""".split()
)
_DONE_IN_THE_OPEN = frozenset({"ASSAULT", "PROTEST", "MOBILIZE"})
#: With these the present tells what is done time and again.
_HABITUAL = frozenset(
    "often usually every regularly always daily sometimes never normally typically generally each".split()
)


def shown(facts: Facts) -> StatementKind | None:
    """Return what a film or picture shows: an event where somebody does something in it."""
    tree, head = facts.tree, facts.clause.head
    verb = head
    if facts.head in ("appear", "seem") and tree.dependants(head, "xcomp"):
        verb = tree.dependants(head, "xcomp")[0]
    subject = facts.actor
    if tree.lemma(verb) not in _SHOWING or subject is None or facts.certainty.aux:
        return None
    if tree.lemma(subject) not in _FILMED:
        return None
    below = tree.dependants(verb, "obj", "ccomp", "xcomp", "obl")
    told = (*below, *(under for at in below for under in tree.children[at]))
    return "occ.event" if any(_is_done(facts, at) for at in told) else "say.report"


def _is_done(facts: Facts, at: int) -> bool:
    """Say whether a word below what is shown is done by somebody there: "people running"."""
    token = facts.tree.tokens[at]
    acts = token.xpos == "VBG" and facts.tree.relation(at) in ("acl", "ccomp", "xcomp", "advcl")
    return token.upos == "VERB" and (acts or bool(facts.tree.dependants(at, "nsubj")))


def plain(facts: Facts) -> StatementKind:
    """Return the kind of a clause that no other rule claims."""
    head = facts.tree.tokens[facts.clause.head]
    if facts.spoken:
        acted = head.xpos in ("VBD", "VBN") and not _is_state(facts) and _is_act(facts)
        return "occ.event" if acted and "future" not in facts.certainty.aux else "say.report"
    if _advises(facts):
        return "jdg.assessment"
    told = (head.upos == "VERB" and head.xpos in ("VBD", "VBN")) or _perfect(facts)
    if (
        told and facts.head != "be" and not _is_state(facts)
    ):  # "there was a risk" tells of nothing done
        return "occ.event"
    if head.xpos == "VBG" and ACTS.get(facts.head) is not None:
        return "occ.event"
    if facts.headline and head.upos == "VERB" and head.xpos in ("VBZ", "VBP"):
        return "occ.event"
    return "occ.event" if _narrates(facts) else "occ.context"


def _is_state(facts: Facts) -> bool:
    """Say whether a passive in the present tells how things are: "drones are equipped with cameras"."""
    tree = facts.tree
    if facts.headline or tree.tokens[facts.clause.head].xpos != "VBN":
        return False
    auxiliaries = tree.dependants(facts.clause.head, "aux", "aux:pass", "cop")
    forms = {tree.tokens[at].text.lower() for at in auxiliaries}
    return bool(forms & {"is", "are", "'s", "’s", "'re", "’re"}) and not forms & {"been", "being"}


def _is_act(facts: Facts) -> bool:
    """Say whether the predicate is an act, by itself or with what it carries: "carried out a raid"."""
    if ACTS.get(facts.head) is not None:
        return True
    act = named_act(facts.tree, facts.clause.head)
    return act is not None and not is_misfortune(facts.tree, act)


def _narrates(facts: Facts) -> bool:
    """Say whether the present tells what is being done: "Soldiers march through the town"."""
    head = facts.tree.tokens[facts.clause.head]
    if head.xpos not in ("VBZ", "VBP") or head.upos != "VERB" or facts.actor is None:
        return False
    if facts.lemmas & _HABITUAL or facts.certainty.negated or facts.certainty.aux:
        return False
    if facts.tree.relation(facts.clause.head) == "acl":
        return False  # "countries that trade with them" tells what they are like
    act = ACTS.get(facts.head)
    return facts.head in _MOVING or (act is not None and act.code in _DONE_IN_THE_OPEN)


def _advises(facts: Facts) -> bool:
    """Say whether an author says what should be: "this should be seen as a warning"."""
    return bool(facts.auxiliaries & {"should", "must", "ought"})


def _perfect(facts: Facts) -> bool:
    return facts.tree.tokens[facts.clause.head].upos == "VERB" and "have" in facts.auxiliaries
