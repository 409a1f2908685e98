import { form } from '#web/form.ts'

/** How far somebody has read: the instant of the newest notice on the page. */
export const readSeen = form(
  (type) => type.Object({ until: type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }) }),
  { until: 'missing' },
)
