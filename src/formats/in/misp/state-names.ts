/** A state by its code (ISO 3166-1), with an English name. */
export interface NamedState {
  readonly code: string
  readonly name: string
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** Codes that have a name and are no state’s: unions, pseudo-locales, and none at all. */
const noStates = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])

/** The state of a code, a code of before such as FX as the one of today; undefined where no state has it. */
export function stateOfCode(text: string): NamedState | undefined {
  const written = text.trim().toUpperCase()
  if (!/^[A-Z]{2}$/.test(written)) return undefined
  const code = new Intl.Locale(`und-${written}`).region
  const name = code === undefined || noStates.has(code) ? undefined : names.of(code)
  return code === undefined || name === undefined ? undefined : { code, name }
}

/** Names in the galaxy that differ from the usual ones. */
const otherNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'russian federation': 'RU',
    "korea (democratic people's republic of)": 'KP',
    'democratic people’s republic of korea': 'KP',
    'korea (republic of)': 'KR',
    'iran (islamic republic of)': 'IR',
    'syrian arab republic': 'SY',
    'viet nam': 'VN',
    turkey: 'TR',
    "people's republic of china": 'CN',
    'united states of america': 'US',
    palestine: 'PS',
  }),
)

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const byName: ReadonlyMap<string, NamedState> = new Map(
  letters
    .flatMap((first) => letters.map((second) => stateOfCode(first + second)))
    .filter((state) => state !== undefined)
    .map((state) => [state.name.toLowerCase(), state]),
)

/** The state of an English name; undefined where there is none. */
export function stateOfName(name: string): NamedState | undefined {
  const lower = name.trim().toLowerCase()
  const code = otherNames.get(lower)
  return code === undefined ? byName.get(lower) : stateOfCode(code)
}
