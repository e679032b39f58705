import type { Plugin } from 'vite'

const label = /@midas-ds\/components\/chunks\/label-[^/]+\.js$/
const popoverParts = /\/(?:popover|modal)-[^/]+\.js$/
const stub = '\0no-info-popover'

/**
 * Midas hangs an information popover on every label, and with it the whole positioning of overlays. Our fields say what they need
 * under the label, in sight, so the popover is left out; a field that is given one says so at once.
 */
export function leanComponents(): Plugin {
  return {
    name: 'lean-components',
    enforce: 'pre',
    resolveId(source, importer) {
      return importer !== undefined && label.test(importer) && popoverParts.test(source) ? stub : null
    },
    load(id) {
      if (id !== stub) return null
      return `export function t() { throw new Error('fields have no popover: use help (web/build/lean-components.ts)') }`
    },
  }
}
