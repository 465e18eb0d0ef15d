import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as consents from '#lib/people/consents/consents.server.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { newId } from '#lib/server/ids.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import * as wording from '#lib/wording/wording.server.ts';
import { up } from '../../../migrations/20261130T0750_names_of_leavers.ts';
import { publishedPoint } from '../../../tests/support/strategy/drafted.ts';
import { about, read, sayAloud, words } from '../../../tests/support/opinion/square.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import * as privacy from './privacy.server.ts';

const WORDS = 'Mein Name ist Kruse und ich wohne im Turm.';

async function withCard(testApp: TestApp): Promise<{ person: Person; code: string }> {
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label: 'Café', group: 'affected', organisation: '', size: 1, days: 90 } as const;
	const code = tidyCode(found((await batches.issue(helper, form)).codes[0], 'code'));
	const id = await people.holderOf(testApp.as(null), code);
	return { person: found(await people.byId(testApp.as(null), id), 'person'), code };
}

const send = async (testApp: TestApp, who: Person, consented?: readonly ('evaluate' | 'publish')[], body = WORDS) => {
	const id = newId();
	const title = body === WORDS ? 'Kruse sagt' : 'Bänke';
	const form = { id, kind: 'experience', field: 'wohnen', title, body, evidence: '' } as const;
	return {
		id,
		number: await proposals.submit(testApp.as(who), testApp.consultationId, { ...form, consents: consented })
	};
};

async function publish(testApp: TestApp, subjectId: string): Promise<void> {
	const ctx = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
	await moderation.decide(ctx, { id: newId(), kind: 'proposal', subjectId, seen: 'waiting', deed: 'publish' });
}

/** Somebody who has done everything one can do here. */
async function busy() {
	const testApp = await makeTestApp();
	const { person, code } = await withCard(testApp);
	const other = await send(testApp, await testApp.person(), undefined, 'Wir brauchen mehr Bänke im Park.');
	await publish(testApp, other.id);
	const own = await send(testApp, person, ['evaluate', 'publish']);
	await publish(testApp, own.id);
	const draft = { id: newId(), kind: 'proposal', field: '', title: 'Kruses Entwurf', body: '', evidence: '' } as const;
	await proposals.saveDraft(testApp.as(person), testApp.consultationId, draft);
	const comment = await sayAloud(testApp, other.number, person, words({ body: WORDS }));
	await sayAloud(testApp, other.number, await testApp.person(), words({ parentId: comment, body: 'Danke dafür.' }));
	await proposals.support(testApp.as(person), other.number, true);
	const point = await publishedPoint(testApp);
	await votes.castVote(testApp.as(person), point.number, 'agree');
	const { value: session } = await sessions.open(testApp.app, person.id);
	return { testApp, person, code, other, own, comment, point, session };
}

async function everything({ app }: TestApp): Promise<string> {
	const rows: unknown[] = [];
	for (const { name } of await app.reader.introspection.getTables()) {
		rows.push((await sql`select * from ${sql.table(name)}`.execute(app.reader)).rows);
	}
	return JSON.stringify(rows);
}

const numbers = async ({ testApp, other, point }: Awaited<ReturnType<typeof busy>>) => {
	const { supportCount, commentCount } = await proposals.byNumber(testApp.as(null), other.number);
	return JSON.stringify([supportCount, commentCount, [...(await votes.currentResults(testApp.as(null), [point.id]))]]);
};

describe('one’s own data', () => {
	it('are counted as many as there are', async () => {
		const { testApp, person } = await busy();
		const { counts, districts, ...head } = await privacy.ownCounts(testApp.as(person));
		const { contributions, comments, amendments, supports, votes, journal, ...rest } = await privacy.ownData(
			testApp.as(person)
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
		const { testApp, person, own } = await busy();
		const changed = { texts: ['Kruse sagt', `${WORDS} Im Winter.`, ''], seen: undefined };
		await moderation.change(testApp.as(person), 'proposal', String(own.number), changed);
		await testApp.app.writer.insertInto('newsSeen').values({ personId: person.id, item: 'answer:1' }).execute();
		const data = await privacy.ownData(testApp.as(person));
		expect(data.editions).toMatchObject([{ kind: 'proposal', texts: changed.texts, outcome: null }]);
		expect(data.newsSeen).toEqual(['answer:1']);
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
		const stranger = await privacy.ownData(testApp.as(await testApp.person()));
		expect(JSON.stringify(stranger)).not.toMatch(/kruse/i);
		await expect(privacy.ownData(testApp.as(null))).rejects.toMatchObject({ reason: 'signInFirst' });
	});
});

describe('somebody who deletes herself', () => {
	it('and her texts leaves no word, and what others said stays', async () => {
		const life = await busy();
		const { testApp, person, comment, other } = life;
		await privacy.closeOwnAccount(testApp.as(person), 'erase');
		expect(/kruse/i.test(await everything(testApp))).toBe(false);
		const [thread] = await read(testApp, other.id);
		expect(thread).toMatchObject({ id: comment, said: null, state: 'withdrawn' });
		expect(thread?.replies[0]?.said?.body).toBe('Danke dafür.');
	});

	it('and keeps her texts leaves them with nobody’s name', async () => {
		const life = await busy();
		const { testApp, person, own, other } = life;
		const before = await numbers(life);
		await privacy.closeOwnAccount(testApp.as(person), 'unlink');
		expect(await proposals.byNumber(testApp.as(null), own.number)).toMatchObject({ body: WORDS, authorName: 'Jemand' });
		const [thread] = await read(testApp, other.id);
		expect(thread?.said).toMatchObject({ body: WORDS, authorName: 'Jemand', authorGroup: 'affected' });
		expect((await everything(testApp)).includes(person.pseudonym)).toBe(false);
		expect(await numbers(life)).toBe(before);
	});

	it.each(['erase', 'unlink'] as const)(
		'is signed out, her card is worthless, nothing leads to her (%s)',
		async (fate) => {
			const life = await busy();
			const { testApp, person, code, session } = life;
			await privacy.closeOwnAccount(testApp.as(person), fate);
			expect(await sessions.resume(testApp.app, session)).toBeNull();
			await expect(people.holderOf(testApp.as(null), code)).rejects.toMatchObject({ reason: 'codeUnknown' });
			const { reader } = testApp.app;
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
			const shell = await people.byId(testApp.as(null), person.id);
			expect(shell).toMatchObject({ pseudonym: '', organisationId: null, roles: [] });
		}
	);

	it('in another language leaves no word of it: none leads from one of her texts to the others', async () => {
		const life = await busy();
		const { testApp, person, own } = life;
		const colleague = await testApp.person('none', { roles: ['moderator'] });
		for (const who of [person, colleague]) {
			const ctx = { ...testApp.as(who), locale: 'uk' } as const;
			await wording.withWords(ctx, () => privacy.closeOwnAccount(ctx, 'unlink'));
		}
		expect(/\p{Script=Cyrillic}/u.exec(await everything(testApp))).toBe(null);
		const here = { ...testApp.as(null), locale: 'uk' } as const;
		const { authorName } = await wording.withWords(here, () => proposals.byNumber(here, own.number));
		expect(authorName).toBe('Хтось');
		const rows = await testApp.app.reader.selectFrom('proposals').select('authorName').execute();
		expect(rows.map((row) => row.authorName)).toContain('');
	});

	it('and has done so before is nobody by now, whatever word stood there', async () => {
		const { testApp, person, own } = await busy();
		const { writer } = testApp.app;
		await privacy.closeOwnAccount(testApp.as(person), 'unlink');
		await writer.updateTable('proposals').set({ authorName: 'Biri' }).where('id', '=', own.id).execute();
		await writer.updateTable('persons').set({ pseudonym: 'Уже не в команде' }).where('id', '=', person.id).execute();
		await up(writer);
		expect(await everything(testApp)).not.toMatch(/Biri|команде/);
	});

	it('for an organisation leaves its name', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person('practice', { organisation: 'Tafel' });
		const { id, number } = await send(testApp, person);
		await publish(testApp, id);
		await privacy.closeOwnAccount(testApp.as(person), 'unlink');
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject({
			authorName: 'Tafel',
			organisation: 'Tafel'
		});
	});
});

describe('consents', () => {
	it('that are missing keep a text out', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person();
		await expect(send(testApp, person, [])).rejects.toMatchObject({ reason: 'consentMissing' });
		await expect(send(testApp, person, ['publish'])).rejects.toMatchObject({ reason: 'consentMissing' });
		expect(await testApp.app.reader.selectFrom('consents').selectAll().execute()).toEqual([]);
		expect(await proposals.mine(testApp.as(person))).toEqual([]);
	});

	it('to evaluate alone: moderation reads it, nobody can publish it, nobody else finds it', async () => {
		const testApp = await makeTestApp();
		const person = await testApp.person();
		const { id, number } = await send(testApp, person, ['evaluate']);
		await expect(proposals.byNumber(testApp.as(null), number)).rejects.toThrow();
		expect((await proposals.byNumber(testApp.as(person), number)).state).toBe('withheld');
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		expect((await moderation.queue(moderator)).items).toEqual([]);
		expect((await moderation.forEvaluation(moderator, null)).items).toMatchObject([{ number, title: 'Kruse sagt' }]);
		for (const seen of ['waiting', 'withheld'] as const) {
			const decision = { id: newId(), kind: 'proposal', subjectId: id, seen, deed: 'publish' } as const;
			await expect(moderation.decide(moderator, decision)).rejects.toMatchObject({ reason: 'onlyEvaluated' });
		}
		await expect(moderation.forEvaluation(testApp.as(person), null)).rejects.toMatchObject({ reason: 'roleMissing' });
	});

	it('to evaluate alone are too little for a comment', async () => {
		const { testApp, other } = await busy();
		const ctx = testApp.as(await testApp.person());
		const comment = (consents: ('evaluate' | 'publish')[]) =>
			comments.write(ctx, about(other.number), words({ consents }));
		await expect(comment([])).rejects.toMatchObject({ reason: 'consentMissing' });
		await expect(comment(['evaluate'])).rejects.toMatchObject({ reason: 'publicMissing' });
		await comment(['evaluate', 'publish']);
		await comment([]);
	});

	it('withdrawn midway are obeyed at once: published texts are public no more, and waiting ones never will be', async () => {
		const { testApp, person, own, other } = await busy();
		const waiting = await send(testApp, person, [], 'Noch etwas, das ich sagen möchte.');
		await privacy.withdrawConsent(testApp.as(person), 'publish');
		await privacy.withdrawConsent(testApp.as(person), 'publish');
		await expect(proposals.byNumber(testApp.as(null), own.number)).rejects.toThrow();
		expect(await proposals.published(testApp.as(null), [own.id])).toEqual([]);
		await expect(publish(testApp, waiting.id)).rejects.toMatchObject({ reason: 'onlyEvaluated' });
		expect((await read(testApp, other.id))[0]?.said).toBeNull();
		expect((await consents.allowed(testApp.as(person))).has('publish')).toBe(false);
		await expect(send(testApp, person, [])).resolves.toBeTruthy();
	});

	it('to publish withdrawn: what was blackened in comments goes with them, and kept pages are told', async () => {
		const { testApp, person, comment } = await busy();
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		const redaction = { id: newId(), kind: 'comment', subjectId: comment, seen: 'published', deed: 'redact' } as const;
		await moderation.decide(moderator, { ...redaction, passages: ['Kruse'] });
		await privacy.withdrawConsent(testApp.as(person), 'publish');
		await privacy.withdrawConsent(testApp.as(person), 'publish');
		const { reader } = testApp.app;
		expect(await reader.selectFrom('originals').selectAll().execute()).toEqual([]);
		const told = await reader.selectFrom('journal').selectAll().where('verb', '=', 'proposal.withheld').execute();
		expect(told).toMatchObject([{ actorId: null }]);
	});

	it('given again bring contributions back to moderation', async () => {
		const { testApp, person, own } = await busy();
		await privacy.withdrawConsent(testApp.as(person), 'publish');
		await privacy.giveConsent(testApp.as(person), 'publish');
		await privacy.giveConsent(testApp.as(person), 'publish');
		expect((await proposals.byNumber(testApp.as(person), own.number)).state).toBe('waiting');
		await publish(testApp, own.id);
		expect((await proposals.byNumber(testApp.as(null), own.number)).body).toBe(WORDS);
		const rows = await testApp.app.reader.selectFrom('consents').selectAll().where('purpose', '=', 'publish').execute();
		expect(rows.map(({ textVersion }) => textVersion)).toEqual(['2026-11', '2026-11']);
	});

	it('is kept with the language and the words in which it was read', async () => {
		const testApp = await makeTestApp();
		const [one, other] = [await testApp.person(), await testApp.person()];
		const give = (person: Person, locale: 'uk' | 'de') => {
			const ctx = { ...testApp.as(person), locale };
			return withWords(ctx, () => privacy.giveConsent(ctx, 'publish'));
		};
		await give(one, 'uk');
		await give(other, 'de');
		const { consents } = await privacy.ownData(testApp.as(one));
		const [german] = (await privacy.ownData(testApp.as(other))).consents;
		expect(consents).toMatchObject([{ purpose: 'publish', language: 'uk', textVersion: '2026-11' }]);
		expect(german).toMatchObject({ language: 'de', wordsDigest: expect.stringMatching(/^[0-9a-f]{12}$/) });
		expect(consents[0]?.wordsDigest).not.toBe(german?.wordsDigest);
	});

	it('to evaluate withdrawn: no word is left', async () => {
		const { testApp, person } = await busy();
		await privacy.withdrawConsent(testApp.as(person), 'evaluate');
		expect(/kruse/i.test(await everything(testApp))).toBe(false);
	});
});
