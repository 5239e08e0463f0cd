/** Patterns for what is done by saying a clause. They read the clause in small letters, without marks of quotation. */

const pronounSubject = '(?:i|we|he|she|it|they)'
const not = "(?: not|not| n't)"

/** "no comment", "we are not going to speculate". */
export const declines = new RegExp(
  `^(?:no comment|${pronounSubject} (?:would|could|will|wo|can|ca|do|does|did|is|are|was|were|am|'m|'re)${not}(?: \\w+ly)?(?: be)?(?: able to| going to| in a position to| prepared to| here to| want to)? (?:comment|discuss|speculate|elaborate|disclose|go into|get into|drawn|answer|point (?:a|the) finger))\\b|\\b(?:neither confirm nor deny|not comment on)\\b`,
)

export const uninvolved =
  /\b(?:nothing to do with|(?:not|n't|never) (?:responsible for|behind|involved in|have any (?:part|role|hand) in)|no (?:part|role|hand|involvement) in)\b/

/** "That is simply not true", "the reports were false". */
export const untrueClause =
  /^(?:no , )?(?:it|this|that|these|those|they|all (?:this|that)|(?:the|these|those|such|this|that) [\w' -]{3,40}?|(?:claims?|reports?|allegations?|accusations?|rumou?rs|suggestions?)\b.{0,60}?) (?:is|are|was|were|'s|had been|have been) (?:\w+ly )?(?:(?:an? |all |just |pure |complete |total |utter |absolute |blatant |outright )*(?:false|untrue|wrong|incorrect|inaccurate|baseless|groundless|unfounded|fabricat\w+|fiction|fantasy|nonsense|rubbish|lies?|invention|invented|fakes?|exaggerat\w+)|(?:not|n't) (?:\w+ )?(?:true|the case|so|correct|accurate))\b/

export const untrue =
  /\b(?:false|untrue|baseless|groundless|unfounded|fabricat\w+|fiction|fantasy|nonsense|lies?|fake|mistake|not the case|not true|incorrect|inaccurate|misleading)\b/

/** "There was no leak", "no soldier crossed", "I have never met", "we did not fire". */
export const absent = new RegExp(
  `^(?:no , )?(?:there (?:is|are|was|were|had been|has been|have been) (?:no|never|n't any|not (?:a|any|one))|no (?!doubt|longer|matter|sooner)[\\w' -]{2,40}? (?:is|are|was|were|has|have|had|ever|did|came|reached|crossed|left|fired)|none of|nobody|no one|not (?:one|a single)|at no (?:point|time)|(?:i|we)(?: have| had| 've)? never|(?:i|we) (?:did|have|had)${not} (?!know|want|think|see|hear|expect|understand|believe|had|seen|heard|decided|received))\\b`,
)

/** That nobody was hurt denies nothing; nor does it that nothing is known, planned or in doubt. */
export const noDenial =
  /\b(?:hurt|injur\w+|kill\w*|harm\w*|wound\w*|casualt\w+|victims?|died|deaths?|damage\w*|danger|survivors?|plans?|decided|decision|choice|proof|evidence that|reason|doubt|question|need|time|way|will|would)\b/

export const confirms = /^(?:that (?:'s|is) (?:right|correct|true)|yes|correct|indeed)\b/
export const verified = /^\w+ (?:has |had |have |'ve )?(?:verified|confirmed|corroborated)\b/
export const ownsUp =
  /\b(?:(?:is|are|was|were|'m|'re|am) (?:responsible for|behind (?:the|this|these))|(?:had|has|have|'ve) (?:carried out|planted|staged|claimed)|(?:carried out|staged) (?:the|this|these))\b/

/** "claimed the bombing". */
export const claimedDeed =
  /^claim\w* (?:the|this|that|both|an?|its|all|\w+day 's) (?:[\w'-]+ ){0,2}(?:bombings?|attacks?|blasts?|explosions?|killings?|assassinations?|kidnappings?|abductions?|raids?|ambush\w*|strikes?|shootings?|hijackings?|seizures?|assaults?)\b/

export const reservesRight =
  /\breserve[sd]? the right to\b|\b(?:considering|weighing|preparing) legal (?:steps|action)\b/
export const menace =
  /\b(?:consequences|retaliat\w+|revenge|aveng\w+|a (?:heavy|high|steep|terrible) price|(?:will|would|shall|'ll) (?:\w+ )?(?:pay (?:dearly|for (?:it|this|that|their|his|its))|regret|be (?:\w+ )?(?:punished|hunted|destroyed|crushed|treated as|met|answered|held (?:to account|accountable|responsible)|made to pay|brought to justice|found and punished)|face|answer|respond|strike|hit back|come down|burn|crush|destroy|punish|hunt|come after|take legal action|sue)|not go un(?:punished|answered))\b/

export const asksOf =
  /^(?:let 's (?!hear|go|turn|bring|start|move|talk)|let us|please|stop|end|release|free|do not|do n't)\b|^(?:[\w'-]+ ){1,6}?(?:demands?|demanded|insists? on|calls? (?:on|for)|called (?:on|for)|urged?|urges|(?:are|is|was|were|am|'m|'re) (?:asking|calling|pressing) for)\b|^(?:[\w'-]+ ){1,6}?(?:expects?|expected|wants?|wanted|needs?|deserves?) (?:an?|the|some|clear) ?(?:\w+ )?(?:apolog\w+|explanations?|answers?|inquir\w+|investigations?|ceasefire|truce)\b|^(?:[\w'-]+ ){1,6}?(?:needs? to|ha(?:s|ve) to) (?:go|stop|end|resign|withdraw|act)\b/

export const tellsFeeling =
  /^(?:[\w.'-]+ ){1,8}?(?:is|are|was|were|am|'m|'re|'s|feels?|felt|remains?)(?: (?:\w+ly|very|so|too|not|n't|also|still))* (?:alarmed|concerned|worried|shocked|saddened|angry|disappointed|afraid|glad|happy|proud|pleased|sorry|sad|appalled|frightened|furious|relieved|grateful|devastated|horrified|heartbroken|delighted|outraged|dismayed|troubled|upset|scared|terrified|thrilled|excited|anxious|frustrated|ashamed|disgusted)\b/
export const feelingOfSelf =
  /^(?:\w+ ){1,3}?(?:hopes?|hoped|fears?|feared|regrets?|regretted|(?:looks?|looked|looking) forward to|wanted to|(?:do|does|did)(?: not| n't) (?:hate|fear|like|regret)|hates?|hated|loves?|loved)\b/

export const sidesWith = /\b(?:stands? (?:firmly )?(?:behind|by|with)|full confidence|full support)\b/
export const thanks = /^(?:support|back|welcome|salute|congratulate|thank|applaud)(?:s|d|ed)?$/

export const holdsResponsible = /\bh(?:olds?|eld) .{2,40} responsible\b/
export const putsBlame =
  /\b(?:(?:is|are|was|were) to blame|bears? (?:the |full )?responsibility|(?:is|are|was|were) behind|(?:is|was|were|are) responsible for)\b/
/** Deeds that nobody tells of others without blaming them. */
export const wrongs =
  /^(?:stole|stolen|steal\w*|rob|robs|robb\w+|lied|lies?|lying|hid|hides?|hidden|conceal\w*|cheat\w*|violat\w+|breach\w*|tortur\w+|invad\w+|rigg\w+|forg(?:ed|es|ing)|fabricat\w+|falsif\w+|misle?a?d\w*|deceiv\w+|sabotag\w+|poison\w*|kidnap\w*|abduct\w*|loot\w*|defraud\w*|embezzl\w*|betray\w*|murder\w*|massacr\w+|execut(?:ed|ing)|terrori[sz]\w+|intimidat\w+|beat|beaten|raped?|raping|bribed?|bribing|smuggl\w+|exploit\w*|ignor\w+|fail(?:s|ed|ing)?|persecut\w+|abus\w+|oppress\w+|bull(?:y|ied|ying))$/
/** Deeds of war: blame where somebody else is named for them. */
export const attacks =
  /^(?:struck|strik\w+|hit|hits|hitting|shell\w*|bomb(?:ed|s|ing)?|attack\w*|fir(?:ed|es|ing)|open(?:ed)?|kill\w*|target\w*|raid\w*|ambush\w*|storm\w*|land(?:ed|ing)|cross(?:ed|es|ing)|seiz\w+|rammed|shot|shoots?|occup\w+)$/
export const suffered =
  /^(?:rigged|falsified|tortured|murdered|poisoned|sabotaged|misled|stolen|cheated|betrayed|robbed)$/

export const bad =
  /\b(?:attack on|crimes?|criminal|barbar\w+|coward\w+|shameful|disgrac\w*|shame|outrag\w+|blackmail|terror\w*|piracy|insult\w*|farce|farcical|sham|circus|theat(?:er|re)|noise|unacceptable|intolerable|reckless|dangerous|absurd|ridiculous|brutal|savage|betrayal|hypocri\w+|provocati\w+|hostile|illegal|unlawful|illegitimate|scandal\w*|disgusting|despicable|inhuman\w*|unforgivable|irresponsible|cynical|how not to|stunt|propaganda|mockery|failure|massacre|genocide|aggression|unfair|unjust|undemocratic|arrogan\w+|cruel|immoral|threat to)\b/
export const good =
  /\b(?:useful|good|great|excellent|historic|success\w*|step forward|brave|heroes|heroic|fair|constructive|productive|positive|welcome|courageous|wise|victory|milestone|breakthrough)\b/

export const tellsBelief =
  /^(?:i|we) (?:also |still |do |really |personally |firmly )*(?:think|believe|suspect|suppose|guess|reckon)\b/

/** Deeds that help others: to announce one is to promise it. */
export const favours =
  /\b(?:help|pay|protect|provide|rebuild|repair|support|deliver|send|publish|hand over|fund|compensate|restore|not rest|rest until|put down|lay down|release|assist|keep|never|do (?:everything|all|what|whatever)|make sure|ensure|find (?:every|all|those)|have access|be (?:open|available|paid|rebuilt|compensated|protected|restored|repaired)|set up|go on trading|continue to|honou?r|cooperate|show|share|give|free|return|respect|take care|look after|reimburse|refund|match)\b/

export const tellsIntent =
  /^\w+ (?:is|are|was|were|am|'m|'re) (?:planning|going|preparing|considering|suspending|intending) |^(?:\w+ ){1,3}?(?:plans?|planned|intends?|intended) to\b|^\w+ (?:would|'d) rather\b/

export const foretells =
  /^.{2,80}? (?:(?:is|are|was|were|'s) (?:\w+ )?(?:likely|unlikely|expected|bound|set|due|forecast|projected|going) to|expects? .{2,60} to)\b/
