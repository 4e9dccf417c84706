from hypothesis import given
from hypothesis import strategies as st

from onrecord.adapters.onnx.paths import STEP_COUNT, paths_from, turn_count

# Rebels(nsubj) who(nsubj) fled(acl) denied(root) reports(obj) of(case) losses(nmod)
_HEADS = (3, 2, 0, -1, 3, 6, 4)
_ROOT, _NSUBJ, _ACL, _OBJ, _CASE, _NMOD = range(6)
_RELATIONS = (_NSUBJ, _NSUBJ, _ACL, _ROOT, _OBJ, _CASE, _NMOD)


def _ways(predicate: int) -> list[tuple[int, int]]:
    paths = paths_from(predicate, _HEADS, _RELATIONS, count=6)
    return [divmod(turn - 1, 6) if turn else (-1, -1) for turn in paths.turns]


def test_words_below_carry_the_relation_of_the_dependent_they_stand_under() -> None:
    below = 0
    assert _ways(3) == [
        (below, _NSUBJ), (below, _NSUBJ), (below, _NSUBJ), (-1, -1),
        (below, _OBJ), (below, _OBJ), (below, _OBJ),
    ]  # fmt: skip


def test_words_above_and_beside_carry_the_relation_at_the_turn() -> None:
    above, beside = 1, 2
    assert _ways(2) == [
        (above, _ACL), (0, _NSUBJ), (-1, -1), (above, _NSUBJ),
        (beside, _OBJ), (beside, _OBJ), (beside, _OBJ),
    ]  # fmt: skip


def test_steps_say_how_far_up_and_down() -> None:
    paths = paths_from(2, _HEADS, _RELATIONS, count=6)
    assert [divmod(step, 4) for step in paths.steps] == [
        (1, 0), (0, 1), (0, 0), (2, 0), (2, 1), (2, 3), (2, 2),
    ]  # fmt: skip


@given(st.data())
def test_any_heads_give_values_in_range(data: st.DataObject) -> None:
    size = data.draw(st.integers(1, 12))
    heads = data.draw(st.lists(st.integers(-1, size - 1), min_size=size, max_size=size))
    predicate = data.draw(st.integers(0, size - 1))
    paths = paths_from(predicate, heads, [4] * size, count=5)
    assert len(paths.turns) == len(paths.steps) == size
    assert all(0 <= turn < turn_count(5) for turn in paths.turns)
    assert all(0 <= step < STEP_COUNT for step in paths.steps)
    assert [at for at, turn in enumerate(paths.turns) if turn == 0] == [predicate]
