import { type UserRole, userRoles } from '../../values/vocabulary.ts'

/** Who asks, and what they may do. Whoever reads without a token is nobody: null, where an asker may stand. */
export interface Asker {
  /** The user's key; null for the person at the machine, who has no name among the users. */
  readonly id: number | null
  readonly name: string
  readonly role: UserRole
}

/** Whether somebody may do what takes this role. Each role may do what those before it may. */
export const hasRole = (asker: Pick<Asker, 'role'>, role: UserRole): boolean =>
  userRoles.indexOf(asker.role) >= userRoles.indexOf(role)
