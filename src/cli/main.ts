#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { Argument, Command } from 'commander'
import { isInFile } from '../model/address.ts'
import { formatsRead } from '../reports/formats/format-name.ts'
import { UserError } from '../values/errors.ts'
import { packageRoot } from '../values/package-root.ts'
import type { BackupOptions } from './backup.ts'
import type { ExportOptions } from './export.ts'
import type { ExtractOptions } from './extract.ts'
import type { ImportOptions } from './import-into.ts'
import type { MapOptions } from './map.ts'
import type { McpOptions } from './mcp.ts'
import {
  allowHostOption,
  allowOriginOption,
  asOption,
  baseUrlOption,
  dbConnectionsOption,
  dbOption,
  everyOption,
  existingDbOption,
  exportFilterOption,
  exportFormatOption,
  flatOption,
  hostOption,
  importFormatOption,
  kindOption,
  languageOption,
  logOption,
  modeOption,
  portOption,
  privateOption,
  publishedOption,
  readDbOption,
  readOnlyOption,
  STORAGE,
  trustProxyOption,
  urlOption,
} from './option.ts'
import { titleWithoutPasswords } from './process-title.ts'
import type { ReadOptions } from './read.ts'
import type { RestoreOptions } from './restore.ts'
import type { ServeOptions } from './serve.ts'
import { addUserCommands } from './user-commands.ts'
import type { WatchOptions } from './watch.ts'

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('package.json', packageRoot), 'utf8'),
)

process.title = titleWithoutPasswords(process.argv.slice(2)) ?? process.title

// Each command loads what it needs: --help should not wait for a server to be read from the disk.
const program = new Command('hearsay')
  .description(
    `A knowledge graph of who said what about whom, in ${STORAGE} or a database of PostgreSQL, served over GraphQL.`,
  )
  .version(version, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand(false)
  .showHelpAfterError('Run hearsay --help to see what there is.')

program
  .command('serve')
  .description('serve a graph over GraphQL; a new one begins with the seed')
  .addOption(dbOption())
  .addOption(readDbOption())
  .addOption(dbConnectionsOption())
  .addOption(portOption())
  .addOption(hostOption())
  .addOption(allowHostOption())
  .addOption(allowOriginOption())
  .addOption(privateOption())
  .addOption(baseUrlOption())
  .addOption(trustProxyOption())
  .addOption(logOption())
  .option('--empty', 'leave a new graph empty')
  .action(async (options: ServeOptions) => {
    const { serve } = await import('./serve.ts')
    await serve(options)
  })

program
  .command('import')
  .description(
    'write dossiers (YAML, JSON or JSON lines) and other tools’ files into the graph, also packed with gzip, all or none',
  )
  .argument('<file...>', 'the files, which may refer to each other; - is standard input')
  .addOption(dbOption())
  .addOption(importFormatOption())
  .option('--mapping <file>', 'what the columns of a table (CSV, TSV) are; hearsay map writes a first draft')
  .option('--dry-run', 'show the first ten nodes, what is left out and every problem, and write nothing')
  .option('--prune', 'show what earlier imports of these files brought and they have no more; see --yes')
  .option('--yes', 'with --prune: write the files, and take that away')
  .action(async (files: string[], options: ImportOptions) => {
    const { watchedImport } = await import('./watched-import.ts')
    process.exitCode = await watchedImport(files, options, { info: console.log, error: console.error })
  })

program
  .command('map')
  .description(
    'draft a mapping of a table (CSV, TSV), by what it begins with: what its columns are, to be mended by hand',
  )
  .argument('<file>', 'the table')
  .option('-o, --out <file>', 'the mapping to write; it is printed, unless given')
  .option('--force', 'replace the mapping where there is one already')
  .action(async (file: string, options: MapOptions) => {
    const { mapCommand } = await import('./map.ts')
    process.exitCode = await mapCommand(file, options, { info: console.log, error: console.error })
  })

program
  .command('export')
  .description(
    'write the graph, or a part of it, as a dossier, of which an import makes the same graph, or in another tool’s format',
  )
  .argument(
    '<file>',
    'the file or folder to write, whose name says in which format; - is standard output, in JSON lines',
  )
  .addOption(existingDbOption())
  .addOption(exportFormatOption())
  .addOption(exportFilterOption())
  .option('--history', 'write the ids and the history as well (JSON lines); only a new graph takes them')
  .addOption(baseUrlOption())
  .option('--force', 'replace the file where there is one already')
  .action(async (file: string, options: ExportOptions) => {
    // Most of what an export makes is gone at once: a heap that hardly grows takes half the memory, and a third more time.
    setFlagsFromString('--semi-space-growth-factor=1')
    setFlagsFromString('--heap-growing-percent=60')
    const { exportCommand } = await import('./export.ts')
    exportCommand(file, options, { info: console.log, error: console.error })
  })

program
  .command('read')
  .description('read reports and propose what they say, and who says it')
  .argument(
    '<file...>',
    `${formatsRead}, or folders of them; of JSON lines, a report on each line: {id, text, title, date, publisher, …}`,
  )
  .addOption(dbOption())
  .option('--publisher <slug or name>', 'who published them; one whom the graph does not know is made')
  .addOption(publishedOption())
  .addOption(urlOption())
  .option('--title <text>', 'the title; else what the report says, or its first line')
  .addOption(kindOption())
  .option('--author <name>', 'the byline')
  .addOption(languageOption())
  .addOption(modeOption())
  .option('--accept', 'take over at once all that is proposed; you have read it')
  .option('--left-out', 'list the lines of web pages that are left out: menus, teasers, comments')
  .action(async (files: string[], options: ReadOptions) => {
    const { readCommand } = await import('./read.ts')
    const { out, progress } = await shownProgress()
    process.exitCode = await readCommand(files, options, out, progress)
  })

program
  .command('watch')
  .description('read what is new in folders and feeds, now and from now on')
  .argument('<folder or feed...>', 'folders of reports, and addresses of feeds (RSS, Atom, JSON Feed)')
  .addOption(dbOption())
  .addOption(everyOption())
  .option('--once', 'look once, and end')
  .option('--offline', 'ask no other machine: only folders, and feeds of this one')
  .option('--publisher <slug or name>', 'who published what is read; else what a feed calls itself')
  .addOption(kindOption())
  .addOption(languageOption())
  .addOption(modeOption())
  .option('--accept', 'take over at once all that is proposed')
  .action(async (targets: string[], options: WatchOptions) => {
    const { watchCommand } = await import('./watch.ts')
    const stop = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
    const out = { info: console.log, error: console.error }
    process.exitCode = await watchCommand(targets, options, out, stop.signal)
  })

program
  .command('extract')
  .description('print who says what in texts, by offsets; the graph is not touched')
  .argument('<file.jsonl>', 'a text on each line: {id, text}')
  .addOption(modeOption())
  .addOption(flatOption())
  .action(async (file: string, options: ExtractOptions) => {
    const { extractCommand } = await import('./extract.ts')
    process.exitCode = extractCommand(file, options, { info: console.log, error: console.error })
  })

program
  .command('backup')
  .description('copy a graph into another file, as it is at this moment, while others read and write it')
  .argument('<file>', 'the file to make')
  .addOption(existingDbOption())
  .option('--force', 'replace a file of that name')
  .action(async (file: string, options: BackupOptions) => {
    const { backupCommand } = await import('./backup.ts')
    const { out, progress } = await shownProgress()
    process.exitCode = await backupCommand(file, options, out, progress)
  })

program
  .command('restore')
  .description(
    'put the graph of a backup in the place of one, which is kept beside it; a server may be running',
  )
  .argument('<file>', 'a backup')
  .addOption(dbOption())
  .option('--force', 'restore it even where hearsay check finds something wrong with it')
  .action(async (file: string, options: RestoreOptions) => {
    const { restoreCommand } = await import('./restore.ts')
    const { out, progress } = await shownProgress()
    process.exitCode = await restoreCommand(file, options, out, progress)
  })

program
  .command('copy')
  .description(
    'make a graph as another one is now, with its ids, history and users: from a file into a database, or the other way',
  )
  .argument('<from>', 'the graph: a file, or postgres://user@host/database?schema=name')
  .argument('<to>', 'where there is none yet: a file, or such an address')
  .action(async (from: string, to: string) => {
    const { copyCommand } = await import('./copy.ts')
    await Promise.all([from, to].map(loadEngine))
    const { out, progress } = await shownProgress()
    process.exitCode = copyCommand(from, to, out, progress)
  })

program
  .command('check')
  .description('look for damage, for what is derived and wrong, and for what the journal does not know of')
  .addOption(existingDbOption())
  .action(async (options: { db: string }) => {
    const { checkCommand } = await import('./check.ts')
    process.exitCode = checkCommand(options, { info: console.log, error: console.error })
  })

program
  .command('mcp')
  .description('answer a program that speaks the Model Context Protocol, over standard input and output')
  .addOption(existingDbOption())
  .addOption(asOption())
  .addOption(readOnlyOption())
  .addOption(baseUrlOption())
  .action(async (options: McpOptions) => {
    const { mcpCommand } = await import('./mcp.ts')
    await mcpCommand(options, process, { info: console.error, error: console.error })
  })

program
  .command('schema')
  .description(
    'print a contract: of the API, in GraphQL’s own language, or of the dossier or of mappings of tables, as JSON Schema',
  )
  .addArgument(new Argument('[contract]').choices(['graphql', 'dossier', 'mapping']).default('graphql'))
  .action(async (contract: 'graphql' | 'dossier' | 'mapping') => {
    const { printed } = await import('./schema.ts')
    process.stdout.write(printed[contract]())
  })

addUserCommands(program, { info: console.log, error: console.error })

program.hook('preAction', async (_, command) => {
  const { db } = command.opts<{ db?: string }>()
  if (db !== undefined) await loadEngine(db)
})

/** Most graphs are in files, whose engine needs nothing else. */
async function loadEngine(address: string): Promise<void> {
  if (!isInFile(address)) await (await import('../model/open.ts')).loadEngine(address)
}

/** A line that shows how far a command is, where somebody watches, and an output whose lines come above it. */
async function shownProgress() {
  const { progressLine } = await import('./progress.ts')
  const progress = progressLine()
  const above = (print: (line: string) => void) => (line: string) => {
    progress('')
    print(line)
  }
  return { out: { info: above(console.log), error: above(console.error) }, progress }
}

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads the output may have had enough of it.
  if (code === 'EPIPE') process.exit()
  console.error(`error: The output could not be written: ${message}.`)
  process.exit(1)
})

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof UserError ? `error: ${error.message}` : error)
  process.exit(1)
})
