"""An invented explosion at a quay, in three reports built by hand: two origins, one reprint."""

from __future__ import annotations

from tests.unit.publish.crisis import Writer, day, document

from onrecord.domain.difference import Changes
from onrecord.domain.document import Document
from onrecord.domain.event import Event, Harm, ResponsibilityClaim
from onrecord.domain.grouping import Account, EventGroup, Ground, Join
from onrecord.domain.ledger import Head
from onrecord.domain.quantity import Quantity
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Act, Statement
from onrecord.domain.timeline import TimelineEntry
from onrecord.domain.when import When
from onrecord.domain.where import Where
from onrecord.publish.compile import Material

WIRE = """Explosion at the quay
An explosion tore through the fish quay in Port Orlan on 12 April 2031, killing at least 40 people.
The prime minister blames Velmara. A spokesman for Velmara denied any part in the explosion.
"We will answer this at sea," the prime minister said."""
POST = """Blast at Port Orlan
An explosion tore through the fish quay in Port Orlan on 12 April 2031, killing at least 40 people."""
LEDGER = """Ministry lowers its count
The explosion in Port Orlan on 12 April 2031 killed 33 people, the Ministry of Health said.
On 20 April 2031 the navy of Ilvane boarded a Velmaran freighter off Port Orlan."""

#: Two states between which nothing happened.
NO_CHANGES = Changes((), (), (), (), ())
SAID_ON = When("on 12 April 2031", "2031-04-12", "explicit")
BOARDED_ON = When("On 20 April 2031", "2031-04-20", "explicit")
BLAST = Act("PLOVER", "ASSAULT", "explosives")
PLACE = Where("Port Orlan", "Port Orlan")


def killed(value: int, *, least: bool = False) -> Quantity:
    if least:
        return Quantity(value, value, None, "people_killed", "at_least", "at least", "people")
    return Quantity(value, value, value, "people_killed", counted="people")


class Quay:
    """The reports, and their statements by a short name."""

    def __init__(self) -> None:
        self.statements: dict[str, Statement] = {}
        self.wire = self._explosion(
            WIRE, _card(WIRE, "Strait Wire", "2031-04-13", "strait wire"), "wire"
        )
        self.post = self._explosion(
            POST, _card(POST, "The Evening Post", "2031-04-13", "strait wire"), "post"
        )
        self.ledger = self._ledger(_card(LEDGER, "Orlan Ledger", "2031-04-24", "orlan ledger"))

    def _explosion(self, text: str, card: Document, name: str) -> Writer:
        writer = Writer(text, card)
        self.statements[name] = writer.add(
            "An explosion tore through the fish quay in Port Orlan on 12 April 2031",
            "occ.event", when=SAID_ON, where=PLACE, act=BLAST, actor="An explosion",
        )  # fmt: skip
        self.statements[f"{name} toll"] = writer.add(
            "killing at least 40 people", "occ.event", when=SAID_ON, where=PLACE,
            quantities=(writer.counted("at least 40 people", killed(40, least=True)),),
        )  # fmt: skip
        if name == "wire":
            self.statements["blame"] = writer.add(
                "The prime minister blames Velmara", "say.accuse",
                voices=(writer.voice("The prime minister"),), actor="Velmara",
            )  # fmt: skip
            self.statements["denial"] = writer.add(
                "any part in the explosion", "say.deny", "CT-",
                voices=(writer.voice("A spokesman for Velmara"),),
                cue=writer.span("denied", "cue"),
            )  # fmt: skip
            self.statements["threat"] = writer.add(
                '"We will answer this at sea,"', "say.threat", mode="direct", aux=("future",),
                voices=(writer.voice("the prime minister"),),
            )  # fmt: skip
        return writer

    def _ledger(self, card: Document) -> Writer:
        writer = Writer(LEDGER, card)
        self.statements["lowered"] = writer.add(
            "The explosion in Port Orlan on 12 April 2031 killed 33 people",
            "occ.event", when=SAID_ON, where=PLACE,
            voices=(writer.voice("the Ministry of Health"),),
            quantities=(writer.counted("33 people", killed(33)),),
        )  # fmt: skip
        self.statements["boarded"] = writer.add(
            "On 20 April 2031 the navy of Ilvane boarded a Velmaran freighter off Port Orlan",
            "occ.event", when=BOARDED_ON, where=PLACE, actor="the navy of Ilvane",
        )  # fmt: skip
        return writer

    def id(self, name: str) -> str:
        return self.statements[name].id

    def account(self, *names: str, lineage: str) -> Account:
        return Account(
            self.statements[names[0]].document, lineage, tuple(self.id(name) for name in names)
        )

    def explosion(self, *, later: bool = True) -> EventGroup:
        """Return the explosion; without the later report it rests on one origin."""
        accounts = [
            self.account("wire", "wire toll", lineage="strait wire"),
            self.account("post", "post toll", lineage="strait wire"),
        ]
        joins = [_join(accounts[0], accounts[1], Ground("reprint", 3.0))]
        tolls = ["wire toll", "post toll"]
        low, high = 40, None
        if later:
            accounts.append(self.account("lowered", lineage="orlan ledger"))
            joins.append(
                _join(
                    accounts[0],
                    accounts[2],
                    Ground("place", 2.0, "Port Orlan"),
                    Ground("day", 2.0, "12 April"),
                    Ground("harm", -1.0),
                    Ground("moon", 1.0, "no such ground"),
                )
            )
            tolls.append("lowered")
            low, high = 33, 33
        return EventGroup(
            Event(
                statements=tuple(sorted(name for one in accounts for name in one.statements)),
                act=BLAST,
                when=SAID_ON,
                where=PLACE,
                harm=(
                    Harm("killed", "not_stated", low, None, high, "newest of each voice",
                         tuple(self.id(name) for name in tolls)),
                ),
                responsibility=(
                    ResponsibilityClaim("The prime minister", "Velmara", "attributes", self.id("blame")),
                    ResponsibilityClaim(
                        "A spokesman for Velmara", "Velmara", "denies", self.id("denial")
                    ),
                ),
                status="disputed",
            ),
            tuple(accounts),
            tuple(joins),
        )  # fmt: skip

    def boarding(self) -> EventGroup:
        account = self.account("boarded", lineage="orlan ledger")
        when = self.statements["boarded"].when
        return EventGroup(
            Event(statements=account.statements, act=BLAST, when=when, where=PLACE), (account,)
        )

    def readings(self) -> tuple[Reading, ...]:
        return (
            self.wire.reading("2031-04-13T09:00:00.000000Z"),
            self.post.reading("2031-04-13T10:00:00.000000Z"),
            self.ledger.reading("2031-04-24T09:00:00.000000Z"),
        )

    def material(self) -> Material:
        threat = self.statements["threat"]
        return Material(
            readings=self.readings(),
            superseded=(),
            tallies=(),
            timeline=(TimelineEntry(BOARDED_ON, self.statements["boarded"]),
                      TimelineEntry(day("2031-04-13"), threat)),
            links=(),
            revisions=(),
            head=Head(3, "ab" * 32),
            as_of=None,
            title="The quay",
            events=(self.explosion(), self.boarding()),
        )  # fmt: skip


def _card(text: str, publisher: str, edtf: str, origin: str) -> Document:
    return document(
        text, url=f"https://{publisher.rsplit(maxsplit=1)[-1].lower()}.example/quay",
        title=text.splitlines()[0], publisher=publisher, day=day(edtf), origin=origin,
    )  # fmt: skip


def _join(first: Account, second: Account, *grounds: Ground) -> Join:
    return Join(first.key, second.key, sum(one.points for one in grounds), grounds)
