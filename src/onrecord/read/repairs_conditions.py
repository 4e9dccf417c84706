"""Mending the parse of conditions that a verb opens: "Had the army crossed, the bridge would have fallen"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.rehang import Tokens, below, hung, subjects_of, subtree

_CONDITIONAL_MODALS = frozenset({"would", "could", "might"})


def with_inversion(tokens: Tokens) -> Tokens:
    """Hang the verb that opens a condition from that condition: "Had the army crossed, …"."""
    if not tokens or tokens[0].text.lower() not in ("had", "were", "should"):
        return tokens
    tokens = _with_consequence(tokens)
    main = tokens[0].head
    for at in (*below(tokens, main), *below(tokens, 0)):
        inside = subtree(tokens, at)
        clausal = tokens[at].deprel in ("advcl", "ccomp", "parataxis", "xcomp")
        if clausal and inside[0] <= 1 and subjects_of(tokens, at):
            if main >= 0 and at != main:
                tokens = hung(tokens, at, main, "advcl")
            return hung(tokens, 0, at, "aux")
    return tokens


def with_reported_condition(tokens: Tokens) -> Tokens:
    """Hang a condition from what would follow, not beside it: "Had it left, it would …, she said".

    The evidence is "had", "were" or "should" right before the subject of a clause beside one that
    says what would follow.
    """
    for result in range(len(tokens)):
        if not any(tokens[at].text.lower() in _CONDITIONAL_MODALS for at in below(tokens, result)):
            continue
        if tokens[result].deprel not in ("ccomp", "parataxis"):
            continue
        for condition in below(tokens, tokens[result].head):
            if condition > result or tokens[condition].deprel not in ("ccomp", "parataxis"):
                continue
            opening = _inverted(tokens, condition, result)
            if opening is not None:
                moved = hung(tokens, condition, result, "advcl")
                return hung(moved, opening, condition, "aux")
    return tokens


def with_what_if(tokens: Tokens) -> Tokens:
    """Hang what is asked about from "what if", with its "if": "what if, by May, they still hold it?"."""
    for what in range(len(tokens) - 1):
        if tokens[what].text.lower() != "what" or tokens[what + 1].text.lower() != "if":
            continue
        clause = tokens[what].head
        if clause > what and 0 <= tokens[clause].head < what:
            tokens = hung(tokens, what, tokens[clause].head, "parataxis")
        over = (what, what + 1, tokens[what].head)
        supposed = next(
            (
                at
                for at in range(what + 2, len(tokens))
                if tokens[at].head in over
                and subjects_of(tokens, at)
                and tokens[at].deprel != "conj"
            ),
            None,
        )
        if supposed is not None:
            tokens = hung(tokens, supposed, what, "advcl")
            tokens = hung(tokens, what + 1, supposed, "mark")
    return tokens


def _inverted(tokens: Tokens, condition: int, result: int) -> int | None:
    """Return the auxiliary right before the subject of a condition, wherever it hangs."""
    for subject in subjects_of(tokens, condition):
        before = subtree(tokens, subject)[0] - 1
        if (
            before >= 0
            and tokens[before].text.lower() in ("had", "were", "should")
            and tokens[before].head in (condition, result)
            and (before == 0 or tokens[before - 1].upos in ("PUNCT", "SCONJ"))
        ):
            return before
    return None


def _with_consequence(tokens: Tokens) -> Tokens:
    """Make what would have followed the main clause, where the parser made it hang from the condition."""
    root = next((at for at, token in enumerate(tokens) if token.head < 0), 0)
    for at in below(tokens, root):
        modals = [
            one for one in below(tokens, at) if tokens[one].text.lower() in _CONDITIONAL_MODALS
        ]
        if tokens[at].deprel in ("parataxis", "conj", "ccomp") and modals and at > root:
            turned = list(tokens)
            turned[at] = replace(tokens[at], head=-1, deprel="root")
            turned[root] = replace(tokens[root], head=at, deprel="advcl")
            turned[0] = replace(tokens[0], head=at) if root else turned[0]
            return tuple(turned)
    return tokens
