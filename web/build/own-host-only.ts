import type { Plugin } from 'vite'

const foreignFontFace = /@font-face\s*\{[^}]*https?:\/\/[^}]*\}/g
const foreignAddress = /(?:url\(\s*["']?|@import\s+["'])(https?:)?\/\/[^)"'\s]+/

/**
 * Takes foreign hosts out of style sheets, so that no reader is reported to a third party.
 * The design system asks a CDN for its font: that font face goes, our own copy stays.
 * Any other foreign address in a style sheet stops the build.
 */
export function ownHostOnly(): Plugin {
  return {
    name: 'own-host-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/\.css(?:$|\?)/.test(id)) return null
      const kept = code.replace(foreignFontFace, '')
      const foreign = foreignAddress.exec(kept)
      if (foreign !== null) this.error(`${id} asks a foreign host: ${foreign[0]}`)
      return kept === code ? null : { code: kept, map: null }
    },
  }
}
