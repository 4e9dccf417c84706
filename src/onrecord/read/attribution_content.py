"""Which clauses share the source of the clause they hang from, and which are the author's remarks.

What hangs from reported words is reported with them: a participle of result (", killing five"), a
reason, a time, a circumstance ("with dozens trapped"). The author's are what comes only after the
source has been named (", officials said, as crowds gathered"), what stands before it (", officials
said the dam broke" after "As crowds gathered"), a concession set off by a comma, and a participle
about the reporting itself (", marking a shift"). A participle of talk (", urging calm") is the next
thing that the same source says.
"""

from __future__ import annotations

from onrecord.read.cues import NEGATIONS, is_attributing
from onrecord.read.tree import Tree

#: Participles that tell what an event did; they belong to it wherever the source is named.
_RESULTS = frozenset(
    """kill wound injure maim destroy damage displace trap strand sweep burn flatten sink topple bury
    submerge inundate cause spark trigger leave force set""".split()
)
#: Participles by which an author weighs what was said.
_REMARKS = frozenset("mark signal echo contradict underscore underline highlight mirror".split())
_CONCESSIONS = frozenset({"though", "although", "whereas"})
#: After the source has been named these set a scene; a time or a reason goes on with what was said.
_SCENES = frozenset({"as", "while"}) | _CONCESSIONS
_CHECKING = frozenset("verify confirm corroborate substantiate authenticate".split())
#: What it is to say so, where the author does.
_FRANK = frozenset("exaggeration fair safe accurate correct true".split())
_MARKS = frozenset({",", "—", "–", ";"})


def is_authors(tree: Tree, head: int, governor: int, tags: tuple[int, ...], rule: int) -> bool:
    """Say whether a clause that hangs from reported words is yet the author's own.

    Args:
        tree: The sentence.
        head: The clause.
        governor: The reported predicate it hangs from.
        tags: Where sources are named beside the reported words: "…, officials said".
        rule: The verb that the reported words complete; -1 where there is none.
    """
    participle = _is_set_off_participle(tree, head)
    result = participle and tree.lemma(head) in _RESULTS
    if head < rule < governor:
        return True
    if any(governor < tag < head for tag in (*tags, rule)):
        return (participle and not result) or _opens_with(tree, head, _SCENES)
    if any(head < tag for tag in (*tags, rule)):
        return False
    remark = participle and (tree.lemma(head) in _REMARKS or is_attributing(tree, head))
    return remark or (_opens_with(tree, head, _CONCESSIONS) and _is_set_off(tree, head))


def content_beside(tree: Tree, head: int) -> int | None:
    """Return the reported clause to which one belongs that a parse hangs from the verb of talk.

    In "police said a bomb went off, killing five" the participle tells of the bomb, not of the police;
    so does "with dozens trapped", and a clause joined without a comma.
    """
    governor = tree.tokens[head].head
    contents = [at for at in tree.dependants(governor, "ccomp") if governor < at < head]
    if not contents:
        return None
    relation = tree.relation(head)
    absolute = relation == "obl" and _opens_with(tree, head, frozenset({"with"}))
    result = relation == "advcl" and _is_set_off_participle(tree, head)
    joined = relation == "conj" and bool(tree.dependants(head, "nsubj"))
    if (
        (absolute and _is_set_off(tree, head))
        or (result and tree.lemma(head) in _RESULTS)
        or (joined and not _is_set_off(tree, head) and not is_attributing(tree, head))
    ):
        return contents[-1]
    return None


def doubts_claim(tree: Tree, head: int) -> bool:
    """Say whether a clause set beside a claim says that nobody could check it."""
    return (
        tree.relation(head) in ("conj", "advcl", "parataxis")
        and tree.lemma(head) in _CHECKING
        and bool(tree.dependants(head, "nsubj:pass"))
        and any(tree.tokens[at].text.lower() in NEGATIONS for at in tree.children[head])
    )


def says_author(tree: Tree, verb: int) -> bool:
    """Say whether it is the author who says so: "it is no exaggeration to say that …"."""
    above = tree.tokens[verb].head
    return (
        above >= 0
        and tree.lemma(above) in _FRANK
        and tree.relation(verb) in ("csubj", "xcomp", "acl", "ccomp")
        and not tree.dependants(verb, "nsubj")
    )


def _is_set_off_participle(tree: Tree, head: int) -> bool:
    if tree.tokens[head].xpos != "VBG" or tree.dependants(head, "nsubj", "mark"):
        return False
    return _is_set_off(tree, head)


def _is_set_off(tree: Tree, head: int) -> bool:
    """Say whether a comma or dash stands before a clause."""
    return is_parted(tree, head, _MARKS)


def is_parted(tree: Tree, head: int, marks: frozenset[str]) -> bool:
    """Say whether one of some marks opens a phrase or stands right before it."""
    first = tree.subtree(head)[0]
    return first > 0 and (tree.tokens[first].text in marks or tree.tokens[first - 1].text in marks)


def _opens_with(tree: Tree, head: int, words: frozenset[str]) -> bool:
    return any(tree.lemma(at) in words for at in tree.dependants(head, "mark", "case", "advmod"))
