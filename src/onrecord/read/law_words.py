"""Word lists of law: lemmas in lower case, general English, none of one country alone."""

from __future__ import annotations

from onrecord.domain.authority import AuthorityStatus


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: What an instrument does when it gives a power.
CONFERRING = _words(
    """authorize authorise permit allow confer extend cover apply empower entitle enable grant give
    provide justify let mandate"""
)
#: Nouns of a power given, for "gives no authority".
GRANTED = _words(
    "basis authority authorization authorisation mandate power cover justification permission"
)
FORBIDDING = _words("prohibit forbid ban bar outlaw preclude prevent")
LIMITING = _words("limit restrict constrain confine narrow curb exclude exempt rein")
CONDITIONING = _words("require condition oblige subject")
#: What somebody says they hold.
POWERS = _words(
    "authority right power prerogative mandate jurisdiction authorization authorisation"
)
#: What is missing where there is "no basis".
NOT_HELD = _words(
    "basis authority authorization authorisation mandate jurisdiction approval justification"
)
ASSERTING = _words("invoke cite assert claim rely exercise")
LISTING = _words("designate blacklist proscribe list relist label add classify brand declare")
#: What one is listed as.
LISTED_AS = _words("terrorist terrorism blacklist proscribed sdgt fto")
#: What a legislature or a court does to check or to let pass.
CHECKING = _words(
    """vote fail pass block limit veto reject adopt approve debate hear subpoena rule overturn uphold
    defeat strike ratify table advance repeal suspend order summon"""
)
MEASURES = _words(
    """resolution bill motion measure law act legislation veto subpoena order ruling inquiry budget
    amendment treaty authorization authorisation mandate deployment ban decree impeachment hearing"""
)
FORCE_WORDS = _words(
    """force strike attack operation action deployment troop troops war hostility bombing airstrike raid
    invasion mission sale shipment weapon blockade intervention incursion offensive covert drone marine
    soldier personnel peacekeeper peacekeepers contingent army navy military deploy response retaliation
    reprisal"""
)
#: How an instrument is made for a purpose, and what that purpose then is: "drafted to support strikes".
MADE_FOR = _words("draft write prepare issue draw mean design intend craft adopt pass sign enact")
SUPPORTING = _words(
    """support justify authorise authorize cover permit allow underpin back enable legitimise legitimize
    legalise legalize"""
)
#: What a body does with a measure it lets pass, renews, or turns down.
PASSING = _words(
    """approve adopt pass back endorse authorise authorize ratify extend renew prolong agree mandate advance
    uphold decide"""
)
TURNING_DOWN = _words("reject defeat veto oppose refuse decline")
#: What a measure does that ends or holds back a use of force.
ENDING = _words("halt end suspend withdraw stop freeze revoke repeal war bar block")
#: What is done with an instrument, and the status it then has.
STATUSES: dict[str, AuthorityStatus] = {
    **dict.fromkeys("draft prepare".split(), "drafted"),
    **dict.fromkeys("propose introduce table submit circulate sponsor".split(), "proposed"),
    **dict.fromkeys("announce unveil".split(), "announced"),
    **dict.fromkeys(
        """sign issue adopt enact declare decree decreed impose pass approve ratify promulgate take enter
        extend renew uphold""".split(),
        "in_force",
    ),
    **dict.fromkeys("notify inform send".split(), "notified"),
    **dict.fromkeys("fail reject defeat veto".split(), "failed"),
    **dict.fromkeys("expire lapse".split(), "expired"),
    **dict.fromkeys("revoke repeal rescind lift withdraw annul cancel overturn strike".split(), "rescinded"),
    **dict.fromkeys("scrap terminate abrogate".split(), "rescinded"),
    **dict.fromkeys("enjoin suspend halt block stay".split(), "enjoined"),
}  # fmt: skip
#: What makes the mention of an instrument a statement about it.
ACTS_ON = frozenset(STATUSES) | _words(
    "violate breach invoke implement enforce await seek request face"
)
