"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[
    Path | None,
    typer.Option("--store", help="Folder of the store; else ONRECORD_STORE, else the config."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
LinguistOption = Annotated[
    str | None,
    typer.Option(
        "--linguist",
        help="What analyses sentences: onrecord, or spacy:PIPELINE (a name or a folder).",
    ),
]
ReaderOption = Annotated[
    str | None,
    typer.Option(
        "--reader", help="What finds statements: rules, or llm (a language model you configure)."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", help="Show what was on record then: 2025-11-28 or a full time."),
]
DateOption = Annotated[
    str | None,
    typer.Option("--date", help="The date the document bears, as 2025-11-28; never guessed."),
]
