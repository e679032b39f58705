import { escapeHtml } from '../../platform/letters.ts'
import type { Language } from '../../platform/problems.ts'
import { languageNames, type PublicTexts, publicTexts } from './public.texts.ts'

export const languageCookie = 'krom-language'

const style = `
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--calm:#eef3f8;--line:#c9d1d9;--accent:#143c6b;--on-accent:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#16181b;--calm:#222b35;--line:#44505c;--accent:#9cc4f0;--on-accent:#10151b}}
*{box-sizing:border-box}body{margin:0;font:1.0625rem/1.55 "Inter Variable",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
a{color:var(--accent);padding-block:.2em}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;inset-inline-start:-999rem}.skip:focus{inset-inline-start:1rem;top:.5rem;background:var(--paper);padding:.5rem}
.wide{max-width:62rem;margin-inline:auto;padding-inline:1rem}
header.top{border-bottom:1px solid var(--line)}header.top .wide{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;padding-block:.75rem}
.brand{font-weight:700;font-size:1.25rem;text-decoration:none;color:inherit;margin-inline-end:auto;padding:.4rem 0}
.languages{display:flex;flex-wrap:wrap;gap:.25rem .9rem;list-style:none;margin:0;padding:0}.languages a{display:inline-block;padding:.55rem 0;min-width:1.5rem}
.languages [aria-current]{font-weight:700;color:inherit;text-decoration:none}
main{padding-block:1.5rem 3rem}h1{font-size:clamp(1.6rem,5vw,2.3rem);line-height:1.2;margin:.5rem 0}h2{font-size:1.3rem;margin:2.2rem 0 .6rem}
.lead{font-size:1.15rem;max-width:38rem}.card{background:var(--calm);border-radius:.5rem;padding:1.1rem 1.2rem}
form.find{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}form.find div{flex:1 1 14rem}label{display:block;font-weight:600}
input{font:inherit;width:100%;min-height:2.9rem;padding:.4rem .7rem;border:1px solid #767676;border-radius:.3rem;background:var(--paper);color:var(--ink)}
.button,button{font:inherit;font-weight:600;display:inline-block;min-height:2.9rem;padding:.6rem 1.1rem;border:0;border-radius:.3rem;background:var(--accent);color:var(--on-accent);text-decoration:none;cursor:pointer}
small,.quiet{font-size:.95rem}ol.how{padding-inline-start:1.4rem;max-width:40rem}ol.how li{margin-block:.45rem}
ul.cards{list-style:none;margin:0;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr))}
ul.cards li{border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.1rem}ul.cards :is(h2,h3){margin:0 0 .2rem;font-size:1.1rem}
dl{margin:.6rem 0 0;display:grid;gap:.15rem .75rem;grid-template-columns:auto 1fr}dt{font-weight:600}dd{margin:0}
.figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:0;padding:0;list-style:none}.figures b{display:block;font-size:1.8rem;line-height:1.1}
.notice{border-inline-start:.3rem solid var(--accent);background:var(--calm);padding:.8rem 1rem;border-radius:.2rem}
nav.pages{display:flex;gap:1rem;flex-wrap:wrap;margin-top:1.2rem;align-items:center}code,pre{font-size:.95rem;overflow-wrap:anywhere;white-space:pre-wrap}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
@media(max-width:40rem){table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{border-bottom:1px solid var(--line);padding-block:.5rem}td{border:0;padding:.1rem 0}}
figure.map{margin:1rem 0;max-width:34rem}figure.map.tall{max-width:20rem}figure.map svg{display:block;width:100%;height:auto;background:var(--calm);border:1px solid var(--line);border-radius:.3rem}
.map .name{fill:var(--ink);stroke:var(--paper);stroke-width:3px;paint-order:stroke;font-size:11px;text-anchor:middle}.map .land{fill:var(--paper);stroke:var(--line)}.map .mark{fill:var(--accent);stroke:var(--paper)}.map .home{fill:none;stroke:var(--ink);stroke-width:2.5}.map .cross{stroke:var(--ink);stroke-width:1.2}
.map .number{fill:var(--on-accent);font-size:12px;font-weight:600;text-anchor:middle;dominant-baseline:central}.map path.scale{fill:none;stroke:var(--ink)}.map text.scale{fill:var(--ink);font-size:11px}
table.numbers caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.numbers .cell{display:none}@media(max-width:40rem){table.numbers th[scope=row]{display:block;border:0}table.numbers .cell{display:inline}}
summary{font-weight:600;font-size:1.15rem;padding:.6rem 0;cursor:pointer}
@media print{header.top,nav,form{display:none}}`

/** What a page without script is made of. */
export interface PublicPage {
  readonly language: Language
  readonly title: string
  readonly main: string
  /** Address of the page without its language, for the language links. */
  readonly address: string
}

export function textsOf(language: Language): PublicTexts {
  return publicTexts[language]
}

/** Fills `{name}` in a text; values are escaped, the text is ours. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return escapeHtml(text).replaceAll(/\{(\w+)\}/g, (whole, name: string) => escapeHtml(String(values[name] ?? whole)))
}

/** The frame of every page that loads without script. */
export function publicPage(page: PublicPage): string {
  const texts = textsOf(page.language)
  const direction = page.language === 'ar' ? 'rtl' : 'ltr'
  const joint = page.address.includes('?') ? '&' : '?'
  const languages = Object.entries(languageNames).map(([code, name]) => {
    const current = code === page.language ? ' aria-current="true"' : ''
    return `<li><a href="${escapeHtml(`${page.address}${joint}lang=${code}`)}" lang="${code}" hreflang="${code}"${current}>${escapeHtml(name)}</a></li>`
  })
  return (
    `<!doctype html><html lang="${page.language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<title>${escapeHtml(page.title)} – Krom</title><link rel="icon" href="/krom.svg" type="image/svg+xml"><style>${style}</style></head><body>` +
    `<a class="skip" href="#main">${escapeHtml(texts.skip)}</a><header class="top"><div class="wide"><a class="brand" href="/">Krom</a>` +
    `<nav aria-label="${escapeHtml(texts.languagePicker)}"><ul class="languages">${languages.join('')}</ul></nav><a class="button" href="/sign-in">${escapeHtml(texts.signIn)}</a></div></header>` +
    `<main id="main" class="wide">${page.main}</main></body></html>`
  )
}
