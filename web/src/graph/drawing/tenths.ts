/** A number with one decimal, which is as exact as a drawing needs to be. */
export const toTenths = (value: number): number => Math.round(value * 10) / 10
