import { type ExecutionResult, parse, validate } from 'graphql'
import { Executor } from '../src/api/run/executor.ts'
import { defaultLimits } from '../src/api/run/limits.ts'
import { schema } from '../src/api/schema.ts'
import { LocalDesk } from '../src/edits/perform.ts'
import type { WriteDesk } from '../src/edits/request.ts'
import type { Asker } from '../src/model/users/asker.ts'
import type { Answer, World } from './graph-fixture.ts'

export const editor: Asker = { id: null, name: 'me', role: 'EDITOR' }

interface Client {
  readonly user?: Asker | null
  readonly desk?: WriteDesk | null
}

/** Asks a graph as the server does for a client who may write, and writes in this thread. */
export class Editing {
  readonly #executor: Executor
  readonly desk: WriteDesk

  constructor(world: World, timeLimit = 5_000) {
    this.#executor = new Executor(schema, world.graph, { limits: defaultLimits, timeLimit })
    this.desk = new LocalDesk(world.writer)
  }

  async result(
    text: string,
    variables: Record<string, unknown> = {},
    client: Client = {},
  ): Promise<ExecutionResult> {
    const document = parse(text)
    const [wrong] = validate(schema, document)
    if (wrong) throw wrong
    const asked = { user: editor, desk: this.desk, ...client }
    const result = await this.#executor.run({ schema, document, variableValues: variables }, asked)
    return { ...result, data: result.data && JSON.parse(JSON.stringify(result.data)) }
  }

  /** The data that answers; throws the first error. */
  async ask(text: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const { data, errors } = await this.result(text, variables)
    if (errors?.[0]) throw errors[0]
    return data
  }
}
