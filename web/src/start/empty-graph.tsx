import { Link } from '../kit/link.tsx'

/** What an empty graph can be filled by, where there is nothing else to show. */
export const EmptyGraph = () => (
  <div class="notice">
    <h2>Nothing is in this graph yet.</h2>
    <p>
      <Link href="/import">Bring a file in</Link>: a table, a file of another tool, or a dossier, which is a
      file of actors, events, claims and statements. Or import it on the server’s machine, or let Hearsay read
      reports there, and propose what they say:
    </p>
    <pre>
      <code>
        {'hearsay import my-dossier.yaml --db hearsay.db\n'}
        {'hearsay read report.txt --db hearsay.db'}
      </code>
    </pre>
    <p class="faint">
      This page shows what is new when it is loaded again. A server that is started on a file of its own,
      without --empty, begins with an example.
    </p>
  </div>
)
