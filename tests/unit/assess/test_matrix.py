"""The table of competing hypotheses: what counts against each, by rows and by origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.reconcile.reports import Said, report

from onrecord.assess.matrix import matrices_of, matrix_of
from onrecord.domain.hypothesis import Evidence, EvidenceRating, Hypothesis, HypothesisKind
from onrecord.domain.matrix import Cited, Matrix, MatrixRow, Standing
from onrecord.domain.unknown import Unknown
from onrecord.publish.hypothesis_page import least_words

QUESTION = "Why does the navy strike boats?"
WORDS = ("six boats burned", "no boat was searched", "the landing places closed", "talks began")
RATINGS: tuple[EvidenceRating, ...] = ("CC", "C", "N", "I", "II", "NA")


def cited(at: int, lineage: str | None = "wire", standing: Standing = "stands") -> Cited:
    reading = report(f"In April {WORDS[at]}.", Said(WORDS[at]), publisher=f"Herald {at}")
    (statement,) = reading.statements
    origin = Unknown("nobody is credited") if lineage is None else lineage
    return Cited(statement.id, standing, statement, reading.document, origin)


def hypothesis(
    name: str,
    ratings: Sequence[EvidenceRating | None],
    rows: Sequence[Cited],
    kind: HypothesisKind = "explanation",
) -> Hypothesis:
    pairs = zip(rows, ratings, strict=True)
    evidence = tuple(Evidence(row.id, rating) for row, rating in pairs if rating is not None)
    return Hypothesis(f"It is {name}.", kind, evidence, name=name, question=QUESTION)


def table(rows: Sequence[Cited], **columns: Sequence[EvidenceRating | None]) -> Matrix:
    held = [hypothesis(name, ratings, rows) for name, ratings in columns.items()]
    return matrix_of(held, {one.id: one for one in rows})


def row_of(matrix: Matrix, one: Cited) -> MatrixRow:
    return next(row for row in matrix.rows if row.cited == one)


def counts(matrix: Matrix) -> dict[str, tuple[int, int, int, int]]:
    return {
        one.hypothesis.name: (one.inconsistency, one.against, one.origins, one.by_origin)
        for one in matrix.columns
    }


def test_what_speaks_against_counts_by_rows_and_by_distinct_origins() -> None:
    rows = (cited(0, "wire"), cited(1, "wire"), cited(2, "ministry"), cited(3, None))
    matrix = table(rows, coercion=("I", "II", "C", "C"), smuggling=("CC", "C", "II", "I"))
    assert counts(matrix) == {"coercion": (3, 2, 1, 2), "smuggling": (3, 2, 2, 3)}
    assert matrix.least == ("coercion", "smuggling")
    assert matrix.least_by_origin == ("coercion",)


def test_the_hypothesis_with_the_least_against_it_stands_first() -> None:
    rows = (cited(0), cited(1))
    matrix = table(rows, a=("II", "I"), b=("C", "I"), c=("C", "C"))
    assert [one.hypothesis.name for one in matrix.columns] == ["c", "b", "a"]
    assert matrix.least == ("c",)
    assert row_of(matrix, rows[0]).ratings == ("C", "C", "II")


def test_what_fits_every_hypothesis_tells_nothing() -> None:
    rows = tuple(map(cited, range(4)))
    matrix = table(rows, a=("CC", "I", "I", "C"), b=("N", "I", "C", None))
    said = {row.cited.id: (row.diagnostic, row.why) for row in matrix.rows}
    assert said[rows[0].id] == (False, "it speaks against none of them")
    assert said[rows[1].id] == (False, "it speaks against all of them alike")
    assert said[rows[2].id][0] is True
    assert said[rows[3].id] == (Unknown("not judged for all"), "not judged for 1 of 2")
    assert [row.cited.id for row in matrix.rows[:1]] == [rows[2].id]


def test_words_that_were_taken_back_stay_in_sight_and_do_not_count() -> None:
    rows = (cited(0), cited(1, standing="retracted"), cited(2, standing="superseded"))
    matrix = table(rows, a=("C", "II", "I"), b=("I", "C", "C"))
    assert counts(matrix) == {"a": (0, 0, 0, 0), "b": (1, 1, 1, 1)}
    assert {one.hypothesis.name: one.set_aside for one in matrix.columns} == {"a": 3, "b": 0}
    assert len(matrix.rows) == 3
    assert matrix.gaps == ("2 of 3 rows are to be looked at again and do not count",)


def test_words_that_hold_on_or_were_accepted_count() -> None:
    rows = (cited(0, standing="carried"), cited(1, standing="accepted"))
    assert counts(table(rows, a=("I", "I"), b=("C", "C")))["a"][0] == 2


def test_evidence_that_is_not_on_record_is_missing() -> None:
    matrix = matrix_of([Hypothesis("It is a.", "explanation", (Evidence("stm-0", "II"),))], {})
    (row,) = matrix.rows
    assert row.cited.standing == "missing"
    assert matrix.columns[0].inconsistency == 0
    assert matrix.columns[0].set_aside == 2


def test_what_alone_decides_the_order_is_named() -> None:
    rows = (cited(0, "wire"), cited(1, "wire"), cited(2, "ministry"))
    matrix = table(rows, a=("I", "I", "C"), b=("C", "C", "I"))
    assert matrix.least == ("b",)
    swings = [(one.statements, one.lineage, one.least) for one in matrix.swings]
    wire = tuple(sorted((rows[0].id, rows[1].id)))
    assert swings[:-1] == [((one,), "", ("a", "b")) for one in wire]
    assert swings[-1] == (wire, "wire", ("a",))


def test_nothing_decides_where_every_row_agrees() -> None:
    rows = tuple(cited(at, f"origin {at}") for at in range(3))
    assert table(rows, a=("I", "I", "I"), b=("C", "C", "C")).swings == ()


def test_what_was_not_judged_is_told_and_counts_for_nobody() -> None:
    rows = (cited(0), cited(1))
    matrix = table(rows, a=("I", None), b=("C", "I"))
    assert matrix.gaps == ("a was judged on 1 of 2 rows",)
    assert row_of(matrix, rows[1]).ratings == (None, "I")


def test_what_nobody_rated_is_ahead_of_nobody_and_stands_last() -> None:
    rows = (cited(0), cited(1))
    for unrated in ((None, None), ("NA", "NA"), ("NA", None), ("N", "N")):
        matrix = table(rows, a=("I", "C"), b=("C", "II"), idle=unrated)
        assert (matrix.least, matrix.least_by_origin, matrix.swings) == ((), (), ())
        assert matrix.unlike.startswith("idle ")
        assert [one.hypothesis.name for one in matrix.columns] == ["a", "b", "idle"]
        assert "cannot be compared: idle" in least_words(matrix)


def test_fewer_rated_rows_than_the_others_lead_nowhere_and_more_of_them_do() -> None:
    rows = (cited(0), cited(1), cited(2))
    behind = table(rows, a=("C", "NA", None), b=("C", "C", "I"))
    assert behind.least == ()
    assert behind.unlike == "a was judged on 1 of 3 rows that somebody judged"
    ahead = table(rows, a=("C", "C", "C"), b=("I", None, "NA"))
    assert (ahead.least, ahead.unlike) == (("a",), "")
    assert {one.hypothesis.name: one.judged for one in ahead.columns} == {"a": 3, "b": 1}


def test_rows_that_do_not_count_keep_nobody_from_being_compared() -> None:
    rows = (cited(0), cited(1, standing="retracted"))
    assert table(rows, a=("C", None), b=("I", "I")).least == ("a",)


def test_one_alone_competes_with_nobody() -> None:
    matrix = table((cited(0),), a=("I",))
    assert isinstance(matrix.rows[0].diagnostic, Unknown)
    assert matrix.gaps == ("nothing competes with a",)


def test_those_of_one_kind_and_question_compete_and_those_that_name_one_another() -> None:
    rows = (cited(0),)
    a, b = (hypothesis(name, ("C",), rows) for name in "ab")
    way = hypothesis("way", ("C",), rows, "pathway")
    first, second, third = (hypothesis(name, ("C",), rows, "assumption") for name in "xyz")
    third = replace(third, competes_with=("x",), question="")
    other = replace(hypothesis("c", ("C",), rows), question="Where next?")
    matrices = matrices_of([third, second, way, b, first, a, other], {one.id: one for one in rows})
    groups = sorted([sorted(one.hypothesis.name for one in each.columns) for each in matrices])
    assert groups == [["a", "b"], ["c"], ["way"], ["x", "z"], ["y"]]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Hypothesis], list[Cited]]:
    lineages = st.sampled_from(["wire", "ministry", None])
    standings: st.SearchStrategy[Standing] = st.sampled_from(("stands", "retracted", "carried"))
    count = draw(st.integers(1, len(WORDS)))
    rows = [cited(at, draw(lineages), draw(standings)) for at in range(count)]
    ratings = st.lists(st.sampled_from([*RATINGS, None]), min_size=count, max_size=count)
    names = draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True))
    return [hypothesis(name, draw(ratings), rows) for name in names], rows


@settings(deadline=None)
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_things_arrive_in_changes_nothing(
    made: tuple[list[Hypothesis], list[Cited]], chance: Random
) -> None:
    held, rows = made
    before = matrix_of(held, {one.id: one for one in rows})
    chance.shuffle(held)
    chance.shuffle(rows)
    mixed = [replace(one, evidence=one.evidence[::-1]) for one in held]
    after = matrix_of(mixed, {one.id: one for one in rows})
    assert counts(after) == counts(before)
    assert (after.least, after.swings, after.gaps) == (before.least, before.swings, before.gaps)
    assert after.unlike == before.unlike
    assert [row.ratings for row in after.rows] == [row.ratings for row in before.rows]


@settings(deadline=None)
@given(tables())
def test_an_origin_never_counts_for_more_than_its_rows(
    made: tuple[list[Hypothesis], list[Cited]],
) -> None:
    held, rows = made
    matrix = matrix_of(held, {one.id: one for one in rows})
    for column in matrix.columns:
        assert column.by_origin <= column.inconsistency
        assert column.origins <= column.against <= column.judged <= len(matrix.rows)
        assert column.inconsistency + column.set_aside == column.hypothesis.inconsistency
    assert len(matrix.rows) <= len(rows)
