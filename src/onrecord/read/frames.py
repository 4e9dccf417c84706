"""Words around a clause that hold it back: it is denied, left undone, prevented, or only made up.

Each frame says something itself ("Guards prevented …", "The film in which …"), so the words stay whole
and only what may be taken for an occurrence is taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from onrecord.read.tree import Tree
from onrecord.read.vocabulary import LEGISLATURES

#: "It is untrue that …": predicates that take back the clause they are said of.
_FALSE = frozenset(
    """untrue false wrong lie untruth falsehood fabrication nonsense myth incorrect inaccurate fiction
    hoax""".split()
)
_CONTENT = frozenset({"csubj", "ccomp", "acl", "acl:relcl", "advcl"})
#: With an infinitive or a gerund these say that their subject did not do it.
_UNDONE = frozenset("fail avoid neglect refrain escape omit".split())
#: With these particles and a gerund, verbs that say so too.
_KEPT_FROM: dict[str, frozenset[str]] = {
    "hold": frozenset({"off", "back"}),
    "back": frozenset({"away", "off", "out"}),
    "shy": frozenset({"away"}),
    "rule": frozenset({"out"}),
    "steer": frozenset({"clear"}),
    "decide": frozenset({"against"}),
    "opt": frozenset({"against", "out"}),
}
_UNABLE = frozenset("unable powerless".split())
#: What "almost" happens to somebody in one moment has not happened; what is "almost done" partly has.
_SUDDEN = frozenset(
    "die kill hit strike collide crash drown capsize lynch shoot explode ram".split()
)
#: With "from" or "of" and a gerund these say that somebody else did not, or is not held to have.
_KEEPING = frozenset(
    """prevent keep stop bar block deter hinder dissuade discourage prohibit restrain thwart clear acquit
    exonerate absolve""".split()
)
#: What is acted, played or written: what happens in it has not happened.
_MADE_UP = frozenset(
    "drill exercise film movie novel simulation wargame scenario play rehearsal fiction".split()
)
_MOCK = frozenset(
    "simulated mock fictional fictitious imaginary hypothetical imagined rehearsed".split()
)
_SIMULATING = frozenset(
    """simulate rehearse practise practice depict portray imagine envisage envision dramatise dramatize
    fictionalise fictionalize""".split()
)
_NOUN_LINKS = frozenset({"obj", "nmod", "obl", "conj", "appos", "acl", "advcl", "xcomp"})


def is_held_back(tree: Tree, head: int, members: Sequence[int], *, negated: bool) -> bool:
    """Say whether a clause says that its deed was not done, with a negation or without.

    Args:
        tree: The sentence.
        head: The clause's predicate.
        members: The clause's own words.
        negated: Whether the predicate is negated; "it is not false that" and "did not fail to" assert.
    """
    if is_called_false(tree, head) or is_left_undone(tree, head):
        return not negated
    if negated or names_not_one(tree, head):
        return True
    kept = held_off(tree, head) & set(members)
    return any(tree.tokens[at].upos == "NUM" for at in kept)


def is_called_false(tree: Tree, head: int) -> bool:
    """Say whether a predicate calls the clause it is said of false: "It is a lie that they left"."""
    if tree.lemma(head) not in _FALSE or not tree.dependants(head, "cop"):
        return False
    subjects = tree.dependants(head, "nsubj", "expl")
    if not any(tree.lemma(at) == "it" for at in subjects):
        return False
    return any(
        (tree.tokens[at].deprel in _CONTENT or tree.dependants(at, "nsubj", "nsubj:pass"))
        and any(
            tree.tokens[word].text.lower() == "that" for word in (tree.subtree(at)[0], *_near(at))
        )
        for at in tree.children[head]
        if at > head
    )


def _near(index: int) -> tuple[int, ...]:
    return (index - 1,) if index else ()


def names_not_one(tree: Tree, head: int) -> bool:
    """Say whether a predicate's subject or object is none at all: "Not a single soldier died"."""
    for noun in tree.dependants(head, "nsubj", "obj"):
        words = tree.subtree(noun, without=tree.dependants(noun, "acl"))
        for at, following in pairwise(words):
            if (
                tree.tokens[at].text.lower() == "not"
                and following == at + 1
                and tree.lemma(following) in ("a", "an", "one", "single")
                and not any(tree.lemma(word) == "but" for word in words)
            ):
                return True
    return False


def is_left_undone(tree: Tree, head: int) -> bool:
    """Say whether a predicate says that its subject did not do the deed it names.

    That is "failed to sink", "was unable to sink", "avoided sinking", "stopped short of sinking", "held off
    on sinking" and "ruled out sinking". What a legislature fails to do it has voted down: that is an act.
    """
    subjects = {tree.lemma(at) for at in tree.dependants(head, "nsubj")}
    if tree.lemma(head) in _UNDONE:
        return bool(_deeds(tree, head)) and not subjects & LEGISLATURES
    if tree.lemma(head) in _UNABLE:
        return bool(_deeds(tree, head))
    if _is_held_off(tree, head):
        return True
    if tree.lemma(head) not in ("stop", "fall", "come"):
        return False
    short = any(
        tree.lemma(at) == "short"
        for at in (*tree.children[head], head + 1)
        if at < len(tree.tokens)
    )
    return short and bool(_deeds(tree, head))


def _is_held_off(tree: Tree, head: int) -> bool:
    """Say whether a verb with its particle says that its subject keeps from a deed: "held off on".

    The deed is a gerund of the verb's own: who "held back people trying to enter" keeps nothing undone.
    """
    particles = _KEPT_FROM.get(tree.lemma(head), frozenset())
    near = (*tree.dependants(head, "compound:prt", "advmod"), head + 1)
    beside = [at for at in near if at < len(tree.tokens) and tree.lemma(at) in particles]
    return any(tree.tokens[at].head in (head, *beside) for at in _deeds(tree, head) if beside)


def is_over(tree: Tree, head: int) -> bool:
    """Say whether a predicate held once and does not now: "no longer controls"."""
    return any(
        tree.lemma(at) in ("long", "longer")
        and any(tree.lemma(word) == "no" for word in tree.children[at])
        for at in tree.dependants(head, "advmod")
    )


def is_missed(tree: Tree, head: int) -> bool:
    """Say whether something came close to happening and did not: "nearly died"."""
    return tree.lemma(head) in _SUDDEN and any(
        tree.tokens[at].text.lower() in ("almost", "nearly", "narrowly")
        for at in tree.dependants(head, "advmod")
    )


#: What is perceived is there.
_PERCEIVED = frozenset({"hear", "smell", "feel", "see"})


def is_perceived(tree: Tree, head: int) -> bool:
    """Say whether "could" before a verb only says what reached the senses: "could be seen", "could hear".

    "Could be seen as" judges, and who "could see more fighting" has not seen it.
    """
    if tree.lemma(head) not in _PERCEIVED:
        return False
    judged = any(
        tree.lemma(case) == "as"
        for child in tree.dependants(head, "obl", "advcl", "xcomp")
        for case in tree.dependants(child, "case", "mark")
    )
    return not judged and (bool(tree.dependants(head, "aux:pass")) or tree.lemma(head) != "see")


def held_off(tree: Tree, head: int) -> frozenset[int]:
    """Return the words of the deeds a predicate keeps from happening, or clears somebody of."""
    if tree.lemma(head) not in _KEEPING:
        return frozenset()
    deeds = [
        at
        for at in _deeds(tree, head)
        if any(tree.lemma(mark) in ("from", "of") for mark in tree.dependants(at, "mark", "case"))
    ]
    return frozenset(word for at in deeds for word in tree.subtree(at))


def _deeds(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the infinitives and gerunds below a predicate or beside its adverb or object."""
    hosts = (head, *tree.dependants(head, "advmod", "obj", "xcomp"))
    return tuple(
        at
        for host in hosts
        for at in tree.dependants(host, "xcomp", "advcl", "ccomp", "acl", "obj")
        if at > head
        and (
            tree.tokens[at].xpos == "VBG"
            or any(tree.lemma(mark) == "to" for mark in tree.dependants(at, "mark"))
        )
    )


def is_made_up(tree: Tree, head: int) -> bool:
    """Say whether a clause tells what happens in something acted or written.

    That is "a drill in which …", "a mock attack in which …" and what somebody simulates.
    """
    if tree.tokens[head].deprel != "acl:relcl":
        return False
    noun = tree.tokens[head].head
    taking_part = tree.lemma(head) in ("take", "participate", "join")
    if tree.lemma(noun) in _MADE_UP and _is_set_in(tree, head) and not taking_part:
        return True
    if any(tree.tokens[at].text.lower() in _MOCK for at in tree.dependants(noun, "amod")):
        return True
    at = noun
    while tree.relation(at) in _NOUN_LINKS and tree.tokens[at].head >= 0:
        at = tree.tokens[at].head
        if tree.lemma(at) in _SIMULATING:
            return True
    return False


def _is_set_in(tree: Tree, head: int) -> bool:
    """Say whether a relative clause tells what happens in its noun: "in which", "where"."""
    return any(
        tree.lemma(at) == "where"
        or (
            tree.lemma(at) == "which"
            and any(tree.lemma(case) in ("in", "during") for case in tree.dependants(at, "case"))
        )
        for at in tree.children[head]
    )


def is_supposed(tree: Tree, head: int) -> bool:
    """Say whether the reader is asked to imagine the clause: "Suppose a missile hit the port"."""
    for at in (head, *tree.ancestors(head)):
        asks = tree.lemma(at) in ("suppose", "imagine", "assume", "picture")
        if asks and not tree.dependants(at, "nsubj") and tree.tokens[at].xpos in ("VB", "VBP"):
            return True
    return False
