"""What each failure of SQLite or the disk means to the person who runs Onrecord.

Foreign exceptions stop here. Most say something about the disk or the file and become `StoreError`;
those that only our own code can cause become `InvariantError`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from onrecord.domain.errors import InvariantError, OnrecordError, StoreError

_COPY = "restore a copy of the store"
_AGAIN = "run the command again"
_DISK = "check the disk, then run the command again"
_REINSTALL = "install apsw again with its own SQLite"

#: Why, and what to do. Classes are matched exactly: a new one in a later apsw must be given a line.
DISK: dict[type[apsw.Error], tuple[str, str]] = {
    apsw.AbortError: ("SQLite broke the operation off", _AGAIN),
    apsw.AuthError: ("SQLite was not authorised", "check who may open the file"),
    apsw.BusyError: (
        "another process is writing to it",
        "wait for it to end, then run the command again",
    ),
    apsw.CantOpenError: (
        "the file cannot be opened",
        "check that its folder is there and that you may read and write it",
    ),
    apsw.CorruptError: ("the file is damaged", _COPY),
    apsw.EmptyError: ("SQLite found nothing where something was expected", _COPY),
    apsw.FormatError: ("the file is not in the form SQLite expects", _COPY),
    apsw.FullError: ("the disk is full", "free some space, then run the command again"),
    apsw.IOError: ("the disk did not answer", _DISK),
    apsw.InternalError: ("SQLite found a fault in itself", _COPY),
    apsw.InterruptError: ("the operation was interrupted", _AGAIN),
    apsw.LockedError: ("one of its tables is in use", _AGAIN),
    apsw.NoLFSError: (
        "this system cannot keep files that large",
        "move the store to another disk",
    ),
    apsw.NoMemError: ("there is not enough memory", "close other programs, then try again"),
    apsw.NotADBError: (
        "the file is not a database",
        "name the folder of a store, or restore a copy",
    ),
    apsw.NotFoundError: ("SQLite does not know that operation", _REINSTALL),
    apsw.PermissionsError: ("access was refused", "check who may read and write the file"),
    apsw.ProtocolError: ("its locks do not work on this disk", "move the store to a local disk"),
    apsw.ReadOnlyError: ("it may not be written", "check who may write the file and its folder"),
    apsw.SQLError: ("its tables are not those of a record", _COPY),
    apsw.SchemaChangeError: ("its tables changed while they were read", _AGAIN),
    apsw.TooBigError: ("a record is larger than SQLite can keep", "leave that document out"),
    apsw.ForkingViolationError: (
        "it was opened before the process was copied",
        "open the store in each process",
    ),
    apsw.ExtensionLoadingError: ("SQLite could not load an extension", _REINSTALL),
    apsw.NoFTS5Error: ("this SQLite was built without text search", _REINSTALL),
}

#: What only our own code can cause.
OURS: frozenset[type[apsw.Error]] = frozenset(
    {
        apsw.BindingsError, apsw.ConnectionClosedError, apsw.ConnectionNotClosedError,
        apsw.ConstraintError, apsw.CursorClosedError, apsw.ExecTraceAbort,
        apsw.ExecutionCompleteError, apsw.IncompleteExecutionError, apsw.InvalidContextError,
        apsw.MismatchError, apsw.MisuseError, apsw.RangeError, apsw.ThreadingViolationError,
        apsw.VFSFileClosedError, apsw.VFSNotImplementedError,
    }
)  # fmt: skip


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Let nothing out but our own errors; foreign ones name `path`, the reason and what to do."""
    try:
        yield
    except apsw.Error as error:
        raise failure(path, error) from error
    except UnicodeEncodeError as error:
        raise InvariantError(f"a name or id cannot be written as UTF-8: {error.reason}") from error
    except UnicodeDecodeError as error:
        raise StoreError(f"{path}: its text is damaged: {_COPY}") from error
    except OSError as error:
        raise disk_failure(path, error) from error


def failure(path: Path, error: apsw.Error) -> OnrecordError:
    """Return our own error for one of SQLite's."""
    if type(error) in OURS:
        return InvariantError(f"{path}: {type(error).__name__}: {error}")
    why, remedy = DISK.get(type(error), (str(error) or type(error).__name__, _DISK))
    return StoreError(f"{path}: {why}: {remedy}")


def disk_failure(path: Path, error: OSError) -> StoreError:
    """Return our own error for one of the operating system's."""
    place = error.filename if isinstance(error.filename, str) else path
    return StoreError(f"{place}: {error.strerror or error}: {_DISK}")
