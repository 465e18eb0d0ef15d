import { randomUUID } from 'node:crypto';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import type { Role } from '#lib/people/person.ts';
import * as staff from '#lib/people/staff/staff.server.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { SHIPPED } from '#lib/profile/shipped.ts';
import type { App } from '#lib/server/app.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { DAY } from '#lib/time.ts';
import { found } from '#lib/verdict.ts';
import * as wording from '#lib/wording/wording.server.ts';
import { keepSessions } from '../people.ts';

/** Another process than that of the town: a youth strategy with two groups in which nobody has said anything yet. */

type Cookie = { name: string; value: string };
const TEAM = {
	admin: ['admin'],
	editor: ['moderator', 'editor'],
	publisher: ['publisher'],
	secondPublisher: ['publisher']
} as const satisfies Record<string, readonly Role[]>;
export type YouthTeam = keyof typeof TEAM;

export const YOUTH_GROUPS = ['youth', 'adults'] as const;
type YouthGroup = (typeof YOUTH_GROUPS)[number];
/** Results are told where ten of each group have voted; two of each come with their card in the journey. */
const CAME_BEFORE = 9;

export interface YouthFacts {
	team: Record<YouthTeam, Cookie>;
	/** Sessions of those who came before. */
	came: Record<YouthGroup, Cookie[]>;
	/** On cards nobody has used. */
	codes: Record<YouthGroup, string[]>;
}

export async function beginYouth(app: App): Promise<YouthFacts> {
	const ctx = makeCtx(app, 'command');
	await profile.save(ctx, found(SHIPPED.get('jugend-stadt'), 'profile'), { concern: 'all', note: '' });
	return wording.withWords(ctx, async () => {
		await establish(app);
		const team = {
			...{ admin: await member(app, 'admin'), editor: await member(app, 'editor') },
			...{ publisher: await member(app, 'publisher'), secondPublisher: await member(app, 'secondPublisher') }
		};
		const [youth, adults] = [await crowd(app, 'youth'), await crowd(app, 'adults')];
		await keepSessions(app);
		return {
			team,
			came: { youth: youth.came, adults: adults.came },
			codes: { youth: youth.codes, adults: adults.codes }
		};
	});
}

async function establish(app: App): Promise<void> {
	const now = Date.now();
	const day = (days: number) => new Date(now + days * DAY).toISOString();
	await consultations.establish(makeCtx(app, 'command', null, new Date(now - 10 * DAY)), {
		...{ slug: 'jugend', title: 'Jugendstrategie Neudorf', lead: 'Was brauchen junge Menschen in Neudorf?' },
		questions: ['Was fehlt?'],
		fields: [
			{ slug: 'treffpunkte', title: 'Treffpunkte', lead: 'Orte, an denen man sein kann.' },
			{ slug: 'wege', title: 'Wege', lead: 'Mit Bus, Rad und zu Fuß.' }
		],
		phases: [
			{ slug: 'ideen', title: 'Ideen', beginsAt: day(-5), endsAt: day(20), actions: ['propose', 'support', 'comment'] },
			{ slug: 'check', title: 'Check', beginsAt: day(-1), endsAt: day(40), actions: ['comment-point', 'vote'] },
			{ slug: 'machen', title: 'Machen', beginsAt: day(40), endsAt: day(200), actions: ['amend'] }
		]
	});
}

async function cookieOf(app: App, personId: string): Promise<Cookie> {
	const { name, value } = await sessions.open(app, personId);
	return { name, value };
}

async function member(app: App, who: YouthTeam): Promise<Cookie> {
	const form = { email: `${who.toLowerCase()}@neudorf.example`, name: `Team ${who}`, roles: TEAM[who] };
	// Long before: an approval counts while its giver holds the role.
	const ctx = makeCtx(app, 'command', null, new Date(Date.now() - 60 * DAY));
	return cookieOf(app, await staff.put(ctx, { ...form, password: 'ein langes Passwort für Tests' }));
}

async function crowd(app: App, group: YouthGroup): Promise<{ came: Cookie[]; codes: string[] }> {
	const ctx = makeCtx(app, 'command');
	const order = {
		id: randomUUID(),
		label: `Treff ${group}`,
		group,
		organisation: '',
		size: CAME_BEFORE + 2,
		days: 400
	};
	const { codes } = await batches.issue(ctx, order);
	const came: Cookie[] = [];
	for (const code of codes.slice(2)) came.push(await cookieOf(app, await people.holderOf(ctx, tidyCode(code))));
	return { came, codes: codes.slice(0, 2) };
}
