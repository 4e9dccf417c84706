"""What a clause claims about law: which instrument, what it does, in which domain.

Codes are those of the legal-authority ledger in the domain model. Nothing is inferred: a listing never
`confers`, and an instrument whose effect the words do not state is `silent`.
"""

from __future__ import annotations

from onrecord.domain.statement import Coding, StatementKind

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
