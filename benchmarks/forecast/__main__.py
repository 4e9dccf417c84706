"""`python -m benchmarks.forecast`: forecasts of the next month beside their baselines, on real counts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.forecast.measure import (
    FIRST,
    TUNED_ON,
    Episode,
    Measured,
    forecasters,
    load_episodes,
    mean,
    measured,
    ratio_interval,
)
from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.outlook import BASE_RATE, BASELINES, outlook_of
from onrecord.assess.series import series_of
from onrecord.config import load_settings
from onrecord.pipeline.assessing import case_of
from onrecord.wiring import gazetteer, open_record

Figures = Mapping[str, Sequence[Measured]]


def main() -> int:
    """Print the figures; leave with 1 where the base rate does not beat both baselines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tuned", action="store_true", help="the episodes the models were set on")
    parser.add_argument("--each", action="store_true", help="also print every episode")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--store", type=Path, help="instead, the series of this store")
    parser.add_argument("--step", type=int, default=7, help="days in a stretch, with --store")
    arguments = parser.parse_args()
    if arguments.store:
        return _print_store(arguments.store, arguments.step)
    episodes = [one for one in load_episodes() if (one.country in TUNED_ON) == arguments.tuned]
    statistics = ScipyStatistics()
    figures = {
        name: [measured(one, forecaster, statistics) for one in episodes]
        for name, forecaster in forecasters(statistics).items()
    }
    _print_whole(episodes, figures, statistics.name)
    if arguments.each:
        _print_each(episodes, figures)
    if arguments.json:
        arguments.json.write_text(json.dumps(_rows(episodes, figures), indent=1) + "\n", "utf-8")
    return 0 if _holds(figures) else 1


def _print_whole(episodes: Sequence[Episode], figures: Figures, library: str) -> None:
    countries = ", ".join(sorted({one.country for one in episodes}))
    windows = sum(one.windows for one in figures[BASE_RATE])
    print(f"Events a month, one month ahead, from {FIRST} months of history on; {library}")
    print(f"{countries}: {len(episodes)} episodes, {windows} windows")
    print(f"Models were set on: {', '.join(sorted(TUNED_ON))}\n")
    print(f"{'':20} {'CRPS':>6} {'median':>6} {'80 %':>5}  / last value            / climatology"
          "           won of last / clim")  # fmt: skip
    for name, found in figures.items():
        crps = [one.crps for one in found]
        inside = sum(one.inside for one in found) / windows
        median = sorted(crps)[len(crps) // 2]
        ratios = "  ".join(f"{_ratio(crps, figures[base]):22}" for base in BASELINES)
        wins = " / ".join(
            str(sum(a < b.crps for a, b in zip(crps, figures[base], strict=True)))
            for base in BASELINES
        )
        print(f"{name:20} {mean(crps):6.3f} {median:6.3f} {inside:5.2f}  {ratios} {wins}")


def _ratio(crps: Sequence[float], baseline: Sequence[Measured]) -> str:
    other = [one.crps for one in baseline]
    low, high = ratio_interval(crps, other)
    return f"{mean(crps) / mean(other):.3f} ({low:.3f} to {high:.3f})"


def _print_each(episodes: Sequence[Episode], figures: Figures) -> None:
    names = (BASE_RATE, "negative-binomial", "hawkes", *BASELINES)
    print("\n" + " ".join(f"{name:>17}" for name in names) + "  episode")
    for at, one in enumerate(episodes):
        scores = " ".join(f"{figures[name][at].crps:17.3f}" for name in names)
        print(f"{scores}  {one.country}, {one.violence}, {one.dyad}, {one.start}")


def _print_store(store: Path, step: int) -> int:
    """Print how the base rate did on the series of a store, which are its reconciled events."""
    statistics = ScipyStatistics()
    with open_record(load_settings(store=store), read_only=True) as record:
        case = case_of(record.store, record.archive, gazetteer())
    for series in series_of(case, step_days=step):
        outlook = outlook_of(series, statistics)
        scores = ", ".join(f"{one.model} {one.crps:.3f}" for one in outlook.scores)
        print(f"{series.name}: {list(series.counts)}; {scores or outlook.why}")
    return 0


def _rows(episodes: Sequence[Episode], figures: Figures) -> list[dict[str, object]]:
    return [
        {"country": one.country, "violence": one.violence, "dyad": one.dyad, "start": one.start,
         "windows": figures[BASE_RATE][at].windows,
         "crps": {name: found[at].crps for name, found in figures.items()}}
        for at, one in enumerate(episodes)
    ]  # fmt: skip


def _holds(figures: Figures) -> bool:
    own = mean(one.crps for one in figures[BASE_RATE])
    held = all(own < mean(one.crps for one in figures[name]) for name in BASELINES)
    print(
        f"\n{BASE_RATE} scores below {' and '.join(BASELINES)}: {'holds' if held else 'DOES NOT HOLD'}"
    )
    return held


if __name__ == "__main__":
    sys.exit(main())
