"""Mending the parse of things named by what they would be: "carried out what would be the first attack".

Such a relative clause supposes nothing. It names the thing, and only its rank among such things is left
open, so that the thing stands where the whole phrase stands: an attack was carried out. Only ranks are
meant ("the first", "the largest"): of "what may be a bomb" nobody says that it is one.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.read.rehang import Tokens, below, governors

_MODALS = frozenset({"would", "will", "may", "might", "could"})
#: Verbs and participles before "to be" that say how sure the rank is.
_SEEMING = frozenset("appear seem look".split())
_HELD = frozenset(
    "believe think consider say report describe understand presume suspect assume likely set".split()
)
_RANKS = frozenset("first second third last latest only next final main major record".split())
#: How many words of the link may stand between "what" and the thing.
_LONGEST_LINK = 6
_NOMINAL = frozenset({"NOUN", "PROPN"})
#: Where a thing done may stand.
_OBJECTS = frozenset({"obj", "ccomp", "xcomp", "advcl", "parataxis", "acl:relcl", "acl", "dep"})


def with_named_thing(tokens: Tokens) -> Tokens:
    """Hang a thing named by its rank from what "what would be" hung from."""
    for what, token in enumerate(tokens):
        if token.text.lower() != "what" or what == 0:
            continue
        link = _link_after(tokens, what)
        thing = None if link is None else _thing_after(tokens, link)
        if link is not None and thing is not None:
            tokens = _named(tokens, (what, *link), thing)
    return tokens


def _link_after(tokens: Tokens, what: int) -> tuple[int, ...] | None:
    """Return the words from "would" or "appears" to "be" behind "what"."""
    words = [one.lemma.lower() for one in tokens[what + 1 : what + 1 + _LONGEST_LINK]]
    if not words:
        return None
    last = words.index("be") if "be" in words else -1
    if words[0] == "be" and "be" in words[1:] and any(one in _HELD for one in words[1:4]):
        last = words.index("be", 1)
        known = all(one in _HELD | {"be", "to"} or one.endswith("ly") for one in words[:last])
    elif words[0] in _SEEMING:
        known = last > 0 and words[1:last] == ["to"]
    else:
        known = last == 0 or (last == 1 and words[0] in _MODALS)
    return tuple(range(what + 1, what + 2 + last)) if known and last >= 0 else None


def _thing_after(tokens: Tokens, link: tuple[int, ...]) -> int | None:
    """Return the noun that the last word of a link says something is, if it is given a rank."""
    thing = tokens[link[-1]].head
    if thing <= link[-1] or tokens[thing].upos not in _NOMINAL:
        return None
    between = tokens[link[-1] + 1 : thing]
    ranked = any(
        one.text.lower() in _RANKS or one.xpos in ("JJS", "RBS") or "NumType=Ord" in one.feats
        for one in between
    )
    supposed = any(tokens[at].text.lower() == "if" for at in range(thing, len(tokens)))
    return thing if ranked and not supposed else None


def _named(tokens: Tokens, phrase: tuple[int, ...], thing: int) -> Tokens:
    """Return the tokens with a thing in the place of the phrase that names it, and that below it."""
    inside = {*phrase, thing}
    tops = [at for at in inside if tokens[at].head not in inside]
    if len(tops) != 1 or tokens[tops[0]].head < 0:
        return tokens
    governor, relation = tokens[tops[0]].head, tokens[tops[0]].deprel
    if thing in governors(tokens, governor):
        return tokens
    cased = any(
        tokens[at].deprel == "case" for one in inside for at in below(tokens, one) if at < phrase[0]
    )
    if relation in _OBJECTS:
        relation = "obl" if cased else "obj"
    moved = list(tokens)
    for at, token in enumerate(tokens):
        if at in phrase:
            moved[at] = replace(token, head=thing, deprel="det")
        elif token.head in phrase:
            moved[at] = replace(token, head=thing)
    moved[thing] = replace(tokens[thing], head=governor, deprel=relation)
    return tuple(moved)
