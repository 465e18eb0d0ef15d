import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { about, openOffice, rejecting, type Office } from '../../../../tests/support/files/office.ts';
import * as moderation from '../moderation.server.ts';

const WHY = { body: 'Das ist kein Name, so heißt unsere Straßenbahn.' };
const grant = { outcome: 'granted', reply: 'Sie haben recht. Bitte entschuldigen Sie.' } as const;
const deny = { outcome: 'denied', reply: 'Der Name gehört einem Menschen.' } as const;

interface Refusal extends Office {
	author: Person;
	second: Person;
	id: string;
	number: number;
	decision: string;
}

async function decided(deed: 'reject' | 'redact'): Promise<Refusal> {
	const office = await openOffice();
	const author = await office.testApp.person();
	const second = await office.testApp.person('none', { roles: ['moderator'] });
	const { id, number } = await office.send(author, 'Die Linie Kruse fährt nur einmal am Tag.');
	const ctx = office.testApp.as(office.moderator);
	const redacting = { ...about('proposal', id), deed: 'redact' } as const;
	await moderation.decide(ctx, deed === 'reject' ? rejecting('proposal', id) : { ...redacting, passages: ['Kruse'] });
	const own = (await moderation.decisionsFor(office.testApp.as(author), [id])).get(id);
	return { ...office, author, second, id, number, decision: own?.id ?? '' };
}

const told = async ({ testApp, author, id }: Refusal) =>
	(await moderation.decisionsFor(testApp.as(author), [id])).get(id);

describe('an appeal', () => {
	it('is heard once, and its author is told', async () => {
		const all = await decided('redact');
		const { testApp, author, second, decision } = all;
		await Promise.all([1, 2].map(() => moderation.appeal(testApp.as(author), decision, WHY)));
		expect((await told(all))?.appeal).toEqual({ state: 'waiting', reply: null });
		expect(await moderation.waitingAppeals(testApp.as(second))).toMatchObject([
			{ id: decision, number: all.number, title: expect.stringMatching(/./), deed: 'redact', own: false }
		]);
		expect(await moderation.waitingAppeals(testApp.as(all.moderator))).toMatchObject([{ id: decision, own: true }]);
		const again = moderation.appeal(testApp.as(author), decision, { body: 'Noch einmal, mit anderen Worten.' });
		await expect(again).rejects.toMatchObject({ reason: 'appealedBefore' });
		await moderation.decideAppeal(testApp.as(second), decision, deny);
		expect((await told(all))?.appeal).toEqual({ state: 'denied', reply: deny.reply });
		expect(await moderation.countAppeals(testApp.as(second))).toBe(0);
	});

	it('that is granted brings back what was blackened', async () => {
		const { testApp, author, second, decision, number } = await decided('redact');
		expect((await proposals.byNumber(testApp.as(author), number)).body).not.toContain('Kruse');
		await moderation.appeal(testApp.as(author), decision, WHY);
		await moderation.decideAppeal(testApp.as(second), decision, grant);
		const restored = await proposals.byNumber(testApp.as(author), number);
		expect(restored).toMatchObject({ redactedAt: null, body: 'Die Linie Kruse fährt nur einmal am Tag.' });
		expect(await testApp.app.reader.selectFrom('originals').selectAll().execute()).toEqual([]);
	});

	it('that is granted shows what was refused', async () => {
		const all = await decided('reject');
		const { testApp, author, second, decision, number } = all;
		await moderation.appeal(testApp.as(author), decision, WHY);
		await moderation.decideAppeal(testApp.as(second), decision, grant);
		expect((await proposals.byNumber(testApp.as(null), number)).state).toBe('published');
		// What was refused is no more said; what was answered is.
		expect((await told(all))?.appeal).toEqual({ state: 'granted', reply: grant.reply });
	});

	it('is decided by somebody else than the decision, and only once', async () => {
		const { testApp, author, moderator, second, decision } = await decided('reject');
		await moderation.appeal(testApp.as(author), decision, WHY);
		const first = moderation.decideAppeal(testApp.as(moderator), decision, deny);
		await expect(first).rejects.toMatchObject({ reason: 'appealOwnDecision' });
		const resident = moderation.decideAppeal(testApp.as(author), decision, grant);
		await expect(resident).rejects.toMatchObject({ reason: 'roleMissing' });
		const third = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		const both = await Promise.allSettled([
			moderation.decideAppeal(testApp.as(second), decision, deny),
			moderation.decideAppeal(third, decision, grant)
		]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
			{ reason: 'appealDecided' }
		]);
	});

	it('says so when what was blackened is gone for good', async () => {
		const { testApp, author, second, decision } = await decided('redact');
		await moderation.appeal(testApp.as(author), decision, WHY);
		testApp.at('2027-06-20T12:00:00.000Z');
		await moderation.dropOriginals(testApp.as(null));
		const late = moderation.decideAppeal(testApp.as(second), decision, grant);
		await expect(late).rejects.toMatchObject({ reason: 'originalGone' });
	});

	it('is nobody else’s business, and goes with the text', async () => {
		const { testApp, author, second, decision, number } = await decided('redact');
		const stranger = testApp.as(await testApp.person());
		await expect(moderation.toAppeal(stranger, decision)).rejects.toThrow(NotFound);
		await expect(moderation.appeal(stranger, decision, WHY)).rejects.toThrow(NotFound);
		await expect(moderation.appeal(testApp.as(author), newId(), WHY)).rejects.toThrow(NotFound);
		await moderation.appeal(testApp.as(author), decision, WHY);
		await moderation.withdrawProposal(testApp.as(author), number);
		const kept = await testApp.app.reader.selectFrom('appeals').selectAll().execute();
		expect(JSON.stringify(kept)).not.toContain('Straßenbahn');
		await moderation.decideAppeal(testApp.as(second), decision, grant);
		expect((await proposals.own(testApp.as(author), number)).body).toBe('');
	});
});
