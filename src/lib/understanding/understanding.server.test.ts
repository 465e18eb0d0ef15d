import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound, Refused, Stale } from '#lib/verdict.ts';
import { contribute, makeEditor, verified } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import type { Answer } from './understanding.ts';
import { totals } from './understanding.ts';
import * as understanding from './understanding.server.ts';

/** A draft with one point, on contributions of these people. */
async function setting(size = 1) {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	const people = await Promise.all(Array.from({ length: size }, () => testApp.person()));
	const from = [];
	for (const person of people) from.push(await contribute(testApp, person));
	await editor.start();
	await editor.add({ from });
	const { id: version } = await editor.draft();
	const answer = async (person: Person, answer: Answer, why = '') => {
		const [point] = await understanding.asked(testApp.as(person));
		if (!point) throw new Error('nobody asks');
		const { pointId, words } = point;
		await understanding.answer(testApp.as(person), { version, point: pointId, words, answer, why });
	};
	const reword = async (body: string) =>
		strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), field: 'wohnen', title: 'Wohnen', body });
	const [resident] = people;
	if (!resident) throw new Error('nobody lives here');
	return { testApp, editor, people, resident, version, answer, reword };
}

describe('whoever is behind a new wording', () => {
	it('is asked once the editors open the round, and by nobody else’s draft', async () => {
		const { testApp, editor, resident, version } = await setting();
		expect(await understanding.asked(testApp.as(resident))).toEqual([]);
		await understanding.open(editor.ctx, version);
		await understanding.open(editor.ctx, version);
		expect(await understanding.asked(testApp.as(resident))).toMatchObject([
			{ number: 1, body: 'Das Land baut.', contributions: [{ number: 1 }], said: null }
		]);
		expect(await understanding.asked(testApp.as(await testApp.person()))).toEqual([]);
		await understanding.close(editor.ctx, version);
		expect(await understanding.asked(testApp.as(resident))).toEqual([]);
		await expect(understanding.open(testApp.as(resident), version)).rejects.toThrow(NotFound);
	});

	it('says what is not right, editors read why without a name, and after a new wording is asked again', async () => {
		const { testApp, editor, resident, version, answer, reword } = await setting();
		await understanding.open(editor.ctx, version);
		await answer(resident, 'wrong', 'Ich meinte die Miete.');
		await answer(resident, 'wrong', 'Ich meinte die Miete.');
		const [before] = await understanding.standing(editor.ctx, version);
		expect(before?.lines).toEqual([{ group: 'affected', standing: 'person', right: 0, wrong: 1, silent: 0 }]);
		expect(before?.reasons).toEqual([
			{ group: 'affected', standing: 'person', why: 'Ich meinte die Miete.', current: true }
		]);
		await reword('Die Miete bleibt bezahlbar.');
		expect((await understanding.asked(testApp.as(resident)))[0]?.said).toMatchObject({
			answer: 'wrong',
			current: false
		});
		expect(totals(await understanding.standing(editor.ctx, version))).toEqual({ asked: 1, answered: 0, wrong: 0 });
		await answer(resident, 'right');
		expect(totals(await understanding.standing(editor.ctx, version))).toEqual({ asked: 1, answered: 1, wrong: 0 });
	});

	it('does not agree to words that are no longer on the screen, nor after the round, nor for others', async () => {
		const { testApp, editor, resident, version, reword } = await setting();
		await understanding.open(editor.ctx, version);
		const [point] = await understanding.asked(testApp.as(resident));
		const form = { version, point: point?.pointId ?? '', words: point?.words ?? '', answer: 'right', why: '' } as const;
		await reword('Ganz anders.');
		await expect(understanding.answer(testApp.as(resident), form)).rejects.toThrow(Stale);
		await expect(understanding.answer(testApp.as(await testApp.person()), form)).rejects.toThrow(NotFound);
		await expect(understanding.answer(testApp.as(null), form)).rejects.toThrow(Refused);
		await understanding.close(editor.ctx, version);
		await expect(understanding.answer(testApp.as(resident), form)).rejects.toMatchObject({ reason: 'roundClosed' });
	});
});

describe('what is frozen with the version', () => {
	it('tells nothing of one to four people', async () => {
		const { editor, people, version, answer } = await setting(4);
		await understanding.open(editor.ctx, version);
		for (const person of people) await answer(person, 'right');
		const none = { group: 'affected', standing: 'person', asked: null, right: null, wrong: null, silent: null };
		expect(await understanding.figuresOf(editor.ctx, await editor.draft())).toEqual([{ point: 1, lines: [none] }]);
	});

	it('stays as it was, for everybody, and a changed figure is found', async () => {
		const { testApp, editor, people, version, answer } = await setting(12);
		await understanding.open(editor.ctx, version);
		for (const [place, person] of people.entries()) await answer(person, place < 6 ? 'right' : 'wrong', 'Nein.');
		await editor.publish(await understanding.figuresOf(editor.ctx, await editor.draft()));
		const { understood } = await strategy.version(testApp.as(null), 1);
		expect(understood?.[0]?.lines).toMatchObject([{ asked: 12, right: 6, wrong: 6 }]);
		expect(await understanding.asked(testApp.as(people[0] ?? null))).toEqual([]);
		expect(await verified(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		await testApp.app.writer
			.updateTable('versions')
			.set((e) => ({ understood: e.fn<string>('replace', ['understood', e.val('"right":6'), e.val('"right":7')]) }))
			.execute();
		expect(await verified(testApp.as(null))).toMatchObject([{ ok: false, difference: 'understood[0].lines[0].right' }]);
	});
});
