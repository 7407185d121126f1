/** Where to go after signing in: back to where one was, never to another site. */
export function afterSignIn(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.startsWith('//') || next.startsWith('/sign-in')) {
    return '/'
  }
  return next
}
