"""Forms for what happened: the event, its harm, who is held responsible, why reports were joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.domain.errors import CompileError
from onrecord.domain.quantity import Quantity
from onrecord.publish.claims import HARM_WORDS, harm_ends, no_claim, no_harm, unlike_figures
from onrecord.publish.desk import Desk, hold
from onrecord.publish.parts import (
    PRONOUNS,
    Part,
    certainty,
    counted_of,
    fixed,
    given_by,
    heading_time,
    independent,
    outlet,
    quoted,
    speakers,
    statement_of,
)
from onrecord.publish.wording import GROUND_WORDS, number_words


def event(desk: Desk) -> list[Part]:
    """Write what happened in the words of one account, and how many origins stand behind it (law 6).

    The first of the support is that account; what else is cited tells of the event too, and a
    document is counted as a report of it.
    """
    citation, source = desk.citation(0), desk.source(0)
    require_accounts(desk)
    return [
        *heading_time(citation, source), fixed(": "), *quoted(citation.span.exact), fixed(" — "),
        *certainty(source, statement_of(citation)), fixed(" ("), *outlet(source), fixed("); "),
        independent(desk.sources()),
    ]  # fmt: skip


def require_accounts(desk: Desk) -> None:
    """Raise `CompileError` where what is cited does not report an occurrence (law 5)."""
    for support in desk.sentence.support:
        if support.id.startswith("c"):
            told = statement_of(desk.evidence.citation(support.id))
            hold("" if told.supports_event() else "an account is held back (law 5)")


def harm(desk: Desk) -> list[Part]:
    """Write the harm from its lowest to its highest cited figure, each with who printed it.

    `given` is the effect. The figures that state the ends bear the roles `low` and `high`, or `both`;
    others stand beside them.
    """
    effect = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    places = range(len(desk.sentence.support))
    told = harm_range(desk, effect, places)
    found: list[Part] = [fixed(f"{HARM_WORDS[effect]}: "), told, fixed(" (")]
    if unlike_figures([counted_of(desk.citation(at)).quantity for at in places]):
        found.append(fixed("reports disagree: "))
    return [*found, *figures_listed(desk, places), fixed(")")]


def harm_range(desk: Desk, effect: str, places: Sequence[int]) -> Part:
    """Return the harm from the figure with the role `low` to that with `high`, or of the one `both`.

    The last word of a role counts: "now low" is the lower end of the harm now.

    Raises:
        CompileError: the figures do not count this harm, or an end has none or several.
    """
    figures = [counted_of(desk.citation(at)).quantity for at in places]
    roles = [desk.sentence.support[at].role.rpartition(" ")[2] for at in places]
    hold(no_harm(effect, figures, roles=roles))
    return _range(harm_ends(figures, roles))


def figures_listed(desk: Desk, places: Iterable[int]) -> list[Part]:
    """Return the figures as printed, each with who gives it."""
    found: list[Part] = []
    for at in places:
        found += [fixed("; "), *quoted(counted_of(desk.citation(at)).span.exact), fixed(", ")]
        found += given_by(desk.source(at), desk.citation(at))
    return found[1:]


def _range(ends: tuple[Quantity, Quantity]) -> Part:
    low, high = ends[0].low, ends[1].high
    if low is not None and high is not None:
        same = low == high
        return Part(
            number_words(low) if same else f"{number_words(low)} to {number_words(high)}", "figure"
        )
    if low is not None:
        return Part(f"at least {number_words(low)}", "figure")
    return Part("a number not given" if high is None else f"up to {number_words(high)}", "figure")


def responsibility(desk: Desk) -> list[Part]:
    """Write one claim of who did it; `given` is what the claimant does."""
    citation, source = desk.citation(0), desk.source(0)
    stance = desk.sentence.given[0] if len(desk.sentence.given) == 1 else ""
    statement = statement_of(citation)
    hold(no_claim(stance, statement))
    chain = speakers(source, statement)
    named = bool(chain) and chain[-1].casefold() not in PRONOUNS
    by = [fixed(f" {_STANCES[stance][1]} "), Part(chain[-1], "name")] if named else []
    return [
        fixed(_STANCES[stance][0]), *by, fixed(": "), *quoted(citation.span.exact), fixed(" ("),
        *outlet(source), fixed(")"),
    ]  # fmt: skip


#: What a claimant does about who did it, and what stands before their name.
_STANCES = {
    "accepts": ("Responsibility accepted", "by"),
    "attributes": ("Responsibility", "according to"),
    "denies": ("Responsibility denied", "by"),
    "declines_to_comment": ("No comment on responsibility", "from"),
}


def joined(desk: Desk) -> list[Part]:
    """Write why two accounts are held to be of one event.

    `given` names each ground as `for:NAME` or `against:NAME`, with `:WORDS` where those words stand in
    the passages of both.
    """
    require_accounts(desk)
    first, second = desk.source(0), desk.source(1)
    grounds: dict[str, list[Part]] = {"for": [], "against": []}
    for given in desk.sentence.given:
        side, _, rest = given.partition(":")
        name, _, words = rest.partition(":")
        if side not in grounds or name not in GROUND_WORDS:
            raise CompileError(f"{given!r} is no ground")
        held = not words or (first.holds(words) and second.holds(words))
        hold("" if held else f"{words!r} does not stand in both accounts")
        listed = grounds[side]
        listed += [fixed(", ")] if listed else []
        listed.append(fixed(GROUND_WORDS[name]))
        listed += [fixed(" ("), *quoted(words), fixed(")")] if words else []
    hold("" if grounds["for"] else "nothing speaks for one event")
    found = [
        *outlet(second), fixed(": "), *quoted(desk.citation(1).span.exact), fixed(" agrees with "),
        *outlet(first), fixed(", in: "), *grounds["for"],
    ]  # fmt: skip
    if grounds["against"]:
        found += [fixed("; it differs in: "), *grounds["against"]]
    return found
