/** An error as the API tells it. */
export interface ToldError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly code?: string }
}

/** An answer as the API gives it: plain JSON. */
export interface GraphAnswer {
  readonly data?: unknown
  readonly errors?: readonly ToldError[]
}

/** A document of GraphQL, and what it is asked with. */
export interface AskedDocument {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
}

/** A graph as one caller may ask it: in GraphQL, within the roles, limits and times of the API. */
export interface AskedGraph {
  /** Where its pages are, such as https://graph.example.org; null where that is not known. */
  readonly baseUrl: string | null
  /** Whether the caller may propose anything. */
  readonly mayWrite: boolean
  /** Answers a document in which there are queries and nothing else. */
  read(asked: AskedDocument): Promise<GraphAnswer>
  /** Answers a mutation. */
  write(asked: AskedDocument): Promise<GraphAnswer>
  /** An error as the caller may know it. What is not safe to tell is reported, and masked. */
  told(error: unknown): ToldError
  /** The whole schema, in GraphQL's own language. */
  schemaText(): string
  /** The part of it that is about one type; null where there is none of this name. */
  typeText(name: string): string | null
}
