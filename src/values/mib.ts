/** The bytes, or characters, of a mebibyte. */
export const MIB = 2 ** 20
