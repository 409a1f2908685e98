/** The same value, except that reading a property it does not have throws: a template may only read what its page's type names. */
export function strict<T>(value: T, path = 'it.page'): T {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, name, receiver) {
      if (typeof name === 'string' && !(name in target)) throw new Error(`${path}.${name} is not in the page's type`)
      const inside = Reflect.get(target, name, receiver) as unknown
      return typeof name === 'symbol' || typeof inside === 'function' ? inside : strict(inside, `${path}.${name}`)
    },
  }) as T
}
