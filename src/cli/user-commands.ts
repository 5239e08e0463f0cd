import type { Command } from 'commander'
import type { UserRole } from '../values/vocabulary.ts'
import { expiresOption } from './expiry.ts'
import { baseUrlOption, dbOption, existingDbOption, portOption, roleOption } from './option.ts'
import type { Out } from './out.ts'
import type { InGraph } from './user.ts'

/** `hearsay user …` and `hearsay token …`: who may write, and how they are known. */
export function addUserCommands(program: Command, out: Out): void {
  const user = program
    .command('user')
    .helpCommand(false)
    .description('say who may write, and who may read a private graph')
  addUserCommand(user, out)
  const token = program
    .command('token')
    .helpCommand(false)
    .description('make and revoke the tokens by which programs are known')
  addTokenCommand(token, out)
}

function addUserCommand(user: Command, out: Out): void {
  user
    .command('add')
    .description('add a user, or give one another role')
    .argument('<name>', 'what the user is called in the history of all that they change')
    .addOption(roleOption())
    .addOption(dbOption())
    .action(async (name: string, options: InGraph & { role: UserRole }) => {
      const { addUser } = await import('./user.ts')
      addUser(name, options, out)
    })
  user
    .command('list')
    .description('list all users')
    .addOption(existingDbOption())
    .action(async (options: InGraph) => {
      const { listUsers } = await import('./user.ts')
      listUsers(options, out)
    })
  user
    .command('remove')
    .description('remove a user: tokens and sessions end at once, and the history keeps the name')
    .argument('<name>')
    .addOption(existingDbOption())
    .action(async (name: string, options: InGraph) => {
      const { removeUser } = await import('./user.ts')
      removeUser(name, options, out)
    })
  user
    .command('link')
    .description('print a link that signs a user in, once')
    .argument('<name>')
    .addOption(expiresOption('a day'))
    .addOption(baseUrlOption())
    .addOption(portOption())
    .addOption(existingDbOption())
    .action(async (name: string, options: InGraph & { baseUrl?: string; port: number; expires?: number }) => {
      const { linkUser } = await import('./user.ts')
      linkUser(name, { baseUrl: `http://127.0.0.1:${options.port}`, ...options }, out)
    })
}

function addTokenCommand(token: Command, out: Out): void {
  token
    .command('create')
    .description('print a new token of a user, which is not shown again')
    .argument('<name>', 'the user')
    .addOption(expiresOption('90 days'))
    .option('--note <text>', 'what the token is for, for the list')
    .addOption(existingDbOption())
    .action(async (name: string, options: InGraph & { expires?: number; note?: string }) => {
      const { createToken } = await import('./token.ts')
      createToken(name, options, out)
    })
  token
    .command('list')
    .description('list the tokens, sign-in links and sessions of all users, or of one')
    .argument('[name]', 'the user')
    .addOption(existingDbOption())
    .action(async (name: string | undefined, options: InGraph) => {
      const { listTokens } = await import('./token.ts')
      listTokens(name, options, out)
    })
  token
    .command('revoke')
    .description('end a token, and the sessions that were opened by it')
    .argument('<token>', 'its number in the list, or the token itself')
    .addOption(existingDbOption())
    .action(async (named: string, options: InGraph) => {
      const { revokeToken } = await import('./token.ts')
      revokeToken(named, options, out)
    })
}
