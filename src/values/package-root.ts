/** The folder of the package itself, whether it runs from src/ or dist/, wherever it was started from. */
export const packageRoot = new URL('../../', import.meta.url)
