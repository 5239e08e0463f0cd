import { useEffect, useState } from 'preact/hooks'
import { asProblem, Problem } from '../kit/problem.ts'
import { capital } from '../kit/words.ts'
import { Loading } from '../page/loading.tsx'
import { ProblemView } from '../page/problem-view.tsx'
import { Section } from '../page/section.tsx'

/** What the server's `/export` says that there is. */
interface ExportContents {
  readonly formats: readonly {
    readonly address: string
    readonly format: string
    readonly title: string
    readonly description: string
  }[]
  readonly tables: readonly { readonly address: string; readonly meaning: string }[]
}

/** The whole graph in each format, as links that save it. */
export function TakeOut() {
  const { contents, problem, retry } = useContents()
  return (
    <Section title="Take the graph out" id="out">
      <p class="note">
        Each link saves the whole graph as it is now. For a part of it, go to a list, such as that of the
        statements, filter it, and take its CSV.
      </p>
      {problem && <ProblemView problem={problem} retry={retry} />}
      {!contents && !problem && <Loading />}
      {contents && (
        <>
          <dl class="formats">
            {contents.formats.map(({ address, format, title, description }) => (
              <div key={format}>
                <dt>
                  <a href={address} download={fileName(address)}>
                    {capital(title)}
                  </a>
                </dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
          <h3>One table, as CSV</h3>
          <dl class="formats">
            {contents.tables.map(({ address, meaning }) => (
              <div key={address}>
                <dt>
                  <a href={address} download={fileName(address)}>
                    {fileName(address)}
                  </a>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Section>
  )
}

const fileName = (address: string): string => address.split('/').at(-1) ?? ''

function useContents() {
  const [contents, setContents] = useState<ExportContents | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const retry = async () => {
    setProblem(null)
    try {
      setContents(await askContents())
    } catch (error) {
      setProblem(asProblem(error))
    }
  }
  useEffect(() => void retry(), [])
  return { contents, problem, retry }
}

async function askContents(): Promise<ExportContents> {
  const response = await fetch('/export', { headers: { accept: 'application/json' } }).catch(() => null)
  if (!response) throw new Problem('offline', 'Hearsay cannot be reached.')
  if (!response.ok) throw new Problem('broken', `The server answered with status ${response.status}.`)
  return (await response.json()) as ExportContents
}
