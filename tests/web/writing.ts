import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll } from 'vitest'
import { LocalDesk } from '../../src/edits/perform.ts'
import { performSession } from '../../src/model/users/session-request.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import type { UserRole } from '../../src/values/vocabulary.ts'
import { openWriter } from '../engine.ts'
import { type Watched, watchedPage } from './browser.ts'
import { serveExplorer } from './explorer.ts'

interface Signed extends BrowserContextOptions {
  readonly role?: UserRole
}

/** The explorer on a server that also writes, with people who have signed in to it. */
export async function serveWriting(path: string) {
  const [forUsers, forDesk] = [openWriter(path), openWriter(path)]
  const users = new UserWriter(forUsers)
  const { url, stop } = await serveExplorer(path, {
    desk: new LocalDesk(forDesk),
    // No test is about how busy the machine is that it runs on.
    timeLimit: 60_000,
    access: { writeUsers: async (request) => performSession(users, request) },
  })
  afterAll(() => {
    forUsers.close()
    forDesk.close()
  })
  /** A page of a browser in which somebody has signed in. */
  async function pageOf(browser: Browser, name: string, { role = 'EDITOR', ...options }: Signed = {}) {
    const watched: Watched = await watchedPage(browser, url, options)
    const { token } = users.issue({ userId: users.put(name, role).user.id, kind: 'SESSION' })
    await watched.page
      .context()
      .addCookies([{ name: `hearsay_${new URL(url).port}`, value: token, url, sameSite: 'Strict' }])
    return watched
  }
  /** For an API client that writes. */
  const tokenOf = (name: string, role: UserRole = 'EDITOR'): string =>
    users.issue({ userId: users.put(name, role).user.id, kind: 'API' }).token
  return { url, stop, pageOf, tokenOf }
}
