import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compiledTexts } from './build/compiled-texts.ts'
import { compressed } from './build/compressed.ts'
import { earlyScript } from './build/early-script.ts'
import { fewerChunks } from './build/fewer-chunks.ts'
import { leanComponents } from './build/lean-components.ts'
import { leanLocales } from './build/lean-locales.ts'
import { offlineWorker } from './build/offline-worker.ts'
import { ownHostOnly } from './build/own-host-only.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const worker = offlineWorker({ source: here('src/service-worker.ts'), publicFolder: here('public') })

/** The screens under `/app/`. The server serves `dist/index.html` for every address there, and `/assets/` as files. */
export default defineConfig({
  root: here('.'),
  base: '/',
  plugins: [
    compiledTexts(),
    leanLocales(),
    leanComponents(),
    ownHostOnly(),
    react(),
    earlyScript(here('src/early.ts')),
    worker,
    compressed(),
  ],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    target: 'es2022',
    // Inline files would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: fewerChunks({
          entry: here('src/main.tsx'),
          firstScreen: here('src/roles/participant/index.tsx'),
        }),
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/sign-in': 'http://localhost:3000' } },
})
