/** A step of a program that a text is run through, letter by letter. */
export type PatternStep =
  | { readonly kind: 'letter'; fits(letter: string): boolean }
  | { readonly kind: 'fork'; ways: number[] }
  | { readonly kind: 'begin' | 'end' | 'found' }

/** Why a regular expression cannot be used, as the end of a sentence. */
export class PatternFault extends Error {}

const MOST_STEPS = 2000
const MOST_TIMES = 100

/** Compiles a regular expression into steps. What needs going back over the text, such as references, is refused. */
export class PatternCompiler {
  readonly steps: PatternStep[] = []
  readonly #tokens: readonly string[]
  readonly #flags: string
  #at = 0

  constructor(pattern: string, flags: string) {
    this.#flags = flags
    this.#tokens = tokensOf(pattern)
  }

  compile(): readonly PatternStep[] {
    this.#either()
    if (this.#at < this.#tokens.length) throw new PatternFault('closes a bracket that was not opened')
    this.#add({ kind: 'found' })
    return this.steps
  }

  #add(step: PatternStep): number {
    if (this.steps.length >= MOST_STEPS) throw new PatternFault('is too long')
    return this.steps.push(step) - 1
  }

  #either(): void {
    const fork: PatternStep = { kind: 'fork', ways: [] }
    this.#add(fork)
    const ends: { ways: number[] }[] = []
    for (;;) {
      fork.ways.push(this.steps.length)
      this.#sequence()
      const end = { kind: 'fork' as const, ways: [] }
      this.#add(end)
      ends.push(end)
      if (this.#tokens[this.#at] !== '|') break
      this.#at++
    }
    for (const end of ends) end.ways.push(this.steps.length)
  }

  #sequence(): void {
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token === undefined || token === '|' || token === ')') return
      this.#repeated()
    }
  }

  #repeated(): void {
    const from = this.#at
    const start = this.steps.length
    this.#atom()
    const token = this.#tokens[this.#at]
    const times = token === undefined ? null : timesOf(token)
    if (!times) return
    this.steps.length = start
    const [least, most] = times
    const again = () => {
      this.#at = from
      this.#atom()
    }
    for (let time = 0; time < least; time++) again()
    if (most === Number.POSITIVE_INFINITY) this.#anyTimes(again)
    else for (let time = least; time < most; time++) this.#optional(again)
    if (most === 0) {
      again()
      this.steps.length = start
    }
    this.#at++
  }

  #anyTimes(again: () => void): void {
    const fork: PatternStep = { kind: 'fork', ways: [] }
    const at = this.#add(fork)
    again()
    this.#add({ kind: 'fork', ways: [at] })
    fork.ways.push(at + 1, this.steps.length)
  }

  #optional(again: () => void): void {
    const fork: PatternStep = { kind: 'fork', ways: [] }
    const at = this.#add(fork)
    again()
    fork.ways.push(at + 1, this.steps.length)
  }

  #atom(): void {
    const token = this.#tokens[this.#at++] as string
    if (token === '^') this.#add({ kind: 'begin' })
    else if (token === '$') this.#add({ kind: 'end' })
    else if (token !== '(') this.#add(letterStep(token, this.#flags))
    else {
      this.#either()
      if (this.#tokens[this.#at++] !== ')') throw new PatternFault('opens a bracket that is not closed')
    }
  }
}

const tokenPattern =
  /\\u\{[0-9a-f]{1,6}\}|\\[pP]\{[\w=]{1,40}\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?:|[*+?]\??|\{\d{1,6}(?:,\d{0,6})?\}\??|[\s\S]/giu

function tokensOf(pattern: string): string[] {
  const tokens = pattern.match(tokenPattern) ?? []
  for (const [index, token] of tokens.entries())
    if (token === '(' && tokens[index + 1]?.startsWith('?'))
      throw new PatternFault('has a group of a kind that is not taken: only ( and (?: are')
  return tokens.map((token) => (token === '(?:' ? '(' : token))
}

function timesOf(token: string): readonly [number, number] | null {
  const kind = token.length > 1 && /^[*+?]/.test(token) ? token[0] : token
  if (kind === '*') return [0, Number.POSITIVE_INFINITY]
  if (kind === '+') return [1, Number.POSITIVE_INFINITY]
  if (kind === '?') return [0, 1]
  const [found, least = '', comma, most = ''] = /^\{(\d+)(,?)(\d*)\}/.exec(token) ?? []
  if (found === undefined) return null
  const times = [
    Number(least),
    most !== '' ? Number(most) : comma ? Number.POSITIVE_INFINITY : Number(least),
  ] as const
  if (
    Number(least) > MOST_TIMES ||
    (Number.isFinite(times[1]) && times[1] > MOST_TIMES) ||
    times[1] < times[0]
  )
    throw new PatternFault(`has a repetition that is not taken: ${token}`)
  return times
}

function letterStep(token: string, flags: string): PatternStep {
  if (/^[*+?]|^\{\d/.test(token)) throw new PatternFault(`repeats nothing: ${token}`)
  if (/^\\[1-9kbB]/.test(token)) throw new PatternFault(`has ${token}, which is not taken`)
  if (token === '[') throw new PatternFault('opens a bracket that is not closed')
  const source = token.length > 1 || token === '.' ? token : token.replace(/[{}\]/-]/, '\\$&')
  try {
    const pattern = new RegExp(`^${source === '\\-' ? '-' : source}$`, `us${flags}`)
    return { kind: 'letter', fits: (letter) => pattern.test(letter) }
  } catch {
    throw new PatternFault(`has ${token}, which is not taken`)
  }
}
