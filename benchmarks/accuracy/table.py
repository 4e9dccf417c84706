"""The table that is printed: row by row the figures, beside aim, baseline and peers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.accuracy.facts import Peer, RowFacts
from benchmarks.accuracy.figure_text import figure_text, interval_text
from benchmarks.accuracy.measured import Measured, Run

_WIDTHS = (26, 8, 12, 6, 9)
_HEADINGS = ("", "ours", "95 %", "aim", "baseline")


def table(facts: Sequence[RowFacts], run: Run) -> str:
    """Return a plain-text table of the rows that were measured, in the order of the facts."""
    lines = ["every fifth record: not for quoting"] if run.quick else []
    lines.append(_cells(_HEADINGS) + "  peers")
    for one in facts:
        measured = run.rows.get(one.name)
        if measured is not None:
            lines.extend(_row(one, measured))
    lines.extend(_statements(run))
    if run.reports_per_s is not None:
        rate = figure_text(run.reports_per_s)
        lines.append(
            f"captured and read: {rate} reports of {run.report_words} words per CPU second"
        )
    return "\n".join(lines)


def shown(facts: RowFacts, measured: Measured) -> tuple[str, ...]:
    """Return the figures of a row to show: the headline, those that have aims, then the others."""
    names = (measured.headline or next(iter(facts.aims), ""), *facts.aims, *facts.figures)
    return tuple(dict.fromkeys(name for name in names if name))


def status(measured: Measured) -> str:
    """Return what to say of a row in place of figures; empty when it was measured."""
    if measured.state == "failed":
        return f"failed: {measured.problem}"
    return "no predictor yet" if measured.state == "no predictor" else ""


def _row(facts: RowFacts, measured: Measured) -> Iterator[str]:
    yield _title(facts, measured)
    ours, base = measured.figures or {}, measured.baseline or {}
    for name in shown(facts, measured):
        interval = measured.interval if name == measured.headline else None
        peers = [_peer(peer) for peer in facts.peers if peer.figure == name]
        cells = (
            f"  {name}",
            figure_text(ours.get(name)),
            interval_text(interval) if interval else "",
            figure_text(facts.aims[name]) if name in facts.aims else "",
            figure_text(base.get(name)),
        )
        yield (_cells(cells) + "  " + "; ".join(peers)).rstrip()
    for group, value in (measured.groups or {}).items():
        yield _cells((f"  {measured.headline}, {group}", figure_text(value), "", "", "")).rstrip()
    for peer in facts.peers:
        if not peer.figure:
            yield f"  {_peer(peer)}"


def _title(facts: RowFacts, measured: Measured) -> str:
    notes = [f"{measured.records} record{'s' * (measured.records != 1)}"]
    if measured.unanswered:
        notes.append(f"{measured.unanswered} unanswered")
    if measured.cpu_s:
        notes += [f"{measured.cpu_s:.1f} CPU s", f"{figure_text(measured.rate)} records/s"]
    if status(measured):
        notes.append(status(measured))
    return f"{facts.name}: {', '.join(notes)}"


def _statements(run: Run) -> Iterator[str]:
    if run.statements is None:
        return
    ours, base = run.statements["onrecord"], run.statements["baseline"]
    yield f"statements: {run.statements['words_per_cpu_s']} words per CPU second"
    for name, value in ours.items():
        yield _cells((f"  {name}", figure_text(value), "", "", figure_text(base.get(name))))


def _peer(peer: Peer) -> str:
    interval = f" [{interval_text(peer.interval)}]" if peer.interval else ""
    return f"{peer.name} {figure_text(peer.value)}{interval} ({peer.source})"


def _cells(cells: Sequence[str]) -> str:
    first, *rest = zip(cells, _WIDTHS, strict=True)
    return f"{first[0]:<{first[1]}}" + "".join(f"  {cell:>{width}}" for cell, width in rest)
