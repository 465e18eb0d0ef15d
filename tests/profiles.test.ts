import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as calls from '#lib/calls/calls.server.ts';
import { asksForDistrict } from '#lib/people/details/district.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { t } from '#lib/texts/texts.ts';
import { inShort } from '#lib/votes/results/resultText.ts';
import { found } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import { mendedSince } from '#lib/representation/figures.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { TRANSLATED } from '#lib/texts/locales/locale.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { DEMOS, fillDemo } from '../src/commands/demo/demos.ts';
import { emptyTown } from './support/lively.ts';
import type { TestApp } from './support/machine/testApp.ts';

/** What ships with each profile to look around in. */
const folder = mkdtempSync(join(tmpdir(), 'teilhabe-profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const towns = new Map<string, TestApp>();
beforeAll(async () => {
	for (const name of Object.keys(DEMOS)) {
		const town = await emptyTown(new Date().toISOString());
		await fillDemo(town.app, name, join(folder, `${name}.json`));
		towns.set(name, town);
	}
}, 240_000);
const townOf = (name: string) => found(towns.get(name), 'town');

it('a town’s youth strategy lives with two groups, phases and words of its own, and asks nobody where they live', async () => {
	const ctx = townOf('jugend-stadt').as(null);
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

it('the menu leads to calls where the process has promised them, and nowhere to an empty room', async () => {
	expect(await calls.belongInMenu(townOf('nrw-armut').as(null))).toBe(true);
	const youth = townOf('jugend-stadt').as(null);
	expect(await calls.published(youth)).toEqual([]);
	expect(await calls.belongInMenu(youth)).toBe(false);
});

it('the strategy against poverty shows a concern that was left out and taken in, a group among itself, a priority and a dissent', async () => {
	const ctx = townOf('nrw-armut').as(null);
	await withWords(ctx, async () => {
		const { id, phases } = found(await consultations.find(ctx), 'process');
		expect(phases.filter(({ peerGroup }) => peerGroup === 'affected')).not.toEqual([]);
		const [second, first] = await strategy.versions(ctx, id);
		const [before, now] = [found(first?.represented, 'audit'), found(second?.represented, 'audit')];
		expect(mendedSince(before, now).map(({ title }) => title)).toEqual(['Dabei sein in Verein und Kultur']);
		expect([...before.violations, ...now.violations].map(({ reason }) => reason)).not.toContain('');
		expect(now.violations).toHaveLength(1);
		expect(found(second?.board, 'board').dissented).toBeGreaterThan(0);
		expect((await priorities.newestFirst(ctx))?.first).not.toEqual([]);
	});
});

it.each(Object.keys(DEMOS))('every official text of %s is there in every language', async (name) => {
	const ctx = townOf(name).as(null);
	for (const locale of TRANSLATED) {
		const pairs = await translations.pairs(ctx, locale);
		expect(
			pairs.filter(({ said }) => said === null).map(({ german }) => german),
			locale
		).toEqual([]);
		for (const { german, said } of pairs) {
			const [meant, told] = [figuresIn(german), figuresIn(said?.text ?? '')];
			// Easy language writes numbers that are words as figures.
			if (locale === 'leicht') expect(told, german).toEqual(expect.arrayContaining(meant));
			else expect(told, `${locale}: ${german}`).toEqual(meant);
		}
	}
});

/** Numbers are what a translation may not change: `50.000`, `50 000` and `50,000` are one, and so are `22 Uhr` and `22:00`. */
const figuresIn = (text: string): string[] =>
	(text.replaceAll(':00', '').match(/\d+([., \u00a0\u202f]\d{3})*/g) ?? [])
		.map((number) => number.replace(/\D/g, ''))
		.sort();
