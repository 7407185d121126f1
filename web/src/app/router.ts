import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { signedInBefore, useSession } from '@/shared/useSession'
import { m } from '@/shared/messages'

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    open?: boolean
    everybody?: boolean
    /** Nobody is asked who he is, and no menu stands around the page. */
    alone?: boolean
  }
}

export const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('@/features/session/SignInPage.vue'),
    meta: { title: m.session.title, open: true },
  },
  {
    path: '/explorer',
    name: 'explorer',
    component: () => import('@/features/explorer/ExplorerPage.vue'),
    meta: { title: m.explorer.title, open: true, everybody: true },
  },
  {
    path: '/check/:code?',
    name: 'check',
    component: () => import('@/features/check/CheckPage.vue'),
    props: true,
    meta: { title: m.check.title, open: true, everybody: true },
  },
  {
    path: '/served',
    name: 'served',
    component: () => import('@/features/served/ServedPage.vue'),
    meta: { title: m.served.title, open: true, alone: true },
  },
  {
    path: '/password',
    name: 'password',
    component: () => import('@/features/session/PasswordPage.vue'),
    meta: { title: m.session.changeTitle },
  },
  {
    path: '/',
    name: 'home',
    component: () => import('@/features/inbox/HomePage.vue'),
    meta: { title: m.frame.home },
  },
  {
    path: '/cases/new',
    name: 'new-clue',
    component: () => import('@/features/acts/OpeningPage.vue'),
    meta: { title: m.clue.title },
  },
  {
    path: '/complaints/new',
    name: 'new-complaint',
    component: () => import('@/features/acts/OpeningPage.vue'),
    props: { opening: 'complaint' },
    meta: { title: m.opening.complaint.title },
  },
  {
    path: '/referrals/new',
    name: 'new-referral',
    component: () => import('@/features/acts/OpeningPage.vue'),
    props: { opening: 'referral' },
    meta: { title: m.opening.referral.title },
  },
  {
    path: '/cases/:no',
    component: () => import('@/features/cases/CasePage.vue'),
    props: true,
    children: [
      { path: '', name: 'case', component: () => import('@/features/cases/OverviewTab.vue') },
      { path: 'why', name: 'case-why', component: () => import('@/features/cases/WhyTab.vue') },
      { path: 'timeline', name: 'case-timeline', component: () => import('@/features/cases/TimelineTab.vue') },
      { path: 'evidence', name: 'case-evidence', component: () => import('@/features/evidence/EvidenceTab.vue') },
      { path: 'documents', name: 'case-documents', component: () => import('@/features/documents/DocumentsTab.vue') },
      { path: 'people', name: 'case-people', component: () => import('@/features/cases/PeopleTab.vue') },
      { path: 'integrity', name: 'case-integrity', component: () => import('@/features/cases/IntegrityTab.vue') },
    ],
  },
  {
    path: '/cases/:no/fast',
    name: 'fast',
    component: () => import('@/features/acts/fast/FastPage.vue'),
    props: true,
    meta: { title: m.fast.title },
  },
  {
    path: '/cases/:no/acts/:act',
    name: 'act',
    component: () => import('@/features/acts/ActPage.vue'),
    props: true,
  },
  {
    path: '/cases/:no/hearing',
    name: 'hearing',
    component: () => import('@/features/acts/hearing/HearingRoom.vue'),
    props: true,
    meta: { title: m.hearing.room },
  },
  {
    path: '/simulation',
    name: 'simulation',
    component: () => import('@/features/simulation/SimulationPage.vue'),
    meta: { title: m.simulation.title },
  },
  {
    path: '/panel-meetings',
    name: 'panels',
    component: () => import('@/features/panels/MeetingListPage.vue'),
    meta: { title: m.panel.title },
  },
  {
    path: '/panel-meetings/:id',
    name: 'panel',
    component: () => import('@/features/panels/MeetingPage.vue'),
    props: true,
    meta: { title: m.panel.title },
  },
  {
    path: '/panel-meetings/:id/pack',
    name: 'panel-pack',
    component: () => import('@/features/panels/PackPage.vue'),
    props: true,
    meta: { title: m.panel.packTitle },
  },
  {
    path: '/approvals',
    name: 'approvals',
    component: () => import('@/features/approvals/TogetherPage.vue'),
    meta: { title: m.approvals.title },
  },
  {
    path: '/proposals/:id',
    name: 'proposal',
    component: () => import('@/features/approvals/ProposalPage.vue'),
    props: true,
    meta: { title: m.proposal.title },
  },
  {
    path: '/benchmark-tables',
    name: 'benchmark-tables',
    component: () => import('@/features/benchmark-tables/TableListPage.vue'),
    meta: { title: m.benchmark.title },
  },
  {
    path: '/benchmark-tables/import',
    name: 'benchmark-import',
    component: () => import('@/features/benchmark-tables/ImportPage.vue'),
    props: (route) => ({ table: typeof route.query.table === 'string' ? route.query.table : '' }),
    meta: { title: m.benchmark.importNew },
  },
  {
    path: '/benchmark-tables/:id',
    name: 'benchmark-table',
    component: () => import('@/features/benchmark-tables/TablePage.vue'),
    props: true,
    meta: { title: m.benchmark.title },
  },
  {
    path: '/proofreading',
    name: 'proofreading',
    component: () => import('@/features/proofreading/ForeignPage.vue'),
    meta: { title: m.proofread.foreignTitle },
  },
  {
    path: '/alarms',
    name: 'alarms',
    component: () => import('@/features/alarms/AlarmsPage.vue'),
    meta: { title: m.alarm.title },
  },
  {
    path: '/digests',
    name: 'digests',
    component: () => import('@/features/alarms/DigestsPage.vue'),
    meta: { title: m.digest.title },
  },
  {
    path: '/office',
    component: () => import('./OfficePage.vue'),
    children: [
      { path: '', name: 'office', redirect: { name: 'delegations' } },
      {
        path: 'delegations',
        name: 'delegations',
        component: () => import('@/features/delegations/DelegationsPage.vue'),
        meta: { title: m.delegation.title },
      },
      {
        path: 'hand-over/:person?',
        name: 'hand-over',
        component: () => import('@/features/hand-over/HandOverPage.vue'),
        props: true,
        meta: { title: m.handOver.title },
      },
      {
        path: 'warnings',
        name: 'clock-warnings',
        component: () => import('@/features/alarms/WarningsPage.vue'),
        meta: { title: m.warning.title },
      },
      {
        path: 'phrases',
        name: 'phrases',
        component: () => import('@/features/phrases/PhrasesPage.vue'),
        meta: { title: m.phrases.title },
      },
      {
        path: 'fast-lists',
        name: 'fast-lists',
        component: () => import('@/features/fast-lists/FastListsPage.vue'),
        meta: { title: m.fastLists.title },
      },
      {
        path: 'calendars',
        name: 'calendars',
        component: () => import('@/features/calendar/CalendarPage.vue'),
        meta: { title: m.calendar.title },
      },
      {
        path: 'calendars/:id',
        name: 'calendar-version',
        component: () => import('@/features/calendar/VersionPage.vue'),
        props: true,
        meta: { title: m.calendar.title },
      },
      {
        path: 'self-check',
        name: 'self-check',
        component: () => import('@/features/self-check/SelfCheckPage.vue'),
        meta: { title: m.selfCheck.title },
      },
      {
        path: 'foreign-volumes',
        name: 'foreign-volumes',
        component: () => import('@/features/foreign-volumes/ForeignVolumesPage.vue'),
        meta: { title: m.foreignVolume.title },
      },
      {
        path: 'foreign-volumes/:id',
        name: 'foreign-volume',
        component: () => import('@/features/foreign-volumes/ForeignVolumePage.vue'),
        props: true,
        meta: { title: m.foreignVolume.title },
      },
      {
        path: 'heads',
        name: 'heads',
        component: () => import('@/features/heads/HeadsPage.vue'),
        meta: { title: m.heads.title },
      },
    ],
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: m.notFound.title },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(async (to) => {
  if (to.meta.alone) return true
  const session = useSession()
  if (to.meta.everybody && !signedInBefore()) return true
  const current = await session.load().catch(() => null)
  if (to.meta.open) return true
  if (!current) return { name: 'sign-in', query: { next: to.fullPath } }
  if (current.must_change_password && to.name !== 'password') return { name: 'password' }
  return true
})

router.afterEach((to) => {
  const parts = [to.params.no, to.meta.title, m.product].filter((part) => typeof part === 'string' && part !== '')
  document.title = parts.join(' · ')
})
