"""Who said it first: copies share an origin, and a credited wire goes before any outlet."""

from __future__ import annotations

from tests.unit.reconcile.reports import report

from onrecord.reconcile.lineage import group_lineages

STORY = """The navy of Velmara struck another boat in the Strait of Corrow on Monday, killing three
people, the Defence Ministry said, in a campaign that has alarmed governments across the region.
The ministry said the boat belonged to the brigades. It offered no evidence for the claim.
The foreign ministry of Ilvane said it would take the case to the regional court this month.
Norrast, which has offered to mediate, urged both sides to keep the shipping lane open to all."""
OTHER = """Shops in Selden ran short of flour and lamp oil on Thursday as fear of a blockade spread
through the capital, and the mayor asked people not to hoard what their neighbours might need."""


def test_reports_that_credit_one_wire_have_one_origin() -> None:
    first = report(STORY, publisher="Gazette", origin="the Meridian Wire", basis="wire credit")
    second = report(OTHER, publisher="Tribune", origin="meridian wire", basis="byline")
    assert set(group_lineages([first, second]).values()) == {"meridian wire"}


def test_a_copy_without_credit_takes_the_origin_of_the_wire_even_when_it_is_earlier() -> None:
    copy = report(STORY.replace("another", "a further"), publisher="Tribune", date="2031-04-07")
    wire = report(STORY, publisher="Gazette", origin="meridian wire", basis="wire credit")
    origins = group_lineages([copy, wire])
    assert origins == {copy.document.id: "meridian wire", wire.document.id: "meridian wire"}


def test_of_two_outlets_the_earlier_is_the_origin_of_a_copy() -> None:
    early = report(STORY, publisher="Gazette", date="2031-04-07")
    late = report(STORY, publisher="Tribune", date="2031-04-08")
    assert set(group_lineages([late, early]).values()) == {"gazette"}


def test_a_trimmed_copy_shares_the_origin_of_the_whole() -> None:
    whole = report(f"{STORY}\n{OTHER}", publisher="Gazette", date="2031-04-07")
    trimmed = report("\n".join(STORY.split("\n")[:3]), publisher="Tribune")
    assert set(group_lineages([whole, trimmed]).values()) == {"gazette"}


def test_other_texts_of_one_outlet_stay_its_own_when_one_of_them_is_a_reprint() -> None:
    wire = report(STORY, publisher="Gazette", origin="meridian wire", basis="wire credit")
    reprint = report(STORY, publisher="Tribune")
    own = report(OTHER, publisher="Tribune")
    origins = group_lineages([wire, reprint, own])
    assert origins[reprint.document.id] == "meridian wire"
    assert origins[own.document.id] == "tribune"


def test_reports_that_share_a_sentence_are_not_copies() -> None:
    first = report(f"{STORY}", publisher="Gazette")
    second = report(f"{OTHER}\n{STORY.splitlines()[0]}", publisher="Tribune")
    assert set(group_lineages([first, second]).values()) == {"gazette", "tribune"}


def test_two_short_notices_with_equal_words_are_not_taken_for_copies() -> None:
    text = "The ministry did not comment."
    first, second = report(text, publisher="Gazette"), report(text, publisher="Tribune")
    assert set(group_lineages([first, second]).values()) == {"gazette", "tribune"}


def test_a_report_that_credits_nobody_is_a_lineage_of_its_own() -> None:
    first, second = report(STORY), report(OTHER)
    origins = group_lineages([first, second])
    assert len(set(origins.values())) == 2
    assert origins[first.document.id] == f"document {first.document.id[4:12]}"
