"""Which kind of body acts: a legislature, a court, the Security Council, an alliance, an executive.

What a body decides is an instrument of its kind even where the words name none: "Parliament approved the
deployment" tells of a mandate. Bodies are told by what they are; the few names are institutions that many
states share.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from onrecord.read.facts import Facts
from onrecord.read.vocabulary import LEGISLATURES

Body = Literal["security_council", "alliance", "court", "legislature", "executive"]

_COUNCIL = re.compile(r"(?<!peace and )(?<!national )\bsecurity council\b|\bunsc\b")
_ALLIANCE = re.compile(
    r"\b(?:north atlantic (?:council|treaty)|nato|african union|peace and security council|ecowas|"
    r"economic community of west african states|arab league|league of arab states|csto|"
    r"collective security treaty organi[sz]ation|gulf cooperation council|organi[sz]ation of american states|"
    r"alliance|sadc|southern african development community|igad|european union|eu|european council)\b"
)
_ADVISERS = re.compile(r"\bnational security (?:council|committee)\b|\b(?:security|war) cabinet\b")
_COURTS = frozenset("court tribunal judge justice icj icc".split())
#: Words in the name of a legislature besides those it may be called by alone.
_HOUSES = frozenset("sabha commons lords rada cortes jirga shura majles bundesrat".split())
_EXECUTIVES = frozenset(
    """president premier minister chancellor king queen emir sultan cabinet government administration leader
    ministry junta sheikh prince""".split()
)


def body_of(facts: Facts) -> Body | None:
    """Return which kind of body the clause says acts: its subject, or in the passive its agent."""
    tree, head = facts.tree, facts.clause.head
    agents = tree.dependants(head, "obl:agent")
    passive = bool(tree.dependants(head, "nsubj:pass", "aux:pass"))
    acting = agents or (() if passive else tree.dependants(head, "nsubj"))
    if not acting:
        return None
    without = tree.dependants(acting[0], "acl", "appos", "conj")
    return body_named([tree.tokens[at].text for at in tree.subtree(acting[0], without=without)])


def body_named(words: Sequence[str]) -> Body | None:
    """Return which kind of body the words of a noun phrase name."""
    phrase = " ".join(words).lower()
    if _ADVISERS.search(phrase):
        return "executive"
    if _COUNCIL.search(phrase):
        return "security_council"
    if _ALLIANCE.search(phrase):
        return "alliance"
    lemmas = frozenset(phrase.split())
    if lemmas & _COURTS:
        return "court"
    if "cabinet" in lemmas:
        return "executive"
    if lemmas & (LEGISLATURES | _HOUSES | {"lawmakers", "senators"}):
        return "legislature"
    return "executive" if lemmas & _EXECUTIVES else None
