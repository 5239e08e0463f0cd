/**
 * Where a row keeps the batch that it was loaded in. Rows that are made for a query have the slot from the beginning: what is
 * added to an object later is kept beside it, which takes longer than to make the row.
 */
export const batchSlot: unique symbol = Symbol('batch')
