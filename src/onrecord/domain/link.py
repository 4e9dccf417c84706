"""How two statements stand to one another: `Link`. A fall between lineages is one, not an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.domain.ids import content_id

LinkKind = Literal[
    "repeats", "corroborates", "elaborates", "updates", "contradicts", "tension", "denies",
    "retracts", "fulfils", "followed_by", "same_event", "same_entity",
]  # fmt: skip
LinkSubtype = Literal[
    "", "numeric", "negation", "scope", "specificity", "attribution", "evaluation", "unit",
    "quotation_punctuation", "quotation_elided", "quotation_altered",
]  # fmt: skip
Independence = Literal["same_lineage", "different_lineage", "unknown"]


@dataclass(frozen=True, slots=True)
class Link:
    """A directed relation between two statements, with the reason in words.

    Attributes:
        from_id: Id of the later or depending statement.
        to_id: Id of the statement it stands to.
        kind: The relation.
        subtype: What it turns on.
        independence: Whether the two have different origins.
        reason: One sentence a reader can check.
    """

    from_id: str
    to_id: str
    kind: LinkKind
    subtype: LinkSubtype = ""
    independence: Independence = "unknown"
    reason: str = ""

    @property
    def id(self) -> str:
        """Return the content-hash id."""
        return content_id("lnk", self)
