import { z } from 'zod'

/** A node that something else speaks of. */
export const namedNode = z.object({ id: z.string(), slug: z.string(), name: z.string() })
export type NamedNode = z.output<typeof namedNode>

/** A claim that something else speaks of. */
export const namedClaim = z.object({ id: z.string(), slug: z.string(), text: z.string() })

export const namedFields = `
  fragment NamedEntity on Entity { id slug name }
  fragment NamedClaim on Claim { id slug text }
`

/** `Russia (russia)`. */
export const nameAndSlug = ({ name, slug }: NamedNode): string => `${name} (${slug})`
