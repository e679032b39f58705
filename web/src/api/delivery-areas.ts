import type { z } from 'zod'
import type { deliveryAreaList } from '../../../src/modules/registration/contract.ts'
import { useApi } from './use-api.ts'

export type DeliveryAreas = z.output<typeof deliveryAreaList>

/** The delivery areas of today; nothing of it concerns a person. */
export const useDeliveryAreas = () => useApi<DeliveryAreas>('/delivery-areas')

/** The area's name; its code until the names have come, or for an area that is no more. */
export function useAreaName(): (code: string) => string {
  const { data } = useDeliveryAreas()
  return (code) => data?.items.find((area) => area.code === code)?.name ?? code
}
