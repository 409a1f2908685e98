const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
]

/** In this order, because most browsers also say that they are Chrome or Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera|OPT\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/DuckDuckGo\/|Ddg\//, 'DuckDuckGo'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const nameIn = (text: string, names: readonly (readonly [RegExp, string])[]) =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/**
 * What kind of device and browser this is, as its owner knows it: `iPhone, Safari`. Coarse on purpose, and all that is kept: the whole
 * text would tell one phone from another. Null when it says nothing we know.
 */
export function deviceNamed(userAgent: string | undefined): string | null {
  const text = userAgent ?? ''
  const parts = [nameIn(text, systems), nameIn(text, browsers)].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(', ') : null
}
