/**
 * A number as XML Schema's decimals have it, without an exponent, and with the digits that tell it from every other number.
 * A double would not come through: JSON-LD's way to write those is one digit short.
 */
export function decimalText(value: number | undefined): string | undefined {
  if (value === undefined) return undefined
  const [digits = '', exponent] = String(value).split('e')
  if (exponent === undefined) return digits
  const sign = digits.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const all = `${whole}${fraction}`
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`
  return `${sign}${all.padEnd(point, '0')}`
}
