import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound, Refused, Stale } from '#lib/verdict.ts';
import { contribute, makeEditor, NUMBERS } from '../../../tests/support/strategy.ts';
import { makeTown } from '../../../tests/support/town.ts';
import type { Answer } from './understanding.ts';
import { totals } from './understanding.ts';
import * as understanding from './understanding.server.ts';

/** A draft with one point, on contributions of these people. */
async function setting(size = 1) {
	const town = await makeTown();
	const editor = await makeEditor(town);
	const people = await Promise.all(Array.from({ length: size }, () => town.person()));
	const from = [];
	for (const person of people) from.push(await contribute(town, person));
	await editor.start();
	await editor.add({ from });
	const { id: version } = await editor.draft();
	const answer = async (person: Person, answer: Answer, why = '') => {
		const [point] = await understanding.asked(town.as(person));
		if (!point) throw new Error('nobody asks');
		const { pointId, words } = point;
		await understanding.answer(town.as(person), { version, point: pointId, words, answer, why });
	};
	const reword = async (body: string) =>
		strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), field: 'wohnen', title: 'Wohnen', body });
	const [resident] = people;
	if (!resident) throw new Error('nobody lives here');
	return { town, editor, people, resident, version, answer, reword };
}

describe('whoever is behind a new wording', () => {
	it('is asked once the editors open the round, and by nobody else’s draft', async () => {
		const { town, editor, resident, version } = await setting();
		expect(await understanding.asked(town.as(resident))).toEqual([]);
		await understanding.open(editor.ctx, version);
		await understanding.open(editor.ctx, version);
		expect(await understanding.asked(town.as(resident))).toMatchObject([
			{ number: 1, body: 'Das Land baut.', contributions: [{ number: 1 }], said: null }
		]);
		expect(await understanding.asked(town.as(await town.person()))).toEqual([]);
		await understanding.close(editor.ctx, version);
		expect(await understanding.asked(town.as(resident))).toEqual([]);
		await expect(understanding.open(town.as(resident), version)).rejects.toThrow(NotFound);
	});

	it('says what is not right, editors read why without a name, and after a new wording is asked again', async () => {
		const { town, editor, resident, version, answer, reword } = await setting();
		await understanding.open(editor.ctx, version);
		await answer(resident, 'wrong', 'Ich meinte die Miete.');
		await answer(resident, 'wrong', 'Ich meinte die Miete.');
		const [before] = await understanding.standing(editor.ctx, version);
		expect(before?.lines).toEqual([{ group: 'affected', standing: 'person', right: 0, wrong: 1, silent: 0 }]);
		expect(before?.reasons).toEqual([
			{ group: 'affected', standing: 'person', why: 'Ich meinte die Miete.', current: true }
		]);
		await reword('Die Miete bleibt bezahlbar.');
		expect((await understanding.asked(town.as(resident)))[0]?.said).toMatchObject({ answer: 'wrong', current: false });
		expect(totals(await understanding.standing(editor.ctx, version))).toEqual({ asked: 1, answered: 0, wrong: 0 });
		await answer(resident, 'right');
		expect(totals(await understanding.standing(editor.ctx, version))).toEqual({ asked: 1, answered: 1, wrong: 0 });
	});

	it('does not agree to words that are no longer on the screen, nor after the round, nor for others', async () => {
		const { town, editor, resident, version, reword } = await setting();
		await understanding.open(editor.ctx, version);
		const [point] = await understanding.asked(town.as(resident));
		const form = { version, point: point?.pointId ?? '', words: point?.words ?? '', answer: 'right', why: '' } as const;
		await reword('Ganz anders.');
		await expect(understanding.answer(town.as(resident), form)).rejects.toThrow(Stale);
		await expect(understanding.answer(town.as(await town.person()), form)).rejects.toThrow(NotFound);
		await expect(understanding.answer(town.as(null), form)).rejects.toThrow(Refused);
		await understanding.close(editor.ctx, version);
		await expect(understanding.answer(town.as(resident), form)).rejects.toMatchObject({ reason: 'roundClosed' });
	});
});

describe('what is frozen with the version', () => {
	it('tells nothing of one to four people', async () => {
		const { editor, people, version, answer } = await setting(4);
		await understanding.open(editor.ctx, version);
		for (const person of people) await answer(person, 'right');
		const none = { group: 'affected', standing: 'person', asked: null, right: null, wrong: null, silent: null };
		expect(await understanding.figuresOf(editor.ctx, version)).toEqual([{ point: 1, lines: [none] }]);
	});

	it('stays as it was, for everybody, and a changed figure is found', async () => {
		const { town, editor, people, version, answer } = await setting(12);
		await understanding.open(editor.ctx, version);
		for (const [place, person] of people.entries()) await answer(person, place < 6 ? 'right' : 'wrong', 'Nein.');
		await strategy.freeze(editor.ctx, version, NUMBERS, await understanding.figuresOf(editor.ctx, version));
		const { understood } = await strategy.version(town.as(null), 1);
		expect(understood?.[0]?.lines).toMatchObject([{ asked: 12, right: 6, wrong: 6 }]);
		expect(await understanding.asked(town.as(people[0] ?? null))).toEqual([]);
		expect(await strategy.verify(town.as(null))).toEqual([{ number: 1, ok: true }]);
		await town.house.writer
			.updateTable('versions')
			.set((e) => ({ understood: e.fn<string>('replace', ['understood', e.val('"right":6'), e.val('"right":7')]) }))
			.execute();
		expect(await strategy.verify(town.as(null))).toMatchObject([
			{ ok: false, difference: 'understood[0].lines[0].right' }
		]);
	});
});
