"""Tallies against a table of published figures: what counts as found, and how far."""

from __future__ import annotations

from pathlib import Path

from benchmarks.tallies import read_table, score
from tests.unit.reconcile.reports import Count, Said, report

from onrecord.reconcile.lineage import group_lineages
from onrecord.reconcile.tallies import reconcile_tallies

TEXT = "The toll of the floods in Selden has risen to 1,036, the Harbour Union said."
READING = report(
    TEXT,
    Said(
        "The toll of the floods in Selden has risen to 1,036",
        "occ.tally",
        (Count("1,036", 1_036, "people_killed"),),
        speaker="the Harbour Union",
        place="Selden",
    ),
    date="2031-04-13",
    publisher="Herald",
)
HEADER = "as_of_date,scope,low,high,wording,outlet\n"


def scored(folder: Path, *rows: str) -> dict[str, object]:
    path = folder / "gold.csv"
    path.write_text(HEADER + "\n".join(rows), encoding="utf-8")
    tallies = reconcile_tallies([READING], group_lineages([READING]))
    return score(read_table(path), [READING], tallies)


def found(number: int, interval: int, day: int, scope: int, issuer: int) -> dict[str, int]:
    return {
        "number": number, "interval": interval, "day": day, "scope": scope, "issuer": issuer,
    }  # fmt: skip


def test_a_figure_is_found_by_number_day_scope_and_issuer(tmp_path: Path) -> None:
    row = '2031-04-14,"killed, Selden",1036,1036,x,"Harbour Union, by radio"'
    assert scored(tmp_path, row)["found"] == found(1, 1, 1, 1, 1)
    abbreviated = "2031-04-14,killed,1036,,x,HUN"
    assert scored(tmp_path, abbreviated)["found"] == found(1, 1, 1, 1, 0)


def test_another_day_place_or_harm_is_found_no_further(tmp_path: Path) -> None:
    late = "2031-05-14,killed,1036,1036,x,Harbour Union"
    assert scored(tmp_path, late)["found"] == found(1, 1, 0, 0, 0)
    elsewhere = '2031-04-13,"killed, Corrow",1036,1036,x,Harbour Union'
    assert scored(tmp_path, elsewhere)["found"] == found(1, 1, 1, 0, 0)
    injured = scored(tmp_path, "2031-04-13,injured,1036,1036,x,Harbour Union")
    assert (injured["rows"], injured["in_reports"]) == (1, 0)


def test_rows_whose_number_no_report_gives_or_without_a_number_are_not_counted(
    tmp_path: Path,
) -> None:
    rows = ("2031-04-13,killed,36,36,x,y", "2031-04-13,killed,,,denies,y")
    result = scored(tmp_path, *rows)
    assert (result["rows"], result["in_reports"], result["missed"]) == (1, 0, [])
