"""Forms of the public scorecard: how many questions stand where, means by forecaster, calibration.

Every figure is worked out again from the embedded questions, forecasts and resolutions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from onrecord.domain.assessment import LikelihoodBand
from onrecord.domain.brief import SentenceMode
from onrecord.domain.errors import CompileError
from onrecord.domain.question import Question, skill_of
from onrecord.domain.scorecard import FEWEST, BandCount
from onrecord.domain.scores import Loss, bands_of, has_score, last_forecasts
from onrecord.publish.asked_forms import percent_words, score_words
from onrecord.publish.desk import Desk, Form, hold
from onrecord.publish.evidence import Evidence
from onrecord.publish.parts import Part, fixed
from onrecord.publish.wording import count_words, number_words

#: How a question stands, by name, and what that is called; none of it depends on the day it is read.
_STATES: Mapping[str, str] = MappingProxyType(
    {
        "open": "not resolved", "resolved": "resolved", "ambiguous": "ambiguous",
        "annulled": "annulled", "unscorable": "not scorable",
    }
)  # fmt: skip


#: What stands for skill beside a baseline that was right.
_NO_SKILL = "no skill: the baseline lost nothing"


def asked_total(desk: Desk) -> list[Part]:
    """Write how many questions were asked and how they stand; support names every one."""
    _require_all(desk)
    counted = Counter(_state(one) for one in desk.evidence.people.questions.values())
    told = ", ".join(f"{counted[name]} {words}" for name, words in _STATES.items())
    number = count_words(counted.total(), "question")
    return [Part(number, "figure"), fixed(" on record: "), Part(told, "figure"), fixed(".")]


def _state(question: Question) -> str:
    if question.unscorable:
        return "unscorable"
    ended = question.resolution
    if ended is None:
        return "open"
    return ended.outcome if ended.outcome in _STATES else "resolved"


def how_scored(desk: Desk) -> list[Part]:
    """Write how scores are to be read."""
    hold("" if not desk.sentence.support else "it rests on nothing")
    return [
        fixed(
            "Every score is a loss: 0 is best. Of each forecaster the last forecast before the close "
            "counts. The base rate is the share of yes among the yes-or-no questions resolved before a "
            "question opened, one half where there were none. A number is forecast by its median and a "
            "level on each side, and scored by the distribution that runs straight between them (CRPS). "
            "Skill is the share of the baseline’s loss that was saved: 1 at best, 0 for no better, below 0 "
            "for worse. Questions annulled or ambiguous are counted and give no score."
        )
    ]


def forecaster(desk: Desk) -> list[Part]:
    """Write the mean loss of one forecaster under one rule beside one baseline, as a row.

    Support is every question it is the mean of; `given` is forecaster, rule and baseline.
    """
    losses = desk.evidence.people.losses
    found = [one for one in losses if (one.by, one.rule, one.baseline) == desk.sentence.given]
    hold("" if found else "nobody of this name has such a score")
    keys = {one.question for one in found}
    held = [desk.evidence.held(support.id).record for support in desk.sentence.support]
    named = [one.key for one in held if isinstance(one, Question)]
    hold("" if set(named) == keys and len(named) == len(held) else "a question is left out")
    cell = Part("", "cell")
    mean = sum(one.value for one in found) / len(found)
    return [
        Part(found[0].by, "name"), cell, fixed(found[0].rule), cell,
        Part(number_words(len(found)), "figure"), cell, Part(score_words(mean), "figure"), cell,
        *_beside(mean, found),
    ]  # fmt: skip


def _beside(mean: float, found: Sequence[Loss]) -> list[Part]:
    """Return the baseline, its mean on the same questions, and the skill against it."""
    cell = Part("", "cell")
    beside = [one.baseline_value for one in found if one.baseline_value is not None]
    if not beside or len(beside) != len(found):
        return [fixed("none"), cell, fixed("none"), cell, fixed("none")]
    base = sum(beside) / len(beside)
    saved = skill_of(found[0].rule, mean, base)
    skill = fixed(_NO_SKILL) if saved is None else Part(score_words(saved), "figure")
    return [fixed(found[0].baseline), cell, Part(score_words(base), "figure"), cell, skill]


def band(desk: Desk) -> list[Part]:
    """Write one ICD 203 band as a row: how many forecasts lay in it, and how many of them came."""
    found = band_named(desk.evidence, desk.sentence.given)
    hold("" if found.forecasts else "no forecast lies in the band")
    cell = Part("", "cell")
    share, mean = found.share or 0.0, found.mean or 0.0
    return [
        fixed(f"{found.band} ({number_words(found.low)} to {number_words(found.high)} %)"), cell,
        Part(number_words(found.forecasts), "figure"), cell, Part(number_words(found.yes), "figure"),
        cell, Part(percent_words(share), "figure"), cell, Part(percent_words(mean), "figure"),
    ]  # fmt: skip


def calibrated(desk: Desk) -> list[Part]:
    """Write how many forecasts the table rests on, and why there is a chart beside it or none."""
    _require_all(desk)
    questions = calibrating(desk.evidence)
    number = sum(len(last_forecasts(one)) for one in questions)
    enough = len(questions) >= FEWEST
    return [
        Part(count_words(number, "forecast"), "figure"), fixed(" on "),
        Part(count_words(len(questions), "resolved yes-or-no question"), "figure"),
        fixed(", the last of each forecaster. "),
        fixed(
            "The chart shows the share that came for each band." if enough else
            f"Under {FEWEST} such questions a chart would show chance: there is only the table."
        ),
    ]  # fmt: skip


def calibrating(evidence: Evidence) -> tuple[Question, ...]:
    """Return the resolved yes-or-no questions that somebody forecast."""
    return tuple(
        one
        for one in evidence.people.questions.values()
        if one.kind == "binary" and has_score(one) and one.forecasts
    )


def band_named(evidence: Evidence, given: Sequence[str]) -> BandCount:
    """Return the band that `given` names, or raise `CompileError`."""
    if len(given) != 1 or given[0] not in get_args(LikelihoodBand):
        raise CompileError("no band is called so")
    return next(one for one in bands_of(evidence.people.questions.values()) if one.band == given[0])


def _require_all(desk: Desk) -> None:
    """Refuse a sentence about all questions that leaves one out."""
    named = {one.id for one in desk.sentence.support}
    held = {
        name
        for name, one in desk.evidence.people.records.items()
        if isinstance(one.record, Question)
    }
    hold("" if held and named == held else "a question is left out")


SCORE_FORMS: Mapping[str, tuple[Form, SentenceMode]] = MappingProxyType(
    {
        "asked_total": (asked_total, "computed"),
        "how_scored": (how_scored, "paraphrased"),
        "forecaster": (forecaster, "computed"),
        "band": (band, "computed"),
        "calibrated": (calibrated, "computed"),
    }
)
