"""Every error Onrecord raises.

The first level says who can act, because that is what a caller decides on:

    OnrecordError
      UsageError          the person who configured or called us
        StoreTooNew       the store was written by a newer Onrecord
      SourceError         nobody here: the outside world failed (see `retryable`)
        AddressRefused    the guard refused to fetch from there
      StoreError          the disk or the store's file: nothing was written
        LedgerBroken      the ledger's chain does not hold: restore a copy
      ContentError        nobody: this input cannot be read as claimed; skip it, keep a record
        QuoteNotFound
        QuoteAmbiguous
      CompileError        the writer: a sentence does not follow from its support
      InvariantError      us: a bug, report it

Each class has a stable `code` for logs and searches, keeps its facts as attributes, writes its own
message from them and survives pickling. What is merely *not known* is not an error: it is a value,
`Unknown`.
"""

from __future__ import annotations

from typing import ClassVar


class OnrecordError(Exception):
    """Any failure Onrecord reports on purpose."""

    code: ClassVar[str] = "OR000"

    def __str__(self) -> str:
        """Return the message, followed by the stable code."""
        return f"{self.message()} [{self.code}]"

    def message(self) -> str:
        """Return one line built from the error's own attributes."""
        return " ".join(str(argument) for argument in self.args)


class UsageError(OnrecordError):
    """The caller asked for something that cannot be: a bad option, a file that is not there."""

    code = "OR100"


class StoreTooNew(UsageError):  # noqa: N818 - named for what is wrong
    """The store was written by a newer Onrecord than this one."""

    code = "OR110"

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found = found
        self.known = known

    def message(self) -> str:
        """Name both schema versions and the way out."""
        return (
            f"this store has schema {self.found}, this Onrecord knows up to {self.known}: "
            "upgrade Onrecord; the store was not touched"
        )


class SourceError(OnrecordError):
    """Something outside failed: a site, a feed, a connection.

    Attributes:
        source: What was asked, such as a URL.
        why: What went wrong, in one clause.
        retryable: Whether the same request may succeed later.
    """

    code = "OR200"

    def __init__(self, source: str, why: str, retryable: bool = False) -> None:
        super().__init__(source, why, retryable)
        self.source = source
        self.why = why
        self.retryable = retryable

    def message(self) -> str:
        """Name the source, the reason, and whether trying again makes sense."""
        hint = "try again later" if self.retryable else "trying again will not help"
        return f"could not get {self.source}: {self.why}; {hint}"


class AddressRefused(SourceError):  # noqa: N818 - named for what is wrong
    """The address guard refused: not http(s), or a private, loopback or link-local host."""

    code = "OR210"

    def message(self) -> str:
        """Say what was refused and which setting would allow it."""
        return f"refused to fetch {self.source}: {self.why}"


class StoreError(OnrecordError):
    """The store cannot be opened, read or written."""

    code = "OR300"


class LedgerBroken(StoreError):  # noqa: N818 - named for what is wrong
    """An entry of the ledger does not follow from the one before it."""

    code = "OR310"

    def __init__(self, sequence: int, why: str) -> None:
        super().__init__(sequence, why)
        self.sequence = sequence
        self.why = why

    def message(self) -> str:
        """Name the first entry that does not hold."""
        return f"the ledger does not hold at entry {self.sequence}: {self.why}; restore a copy"


class ContentError(OnrecordError):
    """This input cannot be read as what it claims to be; the rest of a batch goes on."""

    code = "OR400"

    def __init__(self, source: str, why: str) -> None:
        super().__init__(source, why)
        self.source = source
        self.why = why

    def message(self) -> str:
        """Name the input and the reason."""
        return f"{self.source}: {self.why}"


class QuoteNotFound(ContentError):  # noqa: N818 - named for what is wrong
    """The words do not occur, letter for letter, in the archived text."""

    code = "OR410"


class QuoteAmbiguous(ContentError):  # noqa: N818 - named for what is wrong
    """The words occur more than once and nothing says which place is meant."""

    code = "OR411"


class CompileError(OnrecordError):
    """A sentence of a brief does not follow from its support, so the brief does not compile."""

    code = "OR500"


class InvariantError(OnrecordError):
    """A law of the domain was broken by our own code: a bug to report."""

    code = "OR900"
