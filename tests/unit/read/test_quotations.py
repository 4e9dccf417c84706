"""Where quotation marks open and close, and which marks are none."""

from __future__ import annotations

import pytest

from onrecord.domain.span import Extent
from onrecord.read.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [one.inner.of(text) for one in find_quotations(text, [Extent(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said: "We will go."', ["We will go."]),
        ("He said: “We will go.”", ["We will go."]),
        ("He said: «We will go.»", ["We will go."]),
        ("He said: „We will go.”", ["We will go."]),
        ("He said: ‘We will go.’", ["We will go."]),
        ("He said: 'We won't go.'", ["We won't go."]),
        ("“He told me ‘go’ and left,” she said.", ["He told me ‘go’ and left,"]),
        ('"One," he said, "and two."', ["One,", "and two."]),
        ("The rebels' camp and the army's camp burned.", []),
        ("It is 5 o'clock at the sailors' bar.", []),
        ("''We won't go,'' he said. ''Not now.''", ["We won't go,", "Not now."]),
        ("``We will go,'' he said.", ["We will go,"]),
        ("''He said 'go' and 'run.''' It was late.", ["He said 'go' and 'run.'"]),
        ("The farmers'' market", []),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_marks_pair(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_mark_that_never_closes_opens_nothing() -> None:
    assert quoted('"We heard the planes, said Marta. It was night.') == []


@pytest.mark.parametrize(
    "text",
    [
        '"We ran, said Marta. "Then it fell," she said.',
        "“We ran, said Marta. “Then it fell,” she said.",
    ],
)
def test_a_mark_that_never_closes_does_not_swallow_the_next_quotation(text: str) -> None:
    assert quoted(text) == ["Then it fell,"]


def test_a_speech_reopened_in_the_next_paragraph_runs_on() -> None:
    text = "“We ran.\n\n“It fell,” she said."
    found = find_quotations(text, [Extent(0, 8), Extent(10, len(text))])
    assert [(one.outer.of(text), one.closed) for one in found] == [
        ("“We ran.", False),
        ("“It fell,”", True),
    ]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ('"narco"', False),
        ('"so-called"', False),
        ('"We will go now"', True),
        ('"Never again,"', True),
    ],
)
def test_a_label_in_marks_is_no_utterance(text: str, is_one: bool) -> None:
    (found,) = find_quotations(text, [Extent(0, len(text))])
    assert found.is_utterance(text) is is_one


@pytest.mark.parametrize(
    "tag", ["Reyes said.", "said Oleg Darun.", "the old mayor told reporters."]
)
def test_words_with_a_tag_among_them_do_not_run_on(tag: str) -> None:
    opened = f'"We lost the bridge, {tag}'
    text = f'{opened}\n\n"It fell at night," said Varga.'
    found = find_quotations(text, [Extent(0, len(opened)), Extent(len(opened) + 2, len(text))])
    assert [one.inner.of(text) for one in found] == ["It fell at night,"]


def test_many_marks_that_never_close_are_passed_over_in_time() -> None:
    text = "'as “so \"it “is " * 2_000
    assert len(find_quotations(text, [Extent(0, len(text))])) < len(text)
