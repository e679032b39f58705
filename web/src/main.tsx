import '@midas-ds/components/default.css'
import '@fontsource-variable/inter'
import './styles/base.css'
import './styles/frame.css'
import './styles/menu.css'
import './styles/states.css'
import './styles/parts.css'
import './styles/form.css'
import './styles/strip.css'
import './styles/print.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './api/use-api.ts'
import { firstScreenReady } from './first-screen.ts'
import { forgetDeclared, preloadDeclared } from './language/define-texts.ts'
import { LanguageProvider } from './language/language-provider.tsx'
import { router } from './router.tsx'
import { NoticeProvider } from './ui/notice.tsx'
import { LoadingBars } from './ui/states.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

/** The first screen has the line for itself so long. */
const untilQuietMs = 1500

forgetDeclared()
const client = makeQueryClient()
await firstScreenReady(client)

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <NoticeProvider>
          <Suspense fallback={<LoadingBars />}>
            <RouterProvider router={router} />
          </Suspense>
        </NoticeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)

setTimeout(preloadDeclared, untilQuietMs)
