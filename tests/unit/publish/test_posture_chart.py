"""The chart of forces as reported: rows, marks that lead to their evidence, hollow when old."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.publish.posture_chart import MAX_ROWS, SightingPoint, draw_sightings, redraws

POINTS = (
    SightingPoint("c1", "Valiant", date(2031, 4, 1), "lapsed"),
    SightingPoint("c2", "warships", date(2031, 4, 11), "stale"),
    SightingPoint("c3", "warships", date(2031, 5, 2), "ageing"),
    SightingPoint("c4", "Valiant", date(2031, 5, 20), "fresh"),
)


def svg_of(points: tuple[SightingPoint, ...] = POINTS) -> str:
    figure = draw_sightings(points)
    assert figure is not None
    return figure.svg


def test_reports_of_one_day_make_no_chart() -> None:
    assert draw_sightings(()) is None
    assert draw_sightings(POINTS[:1]) is None
    assert draw_sightings((POINTS[0], replace(POINTS[0], citation="c9", label="frigates"))) is None


def test_rows_are_elements_and_days_stand_below() -> None:
    words = re.findall(r">([^<>]+)</text>", svg_of())
    assert words[:2] == ["Valiant", "warships"]
    assert {"1 Apr 2031", "20 May 2031"} <= set(words)


def test_each_mark_leads_to_its_evidence() -> None:
    assert sorted(re.findall(r'href="([^"]*)"', svg_of())) == ["#c1", "#c2", "#c3", "#c4"]


def test_old_reports_are_hollow() -> None:
    marks = dict(re.findall(r'href="#(c\d)"><path[^>]*class="([^"]*)"', svg_of()))
    assert {name: words.split()[1] for name, words in marks.items()} == {
        "c1": "line", "c2": "line", "c3": "fill", "c4": "fill",
    }  # fmt: skip
    assert len(set(marks.values())) == 4


def test_a_chart_holds_no_script_style_or_outside_address() -> None:
    hostile = replace(POINTS[0], citation='c1" onload="x', label="<script>alert(1)</script>")
    svg = svg_of((hostile, *POINTS[1:]))
    assert "<script" not in svg
    assert "style" not in svg
    assert "http" not in svg
    assert 'onload="x"' not in svg


def test_long_names_are_cut_and_many_rows_left_to_the_table() -> None:
    many = tuple(
        SightingPoint(f"c{at}", f"element {at:02} {'x' * 60}", date(2031, 1, 1 + at % 28), "fresh")
        for at in range(50)
    )
    svg = svg_of(many)
    labels = [
        words for words in re.findall(r">([^<>]+)</text>", svg) if words.startswith("element")
    ]
    assert len(labels) == MAX_ROWS
    assert all(len(words) <= 26 for words in labels)


def test_a_chart_redraws_from_its_points_and_from_no_others() -> None:
    figure = draw_sightings(POINTS)
    assert figure is not None
    assert redraws(figure, POINTS)
    assert not redraws(figure, POINTS[:3])
    assert not redraws(figure, (*POINTS[:3], replace(POINTS[3], staleness="stale")))
    assert not redraws(figure, (*POINTS[:3], replace(POINTS[3], day=date(2031, 6, 20))))
    assert not redraws(replace(figure, svg=figure.svg + "<script/>"), POINTS)
    assert not redraws(replace(figure, svg=""), POINTS)


@settings(deadline=None, max_examples=15)
@given(st.permutations(POINTS))
def test_the_order_of_points_changes_nothing(points: list[SightingPoint]) -> None:
    assert draw_sightings(points) == draw_sightings(POINTS)


def test_two_reports_of_a_day_are_one_mark() -> None:
    again = replace(POINTS[0], citation="c9")
    assert svg_of((*POINTS, again)) == svg_of()
