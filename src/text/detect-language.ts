import { franc } from 'franc'
import { functionWordsIn, hasFunctionWords } from './function-words.ts'
import { scriptIn } from './script.ts'

/** The number of letters that are looked at of a text's beginning, of its middle and of its end. */
const SAMPLED_LETTERS = 1200
/** Languages that reports are written in. Among all that franc knows, a short English text is often taken for Scots. */
const languagesWritten = {
  Latn: 'eng spa por ind fra deu vie ita tur pol ron hrv nld swh hun ces swe fin slk dan nob cat lit slv lvs ekk azj uzn als afr som hau',
  other:
    'cmn jpn kor arb urd pes pbu uig heb ell hin mar npi ben tel tam guj kan mal pan tha sin mya khm hye bod kat lao amh',
}
/** Fewer letters tell nothing to trigrams, and of languages whose small words are not known here only many do. */
const [FEWEST_LETTERS, MANY_LETTERS] = [10, 300]

/**
 * The language of a text (BCP 47), as far as it can be told; undefined where it cannot. English and the other languages
 * that are read are told by their own letters and small words first, so that a headline of foreign names is none.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = sampleOf(text)
  const script = scriptIn(sample)
  if (script === 'Latn') return latinLanguageOf(sample)
  if (script === 'Cyrl') return cyrillic(sample)
  return script === undefined ? undefined : byTrigrams(sample, languagesWritten.other)
}

function sampleOf(text: string): string {
  if (text.length <= 3 * SAMPLED_LETTERS) return text
  const middle = Math.floor((text.length - SAMPLED_LETTERS) / 2)
  return [
    text.slice(0, SAMPLED_LETTERS),
    text.slice(middle, middle + SAMPLED_LETTERS),
    text.slice(text.length - SAMPLED_LETTERS),
  ].join(' ')
}

const smallWordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []

/** The share of small words in an English text. */
const ENGLISH_SHARE = 0.12

function latinLanguageOf(text: string): string | undefined {
  const words = smallWordsOf(text)
  const counts = functionWordsIn(words)
  const english = counts.get('en') ?? 0
  const most = Math.max(0, ...counts.values())
  if (english >= 2 && english === most && english >= words.length * ENGLISH_SHARE) return 'en'
  const found = byTrigrams(text, languagesWritten.Latn)
  if (found === undefined || found === 'en') return found
  const own = counts.get(found) ?? 0
  if (hasFunctionWords(found)) return own >= 2 && own > english ? found : undefined
  return text.length >= MANY_LETTERS && english < words.length * (ENGLISH_SHARE / 2) ? found : undefined
}

/** Letters that only these have; where several have them, trigrams choose. */
const lettersOfLanguages: readonly [letters: RegExp, languages: string][] = [
  [/ў/g, 'bel'],
  [/[ѓќѕ]/g, 'mkd'],
  [/[ђћ]/g, 'srp'],
  [/[љњџј]/g, 'srp mkd'],
  [/[әғқңұһөүҳҷӣӯ]/g, 'kaz tgk kir khk'],
]
/**
 * Letters are rare in a text where at most one in so many is theirs: names and quotations of another language have no
 * more.
 */
const RARE = 80

function cyrillic(text: string): string | undefined {
  const small = text.toLowerCase()
  const count = (letters: RegExp): number => small.match(letters)?.length ?? 0
  for (const [letters, languages] of lettersOfLanguages)
    if (count(letters) > small.length / RARE) return byTrigrams(text, languages)
  const words = functionWordsIn(smallWordsOf(text))
  const ukrainian = count(/[іїєґ]/g) + (words.get('uk') ?? 0)
  const russian = count(/[ыэё]/g) + (words.get('ru') ?? 0)
  const bulgarian = 2 * count(/ъ/g) + (words.get('bg') ?? 0)
  if (bulgarian > ukrainian && bulgarian > russian) return 'bg'
  if (ukrainian !== russian) return ukrainian > russian ? 'uk' : 'ru'
  return byTrigrams(text, 'rus ukr')
}

function byTrigrams(text: string, languages: string): string | undefined {
  const found = franc(text, { only: languages.split(' '), minLength: FEWEST_LETTERS })
  return found === 'und' ? undefined : Intl.getCanonicalLocales(found)[0]
}
