import { instant } from '../../kernel/instant.ts'
import { ok } from '../../kernel/result.ts'
import { download, route } from '../../platform/http/route.ts'
import { calendarRoles, calendarState, makeCalendarAddress, revokeCalendarAddress } from './calendar-address.ts'
import {
  calendarAddressReply,
  calendarParams,
  calendarStateReply,
  clashesQuery,
  clashesReply,
} from './contract/calendar.ts'
import { caseParams } from './contract.ts'
import { previewClashes } from './meeting-clashes.ts'
import { readCalendar } from './read-calendar.ts'

const own = { module: 'delivery', may: calendarRoles, purpose: 'keep an own calendar' } as const

/** The own calendar as an address for other programs, and what a wished meeting would meet. */
export const calendarRoutes = [
  route({
    method: 'GET',
    path: '/calendar-address',
    operation: 'showCalendarAddress',
    summary: 'Whether there is an address to the own calendar',
    ...own,
    reply: calendarStateReply,
    handle: (context) => calendarState(context),
  }),
  route({
    method: 'POST',
    path: '/calendar-address',
    operation: 'makeCalendarAddress',
    summary: 'Make a secret address to the own calendar; the one before ends',
    ...own,
    reply: calendarAddressReply,
    status: 201,
    kept: (reply) => ({ ...reply, path: null }),
    handle: (context, { language }) => makeCalendarAddress(context, language),
  }),
  route({
    method: 'POST',
    path: '/calendar-address/revocation',
    operation: 'revokeCalendarAddress',
    summary: 'End the address to the own calendar',
    ...own,
    reply: calendarStateReply,
    handle: (context) => revokeCalendarAddress(context),
  }),
  download({
    method: 'GET',
    path: '/calendar/:token',
    operation: 'readCalendar',
    summary: 'The calendar behind a secret address, for a calendar program',
    module: 'delivery',
    may: 'public',
    purpose: 'keep an own calendar',
    params: calendarParams,
    media: 'text/calendar',
    handle: async (context, { params }) => {
      const read = await readCalendar(context, params.token)
      return read.ok ? ok({ body: read.value }) : read
    },
  }),
  route({
    method: 'GET',
    path: '/cases/:caseId/meeting-clashes',
    operation: 'previewMeetingClashes',
    summary: 'What a meeting would clash with, before it is saved',
    module: 'delivery',
    may: ['coordinator', 'adviser'],
    purpose: 'plan the service',
    params: caseParams,
    query: clashesQuery,
    reply: clashesReply,
    handle: (context, { params, query }) =>
      previewClashes(context, {
        ...params,
        ...query,
        startsAt: instant(query.startsAt),
        individual: query.individual !== 'false',
      }),
  }),
]
