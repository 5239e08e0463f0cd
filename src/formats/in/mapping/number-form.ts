import type { NumberForm } from './value-schema.ts'

const plainNumber = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/i
const anySpace = '[ \\u00a0\\u2009\\u202f]'

/** Reads a number as a form has it; undefined where a text is none. */
export function numberReader(form: NumberForm | true): (text: string) => number | undefined {
  if (form === true || (form.decimal === '.' && form.thousands === undefined))
    return (text) => (plainNumber.test(bareNumber(text)) ? Number(bareNumber(text)) : undefined)
  const thousands = form.thousands === ' ' ? anySpace : form.thousands && `\\${form.thousands}`
  const whole = thousands === undefined ? '\\d+' : `(?:\\d+|[1-9]\\d{0,2}(?:${thousands}\\d{3})+)`
  const pattern = new RegExp(`^([-+]?)(${whole})(?:\\${form.decimal}(\\d+))?$`)
  return (text) => {
    const [found, sign, digits = '', decimals = '0'] = pattern.exec(bareNumber(text)) ?? []
    return found === undefined ? undefined : Number(`${sign}${digits.replace(/\D/g, '')}.${decimals}`)
  }
}

/** A minus sign is often typeset. */
const bareNumber = (text: string): string => text.trim().replace('\u2212', '-')

/** What is wrong with a text that should be a number. */
export const numberFault = (form: NumberForm | true): string =>
  form === true
    ? 'is no number: where it has a decimal comma or marks thousands, say so (number: {decimal: ",", thousands: "."})'
    : `is no number with the decimal sign ${form.decimal}${form.thousands === undefined ? '' : ` and ${form.thousands === ' ' ? 'a space' : form.thousands} between thousands`}`
