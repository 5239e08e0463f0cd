import { z } from 'zod'

/** An id or a slug is never longer. */
const LONGEST_NAME = 300

/** The arguments of a tool. What is none of them is refused, since to leave it out would answer another question. */
export const toolInput = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no ${issue.keys.slice(0, 5).join(', ')} here. There are: ${Object.keys(shape).join(', ')}.`
        : undefined,
  })

/** The name of one node. */
export const nodeName = (meaning: string) => z.string().min(1).max(LONGEST_NAME).describe(meaning)

/** The names of several, of which any may be meant. */
export const nodeNames = (meaning: string) =>
  z.array(z.string().min(1).max(LONGEST_NAME)).max(50).optional().describe(meaning)

/** How many a page has. */
export const pageSize = (usual: number, most: number) =>
  z.int().min(1).max(most).default(usual).describe(`How many at most: 1 to ${most}; ${usual}, if not given.`)

export const afterCursor = z
  .string()
  .max(2_000)
  .optional()
  .describe('Goes on after this: the endCursor of the page before.')

export const dateText = (meaning: string) =>
  z.string().max(100).optional().describe(`${meaning} In EDTF, such as 2023-05-22, 2023-05 or 2023.`)

export const asOfDate = dateText('Answers from what was known by the end of this date alone.')

export const withProposed = z
  .boolean()
  .default(false)
  .describe('Whether what is proposed and not yet reviewed is answered too. It counts nowhere.')

/** The states of review that are asked for. */
export const reviewsAsked = (proposed: boolean): readonly string[] =>
  proposed ? ['ACCEPTED', 'PROPOSED'] : ['ACCEPTED']

/** What is left of a list. */
export const pageEnd = z.object({
  hasMore: z.boolean(),
  endCursor: z.string().nullable().describe('Give it as `after` for the next page.'),
})

/** The same as GraphQL has it. */
export const pageInfo = z
  .object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })
  .transform(({ hasNextPage, endCursor }) => ({ hasMore: hasNextPage, endCursor }))

/** The line below a page that is not the last. */
export const moreLine = ({ hasMore, endCursor }: z.output<typeof pageEnd>): string[] =>
  hasMore ? [`There are more: call this again with after: ${JSON.stringify(endCursor)}.`] : []
