"""What every task is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.ports.linguist import Linguist

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tools:
    """What a task may use besides its records.

    Attributes:
        linguist: The reader's analyser.
        folder: The folder the inputs lie in, for files they name.
    """

    linguist: Linguist
    folder: Path


#: One record in, one record out, with the same id.
Task = Callable[[Iterable[Row], Tools], Iterator[Row]]
