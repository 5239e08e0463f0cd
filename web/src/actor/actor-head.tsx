import { NodeTools } from '../editing/opened/node-tools.tsx'
import { Link } from '../kit/link.tsx'
import { actorPath, kindName } from '../kit/node-path.ts'
import { capital, plain } from '../kit/words.ts'
import { ExternalLinks } from '../page/external-links.tsx'
import { OtherNames } from '../page/other-names.tsx'
import type { ActorAnswer } from './actor-type.ts'

export const ActorHead = ({ actor }: { readonly actor: ActorAnswer }) => (
  <header class="head">
    <p class="eyebrow">
      {capital(detail(actor))}
      {actor.unnamed && ' · not named by its source'}
    </p>
    <h1 dir="auto">{actor.name}</h1>
    {actor.description && (
      <p class="lead" dir="auto">
        {actor.description}
      </p>
    )}
    <OtherNames of={actor} />
    {actor.__typename === 'ArmedGroup' && actor.allegiance && (
      <p>
        Allegiance: <Link href={actorPath(actor.allegiance.slug)}>{actor.allegiance.name}</Link>
      </p>
    )}
    <ExternalLinks links={actor.links} />
    <NodeTools id={actor.id} />
  </header>
)

function detail(actor: ActorAnswer): string {
  const kind = kindName(actor.__typename)
  if (actor.__typename === 'Organization') return actor.kind === 'OTHER' ? kind : plain(actor.kind)
  if (actor.__typename === 'State' && actor.iso3166) return `${kind} · ${actor.iso3166}`
  if (actor.__typename === 'MediaOutlet' && actor.reliability)
    return `${kind} · reliability ${actor.reliability}`
  return kind
}
