import type { Attribution, Mode, Span } from '../attribution.ts'
import { trimEnd } from '../grammar/content.ts'
import type { TokenRange } from '../grammar/phrase.ts'
import { withMark } from '../text/name-marks.ts'
import type { Tokens } from '../text/token-arrays.ts'
import { readTokens } from '../text/tokens.ts'
import { unwrapped } from '../text/unwrap.ts'
import { accordingTo } from './according-to.ts'
import { adjectival } from './adjectival.ts'
import { asSaid } from './as-said.ts'
import { askedWithoutSubject } from './asked.ts'
import { asserted } from './asserts-nothing.ts'
import { announced } from './block.ts'
import { calledFalse } from './called-false.ts'
import { candidates } from './candidates.ts'
import { reportedClause } from './clause.ts'
import { continueQuotes } from './continuation.ts'
import { postposed } from './direct.ts'
import { documentParticiple } from './document-participle.ts'
import type { AttributionDraft, Candidate, CueFrame } from './draft.ts'
import { enclosing, overlaps } from './enclosing.ts'
import { statedFigure } from './figure.ts'
import { findSource } from './find-source.ts'
import { headline } from './headline.ts'
import { judge } from './judgement.ts'
import { reportingNouns } from './nominal.ts'
import { phrasal } from './object.ts'
import { passiveBy } from './passive-by.ts'
import { preposed } from './preposed.ts'
import { saidOfSubject } from './raising.ts'
import { contact, relativeObject } from './relative-object.ts'
import { turns } from './transcript.ts'
import { endWithinSource } from './within-source.ts'

export type { Attribution, Mode } from '../attribution.ts'

/** Reads who is said to say what in a text: every attribution with the exact words of its source, cue and content. */
export function extract(text: string, options: { mode?: Mode } = {}): Attribution[] {
  const t = readTokens(unwrapped(text))
  const precise = options.mode === 'precise'
  const drafts: AttributionDraft[] = []
  const spoken = new Map(turns(t).map((turn) => [t.unitOf(turn.cue[0]), turn]))
  for (let u = 0; u < t.units.length; u++) {
    const turn = spoken.get(u)
    if (turn) drafts.push(turn)
    for (const draft of readUnit(t, u))
      if ((!precise || draft.sure) && !(turn && overlaps(turn.cue, draft.cue))) drafts.push(draft)
  }
  continueQuotes(t, drafts)
  return asAttributions(t, drafts)
}

function readUnit(t: Tokens, u: number): AttributionDraft[] {
  const found: AttributionDraft[] = [...announced(t, u), ...accordingTo(t, u), ...headline(t, u)]
  const all = candidates(t, u)
  const rest = []
  for (const c of all) {
    const draft = contact(t, c) ?? askedWithoutSubject(t, c) ?? asSaid(t, c) ?? postposed(t, c)
    if (draft && !found.some((d) => overlaps(d.cue, draft.cue))) found.push(draft)
    else rest.push(c)
  }
  for (const c of rest) {
    const draft =
      relativeObject(t, c) ??
      preposed(t, c) ??
      reportedClause(t, c) ??
      statedFigure(t, c) ??
      phrasal(t, c) ??
      saidOfSubject(t, c) ??
      passiveBy(t, c)
    if (!draft || found.some((d) => overlaps(d.cue, draft.cue))) continue
    const document = draft.source ? undefined : documentParticiple(t, c)
    if (document) {
      draft.source = document.source
      draft.cue = [document.first, draft.cue[1]]
    } else if (isLoose(t, c, draft)) continue
    if (needsSpeaker(draft)) draft.source ??= findSource(t, c, found)
    if (!draft.source && needsSpeaker(draft)) continue
    found.push(draft)
  }
  for (const draft of [...adjectival(t, u), ...reportingNouns(t, u)])
    if (!found.some((d) => overlaps(d.cue, draft.cue))) found.push(draft)
  return asserted(t, endWithinSource(found), t.unitAt(u))
    .map((draft) => calledFalse(t, draft))
    .sort((a, b) => a.cue[0] - b.cue[0])
}

/** A participle right after a noun describes the noun far more often than it reports: "groups supporting the bill". */
const isLoose = (t: Tokens, c: Candidate, d: AttributionDraft) =>
  c.form === 'ing' &&
  !c.group.progressive &&
  /^(object|infinitive|urged|gerund)$/.test(d.frame) &&
  /^(NOUN|DET|PRON|NUM)$/.test(t.posAt(c.group.first - 1))

/** Passives and the like need no speaker. */
const needsSpeaker = (d: AttributionDraft) => !d.frame.startsWith('passive') && d.frame !== 'seem'

const spanOfTokens = (t: Tokens, [first, last]: TokenRange): Span => [t.beginAt(first), t.endAt(last - 1)]

/** Offsets, meaning, and for each attribution the one whose content it stands in. */
function asAttributions(t: Tokens, drafts: AttributionDraft[]): Attribution[] {
  const trimmed = drafts
    .map((d) => ({ ...d, content: d.content.map((r) => trimEnd(t, r)).filter((r) => r[1] > r[0]) }))
    .filter((d) => d.content.length > 0)
  const outer = trimmed.map((_, i) => enclosing(trimmed, i))
  const kept = [...trimmed.entries()].filter(([i, d]) => {
    const around = trimmed[outer[i] ?? -1]
    return !around || (reportsWithin(d) && isSaidIndeed(around, d))
  })
  const place = new Map(kept.map(([i], n) => [i, n]))
  return kept.map(([i, d]) => {
    let around = outer[i]
    while (around !== undefined && !place.has(around)) around = outer[around]
    const via = around === undefined ? undefined : place.get(around)
    return {
      source: d.source ? [withMark(t.text, ...spanOfTokens(t, d.source))] : [],
      cue: [spanOfTokens(t, d.cue)],
      content: d.content.map((r) => spanOfTokens(t, r)),
      ...judge(t, d),
      ...(via === undefined ? {} : { via }),
    }
  })
}

const framesOfChains: ReadonlySet<CueFrame> = new Set<CueFrame>([
  'that',
  'bare',
  'direct',
  'quote-after',
  'parenthetical',
  'according',
  'noun-that',
  'noun-from',
  'relative',
  'turn',
  'block',
  'dash',
])

/** Inside what somebody says, only speech goes on to a chain: that "a drone attacked" is no attribution of his. */
const reportsWithin = (d: AttributionDraft) =>
  framesOfChains.has(d.frame) || /^(DENY|CONFIRM|DOUBT|DISTANCE|CLAIM|DENY_)/.test(d.meaning.act)

/**
 * Whether the inner words were really said: what somebody denies, asks or leaves open to have been said was not, unless a
 * noun or a clause beside names its speaker.
 */
const isSaidIndeed = (around: AttributionDraft, inner: AttributionDraft) =>
  (around.meaning.stance === 'AFFIRMS' && !around.group?.negated) ||
  /^(noun|relative|according)/.test(inner.frame)
