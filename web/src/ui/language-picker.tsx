import { factsOf, type Language } from '../language/language.ts'
import { useLanguage } from '../language/language-provider.tsx'
import { useShellText } from '../language/shell-texts.ts'

/** Each language by its own name. A native list: it opens well on every phone. */
export function LanguagePicker() {
  const text = useShellText()
  const { language, spoken, choose } = useLanguage()
  return (
    <label className="k-picker">
      <span className="k-only-read">{text('language')}</span>
      <select value={language} onChange={(event) => choose(event.target.value as Language)}>
        {spoken.map((one) => (
          <option key={one} value={one} lang={one} dir={factsOf[one].direction}>
            {factsOf[one].name}
          </option>
        ))}
      </select>
    </label>
  )
}
