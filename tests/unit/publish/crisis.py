"""A small invented crisis, built by hand: three reports, one of them edited, one undated."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.domain.document import Document, Lineage, Passage
from onrecord.domain.ids import sha256_hex
from onrecord.domain.ledger import Head
from onrecord.domain.link import Link
from onrecord.domain.merkle import leaf_digest, root_of
from onrecord.domain.quantity import Quantity, difference
from onrecord.domain.reading import Reading
from onrecord.domain.revision import Revision
from onrecord.domain.span import Extent, Span, span_at
from onrecord.domain.statement import Counted, Factuality, Statement, Voice
from onrecord.domain.tally import Derived, Observation, Scope, Step, Tally
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When, undated
from onrecord.publish.compile import Material

HERALD = """Harbour strikes go on
Coast guard vessels have carried out 21 strikes since September 2031, killing at least 83 people, the Ministry of Defence said on Friday.
“We will not stop,” Defence Minister Ana Ruel told reporters. The harbour master declined to comment.
If the port were hit, trade would end within days. Who gave the order?"""
POST = """Toll passes 100
At least 29 strikes have been carried out and more than 100 people have been killed, the Ministry of Defence said.
“We shall not stop,” Ruel said. The navy denied that it had fired on a ferry.
On Tuesday, 14 April 2031, the first boat was hit. It is unclear who ordered it."""
NOTE = """Nobody has claimed the attack of yesterday.
Dozens of boats were sunk."""
NOTE_BEFORE = """Nobody has claimed the attack of yesterday.
Twelve boats were sunk."""


NO_DATE = Unknown("the text bears no date")
NO_CREDIT = Unknown("no credit")


def document(
    text: str,
    *,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    day: When | Unknown = NO_DATE,
    origin: str | Unknown = NO_CREDIT,
    version_of: str | None = None,
) -> Document:
    passages: list[Passage] = []
    at = 0
    for line in text.splitlines(keepends=True):
        passages.append(Passage(Extent(at, at + len(line)), "body"))
        at += len(line)
    leaves = [leaf_digest(one.extent.start, one.extent.of(text)) for one in passages]
    return Document(
        origin_key=url or sha256_hex((title or text[:20]).encode()),
        doc_date=day,
        lineage=Lineage(origin, "none" if isinstance(origin, Unknown) else "publisher"),
        media_type="text/plain",
        bytes_sha256=sha256_hex(b"bytes" + text.encode("utf-8", "surrogatepass")),
        text_sha256=sha256_hex(text.encode("utf-8", "surrogatepass")),
        text_root=root_of(leaves).hex(),
        normaliser="test/1",
        url=url,
        title=title,
        publisher=publisher,
        version_of=version_of,
        passages=tuple(passages),
    )


class Writer:
    """Pins statements in one text by their words."""

    def __init__(self, text: str, own: Document) -> None:
        self.text, self.own = text, own
        self.found: list[Statement] = []

    def span(self, words: str, role: str = "content") -> Span:
        at = self.text.index(words)
        return span_at(
            self.text,
            Extent(at, at + len(words)),
            document=self.own.id,
            role=role,  # type: ignore[arg-type]
        )

    def counted(self, words: str, quantity: Quantity) -> Counted:
        return Counted(self.span(words, "quantity"), quantity)

    def add(self, words: str, kind: str, value: str = "CT+", **more: object) -> Statement:
        aux = more.pop("aux", ())
        voices = more.get("voices", ())
        chain = [Factuality("author", "CT+" if not voices else "CTu", () if voices else aux)]  # type: ignore[arg-type]
        if voices:
            chain.append(Factuality("source", value, aux))  # type: ignore[arg-type]
        else:
            chain = [Factuality("author", value, aux)]  # type: ignore[arg-type]
        made = Statement(
            document=self.own.id,
            content=self.span(words),
            kind=kind,  # type: ignore[arg-type]
            factuality=tuple(chain),
            **more,  # type: ignore[arg-type]
        )
        self.found.append(made)
        return made

    def voice(self, words: str, name: str = "", identity: str = "named_office") -> Voice:
        return Voice(words, identity, name, self.span(words, "source"))  # type: ignore[arg-type]

    def reading(self, recorded_at: str = "2031-12-30T08:00:00.000000Z") -> Reading:
        return Reading(self.own, self.text, tuple(self.found), recorded_at)


def day(edtf: str) -> When:
    return When("", edtf, "supplied")


def strikes(value: int, *, least: bool = False) -> Quantity:
    if least:
        return Quantity(value, value, None, "strikes", "at_least", "at least", "strikes")
    return Quantity(value, value, value, "strikes", counted="strikes")


def observe(statement: Statement, counted: Counted, own: Document, issuer: str) -> Observation:
    return Observation(
        as_of=own.doc_date,
        quantity=counted.quantity,
        statement=statement.id,
        span=counted.span,
        issuer=issuer,
        outlet=own.publisher or Unknown("not stated"),
        lineage=str(own.lineage.origin),
    )


def tally(scope: Scope, *observations: Observation) -> Tally:
    steps = tuple(
        Step(a.statement, b.statement, difference(a.quantity, b.quantity), "rise")
        for a, b in pairwise(observations)
    )
    return Tally(scope, observations, Derived(None, None, None, "test"), steps)


def material(*, hostile: str = "") -> Material:
    """Return the whole crisis; `hostile` is added to titles, publishers and a line of text."""
    first = document(
        HERALD + (f"\n{hostile}" if hostile else ""),
        url="https://herald.example/strikes",
        title=f"Harbour strikes go on{hostile}",
        publisher=f"The Herald{hostile}",
        day=day("2031-11-28"),
        origin="herald",
    )
    h = Writer(HERALD + (f"\n{hostile}" if hostile else ""), first)
    ministry = h.voice("the Ministry of Defence")
    h21 = h.counted("21 strikes", strikes(21))
    h83 = h.counted(
        "at least 83 people",
        Quantity(83, 83, None, "people_killed", "at_least", "at least", "people"),
    )
    window = When("since September 2031", "2031-09/2031-11-28", "relative", "2031-11-28")
    count = h.add(
        "Coast guard vessels have carried out 21 strikes since September 2031, killing at least 83 people",
        "occ.tally",
        voices=(ministry,),
        cue=h.span("said", "cue"),
        quantities=(h21, h83),
        when=window,
        mode="indirect",
    )
    quote = h.add(
        "We will not stop",
        "say.pledge",
        voices=(h.voice("Defence Minister Ana Ruel"),),
        cue=h.span("told", "cue"),
        mode="direct",
    )
    h.add(
        "The harbour master declined to comment",
        "say.decline",
        "Uu",
        voices=(h.voice("The harbour master"),),
        cue=h.span("declined", "cue"),
    )
    h.add(
        "If the port were hit, trade would end within days",
        "fut.counterfactual",
        "PS+",
        aux=("hypothetical",),
    )
    h.add("Who gave the order?", "fut.question", "Uu", aux=("question",))
    if hostile:
        h.add(hostile, "say.report", voices=(h.voice("Defence Minister Ana Ruel"),), mode="direct")

    second = document(
        POST,
        url="https://post.example/a?b=1&c=2#top",
        title="Toll passes 100",
        publisher="The Northcoast Post",
        day=day("2031-12-30"),
        origin="northcoast post",
    )
    p = Writer(POST, second)
    ministry2 = p.voice("the Ministry of Defence")
    p29 = p.counted("At least 29 strikes", strikes(29, least=True))
    p100 = p.counted(
        "more than 100 people",
        Quantity(100, 101, None, "people_killed", "more_than", "more than", "people"),
    )
    later = p.add(
        "At least 29 strikes have been carried out and more than 100 people have been killed",
        "occ.tally",
        voices=(ministry2,),
        cue=p.span("said", "cue"),
        quantities=(p29, p100),
        when=Unknown("no time is stated"),
        mode="indirect",
    )
    requote = p.add(
        "We shall not stop",
        "say.pledge",
        voices=(p.voice("Ruel"),),
        mode="direct",
        cue=p.span("said", "cue"),
    )
    p.add(
        "it had fired on a ferry",
        "say.deny",
        "CT-",
        voices=(p.voice("The navy"),),
        cue=p.span("denied", "cue"),
        aux=("negation",),
    )
    hit = p.add(
        "On Tuesday, 14 April 2031, the first boat was hit",
        "occ.event",
        when=When(
            "On Tuesday, 14 April 2031",
            "2031-04-14",
            "explicit",
            conflict="14 April 2031 was a Monday",
        ),
    )
    p.add("It is unclear who ordered it", "meta.gap", "Uu")

    before = document(NOTE_BEFORE, title="A note", publisher="The Quay Report")
    after = document(NOTE, title="A note", publisher="The Quay Report", version_of=before.id)
    after = replace(after, origin_key=before.origin_key)
    n = Writer(NOTE, after)
    sunk = n.add(
        "Dozens of boats were sunk",
        "occ.event",
        when=undated("", "the report bears no date"),
        quantities=(
            n.counted(
                "Dozens of boats", Quantity(None, 24, None, "boats", "at_least", "Dozens", "boats")
            ),
        ),
    )
    revision = Revision(after.id, "Twelve", "Dozens of", "update", "The Quay Report")
    office = "the Ministry of Defence"
    return Material(
        readings=(h.reading(), p.reading(), n.reading()),
        superseded=(Reading(before, NOTE_BEFORE, (), "2031-12-29T08:00:00.000000Z"),),
        tallies=(
            tally(
                Scope("strikes", window_start="2031-09"),
                observe(count, h21, first, office),
                observe(later, p29, second, office),
            ),
            tally(
                Scope("people_killed"),
                observe(count, h83, first, office),
                observe(later, p100, second, office),
            ),
        ),
        timeline=(
            TimelineEntry(hit.when, hit, lineages=("northcoast post",)),  # type: ignore[arg-type]
            TimelineEntry(sunk.when, sunk),  # type: ignore[arg-type]
        ),
        links=(Link(requote.id, quote.id, "tension", "quotation_altered", "different_lineage"),),
        revisions=(revision,),
        head=Head(12, "ab" * 32),
        as_of=None,
        title=f"The harbour campaign{hostile}",
    )
