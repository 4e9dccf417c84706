"""Coded values in plain words: figures, differences, dates, certainty, units, counts.

The words are part of the published layout: changing one changes what old briefs must say, so it goes
with a new `onrecord.domain.brief.LAYOUT`.
"""

from __future__ import annotations

import re
from datetime import date

from onrecord.domain.edtf import parse_edtf
from onrecord.domain.quantity import Difference, Number, Quantity
from onrecord.domain.statement import Statement
from onrecord.domain.unknown import Unknown

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_PART = re.compile(r"(\d{2,4}X{0,2})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?")
_DOUBT = {
    None: "",
    "?": " (uncertain)",
    "~": " (approximately)",
    "%": " (uncertain, approximately)",
}
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*|[A-Z]{3}")

_BEFORE_NUMBER = {
    "exact": "", "at_least": "at least ", "more_than": "more than ", "at_most": "at most ",
    "less_than": "fewer than ", "approx": "about ",
}  # fmt: skip
#: Bounds that hold only when the report has words for them.
WORDED_BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than", "approx"})

_CERTAINTY = {
    "CT+": "reported as fact", "CT-": "reported as not so", "PR+": "probable according to {who}",
    "PR-": "improbable according to {who}", "PS+": "possible according to {who}",
    "PS-": "possibly not so according to {who}", "CTu": "not settled", "Uu": "not settled",
}  # fmt: skip
_AUX = {
    "negation": "negated", "future": "not happened yet", "hypothetical": "hypothetical",
    "counterfactual": "contrary to fact", "question": "asked, not asserted",
    "historical": "about an earlier time",
}  # fmt: skip

BASIS = {
    "explicit": "as printed", "relative": "worked out from the words", "calendar": "by the calendar",
    "computed": "computed", "supplied": "supplied by the person who added it",
    "convention": "by convention", "metadata": "from the page’s metadata",
    "document": "the report’s own date; its words state no time", "unknown": "not known",
}  # fmt: skip

HEADINGS = {
    "changed": "What changed", "counts": "Counts", "timeline": "What happened",
    "standing": "How reports stand to one another",
    "authority": "What is said to permit it", "posture": "Forces as reported",
    "escalation": "Steps of escalation, and thresholds",
    "hypotheses": "Hypotheses, as we judge them",
    "scores": "Scores", "calibration": "Calibration",
    "questions": "Questions and forecasts",
    "said": "Who said what", "imagined": "Said or imagined, not reported as having happened",
    "unknown": "Not known", "sources": "Sources",
}  # fmt: skip

#: What a statement does, where a reader must not overlook it.
KIND_WORDS = {
    "say.threat": "Threat", "say.demand": "Demand", "say.pledge": "Pledge", "say.deny": "Denial",
    "say.reject": "Rejection", "say.accuse": "Accusation", "say.decline": "Refusal to comment",
    "say.confirm": "Confirmation", "fut.prediction": "Prediction", "fut.pathway": "Possible course",
    "fut.counterfactual": "Contrary to fact", "fut.question": "Question",
}  # fmt: skip
#: What two accounts were compared by, by the name of the ground.
GROUND_WORDS = {
    "act": "what was done", "ages": "ages", "background": "how far back it lies", "day": "day",
    "decision": "a decision of the editors", "event": "accounts held together already",
    "harm": "harm", "heading": "headings", "kind": "kind of happening", "names": "names",
    "numbers": "figures", "parties": "parties", "people": "people concerned", "place": "place",
    "places": "places", "reported": "days of the reports", "reprint": "one text reprinted",
    "speakers": "who speaks", "town": "town", "unspecific": "how little sets it apart",
    "words": "wording",
}  # fmt: skip
#: Parts of the section of what changed between two times.
PART_WORDS = {
    "events": "Events", "counts": "Counts", "links": "How reports stand to one another",
    "edits": "Edits", "decisions": "Decisions", "again": "To be looked at again",
    "undated": "Left out: reports without a date", "same": "What stands as it did",
}  # fmt: skip
#: In what two statements exclude one another, by subtype of the link.
CONTRADICTION_WORDS = {
    "numeric": "in their figures", "negation": "on whether it is so", "attribution": "on who did it",
}  # fmt: skip
#: In what two statements pull apart without excluding one another, by subtype of the link.
TENSION_WORDS = {
    "": "", "numeric": "in their figures", "negation": "on whether it is so",
    "scope": "in how far it reaches", "specificity": "in how exactly it is told",
    "attribution": "on who did it", "evaluation": "in how it is judged",
    "unit": "in what is counted",
}  # fmt: skip
#: Headings of a table, by the form of its rows; a last one, for the evidence, is added to each.
COLUMNS = {
    "observation": ("As of", "Figure", "Given by", "Reported by", "Origin"),
    "element": ("What", "How many", "Status", "Where", "As of", "Reported by"),
    "reached": ("When", "Dimension", "Reached", "Words", "Reported by"),
    "forecaster": ("Forecaster", "Score", "Questions", "Mean", "Baseline", "Its mean", "Skill"),
    "band": ("Said", "Forecasts", "Came", "Share", "Mean forecast"),
}  # fmt: skip
#: What a record of a person is called, by its type.
RECORD_WORDS = {
    "hypothesis": "Hypothesis", "indicator": "Indicator", "question": "Question",
    "forecast": "Forecast", "resolution": "Resolution",
}  # fmt: skip
DOMAIN_WORDS = {
    "land": "on land", "sea": "at sea", "air": "in the air",
    "territorial_sea": "in territorial waters", "high_seas": "on the high seas",
    "airspace": "in the air",
}  # fmt: skip


def reasons_words(form: str) -> str:
    """Return what stands over what is shown below a topic to a reader who asks."""
    return "Also said" if form == "gap" else "Why one event"


def number_words(number: Number) -> str:
    """Return a number with its thousands set off: `15000` as `15,000`."""
    if isinstance(number, float) and not number.is_integer():
        return f"{number:,}"
    return f"{int(number):,}"


def quantity_words(quantity: Quantity) -> str:
    """Return a figure with its bounds, without its unit.

    Example:
        >>> quantity_words(Quantity(100, 101, None, "people_killed", "more_than"))
        'more than 100'
        >>> quantity_words(Quantity(None, 24, None, "boats", "at_least", "dozens"))
        'dozens (at least 24)'
    """
    if quantity.bound == "between" and quantity.low is not None and quantity.high is not None:
        return f"{number_words(quantity.low)} to {number_words(quantity.high)}"
    if quantity.value is None:
        ends = _ends(quantity.low, quantity.high)
        named = quantity.approximator or "a number not given"
        return f"{named} ({ends})" if ends else named
    if quantity.bound == "ordinal":
        return _ordinal(int(quantity.value))
    return _BEFORE_NUMBER.get(quantity.bound, "") + number_words(quantity.value)


def difference_words(change: Difference | Unknown) -> str:
    """Return by how much a figure moved, or that nobody can tell.

    Example:
        >>> difference_words(Difference(8, None))
        'at least 8 more'
        >>> difference_words(Difference(-3, -1))
        '1 to 3 fewer'
    """
    if isinstance(change, Unknown) or (change.low is None and change.high is None):
        return "the difference cannot be determined from these figures"
    low, high = change.low, change.high
    if low is not None and high is not None:
        return _closed_difference(low, high)
    if low is not None:
        if low > 0:
            return f"at least {number_words(low)} more"
        return "the same or more" if low == 0 else f"at most {number_words(-low)} fewer, if any"
    end = high if high is not None else 0
    if end < 0:
        return f"at least {number_words(-end)} fewer"
    return "the same or fewer" if end == 0 else f"at most {number_words(end)} more, if any"


def edtf_words(edtf: str) -> str:
    """Return the days of an EDTF text in words.

    Raises:
        InvariantError: `edtf` is not of our subset.

    Example:
        >>> edtf_words("2025-09/2025-11-28")
        'September 2025 to 28 November 2025'
        >>> edtf_words("../2025-11-06")
        'up to 6 November 2025'
    """
    parse_edtf(edtf)
    if "/" not in edtf:
        return _date_words(edtf)
    first, _, last = edtf.partition("/")
    open_ends = ("", "..")
    if first in open_ends and last in open_ends:
        return "at a time not stated"
    if first in open_ends:
        return f"up to {_date_words(last)}"
    if last in open_ends:
        return f"from {_date_words(first)} on"
    return f"{_date_words(first)} to {_date_words(last)}"


def day_words(day: date) -> str:
    """Return one day: `28 November 2025`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_words(moment: str) -> str:
    """Return a UTC time of the record in words; text of any other shape comes back as it is.

    Example:
        >>> moment_words("2025-11-28T12:05:00.000000Z")
        '28 November 2025, 12:05 UTC'
    """
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z?)?", moment)
    if found is None:
        return moment
    try:
        day = day_words(date.fromisoformat(found.group(1)))
    except ValueError:
        return moment
    return f"{day}, {found.group(2)} UTC" if found.group(2) else day


def heading_words(section: str, *, since: str | None, until: str | None, compared: str) -> str:
    """Return the heading of a section; that of what changed names the two times compared.

    Example:
        >>> heading_words("changed", since="2031-04-08", until="2031-04-19", compared="reports")
        'What changed in the reports from 8 April 2031 to 19 April 2031'
        >>> heading_words("counts", since=None, until=None, compared="record")
        'Counts'
    """
    if section != "changed" or since is None:
        return HEADINGS.get(section, "")
    where = " in the reports" if compared == "reports" else ""
    first = _bare_day(since)
    if until is None:
        return f"What changed{where} since {first}"
    return f"What changed{where} from {first} to {_bare_day(until)}"


def _bare_day(moment: str) -> str:
    """Return a moment in words; the end of a day is that day."""
    return moment_words(moment.removesuffix("T23:59:59.999999Z"))


def certainty_words(statement: Statement, who: str) -> str:
    """Return how far the innermost source commits, and what takes the content off the line.

    Args:
        statement: What is said.
        who: The innermost source as printed; empty for the author's own voice.
    """
    own = statement.innermost
    if statement.kind == "say.decline" and who:
        first = f"{who} would not comment"
    elif who and own.value == "CT+":
        first = f"said by {who}"
    elif who and own.value == "CT-":
        denies = statement.kind in ("say.deny", "say.reject")
        first = f"denied by {who}" if denies else f"said by {who}, in the negative"
    else:
        first = _CERTAINTY[own.value].format(who=who or "the author")
    settled = ("negation",) if own.value.endswith("-") else ()
    return "; ".join([first, *(_AUX[aux] for aux in own.aux if aux not in settled)])


def unit_words(quantity: Quantity) -> str | None:
    """Return the unit as a label (`people_killed` as `people killed`), `None` if it is no plain code.

    Example:
        >>> unit_words(Quantity(1, 1, 1, "people_killed"))
        'people killed'
    """
    return quantity.unit.replace("_", " ") if _CODE.fullmatch(quantity.unit) else None


def count_words(number: int, thing: str) -> str:
    """Return a count with its noun: `1 origin`, `3 outlets`."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def sentence_case(text: str) -> str:
    """Return `text` with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def _ends(low: Number | None, high: Number | None) -> str:
    if low is not None and high is not None:
        return f"{number_words(low)} to {number_words(high)}"
    if low is not None:
        return f"at least {number_words(low)}"
    return "" if high is None else f"at most {number_words(high)}"


def _closed_difference(low: Number, high: Number) -> str:
    if low == high:
        if low == 0:
            return "no change"
        return f"{number_words(abs(low))} {'more' if low > 0 else 'fewer'}"
    if low >= 0:
        return f"{number_words(low)} to {number_words(high)} more"
    if high <= 0:
        return f"{number_words(-high)} to {number_words(-low)} fewer"
    return f"between {number_words(-low)} fewer and {number_words(high)} more"


def _ordinal(value: int) -> str:
    ending = "th" if 10 <= value % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")  # noqa: PLR2004 - 11th to 19th
    return f"{value:,}{ending}"


def _date_words(text: str) -> str:
    found = _PART.fullmatch(text)
    if found is None:
        return text
    year, month, day, doubt = found.groups()
    named = year.replace("XX", "00s").replace("X", "0s")
    if month is None or month == "XX":
        words = named
    elif month in _SEASONS:
        words = f"{_SEASONS[month]} {named}"
    else:
        words = f"{MONTHS[int(month) - 1]} {named}"
        words = words if day in (None, "XX") else f"{int(day)} {words}"
    return words + _DOUBT[doubt]
