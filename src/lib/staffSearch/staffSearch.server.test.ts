import { sql, type RawBuilder } from 'kysely';
import { expect, it } from 'vitest';
import * as answers from '#lib/answers/answers.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as papers from '#lib/positionPapers/positionPapers.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { eventful } from '../../../tests/support/eventful.ts';
import { contribute } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { StaffQuery } from './staffSearch.ts';
import * as staffSearch from './staffSearch.server.ts';

const ask = (testApp: TestApp, person: Person | null, q: string, more: Record<string, string> = {}) =>
	staffSearch.search(testApp.as(person), StaffQuery.parse({ q, ...more }));
const index = (testApp: TestApp) => staffSearch.indexForStaff(testApp.as(null));
const titles = ({ list }: staffSearch.StaffFound) => list.map(({ title }) => title);

async function send(testApp: TestApp, title: string): Promise<string> {
	const id = newId();
	const form = { id, kind: 'proposal' as const, field: 'wohnen', title, evidence: '' };
	const body = 'In unserem Dorf gibt es keine Hebamme mehr.';
	await proposals.submit(testApp.as(await testApp.person()), testApp.consultationId, { ...form, body });
	return id;
}

const team = async (testApp: TestApp) => ({
	moderator: await testApp.person('none', { roles: ['moderator'] }),
	editor: await testApp.person('none', { roles: ['editor'] }),
	helper: await testApp.person('none', { roles: ['helper'] })
});

it('finds texts in every state for whoever screens, and only what is public for the rest of the team', async () => {
	const testApp = await makeTestApp();
	const { moderator, editor, helper } = await team(testApp);
	await contribute(testApp, await testApp.person(), 'Hebamme im Ort');
	const waiting = await send(testApp, 'Hebamme fehlt');
	await index(testApp);
	expect(titles(await ask(testApp, moderator, 'Hebammen'))).toEqual([
		'Beitrag 2: Hebamme fehlt',
		'Beitrag 1: Hebamme im Ort'
	]);
	for (const person of [editor, helper]) {
		expect(titles(await ask(testApp, person, 'Hebamme'))).toEqual(['Beitrag 1: Hebamme im Ort']);
		expect((await ask(testApp, person, 'Hebamme')).count).toBe(1);
		expect((await ask(testApp, person, 'Beitrag 2')).numbered).toEqual([]);
	}
	const found = await ask(testApp, moderator, 'hebamme', { zustand: 'waiting' });
	expect(found.list).toMatchObject([{ href: `/werkstatt/eingang/beitrag/${waiting}`, state: 'waiting' }]);
	expect((await ask(testApp, moderator, '2')).numbered[0]?.title).toBe('Beitrag 2: Hebamme fehlt');
	// Somebody else's wish for a state opens nothing.
	expect(titles(await ask(testApp, editor, 'hebamme', { zustand: 'waiting' }))).toEqual(['Beitrag 1: Hebamme im Ort']);
});

it('no longer finds for others what was hidden a moment ago, and for nobody what was taken back', async () => {
	const testApp = await makeTestApp();
	const { moderator, editor } = await team(testApp);
	const author = await testApp.person();
	const number = await contribute(testApp, author, 'Hebamme im Ort');
	await index(testApp);
	const { id } = await proposals.byNumber(testApp.as(moderator), number);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
	// The index has not followed yet.
	expect((await ask(testApp, editor, 'hebamme')).list).toEqual([]);
	await index(testApp);
	expect((await ask(testApp, moderator, 'hebamme')).list).toMatchObject([{ state: 'hidden' }]);
	await proposals.withdraw(testApp.as(author), number);
	expect((await ask(testApp, moderator, 'hebamme')).list).toEqual([]);
	await index(testApp);
	expect((await ask(testApp, moderator, 'hebamme')).count).toBe(0);
	const rows = await testApp.app.reader.selectFrom('staffTexts').selectAll().execute();
	expect(rows.filter(({ folded }) => folded.includes('hebamme'))).toEqual([]);
});

it('never finds a draft, and no notes for whoever may not read them', async () => {
	const testApp = await makeTestApp();
	const { moderator, editor } = await team(testApp);
	const author = testApp.as(await testApp.person());
	const form = { id: newId(), kind: 'proposal' as const, field: 'wohnen', title: 'Geheimplan', evidence: '' };
	await proposals.saveDraft(author, testApp.consultationId, { ...form, body: 'Noch nicht fertig.' });
	const id = await send(testApp, 'Hebamme fehlt');
	await moderation.decide(testApp.as(moderator), {
		...{ id: newId(), kind: 'proposal', subjectId: id, seen: 'waiting' },
		...{ deed: 'reject', ground: 'offTopic', note: 'Quittung fehlt.' }
	});
	await index(testApp);
	expect((await ask(testApp, moderator, 'Geheimplan')).list).toEqual([]);
	expect((await ask(testApp, moderator, 'Quittung')).list).toMatchObject([
		{ kind: 'decision', href: `/werkstatt/eingang/beitrag/${id}` }
	]);
	expect((await ask(testApp, editor, 'Quittung')).list).toEqual([]);
	await expect(ask(testApp, await testApp.person(), 'Hebamme')).rejects.toThrow('roleMissing');
	await expect(ask(testApp, null, 'Hebamme')).rejects.toThrow('signInFirst');
});

it('goes on where the last page ended, and asks the same few questions however many there are', async () => {
	const testApp = await makeTestApp();
	const { moderator } = await team(testApp);
	for (let at = 1; at <= 45; at++) await send(testApp, `Hebamme ${at}`);
	await index(testApp);
	const seen: string[] = [];
	for (let nach: number | null = null, page = 0; page < 4; page++) {
		const found = await ask(testApp, moderator, 'hebamme', nach === null ? {} : { nach: String(nach) });
		expect(found.count).toBe(45);
		seen.push(...titles(found));
		nach = found.next;
		if (nach === null) break;
	}
	expect(seen).toHaveLength(45);
	expect(new Set(seen).size).toBe(45);
});

it('finds everything else by words and by number', { timeout: 120_000 }, async () => {
	const testApp = await eventful();
	const admin = await testApp.person('none', { roles: ['moderator', 'editor', 'admin'] });
	await index(testApp);
	const { kinds } = staffSearch.choices(testApp.as(admin));
	expect(kinds).toHaveLength(12);
	expect((await ask(testApp, admin, 'Wohnungen')).list.map(({ kind }) => kind)).toContain('point');
	const named = (await ask(testApp, admin, '1')).numbered.map(({ href }) => href);
	for (const href of ['/beitraege/1', '/punkte/1', '/aenderungen/1', '/fassungen/1', '/berichte/1', '/aufrufe/1']) {
		expect(named).toContain(href);
	}
	expect((await ask(testApp, admin, 'Passwort')).handbook[0]?.chapter.slug).toBe('alle');
	expect((await ask(testApp, admin, 'er')).ignored).toBe(true);
});

/** A position paper that was sent, of which one section became a contribution. */
async function paperOf(testApp: TestApp): Promise<void> {
	const seat = testApp.as(await testApp.person('practice', { organisation: 'Suppenküche e. V.' }));
	const id = newId();
	const text = '# Wohnen\n\nEs fehlen Wohnungen, die man bezahlen kann.\n\n# Geld\n\nDie Hilfe reicht nicht lange.\n';
	await papers.upload(seat, id, { name: 'Papier.txt', bytes: Buffer.from(text) });
	await papers.readNew(testApp.as(null));
	await papers.send(seat, id, {
		...{ sections: [0], field: 'wohnen', consents: ['evaluate', 'publish'] },
		fieldOf: new Map()
	});
}

/** By table, what entries are made of. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
	proposals: ['title', 'body', 'evidence', 'author_name'],
	comments: ['body', 'author_name'],
	amendments: ['title', 'body', 'reason', 'author_name'],
	wordings: ['title', 'body'],
	answers: ['reason', 'responsible'],
	position_papers: ['name'],
	position_paper_sections: ['heading', 'body'],
	organisations: ['name'],
	clusters: ['title', 'gist'],
	remarks: ['body'],
	screenings: ['note'],
	tickets: ['body', 'interim', 'answer'],
	workshops: ['label', 'minutes']
};

it('says after each way of writing what it would say if it were made anew', { timeout: 120_000 }, async () => {
	const testApp = await eventful();
	await paperOf(testApp);
	const ctx = testApp.as(null);
	const write = (what: RawBuilder<unknown>) => transaction(ctx, ({ db }) => what.execute(db));
	const indexed = async () => {
		await index(testApp);
		return ctx.db.selectFrom('staffTexts').selectAll().orderBy('rowid').execute();
	};
	const changed = new Set<string>();
	for (const [table, columns] of Object.entries(MADE_OF))
		for (const column of columns) {
			const before = await indexed();
			await write(sql`update ${sql.table(table)} set ${sql.ref(column)} = 'anders ' || ${sql.ref(column)}`);
			const followed = await indexed();
			await write(sql`update search_entries set due = 1`);
			expect(await indexed(), `${table}.${column}`).toEqual(followed);
			if (JSON.stringify(followed) !== JSON.stringify(before)) changed.add(table);
		}
	// Of these there are rows; `organisations` and sections of papers are told in entries of others.
	const there = ['amendments', 'answers', 'comments', 'organisations', 'position_paper_sections', 'position_papers'];
	expect([...changed]).toEqual(expect.arrayContaining([...there, 'proposals', 'wordings', 'workshops']));
});

it('finds an answer by its own words only, and by nothing that its contribution has lost', async () => {
	const testApp = await makeTestApp();
	const { moderator, editor } = await team(testApp);
	const author = await testApp.person();
	const number = await contribute(testApp, author, 'Hebamme im Ort');
	const { id } = await proposals.byNumber(testApp.as(moderator), number);
	await strategy.startDraft(testApp.as(editor), testApp.consultationId);
	const disposition = 'declined' as const;
	const form = { proposals: [id], disposition, reason: 'Das Land bezahlt sie.', responsible: '' };
	await answers.write(testApp.as(editor), form);
	await index(testApp);
	const kinds = async (person: Person, q: string) => (await ask(testApp, person, q)).list.map(({ kind }) => kind);
	expect(await kinds(editor, 'bezahlt')).toEqual(['answer']);
	expect(await kinds(editor, 'hebamme')).toEqual(['proposal']);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'hide' }));
	expect(await kinds(editor, 'bezahlt')).toEqual([]);
	expect(await kinds(moderator, 'bezahlt')).toEqual(['answer']);
	await proposals.withdraw(testApp.as(author), number);
	await index(testApp);
	const { count } = await ask(testApp, moderator, 'hebamme');
	expect(count).toBe(0);
});
