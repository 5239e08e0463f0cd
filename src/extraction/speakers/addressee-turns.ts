import { itemAt } from '../../values/item-at.ts'
import type { Attribution, Span } from '../attribution.ts'
import type { Speaker } from './speaker.ts'
import type { SpeakerReader } from './speaker-reader.ts'
import { isPlayedBack } from './time-of-transcript.ts'

/** The words of one voice of a transcript in a row. */
interface VoiceTurn {
  readonly index: number
  readonly voice: string
  readonly speaker: Speaker | undefined
  readonly words: string
  readonly begin: number
  /** Played back: it answers nobody who is there. */
  readonly isRecorded: boolean
}

/** The addressee of each turn of a transcript, by the turn's place among the attributions. */
export function addresseesOfTurns(
  text: string,
  attributions: readonly Attribution[],
  reader: SpeakerReader,
): Map<number, Speaker> {
  const turns = turnsIn(text, attributions, reader)
  const host = hostOf(turns)
  const found = new Map<number, Speaker>()
  for (const [i, turn] of turns.entries()) {
    const called = calledIn(turn, turns, reader)
    const meant =
      called === 'SEVERAL'
        ? undefined
        : (called ?? (host ? inInterview(turns, i, host, found) : spokenTo(turns, i)))
    if (meant) found.set(turn.index, meant)
  }
  return found
}

function turnsIn(text: string, attributions: readonly Attribution[], reader: SpeakerReader): VoiceTurn[] {
  return attributions.flatMap(({ source: [source], cue: [cue], content, via }, index) => {
    if (!source || !cue || via !== undefined || text.slice(...cue) !== ':') return []
    const [first, last] = [content[0], content.at(-1)]
    if (!first || !last || !reader.isLabel(source[0])) return []
    const [speaker] = reader.at(index).speakers
    const [begin, end] = [first[0], last[1]]
    const words = text.slice(begin, /^[?.!]/.test(text.charAt(end)) ? end + 1 : end)
    const label = text.slice(...source)
    const isRecorded = isPlayedBack(label)
    return [{ index, voice: voiceOf(speaker) ?? label, speaker, words, begin, isRecorded }]
  })
}

const voiceOf = (speaker: Speaker | undefined): string | undefined =>
  speaker && ('slug' in speaker ? speaker.slug : ` ${speaker.proposed}`)

/** The interviewer: the voice that has every other turn, and asks. Undefined where it is no interview. */
function hostOf(turns: readonly VoiceTurn[]): string | undefined {
  const pairs = turns.slice(1).map((turn, i): [string, string] => [itemAt(turns, i).voice, turn.voice])
  if (pairs.length === 0) return undefined
  const isHost = (voice: string) => {
    const own = turns.filter((turn) => turn.voice === voice)
    const asked = own.filter(({ words }) => words.includes('?')).length
    const between = pairs.filter(([a, b]) => (a === voice) !== (b === voice)).length
    return between >= pairs.length * 0.8 && asked >= own.length / 3 && asked > 0
  }
  const voices = [...new Set(turns.map(({ voice }) => voice))]
  const asks = (voice: string) =>
    turns.filter((turn) => turn.voice === voice && turn.words.includes('?')).length
  return voices.filter(isHost).sort((a, b) => asks(b) - asks(a))[0]
}

/** The interviewer speaks to who speaks next, and whoever follows answers him. */
function inInterview(
  turns: readonly VoiceTurn[],
  i: number,
  host: string,
  found: ReadonlyMap<number, Speaker>,
): Speaker | undefined {
  const [before, turn, next] = [turns[i - 1], itemAt(turns, i), turns[i + 1]]
  if (turn.isRecorded) return undefined
  if (turn.voice !== host) return before?.voice === host ? before.speaker : undefined
  if (next) return next.isRecorded ? undefined : next.speaker
  return before && !/\bthank/i.test(turn.words) ? found.get(before.index) && before.speaker : undefined
}

/** The addressee of a turn in a debate: a speaker who says "you" speaks to whoever spoke last. */
function spokenTo(turns: readonly VoiceTurn[], i: number): Speaker | undefined {
  const [before, turn] = [turns[i - 1], itemAt(turns, i)]
  const says = turn.words.replace(/\bthank you\b/gi, '')
  const isTo = /\b(?:you|your|yours|yourself)\b|[.,]\s(?:madam|sir|minister|mr (?:chairman|speaker))\b/i.test(
    says,
  )
  return isTo && before && before.voice !== turn.voice ? before.speaker : undefined
}

const title =
  '(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Minister|President|Senator|Commissioner|General|Colonel|Chairman|Secretary|Ambassador|Governor|Mayor|Judge|Councillor)'
const calledAtStart = new RegExp(
  `(?:^|[.?!]\\s+)(?:(?:and|but|so|now|well|thank you|thanks),?\\s)?((?:${title}\\.?\\s)?\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){0,2}),\\s`,
  'giu',
)
const calledAtEnd = new RegExp(
  `(?:\\b(?:please|you|thank you|thanks|welcome)[^.?!]{0,60}?,\\s)((?:${title}\\.?\\s)?\\p{Lu}[\\p{L}'’-]+(?:\\s\\p{Lu}[\\p{L}'’-]+){0,2})(?=[.?!]|$)`,
  'giu',
)

/** The speaker whom a turn calls by name. */
function calledIn(
  turn: VoiceTurn,
  turns: readonly VoiceTurn[],
  reader: SpeakerReader,
): Speaker | 'SEVERAL' | undefined {
  const spans = [calledAtStart, calledAtEnd].flatMap((pattern) =>
    [...turn.words.matchAll(pattern)].map((match): Span => {
      const name = match[1] as string
      const begin = turn.begin + match.index + match[0].indexOf(name)
      return [begin, begin + name.length]
    }),
  )
  const called = new Map<string, Speaker>()
  for (const span of spans) {
    const speaker = reader.addressed(span, turn.index)
    const voice = voiceOf(speaker)
    if (speaker && voice && voice !== turn.voice && turns.some((one) => one.voice === voice))
      called.set(voice, speaker)
  }
  if (called.size > 1 || /\byou (?:both|all|two)\b/i.test(turn.words)) return 'SEVERAL'
  return [...called.values()][0]
}
