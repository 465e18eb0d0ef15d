import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { NewPhaseForm } from '#lib/consultations/phases/phases.ts';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { ListQuery } from '../proposal.ts';
import * as proposals from '../proposals.server.ts';

const DURING = '2027-07-10T12:00:00.000Z';
const AFTER = '2027-08-02T12:00:00.000Z';

/** A phase of July that belongs to the people affected. */
async function july(testApp: TestApp): Promise<string> {
	const admin = await testApp.person('none', { roles: ['admin'] });
	const typed = { title: 'Unter uns', asks: '', answerBy: '', from: '2027-07-01', until: '2027-07-31' };
	const form = NewPhaseForm.parse({ ...typed, actions: ['propose'], peerGroup: 'affected' });
	const id = await consultations.process.addPhase(testApp.as(admin), form);
	testApp.at(DURING);
	return id;
}

async function write(testApp: TestApp, author: Person, title: string, deed: 'publish' | null = 'publish') {
	const id = newId();
	const form = {
		id,
		kind: 'experience',
		field: 'wohnen',
		title,
		body: `${title}: was wir erlebt haben.`,
		evidence: ''
	} as const;
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
	if (deed) await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed }));
	return { id, number };
}

const titles = async (testApp: TestApp, person: Person | null) =>
	(await proposals.peerPage(testApp.as(person), null))?.proposals.map(({ title }) => title);
const listed = async (testApp: TestApp, q?: string) => {
	const ask = ListQuery.parse(q ? { q } : {});
	return (await proposals.list(testApp.as(null), testApp.consultationId, ask)).proposals.map(({ title }) => title);
};

describe('a group in a phase of its own', () => {
	it('reads what it writes once moderation has read it; nobody else does, and nobody else writes', async () => {
		const testApp = await makeTestApp();
		const [author, neighbour, house] = [
			await testApp.person(),
			await testApp.person(),
			await testApp.person('practice')
		];
		await july(testApp);
		const { id, number } = await write(testApp, author, 'Schimmel');
		await write(testApp, author, 'Noch nicht geprüft', null);
		expect(await titles(testApp, neighbour)).toEqual(['Schimmel']);
		expect((await proposals.byNumber(testApp.as(author), number)).state).toBe('shared');
		for (const other of [neighbour, house, null])
			await expect(proposals.byNumber(testApp.as(other), number)).rejects.toThrow(NotFound);
		expect(await titles(testApp, house)).toBeUndefined();
		await expect(titles(testApp, null)).rejects.toMatchObject({ reason: 'signInFirst' });
		await expect(write(testApp, house, 'Von uns auch')).rejects.toMatchObject({ reason: 'turnOver' });
		expect(await listed(testApp)).toEqual([]);
		expect(await listed(testApp, 'Schimmel')).toEqual([]);
		expect(await proposals.published(testApp.as(null), [id])).toEqual([]);
		// What waits for moderation is what nobody has read, not what waits for the end.
		expect(await proposals.countWaiting(testApp.as(null))).toBe(1);
		expect(await proposals.openPeerPhases(testApp.as(null))).toBe(0);
	});

	it('opens all of it together when the phase ends, once; what comes later is published as ever', async () => {
		const testApp = await makeTestApp();
		const [author, neighbour] = [await testApp.person(), await testApp.person()];
		await july(testApp);
		await write(testApp, author, 'Schimmel');
		await write(testApp, neighbour, 'Kaltes Zimmer');
		const taken = await write(testApp, author, 'Zurückgenommen');
		await proposals.withdraw(testApp.as(author), taken.number);
		const hidden = await write(testApp, neighbour, 'Ausgeblendet');
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, hidden.id, { deed: 'hide' }));
		const late = await write(testApp, author, 'Spät geprüft', null);
		testApp.at(AFTER);
		expect(await titles(testApp, author)).toBeUndefined();
		expect(await proposals.openPeerPhases(testApp.as(null))).toBe(3);
		expect(await proposals.openPeerPhases(testApp.as(null))).toBe(0);
		expect((await listed(testApp)).sort()).toEqual(['Kaltes Zimmer', 'Schimmel']);
		expect(await listed(testApp, 'Schimmel')).toEqual(['Schimmel']);
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, late.id, { deed: 'publish' }));
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, hidden.id, { deed: 'restore' }));
		expect((await listed(testApp)).sort()).toEqual(['Ausgeblendet', 'Kaltes Zimmer', 'Schimmel', 'Spät geprüft']);
		const { rows } = await told(testApp);
		expect(rows).toEqual({ 'proposal.shared': 4, 'proposal.published': 4 });
	});

	it('is not opened sooner than it was told by one person alone, and never silently', async () => {
		const testApp = await makeTestApp();
		const phaseId = await july(testApp);
		const [one, other] = [
			testApp.as(await testApp.person('none', { roles: ['admin'] })),
			testApp.as(await testApp.person('none', { roles: ['publisher'] }))
		];
		const sooner = NewPhaseForm.parse({
			...{ title: 'Unter uns', asks: '', answerBy: '', from: '2027-07-01', until: '2027-07-05' },
			...{ actions: ['propose'], peerGroup: 'affected' }
		});
		const planned = () => consultations.plannedChange(one, phaseId, sooner);
		expect((await planned()).approvals).toBeNull();
		await write(testApp, await testApp.person(), 'Schimmel');
		const { state, consequences } = await planned();
		expect(consequences).toEqual(['endsNow', 'opens']);
		const change = () => consultations.changePhase(one, phaseId, sooner, state.digest);
		await expect(change()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await consultations.approvePhase(other, phaseId, sooner, state.digest);
		await change();
		await proposals.openPeerPhases(testApp.as(null));
		expect(await listed(testApp)).toEqual(['Schimmel']);
		const told = await testApp.app.reader
			.selectFrom('journal')
			.select(['verb', 'details'])
			.where('verb', '=', 'phase.shortened')
			.execute();
		expect(told).toEqual([{ verb: 'phase.shortened', details: '{"kind":"unter-uns"}' }]);
	});

	it('has nothing made public of somebody who takes the consent back meanwhile', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		await july(testApp);
		await write(testApp, author, 'Schimmel');
		await transaction(testApp.as(author), (ctx) => proposals.withhold(ctx, author.id));
		expect(await titles(testApp, author)).toEqual([]);
		testApp.at(AFTER);
		expect(await proposals.openPeerPhases(testApp.as(null))).toBe(0);
		expect(await listed(testApp)).toEqual([]);
	});

	it('turns many pages over, every text once', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		await july(testApp);
		for (let one = 1; one <= 23; one++) await write(testApp, author, `Erfahrung ${one}`);
		const first = await proposals.peerPage(testApp.as(author), null);
		const second = await proposals.peerPage(testApp.as(author), first?.next ?? null);
		const pages = [first?.proposals ?? [], second?.proposals ?? []];
		expect([pages.map(({ length }) => length), second?.next]).toEqual([[20, 3], null]);
		expect(new Set(pages.flat().map(({ title }) => title)).size).toBe(23);
	});
});

async function told(testApp: TestApp) {
	const verbs = ['proposal.shared', 'proposal.published'];
	const rows = await testApp.app.reader.selectFrom('journal').select('verb').where('verb', 'in', verbs).execute();
	return { rows: Object.fromEntries(verbs.map((verb) => [verb, rows.filter((row) => row.verb === verb).length])) };
}

describe('whose phase it is', () => {
	const settings = { title: 'Unter uns', asks: '', answerBy: null, peerGroup: 'affected' };

	it('is that of a group that writes in it and does nothing else', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const form = (actions: string[], groups: string[] = []) =>
			NewPhaseForm.parse({ ...settings, answerBy: '', from: '2027-07-01', until: '2027-07-31', actions, groups });
		const { addPhase } = consultations.process;
		await expect(addPhase(ctx, form(['propose', 'comment']))).rejects.toMatchObject({ reason: 'peersOnlyWrite' });
		await expect(addPhase(ctx, form([]))).rejects.toMatchObject({ reason: 'peersOnlyWrite' });
		const others = form(['propose'], ['propose.practice']);
		await expect(addPhase(ctx, others)).rejects.toMatchObject({ reason: 'peersOtherGroup' });
		expect(NewPhaseForm.safeParse({ ...form(['propose']), peerGroup: 'nobody' }).success).toBe(false);
	});

	it('cannot be changed once it has begun, nor can it be removed once somebody wrote in it', async () => {
		const testApp = await makeTestApp();
		const admin = await testApp.person('none', { roles: ['admin'] });
		const id = await july(testApp);
		await write(testApp, await testApp.person(), 'Schimmel');
		const ctx = testApp.as(admin);
		const change = consultations.process.changePhaseWords(ctx, id, { ...settings, peerGroup: undefined });
		await expect(change).rejects.toMatchObject({ reason: 'peersSettled' });
		await consultations.process.changePhaseWords(ctx, id, { ...settings, title: 'Nur wir' });
		await expect(consultations.process.removePhase(ctx, id)).rejects.toMatchObject({ reason: 'phaseUsed' });
	});
});
