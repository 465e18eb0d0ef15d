import { isHttpError, isRedirect } from '@sveltejs/kit';
import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as calls from '#lib/calls/calls.server.ts';
import { ROLES, type Person } from '#lib/people/person.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { reserve } from '#lib/server/db/counters.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { reasonSentence } from '#lib/texts/texts.ts';
import { formFor } from '../../tests/support/privilegeForms.ts';
import { PRIVILEGES } from '../../tests/support/privileges.ts';
import { putProposal, putVersion } from '../../tests/support/published.ts';
import { makeTown, type Town } from '../../tests/support/town.ts';

/**
 * Every action of every page, asked directly by everybody there is, in a phase that allows everything and in one that
 * allows nothing: who may not is refused, not found, or sent to sign in; who may is never refused for who they are.
 */
const Module = z.object({
	actions: z.record(
		z.string(),
		z.custom<(event: unknown) => Promise<unknown>>((it) => typeof it === 'function')
	)
});

const FILES = globSync('src/routes/**/+page.server.ts').map((file) => file.replaceAll('\\', '/'));
const routeOf = (file: string) =>
	dirname(file)
		.slice('src/routes'.length)
		.replace(/\/\([^)]+\)/g, '');

interface Action {
	route: string;
	name: string;
	run(event: unknown): Promise<unknown>;
}

async function actions(): Promise<Action[]> {
	const all: Action[] = [];
	for (const file of FILES) {
		const read = Module.safeParse(await import(/* @vite-ignore */ resolve(file)));
		if (!read.success) continue;
		for (const [name, run] of Object.entries(read.data.actions)) all.push({ route: routeOf(file), name, run });
	}
	return all;
}

const PLACES: Readonly<Record<string, string>> = { number: '1', kind: 'beitrag', change: '2027-05-01_2027-05-20_vote' };

function event(town: Town, person: Person | null, { route, name }: Action, { point, draftId }: Place) {
	const gaps = [...route.matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '');
	const params = Object.fromEntries(
		gaps.map((gap) => [gap, /punkte/.test(route) ? String(point) : (PLACES[gap] ?? newId())])
	);
	const url = new URL(`http://localhost${route.replace(/\[(\w+)\]/g, (_, gap: string) => params[gap] ?? '')}`);
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	return {
		...{ url, params, route: { id: route }, platform: undefined, setHeaders: () => undefined },
		...{ cookies: { set: () => undefined, get: () => undefined, delete: () => undefined } },
		getClientAddress: () => '192.0.2.1',
		request: new Request(url, { method: 'POST', headers, body: formFor(route, name, draftId).toString() }),
		locals: { ctx: town.as(person), sessionId: null, sessionUntil: null, pending: null, requestId: 'x' }
	};
}

/** What is said to whoever may not because of who they are. */
const FOR_WHO_THEY_ARE = (['signInFirst', 'roleMissing', 'publisherOnly', 'staffTakesNoPart'] as const).map((reason) =>
	reasonSentence(reason, {})
);
const Failure = z.object({ status: z.number(), data: z.object({ errors: z.record(z.string(), z.string()) }) });

type Answer = 'done' | 'denied' | 'hidden' | 'invalid' | 'otherwise';

async function ask(work: () => Promise<unknown>): Promise<Answer> {
	try {
		const failure = Failure.safeParse(await work()).data;
		if (!failure) return 'done';
		if (failure.status === 422) return 'invalid';
		if (failure.status === 404 || failure.status === 410) return 'hidden';
		return FOR_WHO_THEY_ARE.includes(failure.data.errors.form ?? '') ? 'denied' : 'otherwise';
	} catch (problem) {
		if (isRedirect(problem)) return problem.location.startsWith('/anmelden') ? 'denied' : 'done';
		if (isHttpError(problem)) return problem.status === 404 ? 'hidden' : 'otherwise';
		throw problem;
	}
}

interface Place {
	town: Town;
	point: number;
	draftId: string;
	people: ReadonlyMap<string, Person | null>;
}

async function settle(open: boolean): Promise<Place> {
	const town = await makeTown();
	const proposal = await putProposal(town, await town.person());
	const version = await putVersion(town, { number: 1, titles: ['Mehr Beratung'], sources: [proposal.id] });
	await together(town.as(null), (ctx) => reserve(ctx, 'version', 1));
	const publisher = town.as(await town.person('none', { roles: ['publisher', 'editor'] }));
	await calls.begin(publisher, { id: newId(), version: 1, title: 'Aufruf', intro: 'Es gibt Geld.', deadline: null });
	await reports.begin(publisher, town.consultationId, { id: newId(), title: 'Bericht', foreword: '' });
	await strategy.startDraft(publisher, town.consultationId);
	const draft = await strategy.draftOf(publisher, town.consultationId);
	if (!open) town.at('2028-01-01T12:00:00.000Z');
	const people = new Map<string, Person | null>([['anonymous', null]]);
	people.set('card', await town.person());
	people.set('organisation', await town.person('practice', { organisation: 'Tafel' }));
	// Nobody with a session but without a role: that is somebody with a card, as far as rules can tell.
	people.set('former staff', await town.person('none'));
	for (const role of ROLES) people.set(role, await town.person('none', { roles: [role] }));
	return { town, point: version.points[0]?.number ?? 0, draftId: draft?.id ?? '', people };
}

describe('who may do what', () => {
	let all: Action[] = [];
	beforeAll(async () => {
		all = await actions();
	});

	it('is said of every action there is, and of no other', () => {
		const named = Object.entries(PRIVILEGES).flatMap(([route, names]) =>
			Object.keys(names).map((n) => `${route}?/${n}`)
		);
		expect(all.map(({ route, name }) => `${route}?/${name}`).sort()).toEqual(named.sort());
	});

	it.each([true, false])(
		'is what happens when it is asked for directly; a phase is open: %s',
		async (open) => {
			const place = await settle(open);
			const { town, people } = place;
			const wrong: string[] = [];
			const unread: string[] = [];
			for (const action of all) {
				const { route, name } = action;
				const rule = PRIVILEGES[route]?.[name];
				for (const [who, person] of rule ? people : []) {
					const answer = await ask(() => action.run(event(town, person, action, place)));
					const may = rule?.(person).ok;
					// Forms are the same in both; a pile of sheets says in its rows that the phase is over.
					if (answer === 'invalid') unread.push(...(open ? [`${route}?/${name}`] : []));
					else if (may && answer === 'denied') wrong.push(`${who} may ${route}?/${name}, and is refused`);
					else if (!may && answer === 'done') wrong.push(`${who} may not ${route}?/${name}, and it is done`);
					else if (!may && answer === 'otherwise' && open)
						wrong.push(`${who} may not ${route}?/${name}: another reason`);
				}
			}
			expect(wrong).toEqual([]);
			expect([...new Set(unread)].sort()).toEqual([]);
		},
		120_000
	);
});
