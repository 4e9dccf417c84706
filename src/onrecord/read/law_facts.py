"""What the rules of law ask of a clause: which instruments it names, where each stands, what is lacking."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.read.facts import Facts
from onrecord.read.instruments import Instrument
from onrecord.read.law_scope import region_of
from onrecord.read.law_words import NOT_HELD


def own_instruments(facts: Facts) -> tuple[Instrument, ...]:
    """Return the instruments that the clause's own words name."""
    return tuple(one for one in _named(facts) if not one.ground)


def own_grounds(facts: Facts) -> tuple[Instrument, ...]:
    """Return the law that the clause's own words hold something against: a charter, a constitution."""
    return tuple(one for one in _named(facts) if one.ground)


def _named(facts: Facts) -> tuple[Instrument, ...]:
    members = frozenset(facts.clause.members)
    return tuple(
        one for one in facts.instruments if members & frozenset(facts.tree.indices_in(one.extent))
    )


def words_of(facts: Facts) -> frozenset[str]:
    """Return the lemmas of the clause and of what hangs on its nouns, not of clauses joined to it."""
    return frozenset(facts.tree.lemma(at) for at in region_of(facts))


def below(facts: Facts, index: int) -> frozenset[str]:
    """Return the lemmas of a token and all below it."""
    return frozenset(facts.tree.lemma(at) for at in facts.tree.subtree(index))


def names_code(facts: Facts, codes: frozenset[str]) -> bool:
    """Say whether the clause names an instrument of one of these kinds."""
    return any(one.code in codes for one in own_instruments(facts))


def is_subject(facts: Facts, named: Iterable[Instrument]) -> bool:
    """Say whether one of the instruments is, or stands in, the subject or the agent."""
    return _hangs_as(facts, named, ("nsubj", "nsubj:pass", "obl:agent", "csubj"))


def is_object(facts: Facts, named: Iterable[Instrument]) -> bool:
    """Say whether one of the instruments is, or stands in, an object or complement."""
    return _hangs_as(facts, named, ("obj", "obl", "xcomp", "nmod"))


def _hangs_as(facts: Facts, named: Iterable[Instrument], relations: tuple[str, ...]) -> bool:
    tops = facts.tree.dependants(facts.clause.head, *relations)
    under = {at for top in tops for at in facts.tree.subtree(top)}
    return any(under & set(facts.tree.indices_in(one.extent)) for one in named)


def is_without(facts: Facts, instrument: Instrument) -> bool:
    """Say whether something is done without an instrument: "search homes without a warrant"."""
    tree = facts.tree
    return any(
        tree.lemma(case) == "without"
        for at in tree.indices_in(instrument.extent)
        for case in tree.dependants(at, "case")
    )


def not_held(facts: Facts) -> bool:
    """Say whether the clause says that there is no basis: "no legal basis", "without a mandate"."""
    return any(_is_lacking(facts, at) for at in facts.clause.members)


def _is_lacking(facts: Facts, at: int) -> bool:
    tree, negated = facts.tree, facts.certainty.negated
    if tree.lemma(at) not in NOT_HELD or tree.tokens[at].upos != "NOUN":
        return False
    marks = {tree.lemma(child) for child in tree.dependants(at, "det", "case", "amod", "advmod")}
    if marks & {"no", "without", "insufficient"} or ("any" in marks and negated):
        return True
    governor = tree.tokens[at].head
    lacking = governor >= 0 and tree.lemma(governor) == "lack"
    held = facts.head in ("have", "be", "exist", "provide", "give", "confer")
    return lacking or (negated and held)


def must(facts: Facts) -> bool:
    """Say whether the clause says what must be done."""
    return bool(facts.auxiliaries & {"must", "shall"})


def predicates(facts: Facts) -> bool:
    """Say whether the clause says something of a subject, rather than listing a thing."""
    return facts.tree.tokens[facts.clause.head].upos in ("VERB", "AUX") or bool(
        facts.tree.dependants(facts.clause.head, "cop", "nsubj")
    )
