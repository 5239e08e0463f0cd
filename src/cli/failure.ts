/** What a command could not do, said so that whoever ran it can mend it. Anything else that is thrown is a bug. */
export class Failure extends Error {
  override readonly name = 'Failure'
}
