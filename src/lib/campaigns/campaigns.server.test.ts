import { describe, expect, it } from 'vitest';
import * as answers from '#lib/answers/worklist/worklist.server.ts';
import * as together from '#lib/answers/worklist/together.server.ts';
import { WorkQuery } from '#lib/answers/worklist/worklist.ts';
import { responseTable } from '#lib/answers/responseTable/responseFiles.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { WorkListQuery } from '#lib/distillation/desk/workItem.ts';
import { wordsMark } from '#lib/moderation/editions/editions.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { QueueQuery } from '#lib/moderation/queue/queue.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Person } from '#lib/people/person.ts';
import { newId } from '#lib/server/ids.ts';
import { later, MINUTE } from '#lib/time.ts';
import { NotFound } from '#lib/verdict.ts';
import { draft } from '../../../tests/support/strategy/drafted.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as campaigns from './campaigns.server.ts';
import { ownWords, wordsKey } from './campaign.ts';

const LETTER = `Ich fordere, dass Fahrkarten für Menschen mit wenig Geld nichts kosten. Wer arm ist, kommt heute nicht zum Arzt.
Auch zum Amt kommt man nicht, und nicht zu seinen Freunden. Das Land kann das ändern, wenn es will.`;
const ALL = WorkQuery.parse({ zeigen: 'all' });

/** So many people send the letter, every tenth with a sentence of their own; one more person writes something else. */
async function setting(count: number) {
	const testApp = await makeTestApp();
	const authors = new Map<string, Person>();
	const send = async (title: string, body: string, evidence = '') => {
		const author = await testApp.person();
		const kind = evidence ? ('evidence' as const) : ('proposal' as const);
		const form = { id: newId(), kind, field: 'wohnen', title, body, evidence };
		await proposals.submit(testApp.as(author), testApp.consultationId, form);
		authors.set(form.id, author);
		return form.id;
	};
	const change = async (id: string, texts: string[]) => {
		const { number } = await proposals.forModeration(staff, id);
		await moderation.change(testApp.as(authors.get(id) ?? null), 'proposal', String(number), { texts });
	};
	await send('Hebammen', 'In unserem Dorf gibt es keine Hebamme mehr. Zwei Frauen mussten nachts weit fahren.');
	const ids: string[] = [];
	for (let at = 0; at < count; at++) {
		ids.push(await send('Fahrkarten', at % 10 === 9 ? `${LETTER} Mein Bus Nummer ${at} ist immer voll.` : LETTER));
	}
	const staff = testApp.as(await testApp.person('none', { roles: ['moderator', 'editor'] }));
	await proposals.recogniseCampaigns(testApp.as(null));
	const here = testApp.consultationId;
	const publishSeen = (plain: campaigns.Plain | null) =>
		campaigns.publishPlain(staff, here, 2, { id: newId(), texts: plain?.seen ?? '' });
	const publish = async () => {
		await publishSeen(await campaigns.plain(staff, here, 2));
		await distillation.syncContributions(testApp.as(null));
	};
	const texts = async () => (await campaigns.formMarks(staff, here, 2)).answer;
	const stateOf = async (id = '') => (await proposals.forModeration(staff, id)).state;
	const answered = async () =>
		(await testApp.app.reader.selectFrom('answers').select(['proposalId', 'disposition']).execute()).length;
	return { testApp, staff, here, ids, send, change, publish, publishSeen, texts, stateOf, answered };
}

const declined = {
	disposition: 'declined',
	reason: 'Dafür ist der Bund zuständig.',
	responsible: '',
	seen: ''
} as const;

describe('a campaign', () => {
	it('is one entry with its count for 122 people, and its texts are in the lists only for who looks for words', async () => {
		const { testApp, staff, here } = await setting(122);
		const [only, ...others] = await campaigns.campaigns(staff, here, 'waiting');
		expect(others).toEqual([]);
		expect(only).toMatchObject({ number: 2, title: 'Fahrkarten', texts: 122, people: 122, waiting: 122, published: 0 });
		const queue = await moderation.queue(staff, QueueQuery.parse({}));
		expect(queue.items.map(({ title }) => title)).toEqual(['Hebammen']);
		expect(queue.counts).toMatchObject({ proposals: 1, together: 122 });
		expect((await moderation.queue(staff, QueueQuery.parse({ q: 'Bus Nummer 19' }))).items).toHaveLength(1);
		expect(await moderation.countWaiting(staff)).toBe(123);
		await expect(campaigns.campaign(testApp.as(await testApp.person()), here, 2)).rejects.toThrow('roleMissing');
	});

	it('is published without reading each, but for words of their own', async () => {
		const { staff, here, publish, publishSeen } = await setting(20);
		const plain = await campaigns.plain(staff, here, 5);
		expect(plain).toMatchObject({ title: 'Fahrkarten', body: LETTER });
		expect(plain?.marks.size).toBe(18);
		await publish();
		expect(await campaigns.campaign(staff, here, 2)).toMatchObject({ waiting: 2, published: 18, toPlace: 18 });
		await expect(publishSeen(plain)).rejects.toMatchObject({ reason: 'nothingWaits' });
		const { members } = await campaigns.members(staff, here, 2, undefined);
		expect(members.filter(({ own }) => own.length > 0).map(({ own, waits }) => [own, waits])).toEqual([
			[['Mein Bus Nummer 9 ist immer voll.'], true],
			[['Mein Bus Nummer 19 ist immer voll.'], true]
		]);
	});

	it('is placed at once, and taken back at once', async () => {
		const { staff, here, publish } = await setting(9);
		await publish();
		const ask = { consultationId: here, ask: WorkListQuery.parse({}), fieldId: null };
		expect((await distillation.worklist(staff, ask)).items).toEqual([]);
		const how = { relation: 'summarises', dissent: null } as const;
		const texts = (await campaigns.formMarks(staff, here, 2)).put;
		await campaigns.putAll(staff, here, 2, { id: newId(), to: null, title: 'Fahrkarten umsonst', ...how, texts });
		expect(await distillation.cluster(staff, here, 1)).toMatchObject({ memberCount: 9 });
		expect(await campaigns.campaigns(staff, here, 'toPlace')).toEqual([]);
	});

	it('gets one answer that reaches all, also who comes later, and the table has every text', async () => {
		const { testApp, staff, here, send, publish, texts, answered } = await setting(122);
		await publish();
		await draft(testApp, []);
		expect((await answers.worklist(staff, here, ALL)).items).toEqual([]);
		const id = newId();
		await campaigns.answerAll(staff, here, 2, { id, ...declined, texts: await texts() });
		expect(await answered()).toBe(110);
		await expect(
			campaigns.answerAll(staff, here, 2, { id: newId(), ...declined, texts: await texts() })
		).rejects.toMatchObject({
			reason: 'nothingToAnswer'
		});
		await send('Fahrkarten', LETTER);
		await proposals.recogniseCampaigns(testApp.as(null));
		await publish();
		expect(await campaigns.campaign(staff, here, 2)).toMatchObject({ texts: 123, unanswered: 1 });
		await campaigns.answerAll(staff, here, 2, { id: newId(), ...declined, texts: await texts() });
		const table = await responseTable(staff, ALL, { format: 'csv', namen: false });
		expect(new TextDecoder().decode(table.bytes).match(/Dafür ist der Bund/g)).toHaveLength(111);
		await together.takeBack(staff, { id: newId(), deed: id });
		expect(await answered()).toBe(1);
	});

	it('replaces answers only where nobody has written another meanwhile', async () => {
		const { testApp, staff, here, publish, texts } = await setting(6);
		await publish();
		await draft(testApp, []);
		await campaigns.answerAll(staff, here, 2, { id: newId(), ...declined, texts: await texts() });
		const { answers: seen } = await campaigns.formMarks(staff, here, 2);
		const again = {
			id: newId(),
			...declined,
			texts: await texts(),
			reason: 'Das Land prüft es.',
			replace: 'yes',
			seen
		} as const;
		await campaigns.answerAll(staff, here, 2, again);
		await expect(campaigns.answerAll(staff, here, 2, { ...again, id: newId() })).rejects.toThrow('changed meanwhile');
	});

	it('is the same whatever the worker knew before, and shrinks with who takes the text back', async () => {
		const { testApp, staff, here, ids } = await setting(6);
		const found = () => testApp.app.reader.selectFrom('nearCopies').selectAll().orderBy('proposalId').execute();
		const words = wordsMark(['Fahrkarten', LETTER, '']);
		const before = await found();
		expect(before.map(({ firstId }) => firstId)).toEqual(Array.from({ length: 6 }, () => ids[0]));
		await moderation.decideTogether(staff, {
			...{ id: newId(), deed: 'reject', ground: 'advertising', note: '' },
			chosen: [{ kind: 'proposal', subjectId: ids[0] ?? '', seen: 'waiting', words }]
		});
		await proposals.recogniseCampaigns(testApp.as(null));
		expect((await found()).map(({ firstId }) => firstId)).toEqual(Array.from({ length: 5 }, () => ids[1]));
		await moderation.decideTogether(staff, {
			...{ id: newId(), deed: 'reject', ground: 'advertising', note: '' },
			chosen: [{ kind: 'proposal', subjectId: ids[5] ?? '', seen: 'waiting', words }]
		});
		await proposals.recogniseCampaigns(testApp.as(null));
		expect(await found()).toEqual([]);
		expect(await campaigns.campaigns(staff, here)).toEqual([]);
	});
});

const HATE = 'Die Leute vom Amt sind Abschaum.';

describe('what nobody has read', () => {
	it.each([
		['in the title', 'Abschaum', LETTER, ''],
		['in the source', 'Fahrkarten', LETTER, HATE],
		['in signs without letters', 'Fahrkarten', `${LETTER} 🖕`, ''],
		['by leaving a sentence out', 'Fahrkarten', LETTER.replace('Das Land kann das ändern, wenn es will.', ''), '']
	])('is not published with the others: %s', async (_, title, body, evidence) => {
		const { testApp, staff, here, send, publish, stateOf } = await setting(6);
		const id = await send(title, body, evidence);
		await proposals.recogniseCampaigns(testApp.as(null));
		await publish();
		expect(await stateOf(id)).toBe('waiting');
		expect(await campaigns.campaign(staff, here, 2)).toMatchObject({ waiting: 1, published: 6 });
		const { members } = await campaigns.members(staff, here, 2, undefined);
		expect(members.filter(({ same }) => !same).map((one) => one.id)).toEqual([id]);
	});

	it.each(['editor', 'publisher'] as const)('is read by nobody who does not screen: %s', async (role) => {
		const { testApp, staff, here, ids, change, publish } = await setting(9);
		// Of the first text, which gives the campaign its number, and of the last.
		for (const id of [ids[0] ?? '', ids[8] ?? '']) await change(id, [`Fahrkarten ${HATE}`, `${LETTER} ${HATE}`, '']);
		const reader = testApp.as(await testApp.person('none', { roles: [role] }));
		expect(await campaigns.campaigns(reader, here)).toEqual([]);
		await expect(campaigns.campaign(reader, here, 2)).rejects.toThrow(NotFound);
		await expect(campaigns.members(reader, here, 2, undefined)).rejects.toThrow(NotFound);
		await expect(campaigns.formMarks(reader, here, 2)).rejects.toThrow(NotFound);
		await publish();
		const [shown] = await campaigns.campaigns(reader, here);
		expect(shown).toMatchObject({ number: 3, title: 'Fahrkarten', body: LETTER, waiting: 2, published: 7, texts: 9 });
		expect(await campaigns.campaign(reader, here, 3)).toEqual(shown);
		const { members } = await campaigns.members(reader, here, 3, undefined);
		expect(members.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9]);
		expect(JSON.stringify([shown, members])).not.toContain(HATE);
		await expect(campaigns.campaign(reader, here, 2)).rejects.toThrow(NotFound);
		expect(await campaigns.campaign(staff, here, 2)).toMatchObject({ number: 2, body: `${LETTER} ${HATE}` });
	});

	it('does not slip in between page and press', async () => {
		const { ids, staff, here, change, publishSeen, stateOf } = await setting(6);
		const read = await campaigns.plain(staff, here, 2);
		for (const id of ids) await change(id, ['Fahrkarten', `${LETTER} ${HATE}`, '']);
		await expect(publishSeen(read)).rejects.toMatchObject({ reason: 'campaignChanged' });
		expect(await Promise.all(ids.map(stateOf))).toEqual(ids.map(() => 'waiting'));
		const now = await campaigns.plain(staff, here, 2);
		expect(now?.body).toContain(HATE);
	});

	it("is nobody else's text: one who has changed theirs is not published, and the others on the next page", async () => {
		const { testApp, ids, staff, here, change, send, publishSeen, stateOf } = await setting(6);
		const read = await campaigns.plain(staff, here, 2);
		await change(ids[3] ?? '', ['Fahrkarten', `${LETTER} ${HATE}`, '']);
		await expect(publishSeen(read)).rejects.toThrow('changed meanwhile');
		const again = await campaigns.plain(staff, here, 2);
		const late = await send('Fahrkarten', LETTER);
		await proposals.recogniseCampaigns(testApp.as(null));
		await publishSeen(again);
		expect(await Promise.all([...ids, late].map(stateOf))).toEqual([
			...['published', 'published', 'published', 'waiting', 'published', 'published'],
			'waiting'
		]);
	});

	it('is neither placed nor answered with the others', async () => {
		const { testApp, staff, here, ids, change, publish, answered } = await setting(6);
		await publish();
		const seen = await campaigns.formMarks(staff, here, 2);
		await change(ids[2] ?? '', ['Fahrkarten', `${LETTER} ${HATE}`, '']);
		const { edition } = await moderation.desk(staff, 'proposal', ids[2] ?? '');
		const accept = { edition: edition?.id ?? '', seen: wordsMark(edition?.texts ?? []), deed: 'accept' } as const;
		testApp.at(later(testApp.now, MINUTE));
		await moderation.decideEdition(testApp.as(staff.person), accept);
		const how = { relation: 'summarises', dissent: null, to: null, title: 'Fahrkarten umsonst' } as const;
		const put = campaigns.putAll(staff, here, 2, { id: newId(), ...how, texts: seen.put });
		await expect(put).rejects.toMatchObject({ reason: 'campaignChanged' });
		await draft(testApp, []);
		const answer = campaigns.answerAll(staff, here, 2, { id: newId(), ...declined, texts: seen.answer });
		await expect(answer).rejects.toMatchObject({ reason: 'campaignChanged' });
		expect(await answered()).toBe(0);
	});
});

const only = (body: string) => ({ title: '', body, evidence: null });

it('own words are sentences that do not stand in the common text, however they are spelled', () => {
	const common = only('Das Land kann es ändern.');
	expect(ownWords(only('Das Land  kann es ÄNDERN. Ich brauche es.'), common)).toEqual(['Ich brauche es.']);
	expect(ownWords({ title: 'Pfui!', body: common.body, evidence: 'Von mir.' }, common)).toEqual(['Pfui!', 'Von mir.']);
	expect(ownWords(only('Das Land kann es ändern. 🖕'), common)).toEqual(['🖕']);
});

it('two texts are the same sign by sign, whatever stands between the words', () => {
	expect(wordsKey(only('Das Land\r\n kann  es. '))).toBe(wordsKey(only('Das Land kann es.')));
	expect(wordsKey(only('Das Land kann es!'))).not.toBe(wordsKey(only('Das Land kann es.')));
	expect(wordsKey({ title: 'a', body: 'b', evidence: '' })).toBe(wordsKey({ title: 'a', body: 'b', evidence: null }));
});
