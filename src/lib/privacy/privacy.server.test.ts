import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as batches from '#lib/people/batches.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import * as consents from '#lib/people/consents.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { newId } from '#lib/server/ids.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { publishedPoint } from '../../../tests/support/drafted.ts';
import { about, read, sayAloud, words } from '../../../tests/support/square.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as privacy from './privacy.server.ts';

const WORDS = 'Mein Name ist Kruse und ich wohne im Turm.';

async function withCard(town: Town): Promise<{ person: Person; code: string }> {
	const helper = town.as(await town.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label: 'Café', group: 'affected', organisation: '', size: 1, days: 90 } as const;
	const code = tidyCode(found((await batches.issue(helper, form)).codes[0], 'code'));
	const id = await people.holderOf(town.as(null), code);
	return { person: found(await people.byId(town.as(null), id), 'person'), code };
}

const send = async (town: Town, who: Person, consented?: readonly ('evaluate' | 'publish')[], body = WORDS) => {
	const id = newId();
	const title = body === WORDS ? 'Kruse sagt' : 'Bänke';
	const form = { id, kind: 'experience', field: 'wohnen', title, body, evidence: '' } as const;
	return { id, number: await proposals.submit(town.as(who), town.consultationId, { ...form, consents: consented }) };
};

async function publish(town: Town, subjectId: string): Promise<void> {
	const ctx = town.as(await town.person('none', { roles: ['moderator'] }));
	await moderation.decide(ctx, { id: newId(), kind: 'proposal', subjectId, seen: 'waiting', deed: 'publish' });
}

/** Somebody who has done everything one can do here. */
async function busy() {
	const town = await makeTown();
	const { person, code } = await withCard(town);
	const other = await send(town, await town.person(), undefined, 'Wir brauchen mehr Bänke im Park.');
	await publish(town, other.id);
	const own = await send(town, person, ['evaluate', 'publish']);
	await publish(town, own.id);
	const draft = { id: newId(), kind: 'proposal', field: '', title: 'Kruses Entwurf', body: '', evidence: '' } as const;
	await proposals.saveDraft(town.as(person), town.consultationId, draft);
	const comment = await sayAloud(town, other.number, person, words({ body: WORDS }));
	await sayAloud(town, other.number, await town.person(), words({ parentId: comment, body: 'Danke dafür.' }));
	await proposals.support(town.as(person), other.number, true);
	const point = await publishedPoint(town);
	await votes.cast(town.as(person), point.number, 'agree');
	const { value: session } = await sessions.open(town.house, person.id);
	return { town, person, code, other, own, comment, point, session };
}

async function everything({ house }: Town): Promise<string> {
	const rows: unknown[] = [];
	for (const { name } of await house.reader.introspection.getTables()) {
		rows.push((await sql`select * from ${sql.table(name)}`.execute(house.reader)).rows);
	}
	return JSON.stringify(rows);
}

const numbers = async ({ town, other, point }: Awaited<ReturnType<typeof busy>>) => {
	const { supportCount, commentCount } = await proposals.byNumber(town.as(null), other.number);
	return JSON.stringify([supportCount, commentCount, [...(await votes.standing(town.as(null), [point.id]))]]);
};

describe('one’s own data', () => {
	it('are counted as many as there are', async () => {
		const { town, person } = await busy();
		const { counts, districts, ...head } = await privacy.ownCounts(town.as(person));
		const { contributions, comments, amendments, supports, votes, journal, ...rest } = await privacy.ownData(
			town.as(person)
		);
		expect(rest).toMatchObject(head);
		expect(counts).toEqual({
			contributions: contributions.length,
			comments: comments.length,
			amendments: amendments.length,
			supports: supports.length,
			votes: votes.length,
			journal: journal.length
		});
		expect(counts.contributions).toBe(2);
		expect(districts).toEqual([...new Set(contributions.flatMap(({ district }) => district ?? []))]);
	});

	it('are all there, and nobody else’s', async () => {
		const { town, person, own } = await busy();
		const data = await privacy.ownData(town.as(person));
		expect(data.contributions.map(({ title, state }) => [title, state])).toEqual(
			expect.arrayContaining([
				['Kruse sagt', 'published'],
				['Kruses Entwurf', 'draft']
			])
		);
		expect(data.contributions.find((one) => one.number === own.number)?.body).toBe(WORDS);
		expect(data.comments).toMatchObject([{ body: WORDS, state: 'published' }]);
		expect(data.supports).toHaveLength(1);
		expect(data.votes).toMatchObject([{ choice: 'agree' }]);
		expect(data.consents.map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt])).toEqual([
			['evaluate', null],
			['publish', null]
		]);
		expect(data.journal.map(({ verb }) => verb)).toContain('comment.submitted');
		expect(data.cardValidUntil).not.toBeNull();
		expect(data.cardNumber).not.toBeNull();
		const stranger = await privacy.ownData(town.as(await town.person()));
		expect(JSON.stringify(stranger)).not.toMatch(/kruse/i);
		await expect(privacy.ownData(town.as(null))).rejects.toMatchObject({ reason: 'signInFirst' });
	});
});

describe('somebody who deletes herself', () => {
	it('and her texts leaves no word, and what others said stays', async () => {
		const life = await busy();
		const { town, person, comment, other } = life;
		await privacy.leaveForGood(town.as(person), 'erase');
		expect(/kruse/i.test(await everything(town))).toBe(false);
		const [thread] = await read(town, other.id);
		expect(thread).toMatchObject({ id: comment, said: null, state: 'withdrawn' });
		expect(thread?.replies[0]?.said?.body).toBe('Danke dafür.');
	});

	it('and keeps her texts leaves them with nobody’s name', async () => {
		const life = await busy();
		const { town, person, own, other } = life;
		const before = await numbers(life);
		await privacy.leaveForGood(town.as(person), 'unlink');
		expect(await proposals.byNumber(town.as(null), own.number)).toMatchObject({ body: WORDS, authorName: 'Jemand' });
		const [thread] = await read(town, other.id);
		expect(thread?.said).toMatchObject({ body: WORDS, authorName: 'Jemand', authorGroup: 'affected' });
		expect((await everything(town)).includes(person.pseudonym)).toBe(false);
		expect(await numbers(life)).toBe(before);
	});

	it.each(['erase', 'unlink'] as const)(
		'is signed out, her card is worthless, nothing leads to her (%s)',
		async (fate) => {
			const life = await busy();
			const { town, person, code, session } = life;
			await privacy.leaveForGood(town.as(person), fate);
			expect(await sessions.resume(town.house, session)).toBeNull();
			await expect(people.holderOf(town.as(null), code)).rejects.toMatchObject({ reason: 'codeUnknown' });
			const { reader } = town.house;
			const where = await Promise.all([
				reader.selectFrom('proposals').select('id').where('authorId', '=', person.id).execute(),
				reader.selectFrom('comments').select('id').where('authorId', '=', person.id).execute(),
				reader.selectFrom('cards').select('id').where('personId', '=', person.id).execute(),
				reader.selectFrom('consents').select('id').where('personId', '=', person.id).execute(),
				reader.selectFrom('journal').select('id').where('actorId', '=', person.id).execute()
			]);
			expect(where).toEqual([[], [], [], [], []]);
			const left = await reader.selectFrom('journal').selectAll().where('verb', '=', 'person.left').execute();
			expect(left).toMatchObject([{ actorId: null, subjectId: 'person' }]);
			const shell = await people.byId(town.as(null), person.id);
			expect(shell).toMatchObject({ pseudonym: '', organisationId: null, roles: [] });
		}
	);

	it('for an organisation leaves its name', async () => {
		const town = await makeTown();
		const person = await town.person('practice', { organisation: 'Tafel' });
		const { id, number } = await send(town, person);
		await publish(town, id);
		await privacy.leaveForGood(town.as(person), 'unlink');
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject({
			authorName: 'Tafel',
			organisation: 'Tafel'
		});
	});
});

describe('consents', () => {
	it('that are missing keep a text out', async () => {
		const town = await makeTown();
		const person = await town.person();
		await expect(send(town, person, [])).rejects.toMatchObject({ reason: 'consentMissing' });
		await expect(send(town, person, ['publish'])).rejects.toMatchObject({ reason: 'consentMissing' });
		expect(await town.house.reader.selectFrom('consents').selectAll().execute()).toEqual([]);
		expect(await proposals.mine(town.as(person))).toEqual([]);
	});

	it('to evaluate alone: moderation reads it, nobody can publish it, nobody else finds it', async () => {
		const town = await makeTown();
		const person = await town.person();
		const { id, number } = await send(town, person, ['evaluate']);
		await expect(proposals.byNumber(town.as(null), number)).rejects.toThrow();
		expect((await proposals.byNumber(town.as(person), number)).state).toBe('withheld');
		const moderator = town.as(await town.person('none', { roles: ['moderator'] }));
		expect((await moderation.queue(moderator)).items).toEqual([]);
		expect((await moderation.forEvaluation(moderator, null)).items).toMatchObject([{ number, title: 'Kruse sagt' }]);
		for (const seen of ['waiting', 'withheld'] as const) {
			const decision = { id: newId(), kind: 'proposal', subjectId: id, seen, deed: 'publish' } as const;
			await expect(moderation.decide(moderator, decision)).rejects.toMatchObject({ reason: 'onlyEvaluated' });
		}
		await expect(moderation.forEvaluation(town.as(person), null)).rejects.toMatchObject({ reason: 'roleMissing' });
	});

	it('to evaluate alone are too little for a comment', async () => {
		const { town, other } = await busy();
		const ctx = town.as(await town.person());
		const comment = (consents: ('evaluate' | 'publish')[]) =>
			comments.write(ctx, about(other.number), words({ consents }));
		await expect(comment([])).rejects.toMatchObject({ reason: 'consentMissing' });
		await expect(comment(['evaluate'])).rejects.toMatchObject({ reason: 'publicMissing' });
		await comment(['evaluate', 'publish']);
		await comment([]);
	});

	it('withdrawn midway are obeyed at once: published texts are public no more, and waiting ones never will be', async () => {
		const { town, person, own, other } = await busy();
		const waiting = await send(town, person, [], 'Noch etwas, das ich sagen möchte.');
		await privacy.withdrawConsent(town.as(person), 'publish');
		await privacy.withdrawConsent(town.as(person), 'publish');
		await expect(proposals.byNumber(town.as(null), own.number)).rejects.toThrow();
		expect(await proposals.published(town.as(null), [own.id])).toEqual([]);
		await expect(publish(town, waiting.id)).rejects.toMatchObject({ reason: 'onlyEvaluated' });
		expect((await read(town, other.id))[0]?.said).toBeNull();
		expect((await consents.allowed(town.as(person))).has('publish')).toBe(false);
		await expect(send(town, person, [])).resolves.toBeTruthy();
	});

	it('to publish withdrawn: what was blackened in comments goes with them, and kept pages are told', async () => {
		const { town, person, comment } = await busy();
		const moderator = town.as(await town.person('none', { roles: ['moderator'] }));
		const redaction = { id: newId(), kind: 'comment', subjectId: comment, seen: 'published', deed: 'redact' } as const;
		await moderation.decide(moderator, { ...redaction, passages: ['Kruse'] });
		await privacy.withdrawConsent(town.as(person), 'publish');
		await privacy.withdrawConsent(town.as(person), 'publish');
		const { reader } = town.house;
		expect(await reader.selectFrom('originals').selectAll().execute()).toEqual([]);
		const told = await reader.selectFrom('journal').selectAll().where('verb', '=', 'proposal.withheld').execute();
		expect(told).toMatchObject([{ actorId: null }]);
	});

	it('given again bring contributions back to moderation', async () => {
		const { town, person, own } = await busy();
		await privacy.withdrawConsent(town.as(person), 'publish');
		await privacy.giveConsent(town.as(person), 'publish');
		await privacy.giveConsent(town.as(person), 'publish');
		expect((await proposals.byNumber(town.as(person), own.number)).state).toBe('waiting');
		await publish(town, own.id);
		expect((await proposals.byNumber(town.as(null), own.number)).body).toBe(WORDS);
		const rows = await town.house.reader.selectFrom('consents').selectAll().where('purpose', '=', 'publish').execute();
		expect(rows.map(({ textVersion }) => textVersion)).toEqual(['2026-11', '2026-11']);
	});

	it('to evaluate withdrawn: no word is left', async () => {
		const { town, person } = await busy();
		await privacy.withdrawConsent(town.as(person), 'evaluate');
		expect(/kruse/i.test(await everything(town))).toBe(false);
	});
});
