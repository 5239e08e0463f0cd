/**
 * What each connection begins with. To compile a plan takes longer than to run it, where a query reads a page. And a row that an
 * index leads to costs about what the next one in a table does: graphs are in memory for the most part, or on disks without arms.
 */
export const sessionOptions = (schema: string): string =>
  `-c search_path=${schema} -c jit=off -c random_page_cost=1.1`
