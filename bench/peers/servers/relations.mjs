/** For each field that leads to other rows: the column that holds their key, and the batch that loads them. */
export const relations = {
  Claim: { event: ['eventKey', 'entities'], positions: ['key', 'positions'] },
  Position: { actor: ['actorKey', 'entities'], claim: ['claimKey', 'claims'] },
  Source: { publisher: ['publisherKey', 'entities'] },
  Statement: {
    speaker: ['speakerKey', 'entities'],
    claim: ['claimKey', 'claims'],
    source: ['sourceKey', 'sources'],
    about: ['key', 'about'],
  },
  Tally: { actor: ['actorKey', 'entities'], entity: ['entityKey', 'entities'] },
}

/** The batches that give a list for each key. */
export const lists = ['about', 'positions']

export const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))

export const page = (rows, first) => ({
  nodes: rows.slice(0, first),
  pageInfo: { hasNextPage: rows.length > first },
})
