import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { press } from '#lib/server/print/press.server.ts';
import { t } from '#lib/texts/texts.ts';
import { declarePublished, draft } from '../../../tests/support/drafted.ts';
import { readPdf } from '../../../tests/support/pdf.ts';
import { makeTown } from '../../../tests/support/town.ts';
import { ballotPaper } from './ballotPaper.server.ts';
import { pointsOn, POINTS_MOST } from './sheet.ts';

const able = await press.able();
const head = t.recording.form;
const words = t.votes.sheet;

describe('the paper people vote on', () => {
	it('asks what the screen asks, in its order', () => {
		const screen = readFileSync('src/routes/werkstatt/erfassen/stimmen/+page.svelte', 'utf8');
		const parts = ['<SheetHead', 'label={words.version}', '<SheetPoints', 'legend={words.consent}', '<ReadBack'];
		const places = parts.map((part) => screen.indexOf(part));
		expect(places).toEqual([...places].sort((a, b) => a - b));
		expect(Math.min(...places)).toBeGreaterThan(0);
	});

	it.runIf(able)('is an accessible PDF with every point and every answer', async () => {
		const town = await makeTown();
		const version = await draft(town, [{}, {}]);
		await declarePublished(town, version);
		const paper = await ballotPaper(town.as(await town.person('none', { roles: ['helper'] })), null);
		const pdf = readPdf(paper.bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE' });
		const points = version.points.map(({ number }) => `Punkt ${number}: Punkt ${number}`);
		expect(pdf.outline).toEqual([
			...[head.channel, head.date, head.place, head.group, words.version],
			...[...points, words.consent, head.readBack]
		]);
		const text = pdf.text.replace(/\s+/g, '');
		for (const answer of Object.values(words.choices)) {
			expect(text.split(answer.replace(/\s+/g, ''))).toHaveLength(points.length + 1);
		}
	});

	it('is for helpers', async () => {
		const town = await makeTown();
		await expect(ballotPaper(town.as(await town.person()), null)).rejects.toMatchObject({ reason: 'roleMissing' });
	});

	it('has all points, or those of one field where there are too many', () => {
		const points = (count: number) =>
			Array.from({ length: count }, (_, at) => ({ fieldSlug: at < 5 ? 'wohnen' : 'zugang', field: 'F' }));
		expect(pointsOn(points(POINTS_MOST), 'zugang')).toMatchObject({ field: null, fields: [] });
		expect(pointsOn(points(POINTS_MOST + 1), null)).toMatchObject({ field: 'wohnen', shown: points(5) });
		expect(pointsOn(points(POINTS_MOST + 1), 'zugang').shown).toHaveLength(POINTS_MOST - 4);
		expect(pointsOn(points(POINTS_MOST + 1), '<b>').field).toBe('wohnen');
	});
});
