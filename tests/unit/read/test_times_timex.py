"""TIMEX3: extent, type and value of the times of news sentences, read on Wednesday 18 June 2031.

What is expected follows the TimeML 1.2.1 guidelines: an extent is the phrase with its determiner and
modifiers and without its preposition; "two days after the raid" holds a duration of its own; a value
keeps the grain of the words.
"""

from __future__ import annotations

import re

import pytest

from onrecord.domain.span import Extent
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import When
from onrecord.read.time_timex import timexes
from onrecord.read.times import find_times

_MARK = re.compile(r"\{(?P<type>[DTPS]) (?P<value>[^|]*)\|(?P<words>[^}]*)\}")
_TYPES = {"D": "DATE", "T": "TIME", "P": "DURATION", "S": "SET"}

#: `{D 2031-06-16|Monday}` marks a DATE; T is a TIME, P a DURATION (period), S a SET.
SENTENCES = """
The convoy left {D 2031-06-16|Monday} for the coast.
Rescuers arrived in Port Orlan on {D 2031-06-17|Tuesday}.
The port reopened {D 2031-06-18|Wednesday}, officials said.
The council will meet on {D 2031-06-20|Friday}.
Voters go to the polls {D 2031-06-22|Sunday} and results are expected on {D 2031-06-23|Monday}.
{D 2031-06-13|Friday}'s blast killed four people.
Talks that collapsed {D 2031-06-12|last Thursday} will resume {D 2031-06-24|next Tuesday}.
The ministry said {D 2031-06-16|Monday} it would reopen the road {D 2031-06-19|Thursday}.
It was signed on {D 2031-06-03|June 3} in Velmar.
It was signed on {D 2031-06-03|Tuesday, June 3}, in Velmar.
It was signed on {D 2029-03-04|March 4, 2029}, in Velmar.
It was signed on {D 2029-03-04|4 March 2029} in Velmar.
It was signed on {D 2029-03-04|Sunday, March 4, 2029}.
The bank cut rates in {D 2031-02|February}.
The bank cut rates in {D 2029-02|February 2029}.
The bank cut rates in {D 2029-02|Feb. 2029} and again on {D 2029-07-09|July 9, 2029}.
Sales rose in {D 2030-12|December} from {D 2030-11|November}.
The law of {D 1998|1998} still applies.
Between {D 1998|1998} and {D 2003|2003} the river froze twice.
The {D 2027|2027} accord lapsed in {D 2030|2030}.
Output fell in {D 2030|last year}'s drought.
He was elected {D 2030|last year} and may run again {D 2032|next year}.
Exports shrank {D 2031|this year}.
Exports shrank {D 2031-05|last month} and may shrink {D 2031-07|next month}.
Inspectors return {D 2031-06|this month}.
{D 2031-06|Earlier this month}, the bridge collapsed.
A verdict is due {D 2031|later this year}.
{D 2031-W24|Last week} the ferry sank; {D 2031-W25|this week} it was raised.
The fleet sails {D 2031-W26|next week}.
{D 2031-W25|Earlier this week} the mayor resigned.
Crowds gathered over {D 2031-W24-WE|the weekend}.
The rally is planned for {D 2031-W25-WE|this weekend}.
The rally was held {D 2031-W24-WE|last weekend}.
He spoke {D 2031-06-17|yesterday} and will speak {D 2031-06-19|tomorrow}.
{D 2031-06-18|Today} the army withdrew.
The army withdrew {D 2031-06-16|the day before yesterday}.
Shots were heard {T 2031-06-16TNI|Monday night}.
The ship docked {T 2031-06-17TMO|Tuesday morning}.
The ship will dock {T 2031-06-20TAF|Friday afternoon}.
The president will speak {T 2031-06-18TNI|tonight}.
Sirens were heard {T 2031-06-17TNI|last night}.
The minister flew home {T 2031-06-18TMO|this morning}.
The minister flew home {T 2031-06-17TEV|yesterday evening}.
Two depots burned {T 2031-06-18TNI|overnight}.
The curfew starts at {T 2031-06-18T21:00|9 p.m.} and ends at {T 2031-06-18T05:30|5:30 a.m.}
The quake struck at {T 2031-06-16T12:30|12:30 p.m.} on {D 2031-06-16|Monday}.
The quake struck at {T 2031-06-18T14:15Z|14:15 GMT}.
The doors open at {T 2031-06-18T12:00|noon}.
The truce began at {T 2031-06-18T24:00|midnight}.
{D 2031-06-16|Late Monday} the truce broke.
The raid came {D 2031-06-17|early Tuesday}.
Prices doubled in {D 2029|early 2029}.
The dam was finished in {D 2029-05|mid-May 2029}.
The dam was finished in {D 2030-10|late October}.
The dam was finished at {D 2029|the end of 2029}.
Troops leave by {D 2031|the end of the year}.
Troops leave by {D 2031-06|the end of the month}.
At {D 2031|the beginning of the year} the reservoir was full.
The treaty was signed {D 2021|ten years ago}.
The treaty was signed {D 2030|a year ago}.
The crew was freed {D 2031-06-16|two days ago}.
The crew was freed {D 2031-W22|three weeks ago}.
The crew was freed {D 2031-04|two months ago}.
The clinic opened {D 2026|about five years ago}.
Once, {D PAST_REF|years ago}, the valley was green.
He held the post until {D PAST_REF|a few months ago}.
Profit fell 4% from {D 2030|a year earlier}.
Traffic fell 4% from {D 2031-05|a month earlier}.
The pilot had been warned {D 2031-06-17|a day earlier}.
The strike lasted {P P2Y|two years}.
The strike lasted {P P4Y|nearly four years}.
The strike lasted {P P2M|about two months}.
The strike lasted {P P3W|more than three weeks}.
The strike lasted {P PT36H|36 hours}.
The strike lasted {P PT30M|half an hour}.
The strike lasted {P P6M|six months}, then ended.
The reactor was shut for {P PXW|several weeks}.
The reactor was shut for {P PXD|a few days}.
The reactor was shut for {P PXM|months}.
After {P PXY|years} of talks the sides agreed.
After {P PXDE|decades} of war the sides agreed.
Help should come within {P PTXH|hours}.
The base was held for {P P1DE|a decade}.
The base was held for {P P2DE|two decades}.
The base was held for {P P1Y|a year}.
The base was held for {P P100Y|100 years}.
A {P P5D|five-day} search was called off.
A {P P12Y|12-year} sentence was upheld.
A {P PT48H|48-hour} ultimatum expired.
The {P PXDE|decades-long} feud ended.
The {P PXM|months-long} siege ended.
The {P P1Y|year-long} siege ended.
A {P P1W|weeklong} truce ended.
The {P P1M|month-long} truce ended.
He leads after {P P2D|two days} of voting.
It fell {P P2D|two days} after the raid.
It fell {P P3W|three weeks} before {D 2031-05-14|May 14}.
Rain fell for {P P3D|three consecutive days}.
Output shrank for {P P2Q|two straight quarters}.
He was jailed for {P P4Y|another four years}.
The rocks are {P P80000000Y|80 million years old}.
Over {P P2W|the past two weeks} gangs took the port.
In {P PT24H|the past 24 hours} gangs took the port.
Over {P P3Y|the last three years} wages fell.
Over {P PXY|the past few years} wages fell.
Over {P P1Y|the past year} wages fell.
Over {P P1DE|the past decade} wages fell.
Within {P P6M|the next six months} the plant must close.
In {P PXW|the next few weeks} the plant must close.
In {D PAST_REF|recent years} wages fell.
Clashes spread in {D PAST_REF|recent weeks}.
A decision will come in {D FUTURE_REF|the coming weeks}.
The camp is {D PRESENT_REF|now} empty.
The camp is {D PRESENT_REF|currently} empty.
Flights were {D PAST_REF|recently} cut.
Aid will arrive {D FUTURE_REF|soon}.
In {D PAST_REF|the past}, envoys were received here.
In {D FUTURE_REF|the future}, envoys will be received there.
Aid may come in {D FUTURE_REF|the near future}.
The bulletin appears {S P1D|daily}.
The bulletin appears {S P1W|weekly}.
Its {S P1Y|annual} report criticised the army.
A {S P1Q|quarterly} survey showed growth.
The river floods {S P1Y|every year}.
The river floods {S P1M|each month}.
The river floods {S P1D|every day}.
The river floods {S P2Y|every two years}.
The council meets {S XXXX-WXX-2|every Tuesday}.
The council meets on {S XXXX-WXX-2|Tuesdays}.
The plant makes 40 tanks {S P1Y|a year}.
The plant makes 40 tanks {S P1D|per day}.
Profit fell in {D 2031-Q1|the first quarter}.
Profit fell in {D 2030-Q3|the third quarter}.
Profit fell in {D 2029-Q3|the third quarter of 2029}.
Profit fell in {D 2030-Q4|Q4}.
Profit fell {D 2031-Q1|last quarter}.
Profit fell in {D 2030|fiscal 2030}.
Profit rose in {D 2029-H1|the first half of 2029}.
The games were held in {D 2012-SU|summer 2012}.
The games were held in {D 2012-SU|the summer of 2012}.
The games were held {D 2030-SU|last summer}.
The snow came late {D 2031-SP|this spring}.
The town grew in {D 199|the 1990s}.
The town grew in {D 199|the early 1990s}.
The town grew in {D 198|the 1980s} and {D 199|'90s}.
The town was built in {D 18|the 19th century}.
They met at {D 2030-12-25|Christmas}.
They met on {D 2030-12-31|New Year's Eve}.
They met on {D 2030-11-28|Thanksgiving}.
The ferry sank {D 2031-06-11|last Wednesday} and was found {P P3D|three days} after that.
The war began in {D 2019-09|September 2019}; {D 2022|three years later} it ended.
He arrived {D 2031-06-16|Monday} and left {D 2031-06-17|the next day}.
He arrived on {D 2031-05-02|May 2} and left {D 2031-05-02|the same day}.
From {D 2031-05|May} to {D 2031-07|July 2031} no ship may pass.
No ship has passed since {D 2030-09|September}.
No ship may pass until {D 2031-06-23|Monday}.
The {D 2031-03-05|March 5} raid and the {D 2031-04-09|April 9} raid failed.
The office is open {P PT24H|24 hours} {S P1W|a week}.
The march of {D 2031-06-01|June 1st} was banned.
The general, {P P61Y|61 years old}, resigned.
The {D 2030-06|June 2030} census missed them.
He said in {D 2031-01|January of this year} that he would go.
He said in {D 2030-03|March last year} that he would go.
They waited {P PT1H|an hour} for the bus.
They waited {P PT20M|20 minutes} for the bus.
Flights resume in {P P10D|10 days}.
Polls close at {T 2031-06-19T20:00|8 p.m. tomorrow}.
{D 2030|The year-ago} loss was larger.
A {P P19Y|19-year-old} sailor drowned.
Trade in {P P1W|a week} fell by half.
Net income for {D 2031-Q1|the first quarter} fell to $3 million from $9 million in {D 2030|the year-earlier period}.
The company, founded in {D 1987|1987}, has lost money in each of {P P3Q|the past three quarters}.
Shares have climbed 40% since {D 2030-10|October}.
Analysts expect a loss for {D 2032|fiscal 2032}, which ends {D 2032-06-30|June 30, 2032}.
Jobless claims rose {D 2031-W24|last week}, the Labour Ministry said {D 2031-06-17|Tuesday}.
The index closed {D 2031-06-17|yesterday} at its highest level since {D 2029-03|March 2029}.
The central bank will release minutes {D 2031-06-20|this Friday}.
Ms. Orlova joined the firm in {D 2011|2011} and left after {P P18M|18 months}, in {D 2013-01|January 2013}.
Researchers have tracked the glacier since {D 197|the 1970s}.
In {D 2030-05|May of last year}, the bank froze his accounts.
He was last seen around {T 2031-06-16T19:45|7:45 p.m. Monday}.
Police were called at {T 2031-06-17T02:00|2 a.m.} on {D 2031-06-17|Tuesday}.
The attack took place on {T 2031-06-14TEV|Saturday evening}, witnesses told the agency.
By {T 2031-06-17TAF|Tuesday afternoon} the water had reached the old town.
It is the third such attack in {P P2M|two months}.
The court gave the two men {P P30D|30 days} to appeal.
Her family has lived on the island for {P P5Y|more than five years}.
The country has been at war for {P P3Y|almost three years}.
He was sentenced to {P P15Y|15 years} in prison.
She ruled from {D 1994|1994} until {D 2002|2002}.
Elections are due in {D 2032-02|February next year}.
The law takes effect {D 2031-07-01|July 1}.
The minister, who took office in {D 2031-01|January}, denied it.
The ceasefire held for {P PT72H|72 hours}.
Schools will stay shut for {P P2W|the next two weeks}.
The dam, the first since {D 196|the 1960s}, has cost two billion.
Some 300 ships pass {S P1D|each day}.
Wages grew at an {S P1Y|annual} rate of 2%.
{P P10Y|Ten years} of drought have emptied the wells.
The museum reopened in {D 2030-11|November} after a {P P2Y|two-year} overhaul.
On {D 2031-06-08|June 8}, a boat carrying 30 people sank.
{D 2031-06-08|Ten days earlier} a similar boat had sunk.
On {D 2001-09-11|Sept. 11, 2001}, he was in the capital.
The city was founded in {D 16|the 17th century}.
She plans to retire at {D 2031|the end of this year}.
The plan was first floated in {D 2028|mid-2028}.
{D 2031|This year}'s harvest was the worst in {P P20Y|20 years}.
The prince visited in {D 2028-SU|the summer of 2028} and again in {D 2029-WI|winter 2029}.
Over {P PXM|the next several months}, inspectors will visit each site.
At {D PRESENT_REF|this time} no arrests have been made.
The two had met {P PXM|several months} before the vote.
The trial, which began {D 2031-06-02|June 2}, is expected to last {P P3W|three weeks}.
The vote came {P P1D|a day} after the speech.
The vote came {P PT2H|less than two hours} before the deadline.
The company will report results on {D 2031-07-24|July 24}.
The office said in {D 2031-06-18|Wednesday}'s statement that nobody was hurt.
They had been married for {P P25Y|25 years}.
Temperatures fell below zero on {D 2031-06-15|Sunday} for the first time in {P P1DE|a decade}.
The plant has run {P PT24H|24 hours} {S P1D|a day} since {D 2031-04|April}.
The first {P P100D|100 days} were quiet.
Two earlier rounds, in {D 2030-09|September} and {D 2030-11|November}, failed.
He will turn 70 in {D 2031-08|August}.
Updated {T 2031-06-16T19:51|June 16, 2031, 7:51 p.m. EDT}.
The {P P2Y|two-year-old} war has killed thousands.
The {P PXDE|decades-old} dispute goes on.
He ruled for {P P2.5Y|2 1/2 years}.
He ruled for {P P2.5Y|two-and-a-half years}.
In {P P2Y|the last couple of years} prices doubled.
Over {P P12Y|the past dozen years} prices doubled.
She fled {T 2031-06-17TNI|late Tuesday night}.
Police found him {T 2031-06-16TMO|early Monday morning}.
Rates were cut on {D 2031-06-05|June 5} and {D 2031-05-08|May 8}.
The talks ran from {D 2031-06-09|June 9} through {D 2031-06-11|June 11}.
The trust lost 4% in {D 2031-05|May}, after a gain in {D 2031-04|April}.
He said {D 2031-06-16|earlier on Monday} that the plan was dead.
{P PXM|Months} of rain had softened the ground.
{P P380000Y|About 380,000 years} after the blast, light escaped.
That was in {D 2011|2011}, when {D PAST_REF|recent weeks}' heat was unknown.
She has worked there since {D 2021|2021}, {P P3D|three days} {S P1W|a week}.
The bank said {D 2031-06-18|today} it would close by {D 2032|the end of 2032}.
{D 2031-06-21|Saturday, June 21}, is the feast.
They will vote on {D 2031-06-28|Saturday, June 28, 2031}.
Oil fell below $80 for the first time since {D 2030-12|last December}.
He was born in {D 1971-07|July 1971}.
After {P P1DE|a decade} of drought the wells were dry.
The agency said in a {D 2031-06|June} report that prices rose.
His landmark {D 2012|2012} visit changed little.
He fled {P PXD|days} before the vote.
He fled on {D 2031-06-05|June 5} and died {T 2031-06-06TMO|the following morning}.
He was named on {D 2030-03-05|March 5, 2030}, and {D 2030|that year} he left.
The warning comes {P P1D|a day} before the vote.
The fee will be charged beginning in {D 2032-01|January 2032}.
Emissions must fall below {D 2005|2005} levels.
Tens of thousands marched {D 2031-06-15|last Sunday}.
A {P P90D|90-day} truce was agreed in {D 2030-SU|the summer of 2030}.
"""  # fmt: skip


def _expected(line: str) -> tuple[str, list[tuple[str, str, str]]]:
    wanted = [(mark["words"], _TYPES[mark["type"]], mark["value"]) for mark in _MARK.finditer(line)]
    return _MARK.sub(lambda mark: mark["words"], line), wanted


@pytest.mark.parametrize("line", [line for line in SENTENCES.splitlines() if line])
def test_the_timex_of_news_sentences(line: str) -> None:
    text, wanted = _expected(line)
    times = find_times(
        text, Extent(0, len(text)), doc_date=When("", "2031-06-18", "metadata"), narrative=None
    )
    found = [
        (one.extent.of(text), one.type, one.value)
        for one in timexes(text, Extent(0, len(text)), times)
    ]
    assert found == wanted


NOT_TIMES = [
    "He may march on.",
    "A second ship sank.",
    "The friday prayer complex was closed, and the Friday Prayer Complex burned.",
    "Some 2030 people fled.",
    "Flight 1987 turned back.",
    "The entire 2000 people fled.",
    "The April family and the March on the capital made news.",
    "A quarter or more of the town was lost.",
    "It was a day of mourning.",
    "Now that he is gone, nobody knows.",
    "As soon as the rain stops, they go.",
]


@pytest.mark.parametrize("line", NOT_TIMES)
def test_what_only_looks_like_a_time_has_no_timex(line: str) -> None:
    whole = Extent(0, len(line))
    assert timexes(line, whole, find_times(line, whole, doc_date=Unknown("none"))) == ()
