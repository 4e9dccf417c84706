"""Short ways to make statements for tests of the domain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from onrecord.domain.span import Extent, span_at
from onrecord.domain.statement import Factuality, Statement

TEXT = "The navy of Alder struck two boats off Port Alder, the ministry said."


def statement(*factuality: Factuality, **changes: Any) -> Statement:
    """Return a statement that reports a strike, with the given changes."""
    plain = Statement(
        document="doc-1",
        content=span_at(TEXT, Extent(0, 49), document="doc-1"),
        kind="occ.event",
        factuality=factuality or (Factuality("author", "Uu"), Factuality("the ministry", "CT+")),
        actor="The navy of Alder",
        recipient="two boats",
    )
    return replace(plain, **changes)
