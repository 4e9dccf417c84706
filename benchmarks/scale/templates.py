"""Reports with blanks: one reading of each serves for thousands of reports that differ in the blanks.

A blank is written `{place}`, `{enemy}` …; `{n}` and `{m}` are numbers. Days are told by weekday, so that
a report moved by whole weeks stays true to its calendar.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of report.

    Attributes:
        title: Headline.
        body: Paragraphs.
        outlet: Who prints it; reports of the wire are printed by others as well.
        wire: The wire it credits; empty for an outlet's own report.
        day: Days after the incident on which it is printed.
    """

    title: str
    body: str
    outlet: str
    wire: str
    day: int


#: The incident lies on a Monday; `day` counts from it.
TEMPLATES: tuple[Template, ...] = (
    Template(
        "Shelling kills {n} in {place}",
        """{place} (Meridian Wire) - Shells fired from across the {river} hit a market in {place} on Monday,
killing {n} people and wounding {m}, the regional governor, {governor}, said.

The governor said the shells had come from positions held by the {enemy}. The {enemy} denied that
its guns had fired on the town.

At least {total} people have been killed along the {river} since March, according to a Meridian
Wire count.

Hospitals in {place} asked for blood. "We have no more beds," said a doctor who asked not to be
named.""",
        "Harbour Gazette",
        "meridian wire",
        0,
    ),
    Template(
        "{n} dead after market in {place} is shelled",
        """{place} (Meridian Wire) - Shells fired from across the {river} struck a market in {place} on
Monday, killing {n} people and wounding {m}, the regional governor, {governor}, said.

The governor said the shells had come from positions held by the {enemy}. The {enemy} denied that
its guns had fired on the town.

At least {total} people have been killed along the {river} since March, according to a Meridian
Wire count.""",
        "Northcoast Post",
        "meridian wire",
        1,
    ),
    Template(
        "Toll of {place} market shelling rises",
        """The number of people killed when shells hit the market in {place} on Monday has risen to {n2}, the
health department said on Wednesday. Two of the wounded died overnight.

{m} people were still in hospital, the department said.

Residents of {place} buried the dead on Wednesday. Shops stayed shut for a second day.

The {enemy} has not claimed responsibility. Its spokesman said it would answer any attack on its
positions.""",
        "Ilvane Tribune",
        "",
        2,
    ),
    Template(
        "In {place}, a town counts its dead",
        """People in {place} were clearing glass from the market on Thursday, three days after shells killed
{n2} people there.

"I heard three of them," said a baker whose shop stands at the corner. "The fourth I did not
hear."

The mayor said that the town had asked the government for help since winter. The government said
that it had sent two ambulances.

In the capital, parliament will vote next week on whether to send troops to the {river}. The prime
minister has said that he opposes it.""",
        "The Selden Herald",
        "",
        3,
    ),
    Template(
        "Governor warns {enemy} after {place}",
        """The governor of the {river} region, {governor}, threatened on Friday to close the bridges if
shells fell on {place} again.

"Another shell and the bridges are shut," {governor} told reporters.

The {enemy} said it had withdrawn {m} fighters from the bank. Monitors could not confirm that.
About 40 monitors are in the region.

{total2} people have been killed along the {river} since March, the monitors said in a report on
Friday.""",
        "Corrow Radio",
        "",
        4,
    ),
)

#: What reports add at their end, a few paragraphs each; it tells of other days and other places.
BACKGROUND: tuple[str, ...] = (
    """Fighting along the {river} began in March, when the {enemy} took the bridge at {bridge} and
the government sent three battalions to the region. The two sides agreed on a truce in April of last
year. It held for nine days. Each accuses the other of having fired first, and monitors have said that
both have kept heavy guns inside the line they had promised to leave.""",
    """The government in the capital says that it will not talk to the {enemy} before the guns are
withdrawn. The {enemy} says it wants talks without conditions. A delegation from {neighbour} arrived on
Sunday and is expected to meet both sides this week, two diplomats said. They asked not to be named
because the visit had not been announced.""",
    """Prices of flour have doubled in the region since the road to the coast was closed. The aid agency
{agency} said it had fed about 12,000 people in {place} last month and would have to stop if no lorries
came through. "We are counting sacks," said its director, who left the town on Saturday.""",
    """Some 2,500 people have left {place} since winter, according to the town hall. Most went to
relatives on the coast. The school has moved its lessons to a cellar, and the hospital works at night
because the generator is too loud to run by day, a nurse said.""",
    """In the capital, thousands marched on Saturday against the war. Police arrested 31 people. The
interior minister said that the march had not been permitted. Opposition leaders called for a second
march and demanded that the minister resign. The minister rejected the demand.""",
    """Analysts doubt that either side can win before the rains. "They have fought each other to a
standstill," said a former officer who now teaches at the naval college. If the {enemy} were to cross the
{river} in force, he said, the government would have to call up reservists, which it has so far ruled
out.""",
    """The council of the region condemned the shelling of towns and called on both sides to let
ambulances pass. The {enemy} did not respond to a request for comment. The ministry of defence declined
to say how many soldiers it has lost. Families of the missing have counted 64 names.""",
    """Four years ago a flood destroyed the old market in {place} and killed 11 people. The new one was
built with money from abroad. It has 120 stalls, and on Mondays farmers come in from the villages.""",
)

PLACES = (
    "Arvenne", "Boskel", "Carrow", "Dunmere", "Estral", "Fellin", "Garrish", "Hollin", "Istria Bay",
    "Jorvel", "Kestrin", "Lomand", "Marrek", "Nollay", "Orsten", "Pelliar", "Quarne", "Rostrel",
    "Santrel", "Tormund", "Ulsker", "Varnholt", "Westry", "Yarrin", "Zellin", "Port Alder", "Ost Hallen",
    "Nether Vale", "Upper Lisk", "Saint Orn",
)  # fmt: skip
ENDINGS = ("", " East", " West", "ford", "burg", " Quay", "mouth", "stead", " Heights", "wick")
ENEMIES = ("Southern Front", "River Brigade", "Lowland Army", "Free Guard")
FORENAMES = (
    "Ana",
    "Tomas",
    "Mira",
    "Jon",
    "Edda",
    "Karel",
    "Ines",
    "Pavel",
    "Lena",
    "Marek",
    "Olga",
    "Sten",
)
