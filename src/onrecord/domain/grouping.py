"""Which reports tell of one event, and why they are held to: `Account`, `Join`, `EventGroup`.

An account is what one report says of one occurrence. A report may hold several, and an event may rest
on accounts of many reports: report and event are many-to-many. A join is never silent: it names its
grounds and how much each of them weighed.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.domain.errors import InvariantError
from onrecord.domain.event import Event


@dataclass(frozen=True, slots=True)
class Account:
    """What one report says of one occurrence.

    Attributes:
        document: Id of the document.
        lineage: The origin independence is counted by.
        statements: Ids of its statements on the occurrence, in order of the text; never empty.
    """

    document: str
    lineage: str
    statements: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.statements:
            raise InvariantError("an account holds a statement")

    @property
    def key(self) -> str:
        """Return the id of its first statement, by which joins and decisions name it."""
        return self.statements[0]


@dataclass(frozen=True, slots=True)
class Ground:
    """One reason for or against holding two accounts to be of one event.

    Attributes:
        name: What was compared ("day", "place", "parties").
        points: What it weighed: above zero for, below zero against.
        words: What agreed or differed, for a reader to check.
    """

    name: str
    points: float
    words: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Why two accounts are held to be of one event.

    Attributes:
        earlier: Key of the account reported first.
        later: Key of the other.
        score: What the grounds come to; joins are made from a named threshold on.
        grounds: The grounds, the weightiest first; a decision of a person is a ground as well.
    """

    earlier: str
    later: str
    score: float
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class EventGroup:
    """One event with the accounts it rests on.

    Attributes:
        event: The event.
        accounts: In order of report.
        joins: What holds the accounts together, one less than there are accounts or more.
    """

    event: Event
    accounts: tuple[Account, ...]
    joins: tuple[Join, ...] = ()

    @property
    def lineages(self) -> tuple[str, ...]:
        """Return the distinct origins, sorted: the independent sources (law 6)."""
        return tuple(sorted({account.lineage for account in self.accounts}))

    @property
    def documents(self) -> tuple[str, ...]:
        """Return the distinct documents, sorted."""
        return tuple(sorted({account.document for account in self.accounts}))

    @property
    def reports(self) -> int:
        """Return how many reports tell of it; of a list, each outlet it credits is one."""
        return len({(account.document, account.lineage) for account in self.accounts})
