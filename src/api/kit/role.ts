import { GraphQLError } from 'graphql'
import { type Asker, hasRole } from '../../model/users/asker.ts'
import type { UserRole } from '../../values/vocabulary.ts'
import type { Context } from './builder.ts'

/** Refuses whoever asks without this role, and says what would help. Whoever has it is returned. */
export function requireRole({ user }: Pick<Context, 'user'>, role: UserRole): Asker {
  if (!user) throw unauthenticated(`This needs the role ${role}, and nobody has signed in.`)
  if (!hasRole(user, role)) throw forbidden(user, role)
  return user
}

/** The error for somebody who has not said who they are. */
export const unauthenticated = (problem: string): GraphQLError =>
  new GraphQLError(
    `${problem} Sign in at /sign-in, or send a token: Authorization: Bearer hearsay_… ` +
      'Whoever runs the server makes one with hearsay token create NAME.',
    {
      extensions: {
        code: 'UNAUTHENTICATED',
        http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
      },
    },
  )

const forbidden = ({ name, role: held }: Asker, role: UserRole): GraphQLError =>
  new GraphQLError(
    `This needs the role ${role}, and ${name} has the role ${held}. ` +
      `Whoever runs the server gives another: hearsay user add NAME --role ${role}.`,
    { extensions: { code: 'FORBIDDEN', http: { status: 403 } } },
  )
