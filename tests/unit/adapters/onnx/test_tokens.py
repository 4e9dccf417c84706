from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.adapters.onnx.tokens import tokenise
from onrecord.domain.span import Extent


def words(line: str) -> list[str]:
    return [word.of(line) for word in tokenise(line, Extent(0, len(line)))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("They didn't say.", "They did n't say ."),
        ("We can’t, won’t and cannot.", "We ca n’t , wo n’t and can not ."),
        ("Kyiv's mayor says it's over", "Kyiv 's mayor says it 's over"),
        ("they'd've gone", "they 'd 've gone"),
        ("the militants' base", "the militants ' base"),
        ("Sana'a and O'Brien", "Sana'a and O'Brien"),
        ("“No,” he said.", "“ No , ” he said ."),
        ("‘Stop’ she cried", "‘ Stop ’ she cried"),
        ("at least 15,000 people", "at least 15,000 people"),
        ("1.5 million, 1,50,000 or 18,19", "1.5 million , 1,50,000 or 18 , 19"),
        ("at 10:30 on 24/7 watch", "at 10:30 on 24/7 watch"),
        ("$15m and US$3bn, €40", "$ 15 m and US$ 3 bn , € 40"),
        ("40% of 10km", "40 % of 10 km"),
        ("the U.S. and the U.N.'s envoy", "the U.S. and the U.N. 's envoy"),
        ("Gen. Halabi met Mr. Okoye", "Gen. Halabi met Mr. Okoye"),
        ("the company is Foo Inc.", "the company is Foo Inc ."),
        ("John F. Kennedy", "John F. Kennedy"),
        ("he said no. 5 left", "he said no. 5 left"),
        ("he said no. Then left", "he said no . Then left"),
        (
            "a UN-backed, Non-lethal anti-ship unit",
            "a UN - backed , Non-lethal anti-ship unit",
        ),
        ("the 21-year-old of F-16 fame", "the 21 - year - old of F - 16 fame"),
        ("2010-2012", "2010 - 2012"),
        ("the 82nd in the 1990s", "the 82nd in the 1990s"),
        ("read https://example.org/a?b=1.", "read https://example.org/a?b=1 ."),
        ("write to desk@example.org, now", "write to desk@example.org , now"),
        ("(AFP) -- wait... what?!", "( AFP ) -- wait ... what ?!"),
        ("and/or", "and / or"),
        ("gov\u00adern\u00adment\u200f says", "gov\u00adern\u00adment\u200f says"),
        ("hit 🇺🇦👍🏽 now", "hit 🇺🇦 👍🏽 now"),
    ],
)
def test_a_line_is_cut_as_the_treebanks_cut_it(line: str, expected: str) -> None:
    assert words(line) == expected.split(" ")


@given(st.text(max_size=60), st.text(max_size=10), st.text(max_size=10))
@settings(max_examples=300, deadline=None)
def test_words_cover_all_characters_but_space_whatever_the_text(
    sentence: str, before: str, after: str
) -> None:
    text = before + sentence + after
    extent = Extent(len(before), len(before) + len(sentence))
    found = tokenise(text, extent)
    covered = {at for word in found for at in range(word.start, word.end)}
    assert covered == {at for at in range(extent.start, extent.end) if not text[at].isspace()}
    assert all(len(word) for word in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


_PIECES = st.sampled_from(
    ["n't", "'s", "’", ".", ",", "U.S.", "Mr.", "15,000", "-", "co-", "km", "http://", "@", "\u200f",
     "\x00", "\ud800", "é", "e\u0301", "ع", "中", "😀", " ", "\n", "\u00a0", "cannot", "$", "a", "A&"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=12).map("".join))
@settings(max_examples=400, deadline=None)
def test_words_cover_all_characters_where_the_rules_meet(sentence: str) -> None:
    assert "".join(words(sentence)) == "".join(sentence.split())


def test_words_do_not_depend_on_what_stands_outside_the_extent() -> None:
    line = "The U.S. left."
    inside = "xU.S" + line + "'s"
    shifted = tokenise(inside, Extent(4, 4 + len(line)))
    assert [word.of(inside) for word in shifted] == words(line)


@pytest.mark.parametrize(
    "unit", ["a", "a.", "'s", "n't", "1,", "co-", "a@", "www.", "Mr.", "\u200f"]
)
@pytest.mark.timeout(10)
def test_a_run_without_spaces_costs_linear_time(unit: str) -> None:
    line = unit * 30_000
    assert "".join(words(line)) == line
