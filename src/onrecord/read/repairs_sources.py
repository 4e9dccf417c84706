"""Mending the parse of a source that is explained: "according to HRM, a group that counts, …"."""

from __future__ import annotations

from onrecord.read.rehang import Tokens, hung, subjects_of, subtree


def with_explained_source(tokens: Tokens) -> Tokens:
    """Hang from a source after "according to" the words that say what it is, set off by commas.

    Parsers take them for a subject where the clause that follows has one of its own.
    """
    for at in range(len(tokens) - 2):
        if tokens[at].text.lower() != "according" or tokens[at].deprel != "case":
            continue
        source = tokens[at].head
        if source < at or tokens[source].head < 0:
            continue
        subjects = subjects_of(tokens, tokens[source].head)
        after = max(subtree(tokens, source), default=source) + 1
        if len(subjects) > 1 and _is_explanation(tokens, subjects[0], after):
            tokens = hung(tokens, subjects[0], source, "appos")
    return tokens


def _is_explanation(tokens: Tokens, noun: int, after: int) -> bool:
    """Say whether a phrase opens with an article right after a comma, and ends in another comma."""
    inside = subtree(tokens, noun)
    words = [one for one in inside if tokens[one].upos != "PUNCT"]
    first, last = words[0], words[-1]
    if first not in (after, after + 1) or tokens[first - 1].text != ",":
        return False
    closed = last + 1 < len(tokens) and tokens[last + 1].text == ","
    return closed and tokens[first].text.lower() in ("a", "an", "the", "one")
