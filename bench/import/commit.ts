import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The command line as it was in another commit, built in a git worktree of its own. */
export class BuiltCommit {
  readonly cli: string
  readonly #tree: string

  constructor(revision: string, folder: string) {
    this.#tree = join(folder, 'tree')
    this.cli = join(this.#tree, 'dist/cli/main.js')
    this.#git('worktree', 'add', '--detach', '--quiet', this.#tree, revision)
    try {
      const modules = join(root, 'node_modules')
      symlinkSync(modules, join(this.#tree, 'node_modules'))
      // Not the build's own script, whose notes of what is built are with the modules.
      const compile = [
        join(modules, 'typescript/bin/tsc'),
        '-p',
        'tsconfig.build.json',
        '--incremental',
        'false',
      ]
      execFileSync(process.execPath, compile, { cwd: this.#tree, stdio: 'inherit' })
    } catch (error) {
      this.remove()
      throw error
    }
  }

  remove(): void {
    this.#git('worktree', 'remove', '--force', this.#tree)
  }

  #git(...args: string[]): void {
    execFileSync('git', args, { cwd: root, stdio: 'inherit' })
  }
}

/** The command line that is built here. */
export const builtHere = join(root, 'dist/cli/main.js')
