import { describe, expect, it } from 'vitest';
import type { District } from '#lib/people/details/district.ts';
import type { Group, Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import * as batches from '#lib/people/cards/batches.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused } from '#lib/verdict.ts';
import { putProposal } from '../../../../tests/support/editions/published.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import * as votes from '../votes.server.ts';

const UNCLAIMED = { claimedBy: null, beatAt: null };

async function cards(testApp: TestApp, group: Group, size: number, organisation = ''): Promise<void> {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const form = { id: newId(), label: `Karten ${group}`, group, organisation, size, days: 30 };
	for (const code of (await batches.issue(admin, form)).codes) await people.holderOf(testApp.as(null), tidyCode(code));
}

const lines = async (testApp: TestApp) => (await votes.participation(testApp.as(null), testApp.consultationId)).lines;

describe('who takes part', () => {
	it('is told by group, of people with a card, without organisations', async () => {
		const testApp = await makeTestApp();
		expect(await votes.participation(testApp.as(null), testApp.consultationId)).toMatchObject({ at: null });
		await cards(testApp, 'affected', 12);
		await cards(testApp, 'practice', 7);
		await cards(testApp, 'practice', 6, 'Tafel');
		await votes.publishParticipation(testApp.as(null));
		const { people: shown } = await lines(testApp);
		expect(shown).toMatchObject({ total: 19, counts: { affected: 12, practice: 7, research: 0, none: 0 } });
	});

	it('never says that there are one to four, nor lets anybody compute it', async () => {
		const testApp = await makeTestApp();
		await cards(testApp, 'affected', 12);
		await cards(testApp, 'research', 3);
		await cards(testApp, 'practice', 6);
		await votes.publishParticipation(testApp.as(null));
		const { people: shown } = await lines(testApp);
		expect(shown).toMatchObject({ total: 21, counts: { affected: 12, practice: null, research: null, none: null } });
	});

	it('does not change when one more comes', async () => {
		const testApp = await makeTestApp();
		await cards(testApp, 'affected', 12);
		await votes.publishParticipation(testApp.as(null));
		testApp.at('2027-05-10T15:00:00.000Z');
		await cards(testApp, 'affected', 1);
		await votes.publishParticipation(testApp.as(null));
		expect((await lines(testApp)).people?.total).toBe(12);
	});

	it('is told by kind, way and month of contributions', async () => {
		const testApp = await makeTestApp();
		for (let n = 0; n < 6; n++) await putProposal(testApp, await testApp.person('affected'), `Vorschlag ${n}`);
		await votes.publishParticipation(testApp.as(null));
		const { kinds, channels, months } = await lines(testApp);
		expect(kinds?.counts).toMatchObject({ proposal: 6, evidence: 0 });
		expect(channels?.counts).toMatchObject({ self: 6, paper: 0 });
		expect(months?.counts).toEqual({ '2027-05': 6 });
	});

	it('counts a contribution in the month that its day says: after midnight in Germany it is the next one', async () => {
		const testApp = await makeTestApp();
		testApp.at('2027-05-31T21:59:00.000Z');
		await putProposal(testApp, await testApp.person(), 'Vor Mitternacht');
		testApp.at('2027-05-31T22:30:00.000Z');
		await putProposal(testApp, await testApp.person(), 'Nach Mitternacht');
		await votes.publishParticipation(testApp.as(null));
		expect((await lines(testApp)).months?.counts).toEqual({ '2027-05': 1, '2027-06': 1 });
	});

	it('takes nothing for written by oneself that was imported or stood in the paper of an organisation', async () => {
		const testApp = await makeTestApp();
		await putProposal(testApp, await testApp.person(), 'Selbst geschrieben');
		const [imported, handedIn] = [
			await putProposal(testApp, await testApp.person(), 'Von anderswo'),
			await putProposal(testApp, await testApp.person('practice', { organisation: 'Tafel' }), 'Aus einem Papier')
		];
		await transaction(testApp.as(null), async ({ db, now }) => {
			await db.updateTable('proposals').set({ origin: 'decidim' }).where('id', '=', imported.id).execute();
			const { organisationId = '' } = await db
				.selectFrom('proposals')
				.select('organisationId')
				.where('id', '=', handedIn.id)
				.executeTakeFirstOrThrow();
			const file = { seatId: null, name: 'a.docx', size: 1, digest: 'x', status: 'sent', problem: null, dropped: '[]' };
			const paper = {
				id: newId(),
				consultationId: testApp.consultationId,
				uploadedAt: now,
				sentAt: now,
				...file,
				...UNCLAIMED
			};
			await db
				.insertInto('positionPapers')
				.values({ ...paper, organisationId: organisationId ?? '' })
				.execute();
			const section = { paperId: paper.id, place: 0, heading: '', body: 'Text', proposalId: handedIn.id };
			await db.insertInto('positionPaperSections').values(section).execute();
		});
		await votes.publishParticipation(testApp.as(null));
		const { channels } = await lines(testApp);
		expect(channels).toMatchObject({ total: 3, counts: { self: 1, paper: 0, imported: 1, handedIn: 1 } });
	});
});

describe('where those live who wrote', () => {
	const BODY = 'Der Weg zum Amt ist weit, und der Bus fährt nur zweimal am Tag.';
	const written = async (testApp: TestApp, person: Person, district: District | null, title: string) => {
		const form = {
			id: newId(),
			kind: 'experience',
			field: 'wohnen',
			title,
			body: BODY,
			evidence: '',
			district
		} as const;
		await proposals.submit(testApp.as(person), testApp.consultationId, { ...form, language: 'uk' });
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, form.id, { deed: 'publish' }));
	};

	it('is told of people, not of texts, and never of one to four of them', async () => {
		const testApp = await makeTestApp();
		for (let n = 0; n < 8; n++) await written(testApp, await testApp.person(), '05315', `Köln ${n}`);
		const one = await testApp.person();
		for (let n = 0; n < 6; n++) await written(testApp, one, '05113', `Essen ${n}`);
		for (let n = 0; n < 5; n++) await written(testApp, await testApp.person(), null, `Irgendwo ${n}`);
		await votes.publishParticipation(testApp.as(null));
		const { districts, languages } = await lines(testApp);
		expect(districts).toMatchObject({ total: 14, counts: { '05315': 8, '05113': null, none: null, '05111': null } });
		expect(languages).toMatchObject({ total: 19, counts: { uk: 19, de: 0 } });
	});

	it('leaves out organisations, what was taken back, and what came from elsewhere', async () => {
		const testApp = await makeTestApp();
		for (let n = 0; n < 5; n++) await written(testApp, await testApp.person(), '05315', `Köln ${n}`);
		await written(testApp, await testApp.person('practice', { organisation: 'Tafel' }), '05315', 'Tafel');
		const gone = await testApp.person();
		await written(testApp, gone, '05315', 'Weg');
		await transaction(testApp.as(gone), (ctx) => proposals.forgetAllOf(ctx, gone.id));
		await votes.publishParticipation(testApp.as(null));
		expect((await lines(testApp)).districts).toMatchObject({ total: 5, counts: { '05315': 5, none: 0 } });
	});
});

describe('figures to compare with', () => {
	const percents = { affected: 60, practice: 30 };
	const form = { percents, source: 'Ziel des Verfahrens' };

	it('are set by the team, and replace the former ones', async () => {
		const testApp = await makeTestApp();
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await votes.refer(editor, testApp.consultationId, { ...form, percents: { ...percents, research: 10 } });
		await votes.refer(editor, testApp.consultationId, form);
		await votes.refer(editor, testApp.consultationId, form);
		const set = await votes.references(testApp.as(null), testApp.consultationId);
		expect(set.map(({ group, percent }) => [group, percent])).toEqual([
			['affected', 60],
			['practice', 30]
		]);
	});

	it('are not set by anybody else', async () => {
		const testApp = await makeTestApp();
		for (const person of [null, await testApp.person(), await testApp.person('none', { roles: ['moderator'] })]) {
			await expect(votes.refer(testApp.as(person), testApp.consultationId, form)).rejects.toThrow(Refused);
		}
	});
});
