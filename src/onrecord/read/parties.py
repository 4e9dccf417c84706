"""Who does it to whom: the parties of a clause and the act between them."""

from __future__ import annotations

from onrecord.domain.statement import Act, StatementKind
from onrecord.read.acts import ACTS, TALK
from onrecord.read.attribution import source_of
from onrecord.read.clauses import Clause
from onrecord.read.people import Names
from onrecord.read.sentence import SentenceReading
from onrecord.read.tree import Tree

#: Verbs that only carry the noun of an act: "carried out a strike", "an attack took place".
_LIGHT = frozenset(
    """carry conduct launch make mount stage perform undertake take occur happen begin start continue
    resume order announce impose commit execute hold suffer face see come follow report kill wound
    injure hit leave destroy damage target""".split()
)
#: Of these the object's act is done by the subject.
_DOING = frozenset(
    "carry conduct launch make mount stage perform undertake begin start continue resume impose commit "
    "execute hold order".split()
)


def parties_of(sentence: SentenceReading, clause: Clause, names: Names) -> tuple[str, str]:
    """Return who acts and who is acted upon, in their own words; empty where the clause names none."""
    tree, head = sentence.tree, clause.head
    subjects = tree.dependants(head, "nsubj")
    passive = [at for at in subjects if tree.tokens[at].deprel == "nsubj:pass"]
    active = [at for at in subjects if at not in passive]
    if passive:
        return _party(sentence, source_of(tree, head), names), _party(sentence, passive[0], names)
    objects = tree.dependants(head, "obj", "iobj")
    return (
        _party(sentence, active[0] if active else None, names),
        _party(sentence, objects[0] if objects else None, names),
    )


def act_of_clause(tree: Tree, clause: Clause, kind: StatementKind) -> Act | None:
    """Return what is done, by the predicate or by the noun of an act that it carries.

    An act merely mentioned ("treated victims of the attack", "simulated a strike") is not one that
    the subject did, and is not coded.
    """
    if kind in TALK:
        return TALK[kind]
    if kind.startswith(("jdg.", "fut.", "meta.")):
        return None
    own = ACTS.get(tree.lemma(clause.head))
    if own is not None:
        return own
    carried = tree.dependants(clause.head, "nsubj") if tree.lemma(clause.head) in _LIGHT else ()
    if tree.lemma(clause.head) in _DOING:
        carried = (*carried, *tree.dependants(clause.head, "obj"))
    nouns = (*((clause.head,) if clause.nominal else ()), *carried)
    return next((ACTS[tree.lemma(at)] for at in nouns if _names_act(tree, at)), None)


def _names_act(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "NOUN" and tree.lemma(index) in ACTS


def _party(sentence: SentenceReading, index: int | None, names: Names) -> str:
    if index is None:
        return ""
    words = sentence.tree.phrase(index).of(sentence.text)
    if sentence.tree.tokens[index].upos == "PRON":
        person = names.meant_by(sentence, index)
        return words if person is None else person.words
    return words
