"""Who does what a predicate says, and to whom: tokens that head the parties' phrases.

Subjects are followed through conjuncts, infinitives, participles and relative clauses, so that each
predicate has the party that the grammar gives it. Nobody is guessed: without a party there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.read.plover_nouns import NOUNS
from onrecord.read.plover_verbs import RECEIVING, VERBS
from onrecord.read.tree import Tree
from onrecord.read.units import PEOPLE

#: Predicates by which somebody is held to have done something: no word that they did it.
BLAMED = frozenset(
    {"responsible", "behind", "culpable", "culprit", "complicit", "liable", "guilty"}
)
#: Verbs that make somebody do something: their object is the one who acts.
CAUSING = frozenset(
    "force cause prompt lead compel drive provoke push oblige spur trigger get induce coerce make".split()
)
#: Verbs that never stand without whom they harm: with a subject alone they are passive.
_TRANSITIVE = frozenset(
    "wound injure arrest detain kidnap abduct displace imprison jail hang behead hospitalise".split()
)
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_CONTENT_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "conj", "parataxis"})
#: Prepositions that name the one an act falls on, the likeliest first.
_TOWARDS = (
    "against", "on", "upon", "to", "with", "into", "at", "towards", "toward", "from", "of", "for",
    "between", "in", "over", "among", "near", "around", "about", "inside", "across", "outside",
)  # fmt: skip
#: Those of them that name a party rather than a place.
_PARTIES = (
    "against",
    "on",
    "upon",
    "to",
    "with",
    "into",
    "at",
    "towards",
    "toward",
    "of",
    "between",
)
_TIMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december day week month year night morning evening time
    hour minute moment decade century weekend today yesterday tomorrow date end beginning start
    anniversary spring summer autumn winter afternoon dawn midnight wake statement interview
    basis way case order response protest retaliation bid move effort connection""".split()
)
_DASHES = frozenset({"-", "--", "–", "—"})
#: How far up a subject is looked for.
_REACH = 6


def actors_of(tree: Tree, at: int, depth: int = 0) -> tuple[int, ...]:
    """Return the tokens that head who does what the word at `at` says; empty where nobody is named.

    Subjects joined by "and" each count. The subject of "received aid from" is no actor.
    """
    if depth > _REACH:
        return ()
    if tree.tokens[at].upos in ("NOUN", "PROPN"):
        return _actors_of_noun(tree, at, depth)
    if _receives(tree, at):
        givers = [*_agents(tree, at, "from"), *_agents(tree, at, "by")]
        givers += [
            one for noun in tree.dependants(at, "obj") for one in _agents(tree, noun, "from")
        ]
        return _joined(tree, tuple(givers)) if givers else ()
    if is_passive(tree, at) or _is_cut_passive(tree, at):
        return _joined(tree, _agents(tree, at, "by"))
    subjects = tree.dependants(at, "nsubj")
    beside = subjects or tuple(one for one in tree.dependants(at, "parataxis") if one == 0)
    if beside:
        behind = _behind_dateline(tree, beside[0])
        if behind is not None or subjects:
            return _joined(tree, (antecedent(tree, subjects[-1] if behind is None else behind),))
    return _inherited(tree, at, depth)


def sufferers_of(tree: Tree, at: int) -> tuple[int, ...]:
    """Return what a verb acts on: its objects, its passive subject, or the noun it describes."""
    if _receives(tree, at):
        found = tree.dependants(at, "nsubj") or _inherited_subject(tree, at)
    else:
        found = tree.dependants(at, "nsubj:pass") or tree.dependants(at, "iobj")
        if not found and is_passive(tree, at):
            found = _described(tree, at)
        if not found and _is_cut_passive(tree, at):
            found = tree.dependants(at, "nsubj")
    objects = tree.dependants(at, "obj") or (_shared_objects(tree, at) if not found else ())
    return _joined(tree, tuple(antecedent(tree, one) for one in (*found, *objects)))


def _receives(tree: Tree, at: int) -> bool:
    """Say whether a verb's subject bears what another does: "received", "came under"."""
    if tree.lemma(at) not in RECEIVING or is_passive(tree, at):
        return False
    cases = {
        tree.lemma(case)
        for one in tree.dependants(at, "obl")
        for case in tree.dependants(one, "case")
    }
    return tree.lemma(at) != "come" or "under" in cases


def _shared_objects(tree: Tree, at: int) -> tuple[int, ...]:
    """Return the objects that stand after two joined verbs: "stopped and arrested the mayor"."""
    governor = tree.tokens[at].head
    if governor < 0 or tree.relation(at) != "conj":
        return ()
    return tuple(one for one in tree.dependants(governor, "obj") if one > at)


def recipients_of(
    tree: Tree, words: tuple[int, ...], at: int, *, places: bool = True
) -> tuple[int, ...]:
    """Return the tokens that head whom an act falls on, the likeliest first.

    Args:
        tree: The sentence.
        words: The words that carry the act.
        at: The outermost of them.
        places: Whether where an act is done may stand for whom it is done to.
    """
    chain = (at, *(one for one in words if one != at))
    verbs = [one for one in chain if tree.tokens[one].upos in ("VERB", "AUX", "ADJ")]
    below = [one for verb in verbs for one in tree.dependants(verb, "ccomp", "xcomp")]
    spent = {*words, *(more for one in words for more in tree.dependants(one, "conj"))}
    found = [one for verb in verbs for one in sufferers_of(tree, verb)]
    for one in dict.fromkeys((*verbs[1:], *below)):
        found += [antecedent(tree, subject) for subject in tree.dependants(one, "nsubj")]
    for one in (*reversed(chain), *(below if places else ())):
        found += _towards(tree, one, places=places)
    owners = _owners if places else _possessors
    found += [one for noun in chain if _is_noun(tree, noun) for one in owners(tree, noun)]
    rest = [one for one in words if places and one != at and _is_noun(tree, one)]
    return tuple(dict.fromkeys((*(one for one in found if one not in spent), *rest)))


def _is_noun(tree: Tree, at: int) -> bool:
    return tree.tokens[at].upos == "NOUN"


def is_passive(tree: Tree, at: int) -> bool:
    """Say whether a verb is passive: by its subject, its auxiliary, or as a bare past participle."""
    for one in _conjoined(tree, at):
        if tree.dependants(one, "nsubj:pass", "aux:pass"):
            return True
        if tree.tokens[one].xpos != "VBN" or tree.dependants(one, "nsubj", "aux"):
            return False
        if tree.relation(one) != "conj":
            return tree.relation(one) in ("acl", "amod", "xcomp", "advcl")
    return False


def _is_cut_passive(tree: Tree, at: int) -> bool:
    """Say whether a participle lacks the auxiliary of its passive: "12 others wounded in clashes"."""
    sense = VERBS.get(tree.lemma(at))
    harms = sense is not None and sense.code in ("ASSAULT", "COERCE")
    past = ("VBN", "VBD") if tree.lemma(at) in _TRANSITIVE else ("VBN",)
    bare = tree.tokens[at].xpos in past and not tree.dependants(at, "aux", "obj", "ccomp", "conj")
    return harms and bare and bool(tree.dependants(at, "nsubj"))


def _conjoined(tree: Tree, at: int) -> Iterator[int]:
    """Yield a word and those it is joined to, up to the first of them."""
    yield at
    for above in tree.ancestors(at):
        if tree.relation(at) != "conj":
            return
        yield above
        at = above


def antecedent(tree: Tree, at: int) -> int:
    """Return the noun that a relative word stands for; any other token is itself."""
    if tree.lemma(at) not in _RELATIVES or tree.tokens[at].upos not in ("PRON", "DET"):
        return at
    for above in tree.ancestors(at):
        if tree.tokens[above].deprel == "acl:relcl":
            noun = tree.tokens[above].head
            return _no_person(tree, noun) if tree.lemma(at) == "which" else noun
    return at


def _no_person(tree: Tree, noun: int) -> int:
    """Return what "which" can mean: of "the victims of the flood, which …", the flood."""
    inner = tree.dependants(noun, "nmod")
    return inner[-1] if inner and tree.tokens[noun].text.lower() in PEOPLE else noun


def _behind_dateline(tree: Tree, subject: int) -> int | None:
    """Return the subject that a parser sets beside the place before it: "SELDEN, Norrast - Police …"."""
    if tree.subtree(subject)[0] != 0:
        return None
    for one in tree.dependants(subject, "appos"):
        first = tree.subtree(one, without=tree.dependants(one, "punct"))[0]
        before = {tree.tokens[at].text for at in range(max(0, first - 2), one)}
        if before & _DASHES:
            return one
    return None


def _described(tree: Tree, at: int) -> tuple[int, ...]:
    """Return what a participle describes, or what the passive that it is joined to falls on."""
    for one in _conjoined(tree, at):
        governor = tree.tokens[one].head
        if tree.dependants(one, "nsubj:pass") or governor < 0:
            return tree.dependants(one, "nsubj:pass")
        if tree.relation(one) in ("acl", "amod"):
            return (governor,)
        if tree.relation(one) != "conj":
            return tree.dependants(governor, "obj", "nsubj:pass", "nsubj")
    return ()


def _agents(tree: Tree, at: int, preposition: str) -> tuple[int, ...]:
    return tuple(
        one
        for one in tree.dependants(at, "obl", "nmod")
        if tree.lemma(one) not in _TIMES
        and tree.tokens[one].upos in ("NOUN", "PROPN", "PRON")
        and any(tree.lemma(case) == preposition for case in tree.dependants(one, "case"))
    )


def _joined(tree: Tree, heads: tuple[int, ...]) -> tuple[int, ...]:
    joined = [more for one in heads for more in (one, *tree.dependants(one, "conj"))]
    named = [
        one
        for one in joined
        if tree.tokens[one].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
    ]
    return tuple(dict.fromkeys(named))


def _inherited(tree: Tree, at: int, depth: int) -> tuple[int, ...]:
    """Return the actor of a predicate without a subject of its own."""
    governor = tree.tokens[at].head
    if governor < 0:
        return ()
    relation = tree.relation(at)
    if relation == "acl":
        noun = tree.tokens[governor]
        owners = actors_of(tree, governor, depth + 1) if NOUNS.get(tree.lemma(governor)) else ()
        return owners or ((governor,) if noun.upos in ("NOUN", "PROPN") else ())
    if relation == "xcomp" and _controls_by_object(tree, governor):
        return _joined(tree, tree.dependants(governor, "obj", "iobj", "nsubj:pass")[:1])
    before = [one for one in tree.dependants(governor, "nsubj") if one < at < governor]
    if relation == "ccomp" and before:
        return _joined(tree, (before[-1],))  # misplaced: "Osric has fled, his spokesman said"
    if relation in _CONTENT_CLAUSES:
        if is_passive(tree, governor) and relation != "conj":
            return _joined(tree, tree.dependants(governor, "nsubj:pass"))
        found = tree.dependants(governor, "nsubj:pass") if is_passive(tree, governor) else ()
        return _joined(tree, found) or actors_of(tree, governor, depth + 1)
    return ()


def _inherited_subject(tree: Tree, at: int) -> tuple[int, ...]:
    governor = tree.tokens[at].head
    if governor < 0 or tree.relation(at) not in _CONTENT_CLAUSES:
        return ()
    return tree.dependants(governor, "nsubj")


def _controls_by_object(tree: Tree, governor: int) -> bool:
    """Say whether the object of a verb is the one who is to act: "urged Norrast to leave"."""
    sense = VERBS.get(tree.lemma(governor))
    asks = sense is not None and sense.operator in ("ask", "allow", "appeal", "help")
    causes = tree.lemma(governor) in CAUSING
    return (asks or causes) and bool(tree.dependants(governor, "obj", "iobj"))


def _actors_of_noun(tree: Tree, at: int, depth: int) -> tuple[int, ...]:
    """Return who does what a noun names: "the shelling by the army", "the army's shelling"."""
    by = _agents(tree, at, "by")
    if by:
        return _joined(tree, by)
    owners = tree.dependants(at, "nmod:poss")
    if owners:
        return _joined(tree, owners[:1])
    between = _agents(tree, at, "between")
    if between:
        return _joined(tree, between)
    governor = tree.tokens[at].head
    sense = (
        VERBS.get(tree.lemma(governor)) if governor >= 0 and tree.relation(at) == "obj" else None
    )
    if sense is not None and sense.operator in ("light", "announce", "agree", "plan"):
        return actors_of(tree, governor, depth + 1)
    described = [
        one
        for one in tree.dependants(at, "compound", "amod")
        if tree.tokens[one].upos == "PROPN" or tree.tokens[one].xpos in ("NNP", "NNPS")
    ]
    return tuple(described[:1])


def _owners(tree: Tree, at: int) -> tuple[int, ...]:
    """Return whose act a noun names, or the name that describes it: "the Norrast embargo"."""
    return tuple(
        one
        for one in tree.dependants(at, "nmod:poss", "compound", "amod")
        if tree.tokens[one].deprel == "nmod:poss" or tree.tokens[one].text[:1].isupper()
    )


def _possessors(tree: Tree, at: int) -> tuple[int, ...]:
    return tree.dependants(at, "nmod:poss")


def _towards(tree: Tree, at: int, *, places: bool) -> tuple[int, ...]:
    """Return what an act is directed at by a preposition, the likeliest first."""
    ranked: list[tuple[int, int]] = []
    for one in tree.dependants(at, "obl", "nmod"):
        if tree.lemma(one) in _TIMES or tree.tokens[one].upos not in (
            "NOUN",
            "PROPN",
            "PRON",
            "NUM",
        ):
            continue
        cases = [tree.lemma(case) for case in tree.dependants(one, "case")]
        # "support for the strikers" falls on them; what a verb is done for need not bear it
        known = _TOWARDS if places else (*_PARTIES, *(("for",) if _is_noun(tree, at) else ()))
        ranks = [known.index(case) for case in cases if case in known]
        if ranks and "by" not in cases:
            ranked.append((min(ranks), one))
    return _joined(tree, tuple(one for _, one in sorted(ranked)))
