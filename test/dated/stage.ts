import type { TestHouse } from '../support/house.ts'

/** A town in which a diary is played: ids of people and venues by their names, the association among them. */
export interface Stage {
  house: TestHouse
  people: Map<string, string>
  venues: ReadonlyMap<string, string>
}
