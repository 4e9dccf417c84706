from __future__ import annotations

from onrecord.domain.brief import (
    LAYOUT,
    Block,
    Brief,
    CitedPassage,
    Section,
    Sentence,
    Support,
)
from onrecord.domain.codec import canonical_json, from_plain, to_plain
from onrecord.domain.ledger import Head


def sentence(name: str) -> Sentence:
    return Sentence(name, "step", f"Sentence {name}.", (Support("c1", "earlier"),), "computed")


def brief() -> Brief:
    block = Block(heading=sentence("s2"), sentences=(sentence("s3"),), rows=(sentence("s4"),))
    return Brief(
        title="A title",
        generated_from=Head(3, "ab" * 32),
        as_of=None,
        generator="onrecord test",
        lead=sentence("s1"),
        sections=(Section("counts", "Counts", (block, Block(sentences=(sentence("s5"),)))),),
        citations=(),
        documents=(),
    )


def test_sentences_come_in_the_order_a_reader_meets_them() -> None:
    assert [one.id for one in brief().all_sentences()] == ["s1", "s2", "s3", "s4", "s5"]


def test_a_brief_without_a_lead_has_its_other_sentences() -> None:
    bare = Brief("", Head(0, "0" * 64), None, "", None, (), (), ())
    assert bare.all_sentences() == ()
    assert bare.layout == LAYOUT


def test_a_brief_survives_its_plain_form() -> None:
    assert from_plain(Brief, to_plain(brief())) == brief()
    assert canonical_json(from_plain(Brief, to_plain(brief()))) == canonical_json(brief())


def test_a_passage_ends_where_its_letters_end() -> None:
    assert CitedPassage(0, 10, "words").end == 15
