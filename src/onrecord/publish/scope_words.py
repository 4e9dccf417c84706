"""What a count counts, in words: each field must follow from a cited statement or its passage."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.domain.errors import CompileError
from onrecord.publish.claims import field_follows
from onrecord.publish.desk import Desk
from onrecord.publish.evidence import datings
from onrecord.publish.parts import Part, fixed, statement_of
from onrecord.publish.wording import DOMAIN_WORDS, edtf_words


def scope_words(desk: Desk, fields: Iterable[str]) -> list[Part]:
    """Write the fields of a scope, `NAME:VALUE` each, after checking them against the support."""
    found: list[Part] = []
    for given in fields:
        name, _, value = given.partition(":")
        if not scope_follows(desk, name, value):
            raise CompileError(f"the scope {given!r} stands in none of the cited passages")
        if name == "window":
            found += [fixed(", since "), Part(edtf_words(value), "date")]
        elif name == "domain":
            found.append(fixed(f", {DOMAIN_WORDS[value]}"))
        else:
            found += [fixed(_SCOPE_LEADS[name]), Part(value, "name")]
    return found


_SCOPE_LEADS = {"actor": ", by ", "area": ", ", "group": ", only "}


def scope_follows(desk: Desk, name: str, value: str, *, among: range | None = None) -> bool:
    """Say whether one field of a scope follows from a cited statement or the passage it stands in.

    `among` are the places in the support that may give it; all of them when it is `None`.
    """
    places_in_support = range(len(desk.sentence.support)) if among is None else among
    citations = [desk.citation(at) for at in places_in_support]
    if name in _SCOPE_LEADS:
        return any(
            field_follows(
                name, value, statement=statement_of(one), near=desk.evidence.source_of(one).near
            )
            for one in citations
        )
    if name == "domain":
        places = [statement_of(citation).where for citation in citations]
        return value in DOMAIN_WORDS and any(
            place is not None and DOMAIN_WORDS.get(place.domain, "") in _SAME_DOMAIN[value]
            for place in places
        )
    return name == "window" and any(
        value == (when.edtf or "").partition("/")[0]
        for citation in citations
        for when in datings(citation, desk.evidence.source_of(citation).card)
    )


_SAME_DOMAIN = {
    code: frozenset(
        {words, *({"in territorial waters", "on the high seas"} if code == "sea" else ())}
    )
    for code, words in DOMAIN_WORDS.items()
}
