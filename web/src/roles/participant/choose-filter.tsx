import { Button } from '@midas-ds/components/button'
import { useState } from 'react'
import { useLanguages, useMunicipalities } from '../../api/reference.ts'
import { PlainField } from '../../ui/fields.tsx'
import { type ParticipantText, useText } from './texts.ts'

/** What the list is narrowed by; it stands in the address. */
export type Asked = {
  name?: string
  place?: string | number
  language?: string
  orientation?: string
  radiusKm?: string | number
  places?: string
}

const radii = [5, 10, 25, 50, 100, 200]
const orientations = [
  'administration',
  'construction',
  'sales',
  'crafts',
  'hotel-restaurant',
  'health-care',
  'industry',
  'installation',
  'it',
  'culture-media',
  'nature',
  'education',
  'cleaning',
  'security',
  'social-work',
  'technology',
  'transport',
] as const

/** Only what has been asked, and only in a form that the catalogue takes. */
export function queryOf({ name, place, language, orientation, radiusKm, places }: Asked): Record<string, string> {
  const code = place === undefined || place === '' ? undefined : String(place).padStart(4, '0')
  const wanted = { name, place: code, language, orientation, radiusKm, places }
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([key, value]) =>
      value === undefined || String(value) === '' ? [] : [[key, String(value)]],
    ),
  )
}

/** Name, language, orientation and distance; folded until asked for, open while it narrows the list. */
export function ChooseFilter({ asked, onShow }: { asked: Asked; onShow: (asked: Asked) => void }) {
  const text = useText()
  const languages = useLanguages()
  const municipalities = useMunicipalities()
  const [typed, setTyped] = useState<Asked>(asked)
  const set = (field: keyof Asked) => (value: string) => setTyped((old) => ({ ...old, [field]: value }))
  const active = Object.keys(queryOf(asked)).length > 0
  const named = orientations.map((code) => ({ value: code, label: text(`orientation.${code}` as ParticipantText) }))
  return (
    <details className="k-why k-search-more" open={active}>
      <summary>{text('choose.filter')}</summary>
      <form
        className="k-why-body k-filter"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onShow(queryOf(typed))
        }}
      >
        <PlainField id="choose-name" label={text('choose.name')} error={undefined}>
          {(described) => (
            <input
              {...described}
              type="search"
              autoComplete="off"
              value={typed.name ?? ''}
              onChange={(event) => set('name')(event.target.value)}
            />
          )}
        </PlainField>
        <Pick
          field="place"
          label={text('choose.place')}
          all={text('choose.all')}
          value={typed.place}
          onPick={set('place')}
          options={(municipalities.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Pick
          field="language"
          label={text('choose.language')}
          all={text('choose.all')}
          value={typed.language}
          onPick={set('language')}
          options={(languages.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Pick
          field="orientation"
          label={text('choose.orientation')}
          all={text('choose.all')}
          value={typed.orientation}
          onPick={set('orientation')}
          options={named}
        />
        <Pick
          field="radius"
          label={text('choose.radius')}
          all={text('choose.any-radius')}
          value={typed.radiusKm}
          onPick={set('radiusKm')}
          options={radii.map((km) => ({ value: String(km), label: text('choose.within', { km }) }))}
        />
        <label className="k-compare-tick">
          <input
            type="checkbox"
            checked={typed.places === 'left'}
            onChange={(event) => set('places')(event.target.checked ? 'left' : '')}
          />
          {text('choose.places-only')}
        </label>
        <div className="k-row">
          <Button type="submit" variant="secondary">
            {text('choose.show')}
          </Button>
          {active && (
            <button className="k-plain-button" type="button" onClick={() => onShow({})}>
              {text('choose.clear')}
            </button>
          )}
        </div>
      </form>
    </details>
  )
}

type PickProps = {
  field: string
  label: string
  all: string
  value: string | number | undefined
  onPick: (value: string) => void
  options: readonly { value: string; label: string }[]
}

function Pick({ field, label, all, value, onPick, options }: PickProps) {
  return (
    <PlainField id={`choose-${field}`} label={label} error={undefined}>
      {(described) => (
        <select {...described} value={String(value ?? '')} onChange={(event) => onPick(event.target.value)}>
          <option value="">{all}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </PlainField>
  )
}
