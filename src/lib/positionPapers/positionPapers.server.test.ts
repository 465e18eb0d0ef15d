import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as organisations from '#lib/organisations/organisations.server.ts';
import { applyRetention } from '#lib/privacy/retention.server.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import { revokeCard } from '#lib/people/cards/cards.server.ts';
import * as seats from '#lib/people/organisations/organisations.server.ts';
import * as people from '#lib/people/people.server.ts';
import { accountIdOf } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { later, MINUTE } from '#lib/time.ts';
import { sha256 } from '#lib/sha256.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { found } from '#lib/verdict.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import { UNSENT_MAX, type SendInput } from './positionPaper.ts';
import * as papers from './positionPapers.server.ts';

const TEXT = `# Wohnen\n\nEs fehlen Wohnungen, die man bezahlen kann.\n\n# Geld\n\nDie Hilfe reicht bis zum Zwanzigsten.\n`;
const FILE = { name: 'C:\\Papiere\\Unser Papier.txt', bytes: Buffer.from(TEXT) };

/** An organisation with so many seats; the first has uploaded a paper, and the worker has read it. */
async function setting(seats: number, file = FILE) {
	const testApp = await makeTestApp();
	const all = [];
	for (let at = 0; at < seats; at++) {
		const seat = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
		all.push(testApp.as(seat));
	}
	const [first = testApp.as(null), second = first] = all;
	const id = newId();
	await papers.upload(first, id, file);
	await papers.readNew(testApp.as(null));
	return { testApp, first, second, id };
}

const form = (...sections: number[]): SendInput => ({
	...{ sections, field: 'wohnen', consents: ['evaluate', 'publish'] },
	fieldOf: new Map([[1, 'zugang']])
});

describe('a position paper', () => {
	it('becomes contributions of its organisation, section by section, which the desk has like any other', async () => {
		const { testApp, first, id } = await setting(1);
		expect(await papers.paper(first, id)).toMatchObject({ name: 'Unser Papier.txt', status: 'read', sections: 2 });
		await papers.send(first, id, form(0, 1));
		await papers.send(first, id, form(0, 1));
		const { parts, ...paper } = await papers.paper(first, id);
		expect(paper).toMatchObject({ status: 'sent', contributions: 2, answered: 0 });
		expect(parts.map(({ number, heading }) => [number, heading])).toEqual([
			[1, 'Wohnen'],
			[2, 'Geld']
		]);
		const waiting = await proposals.waiting(testApp.as(null), 9);
		expect(waiting.map(({ title, body, organisation, field }) => [title, body, organisation, field])).toEqual([
			['Wohnen', 'Es fehlen Wohnungen, die man bezahlen kann.', 'Tafel Musterstadt e. V.', 'Wohnen'],
			['Geld', 'Die Hilfe reicht bis zum Zwanzigsten.', 'Tafel Musterstadt e. V.', 'Zugang zu Hilfen']
		]);
		for (const { id } of waiting)
			await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
		await distillation.syncContributions(testApp.as(null));
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		expect((await distillation.inHand(editor, testApp.consultationId, 1)).proposal.title).toBe('Wohnen');
		await expect(papers.remove(first, id)).rejects.toMatchObject({ reason: 'paperSent' });
	});

	it('leads to what stands there where its words were sent before, in another paper of that day or twice in one', async () => {
		const twice = `${TEXT}\n\n# Wohnen\n\nEs fehlen Wohnungen, die man bezahlen kann.\n`;
		const { testApp, first, id } = await setting(1, { name: 'x.txt', bytes: Buffer.from(twice) });
		await papers.send(first, id, form(0, 1, 2));
		const again = newId();
		await papers.upload(first, again, FILE);
		await papers.readNew(testApp.as(null));
		await papers.send(first, again, form(0, 1));
		const numbers = async (id: string) => (await papers.paper(first, id)).parts.map(({ number }) => number);
		expect(await numbers(id)).toEqual([1, 2, 1]);
		expect(await numbers(again)).toEqual([1, 2]);
		expect((await papers.paper(first, id)).contributions).toBe(2);
		expect(await proposals.waiting(testApp.as(null), 9)).toHaveLength(2);
	});

	it('becomes no contribution that nobody could have written: sections that are too short are named', async () => {
		const { first, id } = await setting(1, { name: 'x.txt', bytes: Buffer.from(`${TEXT}\n\n# Ende\n\nVon uns.\n`) });
		expect((await papers.paper(first, id)).parts.map(({ fits }) => fits)).toEqual([true, true, false]);
		const refused = papers.send(first, id, form(0, 2));
		await expect(refused).rejects.toMatchObject({ reason: 'sectionsUnfit', facts: { list: '3' } });
		expect((await papers.paper(first, id)).status).toBe('read');
	});

	it('is sent by a second seat where there is one', async () => {
		const { first, second, id } = await setting(2);
		await expect(papers.send(first, id, form(0))).rejects.toMatchObject({ reason: 'paperSecondSeat' });
		await papers.send(second, id, form(0));
		expect((await papers.paper(first, id)).parts.map(({ number }) => number)).toEqual([1, null]);
	});

	it('keeps the file as it came, for the organisation and the team, and for nobody else', async () => {
		const { testApp, first, id } = await setting(1);
		const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
		for (const reader of [first, moderator]) {
			const { bytes } = await papers.original(reader, id);
			expect(sha256(bytes)).toBe((await papers.paper(reader, id)).digest);
			expect(Buffer.from(bytes).toString()).toBe(TEXT);
		}
		expect((await papers.all(moderator, null)).papers).toHaveLength(1);
		const other = testApp.as(await testApp.person('practice', { organisation: 'Andere' }));
		await expect(papers.paper(other, id)).rejects.toThrow('paper not found');
		await expect(papers.original(other, id)).rejects.toThrow('paper not found');
		await expect(papers.remove(other, id)).rejects.toThrow('paper not found');
		await expect(papers.paper(testApp.as(await testApp.person()), id)).rejects.toThrow('roleMissing');
		await expect(papers.upload(testApp.as(await testApp.person()), newId(), FILE)).rejects.toThrow(
			'papersOfOrganisations'
		);
	});

	it('is sent by the one seat that can still come in', async () => {
		const testApp = await makeTestApp();
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const batch = { id: newId(), label: 'Tafel', group: 'practice', organisation: 'Tafel', size: 2, days: 90 };
		const { codes } = await batches.issue(admin, batch);
		const holders = await Promise.all(codes.map((code) => people.holderOf(admin, tidyCode(code))));
		const [first, second] = await Promise.all(
			holders.map(async (id) => testApp.as(found(await people.byId(admin, id), 'person')))
		);
		const [seat, other] = [found(first, 'seat'), found(second, 'seat')];
		const id = newId();
		await papers.upload(seat, id, FILE);
		await papers.readNew(testApp.as(null));
		await expect(papers.send(seat, id, form(0))).rejects.toMatchObject({ reason: 'paperSecondSeat' });
		const { person } = other;
		if (!person?.organisationId) throw new Error('a seat is of an organisation');
		const cards = await seats.seatsWithCards(admin, person.organisationId);
		const lost = cards.find(({ id }) => id === accountIdOf(person))?.card ?? '';
		await revokeCard(admin, batch.id, Number(/\d+$/.exec(lost)?.[0]));
		await papers.send(seat, id, form(0));
		expect(await papers.paper(seat, id)).toMatchObject({ status: 'sent', contributions: 1 });
	});

	it('keeps no words that are nobody’s contribution any more, and no file that has them', async () => {
		const here = await setting(1);
		const { testApp, first, id } = here;
		const { reader } = testApp.app;
		await papers.send(first, id, form(0));
		const rows = await reader.selectFrom('positionPaperSections').select(['heading', 'body']).execute();
		expect(rows).toEqual([
			{ heading: '', body: '' },
			{ heading: '', body: '' }
		]);
		expect((await papers.paper(first, id)).parts.map(({ heading }) => heading)).toEqual(['Wohnen', '']);
		await moderation.withdrawProposal(first, 1);
		expect(await papers.paper(first, id)).toMatchObject({ kept: false, parts: [{ heading: '' }, { heading: '' }] });
		await expect(papers.original(first, id)).rejects.toThrow('file not found');
	});

	it('of which a passage is blackened, or a contribution was refused long ago, loses its file', async () => {
		for (const how of ['blackened', 'refused'] as const) {
			const { testApp, first, id } = await setting(1);
			const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
			await papers.send(first, id, form(0));
			const [waiting] = await proposals.waiting(testApp.as(null), 1);
			const head = { id: newId(), kind: 'proposal', subjectId: waiting?.id ?? '', seen: 'waiting' } as const;
			if (how === 'blackened') await moderation.decide(moderator, { ...head, deed: 'redact', passages: ['bezahlen'] });
			else {
				await moderation.decide(moderator, { ...head, deed: 'reject', ground: 'insult', note: '' });
				testApp.at('2028-05-10T12:00:00.000Z');
				await applyRetention(testApp.as(null));
			}
			expect(await testApp.app.reader.selectFrom('positionPaperFiles').selectAll().execute()).toEqual([]);
			if (how === 'blackened') expect((await papers.paper(first, id)).kept).toBe(false);
		}
	});

	it('is read once by as many as look for one, and anew when its reader has fallen silent', async () => {
		const { testApp, first } = await setting(1);
		const again = newId();
		await papers.upload(first, again, FILE);
		const counts = await Promise.all([1, 2, 3, 4].map(() => papers.readNew(testApp.as(null))));
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
		const { writer } = testApp.app;
		const claim = { status: 'reading', claimedBy: 'somebody', beatAt: testApp.now, tries: 1 };
		await writer.deleteFrom('positionPaperSections').where('paperId', '=', again).execute();
		await writer.updateTable('positionPapers').set(claim).where('id', '=', again).execute();
		expect(await papers.readNew(testApp.as(null))).toBe(0);
		testApp.at(later(testApp.now, 6 * MINUTE));
		expect(await papers.readNew(testApp.as(null))).toBe(1);
		expect((await papers.paper(first, again)).status).toBe('read');
	});

	it('that cannot be read leaves nothing but why', async () => {
		const { testApp, first, id } = await setting(1, { name: 'x.pdf', bytes: Buffer.from('%PDF-1.7 kaputt') });
		expect(await papers.paper(first, id)).toMatchObject({ status: 'refused', problem: 'damaged', parts: [] });
		await expect(papers.original(first, id)).rejects.toThrow('file not found');
		expect(await testApp.app.reader.selectFrom('positionPaperFiles').selectAll().execute()).toEqual([]);
	});

	it('is refused for what it does to its reader, and the next one is read', async () => {
		const deep = `<w:document>${'<w:p>'.repeat(200_000)}${'</w:p>'.repeat(200_000)}</w:document>`;
		const bytes = Buffer.from(zipSync({ 'word/document.xml': strToU8(deep) }));
		const { testApp, first, id } = await setting(1, { name: 'x.docx', bytes });
		expect(await papers.paper(first, id)).toMatchObject({ status: 'refused', problem: 'tooHard' });
		const next = newId();
		await papers.upload(first, next, FILE);
		await papers.readNew(testApp.as(null));
		expect(await papers.paper(first, next)).toMatchObject({ status: 'read' });
	});

	it('is one of a few that an organisation has not sent', async () => {
		const { testApp, first, id } = await setting(1);
		for (let count = 1; count < UNSENT_MAX; count++) await papers.upload(first, newId(), FILE);
		const more = () => papers.upload(first, newId(), FILE);
		await expect(more()).rejects.toMatchObject({ reason: 'papersUnsent', facts: { most: String(UNSENT_MAX) } });
		expect(await papers.mayUpload(first)).toMatchObject({ because: 'papersUnsent' });
		// The same once more is no other one.
		await papers.upload(first, id, FILE);
		const other = testApp.as(await testApp.person('practice', { organisation: 'Andere' }));
		await papers.upload(other, newId(), FILE);
		await papers.send(first, id, form(0));
		await more();
		await expect(more()).rejects.toMatchObject({ reason: 'papersUnsent' });
	});

	it.each([[[9999]], [[0, 7]]])('is not sent with sections it does not have: %j', async (sections) => {
		const { first, id } = await setting(1);
		await expect(papers.send(first, id, form(...sections))).rejects.toMatchObject({ reason: 'sectionsUnknown' });
		expect(await papers.paper(first, id)).toMatchObject({ status: 'read', parts: [{ heading: 'Wohnen' }, {}] });
	});

	it('stands on one page of many, also when several came in the same moment', async () => {
		const { testApp, first } = await setting(1);
		const rows = await testApp.app.reader.selectFrom('positionPapers').selectAll().execute();
		const copies = Array.from({ length: 44 }, () => ({ ...rows[0], id: newId() }));
		await transaction(testApp.as(null), async ({ db }) => {
			for (const { id, ...copy } of copies)
				await db
					.insertInto('positionPapers')
					.values({ ...found(rows[0], 'paper'), ...copy, id })
					.execute();
		});
		const seen: string[] = [];
		let next: string | null = null;
		do {
			const page: Awaited<ReturnType<typeof papers.own>> = await papers.own(first, next);
			seen.push(...page.papers.map(({ id }) => id));
			next = page.next;
		} while (next !== null);
		expect(seen).toHaveLength(45);
		expect(new Set(seen).size).toBe(45);
		expect((await papers.own(first, 'anything')).papers).toHaveLength(20);
	});

	it('is gone when it is removed, and after its time when nobody has sent it', async () => {
		const { testApp, first, id } = await setting(1);
		await papers.remove(first, id);
		await papers.remove(first, id);
		const later = newId();
		await papers.upload(first, later, FILE);
		const dropped = await transaction(testApp.as(null), (ctx) =>
			papers.dropUnsentBefore(ctx, '2099-01-01T00:00:00.000Z')
		);
		expect(dropped).toBe(1);
		for (const table of ['positionPapers', 'positionPaperFiles', 'positionPaperSections'] as const)
			expect(await testApp.app.reader.selectFrom(table).selectAll().execute()).toEqual([]);
	});

	it('goes along when its organisation becomes another, and forgets a seat that ends', async () => {
		const { testApp, first, id } = await setting(2);
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const seat = first.person?.seatId ?? '';
		const from = first.person?.organisationId ?? '';
		await organisations.endSeat(admin, from, { seat, last: 'no' });
		const into = await organisations.create(admin, { id: newId(), name: 'Tafel Land' });
		await organisations.merge(admin, from, into);
		const rows = await testApp.app.reader.selectFrom('positionPapers').selectAll().execute();
		expect(rows).toMatchObject([{ id, organisationId: into, seatId: null }]);
	});
});
