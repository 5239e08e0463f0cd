import { Link } from '../link.tsx'
import { actorPath, kindName } from '../node-path.ts'
import { ExternalLinks } from '../page/external-links.tsx'
import { capital, plain } from '../words.ts'
import type { ActorAnswer } from './actor-type.ts'

export function ActorHead({ actor }: { readonly actor: ActorAnswer }) {
  const others = actor.labels.map(({ text }) => text).filter((text) => text !== actor.name)
  return (
    <header class="head">
      <p class="eyebrow">{capital(detail(actor))}</p>
      <h1>{actor.name}</h1>
      {actor.description && <p class="lead">{actor.description}</p>}
      {others.length > 0 && <p class="faint">Also: {others.join(' · ')}</p>}
      {actor.__typename === 'ArmedGroup' && actor.allegiance && (
        <p>
          Allegiance: <Link href={actorPath(actor.allegiance.slug)}>{actor.allegiance.name}</Link>
        </p>
      )}
      <ExternalLinks links={actor.links} />
    </header>
  )
}

function detail(actor: ActorAnswer): string {
  const kind = kindName(actor.__typename)
  if (actor.__typename === 'Organization') return actor.kind === 'OTHER' ? kind : plain(actor.kind)
  if (actor.__typename === 'State' && actor.iso3166) return `${kind} · ${actor.iso3166}`
  if (actor.__typename === 'MediaOutlet' && actor.reliability)
    return `${kind} · reliability ${actor.reliability}`
  return kind
}
