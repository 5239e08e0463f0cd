import { UserError } from '../errors.ts'

/** A number that must lie within the bounds that its argument's description names. */
export function bounded(argument: string, value: number, least: number, most: number): number {
  if (value < least || value > most)
    throw new UserError(`${argument} is ${value}; it must be from ${least} to ${most}.`, [argument])
  return value
}
