"""Analysis of competing hypotheses: what people rated, counted in one table for each competition.

Rules: hypotheses are ordered by least inconsistency, and evidence that is consistent with every one of
them tells nothing (Heuer, Psychology of Intelligence Analysis, chapter 8). Sources are counted by
origin, never by article (domain rule 14). Evidence whose words were taken back or edited away stays in
the table and counts for nothing until a person has looked (domain rule 19). What nobody rated has
nothing against it and is ahead of nobody: a hypothesis has the least against it only where every row
judged for another was judged for it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.domain.hypothesis import (
    Evidence,
    EvidenceRating,
    Hypothesis,
    bears,
    is_judged,
    weight_of,
)
from onrecord.domain.matrix import Cited, Matrix, MatrixColumn, MatrixRow, Swing
from onrecord.domain.unknown import Unknown


def matrices_of(hypotheses: Iterable[Hypothesis], cited: Mapping[str, Cited]) -> tuple[Matrix, ...]:
    """Return one table for each competition, in order of question, kind and name.

    Those of one kind with the same question compete, and those that name one another. Assumptions are
    not alternatives: they compete only where they name one another.
    """
    ordered = sorted(hypotheses, key=_key)
    groups = [matrix_of(group, cited) for group in _competitions(ordered)]
    return tuple(sorted(groups, key=lambda one: (one.question, one.kind)))


def matrix_of(hypotheses: Sequence[Hypothesis], cited: Mapping[str, Cited]) -> Matrix:
    """Return the table of hypotheses that compete.

    Args:
        hypotheses: One or more; in any order.
        cited: How each statement they cite stands, by id; what is not among them is missing.
    """
    ordered = tuple(sorted(hypotheses, key=_key))
    rows = _rows(ordered, cited)
    counted = [row for row in rows if row.cited.counts]
    columns = [_column(at, one, rows) for at, one in enumerate(ordered)]
    names = tuple(_name(one) for one in ordered)
    least = _least(names, counted)
    return Matrix(
        question=next((one.question for one in ordered if one.question), ""),
        kind=ordered[0].kind,
        columns=tuple(columns[at] for at in _shown(columns, rows)),
        rows=_in_order(rows, _shown(columns, rows)),
        least=least,
        least_by_origin=_least_by_origin(names, counted),
        swings=_swings(names, counted, least),
        gaps=_gaps(names, columns, rows),
        unlike=_unlike(names, counted),
    )


def _competitions(hypotheses: Sequence[Hypothesis]) -> list[list[Hypothesis]]:
    """Return the hypotheses in groups whose members compete, directly or through others."""
    group = list(range(len(hypotheses)))
    for at, one in enumerate(hypotheses):
        for other in range(at):
            if _compete(one, hypotheses[other]):
                old, new = group[at], group[other]
                group = [new if held == old else held for held in group]
    found: dict[int, list[Hypothesis]] = defaultdict(list)
    for at, one in enumerate(hypotheses):
        found[group[at]].append(one)
    return list(found.values())


def _compete(one: Hypothesis, other: Hypothesis) -> bool:
    named = other.name in one.competes_with or one.name in other.competes_with
    alike = one.kind == other.kind != "assumption" and one.question == other.question != ""
    return one.kind == other.kind and (named or alike)


def _rows(hypotheses: Sequence[Hypothesis], cited: Mapping[str, Cited]) -> list[MatrixRow]:
    """Return one row for each statement rated for any of them, by id."""
    pieces: dict[str, list[Evidence | None]] = {}
    for at, one in enumerate(hypotheses):
        for piece in one.evidence:
            pieces.setdefault(piece.statement, [None] * len(hypotheses))[at] = piece
    return [
        _row(cited.get(name) or Cited(name, "missing", because="it is not on record"), pieces[name])
        for name in sorted(pieces)
    ]


def _row(cited: Cited, pieces: Sequence[Evidence | None]) -> MatrixRow:
    ratings = tuple(None if one is None else one.rating for one in pieces)
    diagnostic, why = _diagnostic(ratings)
    given = [one for one in pieces if one is not None]
    return MatrixRow(
        cited=cited,
        ratings=ratings,
        diagnostic=diagnostic,
        why=why,
        notes=tuple(dict.fromkeys(one.note for one in given if one.note)),
        words=tuple(dict.fromkeys(one.words for one in given if one.words)),
    )


def _diagnostic(ratings: Sequence[EvidenceRating | None]) -> tuple[bool | Unknown, str]:
    """Return whether a row tells hypotheses apart, and why."""
    weights = [weight_of(rating) for rating in ratings if is_judged(rating) and rating]
    if len(set(weights)) > 1:
        return True, "it speaks against some more than against others"
    if len(ratings) == 1:
        return Unknown("nothing competes"), "nothing competes with the one it was judged for"
    if len(weights) < len(ratings):
        left = len(ratings) - len(weights)
        return Unknown("not judged for all"), f"not judged for {left} of {len(ratings)}"
    if all(weights):
        return False, "it speaks against all of them alike"
    return False, "it speaks against none of them"


def _column(at: int, hypothesis: Hypothesis, rows: Sequence[MatrixRow]) -> MatrixColumn:
    counted = [row for row in rows if row.cited.counts]
    against = [row for row in counted if _weight(row, at)]
    return MatrixColumn(
        hypothesis=hypothesis,
        inconsistency=sum(_weight(row, at) for row in counted),
        against=len(against),
        origins=len({_origin(row) for row in against}),
        by_origin=_by_origin(at, counted),
        judged=sum(is_judged(row.ratings[at]) for row in counted),
        set_aside=sum(_weight(row, at) for row in rows if not row.cited.counts),
    )


def _weight(row: MatrixRow, at: int) -> int:
    rating = row.ratings[at]
    return 0 if rating is None else weight_of(rating)


def _origin(row: MatrixRow) -> str:
    """Return the origin a row counts for; rows whose origin nobody knows count for themselves."""
    lineage = row.cited.lineage
    return row.cited.id if isinstance(lineage, Unknown) else lineage


def _by_origin(at: int, rows: Iterable[MatrixRow]) -> int:
    """Return what speaks against a column when each origin counts once, with its strongest row."""
    strongest: dict[str, int] = defaultdict(int)
    for row in rows:
        strongest[_origin(row)] = max(strongest[_origin(row)], _weight(row, at))
    return sum(strongest.values())


def _least(names: Sequence[str], rows: Sequence[MatrixRow]) -> tuple[str, ...]:
    """Return who has the least against it over some rows; nobody where they cannot be compared."""
    if _unlike(names, rows):
        return ()
    return tuple(names[at] for at in _lowest(_totals(len(names), rows), rows))


def _least_by_origin(names: Sequence[str], rows: Sequence[MatrixRow]) -> tuple[str, ...]:
    lowest = _lowest([_by_origin(at, rows) for at in range(len(names))], rows)
    if _unlike(names, rows) or any(_shortfall(at, rows) for at in lowest):
        return ()
    return tuple(names[at] for at in lowest)


def _totals(columns: int, rows: Sequence[MatrixRow]) -> list[int]:
    return [sum(_weight(row, at) for row in rows) for at in range(columns)]


def _lowest(totals: Sequence[int], rows: Sequence[MatrixRow]) -> list[int]:
    """Return the places of the lowest totals; none where nothing was judged."""
    if not any(map(_is_rated, rows)):
        return []
    return [at for at, total in enumerate(totals) if total == min(totals)]


def _unlike(names: Sequence[str], rows: Sequence[MatrixRow]) -> str:
    """Return why those with the lowest totals are not ahead of the others; empty where they are."""
    for at in _lowest(_totals(len(names), rows), rows) if len(names) > 1 else ():
        short = _shortfall(at, rows)
        if short:
            return f"{names[at]} {short}"
    return ""


def _shortfall(at: int, rows: Sequence[MatrixRow]) -> str:
    """Return what was not judged for one column though it was for another; empty where nothing is."""
    judged = [row for row in rows if _is_rated(row)]
    own = sum(is_judged(row.ratings[at]) for row in judged)
    if own < len(judged):
        return f"was judged on {own} of {len(judged)} rows that somebody judged"
    if not any(bears(row.ratings[at]) for row in judged):
        return "has no row that was rated consistent or inconsistent with it"
    return ""


def _swings(
    names: Sequence[str], rows: Sequence[MatrixRow], least: tuple[str, ...]
) -> tuple[Swing, ...]:
    """Return the rows, then the origins of several rows, that alone decide who has the least against it."""
    origins: dict[str, list[MatrixRow]] = defaultdict(list)
    for row in rows:
        origins[_origin(row)].append(row)
    left_out = [("", [row]) for row in rows]
    left_out += [(name, held) for name, held in sorted(origins.items()) if len(held) > 1]
    found: list[Swing] = []
    for lineage, without in left_out:
        kept = [row for row in rows if row not in without]
        then = _least(names, kept) if any(map(_is_rated, kept)) else tuple(names)
        if least and then and then != least:
            found.append(Swing(tuple(row.cited.id for row in without), lineage, then))
    return tuple(found)


def _is_rated(row: MatrixRow) -> bool:
    return any(map(is_judged, row.ratings))


def _gaps(
    names: Sequence[str], columns: Sequence[MatrixColumn], rows: Sequence[MatrixRow]
) -> tuple[str, ...]:
    """Return what keeps the counts of the columns from being compared."""
    counted = sum(row.cited.counts for row in rows)
    found = [
        f"{name} was judged on {column.judged} of {counted} rows"
        for name, column in zip(names, columns, strict=True)
        if column.judged < counted
    ]
    if len(names) == 1:
        found.append(f"nothing competes with {names[0]}")
    aside = len(rows) - counted
    if aside:
        found.append(f"{aside} of {len(rows)} rows are to be looked at again and do not count")
    return tuple(found)


def _shown(columns: Sequence[MatrixColumn], rows: Sequence[MatrixRow]) -> list[int]:
    """Return the columns as they are shown: the least against them first, what nothing bears on last."""

    def rank(at: int) -> tuple[bool, int, tuple[str, str]]:
        idle = not any(bears(row.ratings[at]) for row in rows if row.cited.counts)
        return idle, columns[at].inconsistency, _key(columns[at].hypothesis)

    return sorted(range(len(columns)), key=rank)


def _in_order(rows: Iterable[MatrixRow], shown: Sequence[int]) -> tuple[MatrixRow, ...]:
    """Return the rows as they are shown, with their ratings in the order the columns are shown."""
    turned = [
        MatrixRow(
            row.cited, tuple(row.ratings[at] for at in shown), row.diagnostic, row.why, row.notes,
            row.words,
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(turned, key=_row_order))


def _row_order(row: MatrixRow) -> tuple[bool, int, str, str]:
    day = row.cited.document.date_edtf if row.cited.document is not None else None
    rank = 0 if row.diagnostic is True else 1 if isinstance(row.diagnostic, Unknown) else 2
    return not row.cited.counts, rank, day or "9999", row.cited.id


def _key(hypothesis: Hypothesis) -> tuple[str, str]:
    return _name(hypothesis), hypothesis.id


def _name(hypothesis: Hypothesis) -> str:
    return hypothesis.name or hypothesis.id[:12]
