import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound } from '#lib/verdict.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { makeEditor, type Editor } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp, nextMorning, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { LandscapeText } from './landscape/landscape.ts';
import * as opinion from './opinion.server.ts';

const POINTS = 10;

async function strategyOf(testApp: TestApp): Promise<Editor> {
	const editor = await makeEditor(testApp);
	await editor.start();
	for (let n = 1; n <= POINTS; n++) await editor.add({ title: `Punkt ${n}` });
	await editor.publish();
	return editor;
}

/** Two of three people are of one mind on points 1 to 8, the third of the other; 9 unites all, 10 nobody understands. */
async function poll(testApp: TestApp, size: number): Promise<Person[]> {
	const people: Person[] = [];
	for (let i = 0; i < size; i++)
		people.push(await testApp.person((['affected', 'practice', 'research'] as const)[i % 3]));
	for (let number = 1; number <= POINTS; number++) {
		const cast = people.map((person, i) => {
			const side = (i % 3 === 2) === (number % 2 === 0);
			const choice =
				number === 9 ? 'agree' : number === 10 || (i * 7 + number) % 11 === 0 ? 'pass' : side ? 'agree' : 'disagree';
			return votes.castVote(testApp.as(person), number, choice);
		});
		await Promise.all(cast);
	}
	return people;
}

const newest = (testApp: TestApp) => opinion.newest(testApp.as(null), testApp.consultationId);
const draw = (testApp: TestApp) => opinion.drawLandscapes(testApp.as(null));
const drawNextMorning = (testApp: TestApp) => {
	testApp.at(nextMorning(testApp.now));
	return draw(testApp);
};

describe('the landscape of a consultation', () => {
	it('is not drawn while fewer than twenty people have voted', async () => {
		const testApp = await makeTestApp();
		expect(await draw(testApp)).toBe(0);
		await strategyOf(testApp);
		expect(await draw(testApp)).toBe(0);
		await poll(testApp, 19);
		expect(await drawNextMorning(testApp)).toBe(0);
		expect(await newest(testApp)).toBeNull();
	});

	it('shows groups, what sets them apart, what unites them, and that they follow the declared groups', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		await poll(testApp, 96);
		expect(await drawNextMorning(testApp)).toBe(1);
		const { landscape } = (await newest(testApp)) ?? {};
		expect(landscape).toMatchObject({
			...{ number: 1, people: 95, stable: true, consultation: 'Strategie gegen Armut' },
			groups: [
				{ number: 1, share: 0.65 },
				{ number: 2, share: 0.35 }
			],
			relation: { follows: 'strongly' }
		});
		expect(landscape?.bridging.map(({ point }) => point)).toEqual([9]);
		expect(landscape?.dividing.length).toBeGreaterThan(2);
		expect(landscape?.groups[0]?.characteristic.length).toBeGreaterThan(0);
		expect(landscape?.points[9]?.all?.pass.least).toBeGreaterThan(0.6);
	});

	it('tells the questions what divides: that is asked about sooner, and what unites as often as before', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		await poll(testApp, 24);
		const wordings = (await strategy.currentPoints(testApp.as(null), testApp.consultationId)).map(
			({ wordingId }) => wordingId
		);
		const extremity = async () => {
			const known = await votes.tellingOf(testApp.as(null), wordings);
			return wordings.map((wording) => known.get(wording)?.extremity);
		};
		expect(await extremity()).toEqual(Array(POINTS).fill(undefined));
		await drawNextMorning(testApp);
		const found = await extremity();
		expect(Math.min(...found.slice(0, 8).map((one) => one ?? 0))).toBeGreaterThan(200);
		// Everybody agrees on the ninth, nobody knows on the tenth.
		expect(found.slice(8)).toEqual([0, 0]);
	});

	it('holds nothing about a single person: no token, and fields of five people or more', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		await poll(testApp, 30);
		await drawNextMorning(testApp);
		const { content } = await opinion.frozenText(testApp.as(null), 1);
		const tokens = await testApp.app.reader.selectFrom('ballots').select('voter').distinct().execute();
		expect(tokens.filter(({ voter }) => content.includes(voter))).toEqual([]);
		const { people, groups, map } = LandscapeText.parse(JSON.parse(content));
		expect(people % 5).toBe(0);
		expect(groups.every(({ share }) => Math.abs((share ?? 0) * 20 - Math.round((share ?? 0) * 20)) < 1e-9)).toBe(true);
		expect(map.fields.every(([, , level]) => level >= 1)).toBe(true);
		expect(map.fields.length).toBeLessThanOrEqual(30 / 5);
	});

	it('is not drawn anew for four people, and is for five', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		const people = await poll(testApp, 24);
		await drawNextMorning(testApp);
		testApp.at('2027-05-12T12:00:00.000Z');
		const change = (some: Person[]) => Promise.all(some.map((one) => votes.castVote(testApp.as(one), 9, 'disagree')));
		await change(people.slice(0, 4));
		expect(await drawNextMorning(testApp)).toBe(0);
		await change(people.slice(4, 5));
		expect(await drawNextMorning(testApp)).toBe(1);
	});

	it('waits until a day is over, and then has its last votes, too', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		testApp.at('2027-05-31T12:00:00.000Z');
		await poll(testApp, 20);
		testApp.at('2027-05-31T21:00:00.000Z');
		expect(await draw(testApp)).toBe(0);
		await poll(testApp, 10);
		// The phase is over.
		testApp.at('2027-06-01T06:00:00.000Z');
		expect(await draw(testApp)).toBe(1);
		expect((await newest(testApp))?.landscape.people).toBe(30);
	});

	it('is drawn at most once a day, and only when votes have changed; what was published stays', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		const people = await poll(testApp, 24);
		await drawNextMorning(testApp);
		const first = await opinion.frozenText(testApp.as(null), 1);
		// On the day of the drawing, and after it.
		testApp.at('2027-05-11T11:00:00.000Z');
		await Promise.all(people.slice(0, 5).map((one) => votes.castVote(testApp.as(one), 9, 'disagree')));
		testApp.at('2027-05-12T05:00:00.000Z');
		expect(await draw(testApp)).toBe(0);
		testApp.at('2027-05-12T06:00:00.000Z');
		expect(await Promise.all([draw(testApp), draw(testApp)]).then((all) => all.sort())).toEqual([0, 1]);
		expect((await newest(testApp))?.landscape.number).toBe(2);
		testApp.at('2027-05-13T12:00:00.000Z');
		expect(await draw(testApp)).toBe(0);
		expect(await opinion.frozenText(testApp.as(null), 1)).toEqual(first);
		await expect(opinion.frozenText(testApp.as(null), 3)).rejects.toBeInstanceOf(NotFound);
		await expect(opinion.frozenText(testApp.as(null), NaN)).rejects.toBeInstanceOf(NotFound);
	});

	it('does not count organisations among people', async () => {
		const testApp = await makeTestApp();
		await strategyOf(testApp);
		await poll(testApp, 18);
		for (let i = 0; i < 6; i++) {
			const organisation = await testApp.person('practice', { organisation: `Verein ${i}` });
			for (let number = 1; number <= POINTS; number++) await votes.castVote(testApp.as(organisation), number, 'agree');
		}
		expect(await drawNextMorning(testApp)).toBe(0);
	});
});
