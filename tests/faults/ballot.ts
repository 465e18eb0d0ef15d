import { pino } from 'pino';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { ACTIONS } from '#lib/consultations/consultation.ts';
import * as people from '#lib/people/people.server.ts';
import type { Config } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import { newId } from '#lib/server/ids.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { putVersion, type PublishedVersion } from '../support/editions/published.ts';

const DAY = 86_400_000;

/** A running vote with people who are signed in: what faults are tried on. */
export interface Ballot {
	points: PublishedVersion['points'];
	people: readonly { id: string; cookie: string }[];
}

export function openBallotHouse(config: Config): App {
	return openApp(config, pino({ level: 'silent' }));
}

/** Migrates an empty database and puts a running vote into it. */
export async function prepareBallot(config: Config, wish: { people: number; points: number }): Promise<Ballot> {
	const app = openBallotHouse(config);
	try {
		await migrate(app, 'migrations');
		const ctx = makeCtx(app, 'test');
		const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
		const consultationId = await consultations.establish(ctx, {
			...{ slug: 'strategie', title: 'Strategie gegen Armut', lead: 'Wir schreiben sie gemeinsam.' },
			questions: ['Was ist das dringendste Problem?'],
			fields: [{ slug: 'wohnen', title: 'Wohnen', lead: '' }],
			phases: [{ slug: 'draft', title: 'Entwurf', beginsAt: at(-30), endsAt: at(30), actions: ACTIONS }]
		});
		const { fields } = await consultations.byId(ctx, consultationId);
		const field = fields[0]?.id ?? '';
		const place = { as: () => ctx, consultationId, now: ctx.now, fieldIds: [field, field] } as const;
		const titles = Array.from({ length: wish.points }, (_, n) => `Punkt ${n + 1}`);
		const { points } = await putVersion(place, { number: 1, titles });
		return { points, people: await signIn(app, await addPeople(app, wish.people)) };
	} finally {
		await app.close();
	}
}

async function addPeople(app: App, count: number): Promise<string[]> {
	const ctx = makeCtx(app, 'test');
	const ids = Array.from({ length: count }, () => newId());
	await transaction(ctx, async ({ db }) => {
		for (const [n, id] of ids.entries()) {
			const person = { id, pseudonym: `Weide ${n}`, group: 'affected', organisationId: null, createdAt: ctx.now };
			await db.insertInto('persons').values(person).execute();
		}
	});
	return ids;
}

export async function signIn(app: App, ids: readonly string[]): Promise<{ id: string; cookie: string }[]> {
	const made: { id: string; cookie: string }[] = [];
	for (const id of ids) {
		const { name, value } = await sessions.open(app, id);
		made.push({ id, cookie: `${name}=${value}` });
	}
	return made;
}

/** Of the votes that were acknowledged, how many the database does not have. */
export async function countLost(config: Config, acknowledged: readonly Acknowledged[]): Promise<number> {
	const app = openBallotHouse(config);
	try {
		let lost = 0;
		for (const [personId, cast] of byPerson(acknowledged)) {
			const person = await people.byId(makeCtx(app, 'test'), personId);
			const found = await votes.mine(
				makeCtx(app, 'test', person),
				cast.map(({ pointId }) => pointId)
			);
			lost += cast.filter(({ pointId, choice }) => !found.get(pointId)?.some((one) => one.choice === choice)).length;
		}
		return lost;
	} finally {
		await app.close();
	}
}

function byPerson(acknowledged: readonly Acknowledged[]): Map<string, Acknowledged[]> {
	const people = new Map<string, Acknowledged[]>();
	for (const one of acknowledged) people.set(one.personId, [...(people.get(one.personId) ?? []), one]);
	return people;
}

export interface Acknowledged {
	personId: string;
	pointId: string;
	choice: string;
}
