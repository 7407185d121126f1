import { computed, ref } from 'vue'
import { defineStore } from 'pinia'
import { session as api } from '@/api/calls'
import { ApiError, onSessionExpired } from '@/api/client'
import type { Session } from '@/api/types'

/** Whether somebody signed in here before: a page for everybody need not ask whose it is otherwise. */
const MARK = 'desk-signed-in'
export const signedInBefore = (): boolean => localStorage.getItem(MARK) !== null

export const useSession = defineStore('session', () => {
  const current = ref<Session | null>(null)
  const asked = ref(false)
  /** True while a page is open whose session has ended: a dialog asks for the password, nothing typed is lost. */
  const expired = ref(false)

  onSessionExpired(() => {
    if (current.value) expired.value = true
  })

  const roles = computed(() => new Set(current.value?.posts.flatMap((post) => post.roles) ?? []))

  async function load(): Promise<Session | null> {
    if (asked.value) return current.value
    try {
      current.value = await api.current()
      localStorage.setItem(MARK, '1')
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.status !== 401) throw error
      current.value = null
      localStorage.removeItem(MARK)
    }
    asked.value = true
    return current.value
  }

  async function signIn(account: string, password: string): Promise<Session> {
    current.value = await api.signIn(account, password)
    localStorage.setItem(MARK, '1')
    asked.value = true
    expired.value = false
    return current.value
  }

  async function signOut(): Promise<void> {
    try {
      await api.signOut()
    } finally {
      current.value = null
      localStorage.removeItem(MARK)
      expired.value = false
    }
  }

  async function changePassword(old: string, next: string): Promise<void> {
    await api.changePassword(old, next)
    if (current.value) current.value = { ...current.value, must_change_password: false }
  }

  const has = (...wanted: string[]) => wanted.some((role) => roles.value.has(role))

  return { current, expired, roles, load, signIn, signOut, changePassword, has }
})
