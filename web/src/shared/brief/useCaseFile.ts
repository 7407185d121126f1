import { cases } from '@/api/calls'
import { useResource } from '@/shared/useResource'

/** A case with everything that was done in it. */
export function useCaseFile(no: () => string) {
  return useResource(no, async (key) => {
    const [view, acts] = await Promise.all([cases.get(key), cases.acts(key)])
    return { view, acts }
  })
}
