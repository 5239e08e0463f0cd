import { dateText } from '../kit/date.ts'
import { Link } from '../kit/link.tsx'
import { dateCells, nodeCells } from '../list/cells.ts'
import { ExportLinks } from '../list/export-links.tsx'
import type { Row } from '../list/file.ts'
import { Section } from '../page/section.tsx'
import { ReviewTag } from '../review/review-tag.tsx'
import type { EventAnswer } from './event-type.ts'

export const Parts = ({ event: { parts, slug } }: { readonly event: EventAnswer }) =>
  parts.length === 0 ? null : (
    <Section
      title="Its parts"
      count={parts.filter(({ review }) => review === 'ACCEPTED').length}
      tools={<ExportLinks name={`parts-of-${slug}`} rows={() => parts.map(eventPartRow)} />}
    >
      <ul class="plain lines">
        {parts.map((part) => (
          <li key={part.slug}>
            <Link href={`/event/${part.slug}`}>{part.name}</Link>{' '}
            <span class="faint">{dateText(part.when) ?? 'undated'}</span> <ReviewTag review={part.review} />
          </li>
        ))}
      </ul>
    </Section>
  )

const eventPartRow = ({ when, type, review, ...event }: EventAnswer['parts'][number]): Row => ({
  ...nodeCells('event', event),
  eventType: type,
  ...dateCells('when', when),
  review,
})
