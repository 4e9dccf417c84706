"""Hypothesis strategies for every value of the domain, valid by construction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from onrecord.domain import assessment as asm
from onrecord.domain import authority as aut
from onrecord.domain import escalation as esc
from onrecord.domain import event as evt
from onrecord.domain import hypothesis as hyp
from onrecord.domain import posture as pos
from onrecord.domain import question as qst
from onrecord.domain import source as src
from onrecord.domain.decision import Decision, DecisionKind
from onrecord.domain.document import Access, Document, Lineage, LineageBasis, Passage, PassageRole
from onrecord.domain.edtf import format_days
from onrecord.domain.ledger import RecordType
from onrecord.domain.link import Independence, Link, LinkKind, LinkSubtype
from onrecord.domain.place import JurisdictionClaim, Place, PlaceKind, Point
from onrecord.domain.quantity import Bound, Difference, Number, Quantity, bounds_of
from onrecord.domain.revision import Revision, RevisionReason
from onrecord.domain.span import Extent, OffsetMap, Piece, Span, SpanRole, span_at
from onrecord.domain.statement import (
    KINDS,
    Act,
    ActScheme,
    Aux,
    Coding,
    Counted,
    Factuality,
    FactualityValue,
    Force,
    QuotationMode,
    SourceIdentity,
    Statement,
    Voice,
)
from onrecord.domain.tally import Derived, Observation, Scope, Step, StepKind, Tally
from onrecord.domain.target import TargetClass
from onrecord.domain.unknown import Unknown
from onrecord.domain.when import TimeBasis, When
from onrecord.domain.where import LegalDomain, Where, WherePrecision

_START = datetime(2030, 1, 1, tzinfo=UTC)

WORDS = st.sampled_from(
    (
        "",
        "Port Alder",
        "at least",
        "the ministry",
        "Straße",
        "«слова»",
        "日本語",
        "🚢 ships",
        "“so”",
    )
)
SOME_WORDS = WORDS.filter(bool)
IDS = st.integers(0, 40).map(lambda number: f"stm-{number:032x}")
DIGESTS = st.integers(0, 2**64).map(lambda number: f"{number:064x}")
DAYS = st.dates(date(1000, 1, 1), date(9998, 12, 31))
TEXTS = st.text(st.sampled_from("abc XÄ.“\n🚢 1"), min_size=1, max_size=60)
UNKNOWNS = SOME_WORDS.map(Unknown)
NUMBERS: st.SearchStrategy[Number] = st.one_of(
    st.integers(-500, 500), st.floats(-500, 500, allow_nan=False).map(lambda n: round(n, 3))
)
COUNTS = st.integers(0, 500)
#: Instants of 2030, to the microsecond.
INSTANTS = st.integers(0, 31_535_999_999_999).map(
    lambda us: f"{_START + timedelta(microseconds=us):%Y-%m-%dT%H:%M:%S.%fZ}"
)


def literals(kind: Any) -> st.SearchStrategy[Any]:
    """Draw one of the values of a Literal."""
    return st.sampled_from(get_args(kind))


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a short tuple."""
    return st.lists(strategy, max_size=2).map(tuple)


def known(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a value or the reason why there is none."""
    return st.one_of(strategy, UNKNOWNS)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@st.composite
def runs_of_days(draw: st.DrawFn) -> tuple[date | None, date | None]:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(st.sampled_from([(first, last), (first, first), (None, last), (first, None)]))


@st.composite
def whens(draw: st.DrawFn) -> When:
    if draw(st.booleans()):
        return When(draw(WORDS), None, "unknown", reason=draw(SOME_WORDS))
    known_bases = [basis for basis in get_args(TimeBasis) if basis != "unknown"]
    return When(
        text=draw(WORDS),
        edtf=format_days(*draw(runs_of_days())),
        basis=draw(st.sampled_from(known_bases)),
        anchor=draw(maybe(DAYS.map(date.isoformat))),
        inputs=draw(some(WORDS)),
        conflict=draw(WORDS),
    )


WHERES = st.builds(Where, WORDS, WORDS, literals(WherePrecision), literals(LegalDomain))


@st.composite
def quantities(draw: st.DrawFn, *, unit: str | None = None, whole: bool = False) -> Quantity:
    bound = draw(literals(Bound))
    numbers = COUNTS if whole else NUMBERS
    value = draw(numbers)
    low, high = bounds_of(bound, value, draw(numbers))
    return Quantity(
        value=draw(st.sampled_from((value, None))),
        low=low,
        high=high,
        unit=draw(st.sampled_from(("strikes", "boats", ""))) if unit is None else unit,
        bound=bound,
        approximator=draw(WORDS),
        counted=draw(WORDS),
        window=draw(maybe(whens())),
    )


@st.composite
def pinned(draw: st.DrawFn) -> tuple[str, Extent]:
    """Draw a text and a non-empty extent in it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text) - 1))
    return text, Extent(start, draw(st.integers(start + 1, len(text))))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    text, extent = draw(pinned())
    return span_at(text, extent, document=draw(IDS), role=draw(literals(SpanRole)))


@st.composite
def offset_maps(draw: st.DrawFn) -> tuple[str, str, OffsetMap]:
    """Draw a source, a text cut from it, and the map between them."""
    source = draw(st.text(st.sampled_from("abcdefgh🚢é \n<>"), min_size=1, max_size=40))
    text, pieces, at = "", [], 0
    while at < len(source):
        at += draw(st.integers(0, 3))
        length = min(draw(st.integers(1, 6)), len(source) - at)
        if length < 1:
            break
        if draw(st.booleans()):
            text += "\n"
        pieces.append(Piece(len(text), at, length))
        text += source[at : at + length]
        at += length
    return source, text, OffsetMap(tuple(pieces))


PASSAGES = st.builds(
    Passage,
    st.tuples(st.integers(0, 9), st.integers(9, 20)).map(lambda ends: Extent(*ends)),
    literals(PassageRole),
)
DOCUMENTS = st.builds(
    Document,
    origin_key=SOME_WORDS,
    doc_date=known(whens()),
    lineage=st.builds(Lineage, known(WORDS), literals(LineageBasis), WORDS),
    media_type=WORDS,
    bytes_sha256=DIGESTS,
    text_sha256=DIGESTS,
    text_root=DIGESTS,
    normaliser=WORDS,
    url=maybe(WORDS),
    title=maybe(WORDS),
    publisher=maybe(WORDS),
    author=maybe(WORDS),
    genre=WORDS,
    version_of=maybe(IDS),
    access=literals(Access),
    language=WORDS,
    passages=some(PASSAGES),
    offsets=offset_maps().map(lambda drawn: drawn[2]),
)
ACTS = st.builds(Act, literals(ActScheme), SOME_WORDS, WORDS)
CODINGS = st.builds(
    Coding,
    instrument=maybe(literals(aut.AuthorityCode)),
    effect=literals(aut.CoverageEffect),
    status=maybe(literals(aut.AuthorityStatus)),
    domain=maybe(literals(aut.CoverageDomain)),
    action=maybe(literals(aut.ActionClass)),
    target=maybe(literals(TargetClass)),
    span=maybe(spans()),
)
FORCES = st.builds(
    Force,
    span=spans(),
    kind=literals(pos.ElementKind),
    name=WORDS,
    owner=WORDS,
    count=maybe(quantities()),
    status=maybe(literals(pos.PostureStatus)),
)
STATEMENTS = st.builds(
    Statement,
    document=IDS,
    content=spans(),
    kind=st.sampled_from(KINDS),
    factuality=st.lists(
        st.builds(Factuality, WORDS, literals(FactualityValue), some(literals(Aux))),
        min_size=1,
        max_size=3,
    ).map(tuple),
    cue=maybe(spans()),
    voices=some(st.builds(Voice, WORDS, literals(SourceIdentity), WORDS, maybe(spans()))),
    mode=literals(QuotationMode),
    act=maybe(ACTS),
    actor=WORDS,
    recipient=WORDS,
    when=known(whens()),
    where=maybe(WHERES),
    quantities=some(st.builds(Counted, spans(), quantities())),
    hedges=some(spans()),
    authority=some(CODINGS),
    forces=some(FORCES),
    targets=some(literals(TargetClass)),
    loaded_labels=some(spans()),
    names=some(WORDS),
    contexts=some(WORDS),
    notes=some(WORDS),
)
#: Statements that say something happened, most of them so that they may support an event.
REPORTS = st.builds(
    replace,
    STATEMENTS,
    kind=st.sampled_from(("occ.event", "say.confirm", "say.report")),
    factuality=st.sampled_from(
        (
            (Factuality("author", "CT+"),),
            (Factuality("author", "Uu"), Factuality("ministry", "CT+", ("historical",))),
            (Factuality("author", "CT-"), Factuality("ministry", "CT+")),
            (Factuality("author", "Uu", ("hypothetical",)), Factuality("ministry", "PR+")),
        )
    ),
)
LINKS = st.builds(
    Link, IDS, IDS, literals(LinkKind), literals(LinkSubtype), literals(Independence), WORDS
)
OBSERVATIONS = st.builds(
    Observation, known(whens()), quantities(), IDS, spans(), known(WORDS), known(WORDS), WORDS
)
DIFFERENCES = st.builds(Difference, maybe(NUMBERS), maybe(NUMBERS))
TALLIES = st.builds(
    Tally,
    scope=st.builds(Scope, SOME_WORDS, WORDS, WORDS, WORDS, WORDS),
    observations=some(OBSERVATIONS),
    derived=st.builds(Derived, maybe(NUMBERS), maybe(NUMBERS), maybe(NUMBERS), WORDS, some(IDS)),
    steps=some(st.builds(Step, IDS, IDS, known(DIFFERENCES), literals(StepKind))),
)
REVISIONS = st.builds(Revision, IDS, WORDS, WORDS, literals(RevisionReason), SOME_WORDS, WORDS)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    kind = draw(literals(DecisionKind))
    named = sorted(draw(st.sets(IDS, min_size=4, max_size=6)))
    return Decision(
        kind,
        subjects=tuple(named[:0] if kind == "undo" else named[:2]),
        by=draw(SOME_WORDS),
        why=draw(SOME_WORDS),
        others=tuple(named[2:]) if kind == "split" else (),
        field=draw(SOME_WORDS) if kind == "correct" else "",
        value=draw(SOME_WORDS) if kind == "correct" else "",
        reverses=f"dec-{named[0]}" if kind == "undo" else None,
        after=draw(maybe(IDS)),
    )


_CHECKED = st.lists(IDS, min_size=src.CHECKED_FOR_A_GRADE, max_size=8, unique=True).map(tuple)
GRADES = st.builds(src.Grade, literals(src.Reliability), DAYS.map(str), _CHECKED, WORDS)
SOURCES = st.one_of(
    st.builds(
        src.Source,
        kind=literals(src.SourceKind),
        identity=st.sampled_from(("named_person", "named_office", "organisation", "document")),
        descriptor=SOME_WORDS,
        name=WORDS,
        party_to_conflict=known(st.booleans()),
        interest=known(WORDS),
        lineage=known(WORDS),
        grades=some(GRADES),
        actor=maybe(IDS),
    ),
    st.builds(
        src.Source,
        kind=literals(src.SourceKind),
        identity=st.sampled_from(("unnamed_official", "unnamed", "unattributed")),
        descriptor=SOME_WORDS,
    ),
)
ACTORS = st.builds(
    src.Actor,
    name=SOME_WORDS,
    kind=literals(src.ActorKind),
    aliases=some(WORDS),
    country=known(SOME_WORDS),
    roles=some(st.builds(src.ActorRole, WORDS, IDS, known(whens()), known(st.booleans()))),
    identifiers=some(st.builds(src.Identifier, WORDS, WORDS)),
    designations=some(st.builds(src.Designation, IDS, IDS, known(whens()))),
    part_of=maybe(IDS),
    named_because=SOME_WORDS,
)


@st.composite
def places(draw: st.DrawFn) -> Place:
    located = draw(st.booleans())
    point = st.builds(Point, st.floats(-180, 180), st.floats(-90, 90))
    return Place(
        name=draw(SOME_WORDS),
        kind=draw(literals(PlaceKind)),
        precision=draw(st.sampled_from((1, 2, 3, 4)) if located else literals(WherePrecision)),
        domain=draw(literals(LegalDomain)),
        geometry=draw(point) if located else draw(UNKNOWNS),
        gazetteer=draw(SOME_WORDS),
        aliases=draw(some(WORDS)),
        jurisdiction=draw(some(st.builds(JurisdictionClaim, WORDS, IDS))),
        within=draw(maybe(IDS)),
    )


HARMS = st.builds(
    evt.Harm,
    effect=literals(evt.HarmEffect),
    group=literals(evt.HarmGroup),
    low=maybe(st.integers(0, 10)),
    best=maybe(st.integers(10, 20)),
    high=st.integers(20, 30),
    rule=SOME_WORDS,
    statements=st.lists(IDS, min_size=1, max_size=2).map(tuple),
)
CLAIMS = st.builds(evt.ResponsibilityClaim, WORDS, WORDS, literals(evt.Stance), IDS)
EVENTS = st.builds(
    evt.Event,
    statements=st.sets(IDS, min_size=1, max_size=3).map(lambda ids: tuple(sorted(ids))),
    act=known(ACTS),
    when=known(whens()),
    where=known(WHERES),
    actors=some(WORDS),
    recipients=some(WORDS),
    context=WORDS,
    clarity=known(literals(evt.Clarity)),
    unit=WORDS,
    harm=st.lists(HARMS, max_size=2, unique_by=lambda harm: (harm.effect, harm.group)).map(tuple),
    harm_grade=known(literals(evt.HarmGrade)),
    responsibility=some(CLAIMS),
    status=st.sampled_from(("reported", "disputed", "discounted")),
    first_of=some(st.builds(evt.FirstTime, literals(esc.Dimension), WORDS, IDS)),
    part_of=maybe(IDS),
)
AUTHORITIES = st.builds(
    aut.Authority,
    code=literals(aut.AuthorityCode),
    system=SOME_WORDS,
    issuer=known(WORDS),
    title=WORDS,
    statements=st.tuples(IDS),
    date=known(whens()),
    history=some(st.builds(aut.StatusChange, literals(aut.AuthorityStatus), known(whens()), IDS)),
    text_available=known(st.booleans()),
    asserted_by=some(WORDS),
)
COVERAGES = st.builds(
    aut.Coverage,
    authority=IDS,
    domain=known(literals(aut.CoverageDomain)),
    action_class=known(literals(aut.ActionClass)),
    target_class=known(literals(TargetClass)),
    area=WORDS,
    valid=known(whens()),
    effect=literals(aut.CoverageEffect),
    basis=known(literals(aut.CoverageBasis)),
    asserted_by=some(WORDS),
    disputed_by=st.tuples(SOME_WORDS),
    statements=st.tuples(IDS),
)
POSTURES = st.builds(
    pos.Posture,
    owner=WORDS,
    element_kind=literals(pos.ElementKind),
    area=known(WORDS),
    as_of=known(whens()),
    statement=IDS,
    name=WORDS,
    count=known(quantities()),
    status_words=WORDS,
    status=known(literals(pos.PostureStatus)),
    source=known(literals(pos.PostureSource)),
    comparison=WORDS,
    readiness_words=WORDS,
)


@st.composite
def steps(draw: st.DrawFn) -> esc.EscalationStep:
    dimension = draw(literals(esc.Dimension))
    values = (
        quantities(unit="events", whole=True)
        if dimension == "tempo"
        else st.sampled_from(esc.LEVELS[dimension])
    )
    return esc.EscalationStep(
        subject=draw(IDS),
        statement=draw(IDS),
        dimension=dimension,
        from_value=draw(known(values)),
        to_value=draw(known(values)),
        mechanism=draw(literals(esc.Mechanism)),
        first_time=draw(known(st.booleans())),
        scores=draw(some(st.builds(esc.PublishedScore, WORDS, WORDS, NUMBERS))),
    )


HYPOTHESES = st.builds(
    hyp.Hypothesis,
    text=SOME_WORDS,
    kind=literals(hyp.HypothesisKind),
    evidence=st.lists(
        st.builds(hyp.Evidence, IDS, literals(hyp.EvidenceRating), WORDS),
        max_size=3,
        unique_by=lambda piece: piece.statement,
    ).map(tuple),
    competes_with=some(IDS),
    name=st.sampled_from(("", "coercion", "h-2")),
    question=WORDS,
    assumptions=some(WORDS),
    would_change=some(WORDS),
)
_FLAGS = known(st.builds(hyp.QualityFlag, st.booleans(), SOME_WORDS))
INDICATORS = st.builds(
    hyp.Indicator,
    observable=SOME_WORDS,
    test=SOME_WORDS,
    hypothesis=maybe(IDS),
    question=maybe(IDS),
    quality=st.builds(hyp.IndicatorQuality, _FLAGS, _FLAGS, _FLAGS, _FLAGS, _FLAGS),
    history=some(st.builds(hyp.Sighting, literals(hyp.IndicatorState), known(whens()), IDS)),
    name=st.sampled_from(("", "patrols")),
)
BINARY_FORECASTS = st.builds(
    qst.Forecast,
    by=WORDS,
    at=INSTANTS,
    probability=st.floats(0.01, 0.99),
    words=WORDS,
    statement=maybe(IDS),
)


@st.composite
def questions(draw: st.DrawFn) -> qst.Question:
    forecasts = sorted(draw(st.lists(BINARY_FORECASTS, max_size=2)), key=lambda held: held.at)
    outcome = draw(st.sampled_from(("yes", "no", "ambiguous", "annulled")))
    resolution = draw(
        maybe(st.builds(qst.Resolution, st.just(outcome), IDS, INSTANTS, reason=WORDS))
    )
    scores = st.builds(qst.QuestionScore, WORDS, st.floats(0, 2), WORDS, st.floats(0, 2))
    return qst.Question(
        text=draw(SOME_WORDS),
        kind="binary",
        statement=draw(maybe(IDS)),
        criteria=draw(SOME_WORDS),
        resolvers=draw(st.tuples(SOME_WORDS)),
        opens="2030-01-01",
        closes="2032-01-01",
        resolves="2032-02-01",
        parent=draw(maybe(st.builds(qst.Condition, IDS, literals(qst.Outcome)))),
        forecasts=tuple(forecasts),
        resolution=resolution,
        scores=draw(some(scores)) if resolution else (),
    )


GIVEN_FORECASTS = st.builds(qst.GivenForecast, SOME_WORDS, BINARY_FORECASTS, maybe(IDS))
GIVEN_RESOLUTIONS = st.builds(
    qst.GivenResolution,
    SOME_WORDS,
    maybe(st.builds(qst.Resolution, st.sampled_from(("yes", "annulled")), IDS, INSTANTS)),
    SOME_WORDS,
    SOME_WORDS,
    maybe(IDS),
)


@st.composite
def assessments(draw: st.DrawFn) -> asm.Assessment:
    kind = draw(literals(asm.AssessmentKind))
    percent = draw(st.floats(1, 99)) if kind == "likelihood" else None
    value = draw(st.sampled_from(asm.VALUES[kind])) if percent is None else ""
    return asm.Assessment(
        subject=draw(IDS),
        kind=kind,
        value=value or asm.likelihood_band(percent if percent is not None else 1),
        basis=(draw(IDS),),
        assumptions=draw(some(WORDS)),
        would_change=draw(some(WORDS)),
        percent=percent,
    )


RECORDS: Mapping[RecordType, st.SearchStrategy[Any]] = {
    "document": DOCUMENTS,
    "span": spans(),
    "source": SOURCES,
    "actor": ACTORS,
    "place": places(),
    "statement": STATEMENTS,
    "link": LINKS,
    "event": EVENTS,
    "tally": TALLIES,
    "authority": AUTHORITIES,
    "coverage": COVERAGES,
    "posture": POSTURES,
    "escalation_step": steps(),
    "hypothesis": HYPOTHESES,
    "indicator": INDICATORS,
    "question": questions(),
    "assessment": assessments(),
    "revision": REVISIONS,
    "decision": decisions(),
    "forecast": GIVEN_FORECASTS,
    "resolution": GIVEN_RESOLUTIONS,
}
