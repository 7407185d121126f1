import { expect, it } from 'vitest'
import { afterSignIn } from './afterSignIn'

it.each([
  ['/cases/990101-2026-000001/timeline', '/cases/990101-2026-000001/timeline', 'back to where one was'],
  ['//evil.example', '/', 'never to another site'],
  ['https://evil.example', '/', 'never to another site'],
  ['/sign-in?next=/', '/', 'not back to signing in'],
  [undefined, '/', 'home by default'],
])('%s → %s (%s)', (next, target, _why) => expect(afterSignIn(next)).toBe(target))
