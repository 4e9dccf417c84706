"""How figures are written: shares as .612, other numbers with few digits, what is missing as a dash."""

from __future__ import annotations

MISSING = "–"


def figure_text(value: float | None) -> str:
    """Return a figure as text.

    Example:
        >>> [figure_text(value) for value in (0.6118, 1.0, 23.456, 0, None)]
        ['.612', '1.00', '23.46', '.000', '–']
    """
    if value is None:
        return MISSING
    return f"{value:.3f}".removeprefix("0") if 0 <= round(value, 3) < 1 else f"{value:.2f}"


def interval_text(interval: tuple[float, float] | None) -> str:
    """Return an interval as text, such as `.58–.64`."""
    if interval is None:
        return MISSING
    return "–".join(figure_text(end) for end in interval)


def reached_text(value: float | None, aim: float | None) -> str:
    """Return whether a figure reaches its aim; a dash where one of the two is missing."""
    if value is None or aim is None:
        return MISSING
    return "yes" if value >= aim else "no"
