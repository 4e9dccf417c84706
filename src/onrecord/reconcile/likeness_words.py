"""How much a shared word says: next to nothing for a common one, much for a rare one.

A fixed table, so that what two reports share weighs the same in a store of ten and of ten thousand,
and the order of arrival changes nothing. The stems are those that occur at least six times in the
training part of UD_English-EWT (CC BY-SA 4.0, see NOTICE), a quarter of a million words of blogs,
mail, reviews and news groups. The words that any report of an incident uses are our own list.
"""

from __future__ import annotations

from typing import Final

from onrecord.reconcile.words import stem, word_set

#: What a stem weighs: among the four hundred commonest, of general use, of reports of incidents, rare.
FREQUENT: Final = 0.3
USUAL: Final = 1.0
RARE: Final = 2.5


def rarity(word: str) -> float:
    """Return how much it says that two texts share a stem.

    Example:
        >>> rarity("peopl"), rarity("road"), rarity("zavrel")
        (0.3, 1.0, 2.5)
    """
    if word in _FREQUENT:
        return FREQUENT
    return USUAL if word in _USUAL else RARE


#: Countries whose names begin alike.
_ALIKE = ("aust", "nige", "guin", "slov", "domi", "zamb", "equa", "mali")
_BEGINNING, _LONGER = 4, 6


def area_of(word: str) -> str:
    """Return what the name of a country and the word for its people share; empty for other words.

    Example:
        >>> area_of("norwegian") == area_of("norway"), area_of("orlan")
        (True, '')
    """
    if stem(word) not in _AREAS:
        return ""
    return word[: _LONGER if word.startswith(_ALIKE) else _BEGINNING]


#: Of reports of incidents anywhere: they tell what kind of thing happened, not which.
_INCIDENT = frozenset(
    stem(word)
    for word in word_set(
        """accident accused aftermath airstrike allegedly ambulance ambush apparent arraigned arrest
        arrested arson assailant assault attacker authorities autopsy bail blast bomb bombing bond
        bullet bystander casualties casualty charged clash clashes collapse confirmed convicted coroner
        crackdown crime criminal critical critically custody cyclone damage dead deadly death debris
        deceased demonstrators deputies deputy detained detective detectives dies disaster displaced
        domestic drone earthquake emergency evacuate evacuated evacuation examiner explosion fatal fatally
        felony fire fired firearm firefighters flames flood flooded flooding floods forces funeral
        gun gunfire gunman gunmen gunshot handgun homicide hospital hospitalized hostage hurricane identified
        incident indicted injured injuries injury inmate inquiry investigate investigating investigation
        investigators jail juvenile killed killing landslide lawyer lieutenant massacre medical militants
        missile missing mourn mourners mourning murder murdered neighbor neighborhood neighbour
        non-life-threatening obituary officer officers official officials onscene opened ordeal paramedics
        patrol pleaded police pronounced prosecutor prosecutors protest protesters protests quake
        raid rebels reported reporters rescue rescued rescuers residents responded riot rushed sentenced
        sergeant sheriff shelling shooter shooting shootings shot shots slain soldiers spokesman
        spokesperson spokeswoman stabbed stabbing storm strike strikes suicide surgery survived survivors
        suspect suspects teen teenager terror toll tornado tragedy tragic treated trial troops vehicle
        vehicles victim victims violence weapon weapons wildfire witness witnesses wound wounded wounding
        wounds"""
    )
)
#: Of addresses, of the calendar and of what stands round a report on a page.
_FURNITURE = frozenset(
    stem(word)
    for word in word_set(
        """avenue ave boulevard blvd street drive lane court highway freeway interstate intersection apartment
        apartments complex county parish downtown metro metropolitan municipal neighborhood northeast
        northwest southeast southwest northside southside eastside westside regional memorial methodist
        baptist mercy clinic campus
        am pm a.m p.m gmt utc est edt cst cdt mst mdt pst pdt
        abc anchor app bbc broadcasting cbs channel cnn copyright correspondent exclusive fox livestream
        nbc newscast newschannel newsletter newsroom npr reuters
        advertisement advertising browser caption comment comments cookie cookies disclaimer download
        email embed exclusive facebook gallery hashtag headlines html http https instagram javascript
        junk login newsfeed pause photo playback podcast posted privacy redistribute redistributed
        reprint rewritten scroll share slideshow spam sponsored subscribe subscription thumbnail tweet
        twitter unsubscribe update updated updates username verification video whatsapp www youtube
        stoppers hotline tipline tipsters anonymous anonymously anyone crimestoppers"""
    )
)
#: First-level areas and their abbreviations: too wide to tell two incidents apart.
_AREAS = frozenset(
    stem(word)
    for word in word_set(
        """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii
        idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan
        minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina
        dakota ohio oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia washington
        wisconsin wyoming ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn
        miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ca tx oh ny nj nc sc wa az tn il
        mi al ms ok
        afghan afghanistan albania albanian algeria algerian america american americans angola argentina
        argentine armenia armenian australia australian austria austrian azerbaijan azerbaijani bahrain
        bangladesh bangladeshi belarus belarusian belgian belgium benin bolivia bolivian bosnia bosnian
        botswana brazil brazilian britain british bulgaria bulgarian burkina burma burmese burundi
        cambodia cambodian cameroon canada canadian chad chile chilean china chinese colombia colombian
        congo congolese croatia croatian cuba cuban cyprus czech danish denmark dominican dutch ecuador
        egypt egyptian england english eritrea eritrean estonia estonian ethiopia ethiopian europe
        european fiji filipino finland finnish france french gabon gambia georgian german germany ghana
        ghanaian greece greek guatemala guinea guyana haiti haitian honduras hungarian hungary iceland
        india indian indonesia indonesian iran iranian iraq iraqi ireland irish israel israeli italian
        italy ivory jamaica japan japanese jordan jordanian kazakh kazakhstan kenya kenyan korea korean
        kosovo kuwait kuwaiti kyrgyz kyrgyzstan laos latvia latvian lebanese lebanon lesotho liberia
        libya libyan libyans lithuania lithuanian madagascar malawi malaysia malaysian mali malian malta
        mauritania mexican moldova mongolia montenegro moroccan morocco mozambique myanmar namibia nepal
        nepali netherlands nicaragua niger nigeria nigerian norway norwegian oman pakistan pakistani
        palestine palestinian panama papua paraguay peru peruvian philippine philippines poland polish
        portugal portuguese qatar qatari romania romanian russia russian rwanda rwandan saudi senegal
        serbia serbian sierra singapore slovak slovakia slovenia somali somalia spain spanish sudan
        sudanese swede sweden swedish swiss switzerland syria syrian taiwan taiwanese tajik tajikistan
        tanzania thai thailand togo tunisia tunisian turkey turkish turkmenistan uganda ugandan ukraine
        ukrainian uruguay uzbek uzbekistan venezuela venezuelan vietnam vietnamese welsh yemen yemeni
        zambia zimbabwe africa african asia asian
        ontario quebec alberta england scotland wales ulster bavaria punjab kashmir crimea donbas
        u.s us u.k uk usa eu u.n un"""
    )
)
# fmt: off
_FREQUENT = word_set(
    """abl abov act action actually add again ago agre agreement air al almost along already
    although alway american amount animal answer anyon anyth april area around ask attach
    attack availabl away back bad bas becaus becom believ below best better big bill bit book
    bring bush busines buy cag call cam cannot car cas cat caus chang charg check children
    china claim clean clos com comment company concern conferenc consider contact continu
    contract cost country coupl cours customer cut dat day deal death decid different discus
    doctor dog doing don door dr draft driv due earlier early eat election els email end
    energy enjoy enough enron especially etc even ever every everyon everyth excellent expect
    experienc fac fact family far fax feed feel few fight fil fin find first fix follow food
    forc form forward found fre friday friend friendly front full fun fund gam gas gav general
    georg get gett girl giv given global go going good got government great group guy hair
    hand happen happy hard head hear help helpful high highly hold hom hop hors hotel hour
    hous houston how however http human idea important includ india indian information
    interest international iran iraq iraqi island issu jeff job john july keep kid kill kind
    know larg last lat later law leader learn leav left legal let letter lif light lik likely
    lin list littl liv long look lot lov mad mak many mark market mayb me mean meet member
    mention messag military mind minut monday money month morn mov mr much nam national need
    never new next nic night not noth notic now number offer offic official oil ok old onc one
    only open option order other outsid owner pakistan past pay peac peopl per percentag
    period person pet phon piec plac plan play pleas pm point position possibl post power
    president pretty pric probably problem proces product program project provid put quality
    question quit rat read real really reason receiv recommend regard remember report request
    respons restaurant result return review right room run sara schedul school sea second
    security see seem send sent september serv servic set several show sid sign sit small
    someon someth soon south spac staff start stat stay still stop stor support sur system tak
    talk tank test texa thank thing think though thought thre tim today together too took top
    town trad train travel treat tri try turn two typ understand unit use used using valu
    visit wait walk want war warm water way weapon week well went whether whol why within word
    work world year yes yet"""
)
_USUAL = _INCIDENT | _FURNITURE | _AREAS | word_set(
    """aa aafia abby ability aboard abroad absolut absolutely absorb abus accept acces accident
    accord accordingly account accurat accus achiev acquir acros activ activiti activity
    actual addition additional addres address adjust adjustment administration admission
    admitt adopt adult advanc advantag advic advis affair affect afford affordabl afghan
    afghanistan afraid africa afternoon age agel agency agent ahead ahm aid aim airport
    alabama alarm alberta alito alleg allegation allegedly alli allianc allocat allow allowanc
    alon alternativ amaz ame amend amendment america among analysi analyst andaman angel ann
    announc annoy anthrax antonio anybody anymor anytim anyway anywher apart apartment
    apparently appear appli application apply appointment appreciat approach appropriat
    appropriation approv approval approximately arab arabia archibald arctic argentina argu
    argument arm army arrang arrest arriv art articl arvn asap asia asian asid aspect
    assassination asset assign assist assistanc assistant associat assum assur asymmetrical
    atlanta atmospher attachment attempt attend attention attorney attract audit august austin
    australia author authoriti authority auto averag avoid awar award awesom awful ayman baba
    babi baby background bag baghdad balanc ball band bang bangladesh bank bar barclay barely
    barn barrel basi basic basically bathroom battl bay bc beach bear beard beat beatl
    beautiful becam bed bedroom beer began begin beginn begun behavior behind being belief
    belong ben benefit besid bet beyond bigger bik billion bin biological bird birth birthday
    black blacklin blam blanket blend blind block blog blood bloody blount blow blu board boat
    bob bobby bodi body bomb bombing bond bondad boot border born boston bother bottom bought
    bowl box boy brain branch bras brazil break breakfast breath breed brian brief bright
    british broad brok broken bronz brother brought brown bta buck budget bueno bug build
    built bulb bunch burn bus business busy button ca cabin caf cak calendar california calm
    camera camp campaign campu canada canadian cancel cancer candidat cant cap capability
    capabl capacity capital captur carbon card career carefully cargill caribbean carnival
    carol carolina carri carry cash cast catch category caucasian caught cell cent center
    centr central century ceo certain certainly certificat chain chair chairman chalabi
    challeng chanc chas cheap cheaper cheapest cheek chees chef chemical chernobyl ches
    chicago chick chicken chief child chines chiro choic choos chos chri christian christma
    church cia cindy circl circulat citi citizen city civet civil civilian civiliz clair clas
    claus clay cleaner clear clearly click client climat climb closely cloth club co coalition
    coast cod coffe cold colin colleagu collect collection collectiv colleg colombo color
    columbia comfort comfortabl command commander commercial commission commitment committe
    commodity common communicat communication communist communiti community compani compar
    comparison compet competition competitiv complain complaint complet completely complex
    comprehensiv compressor computer con conclud conclusion condition conduct confidenc
    confident confidential confidentiality confirm conflict confus congratulation congres
    connection consciousnes consequenc considerabl consideration constantly constitution
    construction consumer contain content contractor control conversation conviction convinc
    cook cool coordinator copi copy cor corner corp corporat corporation correct correctly
    council counsel count counter counterparty countri county coup court cover craft craig
    crap crash crat creat creativ credit crew crim criminal crisi critical crop cros cross
    crowd crud cruel cruis cultur cultural cur curb currency current currently curs curv
    custom cycl dad daily dal dalla damag dan danc danger dangerou danny dark dasovich data
    daughter dav davi david dc de dead dealer dealership dealt dean dear debat debt dec decad
    december decent decision declaration declin decor deep deeply default defeat defenc defend
    defens defin definitely degenerat degre delay delet delhi deliciou delight deliver
    delivery delta demand democracy democrat demonstrat dental dentist deny department depend
    deploy deposit derivativ describ description deserv design designer desir desk despit
    dessert destination destroy destruction detail determin develop developer development
    devic devil devot df didnt die died differenc difficult difficulty din dinner diplomat
    direct direction directly director dirty disability disappear disappoint disaster disclos
    disco discount discourag discover discuss discussion diseas dish dismiss disney dispatch
    distinguish distribut distribution district division doc document documentation dollar
    dominat dont doubl doubt download downtown dozen dragon dramatic draw dres dress dri drill
    drink driver drop dropp drov drug dry dubai duk dumb dunn dust duty dwarf eager earn earth
    earthquak easier easily east eastern easy eaten eb economic economy ecs ect ed edit
    education edward effect effectiv efficient effort egg egypt egyptian ekrapel elect
    electric electricity element eliminat elsewher emerg emergency emission employ employe
    employment ena enabl encourag endanger enemy enforcement engag engin engineer england
    english enjoyabl enrononlin ensur enter entir entirely entiti entity entry envelop
    environment eol epc epm equal equality equipment er ercot error escap essentially essi
    establish establishment estimat ethnic europ european evaluation event eventually
    everybody everyday evidenc evil exact exactly examin exampl except exception excit execut
    execution executiv exist expand expansion expectation expens expensiv expert expir explain
    explanation explor explosiv expos exposur extend extra extrem extremely extremist eye
    fabulou faciliti facility faction factor fail failur fair fairly faith fak fall fallen
    fallujah fals famili familiar famou fan fantastic farrier fast faster fat father favor
    favorit fbi fear feather featur feb february federal fee feet fellow felt femal ferc
    ferrou field fighter figur fill film filter final finally financ financial finger finish
    fir firm fish fit fiv flat flight float flood floor florida flow flower fluid fly focu
    focus fold folk fool foot foreign foreigner forever forget forgot formal format former
    forth fortier forum founder four franc francisco freedom freez french frequent fresh fri
    fruit frustrat ft fuck fuel fujairah fully function fundamental fundamentalist furnitur
    further futur fyi gain gallon garag garden gat gather gay gcp gdp gen gender generally
    generat generation generator german germany gerry gift girlfriend glad glob goal god goe
    golden gon gonna goodwyn googl gotten governor grab graduat grand grant gray greatly green
    greet gregg grew grill grip groom gros ground grow guarante guard guerrilla gues guest
    guid guidelin guild guilty guinea gulf gun gym habitat haircut halal half hall hamster
    handl hang happines harrison harry hat hatfill haul haven health healthy heard hearing
    heart heat heaven heavy heel height held helicopter hell hello hesitat hey hi hid hidden
    higher highlight himself hir hiss historical history hit hol holiday holy homeland honest
    honestly hopefully horribl hospital host hot hotlin hr hug hundred hung hungry hurt
    husband hussein ice id ideation identifi identify identity ignor iguazu ii im imag imagin
    immediat immediately immigration impact implement implementation impos impossibl impress
    improv inc incident incitement incom incorporat increas incredibly inde independent index
    indicat individual industry infinit inflation influenc info inform ingredient initial
    initially initiat initiativ inn inner innocent inquir insert insid inspection inspir
    install instanc instead instruction instructor insult insuranc insurgent intellectual
    intelligenc intend interconnect internal internet interview interviewer introduc invasion
    investigat investigation investment invit invitation invoic involv involvement iranian
    ireland irish iron ironically isda isi islamabad islamic islamist iso isolat israel
    israeli italian italy item itself ive jack jam jan jana january japan japanes jar jason
    jean jesu jet jihad jim joe johnson join jok jon jordan joy judg jump jun justic kabul
    kalkat kandahar kaoshikii karim karzai kashmir katrina kay ken kept kerry kevin key khalid
    khan kidney kim king kitchen kitten knew knif knock knowledg knowledgeabl known korea ksm
    kuwait kyl la lab label lack laden lady lak land languag lanka laptop largely larger
    largest laser latest latter laugh launch laundry lawyer lay layer lbs lead leadership
    leahy leas leash lebanes led lee leg lennon leon leonardo lesson level liberal liberty
    licens lie lifeboat limit linda link liquidation listen literally litter llc load local
    locat location lock lol london longer loos lopez los lost louisiana lovely low lower ltt
    luck lucky lunch machin magic mail mailing mailto main mainly maintain maintenanc major
    majority mal mama man manag management manager mann manner manual manufactur manufacturer
    mar march mari mariner marri marriag marry martin martyr mary mas massiv master mat match
    material matter matur mccartney meal meant meanwhil measur meat mechanic mechanism media
    medical medicin medium meeting melt memo memory men mental menu merchant merely met metal
    meter method metro mexico miami mic michael michell mid middl migrant mik mil militant
    milk million min minimum minister minor mis miss missil mission mississippi mistak mix mma
    mod model modem moderat modern mohamm molly mom moment monitor monthly montparnass moon
    moor moral morality moslem mosqu mostly mother motor mount mountain mous moussaoui mouth
    movement movi ms mujahedeen multipl murder murderer muscl musharraf music musician muslim
    myanmar myself nail narrow nasa nation nato natur natural naval navy nearly necessarily
    necessary neck negativ negotiat neighbor neighborhood neighbour nervou nest net network
    newly newspaper nguyen nick nicobar nin nobl nobody nois non nook noon normal normally
    north northern notch nov november nuclear numerou ny nyc object obligation observ obsf
    obtain obviously occasion occupation occur occurr oct october offensiv officer often oh
    okay older oldest ongo onlin ontario operat operation operativ operator opinion
    opportuniti opportunity oppos organiz organization origin original originally orlean osama
    otherwis ourselv outer outstand overall overpric oversea overwhelm own pack packag pag
    paid pain painewebber paint pair pakistani palac palestinian panel paper paperwork
    parakeet parent parenteau pari parisian park part parti participant participat
    participation particular particularly partner party pas pass password pat path patienc
    patient paul paula paulo payment peninsula penny percell percent perez perfect perfectly
    perform performanc perhap permanent permit persian personal personality personally peter
    petroleum petsmart pew pg phas philippin philly pho photo physical pick pictur pig pilot
    pinki pioneer pip pipelin pizza plain planet plann plant plaster plastic plat player
    pleasant pleasur pledg plenty plot plu pocket poison polar polic policy politic political
    pool poor pop popular populat population port portion portland pos posada positiv
    possibility possibly poster potential pound poverty powerful practic predator prefer
    premium prepar preparation pres presenc present presentation presidential pressur pretend
    prevent previou previously priest prim primary principl print prior privat privileg priz
    pro procedur proceed process produc producer production professional professor programm
    progres promis promot prompt proper properly propos proposal protect protection protest
    proud prov provider provinc provision ps pub public publication publicly publish pull pump
    puppet puppy pur purchas purpos push putt qaeda qualifi quantity questar quick quickly
    quiet quot rabbit rac racial radiation radical rain rais ran rang rank raphael rar rarely
    rather ray re reach reaction ready reality realiz rear reasonabl rebel recall receipt
    recent recently reception receptionist reciev recipient recommendation reconcil
    reconciliation record recover recruit red reduc refer referenc referr reflect refund refus
    regim region regional register regret regular regularly regulation rein relat relation
    relationship relatively relax releas reliabl religion religiou remain remind reminder
    remov renaissanc rent rep repair repeat repeatedly replac replacement reply reportedly
    reporter represent representativ reptil republic republican reputation requir requirement
    rescu research reserv reservation resolution resolv resort resourc respect respond
    responsibiliti responsibility responsibl rest resum retir revenu reviewer revis revision
    revolution revolutionary reward rhonda ric rich richard richmond rick rid ripp ris risk
    river road robert robinson rock rod rol roll rom roof root rough round rout row royal rud
    ruin rul rumor runn rush russia russian ruth ruy ryan saddam saf safer safety sail sak sal
    salad salary salon salsa sam sampl samuel san sander sandwich sao sat satan satanism
    satisfactory satisfi saturday saudi sav saw say scar scenario scienc scientist scor scott
    screen screw seal search season seat secretary section secur seek seen seiz select
    selection self sell senat senator senior sens sentenc separat sept seri seriou seriously
    server session sett settl settlement seven sever sexual shackleton sham shap shar sharon
    shed sheet sheikh shelter shia shiit ship shipp sho shock shoot shop shopp short shot
    shower shown shut shuttl sick sight signal signatur significant significantly signoff
    silki similar simpl simply simultaneously sincerely singl sink sitara sitt situation six
    siz sj skill skin sleep slic slight slightly slow smaller smart smell smok smooth smuggl
    snak social society soft softwar soil sold soldier solution solv somebody somehow sometim
    somewhat somewher son song sooner sorry sort sought sound sourc southern spain spanish
    spawn spe speak speci special specialist specific specifically speech spell spend spent
    spin spirit spiritual split spok spokesman spor sport spot spr spray spread squar sri ss
    st stability stabl stag stan stand standard star statement station statu steak step
    stephani stepp stev stick stock ston stopp storag stori storm story straight strain
    strategy stream street strength strengthen stretch strik strong structur struggl stuck
    student studi studio study stuff stupid styl subject submarin succes successful suck sudan
    sue sufaat suffer suggest suggestion suicid suit sum summary summer sump sun sunday sunni
    super suppli supporter suppos suprem surfac surgeon surgery surpris surrender surround
    surviv susan sushi suspect sussex swap sweet switch sympathy syria syrian tabl tablet
    tactic tail taiwan taken talent taliban tam tamil tana tap target task tast tattoo tax
    taylor teacher team technical techniqu technology ted teeth tell temperatur ten tend
    tension tent term terribl territory terror terrorism terrorist terry testimony text
    thailand than themselv theory therefor third thoma thousand threat threaten threw
    throughout throw thu thursday ticket tiger tight til till timely tip tir titanic titl toe
    toll tom tomorrow ton tonight tool topic toronto total totally touch tough tour tourist
    tow toward toxic toy track trader traffic trail transaction transfer transmission
    transmitt transport transportation transwestern trash travell tre treatment trial trib
    trillion trip troop trot troubl tru truck truly trust truth tub tuesday turkey tv tw twic
    typical typically uk un unabl unfortunately uniform union uniqu unity university unles
    unlimit unusual updat upon ur urg usa useful user usual usually uvb vacation valley
    variety variou vast vcu vehicl vendor ventur version vet veteran via vic victim victory
    video vietnam vietnames view vinc violenc virtually visa visibl visitor vital voic volum
    vomit vot vs waiter wak walker wall wang warn warwick wash washington wast watch wav
    wealth wear weather web websit wedd wednesday weekend weekly weight welcom west western
    whatever wheel whenever whit wif wild will william willow wilson win window wing winter
    wir wish wolf wolv woman women wonder wonderful wont wood worker workshop worldwid worm
    worri worry wors worst worth wound wow writ written wrong wrot yahoo yazid yeah yell
    yellow yellowston yesterday yo yoga yoko york young your yourself zacaria zawahiri zealand
    zero"""
)
# fmt: on
