import { pino } from 'pino';
import { afterAll, onTestFinished, TestRunner } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { ACTIONS, type Action, type ActionGroups } from '#lib/consultations/consultation.ts';
import type { Group, Person, Role } from '#lib/people/person.ts';
import { organisationsNamed } from '#lib/people/organisations/organisations.server.ts';
import * as people from '#lib/people/people.server.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import { newId } from '#lib/server/ids.ts';
import { freshDatabase } from './database.ts';

/**
 * A real database with people in it. On SQLite a file of its own; with TEST_DATABASE_URL a PostgreSQL database of its
 * own. Both are copied from a migrated template, so a town is there in milliseconds.
 */
export interface TestApp {
	app: App;
	/** Everybody's clock; move it with `at`. */
	now: string;
	/** The consultation with one long phase that allows everything, and two fields. */
	consultationId: string;
	fieldIds: readonly [string, string];
	phaseId: string;
	/** ctx of this person (null: anyone) at the town's time. */
	as(person: Person | null): Ctx;
	at(instant: string): void;
	person(group?: Group, options?: { organisation?: string; roles?: readonly Role[] }): Promise<Person>;
	/** One more. `groups`: for whom, where it is not for everybody. */
	phase(
		slug: string,
		beginsAt: string,
		endsAt: string,
		actions: readonly Action[],
		groups?: ActionGroups
	): Promise<string>;
	close(): Promise<void>;
}

export const NOON = '2027-05-10T12:00:00.000Z';
/** When the chores of a night are done. */
export const nextMorning = (now: string) =>
	new Date(Date.parse(`${now.slice(0, 10)}T06:00Z`) + 86_400_000).toISOString();

const open = new Set<TestApp>();

afterAll(async () => {
	for (const testApp of [...open]) await testApp.close();
});

/** `database`: one that is there and migrated already; otherwise a fresh one. */
export async function makeTestApp(database?: Awaited<ReturnType<typeof freshDatabase>>): Promise<TestApp> {
	const { config, drop } = database ?? (await freshDatabase());
	const app = openApp(config, pino({ level: 'silent' }));
	const clock = { now: NOON };
	const as = (person: Person | null): Ctx => makeCtx(app, 'test', person, new Date(clock.now));
	const consultationId = await consultations.establish(as(null), {
		slug: 'strategie',
		title: 'Strategie gegen Armut',
		lead: 'Wir schreiben sie gemeinsam.',
		questions: ['Was ist das dringendste Problem?'],
		fields: [
			{ slug: 'wohnen', title: 'Wohnen', lead: '' },
			{ slug: 'zugang', title: 'Zugang zu Hilfen', lead: '' }
		],
		phases: [
			{
				slug: 'draft',
				title: 'Entwurf',
				beginsAt: '2027-05-01T00:00:00.000Z',
				endsAt: '2027-06-01T00:00:00.000Z',
				actions: ACTIONS
			}
		]
	});
	const consultation = await consultations.byId(as(null), consultationId);
	const [one, two] = consultation.fields;
	const phase = consultation.phases[0];
	if (!one || !two || !phase) throw new Error('the town needs two fields and a phase');

	const testApp: TestApp = {
		app,
		get now() {
			return clock.now;
		},
		consultationId,
		fieldIds: [one.id, two.id],
		phaseId: phase.id,
		as,
		at(instant) {
			clock.now = instant;
		},
		person: (group = 'affected', options = {}) => settle(as(null), group, options),
		phase: (slug, beginsAt, endsAt, actions, groups = {}) =>
			addPhase(as(null), consultationId, { slug, beginsAt, endsAt, actions, groups }),
		async close() {
			if (!open.delete(testApp)) return;
			await app.close();
			await drop();
		}
	};
	open.add(testApp);
	// A town made inside a test ends with it: its connections are needed by the next. Others end with the file.
	if (TestRunner.getCurrentTest()) onTestFinished(() => testApp.close());
	return testApp;
}

let settled = 0;

async function settle(
	ctx: Ctx,
	group: Group,
	options: { organisation?: string; roles?: readonly Role[] }
): Promise<Person> {
	const id = newId();
	const name = options.organisation;
	await transaction(ctx, async (inner) => {
		const { db } = inner;
		const organisationId = name ? ((await organisationsNamed(inner, [name])).get(name) ?? null) : null;
		const pseudonym = `Weide ${++settled}`;
		const seat = { id, pseudonym, group: organisationId ? ('none' as const) : group, organisationId };
		await db
			.insertInto('persons')
			.values({ ...seat, createdAt: ctx.now })
			.execute();
		for (const role of options.roles ?? []) {
			await db.insertInto('roles').values({ personId: id, role, givenAt: ctx.now }).execute();
		}
	});
	const person = await people.byId(ctx, id);
	if (!person) throw new Error('nobody settled');
	return person;
}

let added = 0;
const PHASE_TITLES: Readonly<Record<string, string>> = {
	collect: 'Sammeln',
	draft: 'Entwurf',
	final: 'Letzte Fassung',
	call: 'Projektaufruf'
};

async function addPhase(
	ctx: Ctx,
	consultationId: string,
	phase: { slug: string; beginsAt: string; endsAt: string; actions: readonly Action[]; groups: ActionGroups }
): Promise<string> {
	const id = newId();
	const { actions, groups, ...row } = phase;
	await transaction(ctx, async ({ db }) => {
		await db
			.insertInto('phases')
			.values({
				id,
				consultationId,
				...row,
				title: PHASE_TITLES[row.slug] ?? row.slug,
				position: ++added,
				announcedAt: null
			})
			.execute();
		for (const action of actions) {
			await db.insertInto('phaseActions').values({ phaseId: id, action }).execute();
			for (const group of groups[action] ?? [])
				await db.insertInto('phaseGroups').values({ phaseId: id, action, group }).execute();
		}
	});
	return id;
}
