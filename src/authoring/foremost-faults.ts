import type { Fault, FaultCode } from '#courses/faults.ts'

/** One of these in a situation is enough for its paths to break in many places. */
const causes: readonly FaultCode[] = ['noId', 'duplicateStep', 'unknownTarget', 'choiceNotLink', 'deadEnd']
const effects: readonly FaultCode[] = ['unreachable', 'noWayOut']
/** Scenes that could not be counted. */
const uncounted: readonly FaultCode[] = ['noId', 'duplicateStep']

/** The faults of one situation without those that go away by themselves when its headings and choices are mended. */
export function foremostFaults(faults: readonly Fault[]): readonly Fault[] {
  const has = (codes: readonly FaultCode[]) => faults.some(({ code }) => codes.includes(code))
  const hidden: FaultCode[] = [...(has(causes) ? effects : []), ...(has(uncounted) ? (['tooFewSteps'] as const) : [])]
  return faults.filter(({ code }) => !hidden.includes(code))
}
