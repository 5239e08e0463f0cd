/** What a file that is packed as ZIP begins with: "PK" and two numbers. */
const ZIP_MARK = [0x50, 0x4b, 3, 4]

/** Whether bytes begin as a ZIP file does, which is what a workbook such as .xlsx or .ods is as well. */
export const isZip = (bytes: Uint8Array): boolean => ZIP_MARK.every((byte, at) => bytes[at] === byte)
