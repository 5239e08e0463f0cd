import type { StatementItem } from '../../../dossier/format.ts'
import type { ExportedNode } from '../exported-graph.ts'
import { exactDate } from './ftm-affiliations.ts'
import { ftmTime } from './ftm-dates.ts'
import { writeLink } from './ftm-entities.ts'
import { type FtmProperties, type FtmWriting, ftmId } from './ftm-writing.ts'

/** A claim is a note on what it is about. */
export function writeClaim(writing: FtmWriting, { item }: ExportedNode<'CLAIM'>): void {
  const { slug, text, kind, subject, event, object, figure, relations = [] } = item
  writing.write('Note', ftmId({ type: 'CLAIM', slug }), {
    name: text,
    description: text,
    keywords: kind,
    entity: writing.ids('ACTOR', [subject, event, object]),
    summary: figure && `${figure.low ?? ''}–${figure.high ?? ''} ${figure.unit}`,
  })
  for (const { type, to } of relations)
    for (const other of writing.ids('CLAIM', [to])) writeLink(writing, 'CLAIM', slug, type, other)
  writing.tally.wrote('claims')
}

/**
 * A statement ties its document to whoever speaks there, and to what it is about; one on a claim ties whoever is spoken for to
 * the claim’s note.
 */
export function writeStatement(writing: FtmWriting, { item }: ExportedNode<'STATEMENT'>): void {
  const { slug, source, speaker, act, text, about = [], addressee } = item
  const [document] = writing.ids('SOURCE', [source])
  const entity = writing.ids('ACTOR', [speaker])
  const said = { summary: text, ...timeOf(writing, item) }
  const id = ftmId({ type: 'STATEMENT', slug })
  if (document && entity.length > 0)
    writing.write('Documentation', id, { document, entity, role: act, ...said })
  else writing.tally.leave('statements of which the speaker or the source is not written')
  const subjects = writing.ids('ACTOR', about)
  if (document && subjects.length > 0)
    writing.write('Documentation', `${id}.about`, {
      document,
      entity: subjects,
      role: 'ABOUT',
      summary: text,
    })
  writeStance(writing, item, said)
  writing.leaveFields(item, 'statement', ['speakerText', 'quoteType', 'cue', 'language', 'span', 'via'])
  if (addressee !== undefined) writing.tally.leave('statement.addressee')
  writing.tally.wrote('statements')
}

function writeStance(writing: FtmWriting, item: StatementItem, said: FtmProperties): void {
  const { slug, claim, stance, certainty, speaker, onBehalfOf } = item
  const [object] = writing.ids('CLAIM', [claim])
  const [subject] = writing.ids('ACTOR', [onBehalfOf ?? speaker])
  if (!object || !subject) return
  const id = `stance.${slug}`
  writing.write('UnknownLink', id, { subject, object, role: stance, status: certainty, ...said })
}

function timeOf(writing: FtmWriting, { saidAt }: StatementItem): FtmProperties {
  const time = saidAt === undefined ? {} : ftmTime(saidAt)
  if (time === null) writing.tally.leave('dates that are not exact')
  return { ...time }
}

/** An assessment is one here too, and is tied to the note of its claim. */
export function writeAssessment(writing: FtmWriting, { item }: ExportedNode<'ASSESSMENT'>): void {
  const { slug, assessor, claim, verdict, method, date, evidence } = item
  const note = writing.linked('CLAIM', claim)
  const id = ftmId({ type: 'ASSESSMENT', slug })
  writing.write('Assessment', id, {
    name: writing.graph.named('CLAIM', claim).name,
    assessmentId: slug,
    author: writing.ids('ACTOR', [assessor]),
    publishDate: exactDate(writing, date),
    keywords: verdict,
    description: method,
    proof: writing.ids('SOURCE', [evidence]),
  })
  if (note) writing.write('UnknownLink', `link.${id}`, { subject: id, object: ftmId(note), role: verdict })
  writing.leaveFields(item, 'assessment', ['credibility'])
  writing.tally.wrote('assessments')
}
