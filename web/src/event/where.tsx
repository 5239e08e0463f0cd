import './where.css'
import { Link } from '../kit/link.tsx'
import { deferred } from '../page/deferred.tsx'
import { coordinatesText, precisionText } from './where-text.ts'

interface WhereProps {
  readonly place: {
    readonly slug: string
    readonly name: string
    readonly latitude: number | null
    readonly longitude: number | null
    readonly precision: string
    readonly partOf?: { readonly slug: string; readonly name: string } | null
  }
}

const DeferredMap = deferred(() => import('./place-map.tsx').then((module) => module.PlaceMap))

/** Where it happened, as exactly as that is known. */
export const Where = ({ place }: WhereProps) => (
  <aside class="where">
    <h2 class="visually-hidden">Where</h2>
    {place.latitude !== null && place.longitude !== null ? (
      <DeferredMap {...place} latitude={place.latitude} longitude={place.longitude} />
    ) : (
      <p class="empty">No coordinates are known.</p>
    )}
    <p>
      <Link href={`/place/${place.slug}`}>{place.name}</Link>
      {place.partOf && (
        <>
          , <Link href={`/place/${place.partOf.slug}`}>{place.partOf.name}</Link>
        </>
      )}{' '}
      <span class="faint">{precisionText(place.precision)}</span>
    </p>
    {place.latitude !== null && place.longitude !== null && (
      <p class="faint">{coordinatesText(place.latitude, place.longitude)}</p>
    )}
  </aside>
)
