from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from tests.unit.publish.crisis import material

from onrecord.domain.errors import ContentError
from onrecord.publish.compile import compile_brief
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.serial import from_text, to_text
from onrecord.publish.verify import verify

BRIEF = compile_brief(material(), generator="onrecord test")
PAGE = render_html(BRIEF)
PLAIN = to_text(BRIEF)
SENTENCES = [sentence.text for sentence in BRIEF.all_sentences()]
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))


def spots(container: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to every leaf of a JSON value."""
    if isinstance(container, dict):
        return [spot for key, one in container.items() for spot in spots(one, (*path, key))]
    if isinstance(container, list):
        return [spot for at, one in enumerate(container) for spot in spots(one, (*path, at))]
    return [path]


LEAVES = spots(json.loads(PLAIN)["brief"])
#: The editor's title, the program's name, the ledger's head and the time of recording are stated by
#: the compiler; no rule derives them (docs/verification.md). A role only orders the support of a form.
STATED = ("title", "generator", "generated_from", "as_of", "recorded_at", "drawn_with", "role")
DERIVED = [path for path in LEAVES if not set(path) & set(STATED)]


def altered(path: tuple[Any, ...], value: object) -> str:
    envelope = json.loads(PLAIN)
    at = envelope["brief"]
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(envelope)


def rewritten(path: tuple[Any, ...], value: object) -> str:
    """Return the JSON kind as somebody who writes the whole file anew from altered evidence does.

    Raises:
        ContentError: the evidence is no longer that of a brief.
    """
    return render_json(from_text(altered(path, value)))


def leaf(path: tuple[Any, ...]) -> Any:
    at: Any = json.loads(PLAIN)["brief"]
    for step in path:
        at = at[step]
    return at


@FEW
@given(data=st.data(), letter=LETTERS)
def test_one_letter_changed_in_a_visible_sentence_is_refused(
    data: st.DataObject, letter: str
) -> None:
    text = data.draw(st.sampled_from([one for one in SENTENCES if one in PAGE and "“" not in one]))
    at = PAGE.index(text) + data.draw(st.integers(0, len(text) - 1))
    assume(PAGE[at] != letter)
    try:
        receipt = verify(PAGE[:at] + letter + PAGE[at + 1 :])
    except ContentError:
        return
    assert not receipt.ok


@FEW
@given(at=st.integers(0, len(PAGE) - 1), letter=LETTERS)
def test_one_letter_changed_anywhere_in_the_page_is_refused(at: int, letter: str) -> None:
    assume(PAGE[at] != letter and len(PAGE[:at].strip()) > 0 and not PAGE[at:].isspace())
    try:
        receipt = verify(PAGE[:at] + letter + PAGE[at + 1 :])
    except ContentError:
        return
    assert not receipt.ok


PASSAGES = [path for path in LEAVES if "passages" in path and path[-1] == "text"]


@FEW
@given(data=st.data(), letter=LETTERS)
def test_one_letter_changed_in_a_cited_passage_is_refused_by_every_kind(
    data: st.DataObject, letter: str
) -> None:
    path = data.draw(st.sampled_from(PASSAGES))
    text = leaf(path)
    at = data.draw(st.integers(0, len(text) - 1))
    assume(text[at] != letter)
    changed = from_text(altered(path, text[:at] + letter + text[at + 1 :]))
    receipts = [verify(render_json(changed))]
    receipts.append(verify(PAGE.replace(PLAIN, to_text(changed))))
    assert not any(receipt.ok for receipt in receipts)
    assert all(receipt.failures for receipt in receipts)


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just([]),
    st.just({}), st.sampled_from(["c1", "d1", "s1", "CT+", "2031-11-28", "..", "doc-0", "0" * 64]),
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(LEAVES), value=VALUES)
@example(path=("citations", 0, "span", "start"), value=10**400)
@example(path=("documents", 0, "leaves"), value=10**300)
def test_whatever_stands_in_the_evidence_the_check_ends_in_a_receipt_or_one_line(
    path: tuple[Any, ...], value: object
) -> None:
    why = ""
    try:
        verify(rewritten(path, value))
    except ContentError as error:
        why = str(error)
    assert "\n" not in why


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(DERIVED), value=VALUES)
def test_any_value_of_the_evidence_that_is_altered_is_refused(
    path: tuple[Any, ...], value: object
) -> None:
    assume(type(value) is not type(leaf(path)) or value != leaf(path))
    try:
        receipt = verify(rewritten(path, value))
    except ContentError:
        return
    assert not receipt.ok


HOSTILE = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "]]><!-- -->",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "\n```\n# not a heading\n<!-- end of brief -->",
    "[^c1] | **bold** `code`",
    "\u202eright to left\u2066",
    "\ud800 unpaired",
    "bell \x07 null \x00 escape \x1b",
    "\u2028line\u2029",
    "שלום عالم",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_travel_through_every_kind_and_still_verify(words: str) -> None:
    brief = compile_brief(material(hostile=words), generator="onrecord test")
    for rendered in (render_html(brief), render_markdown(brief), render_json(brief)):
        rendered.encode("utf-8")
        assert verify(rendered).ok


@FEW
@given(words=st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_any_words_travel_through_every_kind_and_still_verify(words: str) -> None:
    assume("\r" not in words and not words.startswith("\n"))
    brief = compile_brief(material(hostile=words.strip()), generator="onrecord test")
    for rendered in (render_html(brief), render_markdown(brief), render_json(brief)):
        assert verify(rendered.encode("utf-8").decode("utf-8")).ok
