/** Two people who look like one and are not, as the association said; the smaller id first. */
export interface ToldApartTable {
  one_id: string
  other_id: string
  told_at: string
  told_by: string
}

export interface DuplicatesTables {
  told_apart: ToldApartTable
}
