from __future__ import annotations

from dataclasses import fields, replace

import pytest

from onrecord.domain.errors import InvariantError
from onrecord.domain.posture import Posture
from onrecord.domain.quantity import Quantity
from onrecord.domain.when import When

SHIPS = Posture(
    owner="the navy of Alder",
    element_kind="ship",
    area="the Bay of Alder",
    as_of=When("", "2031-04-14", "supplied"),
    statement="stm-1",
    name="frigates",
    count=Quantity(12, 12, None, "ships", "at_least"),
    status_words="are patrolling",
)


def test_posture_is_kept_by_category_and_named_area() -> None:
    assert SHIPS.area == "the Bay of Alder"
    assert SHIPS.id.startswith("pos-")


@pytest.mark.parametrize(
    "field", ["owner", "area", "name", "status_words", "comparison", "readiness_words"]
)
@pytest.mark.parametrize(
    "point", ["10.48 N, 66.90 W", "at 10.4806, -66.9036", "10°30'N", "19P HK 12345 67890"]
)
def test_posture_never_holds_coordinates(field: str, point: str) -> None:
    changes: dict[str, str] = {field: point}
    with pytest.raises(InvariantError, match="never coordinates"):
        replace(SHIPS, **changes)  # type: ignore[arg-type]


def test_posture_has_no_field_for_points_routes_ranks_or_gaps() -> None:
    assert {field.name for field in fields(Posture)} == {
        "owner", "element_kind", "area", "as_of", "statement", "name", "count", "status_words",
        "status", "source", "comparison", "readiness_words",
    }  # fmt: skip


def test_posture_cites_its_report() -> None:
    with pytest.raises(InvariantError, match="cites the statement"):
        replace(SHIPS, statement="")
