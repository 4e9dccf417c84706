"""The `onrecord` command.

Data goes to stdout, talk to stderr. Exit codes: 0 done, 1 something was found wrong or skipped, 2 the
command was called wrongly.
"""

from __future__ import annotations

import os
import sys

import typer

from onrecord import __version__
from onrecord.cli import (
    actors,
    authority,
    briefs,
    diff,
    escalation,
    events,
    export,
    hypotheses,
    intake,
    posture,
    questions,
    reading,
    review,
    scorecard,
    series,
    showing,
    upkeep,
)
from onrecord.cli.output import say
from onrecord.domain.errors import OnrecordError, UsageError

FOUND_WRONG = 1
CALLED_WRONGLY = 2
_INTERRUPTED = 130

app = typer.Typer(
    name="onrecord",
    help="Keep the public record of an unfolding crisis, every claim pinned to its exact words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("demo")(intake.demo)
app.command("add")(intake.add)
app.command("read")(reading.read)
app.command("statements")(showing.statements)
app.command("tallies")(showing.tallies)
app.command("timeline")(showing.timeline)
app.command("events")(events.events)
app.command("actors")(actors.actors)
app.add_typer(
    authority.authority_app,
    name="authority",
    help="Who says what covers an act, and what does not.",
)
app.command("posture")(posture.posture)
app.command("escalation")(escalation.escalation)
app.add_typer(
    hypotheses.hypotheses_app,
    name="hypotheses",
    help="What may explain it; what speaks against it.",
)
app.command("series")(series.series)
app.add_typer(
    questions.questions_app,
    name="questions",
    help="What may come: asked, forecast, resolved, scored.",
)
app.command("diff")(diff.diff)
app.add_typer(
    review.review_app, name="review", help="See what is worth a look; decide; take it back."
)
app.add_typer(export.export_app, name="export", help="Write events or tallies as a table.")
app.command("brief")(briefs.brief)
app.command("scorecard")(scorecard.scorecard)
app.command("verify")(briefs.verify)
app.add_typer(upkeep.store_app, name="store", help="Look after the store.")
app.command("doctor")(upkeep.doctor)


def _print_version(value: bool) -> None:
    if value:
        sys.stdout.write(f"onrecord {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: bool = typer.Option(
        False, "--version", help="Print the version.", callback=_print_version, is_eager=True
    ),
) -> None:
    """Keep the public record of an unfolding crisis, every claim pinned to its exact words."""


def main() -> None:
    """Run the command and leave with its exit code; no failure shows a traceback."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code."""
    try:
        code = _called(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for exit
            return 0
        say(f"onrecord: the output cannot be written: {error.strerror or error}")
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for exit
        return FOUND_WRONG
    except OnrecordError as error:
        say(f"onrecord: {error}")
        return CALLED_WRONGLY if isinstance(error, UsageError) else FOUND_WRONG
    except KeyboardInterrupt:
        say("onrecord: interrupted; what was acknowledged is on record")
        return _INTERRUPTED
    except Exception as error:
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        say(
            f"onrecord: internal error ({type(error).__name__}: {error}); nothing acknowledged is "
            "lost. Please report it; ONRECORD_DEBUG=1 shows where"
        )
        return FOUND_WRONG
    return code


def _called(arguments: list[str]) -> int:
    try:
        app(args=arguments, prog_name="onrecord")
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else 0
    return 0
