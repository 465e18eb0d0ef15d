import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { later, MINUTE } from '#lib/time.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { publishing, screeningsOf } from '../../../tests/support/files/office.ts';
import * as proposals from '../proposals/proposals.server.ts';
import * as moderation from './moderation.server.ts';

async function inbox(count: number) {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const ids: string[] = [];
	for (let at = 0; at < count; at++) {
		const id = newId();
		const text = { title: `Anliegen ${at}`, body: 'Die Miete ist zu hoch für uns alle.', evidence: '' };
		await proposals.submit(testApp.as(author), testApp.consultationId, {
			id,
			kind: 'proposal',
			field: 'wohnen',
			...text
		});
		ids.push(id);
	}
	const stateOf = async (id: string) => (await proposals.forModeration(testApp.as(moderator), id)).state;
	const { items } = await moderation.queue(testApp.as(moderator));
	const chosen = ids.map((subjectId) => {
		const words = items.find((item) => item.id === subjectId)?.words ?? '';
		return { kind: 'proposal' as const, subjectId, seen: 'waiting' as const, words };
	});
	return { testApp, moderator, ids, chosen, stateOf };
}

describe('several texts decided at once', () => {
	it('one that a colleague decided meanwhile keeps no other from it, and it is said which', async () => {
		const { testApp, moderator, ids, chosen, stateOf } = await inbox(3);
		const [first = ''] = ids;
		const colleague = await testApp.person('none', { roles: ['moderator'] });
		await moderation.decide(testApp.as(colleague), publishing('proposal', first));
		const deciding = moderation.decideTogether(testApp.as(moderator), { id: newId(), deed: 'publish', chosen });
		await expect(deciding).rejects.toMatchObject({ reason: 'someNotDone', facts: { done: '2 sind gespeichert.' } });
		await expect(deciding).rejects.toMatchObject({ facts: { rows: expect.stringContaining('»Anliegen 0«') } });
		expect(await Promise.all(ids.map(stateOf))).toEqual(['published', 'published', 'published']);
	});

	it('nobody lets through words they have not read', async () => {
		const { testApp, moderator, chosen, stateOf, ids } = await inbox(2);
		const [first, second] = chosen;
		if (!first || !second) throw new Error('two wait');
		const other = [{ ...first, words: 'x' }, second];
		const form = { id: newId(), deed: 'publish' } as const;
		await expect(moderation.decideTogether(testApp.as(moderator), { ...form, chosen: other })).rejects.toThrow(
			'someNotDone'
		);
		expect(await Promise.all(ids.map(stateOf))).toEqual(['waiting', 'published']);
	});

	it('what stands in the list in part only is not let through there, be it in the text or in its source', async () => {
		const { testApp, moderator } = await inbox(0);
		const author = testApp.as(await testApp.person());
		const send = async (body: string, evidence: string) => {
			const form = { id: newId(), kind: 'evidence', field: 'wohnen', title: 'Studie', body, evidence } as const;
			await proposals.submit(author, testApp.consultationId, form);
			return form.id;
		};
		const short = await send('Die Miete ist zu hoch.', 'Mietspiegel');
		const long = await send(`${'Die Miete ist zu hoch. '.repeat(20)} Alle sind Betrüger.`, 'Mietspiegel');
		const hidden = await send(
			'Die Miete ist viel zu hoch.',
			`${'Mietspiegel, Seite 7. '.repeat(18)} Alle sind Betrüger.`
		);
		const { items } = await moderation.queue(testApp.as(moderator));
		expect(items.map(({ id, whole, rest }) => [id, whole, rest])).toEqual([
			[short, true, 'Mietspiegel'],
			[long, false, ''],
			[hidden, false, '']
		]);
		const chosen = items.map(({ id, words }) => ({ kind: 'proposal', subjectId: id, seen: 'waiting', words }) as const);
		const publish = moderation.decideTogether(testApp.as(moderator), { id: newId(), deed: 'publish', chosen });
		await expect(publish).rejects.toMatchObject({ reason: 'someNotDone', facts: { done: '1 ist gespeichert.' } });
		const stateOf = async (id: string) => (await proposals.forModeration(testApp.as(moderator), id)).state;
		expect(await Promise.all([short, long, hidden].map(stateOf))).toEqual(['published', 'waiting', 'waiting']);
		const refusal = { id: newId(), deed: 'reject', ground: 'insult', note: '' } as const;
		await moderation.decideTogether(testApp.as(moderator), { ...refusal, chosen: chosen.slice(1) });
		expect(await stateOf(long)).toBe('rejected');
	});

	it('sent twice it is done once', async () => {
		const { testApp, moderator, chosen } = await inbox(2);
		const form = { id: newId(), deed: 'publish', chosen } as const;
		await moderation.decideTogether(testApp.as(moderator), form);
		await moderation.decideTogether(testApp.as(moderator), form);
		expect(await screeningsOf(testApp)).toHaveLength(2);
	});

	it('all are taken back at once, be they published or refused, and wait again', async () => {
		const { testApp, moderator, ids, chosen, stateOf } = await inbox(3);
		const published = { id: newId(), deed: 'publish', chosen: chosen.slice(0, 2) } as const;
		const refusal = { deed: 'reject', ground: 'unclear', note: '' } as const;
		const refused = { id: newId(), ...refusal, chosen: chosen.slice(2) };
		await moderation.decideTogether(testApp.as(moderator), published);
		await moderation.decideTogether(testApp.as(moderator), refused);
		const undo = { id: newId(), deed: published.id };
		await moderation.takeBack(testApp.as(moderator), undo);
		await moderation.takeBack(testApp.as(moderator), undo);
		await moderation.takeBack(testApp.as(moderator), { id: newId(), deed: refused.id });
		expect(await Promise.all(ids.map(stateOf))).toEqual(['waiting', 'waiting', 'waiting']);
		expect((await moderation.queue(testApp.as(moderator))).items).toHaveLength(3);
	});

	it('nobody takes back what a colleague decided, nor what everybody could read for longer than a quarter of an hour', async () => {
		const { testApp, moderator, chosen, ids, stateOf } = await inbox(1);
		const form = { id: newId(), deed: 'publish', chosen } as const;
		await moderation.decideTogether(testApp.as(moderator), form);
		const colleague = await testApp.person('none', { roles: ['moderator'] });
		const undo = () => ({ id: newId(), deed: form.id });
		await expect(moderation.takeBack(testApp.as(colleague), undo())).rejects.toThrow('not found');
		testApp.at(later(testApp.now, 16 * MINUTE));
		await expect(moderation.takeBack(testApp.as(moderator), undo())).rejects.toThrow('tooLateToReopen');
		expect(await stateOf(ids[0] ?? '')).toBe('published');
	});
});

describe('the inbox', () => {
	it('is searched, narrowed and turned around', async () => {
		const { testApp, moderator } = await inbox(3);
		const titles = async (ask: object) => {
			const whole = { kind: undefined, only: undefined, q: undefined, sort: 'oldest' } as const;
			return (await moderation.queue(testApp.as(moderator), { ...whole, ...ask })).items.map(({ title }) => title);
		};
		expect(await titles({ q: 'anliegen 1' })).toEqual(['Anliegen 1']);
		expect(await titles({ sort: 'newest' })).toEqual(['Anliegen 2', 'Anliegen 1', 'Anliegen 0']);
		expect(await titles({ kind: 'comment' })).toEqual([]);
		expect(await titles({ only: 'hints' })).toEqual([]);
	});
});
