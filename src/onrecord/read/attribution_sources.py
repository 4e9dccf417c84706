"""Who speaks by a verb of talk: its subject, its agent, or whoever it shares a subject with."""

from __future__ import annotations

from onrecord.read.attribution_nouns import issuer_of, verb_behind
from onrecord.read.cues import CUES, UTTERANCE_NOUNS, can_speak, is_attributing
from onrecord.read.tree import Tree

CITING = frozenset({"cite", "quote"})
#: Verbs that name a hearer behind them, never the speaker.
_TELLING = frozenset("tell inform assure remind notify".split())

#: Verbs whose passive has the words for its subject, never a hearer.
_WITHOUT_HEARER = frozenset("say add write declare state remark insist post tweet reply".split())
#: Who or what is seen or heard by these does what follows: "footage showed crowds chanting".
_SEEING = frozenset("see show hear film capture record watch catch".split())


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
        participle = tree.tokens[verb].xpos == "VBG"
        return _inherited(tree, verb) if participle else _speaker_before(tree, verb)
    if subjects and _is_told(tree, verb):
        return None
    subject = _own_subject(tree, verb, subjects)
    return _inherited(tree, verb) if subject is None else _antecedent(tree, verb, subject)


def _agents(tree: Tree, verb: int) -> list[int]:
    """Return who did so in the passive: "was told by the mayor"."""
    passive = bool(tree.dependants(verb, "nsubj:pass", "aux:pass"))
    return [
        child
        for child in tree.dependants(verb, "obl")
        if tree.tokens[child].deprel == "obl:agent"
        or (passive and any(tree.lemma(case) == "by" for case in tree.dependants(child, "case")))
    ]


def _own_subject(tree: Tree, verb: int, subjects: list[int]) -> int | None:
    """Return a verb's subject; of two with another verb between them, the nearer."""
    first = next(iter(subjects), None)
    before = [one for one in subjects if one < verb]
    if first is None or len(before) < 2:  # noqa: PLR2004 - two
        return first
    between = tree.tokens[first + 1 : before[-1]]
    return before[-1] if any(one.upos in ("VERB", "AUX") for one in between) else first


def _is_told(tree: Tree, verb: int) -> bool:
    """Say whether somebody is told, whatever a parse calls that subject: "Reyes has been told"."""
    return (
        tree.lemma(verb) in _TELLING
        and tree.tokens[verb].xpos == "VBN"
        and any(tree.lemma(at) in ("be", "get") for at in tree.dependants(verb, "aux"))
    )


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
            own = tree.lemma(verb) == "add" and governor in earlier
            return source_of(tree, governor if own else earlier[-1])
    passive = bool(tree.dependants(verb, "nsubj:pass", "aux:pass"))
    if passive or is_asked(tree, verb):
        return None
    if governor >= 0 and relation == "acl" and tree.tokens[governor].upos in ("NOUN", "PROPN"):
        return _who_utters(tree, governor)
    misread = [at for at in tree.dependants(verb, "compound") if at < verb]
    if misread and tree.tokens[verb].xpos in ("VBD", "VBZ", "VBP"):
        return misread[-1]  # "A sign read": a finite verb has a subject
    if governor < 0:
        return None
    if relation == "xcomp" and tree.lemma(governor) in _SEEING:
        seen = [at for at in tree.dependants(governor, "obj", "iobj") if at < verb]
        if seen:
            return seen[-1]
    if relation in ("conj", "advcl", "xcomp", "parataxis", "ccomp"):
        return _speaker_over(tree, verb, source_of(tree, governor))
    return None


def _who_utters(tree: Tree, noun: int) -> int | None:
    """Return who speaks in "issued new warnings to Lisk, saying that …": whoever warns, if it is told."""
    if tree.lemma(noun) not in UTTERANCE_NOUNS:
        return noun
    issuer = issuer_of(tree, noun)
    if issuer is not None:
        return issuer
    verb = verb_behind(tree, noun)
    if verb is not None:
        return source_of(tree, verb)
    return noun if can_speak(tree, noun) else None


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
    if tree.relation(verb) != "acl" and tree.lemma(verb) in _WITHOUT_HEARER:
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
