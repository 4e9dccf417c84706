"""Words by which something is attributed to somebody, and the shapes their contents take.

Attribution is wider than talk: what somebody thinks, knows, wants, perceives, judges, asks or shows is
theirs and not the author's (PDTB and PARC 3.0 name the same classes). A word belongs here for what it
means in any report; how it is used in one sentence is for `relations`.

A frame says where the content stands:

- `c` a clause or quoted words ("said that …", "…, he said"),
- `x` an infinitive or gerund ("vowed to go", "denied taking"),
- `o` the object, with what is said of it ("criticised the plan", "accused him of fraud"),
- `n` an object with its predicate ("called him weak"),
- `a` an object with "as" ("described the raid as a success"),
- `s` the subject of a raising verb ("seems lost"),
- `s-p` the subject of a passive verb ("is expected to resign", "is seen as weak"),
- `shown` what something written or filmed shows ("polls show a tie"),
- any other: the phrase opened by that preposition ("talked about the truce").
"""

from __future__ import annotations

from typing import Literal

#: What attributes it: talk, writing and showing, judging, thinking and feeling, knowing, wanting, asking.
CueClass = Literal["say", "show", "judge", "think", "know", "want", "ask"]

_VERBS: tuple[tuple[CueClass, str, str], ...] = (
    ("say", "c", """say add tell argue note state report write explain announce claim insist assert
     contend continue respond reply answer retort counter conclude declare warn admit acknowledge
     concede remark observe comment tweet retweet post blog point interject quip joke jest crack
     mention promise reiterate repeat complain shout yell scream cry exclaim chant mutter whisper
     murmur allege affirm maintain attest testify assure remind inform notify brief caution proclaim
     pledge vow swear deny confirm clarify elaborate emphasize emphasise stress underscore underline
     lament bemoan gripe grumble boast brag muse opine posit reason theorize theorise stipulate rule
     recount relate recall reminisce quote chide scoff snap sneer fume thunder rail plead beg counsel
     advise suggest propose recommend hint imply intimate insinuate signal indicate reveal disclose
     divulge confide confess disagree agree concur offer volunteer venture ad-lib deadpan intone
     enthuse gush preach lecture scold chime tease pronounce inquire demand charge accuse hypothesize
     broadcast headline editorialize editorialise read protest object persuade convince tout
     reaffirm restate summarize summarise specify disavow certify attribute telegraph guarantee"""),
    ("show", "c", """show find reveal indicate suggest demonstrate document confirm estimate project
     calculate determine conclude establish discover detail depict illustrate rank poll"""),
    ("think", "c", """think believe feel suspect assume presume suppose guess figure reckon consider
     imagine expect anticipate predict forecast foresee hope fear worry doubt speculate judge decide
     wish pray envision estimate deem gather dream regret conceive"""),
    ("know", "c", """know realize realise learn remember recall recognize recognise notice hear
     understand appreciate forget discover grasp sense perceive"""),
    ("ask", "c", "ask wonder question inquire enquire query"),
    ("say", "x", """promise pledge vow swear threaten claim offer decline refuse agree deny admit
     propose suggest recommend recall deny purport profess say tweet announce demand consent
     volunteer guarantee undertake"""),
    ("want", "x", """plan intend hope seek aim aspire expect
     vote resolve lobby clamor clamour"""),
    ("want", "xo", "urge order ask beg implore exhort encourage persuade convince advise "
     "instruct command direct invite urge warn pressure lobby beseech entreat challenge dare "
     "tell remind call press push"),
    ("show", "shown", "show find reveal indicate suggest document record list detail put capture"),
    ("think", "xo", "expect want like prefer envision picture foresee believe consider wish"),
    ("ask", "x", "ask request plead petition"),
    ("judge", "o", """criticize criticise praise blame accuse denounce condemn endorse support oppose
     defend attack blast slam mock ridicule deride dismiss reject rebut refute dispute deny question
     doubt assail lambast lambaste excoriate castigate chide rebuke scold chastise decry
     deplore bemoan lament slate hail applaud cheer welcome laud salute tout champion
     repudiate renounce rebuff advocate thank credit fault vilify
     savage pillory pan trash bash rip shred skewer roast taunt boo heckle malign smear disparage
     belittle downplay minimize minimise trivialize decline condone approve disapprove
     commend congratulate compliment admire respect denigrate impugn censure admonish
     reprimand berate upbraid lampoon scorn spurn disown"""),
    ("say", "o", """announce propose express voice describe explain mention cite discuss reiterate
     repeat echo emphasize emphasise stress highlight underscore acknowledge admit concede declare
     deny claim allege predict note outline detail tout reveal disclose report tweet retweet quote
     recount recall reference rehash utter invoke promise pledge demand request urge
     recommend suggest publish portray depict compare liken characterize
     characterise mischaracterize contrast name list clarify rule
     pitch plug shout chant warn assure summarize summarise trumpet proclaim
     assert confirm contradict retract revise preview unveil float broach parrot denote"""),
    ("think", "o", "anticipate expect foresee predict forecast regret ponder"
     " contemplate envision doubt fear hate love dislike loathe detest"),
    ("know", "o", "recall remember note document"),
    ("judge", "n", "call deem consider declare name label dub brand pronounce title nickname find "
     "judge proclaim rate rank"),
    ("judge", "a", """describe portray see view dismiss cast characterize characterise denounce paint
     identify regard cite frame depict present criticize criticise attack defend tout hail list
     brand label interpret perceive construe castigate savage blast slam deride mock recognize
     nominate refer"""),
    ("think", "s", "seem appear"),
    ("think", "s-p", """expect know see view consider believe say think suppose rumor rumour report
     suspect presume allege deem estimate regard predict project forecast describe accuse charge
     accuse name call perceive call portray nominate ask tell declare dub label
     predict tip recognize understand reveal announce"""),
    ("say", "about", "talk speak ask brag boast complain joke write warn think worry tweet lie "
     "lecture argue gripe rant muse inquire comment fret testify quip"),
    ("say", "for", "call push vote apologize apologise campaign advocate argue plead praise blame "
     "clamor clamour nominate lobby opt hope thank"),
    ("say", "to", "refer respond point allude agree object attest nod admit"),
    ("say", "on", "comment touch agree elaborate expound seize harp weigh reflect insist "
     "opine expand"),
    ("say", "against", "rail vote campaign speak argue warn push inveigh protest"),
    ("say", "with", "agree disagree side charge concur identify sympathize"),
    ("say", "of", "speak accuse warn boast complain talk approve disapprove dream conceive brag"),
    ("say", "at", "scoff laugh hint point bristle balk rail lash sneer"),
    ("say", "in", "believe"),
)  # fmt: skip

_NOUNS: tuple[tuple[CueClass, str, str], ...] = (
    ("say", "c", """claim statement suggestion complaint warning allegation accusation assertion
     argument remark announcement declaration report admission acknowledgment acknowledgement
     assurance denial insistence contention charge comment confirmation message pledge promise vow
     threat prediction forecast rumor rumour speculation proposal recommendation point reminder
     revelation disclosure testimony estimate finding conclusion case quip"""),
    ("think", "c", """belief view opinion hope fear concern worry idea sense feeling suspicion doubt
     confidence expectation assumption conviction impression perception notion theory"""),
    ("say", "x", "promise pledge vow threat offer refusal decision call demand request proposal "
     "order agreement commitment invitation"),
    ("want", "x", "plan desire intention wish hope willingness unwillingness reluctance inclination "
     "eagerness determination ambition resolve aspiration"),
    ("judge", "of", "criticism denunciation defense defence critique condemnation assertion"),
    ("judge", "on", "attack criticism"),
    ("say", "about", "concern comment remark complaint misgiving"),
    ("judge", "for", "proposal apology praise goal"),
    ("judge", "to", "reference objection"),
)  # fmt: skip

_ADJECTIVES: tuple[tuple[CueClass, str, str], ...] = (
    ("think", "c", """clear unclear confident sure certain hopeful worried concerned convinced aware
     unaware afraid surprised shocked glad proud optimistic pessimistic skeptical sceptical doubtful
     sorry happy disappointed adamant unsure grateful angry furious positive fearful mindful
     thankful obvious"""),
    ("want", "x", "willing eager quick reluctant inclined unwilling glad proud happy keen anxious "
     "hesitant loath determined"),
    ("think", "about", "skeptical sceptical optimistic pessimistic worried concerned upfront "
     "enthusiastic nervous excited confident angry"),
    ("think", "of", "skeptical sceptical critical proud aware wary supportive enamored enamoured "
     "dismissive unaware disdainful scornful mindful fearful tired sick fond"),
    ("think", "by", "surprised shocked troubled"),
    ("think", "with", "enamored satisfied dissatisfied"),
)  # fmt: skip

#: Verbs of talk that always have a content, wherever a parse has hung it.
PLAIN_TALK = frozenset("say add tell write tweet reply explain argue note".split())

#: What has been written, counted or filmed, and shows something to whoever looks at it.
WRITTEN = frozenset(
    """poll survey study report data figure statistic result record document filing image video footage
    photo photograph picture map chart audit census review analysis research investigation transcript
    tape recording test return tally count estimate index finding file memo letter satellite""".split()
)

#: Adverbs by which the author says that somebody else says so.
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})


def _frames(
    table: tuple[tuple[CueClass, str, str], ...],
) -> dict[str, dict[str, CueClass]]:
    found: dict[str, dict[str, CueClass]] = {}
    for cue_class, frame, lemmas in table:
        for lemma in lemmas.split():
            found.setdefault(lemma, {}).setdefault(frame, cue_class)
    return found


#: Frames of each lemma, with what the cue is in that frame.
VERB_FRAMES = _frames(_VERBS)
NOUN_FRAMES = _frames(_NOUNS)
ADJECTIVE_FRAMES = _frames(_ADJECTIVES)
