import { existsSync } from 'node:fs'

/** Debian's. The headless shell is the same browser without its windows, and takes a third of the processor's time. */
const [shell, whole] = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const

/** What of it is not needed, and would ask others for something, is off. */
export const chromiumAt = {
  executablePath: existsSync(shell) ? shell : whole,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
