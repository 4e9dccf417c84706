"""What people hold possible, as a page of Markdown: the matrix, what it rests on, the indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.domain.hypothesis import Hypothesis, Indicator, Sighting
from onrecord.domain.matrix import Cited, Matrix, MatrixColumn, MatrixRow, Swing
from onrecord.domain.recorded import Recorded
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.publish.hypothesis_rows import (
    FLAGS,
    look_again,
    origins_of,
    quoted,
    speaker_of,
)
from onrecord.publish.markup import plain

#: What is told of every version.
LOG_COLUMNS = ("at", "by", "name", "what", "says", "id")
#: What nobody judged.
NOT_JUDGED = "·"
#: What the page says of itself before anything else.
CAUTION = (
    "Ratings are the judgement of the people named. The counts say what speaks against each "
    "hypothesis; they say of none that it is true."
)
_STANDINGS = {
    "stands": "", "carried": "from an earlier version; the words stand in the current one",
    "accepted": "looked at again by a person, and held right", "superseded": "edited away",
    "retracted": "taken back", "dismissed": "dismissed by a person", "missing": "not on record",
}  # fmt: skip
#: What keeps words from telling that something happened.
_HELD_BACK = {
    "negation": "negated", "future": "to come", "hypothetical": "supposed",
    "counterfactual": "did not happen", "question": "asked",
}  # fmt: skip


def page_of(
    matrices: Sequence[Matrix],
    indicators: Sequence[Indicator],
    versions: Mapping[str, Recorded],
    cited: Mapping[str, Cited],
    *,
    as_of: str | None = None,
) -> str:
    """Return the page; words from documents and people cannot become markup.

    Args:
        matrices: One for each competition.
        indicators: In the order they are shown.
        versions: Who put each hypothesis and indicator on record, by name or id.
        cited: How each statement they cite stands, by id.
        as_of: The time the page shows, as it was asked for.
    """
    lines = ["# Hypotheses", "", *([f"As of {as_of}", ""] if as_of else []), CAUTION, ""]
    for matrix in matrices:
        lines += _competition(matrix, versions)
    if indicators:
        lines += ["## Indicators", ""]
    for indicator in indicators:
        lines += _indicator(indicator, versions, cited)
    if not matrices and not indicators:
        lines += ["Nobody has put a hypothesis or an indicator on record.", ""]
    return "\n".join(lines)


def log_page(
    columns: Sequence[str], versions: Iterable[Sequence[str]], *, as_of: str | None = None
) -> str:
    """Return every version as a table; words from documents and people cannot become markup."""
    lines = [
        "# Versions of hypotheses and indicators",
        "",
        *([f"As of {as_of}", ""] if as_of else []),
    ]
    lines += ["| " + " | ".join(columns) + " |", "|" + " --- |" * len(columns)]
    lines += ["| " + " | ".join(map(plain, cells)) + " |" for cells in versions]
    return "\n".join([*lines, ""])


def standing_words(cited: Cited) -> str:
    """Return how cited words stand, where that is worth saying; else an empty text."""
    said = _STANDINGS[cited.standing]
    return f"to look at again: {said}" if said and not cited.counts else said


def remarks_on(cited: Cited) -> str:
    """Return what a reader must know of cited words: do they stand, was it done, who disputes it."""
    held_back = () if cited.statement is None else cited.statement.off_line
    said = [standing_words(cited), *(_HELD_BACK[one] for one in held_back if one in _HELD_BACK)]
    if cited.disputed_by:
        said.append(f"denied or contradicted in {', '.join(one[:12] for one in cited.disputed_by)}")
    return ", ".join(one for one in said if one)


def swing_words(swing: Swing) -> str:
    """Return what alone decides who has the least against it, and what would hold without it."""
    count, one = len(swing.statements), swing.statements[0][:12]
    rows = f"the {count} rows that come from {swing.lineage}" if swing.lineage else f"the row {one}"
    return f"without {rows}, {_least(swing.least)}"


def least_words(matrix: Matrix) -> str:
    """Return who has the least against it, by rows and by origins."""
    if len(matrix.columns) == 1:
        return "one hypothesis alone: nothing to compare it with"
    if matrix.unlike:
        return f"the counts cannot be compared: {matrix.unlike}"
    if not matrix.least:
        return "nothing that counts was judged yet"
    if all(column.inconsistency == 0 for column in matrix.columns):
        return "nothing that counts speaks against any of them"
    if matrix.least_by_origin == matrix.least:
        return _least(matrix.least)
    if not matrix.least_by_origin:
        return f"{_least(matrix.least)}; counted by origin, the counts cannot be compared"
    return f"{_least(matrix.least)}; counted by origin, {_least(matrix.least_by_origin)}"


def _least(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} has the least against it"
    return f"{', '.join(names[:-1])} and {names[-1]} have equally little against them"


def state_words(indicator: Indicator, cited: Mapping[str, Cited]) -> str:
    """Return the state of an indicator, and whether somebody has to look again."""
    state = indicator.state
    if isinstance(state, Unknown):
        return f"not known: {state.reason}"
    return state.replace("_", " ") + (" (to look at again)" if look_again(indicator, cited) else "")


def day_words(when: When | Unknown) -> str:
    """Return a day as it was given, or that none was."""
    return "day not given" if isinstance(when, Unknown) or when.edtf is None else when.edtf


def _competition(matrix: Matrix, versions: Mapping[str, Recorded]) -> Iterator[str]:
    yield from (f"## {plain(matrix.question or 'No question asked')}", "")
    yield from (f"By the ratings, {plain(least_words(matrix))}.", "")
    yield "| hypothesis | speaks against it | rows | origins | by origin | judged | put by |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for column in matrix.columns:
        yield _column(column, versions)
    yield ""
    names = " | ".join(_name(column.hypothesis) for column in matrix.columns)
    yield f"| evidence | {names} | tells them apart | said by | reported by | origin |"
    yield "|" + " --- |" * (len(matrix.columns) + 5)
    yield from (_evidence(row) for row in matrix.rows)
    yield ""
    for said in (*matrix.gaps, *(swing_words(one) for one in matrix.swings)):
        yield f"- {plain(said)}"
    if matrix.gaps or matrix.swings:
        yield ""
    for column in matrix.columns:
        yield from _held(column.hypothesis)
    yield from _notes(matrix)


def _column(column: MatrixColumn, versions: Mapping[str, Recorded]) -> str:
    put = versions.get(column.hypothesis.name or column.hypothesis.id)
    signed = f"{plain(put.by)}, {put.at[:10]}" if put is not None else "not on record"
    aside = f" (+{column.set_aside} to look at again)" if column.set_aside else ""
    return (
        f"| {_name(column.hypothesis)} | {column.inconsistency}{aside} | {column.against} | "
        f"{column.origins} | {column.by_origin} | {column.judged} | {signed} |"
    )


def _evidence(row: MatrixRow) -> str:
    cited = row.cited
    words = " … ".join(f"“{plain(one)}”" for one in quoted(cited, row.words)) or "no words"
    standing = remarks_on(cited)
    notes = "".join(f" {plain(one)}" for one in row.notes)
    ratings = " | ".join(one or NOT_JUDGED for one in row.ratings)
    document = cited.document
    outlet = "not known" if document is None else document.publisher or "outlet not stated"
    day = "no date" if document is None else document.date_edtf or "no date"
    said = "nobody on record" if cited.statement is None else speaker_of(cited.statement)
    return (
        f"| {words} `{cited.id[:12]}`{f' ({plain(standing)})' if standing else ''}{notes} | "
        f"{ratings} | {plain(diagnostic_words(row))} | {plain(said)} | {plain(outlet)}, {day} | "
        f"{plain(origins_of(cited))} |"
    )


def diagnostic_words(row: MatrixRow) -> str:
    """Return whether a row tells hypotheses apart, and where it does not, why."""
    if row.diagnostic is True:
        return "yes"
    return f"not known: {row.why}" if isinstance(row.diagnostic, Unknown) else f"no: {row.why}"


def _held(hypothesis: Hypothesis) -> Iterator[str]:
    yield from (f"### {_name(hypothesis)}", "")
    yield from (plain(hypothesis.text), "")
    for heading, listed in (
        ("Key assumption", hypothesis.assumptions),
        ("Would change it", hypothesis.would_change),
    ):
        yield from (f"- {heading}: {plain(one)}" for one in listed)
    if hypothesis.assumptions or hypothesis.would_change:
        yield ""


def _notes(matrix: Matrix) -> Iterator[str]:
    """Yield the notes of the files they came from, as quotations, each once."""
    for notes in dict.fromkeys(column.hypothesis.notes.strip() for column in matrix.columns):
        if notes:
            yield from ("### Notes", "")
            yield from (f"> {plain(line)}" for line in notes.split("\n"))
            yield ""


def _indicator(
    indicator: Indicator, versions: Mapping[str, Recorded], cited: Mapping[str, Cited]
) -> Iterator[str]:
    put = versions.get(indicator.name or indicator.id)
    yield from (f"### {plain(indicator.name or indicator.id[:12])}", "")
    yield f"- Would be seen: {plain(indicator.observable)}"
    yield f"- How to tell: {plain(indicator.test)}"
    if indicator.hypothesis:
        yield f"- Belongs to: {plain(indicator.hypothesis)}"
    if indicator.question:
        yield f"- Bears on the question: `{indicator.question}`"
    yield f"- State: {plain(state_words(indicator, cited))}"
    yield from (f"  - {_sighting(one, cited)}" for one in indicator.history)
    for name in FLAGS:
        flag = getattr(indicator.quality, name)
        if not isinstance(flag, Unknown):
            yield f"- {name.capitalize()}: {'yes' if flag.holds else 'no'}, {plain(flag.reason)}"
    if put is not None:
        yield f"- Put on record by {plain(put.by)}, {put.at[:10]}"
    yield ""


def _sighting(sighting: Sighting, cited: Mapping[str, Cited]) -> str:
    begin = f"{sighting.state.replace('_', ' ')}, {day_words(sighting.when)}"
    held = cited.get(sighting.statement)
    note = f" {plain(sighting.note)}" if sighting.note else ""
    if held is None:
        return begin + (f":{note}" if note else "")
    words = " … ".join(quoted(held, (sighting.words,) if sighting.words else ()))
    document = held.document
    outlet = "" if document is None else f" {plain(document.publisher or 'outlet not stated')}"
    standing = remarks_on(held)
    return (
        f"{begin}: “{plain(words)}”{outlet} `{held.id[:12]}`"
        f"{f' ({plain(standing)})' if standing else ''}{note}"
    )


def _name(hypothesis: Hypothesis) -> str:
    return plain(hypothesis.name or hypothesis.id[:12])
