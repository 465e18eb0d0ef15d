import { describe, expect, it } from 'vitest';
import { openOffice, publishing } from '../../../../tests/support/files/office.ts';
import { later, MINUTE } from '../../time.ts';
import * as moderation from '../moderation.server.ts';

/** Two moderators, and so many texts that wait, oldest first. */
async function setting(count: number) {
	const { testApp, moderator, send } = await openOffice();
	const colleague = await testApp.person('none', { roles: ['moderator'] });
	const ids: string[] = [];
	for (let at = 0; at < count; at++) {
		testApp.at(later(testApp.now, MINUTE));
		ids.push((await send()).id);
	}
	const take = async (who: typeof moderator, after: number | null = null) => {
		const { items } = await moderation.queue(testApp.as(who));
		const item = after === null ? null : (items.find(({ id }) => id === ids[after]) ?? null);
		return (await moderation.take(testApp.as(who), item))?.id ?? null;
	};
	return { testApp, moderator, colleague, ids, take };
}

describe('who screens beside a colleague', () => {
	it('gets another text, also when both ask at once, and sees with whom the other lies', async () => {
		const { testApp, moderator, colleague, ids, take } = await setting(3);
		const both = await Promise.all([take(moderator), take(colleague)]);
		expect([...both].sort()).toEqual([ids[0], ids[1]].sort());
		const held = await moderation.heldByOthers(testApp.as(moderator));
		expect([...held]).toEqual([[both[1], colleague.pseudonym]]);
	});

	it('has one text at a time: the one before is free again', async () => {
		const { moderator, colleague, ids, take } = await setting(3);
		expect(await take(moderator)).toBe(ids[0]);
		expect(await take(moderator, 0)).toBe(ids[1]);
		expect(await take(colleague)).toBe(ids[0]);
	});

	it('is told that nothing is left when each text lies with somebody, and gets it after ten minutes', async () => {
		const { testApp, moderator, colleague, ids, take } = await setting(1);
		expect(await take(moderator)).toBe(ids[0]);
		expect(await take(colleague)).toBeNull();
		testApp.at(later(testApp.now, 9 * MINUTE));
		expect(await take(colleague)).toBeNull();
		testApp.at(later(testApp.now, 2 * MINUTE));
		expect(await take(colleague)).toBe(ids[0]);
		expect((await moderation.heldByOthers(testApp.as(colleague))).size).toBe(0);
	});

	it('clears an inbox with the colleague without ever deciding what is decided', async () => {
		const { testApp, moderator, colleague, ids } = await setting(12);
		const clear = async (who: typeof moderator) => {
			let count = 0;
			let item = await moderation.take(testApp.as(who), null);
			while (item) {
				await moderation.decide(testApp.as(who), publishing('proposal', item.id));
				count += 1;
				item = await moderation.take(testApp.as(who), item);
			}
			return count;
		};
		const [mine, theirs] = await Promise.all([clear(moderator), clear(colleague)]);
		expect(mine + theirs).toBe(ids.length);
		expect(Math.min(mine, theirs)).toBeGreaterThan(0);
	});

	it('is forgotten: nothing says afterwards who read what', async () => {
		const { testApp, moderator, take } = await setting(1);
		await take(moderator);
		testApp.at(later(testApp.now, 11 * MINUTE));
		await moderation.dropClaims(testApp.as(null));
		expect(await testApp.app.reader.selectFrom('screeningClaims').selectAll().execute()).toEqual([]);
	});

	it('has a role for it', async () => {
		const { testApp } = await setting(1);
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await expect(moderation.take(editor, null)).rejects.toThrow('roleMissing');
	});
});
