import { describe, expect, it } from 'vitest';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { evenWhenClosed } from '#lib/server/db/closure.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { latestOf } from '#lib/server/journal/journal.server.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused, Stale } from '#lib/verdict.ts';
import { putProposal } from '../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as closure from './closure.server.ts';

async function admin(testApp: TestApp, name: string): Promise<Person> {
	const person = await testApp.person('none', { roles: ['admin'] });
	const row = { personId: person.id, email: `${name}@amt.example`, passwordHash: '-', createdAt: testApp.now };
	await transaction(testApp.as(null), ({ db }) => db.insertInto('accounts').values(row).execute());
	return person;
}

/** A town whose last phase is over, with two admins and a resident who has published a contribution. */
async function evening() {
	const testApp = await makeTestApp();
	const [anna, berta] = [await admin(testApp, 'anna'), await admin(testApp, 'berta')];
	const resident = await testApp.person();
	const { id: proposalId, number } = await putProposal(testApp, resident);
	testApp.at('2027-06-02T12:00:00.000Z');
	return { testApp, anna, berta, resident, proposalId, number };
}

async function close({ testApp, anna, berta }: { testApp: TestApp; anna: Person; berta: Person }) {
	const { state } = await closure.standing(testApp.as(anna));
	await closure.approve(testApp.as(anna), state.digest);
	await closure.close(testApp.as(berta), state.digest);
}

const refused = (because: string) => expect.objectContaining({ name: 'Refused', reason: because });

describe('two admins close the process', () => {
	it('one alone cannot, and nobody closes what they have not seen', async () => {
		const { testApp, anna, berta, resident } = await evening();
		const { state } = await closure.standing(testApp.as(anna));
		await expect(closure.close(testApp.as(anna), state.digest)).rejects.toEqual(refused('approvalMissing'));
		await closure.approve(testApp.as(anna), state.digest);
		await expect(closure.close(testApp.as(anna), state.digest)).rejects.toEqual(refused('approvalOwn'));
		await expect(closure.close(testApp.as(berta), 'something else')).rejects.toThrow(Stale);
		await expect(closure.standing(testApp.as(resident))).rejects.toThrow(Refused);
		expect(await closure.since(testApp.as(null))).toBeNull();
	});

	it('not while a phase runs', async () => {
		const { testApp, anna } = await evening();
		testApp.at('2027-05-20T12:00:00.000Z');
		const { state } = await closure.standing(testApp.as(anna));
		await expect(closure.approve(testApp.as(anna), state.digest)).rejects.toEqual(refused('phasesNotOver'));
	});

	it('what is approved is the state on the screen: a contribution more, and the approval counts no more', async () => {
		const { testApp, anna, berta, resident } = await evening();
		const { state } = await closure.standing(testApp.as(anna));
		await closure.approve(testApp.as(anna), state.digest);
		testApp.at('2027-05-20T12:00:00.000Z');
		await putProposal(testApp, resident);
		testApp.at('2027-06-02T13:00:00.000Z');
		const now = await closure.standing(testApp.as(berta));
		expect(now.approvals.fallen).toMatchObject([{ because: 'changed', changed: ['undone'] }]);
		await expect(closure.close(testApp.as(berta), now.state.digest)).rejects.toEqual(refused('approvalMissing'));
	});

	it('it stands in the journal, and a second time there is nothing to close', async () => {
		const scene = await evening();
		await close(scene);
		const { testApp, berta } = scene;
		expect(await latestOf(testApp.as(null), testApp.consultationId, 'consultation.closed')).toMatchObject({
			at: testApp.now
		});
		expect(await closure.since(testApp.as(null))).toBe(testApp.now);
		const { state } = await closure.standing(testApp.as(berta));
		await expect(closure.close(testApp.as(berta), state.digest)).rejects.toEqual(refused('processClosed'));
	});
});

describe('in a closed process', () => {
	it('nobody writes: not a resident, not the team, not a command', async () => {
		const scene = await evening();
		await close(scene);
		const { testApp, resident, anna, number } = scene;
		const attempts = [
			() => proposals.support(testApp.as(resident), number, true),
			() => transaction({ ...testApp.as(null), via: 'command' }, async () => 'written'),
			() => transaction({ ...testApp.as(anna), via: 'web' }, async () => 'written')
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toEqual(refused('processClosed'));
		expect(await transaction({ ...testApp.as(null), via: 'worker' }, async () => 'let go')).toBe('let go');
	});

	it('whoever writes in the very moment is before it or after it, never beside it', async () => {
		const { testApp, anna, berta } = await evening();
		const { state } = await closure.standing(testApp.as(anna));
		await closure.approve(testApp.as(anna), state.digest);
		// One batch, one transaction: the verbs behind the closing must not remember what was read before it.
		const write = () => transaction(testApp.as(null), async () => 'written').catch((error: unknown) => error);
		const before = [write(), write()];
		const closing = closure.close(testApp.as(berta), state.digest);
		const after = [write(), write()];
		await closing;
		expect(await Promise.all(before)).toEqual(['written', 'written']);
		expect(await Promise.all(after)).toEqual([refused('processClosed'), refused('processClosed')]);
	});

	it('a closing that fails closes nothing', async () => {
		const { testApp, anna, berta } = await evening();
		const { state } = await closure.standing(testApp.as(anna));
		await closure.approve(testApp.as(anna), state.digest);
		const broken = transaction(testApp.as(berta), async (ctx) => {
			await closure.close(ctx, state.digest);
			throw new Error('power cut');
		});
		const after = transaction(testApp.as(null), async () => 'written');
		await expect(broken).rejects.toThrow('power cut');
		expect(await after).toBe('written');
	});

	it('the team still hides and blackens, and publishes nothing', async () => {
		const scene = await evening();
		await close(scene);
		const { testApp, anna, proposalId } = scene;
		const ctx = evenWhenClosed(testApp.as(anna));
		const common = { id: newId(), kind: 'proposal', subjectId: proposalId, note: '' } as const;
		await moderation.decide(ctx, { ...common, seen: 'published', deed: 'hide', ground: 'unlawful' });
		const again = moderation.decide(ctx, { ...common, id: newId(), seen: 'hidden', deed: 'restore' });
		await expect(again).rejects.toEqual(refused('onlyHidingNow'));
	});

	it('people leave, and retention runs to its end: nothing is left that leads to a person', async () => {
		const scene = await evening();
		await close(scene);
		const { testApp, resident, anna } = scene;
		await privacy.closeOwnAccount(evenWhenClosed(testApp.as(resident)), 'erase');
		const { endings } = await closure.standing(testApp.as(anna));
		const last = endings.at(-1)?.at ?? '';
		testApp.at(new Date(Date.parse(last) + 86_400_000).toISOString());
		await privacy.applyRetention({ ...testApp.as(null), via: 'worker' });
		const again = await privacy.previewRetention(evenWhenClosed(testApp.as(null)));
		expect(Object.values(again).reduce((sum, one) => sum + one, 0)).toBe(0);
		const { db } = testApp.as(null);
		const actors = await db.selectFrom('journal').select('actorId').where('actorId', 'is not', null).execute();
		const texts = await db.selectFrom('proposals').select('authorId').where('authorId', '=', resident.id).execute();
		expect([actors, texts]).toEqual([[], []]);
	});
});
