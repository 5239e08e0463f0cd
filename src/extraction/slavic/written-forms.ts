import { foldedName } from '../../text/fold.ts'

/**
 * Endings of the cases, and what stands for them in the nominative, the form in which a graph has a name: `=` is the word
 * itself. The first that fits is taken.
 */
const nominativeEndings: readonly [ending: RegExp, nominative: string][] = [
  [/(?:ого|ому|ему)$/, '= ий ый ой'],
  [/(?:им|ым|ім)$/, '| ий ый а'],
  [/(?:ом|ем|єм|ём)$/, '| о й ь'],
  [/(?:ої|ой|ою|ую|ій|ею|ией|ією)$/, '= а ая я ія ия'],
  [/(?:ій|ий|ый|ей|ай|уй)$/, '='],
  [/[а]$/, '= | о'],
  [/[я]$/, '= й ь'],
  [/у$/, '| а о'],
  [/ю$/, 'й ь я'],
  [/е$/, '= | а'],
  [/[иыії]$/, '= | а я ь'],
  [/$/, '='],
]

/** How letters are written in Latin: by Russian passports and papers, and by the Ukrainian law of 2010. */
const latinTables = {
  russian:
    'а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya',
  ukrainian:
    "а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ь: ю:iu я:ia ':",
} as const
const letterTables = Object.values(latinTables).map(
  (table) => new Map(table.split(' ').map((pair) => pair.split(':') as [string, string])),
)
/** Ends of names that are written in many ways: Zelensky, Zelenskiy, Zelenskyi, Zelenskyy. */
const manyWays: readonly [RegExp, readonly string[]][] = [
  [/(?:iy|yi|y|ii|i)$/, ['y', 'iy', 'yi', 'yy', 'ii', 'i']],
  [/ey$/, ['ei', 'ey', 'iy', 'y']],
]

const MOST_FORMS_KEPT = 20_000
const keptForms = new Map<string, readonly string[]>()

/** The folded words by which a graph may have what a capitalised word of a text names, in Cyrillic and in Latin letters. */
export function writtenFormsOf(word: string): readonly string[] {
  const known = keptForms.get(word)
  if (known) return known
  if (keptForms.size >= MOST_FORMS_KEPT) keptForms.clear()
  const folded = foldedName(word)
  const forms = /\p{Script=Cyrillic}/u.test(folded) ? nominatives(word, folded) : [folded]
  const all = [...new Set([...forms, ...forms.flatMap(inLatin)])]
  keptForms.set(word, all)
  return all
}

function nominatives(word: string, folded: string): string[] {
  if (/^\p{Lu}{2,}$/u.test(word)) return [folded]
  const [ending, nominative] = nominativeEndings.find(([pattern]) => pattern.test(folded)) as [RegExp, string]
  const stem = folded.replace(ending, '')
  const own = nominative.split(' ').map((end) => (end === '=' ? folded : end === '|' ? stem : stem + end))
  const hidden = /[^аеиоуыіїєяю]ц$/.test(stem) ? [`${stem.slice(0, -1)}ец`, `${stem.slice(0, -1)}ець`] : []
  const closed =
    /[оеє]в$/.test(stem) && stem !== folded ? [`${stem.slice(0, -2)}ів`, `${stem.slice(0, -2)}їв`] : []
  const soft = own.filter((form) => /[сц]ь?кий$/.test(form)).map(otherLanguage)
  return [...new Set([...own, ...hidden, ...closed, ...soft, ...(stem === 'павл' ? ['павел'] : [])])]
}

/** Зеленский and Зеленський. */
const otherLanguage = (form: string): string =>
  /ький$/.test(form) ? form.replace(/ький$/, 'кий') : form.replace(/кий$/, 'ький')

/** A letter that only the other language has is not written by this one's table. */
const isLatin = (word: string): boolean => !/\p{Script=Cyrillic}/u.test(word)

function inLatin(form: string): string[] {
  if (isLatin(form)) return []
  const plain = letterTables.map((table) => [...form].map((letter) => table.get(letter) ?? letter).join(''))
  return [...new Set(plain)].filter(isLatin).flatMap((word) => {
    const ways = manyWays.find(([pattern]) => pattern.test(word) && /(?:ий|ій|ый|ей)$/.test(form))
    const initial = word
      .replace(/^e(?=[^aeiou])/, 'ye')
      .replace(/^ie/, 'ye')
      .replace(/^i(?=[aeou])/, 'y')
    const all = ways ? ways[1].map((end) => word.replace(ways[0], end)) : [word]
    return initial === word ? all : [...all, initial]
  })
}
