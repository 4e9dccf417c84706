"""The same words of one speaker: kept, trimmed, or altered."""

from __future__ import annotations

import pytest
from tests.unit.reconcile.reports import Said, day, report

from onrecord.domain.link import Link
from onrecord.domain.statement import QuotationMode, SourceIdentity
from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.quotations import compare_wordings, link_quotations, quotations_in

SAFE = "We will not stop until the strait is safe for every honest sailor"
CLOSED = "We will not stop until the strait is closed to every Ilvanian sailor"


def links_of(
    earlier: str,
    later: str,
    *,
    speakers: tuple[str, str] = ("the defence minister", "the defence minister"),
    identity: SourceIdentity = "named_office",
    mode: QuotationMode = "direct",
    days: tuple[str, str] = ("", ""),
) -> tuple[Link, ...]:
    readings = [
        report(
            f"“{words},” {speaker} said.",
            Said(
                f"“{words},”", "say.threat", speaker=speaker, identity=identity, mode=mode,
                when=day(said_on, "then") if said_on else None,
            ),
            publisher=publisher,
            date=date,
        )
        for words, speaker, publisher, date, said_on in (
            (earlier, speakers[0], "Wire", "2031-04-19", days[0]),
            (later, speakers[1], "Mirror", "2031-04-24", days[1]),
        )
    ]  # fmt: skip
    found = [one for reading in readings for one in quotations_in(reading)]
    return tuple(link_quotations(found, found, group_lineages(readings)))


def test_a_silently_altered_quotation_is_a_tension_that_names_both_wordings() -> None:
    (link,) = links_of(SAFE, CLOSED)
    assert (link.kind, link.subtype) == ("tension", "quotation_altered")
    assert link.independence == "different_lineage"
    assert SAFE in link.reason
    assert CLOSED in link.reason


def test_the_same_words_repeat() -> None:
    (link,) = links_of(SAFE, SAFE)
    assert (link.kind, link.subtype) == ("repeats", "")


@pytest.mark.parametrize(
    ("later", "kind", "subtype"),
    [
        ("We will not stop, until the Strait is safe for every honest sailor", "repeats", "quotation_punctuation"),
        ("We will not stop until the strait is safe [sic] for every honest sailor", "repeats", "quotation_punctuation"),
        ("until the strait is safe for every honest sailor", "repeats", "quotation_elided"),
        ("stop until the strait is safe for every honest sailor", "tension", "quotation_altered"),
        ("We will not stop … for every honest sailor", "repeats", "quotation_elided"),
        ("We will not stop until the strait is safe for every sailor", "tension", "quotation_elided"),
        ("We will stop until the strait is safe for every honest sailor", "tension", "quotation_altered"),
    ],
)  # fmt: skip
def test_each_way_a_wording_differs_has_its_name(later: str, kind: str, subtype: str) -> None:
    comparison = compare_wordings(SAFE, later)
    assert comparison is not None
    assert (comparison.kind, comparison.subtype) == (kind, subtype)


def test_other_words_are_another_utterance() -> None:
    assert compare_wordings(SAFE, "There is bread for everyone if everyone buys one loaf") is None
    assert links_of(SAFE, "There is bread for everyone if everyone buys one loaf") == ()


def test_another_speaker_is_another_utterance() -> None:
    assert links_of(SAFE, CLOSED, speakers=("the defence minister", "the mayor")) == ()


def test_a_speaker_nobody_could_tell_may_be_any_for_a_long_quotation_only() -> None:
    speakers = ("the defence minister", "The alarm")
    (link,) = links_of(SAFE, CLOSED, speakers=speakers, identity="unnamed")
    assert "names no speaker" in link.reason
    short = ("We will not stop this year", "We will not stop that year")
    assert links_of(*short, speakers=speakers, identity="unnamed") == ()
    assert len(links_of(*short)) == 1


def test_a_bare_surname_and_a_full_name_may_be_one_speaker() -> None:
    assert len(links_of(SAFE, CLOSED, speakers=("Anna Petrova", "Petrova"))) == 1
    assert links_of(SAFE, CLOSED, speakers=("Anna Petrova", "Anna Markova")) == ()


def test_indirect_speech_is_not_compared() -> None:
    assert links_of(SAFE, CLOSED, mode="indirect") == ()


def test_like_words_said_on_two_days_are_two_utterances() -> None:
    assert links_of(SAFE, CLOSED, days=("2031-04-18", "2031-04-23")) == ()
    assert len(links_of(SAFE, CLOSED, days=("2031-04-18", "2031-04-18"))) == 1
