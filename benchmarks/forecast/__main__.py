"""`python -m benchmarks.forecast`: forecasts of the next stretch beside their baselines, on real counts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.forecast.measure import (
    FIRST,
    MONTHS,
    TUNED_ON,
    WEEKS,
    Episode,
    Measured,
    challenged,
    forecasters,
    load_episodes,
    mean,
    measured,
    ratio_interval,
)
from onrecord.adapters.scipy.statistics import ScipyStatistics
from onrecord.assess.outlook import BASE_RATE, BASELINES, CHALLENGER, outlook_of
from onrecord.assess.series import series_of
from onrecord.config import load_settings
from onrecord.pipeline.assessing import case_of
from onrecord.wiring import gazetteer, open_record

Figures = Mapping[str, Sequence[Measured]]

#: The rule of the command `onrecord series`: the base rate, or the challenger where it won.
CHALLENGED = f"{BASE_RATE} or {CHALLENGER}"


def main() -> int:
    """Print the figures; leave with 1 where the base rate does not beat both baselines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tuned", action="store_true", help="the episodes the models were set on")
    parser.add_argument("--weeks", action="store_true", help="counts by week, not by month")
    parser.add_argument("--each", action="store_true", help="also print every episode")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--store", type=Path, help="instead, the series of this store")
    parser.add_argument("--step", type=int, default=7, help="days in a stretch, with --store")
    arguments = parser.parse_args()
    if arguments.store:
        return _print_store(arguments.store, arguments.step)
    episodes = [
        one
        for one in load_episodes(WEEKS if arguments.weeks else MONTHS)
        if (one.country in TUNED_ON) == arguments.tuned
    ]
    statistics = ScipyStatistics()
    figures = {
        name: [measured(one, forecaster, statistics) for one in episodes]
        for name, forecaster in forecasters(statistics).items()
    }
    pairs = zip(figures[BASE_RATE], figures[CHALLENGER], strict=True)
    figures[CHALLENGED] = [challenged(base, other) for base, other in pairs]
    _print_whole(episodes, figures, statistics.name)
    if arguments.each:
        _print_each(episodes, figures)
    if arguments.json:
        arguments.json.write_text(json.dumps(_rows(episodes, figures), indent=1) + "\n", "utf-8")
    return 0 if _holds(figures) else 1


def _print_whole(episodes: Sequence[Episode], figures: Figures, library: str) -> None:
    """Print the pooled figures twice: in events, where large conflicts weigh most, and alike."""
    countries = ", ".join(sorted({one.country for one in episodes}))
    windows = sum(len(one.scores) for one in figures[BASE_RATE])
    print(f"Events a stretch, one stretch ahead, from {FIRST} stretches on; {library}")
    print(f"{countries}: {len(episodes)} episodes, {windows} windows")
    print(
        f"Models were set on: {', '.join(sorted(TUNED_ON))}; intervals: 90 %, bootstrap over episodes"
    )
    alike = [mean(one.counts) for one in episodes]
    for title, scales in (
        ("CRPS in events", [1.0] * len(episodes)),
        ("CRPS over the mean count of the episode: each weighs alike", alike),
    ):
        print(f"\n{title:59} over last value          over climatology")
        for name, found in figures.items():
            print(_line(name, found, figures, scales))


def _line(name: str, found: Sequence[Measured], figures: Figures, scales: Sequence[float]) -> str:
    """Return mean, coverage of the 80 % interval, ratios to the baselines, and episodes won of each."""
    inside = mean(held for one in found for held in one.inside)
    crps = _scaled(found, scales)
    ratios = "  ".join(f"{_ratio(crps, _scaled(figures[base], scales)):23}" for base in BASELINES)
    wins = " / ".join(
        str(sum(a.crps < b.crps for a, b in zip(found, figures[base], strict=True)))
        for base in BASELINES
    )
    return f"{name:23} {mean(crps):7.3f}   80 % holds {inside:.2f}   won {wins:8}  {ratios}"


def _scaled(found: Sequence[Measured], scales: Sequence[float]) -> list[float]:
    return [one.crps / scale for one, scale in zip(found, scales, strict=True)]


def _ratio(crps: Sequence[float], baseline: Sequence[float]) -> str:
    low, high = ratio_interval(crps, baseline)
    return f"{mean(crps) / mean(baseline):.3f} ({low:.3f} to {high:.3f})"


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
         "windows": len(figures[BASE_RATE][at].scores),
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
