import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker'
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker'
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker'

const workers: Readonly<Record<string, new () => Worker>> = { json: JsonWorker, graphql: GraphQLWorker }

/** Where Monaco finds the scripts that check and complete beside the page. */
Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_: string, language: string) => new (workers[language] ?? EditorWorker)(),
  },
})
