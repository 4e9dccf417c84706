"""Names of a sentence: what the model reads and what the gazetteer knows, put together.

`biased` leans on the scores before the best labels are chosen, so that the model may still disagree;
`settle` decides afterwards, by rules, which runs stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.adapters.onnx.decoding import EntityRun, Scores
from onrecord.adapters.onnx.gazetteer import Match

#: What the model reads; every other label comes from the gazetteer.
_READ = frozenset({"PER", "ORG", "LOC"})
_ARMS_AND_VEHICLES = frozenset({"WEAPON", "PLATFORM", "VEHICLE"})
_ADDED = _ARMS_AND_VEHICLES | {"NORP"}
#: Tags a word may have at the end of a listed name: `They polish it` names nobody.
_NOMINAL = frozenset({"ADJ", "NOUN", "NUM", "PROPN", "X"})
#: Proper nouns after `the destroyer` that are no part of its name, and how many may be.
_CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August September October November December".split()
)
_LONGEST_SHIP_NAME = 3
_STORMS = frozenset({"storm", "hurricane", "typhoon", "cyclone"})


def biased(
    scores: Scores, labels: Sequence[str], matches: Sequence[Match], *, bonus: float
) -> Scores:
    """Lean the scores towards the names that are known.

    A match with a label the model reads raises `B-` and `I-` of that label on its words (on words
    after the first `I-` only, so that no name is cut in two), by half where it is not sure. A match
    inside a longer one counts for nothing. Peoples (NORP) outside of names lower all of the model's
    labels instead: `Iraqi` in `Iraqi forces` is no place.

    Args:
        scores: `[words, labels]`; left as it is.
        labels: BIO labels, one per column.
        matches: What the gazetteer found in the same words.
        bonus: What to add or take off, in the unit of the scores, at least 0.

    Returns:
        `[words, labels]`, a copy.
    """
    leaning = scores.copy()
    columns = {label: column for column, label in enumerate(labels)}
    names = [match for match in matches if match.label in _READ]
    depth = _longest_over(len(scores), names)
    for match in matches:
        weight = bonus if match.sure else bonus / 2
        longest = max(depth[match.first : match.last], default=0)
        if match.label in _READ and longest == match.last - match.first:
            _add(leaning, columns, match, weight)
        elif match.label == "NORP" and not longest:
            read = [column for label, column in columns.items() if label[2:] in _READ]
            leaning[match.first : match.last, read] -= weight
    return leaning


def settle(
    forms: Sequence[str],
    upos: Sequence[str],
    runs: Sequence[EntityRun],
    matches: Sequence[Match],
) -> tuple[EntityRun, ...]:
    """Decide which names of a sentence stand.

    - A name the model read stands, and what is listed inside it or across its edge does not:
      `Iraqi` is no name of its own in `Iraqi Army`.
    - It gives way to a listed people, weapon, platform or vehicle that covers it, if sure: `Iraqi`
      read as a place, `Molotov` of `Molotov cocktail`. Not so if the list has it under both labels.
    - The name of a person goes on over a hyphen before a proper noun: `Kim Jong-un`.
    - What a storm is called names neither a person nor a place: `Hurricane Ida`.
    - With a facility noun at its end or right behind it, it is a FAC, unless it is itself listed:
      `Kherson airport`, but not `Iraq` in `Iraq airport`.
    - Neighbouring arms and vehicles are one, named by the last: `T-72 tank`, `tank shell`. The proper
      name after a ship belongs to it: `destroyer USS Cole`.

    Args:
        forms: The words.
        upos: Their universal parts of speech.
        runs: What the model read: in order, not overlapping.
        matches: What the gazetteer found.

    Returns:
        Runs in order, not overlapping.
    """
    runs = _without_storms(forms, _hyphenated(forms, upos, runs))
    read = _facilities(upos, runs, matches)
    own = _extended(forms, upos, _joined(_standing(upos, matches)), read, matches)
    listed = {(match.first, match.last, match.label) for match in matches if match.sure}
    holder: dict[int, EntityRun] = {at: run for run in read for at in range(run[0], run[1])}
    beaten: set[EntityRun] = set()
    added: list[EntityRun] = []
    for match in own:
        rivals = {holder[at] for at in range(match.first, match.last) if at in holder}
        if all(_gives_way(run, match, listed) for run in rivals):
            beaten |= rivals
            added.append((match.first, match.last, match.label))
    return tuple(sorted([run for run in read if run not in beaten] + added))


def _hyphenated(
    forms: Sequence[str], upos: Sequence[str], runs: Sequence[EntityRun]
) -> list[EntityRun]:
    """Lengthen names of persons that stop at the hyphen inside a name; none reaches into the next."""
    starts = [*(run[0] for run in runs), len(forms)]
    longer: list[EntityRun] = []
    for (first, last, label), limit in zip(runs, starts[1:], strict=True):
        end = last
        while label == "PER" and end + 1 < limit and forms[end] == "-" and upos[end + 1] == "PROPN":
            end += 2
        longer.append((first, end, label))
    return longer


def _without_storms(forms: Sequence[str], runs: Sequence[EntityRun]) -> list[EntityRun]:
    return [
        run
        for run in runs
        if not (
            run[0] > 0
            and run[2] in ("PER", "LOC")
            and run[1] - run[0] == 1
            and forms[run[0] - 1].lower() in _STORMS
        )
        and not (run[1] - run[0] == 2 and forms[run[0]].lower() in _STORMS)  # noqa: PLR2004
    ]


def _longest_over(words: int, matches: Iterable[Match]) -> list[int]:
    """Return per word the length of the longest match that covers it, 0 where none does."""
    depth = [0] * words
    for match in matches:
        for at in range(match.first, match.last):
            depth[at] = max(depth[at], match.last - match.first)
    return depth


def _add(scores: Scores, columns: Mapping[str, int], match: Match, weight: float) -> None:
    begin, inside = columns.get(f"B-{match.label}"), columns.get(f"I-{match.label}")
    if begin is not None and inside is not None:
        scores[match.first, begin] += weight
        scores[match.first : match.last, inside] += weight


def _facilities(
    upos: Sequence[str], runs: Sequence[EntityRun], matches: Sequence[Match]
) -> list[EntityRun]:
    """Turn the names of facilities into FAC, with the noun behind them."""
    behind = {match.first: match for match in matches if match.label == "FAC"}
    at_end = {match.last: match for match in matches if match.label == "FAC"}
    listed = {(match.first, match.last) for match in matches if match.label in _READ and match.sure}
    starts = [run[0] for run in runs] + [len(upos)]
    settled: list[EntityRun] = []
    for (first, last, label), after in zip(runs, starts[1:], strict=True):
        noun, tail = behind.get(last), at_end.get(last)
        if (first, last) in listed:
            settled.append((first, last, label))
        elif tail and first < tail.first:
            settled.append((first, last, "FAC"))
        elif noun and noun.last <= after and _is_nominal(upos, noun) and _takes(label, noun):
            settled.append((first, noun.last, "FAC"))
        else:
            settled.append((first, last, label))
    return settled


def _takes(label: str, noun: Match) -> bool:
    """Say whether the noun makes a facility: `Nasser hospital` does, `the Biden camp` does not."""
    return label in _READ and (noun.sure or label != "PER")


def _standing(upos: Sequence[str], matches: Sequence[Match]) -> list[Match]:
    """Return the matches that may stand by themselves: of overlapping ones the longest.

    Sure names and facility nouns keep shorter matches out of their words (`Islamic` of `Islamic
    State`, `bus` of `bus station`) though they are not returned.
    """
    taken: set[int] = set()
    kept: list[Match] = []
    order = sorted(matches, key=lambda match: (match.first - match.last, match.label not in _ADDED))
    for match in order:
        places = range(match.first, match.last)
        if match.label in _ADDED:
            if taken.isdisjoint(places) and _is_nominal(upos, match):
                taken.update(places)
                kept.append(match)
        elif match.sure:
            taken.update(places)
    return sorted(kept, key=lambda match: match.first)


def _is_nominal(upos: Sequence[str], match: Match) -> bool:
    return upos[match.last - 1] in _NOMINAL


def _joined(matches: Sequence[Match]) -> list[Match]:
    joined: list[Match] = []
    for match in matches:
        before = joined[-1] if joined else None
        if (
            before
            and before.last == match.first
            and {before.label, match.label} <= _ARMS_AND_VEHICLES
        ):
            sure = before.sure or match.sure
            joined[-1] = replace(match, first=before.first, sure=sure)
        else:
            joined.append(match)
    return joined


def _extended(
    forms: Sequence[str],
    upos: Sequence[str],
    matches: Sequence[Match],
    runs: Sequence[EntityRun],
    listed: Sequence[Match],
) -> list[Match]:
    """Give ships their names; drop a ship's prefix that has none."""
    stops = {match.first for match in matches}
    stops |= {match.first for match in listed if match.label in _READ and match.sure}
    ends = {run[0]: run[1] for run in runs}
    extended: list[Match] = []
    for match in matches:
        if not match.named:
            extended.append(match)
            continue
        # A run may begin with the prefix (`USS Cole`) or behind the noun (`cruiser Moskva`).
        whole = max(ends.get(at, 0) for at in range(match.first + match.sure, match.last + 1))
        last = match.last
        if last not in stops:
            last = max(whole, _name_end(forms, upos, last, stops.union(ends)))
        if match.sure or last > match.last:
            # The name of a ship is certain to be one, whatever the model took it for.
            extended.append(replace(match, last=last, sure=True))
    return extended


def _name_end(forms: Sequence[str], upos: Sequence[str], first: int, stops: set[int]) -> int:
    last = first
    for at in range(first, min(first + _LONGEST_SHIP_NAME, len(forms))):
        if at in stops or upos[at] != "PROPN" or forms[at] in _CALENDAR:
            break
        last = at + 1
    return last


def _gives_way(run: EntityRun, match: Match, listed: set[tuple[int, int, str]]) -> bool:
    covered = match.first <= run[0] and run[1] <= match.last
    return covered and match.sure and run not in listed
