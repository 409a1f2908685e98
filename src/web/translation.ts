/** What the English file of a room must be: the same keys as the Danish one, each with a text. */
export type Translation<Danish> = { readonly [Key in keyof Danish]: string }
