/** How many rows each table has, one a line; empty ones are left out. */
export function rowsText(rows: Readonly<Record<string, number>>): string {
  const tables = Object.entries(rows).filter(([table, count]) => count > 0 && !table.startsWith('kysely'))
  const width = Math.max(0, ...tables.map(([, count]) => String(count).length))
  return tables.map(([table, count]) => `  ${String(count).padStart(width)} ${table}`).join('\n')
}
