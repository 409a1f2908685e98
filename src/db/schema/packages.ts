/** A course that came as a file from another town, until a trainer has taken it or thrown it away. */
export interface PackagesTable {
  id: string
  course_id: string
  /** Of the file; the same file waits once. */
  sha256: string
  /** The file as it came, in base64. It was unpacked once before it was kept. */
  zip: string
  received_at: string
  received_by: string
}

export interface PackagesTables {
  packages: PackagesTable
}
