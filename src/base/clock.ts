/** Where "now" comes from. The town's clock in use, a clock that can be moved in tests and while the demo town is built. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** A clock that stands at an instant until it is moved. */
export interface MovableClock {
  (): Date
  moveTo(instant: string): void
}

export function movableClock(start: string): MovableClock {
  let now = new Date(start)
  return Object.assign(() => new Date(now), {
    moveTo(instant: string) {
      now = new Date(instant)
    },
  })
}
