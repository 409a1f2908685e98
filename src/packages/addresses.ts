/** A course as a file to be fetched: what is published, or what it would be now. */
export const packageAddress = (courseId: string, of: 'published' | 'drafts' = 'published'): string =>
  `/authoring/${courseId}/course.zip${of === 'drafts' ? '?drafts=1' : ''}`

export const importAddress = '/authoring/import'

/** A package that was received; with a path, the comparison of that file. */
export const receivedAddress = (id: string, path?: string): string =>
  `${importAddress}/${id}${path === undefined ? '' : `?${new URLSearchParams({ file: path })}`}`

/** A picture as it is in the package. */
export const arrivingPictureAddress = (id: string, path: string): string => `${importAddress}/${id}/pictures/${path}`
