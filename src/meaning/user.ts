import type { UserRole } from '../values/vocabulary.ts'
import type { Meaning } from './meaning.ts'

export const userRoleMeaning: Meaning<UserRole> = {
  of: 'What somebody may do. Each role may do what those before it may.',
  words: {
    READER: 'May read. Where the server is not private, everybody may.',
    EDITOR: 'May write as well: record, review, remove, merge, undo and read reports.',
    ADMIN: 'May do all that can be done.',
  },
}

export const userText = {
  id: 'Permanent: user, an underscore and a number, such as user_3. The person at the machine, who is no user, has user_0.',
  name: 'The name that the user was added under.',
  role: 'What the user may do.',
} as const
