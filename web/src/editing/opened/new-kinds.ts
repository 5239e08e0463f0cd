/** What can be added by a form of its own: by the last part of its address, such as `/new/actor`. */
export const newKinds = {
  actor: 'ACTOR',
  place: 'PLACE',
  event: 'EVENT',
  claim: 'CLAIM',
  source: 'SOURCE',
  statement: 'STATEMENT',
  assessment: 'ASSESSMENT',
} as const
