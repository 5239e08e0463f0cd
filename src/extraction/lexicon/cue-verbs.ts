import type { CueAct } from '../attribution.ts'

/**
 * Cue verbs: what they take, the act they name, the verbs (a + joins the words of a phrase), and marks:
 * core (speech for certain), denies or open (the stance; affirms otherwise), probable or possible.
 * A verb may stand in several rows; phrases win over single words.
 */
export type VerbRow = [takes: string, act: CueAct, verbs: string, marks?: string]

const speechVerbs: VerbRow[] = [
  ['quote clause', 'STATE', 'say', 'core'],
  [
    'quote clause',
    'STATE',
    `add note explain observe remark comment stress emphasize emphasise underscore underline reiterate repeat state
     declare assert contend maintain argue claim insist opine conclude recall point+out put+it joke quip suggest elaborate
     clarify boast brag complain muse reason marvel retort counter reply caution warn attest testify
     profess posit recount relate go+on+to+say make+clear make+it+clear make+the+case make+the+argument`,
    'core',
  ],
  ['quote clause', 'STATE', 'tweet write post email blog message text retweet tweet+out', 'core'],
  [
    'quote',
    'STATE',
    `continue begin start exclaim shout yell scream chant whisper mutter gush fume snap beam sigh cry bellow roar
     thunder interject intone crow sniff scoff deadpan declaim proclaim chime+in sum+up finish read
     answer allow confide stammer stutter mumble murmur mutter growl hiss hoot bark boom spit blurt+out call+out cry+out
     cut+in jump+in weigh+in speak+up rejoin venture volunteer enthuse effuse gasp wail plead correct interrupt tease
     ponder recite rasp reassure scold lecture narrate chorus hit+back taunt
     agree reflect respond rant sneer holler croon drawl groan grumble chuckle laugh vent shoot+back fire+back`,
    'core',
  ],
  [
    'clause',
    'STATE',
    `report announce reveal disclose hint imply indicate signal allege hypothesize speculate theorize proclaim
     illustrate document demonstrate mention cite stipulate decree aver avow confide divulge leak intimate
     theorise hypothesise certify reassert surmise conjecture postulate grumble let+slip let+it+be+known`,
    'core',
  ],
  ['clause', 'STATE', 'respond'],
  ['quote', 'STATE', 'report announce reveal disclose indicate', 'core'],
  ['told quote', 'STATE', 'tell', 'core'],
  [
    'object',
    'STATE',
    'say ask+to+comment+on weigh+in+on double+down+on tell+the+story+of boast+of talk+up email',
  ],
  [
    'object',
    'STATE',
    'caution+against argue chant recite speak+out+about hold+forth+on lecture+on divulge leak tell+of issue respond+to',
  ],
  [
    'told',
    'STATE',
    'inform reassure alert brief assure remind advise notify warn caution promise convince persuade',
  ],
  [
    'object',
    'STATE',
    `mention cite note describe discuss recall announce reveal outline detail highlight emphasize stress reiterate
     acknowledge explain refer+to point+to allude+to talk+about speak+about speak+of talk+of comment+on reflect+on
     write+about tout declare report warn+of warn+against speak+out+against indicate express voice state repeat
     suggest reference invoke echo list underscore compare liken portray depict characterize characterise label
     brand dub name identify predict recount lay+out spell+out touch+on bring+up publish post tweet
     write say+of summarize joke+about complain+about boast+about brag+about signal hint+at foreshadow
     mischaracterize rattle+off trot+out tick+off`,
  ],
  ['object', 'STATE', 'call testify+about argue+for argue+against allege claim assert contend proclaim'],
  ['infinitive', 'STATE', 'claim profess purport'],
  ['clause', 'STATE', 'show', 'core'],
  ['object', 'STATE', 'show suggest'],
  ['passive', 'STATE', 'say rumor describe identify quote cite declare portray dub'],
]

/** Verbs that say nothing by themselves: the noun after them does ("made the claim that"). */
const lightVerbRows: VerbRow[] = [['light', 'OTHER', 'make give issue have take renew']]

const demandVerbs: VerbRow[] = [
  [
    'urged',
    'DEMAND',
    `tell ask urge call+on call+upon order press pressure implore beg beseech instruct encourage challenge advise warn
     remind command direct request exhort plead+with push lobby want expect`,
  ],
  [
    'object',
    'DEMAND',
    `call+for demand urge request push+for press+for lobby+for advocate advocate+for recommend propose order
     plead+for insist+on campaign+for`,
  ],
  ['clause', 'DEMAND', 'demand urge request recommend propose insist+on rule order'],
  ['quote', 'DEMAND', 'demand urge', 'core'],
  ['infinitive', 'DEMAND', 'demand ask propose push press lobby campaign petition'],
  ['object', 'DEMAND', 'ask+for call+on appeal+for petition+for clamour+for clamor+for pray+for'],
  ['gerund', 'DEMAND', 'recommend propose suggest advocate urge'],
  ['clause', 'ASK', 'ask wonder question', 'open'],
  ['quote', 'ASK', 'ask wonder inquire', 'core open'],
  ['told', 'ASK', 'ask', 'open'],
  ['object', 'ASK', 'ask'],
  ['object', 'ASK', 'ask+about wonder+about question inquire+about', 'open'],
  ['passive', 'ASK', 'ask question', 'open'],
]

const positionVerbs: VerbRow[] = [
  [
    'quote clause',
    'CONFIRM',
    'acknowledge admit concede confess confirm affirm reaffirm verify corroborate attest+to',
    'core',
  ],
  [
    'object',
    'CONFIRM',
    'admit admit+to concede confirm affirm reaffirm verify corroborate confess+to own+up+to plead+guilty+to',
  ],
  ['gerund', 'CONFIRM', 'admit admit+to acknowledge'],
  ['quote clause', 'DENY', 'deny dispute refute rebut', 'core denies'],
  ['clause', 'DENY', 'rule+out', 'denies'],
  ['object', 'DENY', 'retract recant withdraw take+back', 'denies'],
  [
    'object gerund infinitive',
    'DENY',
    `deny dispute refute rebut reject dismiss contest repudiate disavow debunk discredit contradict rule+out
     push+back+against push+back+on brush+off wave+off shrug+off scoff+at rebuff downplay play+down`,
    'denies',
  ],
  ['infinitive', 'DECLINE_COMMENT', 'decline refuse', 'open'],
  ['infinitive', 'INTEND', 'decline refuse', 'denies'],
  [
    'object',
    'DECLINE_COMMENT',
    'decline+to+comment+on decline+comment+on respond+to+requests+for respond+to+a+request+for',
    'open',
  ],
  ['object', 'STATE', 'reply+to react+to answer'],
  ['clause', 'DOUBT', 'doubt', 'denies probable core'],
  [
    'object',
    'DOUBT',
    'doubt cast+doubt+on raise+doubts+about raise+questions+about raise+concerns+about express+concern+about express+concerns+about express+doubt+about express+doubts+about express+skepticism+about',
    'denies probable',
  ],
  [
    'object',
    'DISTANCE',
    `distance+itself+from distance+himself+from distance+herself+from distance+themselves+from back+away+from
     walk+back back+off disown renounce break+with`,
    'denies probable',
  ],
  [
    'object',
    'ACCUSE',
    `accuse blame criticize criticise attack blast slam assail chide chastise rebuke scold lambast lambaste bash fault
     rip take+aim+at hammer ridicule mock deride belittle insult savage excoriate lash+out+at hit+out+at skewer trash
     pan knock bemoan censure disparage malign bristle+at rail+against take+issue+with impugn demean berate
     pounce+on decry upbraid reproach reprimand admonish vilify demonize demonise smear lampoon castigate pillory
     hit+back+at fire+back+at lay+into snipe+at call+out lash+into tear+into question+whether take+a+swipe+at take+a+shot+at taunt needle slap
     challenge point+a+finger+at`,
  ],
  ['clause', 'ACCUSE', 'charge protest fume rail'],
  ['passive', 'ACCUSE', 'accuse criticize criticise blame attack denounce condemn fault'],
  ['object', 'CONDEMN', 'condemn denounce deplore', 'core'],
  [
    'object',
    'SUPPORT',
    `endorse support praise back defend applaud champion welcome commend laud hail salute thank congratulate
     extol trumpet uphold cheer line+up+behind vote+in+favor+of vote+in+favour+of come+out+for come+out+in+favor+of
     stand+by approve+of rally+behind sign+off+on co-sponsor favour vote+for stick+up+for
     vouch+for sympathize+with side+with`,
  ],
  [
    'object gerund',
    'CONDEMN',
    'oppose resist come+out+against object+to vote+against protest disapprove+of campaign+against',
    'denies',
  ],
  [
    'object',
    'CLAIM_RESPONSIBILITY',
    'claim+responsibility+for take+responsibility+for claim+credit+for take+credit+for',
    'core',
  ],
  ['object', 'DENY_RESPONSIBILITY', 'deny+responsibility+for deny+involvement+in', 'core denies'],
]

const futures: VerbRow[] = [
  ['quote clause', 'PROMISE', 'promise vow pledge swear guarantee', 'core'],
  ['infinitive', 'PROMISE', 'promise vow pledge swear offer agree volunteer undertake'],
  ['object', 'PROMISE', 'promise guarantee pledge offer swear+off'],
  ['infinitive object', 'THREATEN', 'threaten'],
  ['clause quote', 'THREATEN', 'threaten', 'core'],
  ['quote clause', 'PREDICT', 'predict forecast foresee prophesy', 'core probable'],
  ['object', 'PREDICT', 'forecast foresee project anticipate estimate', 'probable'],
  ['clause', 'PREDICT', 'project estimate anticipate', 'core probable'],
  ['clause', 'PREDICT', 'expect', 'probable'],
  ['object', 'PREDICT', 'expect', 'probable'],
  ['passive', 'PREDICT', 'expect', 'probable'],
]

const minds: VerbRow[] = [
  ['clause quote', 'BELIEVE', 'believe think', 'core probable'],
  [
    'clause',
    'BELIEVE',
    'agree figure reckon suppose assume presume suspect bet contemplate guess imagine',
    'core probable',
  ],
  [
    'clause',
    'BELIEVE',
    'know realize realise understand recognize recognise decide determine feel sense remember forget',
  ],
  [
    'object',
    'BELIEVE',
    `consider believe+in agree+with view recognize understand know trust
     believe suspect assume interpret appreciate agree+on agree+to`,
  ],
  ['object', 'BELIEVE', 'disagree+with disbelieve', 'denies'],
  ['clause', 'BELIEVE', 'disagree', 'denies'],
  ['passive', 'BELIEVE', 'believe think consider see view regard', 'probable'],
  ['clause', 'BELIEVE', 'find learn', 'core'],
  ['clause', 'BELIEVE', 'see discover hear notice'],
  ['object', 'BELIEVE', 'notice deem'],
  ['as', 'BELIEVE', 'see perceive interpret treat regard'],
  ['as', 'STATE', 'cast paint frame present position pitch bill'],
  ['object', 'FEEL', 'hope lament mourn'],
  [
    'infinitive',
    'INTEND',
    'want plan intend aim seek hope wish decide choose aspire opt prefer would+like would+prefer',
  ],
  ['infinitive', 'INTEND', 'expect', 'probable'],
  ['infinitive', 'INTEND', 'look vote resolve'],
  [
    'object',
    'INTEND',
    'want seek look+for think+about plan+on prefer weigh contemplate mull plot eye hope+for',
  ],
  ['gerund', 'INTEND', 'consider contemplate plan+on weigh mull'],
  ['clause', 'FEEL', 'hope wish regret'],
  ['clause', 'FEEL', 'fear worry', 'possible'],
  ['quote', 'FEEL', 'fear worry hope'],
  ['quote clause', 'FEEL', 'lament', 'core'],
  [
    'object',
    'FEEL',
    `fear worry+about like love hate dislike regret admire despise loathe detest respect resent fear+for care+about
     long+for apologize+for`,
  ],
  ['infinitive', 'FEEL', 'love like hate fear'],
  ['passive', 'BELIEVE', 'appear seem', 'probable'],
]

export const verbCues: VerbRow[] = [
  ...speechVerbs,
  ...lightVerbRows,
  ...demandVerbs,
  ...positionVerbs,
  ...futures,
  ...minds,
]
