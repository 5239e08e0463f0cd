/** A form in which a verb reports: who speaks agrees with it. */
export interface SlavicVerbForm {
  readonly kind: 'past' | 'present' | 'gerund' | 'passive'
  readonly number: 'one' | 'many' | undefined
  /** The gender that the past tense of one speaker shows. */
  readonly gender: 'm' | 'f' | 'n' | undefined
}

const pastForm = (gender: SlavicVerbForm['gender']): SlavicVerbForm => ({
  kind: 'past',
  number: 'one',
  gender,
})
const pastOfMany: SlavicVerbForm = { kind: 'past', number: 'many', gender: undefined }
const presentForm = (number: SlavicVerbForm['number']): SlavicVerbForm => ({
  kind: 'present',
  number,
  gender: undefined,
})
const gerund: SlavicVerbForm = { kind: 'gerund', number: undefined, gender: undefined }
/** сообщается, повідомляється: it is said, and nobody says by whom. */
const passiveForm: SlavicVerbForm = { kind: 'passive', number: undefined, gender: undefined }

interface Parts {
  readonly infinitive: string
  /** Third person, and masculine past, where they are given. */
  readonly third: string | undefined
  readonly masculine: string | undefined
}

/** `опровергнуть=опровергнет=опроверг` in its forms. */
export function inflectSlavic(verb: string, language: 'ru' | 'uk'): [word: string, form: SlavicVerbForm][] {
  const [given = '', third, masculine] = verb.split('=')
  const isReflexive = /с[яь]$/.test(given)
  const bare = (word: string) =>
    isReflexive ? word.replace(/(?:ть)?с[яь]$/, (end) => end.slice(0, -2)) : word
  const parts = {
    infinitive: bare(given),
    third: third && bare(third),
    masculine: masculine && bare(masculine),
  }
  const forms = language === 'ru' ? russian(parts) : ukrainianForms(parts)
  if (!isReflexive) return [...forms, ...passives(forms, language)]
  return forms.flatMap(([word, form]): [string, SlavicVerbForm][] =>
    reflexiveForms(word, form, language).map((one) => [one, form]),
  )
}

const isVowel = (letter: string): boolean => /[аеєиіїоуюяыэ]/.test(letter)

function reflexiveForms(word: string, { kind }: SlavicVerbForm, language: 'ru' | 'uk'): string[] {
  if (language === 'uk' && kind === 'present' && /[еє]$/.test(word)) return [`${word}ться`]
  if (language === 'uk') return isVowel(word.at(-1) as string) ? [`${word}ся`, `${word}сь`] : [`${word}ся`]
  if (/в$/.test(word) && kind === 'gerund') return [`${word}шись`]
  return [isVowel(word.at(-1) as string) ? `${word}сь` : `${word}ся`]
}

/** The third person of a verb with -ся, which makes it a passive. */
const passives = (
  forms: readonly [string, SlavicVerbForm][],
  language: 'ru' | 'uk',
): [string, SlavicVerbForm][] =>
  forms
    .filter(([, form]) => form.kind === 'present' && form.number === 'one')
    .map(([word]) => [language === 'uk' && /[еє]$/.test(word) ? `${word}ться` : `${word}ся`, passiveForm])

function russian({ infinitive, third, masculine }: Parts): [string, SlavicVerbForm][] {
  const stem = infinitive.replace(/(?:ст[иь]|ть|чь)$/, '')
  const singular = third ?? russianThird(infinitive)
  const plural = singular.replace(/(.)([еи])т$/, (_, before: string, vowel: string) => {
    if (vowel === 'и') return `${before}${/[жчшщ]/.test(before) ? 'ат' : 'ят'}`
    return `${before}${isVowel(before) ? 'ют' : 'ут'}`
  })
  const lasting = plural.replace(/[уюая]т$/, '')
  return [
    ...pasts(stem, masculine, 'л'),
    [singular, presentForm('one')],
    [plural, presentForm('many')],
    [`${stem}в`, gerund],
    [`${stem}вши`, gerund],
    [`${lasting}${/[жчшщ]$/.test(lasting) ? 'а' : 'я'}`, gerund],
    ...(/(?:да|зна|ста)вать$/.test(infinitive)
      ? [[infinitive.replace(/ть$/, 'я'), gerund] as [string, SlavicVerbForm]]
      : []),
  ]
}

function russianThird(infinitive: string): string {
  if (/(?:да|зна)вать$/.test(infinitive)) return infinitive.replace(/вать$/, 'ет')
  if (/[ое]вать$/.test(infinitive)) return infinitive.replace(/[ое]вать$/, 'ует')
  if (/нуть$/.test(infinitive)) return infinitive.replace(/уть$/, 'ет')
  return /[ая]ть$/.test(infinitive) ? infinitive.replace(/ть$/, 'ет') : infinitive.replace(/ть$/, 'т')
}

function ukrainianForms({ infinitive, third, masculine }: Parts): [string, SlavicVerbForm][] {
  const stem = infinitive.replace(/(?:сти|ти)$/, '')
  const singular = third ?? ukrainianThird(infinitive)
  const plural = ukrainianPlural(singular)
  return [
    ...pasts(stem, masculine, 'в'),
    [singular, presentForm('one')],
    [plural, presentForm('many')],
    [`${stem}вши`, gerund],
    [`${plural.replace(/ть$/, '')}чи`, gerund],
  ]
}

function ukrainianThird(infinitive: string): string {
  if (/давати$/.test(infinitive)) return infinitive.replace(/вати$/, 'є')
  if (/[ую]вати$/.test(infinitive)) return infinitive.replace(/вати$/, 'є')
  if (/нути$/.test(infinitive)) return infinitive.replace(/ути$/, 'е')
  return /[ая]ти$/.test(infinitive) ? infinitive.replace(/ти$/, 'є') : infinitive.replace(/ти$/, 'ть')
}

function ukrainianPlural(singular: string): string {
  if (/є$/.test(singular)) return singular.replace(/є$/, 'ють')
  if (/е$/.test(singular)) return singular.replace(/е$/, 'уть')
  return singular.replace(/(.)[иі]ть$/, (_, before: string) => {
    if (/[жчшщ]/.test(before)) return `${before}ать`
    return /[бпвмф]/.test(before) ? `${before}лять` : `${before}ять`
  })
}

function pasts(stem: string, masculine: string | undefined, ending: 'л' | 'в'): [string, SlavicVerbForm][] {
  // розповів, розповіла; but опроверг, опровергла.
  const root = masculine?.replace(/в(?:ся)?$/, '') ?? stem
  return [
    [masculine ?? `${stem}${ending}`, pastForm('m')],
    ...(masculine ? [[`${stem}${ending}`, pastForm('m')] as [string, SlavicVerbForm]] : []),
    [`${root}ла`, pastForm('f')],
    [`${root}ло`, pastForm('n')],
    [`${root}ли`, pastOfMany],
  ]
}
