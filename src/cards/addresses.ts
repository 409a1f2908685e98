/** Where a module's help card is found: printed on paper, so it never changes. */
export const cardUrl = (courseId: string, moduleId: string): string => `/cards/${courseId}/${moduleId}`
