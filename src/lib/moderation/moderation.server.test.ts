import { describe, expect, it } from 'vitest';
import type { CommentInput } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Person } from '#lib/people/person.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as moderation from './moderation.server.ts';
import type { Kind, State } from './screening.ts';

interface Office {
	town: Town;
	moderator: Person;
	/** Sends a contribution and returns its id. */
	send(who?: Person, body?: string): Promise<{ id: string; number: number }>;
	/** Writes a comment on a contribution and returns its id. */
	say(number: number, who?: Person, more?: Partial<CommentInput>): Promise<string>;
}

async function openOffice(): Promise<Office> {
	const town = await makeTown();
	const moderator = await town.person('none', { roles: ['moderator'] });
	return {
		town,
		moderator,
		async send(who, body = 'Wir brauchen Wohnungen, die man bezahlen kann.') {
			const id = newId();
			const form = { id, kind: 'proposal', field: 'wohnen', title: 'Mehr Wohnungen', body, evidence: '' } as const;
			return { id, number: await proposals.submit(town.as(who ?? (await town.person())), town.consultationId, form) };
		},
		async say(number, who, more = {}) {
			const form: CommentInput = { id: newId(), parentId: null, stance: 'note', body: 'Dazu noch etwas.', ...more };
			await comments.write(town.as(who ?? (await town.person())), (ctx) => comments.aboutProposal(ctx, number), form);
			return form.id;
		}
	};
}

const about = (kind: Kind, subjectId: string, seen: State = 'waiting') => ({ id: newId(), kind, subjectId, seen });
const publishing = (kind: Kind, id: string) => ({ ...about(kind, id), deed: 'publish' }) as const;
const rejecting = (kind: Kind, id: string) =>
	({ ...about(kind, id), deed: 'reject', ground: 'unclear', note: 'Rufen Sie uns an.' }) as const;
const hiding = (kind: Kind, id: string) =>
	({ ...about(kind, id, 'published'), deed: 'hide', ground: 'insult', note: '' }) as const;
const restoring = (kind: Kind, id: string) => ({ ...about(kind, id, 'hidden'), deed: 'restore' }) as const;

const screeningsOf = (town: Town) => town.house.reader.selectFrom('screenings').selectAll().execute();

describe('the queue', () => {
	it('holds contributions and comments together, oldest first, and says how old they are', async () => {
		const { town, moderator, send, say } = await openOffice();
		town.at('2027-05-03T08:00:00.000Z');
		const old = await send(undefined, 'Rufen Sie mich an unter 0201 123456, ich erzähle mehr.');
		town.at('2027-05-10T08:00:00.000Z');
		const other = await send();
		await moderation.decide(town.as(moderator), publishing('proposal', other.id));
		const comment = await say(other.number);
		const young = await send();
		const { items, counts } = await moderation.queue(town.as(moderator));
		expect(items.map((item) => item.id)).toEqual([old.id, comment, young.id]);
		expect(items[0]).toMatchObject({ overdue: true, hints: true, number: old.number });
		expect(items[1]).toMatchObject({ overdue: false, hints: false, kind: 'comment' });
		expect(counts).toEqual({ proposals: 2, comments: 1, overdue: 1 });
	});

	it('goes on with the next younger one, then with what was skipped, never with one’s own', async () => {
		const { town, moderator, send } = await openOffice();
		const sent: string[] = [];
		for (let hour = 10; hour < 14; hour++) {
			town.at(`2027-05-10T${hour}:00:00.000Z`);
			sent.push((await send(hour === 12 ? moderator : undefined)).id);
		}
		const after = async (index: number) => {
			const item = (await moderation.queue(town.as(moderator))).items[index];
			return item && (await moderation.next(town.as(moderator), item))?.id;
		};
		expect(await after(0)).toBe(sent[1]);
		expect(await after(1)).toBe(sent[3]);
		expect(await after(3)).toBe(sent[0]);
	});

	it('is for moderators only', async () => {
		const { town, send } = await openOffice();
		const { id } = await send();
		for (const who of [null, await town.person(), await town.person('none', { roles: ['helper', 'editor'] })]) {
			const ctx = town.as(who);
			await expect(moderation.queue(ctx)).rejects.toThrow(Refused);
			await expect(moderation.recent(ctx)).rejects.toThrow(Refused);
			await expect(moderation.desk(ctx, 'proposal', id)).rejects.toThrow(Refused);
			await expect(moderation.decide(ctx, publishing('proposal', id))).rejects.toThrow(Refused);
		}
	});
});

describe('a decision', () => {
	it('publishes; the counter of the contribution follows', async () => {
		const { town, moderator, send, say } = await openOffice();
		const { id, number } = await send();
		await moderation.decide(town.as(moderator), publishing('proposal', id));
		const comment = await say(number);
		await moderation.decide(town.as(moderator), publishing('comment', comment));
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject({ state: 'published', commentCount: 1 });
		await moderation.decide(town.as(moderator), hiding('comment', comment));
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject({ commentCount: 0 });
		await moderation.decide(town.as(moderator), restoring('comment', comment));
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject({ commentCount: 1 });
	});

	it('of two moderators at once is taken once; the other is told', async () => {
		const { town, moderator, send } = await openOffice();
		const second = await town.person('none', { roles: ['moderator'] });
		const { id, number } = await send();
		const outcomes = await Promise.allSettled([
			moderation.decide(town.as(moderator), publishing('proposal', id)),
			moderation.decide(town.as(second), rejecting('proposal', id))
		]);
		const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
		expect(refused).toMatchObject([{ reason: { reason: 'alreadyScreened' } }]);
		expect(await screeningsOf(town)).toHaveLength(1);
		const [screening] = await screeningsOf(town);
		const visible = (await proposals.list(town.as(null), town.consultationId, ListQuery.parse({}))).proposals;
		expect(visible.map((one) => one.number)).toEqual(screening?.deed === 'publish' ? [number] : []);
	});

	it('that says the same twice at once counts a comment once', async () => {
		const { town, moderator, send, say } = await openOffice();
		const second = await town.person('none', { roles: ['moderator'] });
		const { id, number } = await send();
		await moderation.decide(town.as(moderator), publishing('proposal', id));
		const comment = await say(number);
		await Promise.allSettled(
			[moderator, second, moderator, second].map((who) =>
				moderation.decide(town.as(who), publishing('comment', comment))
			)
		);
		expect((await proposals.byNumber(town.as(null), number)).commentCount).toBe(1);
		expect(await screeningsOf(town)).toHaveLength(2);
	});

	it('sent twice with the same form is one decision, and no refusal', async () => {
		const { town, moderator, send } = await openOffice();
		const { id } = await send();
		const form = rejecting('proposal', id);
		await Promise.all([1, 2, 3].map(() => moderation.decide(town.as(moderator), form)));
		expect(await screeningsOf(town)).toHaveLength(1);
	});

	it('about one’s own words, or those of one’s organisation, is somebody else’s', async () => {
		const { town, send } = await openOffice();
		const insider = await town.person('practice', { organisation: 'Tafel Musterstadt', roles: ['moderator'] });
		const own = await send(insider);
		await expect(moderation.decide(town.as(insider), publishing('proposal', own.id))).rejects.toMatchObject({
			reason: 'ownSubject'
		});
		const colleague = { ...(await town.person('practice')), organisationId: insider.organisationId };
		const theirs = await send({ ...colleague, organisation: insider.organisation });
		await expect(moderation.decide(town.as(insider), publishing('proposal', theirs.id))).rejects.toMatchObject({
			reason: 'ownOrganisation'
		});
	});

	it('about what does not exist, or was never sent, is not found', async () => {
		const { town, moderator } = await openOffice();
		const ctx = town.as(moderator);
		await expect(moderation.decide(ctx, publishing('proposal', newId()))).rejects.toThrow(NotFound);
		await expect(moderation.decide(ctx, publishing('comment', newId()))).rejects.toThrow(NotFound);
		const author = await town.person();
		const id = newId();
		const draft = { id, kind: 'proposal', field: '', title: 'Halb', body: '', evidence: '' } as const;
		await proposals.saveDraft(town.as(author), town.consultationId, draft);
		await expect(moderation.desk(ctx, 'proposal', id)).rejects.toThrow(NotFound);
	});

	it('comes too late when the author has taken the comment back', async () => {
		const { town, moderator, send, say } = await openOffice();
		const { id, number } = await send();
		await moderation.decide(town.as(moderator), publishing('proposal', id));
		const author = await town.person();
		const comment = await say(number, author);
		await comments.withdraw(town.as(author), comment);
		const late = moderation.decide(town.as(moderator), publishing('comment', comment));
		await expect(late).rejects.toMatchObject({ reason: 'withdrawnMeanwhile' });
		expect((await proposals.byNumber(town.as(null), number)).commentCount).toBe(0);
	});
});

describe('a redaction', () => {
	const phone = 'Rufen Sie Frau Meier an: 0201 123456. Das Amt hilft nicht.';

	it('takes passages away and keeps every other word; the original is sealed and dropped after 30 days', async () => {
		const { town, moderator, send } = await openOffice();
		const { id, number } = await send(undefined, phone);
		const ctx = town.as(moderator);
		await moderation.decide(ctx, { ...about('proposal', id), deed: 'redact', passages: ['0201 123456', 'Meier'] });
		await moderation.decide(ctx, publishing('proposal', id));
		const shown = await proposals.byNumber(town.as(null), number);
		expect(shown.body).toBe('Rufen Sie Frau [geschwärzt] an: [geschwärzt]. Das Amt hilft nicht.');
		expect(shown.redactedAt).not.toBeNull();
		const originals = await town.house.reader.selectFrom('originals').selectAll().execute();
		expect(originals).toHaveLength(1);
		expect(originals[0]?.sealed).not.toContain('Meier');
		expect(town.house.keys.open(originals[0]?.sealed ?? '')).toContain('0201 123456');
		const query = ListQuery.parse({ q: '123456' });
		expect((await proposals.list(town.as(null), town.consultationId, query)).proposals).toHaveLength(0);

		town.at('2027-06-09T11:59:59.000Z');
		expect(await moderation.dropOriginals(town.as(null))).toBe(0);
		town.at('2027-06-09T12:00:00.000Z');
		expect(await moderation.dropOriginals(town.as(null))).toBe(1);
		expect(await moderation.dropOriginals(town.as(null))).toBe(0);
		const told = await town.house.reader
			.selectFrom('journal')
			.select('details')
			.where('verb', '=', 'originals.dropped')
			.execute();
		expect(told).toEqual([{ details: '{"count":1}' }]);
	});

	it('of a passage that is not there changes nothing at all', async () => {
		const { town, moderator, send } = await openOffice();
		const { id } = await send(undefined, phone);
		const form = { ...about('proposal', id), deed: 'redact' as const, passages: ['Meier', 'Schulze'] };
		await expect(moderation.decide(town.as(moderator), form)).rejects.toMatchObject({
			reason: 'passageNotFound',
			facts: { passage: 'Schulze' }
		});
		expect((await moderation.desk(town.as(moderator), 'proposal', id)).body).toBe(phone);
		expect(await screeningsOf(town)).toHaveLength(0);
		expect(await town.house.reader.selectFrom('originals').selectAll().execute()).toHaveLength(0);
	});

	it('of a comment leaves its place and its count', async () => {
		const { town, moderator, send, say } = await openOffice();
		const { id, number } = await send();
		await moderation.decide(town.as(moderator), publishing('proposal', id));
		const comment = await say(number, undefined, { body: phone });
		await moderation.decide(town.as(moderator), publishing('comment', comment));
		const passages = ['0201 123456'];
		await moderation.decide(town.as(moderator), {
			...about('comment', comment, 'published'),
			deed: 'redact',
			passages
		});
		const [shown] = await comments.thread(town.as(null), { kind: 'proposal', id });
		expect(shown?.said?.body).toContain('[geschwärzt]');
		expect((await proposals.byNumber(town.as(null), number)).commentCount).toBe(1);
	});
});

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
			at: town.now
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
		expect(new Set(entries.map((entry) => entry.id)).size).toBe(moderation.LOG_PAGE + 3);
		expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['day', 'deed', 'ground', 'id', 'kind']);
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
