"""What people hold about the invented crisis: hypotheses, an indicator, and questions with their moves."""

from __future__ import annotations

from dataclasses import replace

from tests.unit.publish.crisis import material

from onrecord.domain.hypothesis import (
    Evidence,
    Hypothesis,
    Indicator,
    IndicatorQuality,
    QualityFlag,
    Sighting,
)
from onrecord.domain.question import (
    Forecast,
    GivenForecast,
    GivenResolution,
    Outcome,
    Quantile,
    Question,
    QuestionDraft,
    Resolution,
    assembled,
)
from onrecord.domain.recorded import Recorded
from onrecord.domain.statement import Statement
from onrecord.domain.when import When
from onrecord.publish.compile import Material

Move = GivenForecast | GivenResolution


def said(words: str) -> Statement:
    """Return the statement of the crisis that holds `words`."""
    found = [one for reading in material().readings for one in reading.statements]
    return next(one for one in found if words in one.content.exact)


def at(day: str) -> str:
    return f"{day}T09:00:00.000000Z"


def asked(text: str, **more: object) -> Question:
    known: dict[str, object] = {
        "kind": "binary", "criteria": "a report of the harbour master says so",
        "resolvers": ("The Harbour Gazette",), "opens": "2031-12-01", "closes": "2032-01-31",
        "resolves": "2032-02-15",
    }  # fmt: skip
    return Question(text, **{**known, **more})  # type: ignore[arg-type]


def chained(question: Question, *moves: Move) -> tuple[Move, ...]:
    """Return the moves of a question, each naming the one before."""
    found: list[Move] = []
    for move in moves:
        after = found[-1].id if found else None
        found.append(replace(move, question=question.key, after=after))
    return tuple(found)


def gives(by: str, day: str, probability: float, **more: object) -> GivenForecast:
    return GivenForecast("?", Forecast(by, f"{day}T09:00:00Z", probability, **more))  # type: ignore[arg-type]


def resolves(outcome: Outcome, day: str, value: int | None = None) -> GivenResolution:
    found = Resolution(
        outcome, said("29 strikes").id, f"{day}T09:00:00Z", value, reason="the ministry says so"
    )
    return GivenResolution("?", found, "Ines Okuda", "the words are plain")


EARLIER = asked("Will the ferry sail before November ends?", opens="2031-11-01", closes="2031-11-20",
                resolves="2031-11-30")  # fmt: skip
TOLL = asked(
    "Will there be 25 strikes or more before January ends?", statement=said("21 strikes").id
)
COUNT = asked(
    "How many strikes will the ministry have counted by the end of January?", kind="numeric"
)
VOID = asked("Will the talks at Port Orlan open in January?")
OPEN = asked("Will the Strait of Corrow be closed to ships before February ends?")
VAGUE = Question("Will there be peace?", "binary", unscorable="nobody can say what would count")

MOVES: tuple[Move, ...] = (
    *chained(EARLIER, gives("Ana Brandt", "2031-11-10", 0.2), resolves("no", "2031-11-30")),
    *chained(
        TOLL,
        gives("Ana Brandt", "2031-12-02", 0.6, words="rather likely"),
        gives("Teo Marsh", "2031-12-03", 0.3),
        gives("Ana Brandt", "2031-12-20", 0.9, statement=said("We shall not stop").id),
        resolves("no", "2032-01-02"),
        GivenResolution("?", None, "Ines Okuda", "the count had been misread"),
        resolves("yes", "2032-01-05"),
    ),
    *chained(
        COUNT,
        GivenForecast(
            "?",
            Forecast(
                "Ana Brandt",
                "2031-12-05T09:00:00Z",
                quantiles=(Quantile(0.1, 22), Quantile(0.5, 28), Quantile(0.9, 40)),
            ),
        ),
        resolves("value", "2032-01-02", value=29),
    ),
    *chained(VOID, gives("Teo Marsh", "2031-12-06", 0.5), resolves("annulled", "2032-01-03")),
    *chained(OPEN, gives("Teo Marsh", "2031-12-07", 0.07)),
)
ASKED = (EARLIER, TOLL, COUNT, VOID, OPEN, VAGUE)

COERCION = Hypothesis(
    "The strikes are meant to force the port to open its books.",
    "explanation",
    (
        Evidence(said("21 strikes").id, "C", "pressure grows"),
        Evidence(said("We will not stop").id, "CC"),
        Evidence(said("the first boat was hit").id, "N"),
    ),
    ("smuggling",),
    "coercion",
    "Why are boats being struck?",
    ("The ministry means what it says.",),
    ("Strikes that go on after the books are opened.",),
)
SMUGGLING = Hypothesis(
    "The strikes are meant to stop smuggling.",
    "explanation",
    (
        Evidence(said("21 strikes").id, "I"),
        Evidence(said("We will not stop").id, "CC"),
        Evidence(said("29 strikes").id, "II", "no cargo was ever shown"),
    ),
    ("coercion",),
    "smuggling",
    "Why are boats being struck?",
)
CONVOY = Indicator(
    "Tankers sail in convoy.",
    "a port authority says so",
    "coercion",
    quality=IndicatorQuality(observable=QualityFlag(True, "convoys are seen from the shore")),
    history=(
        Sighting("not_seen", When("", "2031-11-20", "supplied")),
        Sighting("partial", When("", "2031-12-30", "supplied"), said("29 strikes").id),
    ),
    name="convoy",
)

RECORDED = (
    Recorded(COERCION, "Ana Brandt", at("2031-12-01")),
    Recorded(SMUGGLING, "Ana Brandt", at("2031-12-01")),
    Recorded(CONVOY, "Teo Marsh", at("2031-12-31")),
    *(Recorded(one, "Ines Okuda", at("2031-10-30")) for one in ASKED),
    *(Recorded(one, "Ines Okuda", at("2032-01-10")) for one in MOVES),
)
DRAFT = QuestionDraft(said("If the port were hit").id, said("If the port were hit").content.exact,
                      "fut.counterfactual")  # fmt: skip


def held() -> Material:
    """Return the crisis with everything that people hold about it."""
    return replace(
        material(),
        hypotheses=(COERCION, SMUGGLING),
        indicators=(CONVOY,),
        questions=assembled(ASKED, MOVES),
        drafts=(DRAFT,),
        recorded=RECORDED,
    )
