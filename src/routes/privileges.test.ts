import { isHttpError, isRedirect } from '@sveltejs/kit';
import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as calls from '#lib/calls/calls.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { ROLES, type Person } from '#lib/people/person.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { MeetingForm } from '#lib/recording/meetings/meeting.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { reserve } from '#lib/server/db/counters.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { reasonSentence } from '#lib/texts/texts.ts';
import { formFor } from '../../tests/support/forms/privilegeForms.ts';
import { PRIVILEGES } from '../../tests/support/forms/privileges.ts';
import { putProposal, putVersion } from '../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../tests/support/machine/testApp.ts';

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

const PLACES: Readonly<Record<string, string>> = {
	list: 'arten',
	locale: 'uk',
	number: '1',
	kind: 'beitrag',
	change: '2027-05-01_2027-05-20_vote'
};

const UPLOADS = [
	'/stellungnahmen?/default',
	'/werkstatt/erfassen/stimmen/einlesen?/default',
	'/werkstatt/importe?/default',
	'/werkstatt/treffen/[number]/fotos?/add',
	'/werkstatt/importe/gespraech?/default',
	'/werkstatt/profil/bilder?/put',
	'/werkstatt/profil/bilder?/preview',
	'/werkstatt/uebersetzungen/[locale]?/file',
	'/werkstatt/profil/datei?/file',
	'/werkstatt/profil/datei?/previewFile'
];

/** As browsers send a form with a file. */
function withFile(fields: URLSearchParams, content: string | Uint8Array<ArrayBuffer>, name: string): FormData {
	const form = new FormData();
	for (const [name, value] of fields) form.append(name, value);
	form.append('file', new File([content], name));
	return form;
}

/** A table of translations has to be one; what is wrong with the others is said elsewhere than beside the field. */
/** The smallest picture there is. */
const PIXEL = new Uint8Array(
	Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
		'base64'
	)
);

function fileFor(route: string, { point }: Place): string | Uint8Array<ArrayBuffer> {
	if (/fotos/.test(route)) return PIXEL;
	return /uebersetzungen/.test(route)
		? `Stelle;Deutsch;Text\r\npoint/${point}/title;Mehr Beratung;Допомога`
		: 'id;titel;text';
}

/** Where the gap of an address leads to something that is there. */
function gapOf(route: string, gap: string, { point, ids }: Place): string {
	if (/punkte/.test(route) || (/uebersetzungen/.test(route) && gap === 'key')) return String(point);
	if (/uebersetzungen/.test(route) && gap === 'kind') return 'punkt';
	if (gap === 'phase') return /wie-war-es/.test(route) ? ENDED : /vorrang/.test(route) ? 'draft' : ids.phase;
	return PLACES[gap] ?? ids[gap] ?? newId();
}

/** What everybody had begun to write before they had a role. */
const draftOf = (person: Person | null, { ids }: Place) => ids[`draft ${person?.id}`] ?? newId();

function event(person: Person | null, { route, name }: Action, place: Place) {
	const { testApp, draftId } = place;
	const gaps = [...route.matchAll(/\[(\w+)\]/g)].map((match) => match[1] ?? '');
	const params = Object.fromEntries(
		gaps.map((gap) => [gap, gap === 'draft' ? draftOf(person, place) : gapOf(route, gap, place)])
	);
	const url = new URL(`http://localhost${route.replace(/\[(\w+)\]/g, (_, gap: string) => params[gap] ?? '')}`);
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	const form = formFor(route, name, draftId);
	const sent = UPLOADS.includes(`${route}?/${name}`)
		? { body: withFile(form, fileFor(route, place), /gespraech/.test(route) ? 'comments.csv' : 'ideen.csv') }
		: { body: form.toString(), headers };
	return {
		...{ url, params, route: { id: route }, platform: undefined, setHeaders: () => undefined },
		...{ cookies: { set: () => undefined, get: () => undefined, delete: () => undefined } },
		getClientAddress: () => '192.0.2.1',
		request: new Request(url, { method: 'POST', ...sent }),
		locals: { ctx: testApp.as(person), sessionId: null, sessionUntil: null, pending: null, requestId: 'x' }
	};
}

/** What is said to whoever may not because of who they are. */
const FOR_WHO_THEY_ARE = (
	[
		...['signInFirst', 'roleMissing', 'publisherOnly', 'staffTakesNoPart', 'papersOfOrganisations'],
		...['priorityOrganisations', 'evaluationPersons', 'boardForPersons']
	] as const
).map((reason) => reasonSentence(reason, {}));
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
	testApp: TestApp;
	point: number;
	draftId: string;
	/** By the gap of an address. */
	ids: Record<'phase' | 'batch' | 'meeting', string> & Record<string, string>;
	people: ReadonlyMap<string, Person | null>;
}

/** A phase that people are asked about. */
const ENDED = 'fruehling';

async function putMore(testApp: TestApp, versionId: string): Promise<Place['ids']> {
	await testApp.phase(ENDED, '2027-04-10T00:00:00.000Z', '2027-04-30T00:00:00.000Z', ['vote']);
	const [admin, editor] = [
		testApp.as(await testApp.person('none', { roles: ['admin'] })),
		testApp.as(await testApp.person('none', { roles: ['editor'] }))
	];
	const { pointId = '', number = 0 } = (await strategy.versionById(admin, versionId)).points[0] ?? {};
	await transaction(admin, async ({ db }) => {
		for (const text of ['Eins', 'Zwei', 'Drei']) {
			const measure = { id: newId(), versionId, pointId, text, responsible: 'Land', competence: 'land' };
			await db.insertInto('measures').values(measure).execute();
		}
	});
	const texts = new Map([['title', 'Допомога']]);
	const made = { maker: 'person', machine: '', checkers: '', checkedOn: null } as const;
	await translations.save(editor, { locale: 'uk', kind: 'point', key: String(number) }, { texts, made });
	await priorities.startRound(editor, 'draft');
	await putAmendment(testApp, pointId);
	const [meeting, batch] = [newId(), newId()];
	const announced = {
		id: meeting,
		title: 'Frühstück',
		date: '2027-05-20',
		begins: '09:00',
		ends: '11:00',
		place: 'Treff'
	};
	await meetings.plan(admin, testApp.consultationId, {
		...MeetingForm.parse({ ...announced, ...NEEDED }),
		seen: undefined
	});
	await batches.issue(admin, { id: batch, label: 'Treff', group: 'affected', organisation: '', size: 2, days: 30 });
	return { phase: testApp.phaseId, meeting, batch };
}

async function beginText(testApp: TestApp, person: Person): Promise<string> {
	const text = {
		title: 'Ein Titel',
		body: 'Ein Text, der lang genug ist.',
		kind: 'proposal',
		field: 'wohnen'
	} as const;
	const id = newId();
	const before = testApp.as({ ...person, roles: [] });
	await proposals.saveDraft(before, testApp.consultationId, { id, ...text, evidence: '', language: 'de' });
	return id;
}

async function putAmendment(testApp: TestApp, pointId: string): Promise<void> {
	const { id: wordingId } = await testApp.app.reader
		.selectFrom('wordings')
		.select('id')
		.where('pointId', '=', pointId)
		.executeTakeFirstOrThrow();
	const words = { title: 'Anders', body: 'So wäre es besser gesagt.', reason: 'Es ist klarer.' };
	const author = { authorId: null, authorName: 'Kim', authorGroup: 'affected', organisationId: null };
	const open = { rejectedAt: null, hiddenAt: null, redactedAt: null, withdrawnAt: null };
	const undecided = { outcome: null, outcomeReason: null, outcomeVersionId: null, decidedBy: null, decidedAt: null };
	const at = { createdAt: testApp.now, publishedAt: testApp.now };
	const row = { id: newId(), number: 1, consultationId: testApp.consultationId, pointId, wordingId };
	await transaction(testApp.as(null), ({ db }) =>
		db
			.insertInto('amendments')
			.values({ ...row, ...words, ...author, ...open, ...undecided, ...at })
			.execute()
	);
}

const NEEDED = { audience: '', access: '', childcare: '', languages: '', travel: '' };

/** Actions of which those who ask here hear that there is nothing, whoever they are, and why. */
const OF_AUTHORS = 'of whoever wrote it: nobody else hears that it is there, as `readers.test` asks of the pages';
const OF_SCRIBES = 'names a text that was written down for somebody: the tests of the room ask about colleagues';
const OF_A_LINK = 'of whoever has the link';
const NOT_HERE: Readonly<Record<string, string>> = {
	'/aendern/[kind]/[which]?/default': OF_AUTHORS,
	'/beitraege/[number]/zurueckziehen?/default': OF_AUTHORS,
	'/beitragen?/remove': OF_AUTHORS,
	'/aenderungen/[number]?/withdraw': OF_AUTHORS,
	'/kommentare/[id]?/default': OF_AUTHORS,
	'/widerspruch/[decision]?/default': OF_AUTHORS,
	'/werkstatt/erfassen/liste?/default': OF_SCRIBES,
	'/werkstatt/erfassen/stimmen/liste?/default': OF_SCRIBES,
	'/werkstatt/eingang/[kind]/[id]?/edition': 'names a change that waits: the tests of the room ask who may decide',
	'/werkstatt/zugang?/password': 'of whoever knows the password they have',
	'/anmelden/team/passwort/[token]?/default': OF_A_LINK,
	'/nachrichten/[token]?/confirm': OF_A_LINK,
	'/nachrichten/[token]?/stop': OF_A_LINK
};

async function settle(open: boolean): Promise<Place> {
	const testApp = await makeTestApp();
	const proposal = await putProposal(testApp, await testApp.person());
	const version = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung'], sources: [proposal.id] });
	await transaction(testApp.as(null), (ctx) => reserve(ctx, 'version', 1));
	const publisher = testApp.as(await testApp.person('none', { roles: ['publisher', 'editor'] }));
	await calls.begin(publisher, { id: newId(), version: 1, title: 'Aufruf', intro: 'Es gibt Geld.', deadline: null });
	await reports.begin(publisher, testApp.consultationId, { id: newId(), title: 'Bericht', foreword: '' });
	await strategy.startDraft(publisher, testApp.consultationId);
	const draft = await strategy.draftOf(publisher, testApp.consultationId);
	const ids = await putMore(testApp, version.id);
	if (!open) testApp.at('2028-01-01T12:00:00.000Z');
	const people = new Map<string, Person | null>([['anonymous', null]]);
	people.set('card', await testApp.person());
	people.set('organisation', await testApp.person('practice', { organisation: 'Tafel' }));
	// Nobody with a session but without a role: that is somebody with a card, as far as rules can tell.
	people.set('former staff', await testApp.person('none'));
	for (const role of ROLES) people.set(role, await testApp.person('none', { roles: [role] }));
	if (open)
		for (const person of people.values()) if (person) ids[`draft ${person.id}`] = await beginText(testApp, person);
	return { testApp, point: version.points[0]?.number ?? 0, draftId: draft?.id ?? '', ids, people };
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
			const { people } = place;
			const wrong: string[] = [];
			const unread: string[] = [];
			const reached = new Set<string>();
			for (const action of all) {
				const { route, name } = action;
				const rule = PRIVILEGES[route]?.[name];
				for (const [who, person] of rule ? people : []) {
					const answer = await ask(() => action.run(event(person, action, place)));
					const may = rule?.(person).ok;
					if (person && answer !== 'hidden' && answer !== 'invalid') reached.add(`${route}?/${name}`);
					// Forms are the same in both; a pile of sheets says in its rows that the phase is over.
					if (answer === 'invalid') unread.push(...(open ? [`${route}?/${name}`] : []));
					else if (may && answer === 'denied') wrong.push(`${who} may ${route}?/${name}, and is refused`);
					else if (!may && answer === 'done') wrong.push(`${who} may not ${route}?/${name}, and it is done`);
					else if (!may && answer === 'otherwise' && open)
						wrong.push(`${who} may not ${route}?/${name}: another reason`);
				}
			}
			const names = all.map(({ route, name }) => `${route}?/${name}`);
			expect(open ? names.filter((one) => !reached.has(one) && !(one in NOT_HERE)) : []).toEqual([]);
			expect(wrong).toEqual([]);
			expect([...new Set(unread)].sort()).toEqual([]);
		},
		120_000
	);
});
