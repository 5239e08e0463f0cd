import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { errorMessage, UserError } from '../../../values/errors.ts'

/** Refuses files of an address that cannot be read, or are not what they should be: the driver would not say which. */
export function requireCertificateFiles({ searchParams }: URL): void {
  if (searchParams.get('sslrootcert') === 'system')
    throw new UserError(
      'There is no sslrootcert=system: leave it out, and the certificates that Node.js trusts are trusted (sslmode=verify-full).',
    )
  const read = <Content>(parameter: string, kind: string, parse: (text: string) => Content) =>
    contentOf(parameter, searchParams.get(parameter), kind, parse)
  const toCertificate = (text: string) => new X509Certificate(text)
  read('sslrootcert', 'certificate', toCertificate)
  const certificate = read('sslcert', 'certificate', toCertificate)
  const key = read('sslkey', 'private key without a password', (text): KeyObject => createPrivateKey(text))
  if (certificate && key && !certificate.checkPrivateKey(key))
    throw new UserError(
      `The key of sslkey (${searchParams.get('sslkey')}) is not the one of the certificate of sslcert (${searchParams.get('sslcert')}).`,
    )
}

function contentOf<Content>(
  parameter: string,
  path: string | null,
  kind: string,
  parse: (text: string) => Content,
): Content | undefined {
  if (!path) return undefined
  const file = `The file ${path}, which the address of the database names as ${parameter},`
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UserError(`${file} cannot be read (${errorMessage(error)}).`)
  }
  try {
    return parse(text)
  } catch {
    throw new UserError(`${file} holds no ${kind} in the form PEM.`)
  }
}
