import { Link } from '../kit/link.tsx'
import { actorPath } from '../kit/node-path.ts'
import { actWord } from '../kit/words.ts'

interface NamedActor {
  readonly slug: string
  readonly name: string
}

interface SpeakerLineProps {
  readonly speaker: NamedActor
  readonly onBehalfOf: NamedActor | null
  readonly act: string
}

/** Who speaks, for whom, and what is done by it. */
export const SpeakerLine = ({ speaker, onBehalfOf, act }: SpeakerLineProps) => (
  <span class="speaker-line">
    <Link class="speaker" href={actorPath(speaker.slug)}>
      {speaker.name}
    </Link>
    {onBehalfOf && (
      <span class="behalf">
        {' '}
        for <Link href={actorPath(onBehalfOf.slug)}>{onBehalfOf.name}</Link>
      </span>
    )}{' '}
    <span class="act">{actWord(act)}</span>
  </span>
)
