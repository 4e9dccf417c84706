from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.publish.crisis import Writer, day, document, strikes

from onrecord.domain.brief import Brief
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link, LinkKind, LinkSubtype
from onrecord.domain.statement import Act, Statement
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.publish.check import check
from onrecord.publish.compile import Material, compile_brief
from onrecord.publish.render import render_html
from onrecord.publish.verify import verify

EARLY = """Minister warns Ilvane
The defence minister of Velmara vowed that the navy would strike on land very soon.
Talks are largely symbolic, an envoy said. The navy struck a depot, witnesses said.
The ministry counted 21 strikes."""
LATE = """Depot burns in Selden
On 20 April 2031 the navy of Velmara struck a fuel depot in Selden.
Talks mark a sharp turn, a diplomat said. The ministry said it had struck no depot.
The Herald withdrew its report of 21 strikes. The monitor counted 24 strikes."""
SELDEN = Where("Selden", "Selden")


class Pair:
    def __init__(self) -> None:
        first = document(EARLY, title="Minister warns Ilvane", publisher="The Herald",
                         day=day("2031-04-08"), origin="herald")  # fmt: skip
        last = document(LATE, title="Depot burns in Selden", publisher="Selden Post",
                        day=day("2031-04-21"), origin="selden post")  # fmt: skip
        self.early, self.late = Writer(EARLY, first), Writer(LATE, last)
        e, p = self.early, self.late
        self.threat = e.add("the navy would strike on land very soon", "say.threat",
                            voices=(e.voice("The defence minister of Velmara"),), aux=("future",),
                            actor="the navy")  # fmt: skip
        self.symbolic = e.add("Talks are largely symbolic", "jdg.assessment",
                              voices=(e.voice("an envoy"),))  # fmt: skip
        self.struck = e.add("The navy struck a depot", "occ.event", actor="The navy",
                            voices=(e.voice("witnesses"),))  # fmt: skip
        self.counted = e.add("The ministry counted 21 strikes", "occ.tally", "CT+",
                             quantities=(e.counted("21 strikes", strikes(21)),))  # fmt: skip
        self.strike = p.add(
            "On 20 April 2031 the navy of Velmara struck a fuel depot in Selden", "occ.event",
            when=When("On 20 April 2031", "2031-04-20", "explicit"), where=SELDEN,
            act=Act("PLOVER", "ASSAULT"),
        )  # fmt: skip
        self.turn = p.add("Talks mark a sharp turn", "jdg.assessment",
                          voices=(p.voice("a diplomat"),))  # fmt: skip
        self.no_strike = p.add("it had struck no depot", "say.deny", "CT-", aux=("negation",),
                               voices=(p.voice("The ministry"),))  # fmt: skip
        self.withdrew = p.add("The Herald withdrew its report of 21 strikes", "occ.event")
        self.more = p.add("The monitor counted 24 strikes", "occ.tally", "CT+",
                          quantities=(p.counted("24 strikes", strikes(24)),))  # fmt: skip

    def brief(self, *links: Link) -> Brief:
        return compile_brief(
            Material(
                readings=(self.early.reading(), self.late.reading()), superseded=(), tallies=(),
                timeline=(), links=links, revisions=(), head=Head(2, "ab" * 32), as_of=None,
                title="The depot",
            ),
            generator="onrecord test",
        )  # fmt: skip


PAIR = Pair()


def link(later: Statement, earlier: Statement, kind: LinkKind, subtype: LinkSubtype = "") -> Link:
    return Link(later.id, earlier.id, kind, subtype, "different_lineage")


def told(*links: Link) -> list[str]:
    made = PAIR.brief(*links)
    assert verify(render_html(made)).ok
    return [
        sentence.text
        for section in made.sections
        if section.id == "standing"
        for block in section.blocks
        for sentence in block.all_sentences()
    ]


def test_a_threat_and_what_followed_say_what_is_uncertain() -> None:
    assert told(link(PAIR.strike, PAIR.threat, "fulfils")) == [
        "Announced, then reported: “the navy would strike on land very soon” (The Herald, 8 April "
        "2031); then “On 20 April 2031 the navy of Velmara struck a fuel depot in Selden” (Selden "
        "Post, 21 April 2031); not certain: the later report does not say who did it; a place is "
        "missing from one of the two; how soon “very soon” meant is open."
    ]


def test_a_denial_is_the_deniers() -> None:
    assert told(link(PAIR.no_strike, PAIR.struck, "denies", "negation")) == [
        "Denied: “The navy struck a depot” (The Herald, 8 April 2031); against it “it had struck no "
        "depot” (Selden Post, 21 April 2031), denied by The ministry."
    ]


def test_a_tension_says_in_what_reports_differ() -> None:
    assert told(link(PAIR.turn, PAIR.symbolic, "tension", "evaluation")) == [
        "Reports differ in how it is judged: “Talks are largely symbolic” (The Herald, 8 April 2031) "
        "beside “Talks mark a sharp turn” (Selden Post, 21 April 2031)."
    ]


def test_figures_that_exclude_one_another_contradict() -> None:
    assert told(link(PAIR.more, PAIR.counted, "contradicts", "numeric"))[0].startswith(
        "Reports contradict one another in their figures: “The ministry counted 21 strikes”"
    )


def test_words_that_take_a_figure_back_are_a_retraction() -> None:
    assert told(link(PAIR.withdrew, PAIR.counted, "retracts"))[0].startswith("Taken back: ")


def test_an_update_stands_beside_what_it_updates() -> None:
    assert told(link(PAIR.strike, PAIR.struck, "updates"))[0].startswith("Later report: ")


@pytest.mark.parametrize(
    "unfounded",
    [
        link(PAIR.strike, PAIR.struck, "denies", "negation"),
        link(PAIR.turn, PAIR.symbolic, "contradicts", "numeric"),
        link(PAIR.strike, PAIR.counted, "fulfils"),
        link(PAIR.threat, PAIR.strike, "updates"),
        link(PAIR.strike, PAIR.counted, "repeats"),
        link(PAIR.symbolic, PAIR.symbolic, "tension", "evaluation"),
    ],
)
def test_a_link_its_statements_do_not_bear_out_is_not_told(unfounded: Link) -> None:
    assert told(unfounded) == []


def test_the_gravest_comes_first() -> None:
    found = told(
        link(PAIR.strike, PAIR.struck, "updates"),
        link(PAIR.more, PAIR.counted, "contradicts", "numeric"),
    )
    assert [one.partition(":")[0].split()[0] for one in found] == ["Reports", "Later"]


def test_many_links_of_one_sort_are_cut_and_the_brief_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onrecord.publish.standing.MAX_PER_FORM", 1)
    found = told(
        link(PAIR.turn, PAIR.symbolic, "tension", "evaluation"),
        link(PAIR.turn, PAIR.struck, "tension", "specificity"),
    )
    assert found[-1] == "1 more entry is left out here: onrecord statements lists every one."


def test_a_sort_of_tension_that_has_no_words_is_refused() -> None:
    made = PAIR.brief(link(PAIR.turn, PAIR.symbolic, "tension", "evaluation"))
    section = next(one for one in made.sections if one.id == "standing")
    sentence = section.blocks[0].sentences[0]
    forged = replace(
        made,
        sections=tuple(
            replace(
                one,
                blocks=(
                    replace(
                        one.blocks[0],
                        sentences=(replace(sentence, given=("as the minister lied",)),),
                    ),
                ),
            )
            if one.id == "standing"
            else one
            for one in made.sections
        ),
    )
    assert not verify(render_html(made).replace("in how it is judged", "as the minister lied")).ok
    assert any("nothing that reports differ in" in one.why for one in check(forged))
