import { asOfAsked, namedThen } from '../kit/as-of.ts'
import type { PageOfStatements } from '../kit/fragments.ts'
import { isolated } from '../kit/isolated.ts'
import { setParams, usePlace } from '../kit/location.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Section } from '../page/section.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { statementRows } from '../statement/statements-query.ts'
import type { ActorAnswer, ProposedOfActor } from './actor-type.ts'
import { possessiveOf, proposedVoices, saidInAll, selfOf, voicesText } from './voices.ts'

interface SaidByProps {
  readonly actor: ActorAnswer
  /** What counts as its position: its own words, and what others say on its behalf. */
  readonly said: PageOfStatements
  /** What it says itself, be it on another's behalf. */
  readonly spoken: PageOfStatements
  readonly proposed: ProposedOfActor
  readonly asOf: string | null
}

/** A state is spoken for, a spokesperson speaks for others: the two are kept apart and both can be seen. */
export function SaidBy({ actor, said, spoken, proposed, asOf }: SaidByProps) {
  const chosen = usePlace().params.get('voice')
  const isOwn = said.totalCount === 0 || (chosen === 'own' && spoken.totalCount > 0)
  const filter = isOwn ? { by: [actor.slug] } : { onBehalfOf: [actor.slug] }
  const asked = { filter: { ...filter, ...asOfAsked(asOf) }, orderBy: 'SAID_DESC' } as const
  const page = isOwn ? spoken : said
  const isWaiting = proposed.proposedBy.totalCount + proposed.proposedFor.totalCount > 0
  const { forOthers, byOthers } = actor.statementCounts
  return (
    <Section
      title={`Said by ${isolated(actor.name)}`}
      count={saidInAll(actor.statementCounts)}
      proposed={proposedVoices(actor, proposed)}
      tools={
        <ExportLinks name={namedThen(`said-by-${actor.slug}`, asOf)} rows={() => statementRows(asked)} />
      }
    >
      <p class="note faint">{voicesText(actor.statementCounts, actor.__typename)}</p>
      {forOthers + byOthers > 0 && said.totalCount > 0 && spoken.totalCount > 0 && (
        <fieldset class="chips">
          <legend class="visually-hidden">Whose voice</legend>
          <button
            type="button"
            class="chip"
            aria-pressed={!isOwn}
            onClick={() => setParams({ voice: 'for' })}
          >
            for {selfOf(actor.__typename)}, by anyone ({said.totalCount})
          </button>
          <button type="button" class="chip" aria-pressed={isOwn} onClick={() => setParams({ voice: 'own' })}>
            in {possessiveOf(actor.__typename)} own voice ({spoken.totalCount})
          </button>
        </fieldset>
      )}
      <StatementList
        key={String(isOwn)}
        page={page}
        asked={asked}
        empty={nothingSaidText(actor.name, isWaiting, asOf)}
      />
    </Section>
  )
}

function nothingSaidText(name: string, isWaiting: boolean, asOf: string | null): string {
  if (asOf) return `${isolated(name)} had said nothing yet.`
  return `Nothing that ${isolated(name)} said is ${isWaiting ? 'accepted yet' : 'in the graph'}.`
}
