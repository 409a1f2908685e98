declare module 'markdown-it-container' {
  import type { MarkdownIt } from 'markdown-it'

  /** `validate` sees what follows `:::`; tokens are `container_<name>_open` and `…_close`. */
  export default function container(
    md: MarkdownIt,
    name: string,
    options: { validate: (params: string) => boolean },
  ): void
}
