/** What a package may be; a real course has 120 files and 1 MB. The most in a file is what a course may have (drafts/file-path.ts). */
export const mostEntries = 2000
export const mostUpload = 10_000_000
export const mostInManifest = 1_000_000
export const mostInAll = 20_000_000

/** More files than these are taken all at once or not at all: a form has 200 fields at the most. */
export const mostChosen = 150
/** Packages that may wait at a time. */
export const mostWaiting = 20
