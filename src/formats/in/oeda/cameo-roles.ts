import type { ActorType, OrganizationKind } from '../../../values/vocabulary.ts'
import { countryOf } from './country-codes.ts'
import type { OedaEntry } from './oeda-entries.ts'

/** What an entry is, as far as its codes say. */
export interface OedaKind {
  readonly type: ActorType
  readonly kind?: OrganizationKind
}

/** The parts of a code: `AFGGOVMIL` is AFG, GOV and MIL. */
export const partsOfCode = (code: string): string[] => code.match(/.{1,3}/g) ?? []

/** Whether a code names a country and no role. */
export const isCountryAlone = (code: string): boolean => code.length === 3 && countryOf(code) !== undefined

/** Kinds of organizations by the first of these codes that an entry has. */
const organizations: Readonly<Record<string, OedaKind>> = {
  IGO: { type: 'ORGANIZATION', kind: 'INTERNATIONAL' },
  MNC: { type: 'ORGANIZATION', kind: 'COMPANY' },
  NGO: { type: 'ORGANIZATION', kind: 'CIVIL_SOCIETY' },
  NGM: { type: 'ORGANIZATION', kind: 'CIVIL_SOCIETY' },
  IMG: { type: 'ARMED_GROUP' },
  REB: { type: 'ARMED_GROUP' },
  SEP: { type: 'ARMED_GROUP' },
  INS: { type: 'ARMED_GROUP' },
  UAF: { type: 'ARMED_GROUP' },
}

/** The same of codes that people have as well: there a word of the name has to say that it is an organization. */
const bodies: Readonly<Record<string, OedaKind>> = {
  GOV: { type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' },
  LEG: { type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' },
  JUD: { type: 'ORGANIZATION', kind: 'GOVERNMENT_BODY' },
  COP: { type: 'ORGANIZATION', kind: 'SECURITY_SERVICE' },
  SPY: { type: 'ORGANIZATION', kind: 'SECURITY_SERVICE' },
  MIL: { type: 'ORGANIZATION', kind: 'MILITARY' },
  PTY: { type: 'ORGANIZATION', kind: 'PARTY' },
  BUS: { type: 'ORGANIZATION', kind: 'COMPANY' },
  MED: { type: 'MEDIA_OUTLET' },
}

const bodyWords =
  /\b(ADMINISTRATION|AGENCY|AIR FORCE|ARMED FORCES|ARMY|ASSEMBLY|AUTHORITY|BANK|BUREAU|CABINET|COMMISSION|COMMITTEE|COMPANY|CONGRESS|COUNCIL|COURT|DEPARTMENT|FORCES?|FRONT|GAZETTE|GOVERNMENT|GROUP|GUARDS?|HERALD|INSTITUTE|INTELLIGENCE|JUNTA|KNESSET|MILITARY|MINISTRY|MOVEMENT|NAVY|NEWS|OFFICE|ORGANI[SZ]ATION|PARLIAMENT|PARTY|POLICE|RADIO|SECURITY SERVICE|SENATE|SERVICE|TELEVISION|TIMES|TREASURY|TRIBUNAL|UNION|UNIVERSITY)\b/

/** Whether a name is an organization's by one of its words. */
export const hasBodyWord = (name: string): boolean => bodyWords.test(name.toUpperCase())

const officeCodes = new Set(['GOV', 'LEG', 'JUD', 'MIL', 'COP', 'SPY'])

/** The kind of an entry; null where its codes do not tell whether it is a person, an organization or a place. */
export function kindOfEntry({ names, roles }: OedaEntry): OedaKind | null {
  const codes = roles.map(({ code }) => partsOfCode(code))
  const [first = ''] = codes[0] ?? []
  const name = names[0] ?? ''
  if (hasBodyWord(name)) return organizationOf(codes, { ...organizations, ...bodies })
  // CAMEO's elites are people: former heads of state, celebrities, the rich.
  if (codes.some((parts) => parts.includes('ELI'))) return { type: 'PERSON' }
  const isDated = roles.every(({ dates }) => dates !== '')
  if (isDated && name.includes(' ') && codes.every(isOffice)) return { type: 'PERSON' }
  if (isDated || !isOrganizationName(first, name)) return null
  return organizationOf(codes, organizations)
}

/** Among organizations of states and armed groups there are people too, whom only their names tell from them. */
function isOrganizationName(code: string, name: string): boolean {
  if (code === 'IGO') return !name.includes(' ') || /\b(AND|FOR|IN|OF|ON|THE|TREATY|WORLD)\b/i.test(name)
  return code !== 'IMG' && !/^ABU /i.test(name)
}

/** A term of office: in a state, or in an organization of states. */
const isOffice = (parts: readonly string[]): boolean =>
  parts[0] === 'IGO' || (countryOf(parts[0] ?? '') !== undefined && officeCodes.has(parts[1] ?? ''))

function organizationOf(
  codes: readonly (readonly string[])[],
  kinds: Readonly<Record<string, OedaKind>>,
): OedaKind | null {
  const all = codes.flat().map((part) => kinds[part])
  return all.find((kind) => kind !== undefined) ?? null
}
