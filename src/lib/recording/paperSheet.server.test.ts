import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { press } from '#lib/server/print/press.server.ts';
import { t } from '#lib/texts/texts.ts';
import { readPdf } from '../../../tests/support/pdf.ts';
import { makeTown } from '../../../tests/support/town.ts';
import { paperSheet } from './paperSheet.server.ts';

const able = await press.able();
const words = t.recording.form;
const LABELS = [
	...[words.channel, words.date, words.place, words.group, t.people.district.ofSpeaker, words.kind, words.field],
	...[words.titleLabel, words.body, words.language, words.consent, words.readBack]
];

/** The words of a screen's fields, in the order of its components. */
function onScreen(): string[] {
	const parts = ['SheetHead', 'SheetFields', 'ReadBack'].map((name) =>
		readFileSync(`src/lib/recording/${name}.svelte`, 'utf8').replace(/<script[\s\S]*?<\/script>/, '')
	);
	// A component of the room of people: between the head and what follows.
	parts.splice(1, 0, 'label={words.district}');
	const named = [...parts.join('').matchAll(/(?:label|legend)=\{words\.(\w+)\}/g)].flatMap((match) => match[1] ?? []);
	const all: Readonly<Record<string, unknown>> = { ...words, district: t.people.district.ofSpeaker };
	return named.map((key) => String(all[key]));
}

describe('the paper form', () => {
	it('has the fields of the screen, in its order', () => {
		expect(onScreen()).toEqual(LABELS);
	});

	it.runIf(able)('is an accessible PDF with every field and every choice, on two pages', async () => {
		const town = await makeTown();
		const pdf = readPdf((await paperSheet(town.as(await town.person('none', { roles: ['helper'] })))).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: 'de-DE', pages: 2 });
		expect(pdf.outline).toEqual(LABELS);
		const text = pdf.text.replace(/\s+/g, '');
		const choices = [...Object.values(t.recording.channels), 'Wohnen', 'Zugang zu Hilfen', t.recording.consentText];
		for (const choice of choices) expect(text).toContain(choice.replace(/\s+/g, ''));
	});

	it('is for helpers', async () => {
		const town = await makeTown();
		await expect(paperSheet(town.as(await town.person()))).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});
