import { verbGroup } from '../grammar/phrase.ts'
import { senses } from '../lexicon/lexicon.ts'
import { relatives, subjects } from '../lexicon/words.ts'
import type { Tokens, Unit } from '../text/token-arrays.ts'
import type { Candidate } from './draft.ts'

const tags = new Set(['VERB', 'NOUN', 'ADJ', 'AUX'])

/** The cue verbs of a sentence that stand outside quotation marks. */
export function candidates(t: Tokens, u: number): Candidate[] {
  const unit = t.unitAt(u)
  const found: Candidate[] = []
  for (let i = unit.first; i < unit.last; i++) {
    const pos = t.pos[i]
    if (!tags.has(pos as string) || t.isQuoted(i)) continue
    const entry = senses.get(t.lowAt(i))
    if (!entry || !isVerbHere(t, i, unit)) continue
    const group = verbGroup(t, i, unit.first)
    for (const sense of entry) {
      const form = sense.form
      if (form === 'participle' && !group.perfect && !group.passive && entry.some((s) => s.form === 'past'))
        continue
      if ((form === 'past' || form === 's') && (group.modal || group.perfect || group.infinitive)) continue
      const passive = group.passive && (form === 'participle' || form === 'past')
      found.push({ group: { ...group, passive }, form, cues: sense.cues, low: unit.first, high: unit.last })
      break
    }
  }
  return found.filter(
    (c) => !found.some((x) => x !== c && x.group.first <= c.group.head && c.group.head < x.group.head),
  )
}

function isVerbHere(t: Tokens, i: number, unit: Unit): boolean {
  const pos = t.pos[i]
  if (pos === 'VERB') return true
  if (pos === 'AUX') return /^(has|have|had)$/.test(t.lowAt(i)) && /^(DET|ADJ)$/.test(t.posAt(i + 1))
  if (pos !== 'NOUN' && pos !== 'ADJ') return false
  const before = i > unit.first ? t.lowAt(i - 1) : ''
  if (/^sa(y|ys|id)$/.test(t.lowAt(i)) && t.pos[i - 1] !== 'DET' && i > unit.first) {
    t.pos[i] = 'VERB'
    return true
  }
  if (pos === 'ADJ' && leadsToContent(t, i)) {
    t.pos[i] = 'VERB'
    return true
  }
  if (subjects.has(before) || (relatives.has(before) && t.pos[i - 1] === 'PRON')) return true
  if (pos !== 'NOUN' || !agrees(t, i, unit)) return false
  t.pos[i] = 'VERB'
  return true
}

/** Participles that the tagger takes for adjectives: "alleged that", "promising to rebuild". */
const leadsToContent = (t: Tokens, i: number) =>
  /(ed|ing)$/.test(t.lowAt(i)) &&
  (t.low[i + 1] === 'that' || (t.low[i + 1] === 'to' && t.pos[i + 2] === 'VERB' && t.pos[i - 1] !== 'AUX'))

/** Nouns that are verbs after all: "Norway claims that", "rebels claim responsibility for", "a claim Oslo disputes." */
function agrees(t: Tokens, i: number, unit: Unit): boolean {
  const next = t.lowAt(i + 1)
  if (opensPhrase(t, i) || documentShows(t, i, unit) || isBetweenNouns(t, i, unit)) return true
  if (t.pos[i - 1] !== 'PROPN' && !(t.pos[i - 1] === 'NOUN' && next === 'that')) return false
  if (!senses.get(t.lowAt(i))?.some((s) => s.form === 's') || i - 1 < unit.first) return false
  if (t.pos[i - 2] === 'DET' && t.pos[i - 1] === 'PROPN') return false
  if (next === 'that' || (next === 'to' && t.pos[i + 2] === 'VERB')) return true
  return /^(DET|PRON|PUNCT)$/.test(t.posAt(i + 1)) && i + 1 < unit.last && next !== ':'
}

/** "cast doubt on", "claim responsibility for": words that only a verb has after it. */
const opensPhrase = (t: Tokens, i: number) =>
  senses
    .get(t.lowAt(i))
    ?.some((s) =>
      s.cues.some((c) => c.particles.length > 1 && c.particles.every((p, k) => t.low[i + 1 + k] === p)),
    ) === true

/** "The council regards the claim as": between a noun and the article of another only a verb stands. */
const isBetweenNouns = (t: Tokens, i: number, unit: Unit) =>
  i > unit.first &&
  (t.pos[i - 1] === 'NOUN' || (i - 1 === unit.first && t.pos[i - 1] === 'PROPN')) &&
  /^(the|a|an|his|her|their|its|that|this|these|those)$/.test(t.lowAt(i + 1)) &&
  !senses.get(t.lowAt(i))?.every((s) => s.form === 'ing')

const documentThatShows =
  /^(polls?|polling|surveys?|records?|figures|data|documents?|results|filings?|emails|e-mails|reports?|images?|photos?|photographs|videos?|footage|stud(y|ies)|research|estimates|numbers|files|returns|transcripts?|reviews?|analys[ei]s|statistics|tests|maps?|letters?|papers|messages|recordings?)$/

/** "Polls show that", "records show": "show" beside what may show something. */
const documentShows = (t: Tokens, i: number, unit: Unit) =>
  /^shows?$/.test(t.lowAt(i)) &&
  i > unit.first &&
  documentThatShows.test(t.lowAt(i - 1)) &&
  !/^(of|and|on)$/.test(t.lowAt(i + 1))
