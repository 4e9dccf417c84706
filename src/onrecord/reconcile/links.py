"""How statements of all documents stand to one another: `link_items`, `find_links`.

Links between two statements depend on nothing but items that share a key with one of the two, so that
a new document touches only what shares a key with it. Nothing is decided and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from onrecord.domain.grouping import EventGroup
from onrecord.domain.link import Link
from onrecord.domain.reading import Reading
from onrecord.domain.tally import Tally
from onrecord.reconcile.conflicts import (
    Deniable,
    Denial,
    deniables_in,
    denials_in,
    find_denials,
)
from onrecord.reconcile.fulfilment import (
    Commitment,
    Deed,
    commitments_in,
    deeds_in,
    find_fulfilments,
)
from onrecord.reconcile.links_blame import Blame, blame_in, find_blame
from onrecord.reconcile.links_evaluations import Evaluation, evaluations_in, find_evaluations
from onrecord.reconcile.links_events import find_event_links
from onrecord.reconcile.links_figures import find_figure_links
from onrecord.reconcile.links_gaps import Placing, find_gaps, placings_in
from onrecord.reconcile.links_legal import Provision, find_legal_links, provisions_in
from onrecord.reconcile.links_negations import Polar, find_negations, polars_in
from onrecord.reconcile.links_responses import (
    Occasion,
    Response,
    find_responses,
    occasions_in,
    responses_in,
)
from onrecord.reconcile.links_told import Item, LinkItem, told_in
from onrecord.reconcile.quotations import Quotation, link_quotations, quotations_in
from onrecord.reconcile.retractions import (
    Retractable,
    Retraction,
    find_retractions,
    retractables_in,
    retractions_in,
)


def link_items(reading: Reading) -> tuple[LinkItem, ...]:
    """Return what one document brings to links; made from it alone, so that it can be kept."""
    told = told_in(reading)
    blames = tuple(blame_in(told))
    return (
        *commitments_in(told),
        *deeds_in(told),
        *evaluations_in(told),
        *placings_in(told),
        *blames,
        *denials_in(told),
        *deniables_in(told, blames),
        *polars_in(told),
        *responses_in(told),
        *occasions_in(told),
        *retractions_in(told),
        *retractables_in(told),
        *provisions_in(reading.statements, told),
        *quotations_in(reading),
    )


def find_links(
    items: Iterable[LinkItem],
    *,
    lineages: Mapping[str, str],
    tallies: Iterable[Tally] = (),
    events: Iterable[EventGroup] = (),
    readings: Iterable[Reading] = (),
    asking: Iterable[LinkItem] | None = None,
) -> tuple[Link, ...]:
    """Return the links among items, in order of kind, then ids; the order of `items` is nothing.

    Args:
        items: Of current versions: all, or for each item of `asking` all that share a key with it.
        lineages: The origin of each document, by id.
        tallies: Running counts, for links between their figures; each count has its links by itself.
        events: Events, for links between their accounts; each event has its links by itself.
        readings: The documents of those accounts.
        asking: The items whose links are wanted; all when left out. Two items that do not ask have no
            link, and the links of one that asks hang on nothing but what shares a key with it.
    """
    held, told = tuple(items), tuple(readings)
    asked = held if asking is None else tuple(asking)
    statements = {one.id: one for reading in told for one in reading.statements}
    reported = {one.document.id: one.document.date_edtf or "" for one in told}
    found = chain(
        find_fulfilments(_of(asked, Commitment), _of(held, Deed), lineages),
        find_evaluations(_of(asked, Evaluation), _of(held, Evaluation), lineages),
        find_gaps(_of(asked, Placing), _of(held, Placing), lineages),
        find_blame(_of(asked, Blame), _of(held, Blame), lineages),
        find_denials(_of(asked, Denial), _of(held, Deniable), lineages),
        find_negations(_of(asked, Polar), _of(held, Polar), lineages),
        find_responses(_of(asked, Response), _of(held, Occasion), lineages),
        find_retractions(_of(asked, Retraction), _of(held, Retractable), lineages),
        find_legal_links(_of(asked, Provision), _of(held, Provision), lineages),
        link_quotations(_of(asked, Quotation), _of(held, Quotation), lineages),
        find_figure_links(tallies),
        find_event_links(events, statements, reported),
    )
    return _ordered(found)


def _ordered(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in order; of two of one kind and subtype on the same statements the first stays."""
    found: dict[tuple[str, str, str, str], Link] = {}
    for link in sorted(links, key=lambda one: (_order(one), one.reason)):
        found.setdefault(_order(link), link)
    return tuple(found.values())


def _of(items: Iterable[LinkItem], kind: type[Item]) -> list[Item]:
    return [item for item in items if isinstance(item, kind)]


def _order(link: Link) -> tuple[str, str, str, str]:
    return link.kind, link.from_id, link.to_id, link.subtype
