"""Events in plain words."""

from __future__ import annotations

import pytest

from onrecord.domain.event import Event, Harm
from onrecord.domain.grouping import Account, EventGroup, Ground, Join
from onrecord.domain.statement import Act
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.event_words import (
    Ends,
    act_words,
    ends_words,
    harm_words,
    join_words,
    sources_words,
    when_words,
)

NONE = Unknown("not stated")


def event(*harm: Harm) -> Event:
    return Event(("stm-1",), act=NONE, when=NONE, where=NONE, harm=harm)


def test_an_act_has_a_name_and_its_mode_in_brackets() -> None:
    assert act_words(Act("PLOVER", "PROTEST", "demo")) == "protest (demo)"
    assert act_words(Act("PLOVER", "AID")) == "aid"
    assert act_words(NONE) == ""


def test_the_date_of_a_report_is_said_to_be_that() -> None:
    assert when_words(When("", "../2031-04-08", "document")) == (
        "up to 8 April 2031 (date of the report)"
    )
    assert when_words(When("Monday", "2031-04-07", "relative")) == "7 April 2031"
    assert when_words(NONE) == "day not known"


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ((4, 4, 4), "4"),
        ((3, 4, 5), "3 to 5, best 4"),
        ((3, None, 5), "3 to 5"),
        ((1200, None, None), "at least 1,200"),
        ((None, None, 9), "at most 9"),
        ((None, 7, None), "about 7"),
        ((None, None, None), ""),
    ],
)
def test_a_range_is_said_as_far_as_it_is_stated(ends: Ends, words: str) -> None:
    assert ends_words(ends) == words


def test_harm_names_effect_group_and_rule() -> None:
    harmed = event(
        Harm("killed", "not_stated", 3, 3, 5, "newest figure", ("stm-1",)),
        Harm("injured", "civilians", 2, 2, 2, "one figure", ("stm-1",)),
    )
    assert harm_words(harmed) == (
        "killed 3 to 5, best 3 (newest figure); injured civilians 2 (one figure)"
    )


def test_sources_are_counted_by_origin_beside_the_reports() -> None:
    accounts = (
        Account("doc-1", "wire", ("stm-1",)),
        Account("doc-2", "wire", ("stm-2",)),
        Account("doc-3", "herald", ("stm-3",)),
    )
    assert sources_words(EventGroup(event(), accounts)) == "2 (of 3 reports)"
    assert sources_words(EventGroup(event(), accounts[:1])) == "1 (of 1 report)"


def test_a_join_says_each_ground_with_its_points() -> None:
    join = Join("stm-1", "stm-2", 1.5, (Ground("day", 2.0, "7 April"), Ground("place", -0.5)))
    assert join_words(join) == "day +2: 7 April; place -0.5"
