import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asksForDistrict } from '#lib/people/details/district.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { t } from '#lib/texts/texts.ts';
import { inShort } from '#lib/votes/results/resultText.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import { fillDemo } from '../src/commands/demo/demos.ts';
import { emptyTown } from './support/lively.ts';
import type { TestApp } from './support/machine/testApp.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let town: TestApp;
beforeAll(async () => {
	town = await emptyTown(new Date().toISOString());
	await fillDemo(town.app, 'jugend-stadt', join(folder, 'access.json'));
}, 120_000);

it('a town’s youth strategy lives with two groups, phases and words of its own, and asks nobody where they live', async () => {
	const ctx = town.as(null);
	await withWords(ctx, async () => {
		const { id, phases } = found(await consultations.find(ctx), 'process');
		expect(phases.map(({ title }) => title)).toEqual(['Ideen', 'Check', 'Machen']);
		expect(t.site.name).toBe('Jugend Musterstadt');
		expect(asksForDistrict()).toBe(false);
		expect(await proposals.countByGroup(ctx, id)).toEqual({ youth: 9, adults: 3, none: 0, organisation: 0 });
		const surveyed = await votes.survey(ctx, id);
		expect(surveyed).toHaveLength(5);
		for (const { round } of surveyed) {
			expect(round?.persons.map(({ group }) => group)).toEqual(['youth', 'adults']);
			expect(round?.summary.tooFew).toEqual([]);
		}
		const words = surveyed.map(({ round }) => round?.summary.word);
		expect(words).toContain('contested');
		expect(words).toContain('shared');
		const said = surveyed.flatMap(({ round }) => (round ? [inShort(round)] : [])).join(' ');
		expect(said).toContain('Jugendliche');
		expect(said).not.toMatch(/Betroffene|Einrichtungen|Forschung/);
	});
});
