from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.unit.publish.crisis import material

from onrecord.domain.brief import Brief
from onrecord.domain.errors import ContentError
from onrecord.publish.compile import compile_brief
from onrecord.publish.render import render_html, render_json, render_markdown
from onrecord.publish.serial import from_text, to_text
from onrecord.publish.verify import Receipt, verify

Change = Callable[[dict[str, Any]], None]


@pytest.fixture(scope="module")
def brief() -> Brief:
    return compile_brief(material(), generator="onrecord test")


@pytest.fixture(scope="module")
def page(brief: Brief) -> str:
    return render_html(brief)


def forged(brief: Brief, change: Change) -> str:
    """Return JSON of the brief after `change`, as somebody who keeps everything consistent writes it."""
    envelope = json.loads(to_text(brief))
    change(envelope["brief"])
    return json.dumps(envelope)


def reasons(receipt: Receipt) -> str:
    return "\n".join(f"{one.sentence_id}: {one.why}" for one in receipt.failures)


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_an_untouched_brief_verifies_from_its_file_alone(
    brief: Brief, render: Callable[[Brief], str]
) -> None:
    receipt = verify(render(brief))
    assert receipt.ok
    assert receipt.failures == ()
    assert receipt.sentences == len(brief.all_sentences())
    assert receipt.citations == len(brief.citations)
    assert receipt.documents == len(brief.documents)
    assert receipt.head == brief.generated_from
    assert len(receipt.digest) == 64


def test_the_three_kinds_carry_one_digest(brief: Brief) -> None:
    kinds = (render_html(brief), render_markdown(brief), render_json(brief))
    assert len({verify(kind).digest for kind in kinds}) == 1


def test_line_ends_of_another_system_do_no_harm(page: str) -> None:
    assert verify("\ufeff" + page.replace("\n", "\r\n")).ok


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("at least 8 more", "at least 9 more", "s1"),
        (
            '“<span class="quote" dir="auto">We will not stop',
            '“<span class="quote" dir="auto">We will now stop',
            "s16",
        ),
        ("as of 28 November 2031", "as of 27 November 2031", "s2"),
    ],
)
def test_words_altered_in_the_page_alone_are_refused_by_sentence(
    page: str, old: str, new: str, sentence: str
) -> None:
    assert old in page
    receipt = verify(page.replace(old, new, 1))
    assert not receipt.ok
    assert receipt.failures[0].sentence_id == sentence


def test_a_highlighted_word_altered_in_a_card_names_the_sentence_it_supports(page: str) -> None:
    receipt = verify(page.replace("<mark>21 strikes</mark>", "<mark>31 strikes</mark>", 1))
    assert [one.sentence_id for one in receipt.failures] == ["s1"]
    assert "card c1" in receipt.failures[0].why


def test_a_digest_altered_in_the_page_is_refused(page: str, brief: Brief) -> None:
    digest = verify(page).digest
    assert not verify(page.replace(f"<code>{digest}</code>", f"<code>{'0' * 64}</code>")).ok
    bytes_digest = str(brief.documents[0].card["bytes_sha256"])
    assert not verify(page.replace(f"<dd><code>{bytes_digest}", f"<dd><code>{'0' * 64}", 1)).ok


@pytest.mark.parametrize(
    "added",
    [
        "<p>The minister resigned.</p>",
        "<p hidden>The minister resigned.</p>",
        '<p style="position:absolute;left:-9in"></p>',
        '<ul><li><span class="sentence" data-sentence="s1">Extra.</span></li></ul>',
        "<!-- a note -->",
        "<script>alert(1)</script>",
        "<style>.sentence{display:none}</style>",
    ],
)
def test_anything_added_to_the_page_seen_or_unseen_is_refused(page: str, added: str) -> None:
    receipt = verify(page.replace("</main>", f"{added}</main>"))
    assert not receipt.ok
    assert receipt.failures


def test_a_sentence_added_to_the_page_is_named(page: str) -> None:
    extra = '<p><span class="sentence" data-sentence="s99">The minister resigned.</span></p>'
    receipt = verify(page.replace("</main>", f"{extra}</main>"))
    assert [(one.sentence_id, one.text) for one in receipt.failures] == [
        ("s99", "The minister resigned.")
    ]


def test_a_sentence_taken_out_of_the_page_is_named(page: str) -> None:
    start = page.index('<li><span class="sentence" id="s2"')
    receipt = verify(page[:start] + page[page.index("</li>", start) + 6 :])
    assert "s2" in {one.sentence_id for one in receipt.failures}


def test_a_hiding_attribute_on_a_sentence_is_refused(page: str) -> None:
    receipt = verify(page.replace('data-sentence="s3"', 'data-sentence="s3" hidden'))
    assert not receipt.ok


def test_a_page_whose_evidence_was_taken_out_is_refused_sentence_by_sentence(page: str) -> None:
    start = page.index('<script type="application/json"')
    receipt = verify(page[:start] + page[page.index("</script>", start) + 9 :])
    assert not receipt.ok
    assert {one.sentence_id for one in receipt.failures} >= {"s1", "s2", "s3"}
    assert "evidence block is missing" in receipt.failures[0].why


def test_a_second_evidence_block_is_refused(page: str, brief: Brief) -> None:
    second = f'<script type="application/json" id="onrecord-evidence">{to_text(brief)}</script>'
    assert not verify(page.replace("</body>", f"{second}</body>")).ok


def _sentence(brief: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a sentence of the plain brief, to be altered in place."""
    for section in brief["sections"]:
        for block in section["blocks"]:
            listed: list[dict[str, Any]] = [*block.get("sentences", []), *block.get("rows", [])]
            for one in listed:
                if one["id"] == name:
                    return one
    raise AssertionError(name)


def _set_text(brief: dict[str, Any]) -> None:
    one = _sentence(brief, "s2")
    one["text"] = one["text"].replace("8 more", "9 more")


def _no_support(brief: dict[str, Any]) -> None:
    _sentence(brief, "s2")["support"] = []


def _missing_support(brief: dict[str, Any]) -> None:
    _sentence(brief, "s2")["support"][0]["id"] = "c999"


def _other_support(brief: dict[str, Any]) -> None:
    _sentence(brief, "s2")["support"][0]["id"] = "c3"


def _quote(brief: dict[str, Any]) -> None:
    brief["citations"][0]["span"]["exact"] = "31 strikes"


def _figure(brief: dict[str, Any]) -> None:
    quantity = brief["citations"][0]["counted"]["quantity"]
    quantity.update(value=31, low=31, high=31)
    _sentence(brief, "s2")["text"] = _sentence(brief, "s2")["text"].replace(" 21 ", " 31 ")


def _statement(brief: dict[str, Any]) -> None:
    brief["citations"][0]["statement"]["actor"] = "the navy"


def _passage(brief: dict[str, Any]) -> None:
    passage = brief["documents"][0]["passages"][0]
    passage["text"] = passage["text"].replace("Ministry", "Monastry")


def _moved_passage(brief: dict[str, Any]) -> None:
    brief["documents"][0]["passages"][0]["start"] += 1


def _proof(brief: dict[str, Any]) -> None:
    proof = brief["documents"][0]["passages"][0]["proof"]
    proof[0] = "0" * 64


def _short_proof(brief: dict[str, Any]) -> None:
    brief["documents"][0]["passages"][0]["proof"].pop()


def _unreadable_proof(brief: dict[str, Any]) -> None:
    brief["documents"][0]["passages"][0]["proof"][0] = "no hexadecimal"


def _card(brief: dict[str, Any]) -> None:
    brief["documents"][0]["card"]["publisher"] = "The Times"


def _bytes_digest(brief: dict[str, Any]) -> None:
    brief["documents"][0]["card"]["bytes_sha256"] = "0" * 64


def _document_id(brief: dict[str, Any]) -> None:
    brief["documents"][0]["document"] = "doc-" + "0" * 32


def _date(brief: dict[str, Any]) -> None:
    brief["citations"][0]["dated"]["edtf"] = "2031-11-27"


def _heading(brief: dict[str, Any]) -> None:
    brief["sections"][0]["heading"] = "What the minister hides"


def _chart(brief: dict[str, Any]) -> None:
    block = next(one for one in brief["sections"][1]["blocks"] if one.get("figure"))
    block["figure"]["svg"] = block["figure"]["svg"].replace("28 Nov 2031", "28 Oct 2031")


def _chart_moved(brief: dict[str, Any]) -> None:
    block = next(one for one in brief["sections"][1]["blocks"] if one.get("figure"))
    block["figure"]["svg"] = block["figure"]["svg"].replace("translate(320,", "translate(280,")


def _origin(brief: dict[str, Any]) -> None:
    brief["documents"][0]["origin"] = "an eyewitness"


def _form(brief: dict[str, Any]) -> None:
    _sentence(brief, "s2")["form"] = "made_up"


def _mode(brief: dict[str, Any]) -> None:
    _sentence(brief, "s2")["mode"] = "quoted"


def _twice(brief: dict[str, Any]) -> None:
    sentences = brief["sections"][0]["blocks"][0]["sentences"]
    sentences.append(dict(sentences[0]))


def _imagined_as_event(brief: dict[str, Any]) -> None:
    imagined = next(one for one in brief["sections"] if one["id"] == "imagined")
    one = imagined["blocks"][0]["sentences"][0]
    one["form"] = "timeline"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_set_text, "does not follow from its support"),
        (_no_support, "has no support"),
        (_missing_support, "c999 is missing"),
        (_other_support, "does not follow"),
        (_quote, "do not stand at their offsets"),
        (_figure, "figure is none of its statement"),
        (_statement, "does not hash to its id"),
        (_passage, "proof leads elsewhere"),
        (_moved_passage, "proof leads elsewhere"),
        (_proof, "proof leads elsewhere"),
        (_short_proof, "proof leads elsewhere"),
        (_unreadable_proof, "proof leads elsewhere"),
        (_card, "does not hash to its id"),
        (_bytes_digest, "does not hash to its id"),
        (_document_id, "does not hash to its id"),
        (_date, "date is none"),
        (_heading, "not that of its section"),
        (_chart, "chart is not what its figures draw"),
        (_chart_moved, "chart is not what its figures draw"),
        (_origin, "declared by no document"),
        (_form, "no form is called"),
        (_mode, "marked as something it is not"),
        (_twice, "bear one name"),
        (_imagined_as_event, "law 5"),
    ],
)
def test_evidence_altered_by_somebody_who_writes_the_file_anew_is_refused(
    brief: Brief, change: Change, why: str
) -> None:
    altered = forged(brief, change)
    receipt = verify(altered)
    assert not receipt.ok
    assert why in reasons(receipt)


def test_a_number_its_words_do_not_state_is_refused_even_with_every_id_made_anew(
    brief: Brief,
) -> None:
    first = brief.citations[0]
    assert first.statement is not None
    assert first.counted is not None
    lying = replace(
        first.counted, quantity=replace(first.counted.quantity, value=31, low=31, high=31)
    )
    statement = replace(first.statement, quantities=(lying, *first.statement.quantities[1:]))
    citations = (
        replace(first, statement=statement, statement_id=statement.id, counted=lying),
        *brief.citations[1:],
    )
    told = json.loads(to_text(replace(brief, citations=citations)))
    _sentence(told["brief"], "s2")["text"] = _sentence(told["brief"], "s2")["text"].replace(
        " 21 ", " 31 "
    )
    receipt = verify(render_json(from_text(json.dumps(told))))
    assert "s2" in {one.sentence_id for one in receipt.failures}


def test_altered_evidence_inside_a_page_is_refused_and_names_the_sentence(
    brief: Brief, page: str
) -> None:
    before = to_text(brief)
    after = before.replace("at least 8 more", "at least 9 more")
    assert after != before
    receipt = verify(page.replace(before, after))
    assert not receipt.ok
    assert "s2" in {one.sentence_id for one in receipt.failures}


def test_a_passage_altered_in_the_markdown_evidence_is_refused(brief: Brief) -> None:
    text = render_markdown(brief)
    assert not verify(text.replace("killing at least 83 people", "killing at least 93 people")).ok


def test_a_line_altered_in_the_markdown_names_the_sentence(brief: Brief) -> None:
    text = render_markdown(brief)
    at = text.index("- Strikes, since")
    receipt = verify(text[:at] + text[at:].replace(": 21", ": 22", 1))
    assert [one.sentence_id for one in receipt.failures] == ["s2"]


def test_a_line_added_to_the_markdown_is_refused(brief: Brief) -> None:
    text = render_markdown(brief).replace("## Counts", "The minister resigned.\n\n## Counts")
    assert "The minister resigned." in {one.text for one in verify(text).failures}


def test_markdown_without_its_evidence_is_refused(brief: Brief) -> None:
    text = render_markdown(brief)
    at = text.index("```json onrecord-evidence")
    end = text.index("\n```\n", at) + 5
    receipt = verify(text[:at] + text[end:])
    assert not receipt.ok
    assert "evidence block is missing" in receipt.failures[0].why


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "empty"),
        (" \n\n", "empty"),
        ("\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        ("Minutes of a meeting.", "neither"),
        ("<!doctype html><html><body><p>Hello</p></body></html>", "no brief"),
        ("<!doctype html><html><body><p>Hel", "cut short"),
        ("{", "damaged"),
        ('{"a": 1}', "no brief"),
        ('{"format": "onrecord-brief", "layout": 3, "brief": []}', "not that of a brief"),
        ('{"format": "onrecord-brief", "layout": 3, "brief": {"title": NaN}}', "damaged"),
        ('{"format": "onrecord-brief", "layout": 99, "brief": {}}', "layout 99"),
        ('{"format": "onrecord-brief", "format": "onrecord-brief"}', "damaged"),
        ("[" * 100_000, "neither"),
        ('{"a":' * 100_000, "damaged"),
    ],
)
def test_a_file_that_is_no_brief_gives_one_line(content: str, why: str) -> None:
    with pytest.raises(ContentError, match=why) as caught:
        verify(content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("render", [render_html, render_markdown, render_json])
def test_a_brief_cut_short_is_no_brief(brief: Brief, render: Callable[[Brief], str]) -> None:
    whole = render(brief)
    for share in (0.3, 0.6, 0.9, 0.99):
        with pytest.raises(ContentError):
            verify(whole[: int(len(whole) * share)])


@pytest.mark.parametrize(
    "change",
    [
        lambda brief: brief["citations"][0]["statement"].update(kind="occ.rumour"),
        lambda brief: brief["citations"][0]["span"].update(start="59"),
        lambda brief: brief["citations"][0]["span"].update(start=True),
        lambda brief: brief.update(hidden="words"),
        lambda brief: brief["documents"][0].update(leaves=1.5),
        lambda brief: brief["sections"][0].update(id="secret"),
        lambda brief: brief["generated_from"].update(digest=None),
    ],
)
def test_evidence_of_a_wrong_shape_is_no_brief(brief: Brief, change: Change) -> None:
    with pytest.raises(ContentError):
        verify(forged(brief, change))


@pytest.mark.parametrize(
    "change",
    [
        lambda brief: brief["documents"][0]["card"].update(doc_date=3),
        lambda brief: brief["documents"][0]["card"].pop("lineage"),
        lambda brief: brief["documents"][0]["card"].update(access="secret"),
        lambda brief: brief["documents"][0].update(card={}),
    ],
)
def test_a_card_of_a_wrong_shape_is_refused(brief: Brief, change: Change) -> None:
    receipt = verify(forged(brief, change))
    assert not receipt.ok
    assert {one.why.partition(":")[0] for one in receipt.failures} != {"it is not laid out as"}


def test_a_brief_survives_its_own_text(brief: Brief) -> None:
    assert from_text(to_text(brief)) == brief
