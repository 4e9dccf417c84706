"""Who speaks by a verb of talk: its subject, its agent, or whoever it shares a subject with."""

from __future__ import annotations

from onrecord.read.cues import CUES, can_speak, is_attributing
from onrecord.read.tree import Tree

CITING = frozenset({"cite", "quote"})
#: Verbs that name a hearer behind them, never the speaker.
_TELLING = frozenset("tell inform assure remind notify".split())


def source_of(tree: Tree, verb: int) -> int | None:
    """Return the token that heads the subject of a reporting verb, its own or an inherited one."""
    if is_asked(tree, verb) and not tree.dependants(verb, "obl:agent"):
        return None
    quoting = quoting_verb(tree, verb)
    if quoting is not None:
        spoken_for = tree.dependants(quoting, "nsubj:pass") or tree.dependants(quoting, "obj")
        return spoken_for[0] if spoken_for else None
    agents = _agents(tree, verb)
    if agents:
        return agents[0]
    subjects = [one for one in tree.dependants(verb, "nsubj") if not _is_acted_on(tree, one)]
    if subjects and subjects[0] > verb and tree.lemma(verb) in _TELLING:
        return _speaker_before(tree, verb)
    return _antecedent(tree, verb, subjects[0]) if subjects else _inherited(tree, verb)


def _agents(tree: Tree, verb: int) -> list[int]:
    """Return who did so in the passive: "was told by the mayor"."""
    passive = bool(tree.dependants(verb, "nsubj:pass", "aux:pass"))
    return [
        child
        for child in tree.dependants(verb, "obl")
        if tree.tokens[child].deprel == "obl:agent"
        or (passive and any(tree.lemma(case) == "by" for case in tree.dependants(child, "case")))
    ]


def _is_acted_on(tree: Tree, subject: int) -> bool:
    return tree.tokens[subject].deprel == "nsubj:pass"


def _inherited(tree: Tree, verb: int) -> int | None:
    """Return who speaks by a verb without a subject: the subject of the verb it is joined to."""
    relation = tree.relation(verb)
    governor = tree.tokens[verb].head
    if tree.tokens[verb].xpos == "VBG" and tree.lemma(verb) in CUES:
        # "The navy sank a boat, officials said, adding that …": the officials add it.
        earlier = [
            at for at in range(verb) if is_attributing(tree, at) and tree.dependants(at, "nsubj")
        ]
        if earlier:
            return source_of(tree, earlier[-1])
    passive = bool(tree.dependants(verb, "nsubj:pass", "aux:pass"))
    if governor < 0 or passive or is_asked(tree, verb):
        return None
    if relation == "acl" and tree.tokens[governor].upos in ("NOUN", "PROPN"):
        return governor
    if relation in ("conj", "advcl", "xcomp", "parataxis", "ccomp"):
        return _speaker_over(tree, verb, source_of(tree, governor))
    return None


def _speaker_over(tree: Tree, verb: int, inherited: int | None) -> int | None:
    """Return who speaks by a joined verb of talk: not the bridge in "told us the bridge held and said"."""
    joined = tree.relation(verb) == "conj" and tree.dependants(verb, "ccomp")
    if inherited is None or not joined or can_speak(tree, inherited):
        return inherited
    outer = [at for at in tree.ancestors(verb) if is_attributing(tree, at)]
    subjects = [one for at in outer for one in tree.dependants(at, "nsubj") if can_speak(tree, one)]
    return subjects[0] if subjects else inherited


def _speaker_before(tree: Tree, verb: int) -> int | None:
    """Return who told when a parse takes the one who was told for the subject: "…, a guard told them".

    Nobody stands behind "told" but a hearer; the speaker then hangs before it from what is told.
    """
    hanging = [
        at
        for content in tree.dependants(verb, "ccomp", "obj", "parataxis")
        for at in tree.dependants(content, "appos", "parataxis", "conj")
        if content < at < verb and can_speak(tree, at)
    ]
    return hanging[-1] if hanging else None


def is_asked(tree: Tree, verb: int) -> bool:
    """Say whether the one named is spoken to: "Asked about the raid, Reyes said …"."""
    if tree.relation(verb) not in ("advcl", "acl", "xcomp"):
        return False
    if tree.dependants(verb, "nsubj") and tree.tokens[verb - 1].text != ",":
        return False
    tag = tree.tokens[verb].xpos
    return tag == "VBN" or (tag == "VBD" and tree.lemma(verb) == "ask")


def quoting_verb(tree: Tree, verb: int) -> int | None:
    """Return "quoted" for the "saying" of "quoted the minister as saying that …"."""
    governor = tree.tokens[verb].head
    if governor < 0 or tree.lemma(governor) not in CITING or tree.relation(verb) != "advcl":
        return None
    marked = any(tree.lemma(mark) == "as" for mark in tree.dependants(verb, "mark"))
    return governor if marked else None


def quotes_as(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the "saying" of ", Reuters quoted an official as saying", which has no content below it."""
    if not tree.dependants(verb, "obj"):
        return ()
    return tuple(
        at
        for at in tree.dependants(verb, "advcl")
        if quoting_verb(tree, at) == verb and not tree.dependants(at, "ccomp")
    )


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """Return what a relative pronoun stands for: "the minister, who said …"."""
    if tree.lemma(subject) in ("who", "which", "that") and tree.tokens[verb].deprel == "acl:relcl":
        return tree.tokens[verb].head
    return subject
