import { describe, expect, it } from 'vitest';
import type { District } from '#lib/people/district.ts';
import type { Group, Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import * as batches from '#lib/people/batches.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import * as people from '#lib/people/people.server.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused } from '#lib/verdict.ts';
import { putProposal } from '../../../tests/support/published.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as votes from './votes.server.ts';

async function cards(town: Town, group: Group, size: number, organisation = ''): Promise<void> {
	const admin = town.as(await town.person('none', { roles: ['admin'] }));
	const form = { id: newId(), label: `Karten ${group}`, group, organisation, size, days: 30 };
	for (const code of (await batches.issue(admin, form)).codes) await people.holderOf(town.as(null), tidyCode(code));
}

const lines = async (town: Town) => (await votes.participation(town.as(null), town.consultationId)).lines;

describe('who takes part', () => {
	it('is told by group, of people with a card, without organisations', async () => {
		const town = await makeTown();
		expect(await votes.participation(town.as(null), town.consultationId)).toMatchObject({ at: null });
		await cards(town, 'affected', 12);
		await cards(town, 'practice', 7);
		await cards(town, 'practice', 6, 'Tafel');
		await votes.publishParticipation(town.as(null));
		const { people: shown } = await lines(town);
		expect(shown).toMatchObject({ total: 19, counts: { affected: 12, practice: 7, research: 0, none: 0 } });
	});

	it('never says that there are one to four, nor lets anybody compute it', async () => {
		const town = await makeTown();
		await cards(town, 'affected', 12);
		await cards(town, 'research', 3);
		await cards(town, 'practice', 6);
		await votes.publishParticipation(town.as(null));
		const { people: shown } = await lines(town);
		expect(shown).toMatchObject({ total: 21, counts: { affected: 12, practice: null, research: null, none: null } });
	});

	it('does not change when one more comes', async () => {
		const town = await makeTown();
		await cards(town, 'affected', 12);
		await votes.publishParticipation(town.as(null));
		town.at('2027-05-10T15:00:00.000Z');
		await cards(town, 'affected', 1);
		await votes.publishParticipation(town.as(null));
		expect((await lines(town)).people?.total).toBe(12);
	});

	it('is told by kind, way and month of contributions', async () => {
		const town = await makeTown();
		for (let n = 0; n < 6; n++) await putProposal(town, await town.person('affected'), `Vorschlag ${n}`);
		await votes.publishParticipation(town.as(null));
		const { kinds, channels, months } = await lines(town);
		expect(kinds?.counts).toMatchObject({ proposal: 6, evidence: 0 });
		expect(channels?.counts).toMatchObject({ self: 6, paper: 0 });
		expect(months?.counts).toEqual({ '2027-05': 6 });
	});
});

describe('where those live who wrote', () => {
	const BODY = 'Der Weg zum Amt ist weit, und der Bus fährt nur zweimal am Tag.';
	const written = async (town: Town, person: Person, district: District | null, title: string) => {
		const form = {
			id: newId(),
			kind: 'experience',
			field: 'wohnen',
			title,
			body: BODY,
			evidence: '',
			district
		} as const;
		await proposals.submit(town.as(person), town.consultationId, { ...form, language: 'uk' });
		await together(town.as(null), (ctx) => proposals.screened(ctx, form.id, { deed: 'publish' }));
	};

	it('is told of people, not of texts, and never of one to four of them', async () => {
		const town = await makeTown();
		for (let n = 0; n < 8; n++) await written(town, await town.person(), '05315', `Köln ${n}`);
		const one = await town.person();
		for (let n = 0; n < 6; n++) await written(town, one, '05113', `Essen ${n}`);
		for (let n = 0; n < 5; n++) await written(town, await town.person(), null, `Irgendwo ${n}`);
		await votes.publishParticipation(town.as(null));
		const { districts, languages } = await lines(town);
		expect(districts).toMatchObject({ total: 14, counts: { '05315': 8, '05113': null, none: null, '05111': null } });
		expect(languages).toMatchObject({ total: 19, counts: { uk: 19, de: 0 } });
	});

	it('leaves out organisations, what was taken back, and what came from elsewhere', async () => {
		const town = await makeTown();
		for (let n = 0; n < 5; n++) await written(town, await town.person(), '05315', `Köln ${n}`);
		await written(town, await town.person('practice', { organisation: 'Tafel' }), '05315', 'Tafel');
		const gone = await town.person();
		await written(town, gone, '05315', 'Weg');
		await together(town.as(gone), (ctx) => proposals.forgetAllOf(ctx, gone.id));
		await votes.publishParticipation(town.as(null));
		expect((await lines(town)).districts).toMatchObject({ total: 5, counts: { '05315': 5, none: 0 } });
	});
});

describe('figures to compare with', () => {
	const form = { affected: 60, practice: 30, research: '', source: 'Ziel des Verfahrens' } as const;

	it('are set by the team, and replace the former ones', async () => {
		const town = await makeTown();
		const editor = town.as(await town.person('none', { roles: ['editor'] }));
		await votes.refer(editor, town.consultationId, { ...form, research: 10 });
		await votes.refer(editor, town.consultationId, form);
		await votes.refer(editor, town.consultationId, form);
		const set = await votes.references(town.as(null), town.consultationId);
		expect(set.map(({ group, percent }) => [group, percent])).toEqual([
			['affected', 60],
			['practice', 30]
		]);
	});

	it('are not set by anybody else', async () => {
		const town = await makeTown();
		for (const person of [null, await town.person(), await town.person('none', { roles: ['moderator'] })]) {
			await expect(votes.refer(town.as(person), town.consultationId, form)).rejects.toThrow(Refused);
		}
	});
});
