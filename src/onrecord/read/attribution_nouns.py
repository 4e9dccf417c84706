"""Nouns and brackets that attribute: "told us in a statement that …", "made the claim that …"."""

from __future__ import annotations

import re

from onrecord.read.cues import is_attributing
from onrecord.read.tree import Tree

#: Verbs that only put a noun of utterance to work: whoever makes a claim claims.
_LIGHT = frozenset(
    """make issue release publish give offer voice raise repeat reiterate renew level stand send post
    air deliver circulate spread advance""".split()
)
#: How a verb of talk says through what somebody speaks.
_THROUGH = frozenset({"in", "through", "via", "by", "with", "on"})
#: Names that end in one of these are outlets; so are the agencies that go by letters alone.
_OUTLET = re.compile(
    r"(?:.*\b(?:news|times|post|wire|press|agency|herald|gazette|journal|tribune|courier|guardian|"
    r"telegraph|radio|tv|television|broadcasting|media|observer|chronicle|mirror|independent|mail|"
    r"standard|express|examiner|dispatch|globe|review|magazine)|reuters|ap|afp|upi|dpa|efe|ansa|ians|pti|irna|"
    r"isna|wafa|suna|kuna|bernama|antara|ukrinform|ria novosti|prensa latina|lusa|the hindu|bbc|"
    r"cnn|npr|xinhua|tass|interfax|bloomberg|kyodo|yonhap|al jazeera|anadolu|(?:radio|tv|voice of|daily) .*|"
    r"le monde|le figaro|libération|der spiegel|die zeit|el país|la repubblica|deutsche welle|dw|rfi|"
    r"france ?24|euronews|al arabiya|haaretz|politico|axios|the economist|newsweek|(?:pbs|nbc|abc|cbs|cnbc|"
    r"sbs|cbc|itv|rte|rté|ndtv|wion)(?: .*)?)",
    re.IGNORECASE,
)


def verb_behind(tree: Tree, noun: int) -> int | None:
    """Return the verb whose subject speaks by a noun of utterance, or `None`.

    It is a verb of talk that has the noun as its means, or a verb that only puts it to work. Whoever
    denies or investigates a claim does not make it.
    """
    verb, relation = tree.tokens[noun].head, tree.relation(noun)
    if verb < 0 or tree.tokens[verb].upos != "VERB":
        return None
    if relation == "obl":
        cases = {tree.lemma(case) for case in tree.dependants(noun, "case")}
        return verb if cases & _THROUGH and is_attributing(tree, verb) else None
    return verb if relation == "obj" and tree.lemma(verb) in _LIGHT else None


def issuer_of(tree: Tree, noun: int) -> int | None:
    """Return whose claim or statement a noun names: its owner, or who it is "by" or "from"."""
    owners = tree.dependants(noun, "nmod:poss")
    if owners:
        return owners[0]
    for at in tree.dependants(noun, "nmod"):
        if any(tree.lemma(case) in ("by", "from") for case in tree.dependants(at, "case")):
            return at
    return None


def names_outlet(name: str) -> bool:
    """Say whether a name sounds like that of an outlet or agency."""
    return _OUTLET.fullmatch(name) is not None


def outlet_in_brackets(tree: Tree) -> tuple[int, int] | None:
    """Return the bracket and the head of an outlet's name that ends a sentence: "… (Lisk Times)."."""
    tokens = tree.tokens
    last = len(tokens) - 1
    while last > 0 and tokens[last].upos == "PUNCT" and tokens[last].text != ")":
        last -= 1
    if last < 2 or tokens[last].text != ")":  # noqa: PLR2004 - a bracket, a name, a bracket
        return None
    start = next(
        (at for at in range(last - 1, max(-1, last - 8), -1) if tokens[at].text == "("), None
    )
    if start is None or start == 0 or start + 1 == last:
        return None
    words = tree.parse.tokens[start + 1 : last]
    name = " ".join(one.text for one in words)
    if not words[0].text[:1].isupper() or not names_outlet(name):
        return None
    if _is_short_for(name, [one.text for one in tokens[:start]]):
        return None
    heads = [at for at in range(start + 1, last) if not start < tokens[at].head < last]
    return start, heads[-1] if heads else last - 1


def _is_short_for(name: str, before: list[str]) -> bool:
    """Say whether letters in brackets only shorten the words before them: "Port Agency (PA)"."""
    if not name.isupper() or len(name) > len(before):
        return False
    return "".join(word[:1] for word in before[-len(name) :]).upper() == name
