/** A later revision has a higher number: 12 of `revision_12`. */
export const revisionNumber = (id: string): number => Number(id.replace(/\D/g, ''))
