"""docs/accuracy.md, written from the facts and the figures of a run; nobody edits it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.accuracy.facts import Errors, Peer, RowFacts
from benchmarks.accuracy.figure_text import MISSING, figure_text, interval_text, reached_text
from benchmarks.accuracy.measured import Measured, Run
from benchmarks.accuracy.table import shown, status

_OPENING = """# Accuracy

How well this version reads, task by task, beside a simple baseline, what we aim at and what others reach.

    make bench DATA=… JSON=benchmarks/accuracy/figures.json ACCURACY=docs/accuracy.md

writes this page; nobody edits it. [The benchmarks' README](../benchmarks/README.md) says what each figure
counts.

- Everything is scored by `benchmarks/scoring` on collections of others: none of their texts and none of
  their gold is in this repository.
- The parts measured here were open to those who wrote the rules, and may flatter. Peers were mostly
  measured on other parts of the same collections, as stated with each.
- The interval is of 95 %, over documents drawn again a thousand times.
- The baseline is computed in the same run without any analysis of language: a floor, not a rival.
- None of these figures measures truth. They count whether a careful reader of the same words would have
  noted the same.
"""
_CORPORA = """## What it was measured on

None of these collections is shipped, and no weights were trained on them.
"""


def page(facts: Sequence[RowFacts], run: Run, errors: Mapping[str, Errors]) -> str:
    """Return the page as Markdown; the same figures give the same page.

    Rows that were not measured are left out, and so is every part that would be empty.
    """
    rows = [(one, run.rows[one.name]) for one in facts if one.name in run.rows]
    parts = [
        _OPENING,
        "\n".join(["## At a glance\n", *_glance(rows)]) + "\n",
        "\n".join([_CORPORA, *_corpora(rows)]) + "\n",
        "## Task by task\n",
        *("\n".join(_task(one, measured, errors.get(one.name))) for one, measured in rows),
        *_statements(run),
        *_speed(run, rows),
    ]
    return "\n".join(parts)


def _glance(rows: Sequence[tuple[RowFacts, Measured]]) -> Iterator[str]:
    yield from _heading("task", "headline", "Onrecord", "95 %", "baseline", "aim", "reached")
    for facts, measured in rows:
        name = shown(facts, measured)[:1]
        headline = name[0] if name else ""
        aim = facts.aims.get(headline)
        yield _line(
            facts.title,
            f"`{headline}`" if headline else MISSING,
            figure_text(measured.value) if measured.state == "measured" else _short(measured),
            interval_text(measured.interval),
            figure_text((measured.baseline or {}).get(headline)),
            figure_text(aim),
            reached_text(measured.value, aim),
        )


def _corpora(rows: Sequence[tuple[RowFacts, Measured]]) -> Iterator[str]:
    yield from _heading("task", "records", "collection", "licence")
    for facts, measured in rows:
        yield _line(facts.title, str(measured.records), facts.corpus, facts.licence)


def _task(facts: RowFacts, measured: Measured, errors: Errors | None) -> Iterator[str]:
    yield f"### {facts.title}\n"
    yield f"{_sentence(facts.what)} Baseline: {facts.baseline}.\n"
    if measured.state != "measured":
        yield f"{_sentence(status(measured))}\n"
    if measured.unanswered:
        yield f"{measured.unanswered} of {measured.records} records got no answer.\n"
    yield from _figures(facts, measured)
    yield ""
    if facts.peers:
        yield "Others:\n"
        yield from (_peer(peer) for peer in facts.peers)
        yield ""
    if errors is not None:
        yield f"Main errors, in {errors.read}:\n"
        yield from (f"- {one.count}: {one.what}" for one in errors.classes)
        yield ""


def _figures(facts: RowFacts, measured: Measured) -> Iterator[str]:
    ours, base = measured.figures or {}, measured.baseline or {}
    yield from _heading("figure", "Onrecord", "baseline", "aim", "reached")
    for name in shown(facts, measured):
        aim = facts.aims.get(name)
        yield _line(
            f"`{name}`",
            figure_text(ours.get(name)),
            figure_text(base.get(name)),
            figure_text(aim),
            reached_text(ours.get(name), aim),
        )
    for group, value in (measured.groups or {}).items():
        yield _line(f"`{measured.headline}`, {group}", figure_text(value), *([MISSING] * 3))


def _statements(run: Run) -> Iterator[str]:
    if run.statements is None:
        return
    ours, base = run.statements["onrecord"], run.statements["baseline"]
    lines = [
        "## Statements of one text\n",
        "One text that had been read with care, as `make bench TEXT=… GOLD=… DATE=…` scores it."
        " Baseline: every sentence one certain statement of the author.\n",
        *_heading("figure", "Onrecord", "baseline"),
        *(
            _line(f"`{name}`", figure_text(value), figure_text(base.get(name)))
            for name, value in ours.items()
        ),
    ]
    yield "\n".join(lines) + "\n"


def _speed(run: Run, rows: Sequence[tuple[RowFacts, Measured]]) -> Iterator[str]:
    timed = [(facts, measured) for facts, measured in rows if measured.rate]
    if not timed and run.reports_per_s is None:
        return
    versions = ", ".join(f"{name} {value}" for name, value in (run.versions or {}).items())
    lines = ["## Speed\n", f"CPU seconds of one process on {run.hardware}; {versions}.\n"]
    if run.reports_per_s is not None:
        lines.append(
            f"Capture and reading together: {figure_text(run.reports_per_s)} reports of"
            f" {run.report_words} words a CPU second, on the sample crisis.\n"
        )
    lines.extend(_heading("task", "records", "CPU seconds", "records a CPU second"))
    lines.extend(
        _line(
            facts.title,
            str(measured.records),
            f"{measured.cpu_s:.1f}",
            figure_text(measured.rate),
        )
        for facts, measured in timed
    )
    yield "\n".join(lines) + "\n"


def _peer(peer: Peer) -> str:
    interval = f" [{interval_text(peer.interval)}]" if peer.interval else ""
    figure = f" `{peer.figure}`" if peer.figure else ""
    return f"- {peer.name}:{figure} {figure_text(peer.value)}{interval} ({peer.source})"


def _short(measured: Measured) -> str:
    return "failed" if measured.state == "failed" else "no predictor yet"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _heading(*cells: str) -> Iterator[str]:
    yield _line(*cells)
    yield "|" + "---|" * len(cells)


def _line(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
