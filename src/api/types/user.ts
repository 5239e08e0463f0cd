import { userText } from '../../meaning/user.ts'
import type { Asker } from '../../model/users/asker.ts'
import { formatUserId } from '../../values/id.ts'
import { builder } from '../kit/builder.ts'
import { RoleEnum } from '../kit/enum.ts'

export const User = builder.objectRef<Asker>('User').implement({
  description: 'Somebody who is known to the server, and whose changes have a name.',
  fields: (t) => ({
    id: t.id({ description: userText.id, resolve: ({ id }) => formatUserId(id ?? 0) }),
    name: t.exposeString('name', { description: userText.name }),
    role: t.expose('role', { type: RoleEnum, description: userText.role }),
  }),
})

builder.queryField('me', (t) =>
  t.field({
    type: User,
    nullable: true,
    description: 'Who is asking, and what they may do; null for a reader without a token.',
    resolve: (_, __, { user }) => user ?? null,
  }),
)
