"""What a clause claims about law: which instrument, what it does, in which domain.

Codes are those of the legal-authority ledger in the domain model. Nothing is inferred: a listing never
`confers`, and an instrument whose effect the words do not state is `silent`.
"""

from __future__ import annotations

from onrecord.domain.statement import Coding, StatementKind
from onrecord.read.facts import Facts
from onrecord.read.vocabulary import (
    AUTHORISING,
    DESIGNATING,
    LEGAL_ADJECTIVES,
    LEGAL_EFFECTS,
    LEGAL_INSTRUMENTS,
    LEGISLATURES,
    OVERSIGHT,
)

_INSTRUMENTS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        "LISTING_FTO",
        frozenset({"designation", "designate", "listing", "blacklist", "proscription"}),
    ),
    ("EXEC_OPINION", frozenset({"opinion"})),
    ("UNSC_RES", frozenset({"resolution"})),
    ("EXEC_ORDER", frozenset({"order", "decree", "directive", "memorandum"})),
    ("COVERT_FINDING", frozenset({"finding"})),
    ("COVERT_AUTH", frozenset({"covert"})),
    ("JUDICIAL", frozenset({"indictment", "warrant", "ruling", "injunction", "court"})),
    ("STATUTE_AUMF", frozenset({"statute", "act", "law", "legislation", "bill"})),
    ("LEG_MANDATE", frozenset({"mandate", "authorization", "authorisation"})),
    ("LEG_LIMIT", frozenset({"senate", "congress", "parliament", "vote", "house", "lawmaker"})),
    ("CONSENT", frozenset({"consent"})),
    ("EMERGENCY", frozenset({"emergency", "curfew"})),
)
_EFFECTS: dict[str, str] = {
    "law.scope_limit": "does_not_confer",
    "law.designation": "in_force",
    "law.authority_assertion": "asserted",
    "law.authorization": "confers",
    "law.oversight": "limits",
    "law.instrument": "silent",
}
_DOMAINS: tuple[tuple[str, frozenset[str]], ...] = (
    ("land", frozenset({"land", "soil", "territory", "inside", "ground", "dock", "port"})),
    ("high_seas", frozenset({"maritime", "sea", "vessel", "boat", "ship", "naval", "waters"})),
    ("national_airspace", frozenset({"airspace", "air", "overflight"})),
)


def codings_of(kind: StatementKind, lemmas: frozenset[str], *, negated: bool) -> tuple[Coding, ...]:
    """Return one coding per instrument a legal clause names; of other clauses none."""
    effect = _EFFECTS.get(kind)
    if effect is None:
        return ()
    if kind == "law.oversight" and (negated or "fail" in lemmas):
        effect = "failed"
    domain = next((name for name, words in _DOMAINS if lemmas & words), "")
    named = [code for code, words in _INSTRUMENTS if lemmas & words]
    if not named and kind == "law.authority_assertion":
        named = ["EXEC_INHERENT"]
    return tuple(Coding(code, effect, domain) for code in named[:2])


def legal_kind(facts: Facts) -> StatementKind | None:
    """Return the kind of a clause that claims something about law, else `None`."""
    lemmas = facts.lemmas
    instruments = lemmas & LEGAL_INSTRUMENTS
    if not instruments and not lemmas & (
        LEGISLATURES | DESIGNATING | LEGAL_ADJECTIVES | AUTHORISING
    ):
        return None
    if facts.subject in LEGISLATURES and facts.head in OVERSIGHT:
        return "law.oversight"
    if facts.certainty.negated and _has_legal_effect(facts, instruments):
        return "law.scope_limit"
    if _designates(facts):
        return "law.designation"
    if _asserts_authority(facts):
        return "law.authority_assertion"
    if lemmas & LEGISLATURES and (lemmas & OVERSIGHT):
        return "law.oversight"
    if (
        facts.head in AUTHORISING
        and not facts.certainty.negated
        and instruments | (lemmas & {"covert", "force", "strike", "operation", "action", "use"})
    ):
        return "law.authorization"
    subject = facts.subject
    if subject in LEGAL_INSTRUMENTS and (facts.head in LEGAL_EFFECTS or lemmas & LEGAL_ADJECTIVES):
        return "law.instrument"
    return None


def _has_legal_effect(facts: Facts, instruments: frozenset[str]) -> bool:
    if _has_no_basis(facts):
        return True
    legal = instruments or facts.lemmas & LEGAL_ADJECTIVES
    return bool(legal) and bool(facts.lemmas & LEGAL_EFFECTS)


def _asserts_authority(facts: Facts) -> bool:
    """Say whether somebody claims the power to act; "the authorities" are people, not a power."""
    words = {facts.tree.tokens[at].text.lower() for at in facts.clause.members}
    power = words & {"can", "may", "right", "power", "authority", "entitled", "empowered"}
    needed = words & {
        "authorization", "authorisation", "authority", "approval", "mandate", "permission",
    }  # fmt: skip
    return facts.spoken and bool(power) and bool(needed)


def _designates(facts: Facts) -> bool:
    """Say whether a listing is made or takes effect; merely naming one does not count."""
    if facts.head in DESIGNATING and facts.tree.tokens[facts.clause.head].upos == "VERB":
        return True
    takes_effect = "effect" in facts.lemmas or ("force" in facts.lemmas and "enter" in facts.lemmas)
    return bool(facts.lemmas & DESIGNATING) and takes_effect


def _has_no_basis(facts: Facts) -> bool:
    return "no" in facts.lemmas and bool(facts.lemmas & {"basis", "authority", "authorization"})
