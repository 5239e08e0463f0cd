/** Languages in which the months of a table may be named. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'uk', 'ru', 'nl']

/** As names of months are compared: small letters, without the full stop of an abbreviation. */
const bareMonth = (name: string): string => name.toLowerCase().replace(/\.$/, '')

/** The number of a month by its name or its abbreviation; undefined where none is called so, or two are. */
export function monthNamed(name: string): number | undefined {
  const found = monthsByName().get(bareMonth(name))
  return found === 0 ? undefined : found
}

let known: ReadonlyMap<string, number> | null = null

/** By all names; 0 stands for a name that is two months' in two languages. */
function monthsByName(): ReadonlyMap<string, number> {
  if (known) return known
  const months = new Map<string, number>()
  for (const language of languages)
    for (const [name, month] of namesIn(language)) {
      const before = months.get(name)
      months.set(name, before === undefined || before === month ? month : 0)
    }
  known = months
  return months
}

function* namesIn(language: string): Generator<[string, number]> {
  // With a day a month stands in the genitive, and without one in the nominative.
  for (const month of ['long', 'short'] as const)
    for (const day of ['numeric', undefined] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC' })
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2023, number - 1, 1))
        const name = parts.find(({ type }) => type === 'month')?.value
        if (name !== undefined) yield [bareMonth(name), number]
      }
    }
}
