import { foldedName } from '../../src/text/fold.ts'
import type { Wanted } from './gold.ts'
import type { Came } from './prediction.ts'
import type { GoldActor } from './shape.ts'

const plain = (name: string): string => foldedName(name).replace(/^the\s+/, '')

/** Whether a name is one of those that are right for an actor. */
export const isNameOf = ({ name, also }: GoldActor, given: string): boolean =>
  [name, ...also].some((one) => plain(one) === plain(given))

/** Whether a reading means whom a careful reader means. */
export function isMeant(wanted: Wanted, came: Came): boolean {
  if (wanted.is === 'known') return came.is === 'known' && came.slug === wanted.slug
  if (wanted.is === 'new') return came.is === 'new' && isNameOf(wanted.actor, came.name)
  return came.is === wanted.is
}

export function wantedName(wanted: Wanted): string {
  if (wanted.is === 'known') return wanted.slug
  return wanted.is === 'new' ? `new ${JSON.stringify(wanted.actor.name)}` : wanted.is
}

export function cameName(came: Came): string {
  if (came.is === 'known') return came.slug
  return came.is === 'open' ? 'open' : `${came.is} ${JSON.stringify(came.name)}`
}
