import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.adapters.onnx.windows import cut_windows, join_trees, overlapping_windows


@given(st.lists(st.tuples(st.sampled_from(["a", ".", ","]), st.integers(0, 5)), max_size=60))
def test_windows_hold_every_word_once_and_fit(pairs: list[tuple[str, int]]) -> None:
    words = [word for word, _ in pairs]
    lengths = [length for _, length in pairs]
    windows = cut_windows(words, lengths, limit=12)
    assert [index for window in windows for index in window] == list(range(len(words)))
    assert all(sum(lengths[index] for index in window) <= 12 for window in windows)
    assert all(len(window) for window in windows)


def test_a_long_sentence_is_cut_after_its_last_semicolon() -> None:
    words = ["a", "b", "c", "d", "e", ";", "f", ",", "g", "h", "i"]
    assert cut_windows(words, [1] * len(words), limit=10) == (range(6), range(6, 11))


def test_without_a_semicolon_it_is_cut_after_a_comma() -> None:
    words = ["a", "b", "c", "d", "e", ",", "f", "g", "h", "i", "j"]
    assert cut_windows(words, [1] * len(words), limit=10) == (range(6), range(6, 11))


def test_later_windows_hang_from_the_root_of_the_first() -> None:
    assert join_trees([(1, -1), (-1, 0), (-1,)]) == (1, -1, 1, 2, 1)


@given(
    st.lists(st.integers(0, 30), max_size=400),
    st.integers(0, 60),
    st.integers(30, 250),
)
def test_overlapping_windows_cover_every_word_and_move_on(
    lengths: list[int], overlap: int, limit: int
) -> None:
    windows = overlapping_windows(lengths, overlap=overlap, limit=limit)
    assert {at for window in windows for at in window} == set(range(len(lengths)))
    for before, after in itertools.pairwise(windows):
        assert before.start < after.start <= before.stop
        assert before.stop <= after.stop
        assert before.stop - after.start <= overlap
    assert all(sum(lengths[window.start : window.stop]) <= limit for window in windows)
