import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, digestOf } from '#lib/canonical.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { Counting, resultOf } from '#lib/priorities/result/result.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import type { Represented } from '#lib/strategy/versions/represented.ts';
import { percent } from '#lib/texts/numbers.ts';
import { fill, t } from '#lib/texts/texts.ts';
import * as data from '#lib/data/data.server.ts';
import { checkEdition } from '../src/checker/check.ts';
import { newestFiles } from './support/editions/edition.ts';
import { openFormTown, type FormTown } from './support/forms/formTown.ts';
import { makeTestApp, nextMorning, type TestApp } from './support/machine/testApp.ts';
import { DECLARED_GROUPS, GROUPS } from './support/opinion/groups.ts';
import { contribute } from './support/strategy/strategy.ts';
import { MEASURES } from './journeys/support/seed/seed.priorities.ts';

/**
 * Where there is nothing to compute, too little to show, or more asked than there is, the page says so in one plain
 * sentence: a draft without points, nobody, one person, everybody of one mind, no ticks, costs above the budget, ties.
 */
let site: FormTown;

beforeAll(async () => {
	site = await openFormTown();
}, 300_000);
afterAll(() => site?.close());

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
async function read(address: string, who: 'editor' | 'resident' | null = null): Promise<string> {
	const browser = site.browser();
	if (who) await browser.signIn(who);
	const { status, body } = await browser.ask(address);
	expect([address, status]).toEqual([address, 200]);
	return wordsOf(body.toString());
}

describe('the desk that says whom a draft leaves out', () => {
	const { desk, violations } = t.representation;
	const look = () => read('/werkstatt/vertretung', 'editor');

	it('has figures while there are people, points and clusters', async () => {
		const page = await look();
		for (const words of [desk.noPoints, desk.noClusters, desk.nobody]) expect(page).not.toContain(words);
		expect(page).toContain(violations.title);
	});

	it('says so when there is no cluster, when the draft rests on nothing, and when nobody took part', async () => {
		await site.change((db) => db.deleteFrom('members').execute());
		await site.change((db) => db.updateTable('clusters').set({ memberCount: 0 }).execute());
		const unclustered = await look();
		expect(unclustered).toContain(desk.noClusters);
		expect(unclustered).toContain(desk.noClustersText);
		expect(unclustered).not.toContain(desk.noPoints);

		const draft = await site.app.reader.selectFrom('versions').select('id').where('publishedAt', 'is', null).execute();
		const ids = draft.map(({ id }) => id);
		await site.change((db) => db.deleteFrom('sources').where('versionId', 'in', ids).execute());
		const pointless = await look();
		for (const words of [desk.noPoints, desk.noPointsText]) expect(pointless).toContain(words);

		await site.change(async (db) => {
			await db.updateTable('proposals').set({ authorId: null }).execute();
			await db.deleteFrom('supports').execute();
		});
		const deserted = await look();
		for (const words of [desk.nobody, desk.nobodyText]) expect(deserted).toContain(words);
		expect(deserted).not.toContain(violations.title);
	});
});

describe('the page that says whom a version stands for', () => {
	const of = (more: Partial<Represented>): Represented => ({
		...{ chosen: 2, leftOut: 0, groups: [], uncounted: { organisations: 0, unknown: 0 }, violations: [] },
		...more
	});
	const saying = async (represented: Represented) => {
		const row = { represented: JSON.stringify(represented) };
		await site.change((db) => db.updateTable('versions').set(row).where('number', '=', 1).execute());
		return read(`/fassungen/1/vertretung?ohne=${represented.leftOut}`);
	};
	const { coverage, violations, result } = t.representation;
	const none = { covered: null, without: null, mostly: null };

	it('names no figure of fewer than five people, and says why one of them counts that much', async () => {
		const few = { deserved: null, percent: null, people: [{ group: 'practice', count: null }] };
		const violation = { cluster: 3, title: 'Lager', reason: 'Später.', groups: few, people: null };
		const page = await saying(
			of({ leftOut: 1, violations: [violation], groups: [{ group: 'practice', people: null, ...none }] })
		);
		expect(page).toContain(violations.owedFew);
		expect(page).toContain(coverage.few);
		expect(page).toContain(coverage.small);
		expect(page).toContain(fill(violations.why, { reason: 'Später.' }));
	});

	it('says that a group is empty, and that everybody agrees', async () => {
		const all = { group: 'affected', people: 12, covered: 12, without: 0, mostly: null };
		const page = await saying(of({ groups: [all, { group: 'practice', people: 0, ...none, covered: 0, without: 0 }] }));
		expect(page).toContain(coverage.nobody);
		expect(page).toContain(wordsOf(fill(coverage.exact, { covered: '12', people: '12', percent: percent(1) })));
		expect(page).toContain(result.none);
		expect(page).toContain(fill(result.noneText, { chosen: 2, leftOut: 0 }));
	});
});

describe('where to begin', () => {
	const { costs, result } = t.priorities;

	/** As if so many had ticked, each the same, in the phase that is over. */
	async function ticking(count: number): Promise<string> {
		const ctx = makeCtx(site.app, 'test');
		const { phases } = await consultations.current(ctx);
		const phaseId = phases.find(({ slug }) => slug === 'auftakt')?.id ?? '';
		const { result: former } = await priorities.resultOf(ctx, 'auftakt');
		const measures = await site.app.reader
			.selectFrom('priorityMeasures')
			.selectAll()
			.where('phaseId', '=', phaseId)
			.orderBy('number')
			.execute();
		const round = await site.app.reader
			.selectFrom('priorityRounds')
			.selectAll()
			.where('phaseId', '=', phaseId)
			.executeTakeFirstOrThrow();
		const ready = {
			...round,
			...{ budget: former.budget, weights: former.weights, computedAt: null },
			measures: measures.map((one) => ({ ...one, costClass: 'medium' as const }))
		};
		const counting = new Counting(ready, GROUPS);
		const ticks = ready.measures.slice(0, 3).map(({ id }) => id);
		for (let n = 0; n < count; n++) counting.add({ group: DECLARED_GROUPS[n % 2] ?? 'none', ticks });
		const body = canonical(resultOf(ready, counting, DECLARED_GROUPS));
		const row = { body, digest: digestOf(body) };
		await site.change((db) => db.updateTable('priorityResults').set(row).where('phaseId', '=', phaseId).execute());
		// Another address each time: pages that everybody sees are kept until something is published.
		return read(`/vorrang/auftakt?zettel=${count}`);
	}

	it('says of a measure that it costs more than there is', async () => {
		const page = await read('/vorrang', 'resident');
		expect(page).toContain(costs.dear);
		expect(page.split(costs.dear)).toHaveLength(2);
	});

	it('says what happens with ties, and takes the smaller number first', async () => {
		const page = await ticking(12);
		expect(page).toContain(result.steps.ties);
		const at = (place: number) => page.lastIndexOf(MEASURES[place]?.[1] ?? '?');
		expect(page).toContain(fill(result.steps.start, { left: 6 }));
		const steps = page.slice(page.indexOf(result.steps.ties));
		const first = MEASURES.slice(0, 2).map(([, text]) => steps.indexOf(text));
		expect(first.every((place) => place >= 0)).toBe(true);
		expect(first).toEqual([...first].sort((a, b) => a - b));
		expect(at(0)).toBeGreaterThan(-1);
	});

	it('says that nobody ticked, or too few to show anything of them', async () => {
		const few = await ticking(4);
		expect(few).toContain(result.few);
		expect(few).not.toContain(result.steps.ties);
		const nobody = await ticking(0);
		expect(nobody).toContain(result.nobody);
		expect(nobody).not.toContain(result.few);
	});
});

describe('an edition with a file that belongs to another one', () => {
	async function editionOf(testApp: TestApp): Promise<Map<string, string>> {
		await contribute(testApp, await testApp.person());
		testApp.at(nextMorning(testApp.now));
		await data.publishEdition(testApp.as(null));
		return (await newestFiles(testApp)).set('datapackage.json', await data.description(testApp.as(null), null));
	}
	const wrongIn = async (files: ReadonlyMap<string, string>) => {
		const bytes = [...files].map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
		const { findings } = await checkEdition({ files: new Map(bytes), doubled: [] });
		return findings.filter(({ state }) => state === 'wrong').map(({ text }) => text);
	};

	it('is told which file that is, also when it is whole and right in itself', async () => {
		const testApp = await makeTestApp();
		const [former, newest] = [await editionOf(testApp), await editionOf(testApp)];
		const before = await wrongIn(newest);
		for (const name of ['beitraege.csv', 'beitraege.json']) {
			const mixed = new Map(newest).set(name, former.get(name) ?? '');
			const told = (await wrongIn(mixed)).filter((one) => !before.includes(one));
			expect(told.join('\n')).toContain(`${name} ist verändert, oder die Datei ist aus einer anderen Ausgabe`);
		}
	});
});
