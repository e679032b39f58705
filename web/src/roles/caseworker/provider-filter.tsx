import { useState } from 'react'
import type { Query } from '../../api/client.ts'
import { nameIn, useLanguages, useMunicipalities } from '../../api/reference.ts'
import { orientationCodes } from '../../ui/orientations.ts'
import { useText } from './texts.ts'

export type Filter = { name: string; place: string; orientation: string; language: string; radiusKm: string }
export const unfiltered: Filter = { name: '', place: '', orientation: '', language: '', radiusKm: '' }

export const filterQuery = (filter: Filter): Query => filter

// What providers offer most; a person who speaks another language finds it by name in the person's own list.
const common = ['ar', 'so', 'ti', 'fa', 'ku', 'es', 'en', 'pl', 'ru', 'uk', 'bs', 'fi']
const radii = ['10', '25', '50', '100', '200']

/** Search by place, distance, orientation, language and name (programme 4.4). Nothing is asked until the reader says so. */
export function ProviderFilter({ filter, onShow }: { filter: Filter; onShow: (filter: Filter) => void }) {
  const text = useText()
  const municipalities = useMunicipalities()
  const languages = useLanguages()
  const [draft, setDraft] = useState(filter)
  const set = (name: keyof Filter) => (value: string) => setDraft({ ...draft, [name]: value })
  const places = (municipalities.data?.items ?? []).map(({ code, name }) => [code, name] as const)
  return (
    <search>
      <form
        className="k-filter"
        onSubmit={(event) => {
          event.preventDefault()
          onShow(draft)
        }}
      >
        <label>
          {text('choice.filter.name')}
          <input
            type="search"
            autoComplete="off"
            value={draft.name}
            onChange={(event) => set('name')(event.target.value)}
          />
        </label>
        <Pick
          label={text('choice.filter.place')}
          any={text('choice.filter.any')}
          value={draft.place}
          options={places}
          onPick={set('place')}
        />
        <Pick
          label={text('choice.filter.radius')}
          any={text('choice.filter.usual')}
          value={draft.radiusKm}
          options={radii.map((km) => [km, `${km} km`] as const)}
          onPick={set('radiusKm')}
        />
        <Pick
          label={text('choice.filter.orientation')}
          any={text('choice.filter.any')}
          value={draft.orientation}
          options={orientationCodes.map((code) => [code, text(`orientation.${code}`)] as const)}
          onPick={set('orientation')}
        />
        <Pick
          label={text('choice.filter.language')}
          any={text('choice.filter.any')}
          value={draft.language}
          options={common.map((code) => [code, nameIn(languages.data, code)] as const)}
          onPick={set('language')}
        />
        <button className="k-plain-button k-framed" type="submit">
          {text('choice.filter.show')}
        </button>
      </form>
    </search>
  )
}

type PickProps = {
  label: string
  any: string
  value: string
  options: readonly (readonly [string, string])[]
  onPick: (value: string) => void
}

function Pick({ label, any, value, options, onPick }: PickProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{any}</option>
        {options.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
