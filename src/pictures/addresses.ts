export const picturesAddress = (courseId: string, moduleId: string): string =>
  `/authoring/${courseId}/modules/${moduleId}/pictures`

/** A picture as it is being written; with its SHA-256 it is that very one and may be kept for good. */
export const workingPictureAddress = (courseId: string, moduleId: string, file: string, sha256?: string): string =>
  `/authoring/${courseId}/pictures/${moduleId}/${file}${sha256 ? `?v=${sha256.slice(0, versionLength)}` : ''}`

/** Signs of a SHA-256 that stand for it in an address. */
export const versionLength = 16
