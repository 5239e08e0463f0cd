import type { OrganizationKind } from '../../values/vocabulary.ts'
import { isInternationalBody, stateBodyNamed } from './other-names.ts'
import { stateCalled } from './states.ts'
import { isKnownArmedGroup, isKnownFirm, isKnownOutlet, isKnownParty, isKnownSociety } from './well-known.ts'

export interface Body {
  readonly type: 'STATE' | 'ORGANIZATION' | 'ARMED_GROUP' | 'MEDIA_OUTLET'
  readonly kind?: OrganizationKind | undefined
}

const organization = (kind: OrganizationKind): Body => ({ type: 'ORGANIZATION', kind })
export const armedGroupBody: Body = { type: 'ARMED_GROUP' }
export const outletBody: Body = { type: 'MEDIA_OUTLET' }

/** Kinds of bodies by the noun that ends the name, before "of" and the like; the first that fits counts. */
const bodiesByHead: readonly (readonly [RegExp, Body])[] = [
  [/^(?:UN|U\.N\.|United Nations|EU|NATO|African Union|Arab League)\s/, organization('INTERNATIONAL')],
  [
    /\b(?:news agency|press agency|news service|broadcasting(?: corporation| company| service)?)$/i,
    outletBody,
  ],
  [
    /\b(?:times|post|journal|tribune|herald|gazette|chronicle|telegraph|observer|news|radio|television|tv|magazine|newspaper|daily|weekly|tabloid|broadcaster|channel|press|mirror|courier|echo|bulletin|podcast|zeitung|dagblad\w*|tidende|presse|pravda|novosti|wire|fm)$/i,
    outletBody,
  ],
  [
    /\b(?:security|intelligence|secret|border|migration|customs|prison) service$|\bservice of (?:security|intelligence)\b/i,
    organization('SECURITY_SERVICE'),
  ],
  [
    /\b(?:police|police department|police force|intelligence|gendarmerie|constabulary|border guards?|guard service|coast ?guards?|sheriff['’]s office|carabinieri)$/i,
    organization('SECURITY_SERVICE'),
  ],
  [
    /\b(?:armed forces|air forces?|ground forces|defen[cs]e forces?|naval forces|special forces|general staff|joint staff|chiefs of staff|(?:army|marine|guards?) corps|national guard|revolutionary guards?|republican guard|(?:\d+(?:st|nd|rd|th)|first|second|third|mechani[sz]ed|assault|airborne|artillery|marine|infantry|tank|naval) (?:[\p{L}-]+ )?(?:brigade|battalion|regiment|division))$/iu,
    organization('MILITARY'),
  ],
  [
    /\b(?:liberation (?:army|front)|resistance (?:army|front)|volunteer corps|support forces|democratic forces|mobili[sz]ation (?:units|forces)|brigades?|militias?|battalions?|legion|rebels|insurgents|guerrillas?|militants|separatists|fighters|gunmen|cartel|gang|mujahideen|jihad|paramilitar(?:y|ies)|partisans|armed group|rebel (?:group|movement|alliance)|terrorist group|warriors|martyrs)$/i,
    armedGroupBody,
  ],
  [
    /\b(?:army|navy|military|marines|troops|regiment|fleet|forces|command|guards?)$/i,
    organization('MILITARY'),
  ],
  [/\b(?:national|popular|patriotic|homeland|left|labou?r|democratic) front$/i, organization('PARTY')],
  [/\bfront$/i, armedGroupBody],
  [
    /\b(?:party|republicans|democrats|labour|conservatives|tories|gop|greens|liberals|socialists|communists|social democrats)$/i,
    organization('PARTY'),
  ],
  [
    /\b(?:ministry|ministries|department|government|administration|congress|senate|parliament|assembly|court|tribunal|commission|council|white house|kremlin|embassy|consulate|agency|bureau|office|treasury|cabinet|authorities|authority|county|presidency|municipality|city hall|town hall|directorate|inspectorate|prosecutors?|customs|delegation|mission|secretariat|regulator|ombudsman|service|city council|junta|emirate|coastguard|watchdog|chancellery)$/i,
    organization('GOVERNMENT_BODY'),
  ],
  [
    /\b(?:company|inc|corp|corporation|ltd|limited|llc|plc|gmbh|ag|asa|sa|oy|ab|oyj|spa|nv|bank|airlines?|airways|motors|holdings?|firm|group|industries|energy|oil|gas|petroleum|shipping|lines|railways?|shipyards?|mining|pharma|pharmaceuticals|technologies|systems|insurance|brewery|foods|operator|ferries|shipbuilder|manufacturer|airport|partners|capital|securities|logistics|electric|telecom|studios?|entertainment|hotels?|fisheries|farms|mutual)\.?$/i,
    organization('COMPANY'),
  ],
  [
    /\b(?:union|association|foundation|institute|university|college|school|academy|society|federation|coalition|charity|church|committee|watch|movement|campaign|league|fund|alliance|network|center|centre|project|hospital|clinic|museum|trust|initiative|observatory|team|diocese|synod|mosque|forum|think tank|chamber|guild|cooperative|co-operative|confederation|patriarchate|congregation|international|crescent|library|orchestra|laboratory|brotherhood|lobby|platform|collective|helpline|archive)$/i,
    organization('CIVIL_SOCIETY'),
  ],
]

/** The word before what a body is for, where it is or whose it is: the Ministry *of* Trade. */
const complement = /\s(?:of|for|in|at|from|with|to|who|that|which|on|against|under|near)\s/i

/** "ministry" in "the Ministry of Trade and Industry", "brigade" in "the Azov Star brigade (ASB)". */
export function headNounOf(words: string): string {
  const bare = words.slice(0, LONGEST_BODY_NAME).replace(/\s*\(.*$/, '')
  return (bare.split(complement)[0] as string).replace(/^the\s+/i, '').trim()
}

const LONGEST_BODY_NAME = 200

/**
 * The kind of body that has this name, by what everybody knows or by the noun at its head; undefined where neither tells.
 */
export function bodyCalled(words: string): Body | undefined {
  const name = words.slice(0, LONGEST_BODY_NAME)
  return knownBody(name) ?? bodyByHead(name)
}

export const isWellKnown = (name: string): boolean => knownBody(name) !== undefined

function knownBody(name: string): Body | undefined {
  if (stateCalled(name)) return { type: 'STATE' }
  if (isInternationalBody(name)) return organization('INTERNATIONAL')
  const body = stateBodyNamed(name)
  if (body) return organization(body.kind)
  if (isKnownArmedGroup(name)) return armedGroupBody
  if (isKnownOutlet(name)) return outletBody
  if (isKnownParty(name)) return organization('PARTY')
  if (isKnownFirm(name)) return organization('COMPANY')
  return isKnownSociety(name) ? organization('CIVIL_SOCIETY') : undefined
}

function bodyByHead(name: string): Body | undefined {
  const head = headNounOf(name)
  return bodiesByHead.find(([pattern]) => pattern.test(head))?.[1]
}

export const isOutlet = (words: string): boolean => bodyCalled(words)?.type === 'MEDIA_OUTLET'

/** The kind of body that these words name; undefined where they name none. */
export const kindOfBody = (words: string): OrganizationKind | undefined => bodyCalled(words)?.kind

/** Names of a state's bodies: a speaker for one of them speaks for the state. */
const stateBody =
  /\b(?:ministry|ministries|government|army|navy|air force|armed forces|military|(?:ground|special|defen[cs]e|security|naval|border) forces|general staff|marines|troops|embassy|consulate|foreign office|interior department|state department|police|border guards?|coast ?guards?|presidency|presidential (?:office|administration)|parliament|mission|delegation|intelligence|(?:security|intelligence|secret|emergency|emergencies|customs|border|state) service|authorities|treasury|junta|side|command|fleet|prosecutors?(?: general)?|cabinet|chancellery|regime|administration|brigade|battalion|regiment|leadership|negotiators?|officials?|diplomats?)$/i

export const isStateBody = (words: string): boolean =>
  stateBody.test(headNounOf(words)) ||
  /\b(?:office of the (?:president|prime minister|prosecutor)|ministry of)\b/i.test(
    words.slice(0, LONGEST_BODY_NAME),
  )
