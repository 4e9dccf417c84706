"""From a clause or a quotation to the cue and the sources that carry it.

Rules follow the dependency tree: the governing verb of a complement clause, a reporting verb in
parenthesis ("…, officials said"), a noun of utterance with its owner, and "according to". Chains are
built outwards, so "CNN reported that officials told lawmakers …" gives CNN, then the officials.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.read.attribution_content import (
    content_beside,
    doubts_claim,
    is_authors,
    is_parted,
    says_author,
)
from onrecord.read.attribution_nouns import issuer_of, outlet_in_brackets, verb_behind
from onrecord.read.attribution_phrases import according_to, explains_source
from onrecord.read.attribution_sources import CITING, quotes_as, quoting_verb, source_of
from onrecord.read.clauses import completes_noun, is_according
from onrecord.read.cues import (
    ACCUSING,
    CUES,
    DENYING,
    NEGATIONS,
    NEVER_CONTENT,
    REFUSALS,
    UTTERANCE_NOUNS,
    Cue,
    is_attributing,
)
from onrecord.read.tree import Tree

__all__ = [
    "Attribution",
    "according_of",
    "attributions_of",
    "cue_heads",
    "cue_tokens",
    "explains_source",
    "is_negated_cue",
    "source_of",
]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One step of a chain.

    Attributes:
        cue: Tokens of the cue words, in order.
        cue_word: What the cue does.
        source: Token that heads the source's noun phrase; `None` where no source is named.
    """

    cue: tuple[int, ...]
    cue_word: Cue
    source: int | None


def attributions_of(tree: Tree, head: int) -> tuple[Attribution, ...]:
    """Return the chain that carries the clause headed by `head`, outermost first."""
    chain: list[Attribution] = []
    at = head
    seen: set[int] = set()
    while at not in seen:
        seen.add(at)
        step = _parenthetic(tree, at) or _governing(tree, at) or _accusing(tree, at)
        inside, around = _according_beside(tree, at, step)
        chain.extend(inside)
        if step is not None:
            if not chain:
                chain.extend(_cited(tree, step[0], at))
            chain.append(step[0])
        chain.extend(around)
        following = step[1] if step is not None else _content_parent(tree, at)
        if following is None:
            break
        at = following
    if not chain and tree.tokens[at].head < 0:
        chain.extend(_printed_by(tree))
    return tuple(reversed(chain))


def _printed_by(tree: Tree) -> tuple[Attribution, ...]:
    """Return the outlet that a sentence names in brackets at its end."""
    found = outlet_in_brackets(tree)
    return () if found is None else (Attribution((found[0],), Cue(None, "neutral"), found[1]),)


def cue_heads(tree: Tree) -> frozenset[int]:
    """Return the reporting verbs that serve some clause of the sentence as its cue."""
    found: set[int] = set()
    for head in range(len(tree.tokens)):
        for step in (_parenthetic(tree, head), _governing(tree, head)):
            if step is not None:
                found.add(_verb_of(tree, step[0]))
                found.update(cited.cue[0] for cited in _cited(tree, step[0]))
    return frozenset(found)


def _cited(tree: Tree, step: Attribution, content: int = -1) -> tuple[Attribution, ...]:
    """Return whom a source cites for what it says: "The Herald, citing two officials, said …".

    A citation behind the cue belongs to it wherever it hangs: "…, the Herald said, citing …".
    """
    verb = _verb_of(tree, step)
    saying = quotes_as(tree, verb)
    if saying:
        return (Attribution(saying[:1], Cue(None, "neutral"), tree.dependants(verb, "obj")[0]),)
    hosts = [step.cue[-1], *(() if step.source is None else (step.source,))]
    below = [child for host in hosts for child in tree.children[host]]
    if content >= 0:
        below.extend(child for child in tree.children[content] if child > step.cue[-1])
    for child in below:
        objects = tree.dependants(child, "obj")
        if tree.lemma(child) in CITING and tree.tokens[child].xpos == "VBG" and objects:
            return (Attribution((child,), Cue(None, "neutral"), objects[0]),)
    return ()


def is_negated_cue(tree: Tree, step: Attribution) -> bool:
    """Say whether the source does not say so: "did not say that", "has never admitted that"."""
    verb = _verb_of(tree, step)
    governor = tree.tokens[verb].head
    below = governor >= 0 and tree.relation(verb) in ("xcomp", "ccomp", "advcl")
    if below and tree.lemma(governor) in DENYING | REFUSALS and not tree.dependants(verb, "nsubj"):
        return True  # "denied saying that", "declined to say that"
    return any(
        tree.tokens[at].text.lower() in NEGATIONS
        for at in tree.dependants(verb, "advmod", "aux", "cc", "det")
    ) or any(
        tree.lemma(at) in ("no", "nobody", "none", "neither")
        for subject in tree.dependants(verb, "nsubj")
        for at in (subject, *tree.dependants(subject, "det"))
    )


def _parenthetic(tree: Tree, head: int) -> tuple[Attribution, int | None] | None:
    for child in tree.dependants(head, "parataxis"):
        lemma = tree.lemma(child)
        if is_attributing(tree, child) and tree.dependants(child, "nsubj"):
            if _has_own_content(tree, child) and not quotes_as(tree, child):
                continue
            step = Attribution(cue_tokens(tree, child), CUES[lemma], source_of(tree, child))
            return step, _content_parent(tree, head)
    return None


def _has_own_content(tree: Tree, verb: int) -> bool:
    """Say whether a verb of talk set beside a clause reports another: what no colon or dash parts."""
    contents = tree.dependants(verb, "ccomp", "xcomp", "obj")
    return any(not is_parted(tree, at, frozenset({":", "-", "–", "—"})) for at in contents)


def _governing(tree: Tree, head: int) -> tuple[Attribution, int | None] | None:
    top = head
    while tree.relation(top) == "conj" and tree.tokens[top].head >= 0:
        top = tree.tokens[top].head
        if _own_subject_speaks(tree, head):
            return None
    relation, governor = tree.relation(top), tree.tokens[top].head
    if governor < 0 or any(
        tree.lemma(mark) in NEVER_CONTENT for mark in tree.dependants(head, "mark")
    ):
        return None
    lemma = tree.lemma(governor)
    if says_author(tree, governor) or doubts_claim(tree, head):
        return None
    if quoting_verb(tree, head) is not None:
        by_whom = source_of(tree, governor)
        return Attribution(cue_tokens(tree, governor), CUES[lemma], by_whom), governor
    if relation in ("ccomp", "parataxis") and is_attributing(tree, governor):
        if relation == "parataxis" and not tree.dependants(governor, "nsubj"):
            return None
        return Attribution(
            cue_tokens(tree, governor), CUES[lemma], source_of(tree, governor)
        ), governor
    told = relation in ("acl", "ccomp") and (completes_noun(tree, top) or _has_that(tree, top))
    if told and lemma in UTTERANCE_NOUNS:
        return _by_noun(tree, governor)
    return None


def _accusing(tree: Tree, head: int) -> tuple[Attribution, int | None] | None:
    """Return the accusation whose deed this is: what hangs from "accused Lisk of shelling the port"."""
    verb = tree.tokens[head].head
    if verb < 0 or tree.lemma(verb) not in ACCUSING or tree.relation(head) != "advcl":
        return None
    if not any(tree.lemma(mark) in ("of", "for") for mark in tree.dependants(head, "mark")):
        return None
    return Attribution(cue_tokens(tree, verb), CUES[tree.lemma(verb)], source_of(tree, verb)), verb


def _by_noun(tree: Tree, noun: int) -> tuple[Attribution, int | None]:
    """Return the step by a noun of utterance: its owner's, or that of the verb it belongs to."""
    owner = issuer_of(tree, noun)
    cue = CUES.get(tree.lemma(noun), Cue(None, "neutral"))
    verb = None if owner is not None else verb_behind(tree, noun)
    if verb is None:
        return Attribution((noun,), cue, owner), noun
    if tree.lemma(verb) in CUES and tree.relation(noun) == "obl":
        step = Attribution(cue_tokens(tree, verb), CUES[tree.lemma(verb)], source_of(tree, verb))
        return step, verb
    words = tuple(range(verb, noun + 1)) if verb < noun else (noun,)
    return Attribution(words, cue, source_of(tree, verb)), verb


def _own_subject_speaks(tree: Tree, head: int) -> bool:
    """Say whether a joined clause is itself a new cue: "X said A, and Y said B"."""
    return tree.lemma(head) in CUES and _has_speaker(tree, head)


def _has_speaker(tree: Tree, verb: int) -> bool:
    """Say whether a verb has a subject that does the talking: not "12 are feared dead"."""
    subjects = tree.dependants(verb, "nsubj")
    passive = any(tree.tokens[at].deprel == "nsubj:pass" for at in subjects)
    return bool(subjects) and not passive


def _has_that(tree: Tree, index: int) -> bool:
    return any(tree.lemma(mark) == "that" for mark in tree.dependants(index, "mark"))


def _content_parent(tree: Tree, head: int) -> int | None:
    """Return the clause whose attribution also holds for this one, being part of its content.

    A clause with a cue of its own set beside another ("A said X, though B has said Y") is not, nor
    what the author remarks. What hangs from a verb of talk shares the sources of that verb, not its
    own one.
    """
    relation, governor = tree.relation(head), tree.tokens[head].head
    if governor < 0:
        return None
    if relation == "acl" and tree.lemma(governor) in UTTERANCE_NOUNS:
        return None  # what the author says about a claim: ", a claim that could not be checked"
    if relation not in ("advcl", "parataxis", "conj", "obl"):
        return governor
    if _speaks_itself(tree, head) or doubts_claim(tree, head) or _is_authors(tree, head, governor):
        return None
    speaks_over = is_attributing(tree, governor) and not is_according(tree, governor)
    beside = content_beside(tree, head) if speaks_over else None
    return governor if beside is None else beside


def _is_authors(tree: Tree, head: int, governor: int) -> bool:
    if tree.relation(head) not in ("advcl", "obl"):
        return False
    tag, above = _parenthetic(tree, governor), _governing(tree, governor)
    tags = [] if tag is None else [tag[0].cue[0]]
    tags.extend(step.cue[0] for step in according_of(tree, governor))
    return is_authors(tree, head, governor, tuple(tags), -1 if above is None else above[0].cue[0])


def _speaks_itself(tree: Tree, head: int) -> bool:
    return (
        is_attributing(tree, head)
        and _has_speaker(tree, head)
        and not (_hangs_from_source(tree, head))
    )


def _hangs_from_source(tree: Tree, head: int) -> bool:
    governor = tree.tokens[head].head
    return governor >= 0 and is_according(tree, governor)


def _according_beside(
    tree: Tree, head: int, step: tuple[Attribution, int | None] | None
) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """Return the "according to" within what a source says, and those around that source.

    In "the minister said that, according to the navy, it sank" the minister cites the navy; in "the
    minister said that it sank, according to the Herald" the Herald cites the minister.
    """
    found = according_of(tree, head)
    if step is None:
        return found, ()
    cue = step[0].cue[-1]
    inside = tuple(one for one in found if min(cue, head) < one.cue[0] < max(cue, head))
    return inside, tuple(one for one in found if one not in inside)


def according_of(tree: Tree, head: int) -> tuple[Attribution, ...]:
    """Return a step for each "according to" that hangs from a clause's head."""
    return tuple(
        Attribution(cue, Cue(None, "neutral"), source) for cue, source in according_to(tree, head)
    )


def cue_tokens(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return a verb with its auxiliaries, when they stand together."""
    auxiliaries = [
        child
        for child in tree.dependants(verb, "aux")
        if child < verb and verb - child <= 3  # noqa: PLR2004
    ]
    between = range(min(auxiliaries, default=verb), verb + 1)
    return tuple(between)


def _verb_of(tree: Tree, step: Attribution) -> int:
    return next((at for at in reversed(step.cue) if tree.tokens[at].upos == "VERB"), step.cue[-1])
