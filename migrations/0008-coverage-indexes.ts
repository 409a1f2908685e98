import type { Kysely } from 'kysely'

/**
 * Coverage reads these three from end to end without touching a table: confirmed employments in order of venue and of person, and the
 * certificates of a course in order of person, so that whoever lacks one is found by merging two sorted lists.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const believed = ['job', 'first_on', 'last_on', 'written_at', 'superseded_at', 'confirmed_at'] as const
  await db.schema
    .createIndex('confirmed_employments_by_venue')
    .on('employment_facts')
    .columns(['venue_id', 'person_id', ...believed])
    .where('confirmed_at', 'is not', null)
    .execute()
  await db.schema
    .createIndex('confirmed_employments_by_person')
    .on('employment_facts')
    .columns(['person_id', 'venue_id', ...believed])
    .where('confirmed_at', 'is not', null)
    .execute()
  await db.schema
    .createIndex('certificates_by_course')
    .on('certificates')
    .columns(['course_id', 'person_id', 'last_on', 'issued_on', 'issued_at', 'number'])
    .execute()
}
