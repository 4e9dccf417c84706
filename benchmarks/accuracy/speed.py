"""How fast whole reports are captured and read: reports of about 600 words per CPU second."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.capture.capture import capture
from onrecord.capture.origin import Origin
from onrecord.config import Settings
from onrecord.wiring import reader

#: The sample crisis: texts that everybody who runs this has.
EXAMPLES = Path("examples")
_WORDS = 600


@dataclass(frozen=True, slots=True)
class ChainSpeed:
    """Reports per CPU second, and how long the reports were."""

    reports_per_s: float
    words: int


def chain_speed(settings: Settings, folder: Path = EXAMPLES, *, runs: int = 3) -> ChainSpeed:
    """Return the best of several runs over the reports made of the sample, after a warm-up.

    Raises:
        OSError: the sample cannot be read.
        ValueError: it has fewer words than one report.
    """
    reports = sample_reports(folder)
    if not reports:
        raise ValueError(f"{folder} has fewer than {_WORDS} words")
    read = reader(settings)
    captured = [capture(report, origin=_origin(at)) for at, report in enumerate(reports)]
    for one in captured[0]:
        read(one.document, one.text)
    rates = []
    for _ in range(runs):
        started = time.process_time()
        for at, report in enumerate(reports):
            for one in capture(report, origin=_origin(at)):
                read(one.document, one.text)
        rates.append(len(reports) / (time.process_time() - started))
    return ChainSpeed(max(rates), sum(len(one.split()) for one in reports) // len(reports))


def sample_reports(folder: Path, words: int = _WORDS) -> Sequence[bytes]:
    """Return plain texts of at least `words` words each, cut from the pages of a folder in order.

    Paragraphs stay whole; what is left over in the end is dropped.
    """
    reports: list[bytes] = []
    held: list[str] = []
    for paragraph in _paragraphs(folder):
        held.append(paragraph)
        if sum(len(one.split()) for one in held) >= words:
            reports.append("\n\n".join(held).encode())
            held = []
    return reports


def _paragraphs(folder: Path) -> Sequence[str]:
    return [
        passage.extent.of(one.text)
        for path in sorted(folder.glob("*.html"))
        for one in capture(path.read_bytes(), origin=Origin(path.name, path.name))
        for passage in one.document.passages
        if passage.role == "body"
    ]


def _origin(number: int) -> Origin:
    return Origin(f"{number}.txt", f"sample {number}")
