import { asOfAsked, namedThen } from '../kit/as-of.ts'
import type { PageOfStatements } from '../kit/fragments.ts'
import { counted } from '../kit/words.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { type ProposedCount, proposedCountIn } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import type { ProposedOfEvent } from './event-type.ts'

interface SaidOfEventProps {
  readonly slug: string
  readonly asOf: string | null
  /** Those that speak to a claim about the event. */
  readonly onClaims: PageOfStatements
  /** Those about the event as such. */
  readonly about: PageOfStatements
  /** How many are of both. */
  readonly both: number
  readonly proposed: ProposedOfEvent
}

/** What is said on the claims about an event, and what is said of the event itself: two lists, and why they differ. */
export const SaidOfEvent = ({ slug, asOf, onClaims, about, both, proposed }: SaidOfEventProps) => (
  <>
    <SaidSection
      title="Said on its claims, in time"
      name={namedThen(`said-on-claims-about-${slug}`, asOf)}
      note="Statements that take a stand on something that is claimed of it."
      page={onClaims}
      proposed={proposedCountIn('/statements', { event: slug }, proposed.proposedOnClaims)}
      asked={{ filter: { event: [slug], ...asOfAsked(asOf) }, orderBy: 'SAID' }}
      empty="Nobody takes a stand on what is claimed of it."
    />
    <SaidSection
      title="Said of the event itself, in time"
      name={namedThen(`said-of-${slug}`, asOf)}
      note={`Statements about the event as a whole${bothText(both, about.totalCount)}.`}
      page={about}
      proposed={proposedCountIn('/statements', { about: slug }, proposed.proposedAbout)}
      asked={{ filter: { about: [slug], ...asOfAsked(asOf) }, orderBy: 'SAID' }}
      empty="No statement is about the event as a whole."
    />
  </>
)

function bothText(both: number, total: number): string {
  if (both === 0) return ''
  if (both === total) return `; ${total === 1 ? 'it stands' : 'all of them stand'} above as well`
  return `; ${counted(both, 'of them stands', 'of them stand')} above as well`
}

interface SaidProps {
  readonly title: string
  readonly name: string
  readonly note: string
  readonly page: PageOfStatements
  readonly proposed: ProposedCount
  readonly asked: StatementsAsked
  readonly empty: string
}

const SaidSection = ({ title, name, note, page, proposed, asked, empty }: SaidProps) => (
  <Section
    title={title}
    count={page.totalCount}
    proposed={[proposed]}
    tools={<ExportLinks name={name} rows={() => statementRows(asked)} />}
  >
    {page.totalCount > 0 && <p class="note faint">{note}</p>}
    <StatementList page={page} asked={asked} empty={empty} />
  </Section>
)
