"""When and where an event was: days and places by the rules of `settings`."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Said, report

from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.reconcile.settings import Told, day_of, place_of


def relative(edtf: str, text: str) -> When:
    return When(text=text, edtf=edtf, basis="relative")


def told(*said: Said, lineage: str = "gazette", date: str | None = "2031-04-08") -> Told:
    reading = report(" ".join(one.words for one in said), *said, date=date)
    return Told(lineage, date or "~", {one.id: one for one in reading.statements})


SHOT = Said("Two men were shot on Saturday night", when=relative("2031-04-05", "Saturday night"))
CHARGED = Said("A clerk was charged on Monday", when=relative("2031-04-07", "Monday"))
SOON = Said("The shooting comes before Friday", when=relative("2031-04-11", "Friday"))
UNDATED = Said("Two men were shot")


def day(*accounts: Told) -> str | None:
    when, _ = day_of(accounts)
    return when.edtf if isinstance(when, When) else None


def test_a_day_beside_the_occurrence_goes_before_one_of_what_followed() -> None:
    assert day(told(CHARGED, SHOT)) == "2031-04-05"


def test_the_statements_that_state_the_day_are_named() -> None:
    account = told(CHARGED, SHOT)
    _, cited = day_of([account])
    assert [account.statements[name].content.exact for name in cited] == [SHOT.words]


def test_a_day_after_the_report_is_not_when_it_happened() -> None:
    assert day(told(SOON)) == "../2031-04-08"


def test_the_day_of_the_report_is_an_upper_end_only() -> None:
    when, cited = day_of([told(UNDATED), told(UNDATED, date="2031-04-07", lineage="wire")])
    assert when == When(text="", edtf="../2031-04-07", basis="document")
    assert cited == ()


def test_without_any_day_it_is_unknown() -> None:
    when, _ = day_of([told(UNDATED, date=None)])
    assert isinstance(when, Unknown)


def test_most_origins_decide_and_reprints_have_one_voice() -> None:
    friday = Said("Two men were shot on Friday", when=relative("2031-04-04", "Friday"))
    reprints = [told(friday, lineage="wire", date=f"2031-04-{n:02}") for n in (7, 8, 9)]
    assert day(*reprints, told(SHOT, lineage="a"), told(SHOT, lineage="b")) == "2031-04-05"


def test_a_single_day_goes_before_a_longer_stretch() -> None:
    week = Said("Two men were shot last week", when=relative("2031-03-30/2031-04-05", "last week"))
    assert (
        day(told(week, lineage="a"), told(week, lineage="b"), told(SHOT, lineage="c"))
        == "2031-04-05"
    )
    assert day(told(week)) == "2031-03-30/2031-04-05"


def test_what_is_denied_or_asked_tells_no_day() -> None:
    denied = Said(
        "Nobody was shot on Friday",
        when=relative("2031-04-04", "Friday"),
        value="CT-",
        aux=("negation",),
    )
    assert day(told(denied, SHOT)) == "2031-04-05"


def located(name: str, entry: str, precision: int = 1, country: str = "VL") -> Where:
    return Where(name, name, precision, place=entry, country=country)  # type: ignore[arg-type]


def at(where: Where | None, *, lineage: str = "gazette", words: str = "Two men were shot") -> Told:
    reading = report(words, Said(words))
    name, statement = reading.statements[0].id, reading.statements[0]
    placed = {field: getattr(statement, field) for field in statement.__dataclass_fields__} | {
        "where": where
    }
    return Told(lineage, "2031-04-08", {name: type(statement)(**placed)})


ORLAN, CORROW = located("Port Orlan", "geonames:1"), located("Corrow", "geonames:2")
PROVINCE = located("Velmara Province", "geonames:3", 4)


def place(*accounts: Told) -> str | None:
    where, _ = place_of(accounts)
    return where.name if isinstance(where, Where) else None


def test_the_place_most_origins_name() -> None:
    assert (
        place(at(CORROW, lineage="a"), at(ORLAN, lineage="b"), at(ORLAN, lineage="c"))
        == "Port Orlan"
    )


def test_a_town_goes_before_its_province() -> None:
    assert place(at(PROVINCE, lineage="a"), at(PROVINCE, lineage="b"), at(ORLAN)) == "Port Orlan"


def test_a_place_of_another_country_is_somebody_elses() -> None:
    abroad = located("Orlan", "geonames:9", country="XA")
    assert (
        place(at(PROVINCE, lineage="a"), at(PROVINCE, lineage="b"), at(abroad))
        == "Velmara Province"
    )


def test_a_place_nobody_located_is_unknown() -> None:
    where, cited = place_of([at(Where("Harbour Street", "Harbour Street")), at(None)])
    assert isinstance(where, Unknown)
    assert cited == ()


@given(
    st.permutations([told(SHOT), told(CHARGED, lineage="b"), told(UNDATED, lineage="c"), at(ORLAN)])
)
def test_the_order_of_accounts_changes_nothing(accounts: list[Told]) -> None:
    first = [told(SHOT), told(CHARGED, lineage="b"), told(UNDATED, lineage="c"), at(ORLAN)]
    assert day_of(accounts) == day_of(first)
    assert place_of(accounts) == place_of(first)
