import type { da } from './words.da.ts'

type FaultKey = keyof typeof da & `packages.fault.${string}`
export type FaultCode = FaultKey extends `packages.fault.${infer Code}` ? Code : never

/** Why a package is not taken, and what the words speak of. */
export interface PackageFault {
  code: FaultCode
  values: Readonly<Record<string, string | number>>
}

/** Thrown inside the room while a package is being read; it never leaves it. */
export class Unfit extends Error {
  readonly fault: PackageFault

  constructor(code: FaultCode, values: PackageFault['values'] = {}) {
    super(code)
    this.fault = { code, values }
  }
}

const longest = 100

/** A name out of somebody's file, to be shown. */
export function shownName(name: string): string {
  const text = name.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '·')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
