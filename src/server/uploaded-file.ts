import { errorMessage } from '../values/errors.ts'
import { badRequest } from './body.ts'

/** A file that was sent in a form, and what is to be done with it. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: string | undefined
  /** What the columns of a table are, as plain data. */
  readonly mapping: unknown
  readonly note: string | undefined
  readonly dryRun: boolean
}

const fields = ['file', 'format', 'mapping', 'note', 'dryRun']

/** Reads a form (multipart/form-data), or says what is wrong with it. */
export async function uploadedFile(type: string, body: Uint8Array<ArrayBuffer>): Promise<UploadedFile> {
  const form = await formOf(type, body)
  for (const name of form.keys())
    if (!fields.includes(name))
      throw badRequest(`The form has a field ${name.slice(0, 100)}. There are ${fields.join(', ')}.`)
  const [file, another] = form.getAll('file')
  if (another !== undefined) throw badRequest('The form has more than one file. Send one after the other.')
  if (!(file instanceof Blob)) throw badRequest('The form has no file in its field called file.')
  const dryRun = textIn(form, 'dryRun') ?? 'false'
  if (dryRun !== 'true' && dryRun !== 'false') throw badRequest('dryRun is true or false.')
  return {
    name: file instanceof File ? file.name : 'file',
    bytes: new Uint8Array(await file.arrayBuffer()),
    format: textIn(form, 'format'),
    mapping: mappingIn(textIn(form, 'mapping')),
    note: textIn(form, 'note'),
    dryRun: dryRun === 'true',
  }
}

async function formOf(type: string, body: Uint8Array<ArrayBuffer>): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw badRequest('The form cannot be read: it is cut short, or no multipart/form-data.')
  }
}

function textIn(form: FormData, name: string): string | undefined {
  const values = form.getAll(name)
  const [value] = values
  if (values.length > 1) throw badRequest(`The form has ${name} more than once.`)
  if (value !== undefined && typeof value !== 'string') throw badRequest(`${name} is a text, not a file.`)
  return value === '' ? undefined : value
}

function mappingIn(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badRequest(`mapping is not JSON: ${errorMessage(error)}.`)
  }
}
