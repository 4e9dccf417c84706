"""Which numbers are counts that run: from Statements to `Figure`s, before any two are compared.

A running total counts incidents or what they did up to some day; an incident figure says what one
incident did. Durations, money, shares, measures, ordinals, forces and increments ("12 more") are
neither. The rules are written down in docs/decisions/0007-first-tallies.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.domain.quantity import Quantity
from onrecord.domain.reading import Reading
from onrecord.domain.statement import Counted, Statement
from onrecord.domain.tally import Observation
from onrecord.domain.unknown import Unknown
from onrecord.reconcile.context import Context, introduces_one, names_incident, occasion_in
from onrecord.reconcile.dates import as_of, window_start
from onrecord.reconcile.parties import PRONOUNS, name_keys, plain_name, proper_words
from onrecord.reconcile.scopes import Stated
from onrecord.reconcile.words import word_set

_KINDS = frozenset(
    {"occ.event", "occ.tally", "occ.context", "say.report", "say.confirm", "say.announce"}
)
_COMMITTED = frozenset({"CT+", "PR+"})

#: What may be counted of people: harm and movement that adds up.
_HARMS = word_set("""killed dead died injured wounded hurt missing detained arrested displaced
rescued evacuated
    hospitalised hospitalized abducted kidnapped executed buried identified sickened infected
    returned deported captured drowned convicted""")
#: What stands at a level on any day: every figure of it is a figure as of that day.
_STOCKS = word_set("people_missing people_displaced people_detained")
#: Units that are themselves incidents: their name is scope enough.
INCIDENTS = word_set("""strikes airstrikes air_strikes drone_strikes attacks raids incidents
arrests detentions
    executions explosions blasts bombings shootings sorties launches clashes protests abductions
    kidnappings violations cases interceptions seizures operations""")
_OBJECTS = word_set("""boats vessels ships speedboats fishing_boats aircraft helicopters drones
missiles rockets tanks
    vehicles homes houses buildings hospitals schools villages bodies deaths fatalities casualties
    injuries victims bridges shops farms factories churches mosques camps trucks convoys""")
_SINCE = re.compile(r"\b(?:since|as of|from \w+ (?:to|until))\b", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:totals?|toll|tally|so far|to date|in all|altogether|overall|cumulative(?:ly)?|"
    r"(?:body|death) count|number of|count of|(?:has|have|had)?\s*(?:now )?(?:counted|recorded|"
    r"documented|verified|tallied|registered)|confirmed dead|revised)\b",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb(?:ed|s)|reach(?:ed|es)|pass(?:ed|es)|surpass(?:ed|es)|"
    r"exceed(?:ed|s)|jump(?:ed|s)|stands? at|stood at|br(?:ings|ought|inging)\b.*\bto|"
    r"tak(?:es|ing)\b.*\bto|fell|dropped|lowered)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_IN_INCIDENTS = re.compile(
    r"\b(?:across|in|over|during|through|by)\s+(?:(?:at least|more than|about|some)\s+)?"
    r"(?:those|these|such|them|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens of|a dozen)\b",
    re.IGNORECASE,
)
_DONE = (
    r"(?:also |now |already |been |reportedly |thus |far )*"
    r"(?:carried out|conducted|launched|mounted|killed|died|injured|wounded|struck|hit|destroyed|"
    r"sunk|bombed|attacked|arrested|detained|displaced|executed|abducted|rescued|evacuated|shot|"
    r"intercepted|seized|lost|fired|flown|staged|drowned|confirmed)\b"
)
_PERFECT = re.compile(rf"\b(?:has|have|'ve|’ve)\s+{_DONE}", re.IGNORECASE)
_PAST_PERFECT = re.compile(rf"\bhad\s+{_DONE}", re.IGNORECASE)
_COUNTING = re.compile(
    r"\b(?:count|record|verif|document|confirm|report|identif|register|tall|revis)\w*",
    re.IGNORECASE,
)

_FORMER_BEFORE = re.compile(
    r"\b(?:up from|down from|compared (?:with|to)|instead of|rather than|than the|previously|"
    r"earlier|initially)\s+$|\bfrom\s+$",
    re.IGNORECASE,
)
_TO_NEXT = re.compile(r"^[\w\s]{0,16}\bto\b", re.IGNORECASE)
_PLAIN_FROM = re.compile(r"(?<!up )(?<!down )\bfrom\s+$", re.IGNORECASE)
#: "rose to 43 from 36": the level comes first, what it was before behind it.
_FROM_AFTER_TO = re.compile(
    r"\b(?:ris(?:e[sn]?|ing)|rose|climb\w*|jump\w*|increas\w*|gr[eo]w\w*|f[ae]ll\w*|drop\w*|declin\w*|"
    r"revis\w*|rais\w*|lower\w*|updat\w*|went|up|down)\b[^.;]{0,20}\bto\s[^.;]{1,30}\bfrom\s+$",
    re.IGNORECASE,
)
_MORE_BEFORE = re.compile(
    r"\b(?:an?\s+)?(?:further|another|additional|extra|other)\s+$", re.IGNORECASE
)
_MORE_WITHIN = re.compile(
    r"\b(?:further|another|additional|more(?!\s+than)|others)\b", re.IGNORECASE
)
_PART_BEFORE = re.compile(
    r"\b(?:including|includes?|among (?:them|those|the dead)|of (?:whom|them|these|those)|"
    r"at least one of|some of)\b[^.]{0,24}$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|from|near|for|against|off|with)\s+$", re.IGNORECASE)
_COUNTS_BEFORE = re.compile(r"\b(?:counts?|tallies|lists?|all(?: of)?(?: the)?)\s+$", re.IGNORECASE)
_ALL = re.compile(r"\s*all\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:said|says|repeated|reported|added|confirmed|announced|according)\b", re.IGNORECASE
)
_REPORTS = re.compile(
    r"\s+(?:has |have |had |also |now )*(?:said|says|repeated|reported|added|confirmed|announced|put|"
    r"counts?|counted|revised|recorded|verified|documented|gave|gives)\b",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"^\s*of (?:them|these|those|whom)\b", re.IGNORECASE)

#: Counted apart by whoever counts: not yet in the toll.
_PENDING_AFTER = re.compile(
    r"[^.;]{0,40}\b(?:under (?:investigation|review|verification)|yet to be (?:confirmed|verified)|"
    r"(?:remain|are|is) unconfirmed|unverified)\b",
    re.IGNORECASE,
)

_PENDING_BEFORE = re.compile(
    r"\bunder (?:investigation|review|verification)\b[^.;\d]{0,40}$", re.IGNORECASE
)

Role = Literal["total", "incident"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One count with what its words say it counts.

    Attributes:
        stated: The scope as far as the words state it.
        role: `total` for a running total, `incident` for what one incident did.
        observation: The figure as the tally will keep it.
        at: Document date, document id and offset, the order figures are looked at in.
    """

    stated: Stated
    role: Role
    observation: Observation
    at: tuple[str, str, int]


def figures_in(reading: Reading, lineages: Mapping[str, str]) -> Iterator[Figure]:
    """Yield every count a document states that may support a Tally (law 5, rule 11)."""
    for statement in reading.statements:
        if not may_support(statement):
            continue
        for counted in statement.quantities:
            figure = _figure(reading, statement, counted=counted, lineages=lineages)
            if figure is not None:
                yield figure


def may_support(statement: Statement) -> bool:
    """Say whether a statement may carry an observation: an occurrence that nobody holds back."""
    return (
        statement.kind in _KINDS
        and not statement.off_line
        and "historical" not in statement.innermost.aux
        and statement.innermost.value in _COMMITTED
    )


def _figure(
    reading: Reading, statement: Statement, *, counted: Counted, lineages: Mapping[str, str]
) -> Figure | None:
    context = Context(reading, counted.span)
    if not _adds_up(counted.quantity) or _is_part(context):
        return None
    if counted.quantity.unit in _OBJECTS and _PLACE_BEFORE.search(context.before):
        return None
    role = _role(statement, counted.quantity, context=context)
    if role == "incident" and not counted.quantity.unit.startswith("people_"):
        return None
    document = reading.document
    observation = Observation(
        as_of=Unknown("the words give it as a former figure")
        if _is_former(context)
        else as_of(reading, statement, context=context),
        quantity=counted.quantity,
        statement=statement.id,
        span=counted.span,
        issuer=_issuer(statement, context),
        outlet=document.publisher or Unknown("the publisher is not stated"),
        lineage=lineages[statement.document],
    )
    return Figure(
        stated=_stated(statement, counted.quantity, context=context),
        role=role,
        observation=observation,
        at=(document.date_edtf or "~", statement.document, counted.span.start),
    )


def _adds_up(quantity: Quantity) -> bool:
    """Say whether the unit is one that crises are counted in; an ordinal counts nothing."""
    unit = quantity.unit
    if quantity.bound == "ordinal":
        return False
    if unit.startswith("people_"):
        return unit.removeprefix("people_") in _HARMS
    return unit in INCIDENTS or unit in _OBJECTS


def _is_part(context: Context) -> bool:
    """Say whether the words give an increment or a part of a count, not the count."""
    return bool(
        _MORE_BEFORE.search(context.before)
        or _MORE_WITHIN.search(context.span.exact)
        or re.match(r"\s*(?:more|others|additional|further)\b(?!\s+than)", context.after)
        or _PART_BEFORE.search(context.before)
        or _PART_AFTER.match(context.after)
        or _PENDING_AFTER.match(context.after)
        or _PENDING_BEFORE.search(context.before)
    )


def _is_former(context: Context) -> bool:
    """Say whether the words give the figure as one that no longer holds ("from 40 to 33")."""
    if not _FORMER_BEFORE.search(context.before):
        return False
    if _FROM_AFTER_TO.search(context.before):
        return True
    plain_from = _PLAIN_FROM.search(context.before)
    return not plain_from or bool(_TO_NEXT.match(context.after))


def _role(statement: Statement, quantity: Quantity, *, context: Context) -> Role:
    """Return whether a figure runs: said in so many words, or by its tense and what it counts."""
    if _is_said_to_run(quantity, context):
        return "total"
    sentence = context.sentence.of(context.reading.text)
    if introduces_one(sentence) and quantity.unit not in INCIDENTS:
        return "incident"
    if quantity.unit in _STOCKS or _PERFECT.search(context.segment):
        return "total"
    reported = statement.voices or _REPORTED.search(sentence)
    return "total" if reported and _PAST_PERFECT.search(context.segment) else "incident"


def _is_said_to_run(quantity: Quantity, context: Context) -> bool:
    segment = context.segment
    return bool(
        quantity.window is not None
        or _TOTAL.search(segment)
        or _SINCE.search(segment)
        or _REACHED.search(context.before)
        or _COUNTS_BEFORE.search(context.before)
        or _ALL.match(context.span.exact)
        or _IN_INCIDENTS.search(context.after)
    )


def _stated(statement: Statement, quantity: Quantity, *, context: Context) -> Stated:
    sentence = context.sentence.of(context.reading.text)
    occasion = occasion_in(context.segment, sentence)
    window = window_start(quantity, statement, segment=context.segment)
    incidents = quantity.unit in INCIDENTS
    reach = "campaign" if incidents or (window and occasion.reach != "event") else occasion.reach
    where = statement.where
    return Stated(
        unit=quantity.unit,
        actor=_actor(statement, context, people=quantity.unit.startswith("people_")),
        domain=_DOMAINS.get(where.domain, "") if where else "",
        area=where.name if where and proper_words(where.name) else "",
        window_start=window,
        reach=reach,
        nouns=frozenset() if incidents else occasion.nouns,
        group=_group(quantity),
        unit_is_scope=incidents,
    )


def _group(quantity: Quantity) -> str:
    """Return who is counted when that is fewer than people at large: "49 civilians" are no toll.

    A people by its name ("40 Libyans") is taken for people at large.
    """
    words = quantity.counted.split()
    if not words or not quantity.unit.startswith("people_"):
        return ""
    noun = words[-1]
    return "" if noun[:1].isupper() or noun.lower() in _AT_LARGE else noun.lower()


_AT_LARGE = word_set(
    """people persons person individuals souls dead deaths death fatalities fatality lives life victims
    victim bodies body casualties casualty injured wounded missing injuries detained displaced killed
    others residents inhabitants citizens folk toll corpses remains"""
)
_DOMAINS = {"land": "land", "territorial_sea": "sea", "high_seas": "sea", "airspace": "air"}


#: Acts that are counted; whoever verifies, reports or mourns is not who did it.
_DOING = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "AID"})


def _actor(statement: Statement, context: Context, *, people: bool) -> str:
    """Return who does what is counted.

    Empty when the words name the one who counts, an incident ("a winter storm") or nobody.
    """
    actor = statement.actor
    if people and (statement.act is None or statement.act.code not in _DOING):
        return ""
    if actor.casefold().startswith("according"):
        return ""
    if _reporter(statement, context) or context.span.exact in actor or actor in context.span.exact:
        return ""
    voices = {
        plain_name(label) for voice in statement.voices for label in (voice.text, voice.label)
    }
    if plain_name(actor) in voices or _COUNTING.search(context.segment) or _TOTAL.search(actor):
        return ""
    return actor if _is_named(actor, statement) and not names_incident(actor) else ""


def _is_named(actor: str, statement: Statement) -> bool:
    """Say whether a party is named; the first word of a sentence is no name for its capital."""
    named = name_keys(actor)
    mentions = [name_keys(name) for name in statement.names]
    return bool(named) and (not mentions or any(named & keys for keys in mentions))


def _issuer(statement: Statement, context: Context) -> str | Unknown:
    """Return who gives the figure: the innermost source, else who reports it, else the outlet."""
    if not statement.voices:
        outlet = context.reading.document.publisher
        issuer = _reporter(statement, context) or outlet
        return issuer or Unknown("neither a source nor an outlet is named")
    voice = statement.voices[-1]
    if voice.identity == "unattributed" or plain_name(voice.label) in PRONOUNS:
        return Unknown(f"the words name the source as {voice.label or 'nobody'} only")
    return voice.label or Unknown("the source is not named")


def _reporter(statement: Statement, context: Context) -> str:
    """Return the actor when the words have it report the figure ("the ministry repeated that")."""
    sentence = context.sentence.of(context.reading.text)
    at = sentence.find(statement.actor) if statement.actor else -1
    if at < 0 or at > context.span.start - context.sentence.start:
        return ""
    if plain_name(statement.actor) in PRONOUNS:
        return ""
    return statement.actor if _REPORTS.match(sentence, at + len(statement.actor)) else ""
