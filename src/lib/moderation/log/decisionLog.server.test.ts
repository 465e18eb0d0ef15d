import { describe, expect, it } from 'vitest';
import { about, hiding, openOffice, publishing, rejecting, restoring } from '../../../../tests/support/files/office.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import * as moderation from '../moderation.server.ts';

describe('what the author is told', () => {
	it('is the ground and the note of what still stands', async () => {
		const { testApp, moderator, send } = await openOffice();
		const rejected = await send();
		const published = await send();
		const hiddenAgain = await send();
		const ctx = testApp.as(moderator);
		await moderation.decide(ctx, rejecting('proposal', rejected.id));
		for (const { id } of [published, hiddenAgain]) await moderation.decide(ctx, publishing('proposal', id));
		await moderation.decide(ctx, {
			...about('proposal', hiddenAgain.id, 'published'),
			deed: 'redact',
			passages: ['Wohnungen']
		});
		await moderation.decide(ctx, hiding('proposal', hiddenAgain.id));
		const ids = [rejected.id, published.id, hiddenAgain.id];
		const told = await moderation.decisionsFor(ctx, ids);
		expect(told.get(rejected.id)).toEqual({
			deed: 'reject',
			ground: 'unclear',
			note: 'Rufen Sie uns an.',
			at: testApp.now,
			id: expect.any(String),
			appeal: null
		});
		expect(told.get(published.id)).toBeUndefined();
		expect(told.get(hiddenAgain.id)).toMatchObject({ deed: 'hide', ground: 'insult', note: null });
		await moderation.decide(ctx, restoring('proposal', hiddenAgain.id));
		await moderation.decide(ctx, { ...publishing('proposal', rejected.id), seen: 'rejected' });
		const later = await moderation.decisionsFor(ctx, ids);
		expect(later.get(rejected.id)).toBeUndefined();
		expect(later.get(hiddenAgain.id)).toMatchObject({ deed: 'redact' });
	});
});

describe('the public log', () => {
	it('tells every intervention once, page by page, and nothing about persons or texts', async () => {
		const { testApp, moderator, send } = await openOffice();
		const ctx = testApp.as(moderator);
		for (let i = 0; i < moderation.LOG_PAGE + 3; i++)
			await moderation.decide(ctx, rejecting('proposal', (await send()).id));
		await moderation.decide(ctx, publishing('proposal', (await send()).id));
		const first = await moderation.log(testApp.as(null), null);
		const second = await moderation.log(testApp.as(null), first.next);
		expect(second.next).toBeNull();
		const entries = [...first.entries, ...second.entries];
		expect(entries).toHaveLength(moderation.LOG_PAGE + 3);
		// No id: it would tell the millisecond, and with it the text.
		expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['day', 'deed', 'ground', 'kind']);
		expect(first.next).not.toMatch(/^[0-9a-f]{8}-/);
		expect(await moderation.log(testApp.as(null), 'made-up')).toEqual({ ...first, next: expect.any(String) });
		expect(JSON.stringify(entries)).not.toMatch(/Rufen Sie|Wohnungen/);
	});

	it('leaves out what was taken back at once, and counts it all the same', async () => {
		const { testApp, moderator, send } = await openOffice();
		const [slip, late] = [await send(), await send()];
		const noon = Date.parse(testApp.now);
		for (const { id } of [slip, late]) await moderation.decide(testApp.as(moderator), rejecting('proposal', id));
		const reopening = (id: string) => ({ ...about('proposal', id, 'rejected'), deed: 'reopen' as const });
		testApp.at(new Date(noon + 14 * 60_000).toISOString());
		await moderation.decide(testApp.as(moderator), reopening(slip.id));
		testApp.at(new Date(noon + 16 * 60_000).toISOString());
		await moderation.decide(testApp.as(moderator), reopening(late.id));
		const { entries } = await moderation.log(testApp.as(null), null);
		expect(entries.map(({ deed }) => deed)).toEqual(['reopen', 'reject']);
		const { months } = await moderation.logCounts(testApp.as(null));
		expect(months[0]?.deeds).toMatchObject({ reject: 2, reopen: 2 });
	});

	it('counts by month and ground', async () => {
		const { testApp, moderator, send } = await openOffice();
		const ctx = testApp.as(moderator);
		const shown = await send();
		await moderation.decide(ctx, publishing('proposal', shown.id));
		await moderation.decide(ctx, rejecting('proposal', (await send()).id));
		testApp.at('2027-06-02T08:00:00.000Z');
		await moderation.decide(testApp.as(moderator), hiding('proposal', shown.id));
		const { months, grounds } = await moderation.logCounts(testApp.as(null));
		expect(months.map(({ month, deeds }) => [month, deeds.publish, deeds.reject, deeds.hide])).toEqual([
			['2027-06', 0, 0, 1],
			['2027-05', 1, 1, 0]
		]);
		expect(grounds).toEqual([
			{ ground: 'insult', count: 1 },
			{ ground: 'unclear', count: 1 }
		]);
	});

	it('neither counts nor lists what a group has among itself before everybody reads it, refusals neither', async () => {
		const { testApp, moderator, send } = await openOffice();
		const [shown, refused] = [await send(), await send()];
		for (const form of [
			publishing('proposal', shown.id),
			hiding('proposal', shown.id),
			rejecting('proposal', refused.id)
		])
			await moderation.decide(testApp.as(moderator), form);
		const put = (row: { publishedAt: string | null }) =>
			transaction(testApp.as(null), async ({ db }) => {
				await db
					.updateTable('proposals')
					.set({ peerPhaseId: testApp.phaseId, ...row })
					.execute();
			});
		const told = async () => {
			const lists: unknown[] = [];
			for await (const some of moderation.interventions(testApp.as(null), 10)) lists.push(...some);
			const { entries } = await moderation.log(testApp.as(null), null);
			return [entries.length, lists.length, (await moderation.monthly(testApp.as(null))).length];
		};
		await put({ publishedAt: null });
		expect((await moderation.logCounts(testApp.as(null))).months).toEqual([]);
		expect(await told()).toEqual([0, 0, 0]);
		// Who screens sees what was done.
		expect(await moderation.recent(testApp.as(moderator))).toHaveLength(3);
		await put({ publishedAt: testApp.now });
		expect((await moderation.logCounts(testApp.as(null))).months).toMatchObject([{ deeds: { publish: 1, hide: 1 } }]);
		expect(await told()).toEqual([2, 2, 3]);
	});
});
