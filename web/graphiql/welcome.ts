/** What the first tab of a first visit says. Addresses are whole, that the editor makes links of them. */
export const welcome = (origin: string): string => `# Here the graph is asked in GraphQL.
#
# Ctrl-Enter  asks what stands below
# Ctrl-Space  shows what may stand here
#
# The book is the manual. The clock has
# what you asked before; it stays in this
# browser. The folder builds a question
# by ticking. The other tabs are questions
# to begin with.
#
# The explorer: ${origin}/
# The schema as a file: ${origin}/schema.graphql

query Welcome {
  stats {
    actors
    claims
    statements
  }
  claims(filter: { standing: [CONTESTED] }, first: 3) {
    nodes {
      text
      positions {
        actor { name }
        stance
      }
    }
  }
}
`
