import type { House } from '#house.ts'
import { startSignIn } from '#signin/sign-in.ts'

/** The Cookie header a browser would send after this person signed in, by the house's own way of signing in. */
export async function cookieOf(house: House, personId: string): Promise<string> {
  let cookie = ''
  const header = (_name: string, value: string) => {
    cookie = value.split(';')[0] as string
  }
  await startSignIn(house, { header }, personId)
  return cookie
}
