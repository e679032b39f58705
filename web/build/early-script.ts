import { readFileSync } from 'node:fs'
import { type Plugin, transformWithOxc } from 'vite'

const charset = '<meta charset="utf-8" />'

/** Writes a small script into the page itself, before all files: the server names its hash in the content policy. */
export function earlyScript(source: string): Plugin {
  return {
    name: 'early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
        // Before the styles, which it would wait for, and after the character set, which must come first.
        const written = html.replace(charset, `${charset}\n    <script>(() => {\n${code.trim()}\n})()</script>`)
        if (written === html) this.error('index.html does not name its character set')
        return written
      },
    },
  }
}
