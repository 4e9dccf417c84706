"""Who does it to whom: the parties of a clause and the act between them."""

from __future__ import annotations

from onrecord.domain.statement import Act, StatementKind
from onrecord.read.acts import ACTS, TALK
from onrecord.read.clauses import Clause
from onrecord.read.people import Names
from onrecord.read.plover_meaning import named_act
from onrecord.read.plover_modes import is_misfortune, with_instrument
from onrecord.read.plover_operators import MUTUAL, Meaning
from onrecord.read.plover_parties import BLAMED, actors_of, recipients_of, sufferers_of
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

#: What a law permits or forbids is nothing that anybody did.
_PROVISIONS = frozenset(
    {"law.instrument", "law.scope_limit", "law.authority_assertion", "law.authorization"}
)


def parties_of(sentence: SentenceReading, clause: Clause, names: Names) -> tuple[str, str]:
    """Return who acts and who is acted upon, in their own words; empty where the clause names none.

    Subjects reach a predicate through conjuncts, participles and relative clauses; a passive's actor
    stands after "by", an act's own noun may name both: "the shelling of the port by the army".
    """
    tree, head = sentence.tree, clause.head
    act = named_act(tree, head)
    actors = () if tree.lemma(head) in BLAMED else actors_of(tree, head)
    if act is None:
        # what only comments on a clause ("…, marking a shift") is not the doing of its subject
        own = tree.dependants(head, "nsubj", "obl")
        actors, borne = (actors if own else ()), sufferers_of(tree, head)
    else:
        borne = _bearers(tree, head, act)
        if not borne and act.code in MUTUAL:
            borne, actors = actors[1:], actors[:1]
    borne = tuple(one for one in borne if one not in actors)
    return _party(sentence, actors, names), _party(sentence, borne, names)


def _bearers(tree: Tree, head: int, act: Meaning) -> tuple[int, ...]:
    """Return whom an act falls on; what is turned down, blamed or praised may be an act itself."""
    borne = recipients_of(tree, act.words, head, places=False)
    return borne or tuple(
        one
        for one in sufferers_of(tree, head)
        if act.code in ("REJECT", "ACCUSE", "SUPPORT") or named_act(tree, one) is None
    )


def act_of_clause(tree: Tree, clause: Clause, kind: StatementKind) -> Act | None:
    """Return what is done, by the predicate or by the noun of an act that it carries.

    An act merely mentioned ("victims of the attack fled", "simulated a strike") is not one that the
    subject did, and is not coded. Whether it happened is not said here but by the factuality.
    """
    if kind in TALK:
        return TALK[kind]
    if _claims_responsibility(tree, clause.head):
        return TALK["say.confirm"]
    if kind.startswith(("jdg.", "fut.", "meta.")) or kind in _PROVISIONS:
        return None
    found = named_act(tree, clause.head)
    if found is not None:
        return None if is_misfortune(tree, found) else _coded(tree, found)
    own = ACTS.get(tree.lemma(clause.head))
    return own if own is not None and tree.tokens[clause.head].upos == "VERB" else None


def _claims_responsibility(tree: Tree, head: int) -> bool:
    objects = {tree.lemma(at) for at in tree.dependants(head, "obj", "nsubj:pass")}
    return tree.lemma(head) in ("claim", "take", "assume") and "responsibility" in objects


def _coded(tree: Tree, act: Meaning) -> Act:
    found = with_instrument(tree, act)
    return Act("PLOVER", found.code, found.mode)


def _party(sentence: SentenceReading, indices: tuple[int, ...], names: Names) -> str:
    if not indices:
        return ""
    index = indices[0]
    words = sentence.tree.phrase(index).of(sentence.text)
    if sentence.tree.tokens[index].upos == "PRON":
        person = names.meant_by(sentence, index)
        return words if person is None else person.words
    return words
