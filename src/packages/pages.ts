import type { Fault } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { importAddress, receivedAddress } from './addresses.ts'
import type { PackageFault } from './package-fault.ts'
import type { Received } from './store.ts'

export interface ImportPage {
  title: string
  faults: Fault[]
  action: string
  /** Of the file. */
  fault: string | null
  waiting: { url: string; label: string; text: string }[]
}
export const importPage = page<ImportPage>('packages/import')

export function toImportPage(
  w: Words,
  { waiting, fault }: { waiting: readonly Received[]; fault: PackageFault | null },
): ImportPage {
  const said = fault && faultText(w, fault)
  return {
    title: w.t('packages.importTitle'),
    faults: said ? [{ name: 'file', text: said }] : [],
    action: importAddress,
    fault: said,
    waiting: waiting.map(({ id, courseId, receivedAt }) => ({
      url: receivedAddress(id),
      label: courseId,
      text: w.t('packages.receivedAt', { at: w.instant(receivedAt) }),
    })),
  }
}

export const faultText = (w: Words, { code, values }: PackageFault): string => w.t(`packages.fault.${code}`, values)
