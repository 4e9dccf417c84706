"""Which place a name means: the places of a document are near each other, and famous ones are meant first.

Every name spreads its weight over its candidates; candidates gain from the weight that other names put
into their neighbourhood, region and country; that is done a few times over. Sums are kept by cell of a
grid, so time grows with the number of candidates, not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from onrecord.ports.gazetteer import Entry
from onrecord.read.toponym_geography import lies_in
from onrecord.read.toponym_mentions import Mention
from onrecord.read.toponym_strangers import Said, without_strangers

_ROUNDS = 4
#: How far the best candidate runs ahead of the others in the share that is told.
_TOLD = 1.0
_MOST = 40
#: Side of a cell in degrees of latitude; a place counts for its cell and the eight around it.
_CELL = 1.0
#: What a kind of place is worth before its inhabitants are counted, as a power of ten; what is not here
#: is worth its inhabitants.
_PRIOR = {
    "continent": 8.5, "county": 5.3, "area": 5.6, "island": 5.3, "mountain": 5.0, "lake": 5.0,
    "river": 5.0, "sea": 7.5, "strait": 6.8,
}  # fmt: skip
#: A region is meant less often than its town of the same name, if that is this much of it.
_TWIN_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of company counts, in powers of ten of inhabitants.

    Attributes:
        near: Other names in the neighbourhood.
        region: Other names in the same first-level region, or that region itself.
        country: Other names in the same country, or that country itself.
        sharpness: How far the best candidate runs ahead of the others while they are weighed.
        capital: What being a capital is worth.
        state: What being a country is worth, whatever its size.
        region_bonus: What being a first-level region adds to its inhabitants.
        county_loss: What being a second-level division takes off its inhabitants.
        twin: What such a region loses to a large town of its own, or the capital, that bears its name.
        most: The most that company may add: no company makes a hamlet of Egypt.
        lean: What a word that speaks for a country counts beside a name that lies in it.
        alias: What a name loses that is not the place's usual one.
    """

    near: float = 0.8
    region: float = 1.8
    country: float = 1.0
    sharpness: float = 0.4
    capital: float = 0.7
    state: float = 8.5
    region_bonus: float = 0.6
    county_loss: float = 0.5
    twin: float = 1.4
    most: float = 5.5
    lean: float = 0.4
    alias: float = 1.4


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name means.

    Attributes:
        entry: The place.
        share: Its share of the weight of all candidates, between 0 and 1.
        candidates: How many there were.
    """

    entry: Entry
    share: float
    candidates: int


Named = tuple[str, tuple[str, ...]]


def rank(
    mentions: Sequence[Mention], leanings: Mapping[str, float], weights: Weights = WEIGHTS
) -> dict[Named, Choice]:
    """Return what each name of a document means, by `key_of_mention`.

    A name means one place throughout, unless the place it lies in is said beside it (`Torvale, Tenn.`).
    A name that means only a stranger to the document (`toponym_strangers`) is left out.

    Args:
        mentions: All mentions of the document.
        leanings: How much its other words speak for a country, by code.
        weights: What counts how much.
    """
    names: dict[Named, tuple[Entry, ...]] = {}
    counts: Counter[Named] = Counter()
    for mention in mentions:
        if mention.candidates:
            key = key_of_mention(mention)
            names[key] = _within(mention)
            counts[key] += 1
    _follow(names)
    priors = {key: _priors(found, key[0], weights) for key, found in names.items()}
    shares = {key: _softmax(found, weights.sharpness) for key, found in priors.items()}
    scores: dict[Named, list[float]] = {}
    for _ in range(_ROUNDS):
        company = _Company(names, shares, counts)
        company.lean(leanings, weights.lean)
        scores = {
            key: [
                prior + company.worth(one, key, weights)
                for one, prior in zip(found, priors[key], strict=True)
            ]
            for key, found in names.items()
        }
        shares = {key: _softmax(found, weights.sharpness) for key, found in scores.items()}
    best = {key: _best(found, _softmax(scores[key], _TOLD)) for key, found in names.items()}
    said = {
        key: Said(one.name, best[key].entry, counts[key], located=_is_located(best[key], one))
        for one in mentions
        if (key := key_of_mention(one)) in best
    }
    kept = without_strangers(said)
    return {key: choice for key, choice in best.items() if key in kept}


def _is_located(choice: Choice, mention: Mention) -> bool:
    return any(lies_in(choice.entry, outer) for outer in mention.inside)


def key_of_mention(mention: Mention) -> Named:
    """Return what mentions that mean one place share: the name, and what is said beside it."""
    return mention.name.casefold(), tuple(one.id for one in mention.inside)


def _within(mention: Mention) -> tuple[Entry, ...]:
    """Return the candidates that lie in the place said beside the name; all when none does."""
    found = mention.candidates[:_MOST]
    inner = tuple(
        one for one in mention.candidates if any(lies_in(one, outer) for outer in mention.inside)
    )
    return inner or found


def _follow(names: dict[Named, tuple[Entry, ...]]) -> None:
    """Let a bare name mean what the same name with its region beside it can only mean."""
    said: dict[str, tuple[Entry, ...]] = {}
    for (name, inside), found in names.items():
        if (
            inside
            and name not in said
            and (name, ()) in names
            and len(found) < len(names[name, ()])
        ):
            said[name] = found
    for name, found in said.items():
        names[name, ()] = found


def _priors(found: Sequence[Entry], name: str, weights: Weights) -> list[float]:
    """Return how readily a name is held to mean each entry, nothing else known.

    A name that is not the usual one of its place counts less, unless the place is the best known of all
    that bear it.
    """
    said = _plain(name)
    return [
        _prior(one, weights)
        - _twin(one, said, found, weights)
        - (weights.alias if place and not _is_usual(one, said) else 0.0)
        for place, one in enumerate(found)
    ]


def _prior(entry: Entry, weights: Weights) -> float:
    inhabitants = math.log10(entry.population + 100)
    if entry.kind == "country":
        return weights.state
    if entry.kind == "region":
        return inhabitants + weights.region_bonus
    if entry.kind == "county" and entry.population:
        return inhabitants - weights.county_loss
    if entry.kind != "city":
        return _PRIOR[entry.kind]
    return inhabitants + (weights.capital if entry.capital else 0.0)


def _is_usual(entry: Entry, said: str) -> bool:
    """Say whether a name is the usual one of a place, or its beginning: `Torvale` of `Torvale City`."""
    usual = _plain(entry.name)
    if entry.kind == "city":
        return usual.startswith(said) or said.startswith(usual)
    return entry.kind != "county" or usual == said


def _plain(name: str) -> str:
    """Return a name without case, accents and marks, so that spellings of it are alike."""
    return "".join(sign for sign in normalize("NFKD", name.casefold()) if sign.isalnum())


def _twin(entry: Entry, said: str, found: Sequence[Entry], weights: Weights) -> float:
    """Return what a region loses to a large town of its own, or to the capital, that bears its name."""
    if entry.kind != "region":
        return 0.0
    own = _plain(entry.name) == said
    beaten = any(
        one.kind == "city"
        and one.country == entry.country
        and (own or _plain(one.name) != said)
        and (
            one.capital
            or (lies_in(one, entry) and one.population >= _TWIN_SHARE * entry.population)
        )
        for one in found
    )
    return weights.twin if beaten else 0.0


def _softmax(scores: Sequence[float], sharpness: float) -> list[float]:
    top = max(scores)
    raised = [math.exp(sharpness * math.log(10) * (one - top)) for one in scores]
    total = sum(raised)
    return [one / total for one in raised]


def _best(found: Sequence[Entry], shares: Sequence[float]) -> Choice:
    at = max(range(len(found)), key=lambda index: (shares[index], -index))
    return Choice(found[at], shares[at], len(found))


class _Company:
    """The weight that the names of a document put into cells, regions and countries."""

    def __init__(
        self,
        names: Mapping[Named, Sequence[Entry]],
        shares: Mapping[Named, Sequence[float]],
        counts: Mapping[Named, int],
    ) -> None:
        self._total: defaultdict[Hashable, float] = defaultdict(float)
        self._own: dict[str, defaultdict[Hashable, float]] = {}
        self._size = {key: 1.0 + math.log(counts[key]) for key in names}
        for key, found in names.items():
            own = self._own.setdefault(key[0], defaultdict(float))
            for entry, share in zip(found, shares[key], strict=True):
                for place, part in _footprint(entry):
                    self._total[place] += share * part * self._size[key]
                    own[place] += share * part * self._size[key]

    def lean(self, leanings: Mapping[str, float], weight: float) -> None:
        """Count what other words say as so much weight in a country."""
        for country, amount in leanings.items():
            self._total["country", country] += weight * amount

    def worth(self, entry: Entry, key: Named, weights: Weights) -> float:
        """Return what the company of other names adds to a candidate."""
        own = self._own[key[0]]

        def mass(place: Hashable) -> float:
            return math.log1p(max(0.0, self._total.get(place, 0.0) - own.get(place, 0.0)))

        added = 0.0
        if entry.kind not in ("country", "continent", "sea"):
            added += weights.near * mass(("cell", *_cell(entry)))
        if entry.region:
            added += weights.region * mass(("region", entry.country, entry.region))
        if entry.country:
            added += weights.country * mass(("country", entry.country))
        return min(added, weights.most)


def _footprint(entry: Entry) -> Iterator[tuple[Hashable, float]]:
    """Yield the cells, the region and the country an entry counts for, and how much."""
    if entry.country:
        yield ("country", entry.country), 1.0
    if entry.region:
        yield ("region", entry.country, entry.region), 1.0
    if entry.kind in ("city", "county", "area", "island", "lake", "mountain"):
        lat, lon = _cell(entry)
        for row in (-1, 0, 1):
            for column in (-1, 0, 1):
                yield ("cell", lat + row, lon + column), 1.0 if row == column == 0 else 0.7


def _cell(entry: Entry) -> tuple[int, int]:
    """Return the cell of the grid an entry lies in; columns are as wide as rows are high."""
    row = math.floor(entry.lat / _CELL)
    width = _CELL / max(0.2, math.cos(math.radians((row + 0.5) * _CELL)))
    return row, math.floor(entry.lon / width)
