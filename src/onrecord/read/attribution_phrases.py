"""Phrases that name a source: "according to the ministry"."""

from __future__ import annotations

from onrecord.read.tree import Tree

_REPORTING_NOUNS = frozenset({"report", "reporting", "account", "statement", "figure", "tally"})


def according_to(tree: Tree, head: int) -> tuple[tuple[tuple[int, ...], int | None], ...]:
    """Return the cue words and the source of each "according to" that hangs from a clause's head."""
    found: list[tuple[tuple[int, ...], int | None]] = []
    for child in tree.children[head]:
        cases = tree.dependants(child, "case", "mark", "advmod")
        words = [tree.tokens[case].text.lower() for case in cases]
        if "according" in words or tree.tokens[child].text.lower() == "according":
            first = next((c for c in cases if tree.tokens[c].text.lower() == "according"), child)
            fixed = [c for c in tree.subtree(first) if tree.tokens[c].text.lower() == "to"]
            found.append((tuple(sorted({first, *fixed})), _reporter(tree, child)))
    return tuple(found)


def explains_source(tree: Tree, head: int) -> bool:
    """Say whether a clause only tells what the source after "according to" is: ", a group that …"."""
    if tree.relation(head) != "acl":
        return False
    at = tree.tokens[head].head
    while at >= 0 and tree.relation(at) in ("appos", "nmod", "conj"):
        at = tree.tokens[at].head
        if at >= 0 and any(
            tree.tokens[case].text.lower() == "according" for case in tree.dependants(at, "case")
        ):
            return True
    return False


def _reporter(tree: Tree, index: int) -> int | None:
    """Return who reports in "according to CNN reporting": the name before a noun of reporting."""
    if tree.lemma(index) in _REPORTING_NOUNS or tree.tokens[index].upos == "VERB":
        names = tree.dependants(index, "compound", "nmod:poss", "nsubj")
        named = [name for name in names if tree.tokens[name].upos == "PROPN"]
        if named:
            return named[0]
    if tree.tokens[index].text.lower() == "according":
        below = tree.dependants(index, "obl", "nmod", "obj")
        return below[0] if below else _phrase_after_to(tree, index)
    return index


def _phrase_after_to(tree: Tree, index: int) -> int | None:
    """Return the noun that follows a loose "according to", wherever the parser hung it."""
    for at in range(index + 1, min(index + 8, len(tree.tokens))):
        if tree.tokens[at].upos in ("NOUN", "PROPN", "PRON"):
            tops = [up for up in tree.ancestors(at) if up > index]
            nouns = [up for up in tops if tree.tokens[up].upos in ("NOUN", "PROPN")]
            return nouns[-1] if nouns else at
    return None
