import { beforeEach, describe, expect, it } from 'vitest';
import * as distillation from '#lib/distillation/distillation.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { SealedVersion } from '#lib/strategy/frozen/frozenText.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { found, NotFound, Stale } from '#lib/verdict.ts';
import { named, openDesk, publish, type Desk } from '../../../tests/support/strategy/desk.ts';
import { makeEditor, type Editor } from '../../../tests/support/strategy/strategy.ts';
import { exactly } from './figures.ts';
import * as representation from './representation.server.ts';

let desk: Desk;
let editor: Editor;
let publishers: [Person, Person];

/** A draft on one cluster with three people behind it; another cluster, of five people, leads nowhere. */
beforeEach(async () => {
	desk = await openDesk([]);
	const { testApp } = desk;
	const write = async (count: number, group: string, body: string) => {
		const numbers: number[] = [];
		for (let one = 0; one < count; one++) {
			numbers.push((await publish(testApp, await testApp.person(group), `${body} ${one}`)).number);
		}
		return numbers;
	};
	const bus = await write(3, 'affected', 'Der Bus kommt nie.');
	const rent = [
		...(await write(5, 'affected', 'Die Miete ist zu hoch.')),
		...(await write(1, 'practice', 'Miete zu hoch.'))
	];
	await distillation.syncContributions(testApp.as(null));
	editor = await makeEditor(testApp);
	publishers = [
		await testApp.person('none', { roles: ['publisher'] }),
		await testApp.person('none', { roles: ['publisher'] })
	];
	await editor.start();
	await takeIn(await desk.put(bus, named('Bus')));
	await desk.put(rent, named('Miete'));
});

async function takeIn(number: number): Promise<void> {
	const { testApp } = desk;
	const words = { title: number === 1 ? 'Bus' : 'Miete', gist: 'Das Land hilft.', assignee: '' };
	await distillation.describe(editor.ctx, testApp.consultationId, { ...(await desk.marks(number)), ...words });
	const { cluster, revision } = await desk.marks(number);
	const target = { target: 'new', field: 'wohnen' } as const;
	const marks = { ...(await editor.marks()), id: newId(), cluster, state: revision };
	await strategy.linkClusterToPoint(editor.ctx, { ...marks, ...target });
}

const audited = async () => found(await representation.auditOrigins(editor.ctx, await editor.draft()), 'audit');
const told = async () => {
	const { groups, violations, chosen, uncounted } = exactly(await audited(), {});
	return {
		chosen,
		uncounted,
		missing: violations.map(({ title }) => title),
		without: groups.map((one) => one.without)
	};
};

async function justify(reason: string, by: Person | undefined = publishers[0], seen?: string): Promise<void> {
	const { id: version } = await editor.draft();
	await representation.justify(desk.testApp.as(by ?? null), { version, cluster: 2, reason, seen });
}

describe('whom a draft stands for', () => {
	it('an editor sees whom it leaves out, takes the cluster in, and the audit turns', async () => {
		expect(await told()).toMatchObject({ chosen: 1, missing: [], without: [5, 1, 0] });
		await takeIn(await desk.put([await another('Bus und Bahn sind zu teuer.')], named('Bahn')));
		expect(await told()).toMatchObject({ chosen: 2, missing: ['Miete'], without: [5, 1, 0] });
		const [first] = representation.mendings(await audited());
		expect(first).toEqual({
			cluster: { number: 2, title: 'Miete' },
			left: { groups: 0, people: 0 },
			without: [0, 0, 0, 0]
		});
		await takeIn(2);
		expect(await told()).toMatchObject({ chosen: 3, missing: [], without: [0, 0, 0] });
	});

	it('people only: staff, organisations, what was imported and what is hidden count for nobody', async () => {
		const { testApp } = desk;
		const before = (await audited()).support.group.length;
		await publish(testApp, await testApp.person('none', { organisation: 'Tafel' }), 'Etwas anderes.');
		const later = await testApp.person();
		await publish(testApp, later, 'Noch war ich nicht im Team.');
		await transaction(testApp.as(null), ({ db }) =>
			db.insertInto('roles').values({ personId: later.id, role: 'helper', givenAt: testApp.now }).execute()
		);
		const { id } = await publish(testApp, await testApp.person(), 'Noch etwas.');
		await transaction(testApp.as(null), ({ db }) =>
			db.updateTable('proposals').set({ authorId: null }).where('id', '=', id).execute()
		);
		const hidden = await publish(testApp, await testApp.person(), 'Verborgen.');
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, hidden.id, { deed: 'hide' }));
		expect((await audited()).support.group.length).toBe(before);
		expect((await told()).uncounted).toEqual({ organisations: 1, unknown: 1 });
	});

	it('whoever supports a contribution stands behind it, whoever objects in the cluster does not', async () => {
		const { testApp } = desk;
		const supporter = await testApp.person('practice');
		await proposals.support(testApp.as(supporter), 1, true);
		expect((await told()).without).toEqual([5, 1, 0]);
		const { cluster, revision } = await desk.marks(1);
		const [member] = await distillation.membersOf(desk.ctx(), cluster);
		const marks = { id: newId(), cluster, revision, items: [found(member, 'member').itemId] };
		await distillation.mark(desk.ctx(), testApp.consultationId, {
			...marks,
			...{ relation: 'summarises', dissent: 'objection' }
		});
		expect((await told()).without).toEqual([6, 2, 0]);
	});

	it('nobody outside finds it, and where nobody took part there is none', async () => {
		const draft = await editor.draft();
		const outside = desk.testApp.as(await desk.testApp.person());
		await expect(representation.auditOrigins(outside, draft)).rejects.toThrow(NotFound);
		await transaction(desk.testApp.as(null), ({ db }) => db.updateTable('proposals').set({ authorId: null }).execute());
		expect(await representation.auditOrigins(editor.ctx, draft)).toBeNull();
	});
});

async function another(body: string): Promise<number> {
	const { number } = await publish(desk.testApp, await desk.testApp.person('affected'), body);
	await distillation.syncContributions(desk.testApp.as(null));
	return number;
}

describe('a version that leaves people out', () => {
	beforeEach(async () => {
		await takeIn(await desk.put([await another('Bus und Bahn sind zu teuer.')], named('Bahn')));
		const waive = async (check: 'easy' | 'understood') =>
			strategy.waive(editor.ctx, { ...(await editor.marks()), check, reason: 'Kommt noch.' });
		await waive('easy');
		await waive('understood');
	});

	async function letOut(): Promise<void> {
		const { id } = await editor.draft();
		const [reader, publisher] = publishers.map((one) => desk.testApp.as(one));
		if (!reader || !publisher) throw new Error('nobody to publish');
		const { state, facts } = await publishing.readForApproval(reader, id);
		await publishing.approve(reader, id, state);
		await publishing.publish(publisher, id, facts.lacking);
	}

	it('needs a reason for each cluster, which only a publisher may give', async () => {
		await expect(letOut()).rejects.toMatchObject({ reason: 'violationsUnexplained', facts: { count: '1' } });
		await expect(justify('Darum.', editor.person)).rejects.toMatchObject({ reason: 'publisherOnly' });
		await expect(justify('')).rejects.toMatchObject({ reason: 'justificationMissing' });
		await justify('Die Miete regelt der Bund.');
		await expect(justify('Anders.', publishers[1], 'another state')).rejects.toThrow(Stale);
		await letOut();
		await expect(justify('Zu spät.', publishers[0])).rejects.toThrow();
	});

	it('no reason is given for what does not have to be there', async () => {
		await takeIn(2);
		await expect(justify('Darum.')).rejects.toMatchObject({ reason: 'violationGone' });
		await letOut();
		expect((await strategy.version(desk.testApp.as(null), 1)).represented?.violations).toEqual([]);
	});

	it('is approved with its reasons: another reason undoes the approval', async () => {
		await justify('Die Miete regelt der Bund.');
		const { id } = await editor.draft();
		const reader = desk.testApp.as(publishers[0]);
		await publishing.approve(reader, id, (await publishing.readForApproval(reader, id)).state);
		await justify('Doch anders.');
		const { facts } = await publishing.standing(desk.testApp.as(publishers[1]), id);
		expect(facts.approvedBy).toEqual([]);
	});

	it('says so for ever: sums and reasons are frozen, and a change of them is found', async () => {
		const { testApp } = desk;
		await justify('Die Miete regelt der Bund.');
		await letOut();
		const { represented, justified } = await strategy.version(testApp.as(null), 1);
		expect(represented).toMatchObject({
			...{ chosen: 2, leftOut: 1 },
			violations: [{ cluster: 2, title: 'Miete', reason: 'Die Miete regelt der Bund.' }]
		});
		expect(justified).toEqual({});
		const sealed = JSON.parse(await strategy.frozenText(testApp.as(null), 1));
		expect(sealed.represented).toEqual(represented);
		// As it is read when open data brings it back.
		expect(SealedVersion.parse(sealed).represented).toEqual(represented);
		expect(await publishing.verify(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		await testApp.app.writer
			.updateTable('versions')
			.set({ represented: JSON.stringify({ ...represented, leftOut: 0 }) })
			.execute();
		const changed = [{ number: 1, ok: false, difference: 'represented.leftOut' }];
		expect(await publishing.verify(testApp.as(null))).toEqual(changed);
	});
});
