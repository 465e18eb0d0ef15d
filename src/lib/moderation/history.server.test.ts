import { describe, expect, it } from 'vitest';
import { about, hiding, openOffice, publishing, rejecting, restoring } from '../../../tests/support/office.ts';
import * as moderation from './moderation.server.ts';

describe('what the author is told', () => {
	it('is the ground and the note of what still stands', async () => {
		const { town, moderator, send } = await openOffice();
		const rejected = await send();
		const published = await send();
		const hiddenAgain = await send();
		const ctx = town.as(moderator);
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
			at: town.now,
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
		const { town, moderator, send } = await openOffice();
		const ctx = town.as(moderator);
		for (let i = 0; i < moderation.LOG_PAGE + 3; i++)
			await moderation.decide(ctx, rejecting('proposal', (await send()).id));
		await moderation.decide(ctx, publishing('proposal', (await send()).id));
		const first = await moderation.log(town.as(null), null);
		const second = await moderation.log(town.as(null), first.next);
		expect(second.next).toBeNull();
		const entries = [...first.entries, ...second.entries];
		expect(entries).toHaveLength(moderation.LOG_PAGE + 3);
		// No id: it would tell the millisecond, and with it the text.
		expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['day', 'deed', 'ground', 'kind']);
		expect(first.next).not.toMatch(/^[0-9a-f]{8}-/);
		expect(await moderation.log(town.as(null), 'made-up')).toEqual({ ...first, next: expect.any(String) });
		expect(JSON.stringify(entries)).not.toMatch(/Rufen Sie|Wohnungen/);
	});

	it('counts by month and ground', async () => {
		const { town, moderator, send } = await openOffice();
		const ctx = town.as(moderator);
		const shown = await send();
		await moderation.decide(ctx, publishing('proposal', shown.id));
		await moderation.decide(ctx, rejecting('proposal', (await send()).id));
		town.at('2027-06-02T08:00:00.000Z');
		await moderation.decide(town.as(moderator), hiding('proposal', shown.id));
		const { months, grounds } = await moderation.logCounts(town.as(null));
		expect(months.map(({ month, deeds }) => [month, deeds.publish, deeds.reject, deeds.hide])).toEqual([
			['2027-06', 0, 0, 1],
			['2027-05', 1, 1, 0]
		]);
		expect(grounds).toEqual([
			{ ground: 'insult', count: 1 },
			{ ground: 'unclear', count: 1 }
		]);
	});
});
