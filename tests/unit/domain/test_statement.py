from __future__ import annotations

import pytest
from tests.unit.domain.builders import TEXT, statement

from onrecord.domain.errors import InvariantError
from onrecord.domain.quantity import Quantity
from onrecord.domain.span import Extent, span_at
from onrecord.domain.statement import KINDS, Aux, Counted, Factuality, FactualityValue, Voice
from onrecord.domain.where import Where


def test_there_are_thirty_four_kinds_in_seven_groups() -> None:
    assert len(KINDS) == len(set(KINDS)) == 34
    groups = {kind.partition(".")[0] for kind in KINDS}
    assert groups == {"occ", "say", "law", "tgt", "jdg", "fut", "meta"}


def test_what_a_source_reports_as_done_supports_an_event() -> None:
    assert statement().supports_event()


@pytest.mark.parametrize(
    "aux", ["negation", "future", "hypothetical", "counterfactual", "question"]
)
@pytest.mark.parametrize("voice", [0, 1])
def test_what_any_voice_takes_off_the_line_supports_nothing(aux: Aux, voice: int) -> None:
    marks: list[tuple[Aux, ...]] = [(), ()]
    marks[voice] = (aux,)
    held = statement(Factuality("author", "Uu", marks[0]), Factuality("ministry", "CT+", marks[1]))
    assert held.off_line == (aux,)
    assert not held.supports_event()


def test_the_past_stays_on_the_line() -> None:
    assert statement(Factuality("author", "CT+", ("historical",))).supports_event()


@pytest.mark.parametrize("value", ["CT-", "PR-", "PS+", "PS-", "CTu", "Uu"])
def test_a_source_that_does_not_commit_supports_nothing(value: FactualityValue) -> None:
    assert not statement(Factuality("ministry", value)).supports_event()


def test_what_the_author_denies_supports_nothing() -> None:
    held = statement(Factuality("author", "CT-"), Factuality("ministry", "CT+"))
    assert not held.supports_event()


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind[:3] in ("jdg", "fut", "tgt", "law")]
)
def test_judgements_prospects_law_and_targets_support_nothing(kind: str) -> None:
    assert not statement(kind=kind).supports_event()


def test_a_statement_says_how_certain_each_source_is() -> None:
    with pytest.raises(InvariantError, match="how certain"):
        statement(factuality=())


@pytest.mark.parametrize("kind", ["tgt.reported", "occ.posture"])
def test_a_target_is_a_named_area_and_never_a_point(kind: str) -> None:
    assert statement(kind=kind, where=Where("off Port Alder", "Port Alder")).where is not None
    for where in (Where("there", "10.48 N, 66.90 W"), Where("10.4806, -66.9036")):
        with pytest.raises(InvariantError, match="never coordinates"):
            statement(kind=kind, where=where)


def test_the_spans_of_a_statement_are_all_it_rests_on() -> None:
    def pin(start: int, end: int) -> object:
        return span_at(TEXT, Extent(start, end), document="doc-1")

    held = statement(
        cue=pin(64, 68),
        voices=(Voice("the ministry", "organisation", span=None),),
        quantities=(
            Counted(span_at(TEXT, Extent(25, 28), document="doc-1"), Quantity(2, 2, 2, "boats")),
        ),
        hedges=(pin(0, 3),),
        loaded_labels=(pin(4, 8),),
    )
    assert sorted(span.exact for span in held.spans) == sorted(
        (held.content.exact, "said", "two", "The", "navy")
    )
    assert all(span.stands_in(TEXT) for span in held.spans)


def test_a_voice_is_called_by_its_resolved_name() -> None:
    assert Voice("he", "named_person", "Ada Example").label == "Ada Example"
    assert Voice("officials", "unnamed_official").label == "officials"
