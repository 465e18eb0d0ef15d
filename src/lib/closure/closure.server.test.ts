import { describe, expect, it } from 'vitest';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { evenWhenClosed } from '#lib/server/db/closure.ts';
import { together } from '#lib/server/db/together.ts';
import { latestOf } from '#lib/server/journal/journal.server.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused, Stale } from '#lib/verdict.ts';
import { putProposal } from '../../../tests/support/published.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as closure from './closure.server.ts';

async function admin(town: Town, name: string): Promise<Person> {
	const person = await town.person('none', { roles: ['admin'] });
	const row = { personId: person.id, email: `${name}@amt.example`, passwordHash: '-', createdAt: town.now };
	await together(town.as(null), ({ db }) => db.insertInto('accounts').values(row).execute());
	return person;
}

/** A town whose last phase is over, with two admins and a resident who has published a contribution. */
async function evening() {
	const town = await makeTown();
	const [anna, berta] = [await admin(town, 'anna'), await admin(town, 'berta')];
	const resident = await town.person();
	const { id: proposalId, number } = await putProposal(town, resident);
	town.at('2027-06-02T12:00:00.000Z');
	return { town, anna, berta, resident, proposalId, number };
}

async function close({ town, anna, berta }: { town: Town; anna: Person; berta: Person }) {
	const { state } = await closure.standing(town.as(anna));
	await closure.approve(town.as(anna), state.digest);
	await closure.close(town.as(berta), state.digest);
}

const refused = (because: string) => expect.objectContaining({ name: 'Refused', reason: because });

describe('two admins close the process', () => {
	it('one alone cannot, and nobody closes what they have not seen', async () => {
		const { town, anna, berta, resident } = await evening();
		const { state } = await closure.standing(town.as(anna));
		await expect(closure.close(town.as(anna), state.digest)).rejects.toEqual(refused('approvalMissing'));
		await closure.approve(town.as(anna), state.digest);
		await expect(closure.close(town.as(anna), state.digest)).rejects.toEqual(refused('approvalOwn'));
		await expect(closure.close(town.as(berta), 'something else')).rejects.toThrow(Stale);
		await expect(closure.standing(town.as(resident))).rejects.toThrow(Refused);
		expect(await closure.since(town.as(null))).toBeNull();
	});

	it('not while a phase runs', async () => {
		const { town, anna } = await evening();
		town.at('2027-05-20T12:00:00.000Z');
		const { state } = await closure.standing(town.as(anna));
		await expect(closure.approve(town.as(anna), state.digest)).rejects.toEqual(refused('phasesNotOver'));
	});

	it('what is approved is the state on the screen: a contribution more, and the approval counts no more', async () => {
		const { town, anna, berta, resident } = await evening();
		const { state } = await closure.standing(town.as(anna));
		await closure.approve(town.as(anna), state.digest);
		town.at('2027-05-20T12:00:00.000Z');
		await putProposal(town, resident);
		town.at('2027-06-02T13:00:00.000Z');
		const now = await closure.standing(town.as(berta));
		expect(now.approvals.fallen).toMatchObject([{ because: 'changed', changed: ['undone'] }]);
		await expect(closure.close(town.as(berta), now.state.digest)).rejects.toEqual(refused('approvalMissing'));
	});

	it('it stands in the journal, and a second time there is nothing to close', async () => {
		const scene = await evening();
		await close(scene);
		const { town, berta } = scene;
		expect(await latestOf(town.as(null), town.consultationId, 'consultation.closed')).toMatchObject({ at: town.now });
		expect(await closure.since(town.as(null))).toBe(town.now);
		const { state } = await closure.standing(town.as(berta));
		await expect(closure.close(town.as(berta), state.digest)).rejects.toEqual(refused('processClosed'));
	});
});

describe('in a closed process', () => {
	it('nobody writes: not a resident, not the team, not a command', async () => {
		const scene = await evening();
		await close(scene);
		const { town, resident, anna, number } = scene;
		const attempts = [
			() => proposals.support(town.as(resident), number, true),
			() => together({ ...town.as(null), via: 'command' }, async () => 'written'),
			() => together({ ...town.as(anna), via: 'web' }, async () => 'written')
		];
		for (const attempt of attempts) await expect(attempt()).rejects.toEqual(refused('processClosed'));
		expect(await together({ ...town.as(null), via: 'worker' }, async () => 'let go')).toBe('let go');
	});

	it('whoever writes in the very moment is before it or after it, never beside it', async () => {
		const { town, anna, berta } = await evening();
		const { state } = await closure.standing(town.as(anna));
		await closure.approve(town.as(anna), state.digest);
		// One batch, one transaction: the verbs behind the closing must not remember what was read before it.
		const write = () => together(town.as(null), async () => 'written').catch((error: unknown) => error);
		const before = [write(), write()];
		const closing = closure.close(town.as(berta), state.digest);
		const after = [write(), write()];
		await closing;
		expect(await Promise.all(before)).toEqual(['written', 'written']);
		expect(await Promise.all(after)).toEqual([refused('processClosed'), refused('processClosed')]);
	});

	it('a closing that fails closes nothing', async () => {
		const { town, anna, berta } = await evening();
		const { state } = await closure.standing(town.as(anna));
		await closure.approve(town.as(anna), state.digest);
		const broken = together(town.as(berta), async (ctx) => {
			await closure.close(ctx, state.digest);
			throw new Error('power cut');
		});
		const after = together(town.as(null), async () => 'written');
		await expect(broken).rejects.toThrow('power cut');
		expect(await after).toBe('written');
	});

	it('the team still hides and blackens, and publishes nothing', async () => {
		const scene = await evening();
		await close(scene);
		const { town, anna, proposalId } = scene;
		const ctx = evenWhenClosed(town.as(anna));
		const common = { id: newId(), kind: 'proposal', subjectId: proposalId, note: '' } as const;
		await moderation.decide(ctx, { ...common, seen: 'published', deed: 'hide', ground: 'unlawful' });
		const again = moderation.decide(ctx, { ...common, id: newId(), seen: 'hidden', deed: 'restore' });
		await expect(again).rejects.toEqual(refused('onlyHidingNow'));
	});

	it('people leave, and retention runs to its end: nothing is left that leads to a person', async () => {
		const scene = await evening();
		await close(scene);
		const { town, resident, anna } = scene;
		await privacy.leaveForGood(evenWhenClosed(town.as(resident)), 'erase');
		const { endings } = await closure.standing(town.as(anna));
		const last = endings.at(-1)?.at ?? '';
		town.at(new Date(Date.parse(last) + 86_400_000).toISOString());
		await privacy.letGo({ ...town.as(null), via: 'worker' });
		const again = await privacy.tryLetGo(evenWhenClosed(town.as(null)));
		expect(Object.values(again).reduce((sum, one) => sum + one, 0)).toBe(0);
		const { db } = town.as(null);
		const actors = await db.selectFrom('journal').select('actorId').where('actorId', 'is not', null).execute();
		const texts = await db.selectFrom('proposals').select('authorId').where('authorId', '=', resident.id).execute();
		expect([actors, texts]).toEqual([[], []]);
	});
});
