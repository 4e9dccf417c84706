"""The section of how reports stand to one another, and of what followed what was announced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.domain.brief import Block, Sentence
from onrecord.domain.link import Link
from onrecord.domain.statement import Statement
from onrecord.domain.tally import Tally
from onrecord.publish.claims import (
    no_alteration,
    no_contradiction,
    no_denial,
    no_disagreement,
    no_fulfilment,
    no_retraction,
    no_sequel,
    no_tension,
)
from onrecord.publish.collect import Collection
from onrecord.publish.wording import TENSION_WORDS

#: Longer lists are cut, and say so.
MAX_PER_FORM = 12
#: What a reader must not miss comes first.
_ORDER = (
    "contradiction", "disagreement", "denial", "retraction", "altered_quote", "tension",
    "fulfilment", "update", "response",
)  # fmt: skip


def standing_blocks(
    links: Sequence[Link], tallies: Sequence[Tally] = (), *, collection: Collection
) -> tuple[Block, ...]:
    """Return a block for each way in which statements stand to one another, the gravest first.

    A link whose statements do not bear its claim out is not told. Figures of one count are told as
    its steps, not here as updates.
    """
    by_form: dict[str, list[Link]] = {name: [] for name in _ORDER}
    for link in _untold(links, tallies):
        form = form_of(link, collection)
        if form:
            by_form[form].append(link)
    blocks = [_block(form, found, collection) for form, found in by_form.items() if found]
    return tuple(blocks)


def link_sentence(form: str, link: Link, collection: Collection) -> Sentence:
    """Return the sentence that quotes both ends of a link."""
    given = (link.subtype,) if form in ("contradiction", "tension") else ()
    ends = ((link.to_id, "earlier"), (link.from_id, "later"))
    return collection.draft(
        form,
        [(collection.cite(collection.statement(name)), role) for name, role in ends],
        given=given,
    )


def form_of(link: Link, collection: Collection) -> str:
    """Return the form that tells a link; empty where its statements do not bear the claim out."""
    ends = [collection.statements.get(name) for name in (link.to_id, link.from_id)]
    earlier, later = ends
    if earlier is None or later is None:
        return ""
    return next(
        (form for form, why_not in _claims(link, earlier, later, collection) if not why_not), ""
    )


def _claims(
    link: Link, earlier: Statement, later: Statement, collection: Collection
) -> Iterator[tuple[str, str]]:
    """Yield the forms that could tell a link, the strongest first, and why each does not hold."""
    cards = [collection.readings[one.document].document for one in (earlier, later)]
    match link.kind:
        case "contradicts" | "tension":
            yield from _opposed(link, earlier, later)
        case "denies":
            yield "denial", no_denial(earlier, later)
        case "retracts":
            yield "retraction", no_retraction(collection.near(later.content))
        case "updates":
            yield "update", no_sequel(*cards)
        case "fulfils":
            yield "fulfilment", no_sequel(*cards) or no_fulfilment(earlier, later)
        case "followed_by":
            yield "response", no_tension(earlier, later)


def _opposed(link: Link, earlier: Statement, later: Statement) -> Iterator[tuple[str, str]]:
    """Yield the forms that could tell of two statements that pull apart."""
    subtype = link.subtype
    if subtype == "quotation_altered":
        yield "altered_quote", no_alteration(earlier, later)
    elif link.kind == "contradicts":
        yield "contradiction", no_contradiction(earlier, later, subtype=subtype)
    elif subtype in ("", "numeric"):
        yield "disagreement", no_disagreement(earlier, later)
    if subtype in TENSION_WORDS:
        yield "tension", no_tension(earlier, later, subtype=subtype)


def _untold(links: Sequence[Link], tallies: Sequence[Tally]) -> list[Link]:
    counted: dict[str, set[int]] = {}
    for at, tally in enumerate(tallies):
        for one in tally.observations:
            counted.setdefault(one.statement, set()).add(at)
    return [
        link
        for link in links
        if link.kind != "updates"
        or not counted.get(link.from_id, set()) & counted.get(link.to_id, set())
    ]


def _block(form: str, found: Sequence[Link], collection: Collection) -> Block:
    ordered = sorted(found, key=lambda link: _latest_first(link, collection))
    shown = [link_sentence(form, link, collection) for link in ordered[:MAX_PER_FORM]]
    cut = tuple(dict.fromkeys(link.from_id for link in ordered[MAX_PER_FORM:]))
    return Block(sentences=(*shown, *_rest(cut, collection)))


def _latest_first(link: Link, collection: Collection) -> tuple[int, str]:
    card = collection.readings[collection.statement(link.from_id).document].document
    day = card.date_edtf or ""
    return -int("".join(filter(str.isdigit, day[:10])) or 0), link.id


def _rest(names: Iterable[str], collection: Collection) -> tuple[Sentence, ...]:
    listed = tuple(names)
    return (collection.draft("left_out", (), given=("statements", *listed)),) if listed else ()
