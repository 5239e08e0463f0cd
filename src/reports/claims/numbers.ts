const smallNumbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  dozen: 12,
}

/** A number as it is written, in digits or in words: "4.5", "1,200", "thirty-one"; undefined of any other word. */
export function plainNumber(word: string): number | undefined {
  const low = word.toLowerCase()
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/.test(low)) return Number(low.replaceAll(',', ''))
  const [first = '', second] = low.split('-')
  const ten = tens.indexOf(first)
  if (ten >= 0) {
    const one = second === undefined ? 0 : smallNumbers.indexOf(second)
    return one < 0 || one > 9 ? undefined : (ten + 2) * 10 + one
  }
  const one = second === undefined ? smallNumbers.indexOf(first) : -1
  return one < 0 ? undefined : one
}

export interface ReadNumber {
  readonly value: number
  /** The number of words that it takes. */
  readonly length: number
}

/** A number that begins with a word: "4.5 million", "two hundred and thirty", "thirty - one", "a dozen". */
export function numberAt(words: readonly string[], at: number): ReadNumber | undefined {
  const first = words[at]?.toLowerCase() ?? ''
  const isOne = first === 'a' && scales[words[at + 1]?.toLowerCase() ?? ''] !== undefined
  let value = isOne ? 1 : plainNumber(first)
  if (value === undefined) return undefined
  let length = 1
  const hyphened = words[at + 1] === '-' ? plainNumber(`${first}-${words[at + 2] ?? ''}`) : undefined
  if (hyphened !== undefined && tens.includes(first)) [value, length] = [hyphened, 3]
  for (let scale = scaleAt(words, at + length); scale !== undefined; scale = scaleAt(words, at + length)) {
    value *= scale
    length++
    const join = words[at + length]?.toLowerCase() === 'and' ? 1 : 0
    const rest = scale === 12 ? undefined : plainNumber(words[at + length + join] ?? '')
    if (rest === undefined || rest >= scale || scale > 1e6) break
    if (scaleAt(words, at + length + join + 1) !== undefined) break
    value += rest
    length += join + 1
  }
  return { value: Number(value.toPrecision(12)), length }
}

const scaleAt = (words: readonly string[], at: number): number | undefined =>
  scales[words[at]?.toLowerCase() ?? '']
