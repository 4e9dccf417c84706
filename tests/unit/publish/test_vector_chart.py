"""The chart of escalation: one panel for each dimension, first times ringed, every point a link."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.domain.escalation import LEVELS
from onrecord.publish.vector_chart import VectorPoint, draw_vector, redraws

POINTS = (
    VectorPoint("c1", "domain", "high_seas", date(2031, 3, 11), True),
    VectorPoint("c2", "domain", "land", date(2031, 4, 4), True),
    VectorPoint("c3", "act", "verbal", date(2031, 3, 11), True),
    VectorPoint("c4", "act", "lethal_force", date(2031, 4, 20), False),
)


def svg_of(points: tuple[VectorPoint, ...] = POINTS) -> str:
    figure = draw_vector(points)
    assert figure is not None
    return figure.svg


def test_one_day_makes_no_chart() -> None:
    assert draw_vector(()) is None
    assert draw_vector((POINTS[0], POINTS[2])) is None


def test_each_dimension_is_named_with_all_its_values() -> None:
    svg = svg_of()
    for words in ("domain", "act", "11 Mar 2031", "20 Apr 2031"):
        assert f">{words}<" in svg
    for level in (*LEVELS["domain"], "lethal_force", "sustained_hostilities"):
        assert f">{level.replace('_', ' ')}<" in svg
    assert ">target class<" not in svg


def test_each_point_leads_to_its_evidence() -> None:
    assert sorted(re.findall(r'href="([^"]*)"', svg_of())) == ["#c1", "#c2", "#c3", "#c4"]


def test_a_higher_value_stands_higher() -> None:
    rows = {
        words: float(found[1])
        for words in ("high seas", "land")
        if (found := re.search(rf'translate\([^,]+,([\d.]+)\)"[^>]*>{words}<', svg_of()))
    }
    assert rows["land"] < rows["high seas"]


def test_a_first_time_is_ringed() -> None:
    none = tuple(replace(point, first=False) for point in POINTS)
    assert svg_of().count("ink line") == svg_of(none).count("ink line") + 3


def test_what_has_no_order_and_what_is_no_value_is_left_to_the_table() -> None:
    odd = (
        VectorPoint("c8", "authority_state", "contested", date(2031, 5, 1), True),
        VectorPoint("c9", "act", "no_such_value", date(2031, 5, 1), True),
    )
    assert svg_of((*POINTS, *odd)) == svg_of()


def test_a_chart_holds_no_script_style_or_outside_address() -> None:
    svg = svg_of((replace(POINTS[0], citation='c1" onload="x'), *POINTS[1:]))
    assert "<script" not in svg
    assert "style" not in svg
    assert "http" not in svg
    assert 'onload="x"' not in svg


def test_a_chart_redraws_from_its_points_in_any_order_and_from_no_others() -> None:
    figure = draw_vector(POINTS)
    assert figure is not None
    assert redraws(figure, POINTS[::-1])
    assert not redraws(figure, POINTS[1:])
    assert not redraws(figure, (replace(POINTS[1], level="airspace"), *POINTS[2:], POINTS[0]))
