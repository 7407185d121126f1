import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { answerWith } from '@tests/support/answers'
import { cases } from '@/api/calls'
import { useSession } from './useSession'

const person = { id: 'zhou-min', name: '周敏', account: 'zhoumin' }
const posts = [{ node: 'n', node_name: '东湖所', agency: '990101', agency_name: '城东区局', roles: ['HANDLER'] }]
const current = { person, posts, must_change_password: false, expires_at: '2026-11-22T10:00:00+08:00' }

beforeEach(() => setActivePinia(createPinia()))

it('nobody is signed in when the server says 401', async () => {
  answerWith({ 'GET /api/session': { status: 401, json: { title: '未登录', status: 401 } } })
  expect(await useSession().load()).toBeNull()
})

it('asks the server once, and knows the roles', async () => {
  const fetched = answerWith({ 'GET /api/session': { json: current } })
  const session = useSession()
  await session.load()
  await session.load()
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(session.has('INTAKE', 'HANDLER')).toBe(true)
  expect(session.has('LEADER')).toBe(false)
})

it('a session that ends while a page is open is noticed, and signing in again clears it', async () => {
  answerWith({
    'POST /api/session': { json: current },
    'GET /api/cases/x': { status: 401, json: { title: '登录已过期', status: 401 } },
  })
  const session = useSession()
  await session.signIn('zhoumin', 'secret')
  await expect(cases.get('x')).rejects.toThrow('登录已过期')
  expect(session.expired).toBe(true)
  await session.signIn('zhoumin', 'secret')
  expect(session.expired).toBe(false)
})

it('signing out forgets the person even if the server does not answer', async () => {
  answerWith({ 'POST /api/session': { json: current } })
  const session = useSession()
  await session.signIn('zhoumin', 'secret')
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('offline')))
  await expect(session.signOut()).rejects.toThrow()
  expect(session.current).toBeNull()
})
