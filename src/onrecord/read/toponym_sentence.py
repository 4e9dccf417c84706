"""A sentence as the search for places sees it: words, the names the analyser marked, what stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.domain.span import Extent
from onrecord.ports.linguist import Token
from onrecord.read.sentence import SentenceReading
from onrecord.read.toponym_words import (
    COMMON,
    INSTITUTIONS,
    KIND_NOUNS,
    LANDMARKS,
    LOCATIVE,
    PARTIES,
    ROAD_SIGNS,
    ROADS,
)

_LINKS = frozenset(
    "of the and de la le les el al du des del di da do dos das sur upon on in au aux".split()
)
_ARTICLES = frozenset("al el ad ar as ash at az adh ath es ed er et ez en".split())
_JOINTS = frozenset("-'’.")
_HYPHENS = frozenset("-–")
_DATELINE_MARKS = frozenset({",", "(", "-", "--", "—", "–", ":"})
#: From this many words on, a line all in capitals is a headline: its capitals say nothing.
_HEADLINE_WORDS = 5
#: No name has more tokens; what the analyser marks beyond that is its mistake.
_LONGEST_NAME = 30


class Words:
    """The tokens of a sentence. Ranges of tokens are half-open, and no index is out of bounds."""

    def __init__(self, sentence: SentenceReading) -> None:
        self.text = sentence.text
        self.tokens: tuple[Token, ...] = sentence.tree.tokens
        self.lower = tuple(token.text.lower().strip(".") for token in self.tokens)
        self.runs: dict[int, tuple[int, int, str]] = {}
        starts = {token.start: at for at, token in enumerate(self.tokens)}
        for entity in sentence.entities:
            first = last = starts.get(entity.start, len(self.tokens))
            while last < len(self.tokens) and self.tokens[last].end <= entity.end:
                last += 1
            if last - first > _LONGEST_NAME:
                continue
            for at in range(first, last):
                self.runs[at] = first, last, entity.label
        self.is_headline = _is_all_capitals(self.tokens)

    def label(self, at: int) -> str:
        """Return the label of the name a token belongs to, empty where there is none."""
        return self.runs[at][2] if at in self.runs else ""

    def run(self, at: int) -> tuple[int, int]:
        """Return the range of the name a token belongs to; the token alone where there is none."""
        return self.runs[at][:2] if at in self.runs else (at, at + 1)

    def word(self, at: int) -> str:
        """Return a word in lower case without full stops; empty beyond the sentence."""
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def is_upper(self, at: int) -> bool:
        """Say whether a word is there and starts with a capital."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text[:1].isupper()

    def is_article(self, at: int) -> bool:
        """Say whether a name goes on or opens with an Arabic article, written small: `el-Torvale`."""
        return (
            self.word(at) in _ARTICLES and self.word(at + 1) in _HYPHENS and self.is_upper(at + 2)
        )

    def slice(self, first: int, last: int) -> str:
        """Return the text from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def extent(self, first: int, last: int) -> Extent:
        """Return where a range of tokens stands in the document."""
        return Extent(self.tokens[first].start, self.tokens[last - 1].end)

    def ends_with_stop(self, last: int) -> bool:
        """Say whether a full stop ends a range or follows it."""
        end = self.tokens[last - 1].end
        return "." in (self.text[end - 1], self.text[end : end + 1])

    def parts_of_persons(self) -> Iterator[str]:
        """Yield the first and the last word of names of persons that have several, without case."""
        for first, last, label in sorted(set(self.runs.values())):
            if label == "PER" and last - first > 1:
                yield self.tokens[first].text.casefold()
                yield self.tokens[last - 1].text.casefold()

    def is_one_name(self, first: int, last: int) -> bool:
        """Say whether tokens may be one name: capitals all through, links and joints only inside."""
        for at in range(first, last):
            inside = first < at < last - 1
            if inside and (self.tokens[at].text in _JOINTS or self.lower[at] in _LINKS):
                continue
            if not self.is_upper(at):
                return False
        return True

    def is_party(self, at: int) -> bool:
        """Say whether a token and the hyphen behind it stand for a party: `R-Torvale`."""
        return self.word(at) in PARTIES and self.word(at + 1) in _HYPHENS

    def is_road(self, first: int, last: int) -> bool:
        """Say whether tokens name a road, or begin the name of one: `Alder Street`, `Route 9`."""
        inside = self.lower[first:last]
        if ROAD_SIGNS.intersection(inside) or self.tokens[first].text.isdigit():
            return True
        if last - first > 1 and inside[-1] in ROADS:
            return True
        return (
            self.is_upper(last)
            and self.word(last) in ROADS
            and self.word(last + 1) not in INSTITUTIONS
        )

    def is_money(self, first: int, last: int) -> bool:
        """Say whether a sign for dollars touches tokens: `US$5`."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        return "$" in self.text[max(0, start - 1) : end + 1]

    def is_landmark(self, first: int, last: int) -> bool:
        """Say whether tokens name a piece of nature or land: `Alder Creek`, `Lake Alder`."""
        ends = (self.lower[last - 1], self.lower[first])
        return last - first > 1 and (ends[0] in LANDMARKS or ends[1] in ("lake", "mount", "river"))

    def is_located(self, first: int, last: int) -> bool:
        """Say whether a name nobody lists is a place's, by its last word or the words before it."""
        if last - first == 1 and self.lower[first] in COMMON:
            return False
        if self.is_landmark(first, last):
            return True
        at = first - 1 if self.word(first - 1) == "the" else first
        named = self.word(at - 1) in LOCATIVE or self.is_kind_of(at)
        return named and self.lower[last - 1] not in INSTITUTIONS

    def is_kind_of(self, first: int) -> bool:
        """Say whether a noun for a kind of place and `of` stand before a token: `the town of`."""
        return self.word(first - 1) == "of" and self.word(first - 2) in KIND_NOUNS

    def opens_dateline(self, first: int, last: int) -> bool:
        """Say whether a sentence opens with a name as a dateline does: `TORVALE, Velmar (AP) --`."""
        if first != 0 or self.is_headline or not self.slice(first, last).isupper():
            return False
        return self.word(last) in _DATELINE_MARKS


def _is_all_capitals(tokens: Sequence[Token]) -> bool:
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 1]
    return len(words) >= _HEADLINE_WORDS and all(word.isupper() for word in words)
