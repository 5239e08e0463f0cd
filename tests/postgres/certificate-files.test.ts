import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyCommand } from '../../src/cli/copy.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'
import { folder } from '../graph.ts'

const path = folder()

/** Signed by itself, for nobody. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBNDCB56ADAgECAhRYLzwc4rJSu9BrP6Mgr76wr597XTAFBgMrZXAwDzENMAsG
A1UEAwwEdGVzdDAgFw0yNjExMjcxMjMxMDlaGA8yMTI2MTEwMzEyMzEwOVowDzEN
MAsGA1UEAwwEdGVzdDAqMAUGAytlcAMhAHTqdT7nGDBBm2rQqWUPvRiKj/MUviTN
po6tC6TgSBFBo1MwUTAdBgNVHQ4EFgQU0k0thC/lGacIzjKNiz/aVNnp4kgwHwYD
VR0jBBgwFoAU0k0thC/lGacIzjKNiz/aVNnp4kgwDwYDVR0TAQH/BAUwAwEB/zAF
BgMrZXADQQCQqxeuNBVgdi7NVnhkEPjxrY1GqnNBDv7FDmQYh29cwYR/FpF5ZfcG
I3RQcJ2d9W3VrX4xiQSf8EZQErU5wSYF
-----END CERTIFICATE-----
`

const files: Readonly<Record<string, string>> = {
  certificate,
  key: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  other: 'What somebody has written.',
}
for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)

it.each([
  ['sslrootcert=missing', /^The file .*missing, which .* names as sslrootcert, cannot be read \(ENOENT/],
  ['sslrootcert=.', /names as sslrootcert, cannot be read \(EISDIR/],
  ['sslrootcert=other', /other, which .* as sslrootcert, holds no certificate in the form PEM/],
  ['sslcert=key', /key, which .* as sslcert, holds no certificate in the form PEM/],
  ['sslkey=certificate', /certificate, which .* as sslkey, holds no private key without a password/],
  [
    'sslcert=certificate&sslkey=key',
    /The key of sslkey \(.*key\) is not the one of the certificate of sslcert/,
  ],
])('an address with %s is refused, and names the file', (parameters, told) => {
  const named = parameters.replace(/=(?=\w|\.)/g, `=${path}/`)
  expect(() => postgresAddress(`postgres://me@one/db?${named}`)).toThrow(told)
  expect(() => copyCommand(`postgres://me@one/db?${named}`, join(path, 'to.db'), console)).toThrow(told)
})

it('an address whose files are right is taken', () => {
  const named = `sslrootcert=${path}/certificate&sslcert=${path}/certificate`
  expect(postgresAddress(`postgres://me@one/db?${named}`).schema).toBe('hearsay')
})

it('an address with the certificates of the system is told what does the same', () => {
  expect(() => postgresAddress('postgres://me@one/db?sslrootcert=system')).toThrow(/leave it out/)
})

it('a copy speaks of no option that it does not have', () => {
  writeFileSync(join(path, 'text.db'), 'What somebody has written, which is no database at all.'.repeat(20))
  const attempt = () => copyCommand(join(path, 'text.db'), join(path, 'to.db'), console)
  expect(attempt).toThrow(/is not an SQLite database. Choose another file\.$/)
})
