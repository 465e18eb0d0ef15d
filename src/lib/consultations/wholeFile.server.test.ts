import { describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { SHIPPED } from '#lib/profile/shipped.ts';
import { reasonSentence } from '#lib/texts/texts.ts';
import { Refused } from '#lib/verdict.ts';
import { emptyTown } from '../../../tests/support/lively.ts';
import { profileWith } from '../../../tests/support/profiles.ts';
import { makeTestApp, NOON } from '../../../tests/support/machine/testApp.ts';
import { EXAMPLE, Plan } from './plan.ts';
import * as wholeFile from './wholeFile.server.ts';

const TOWN = SHIPPED.get('jugend-stadt') ?? DEFAULT_PROFILE;
const fileWith = (process: unknown, chosen: object = TOWN) => JSON.stringify({ ...chosen, process });
const ideas = { title: 'Ideen', from: '2027-01-01', until: '2027-02-28', actions: ['propose'] };

/** What whoever wrote the file reads. */
function said(file: string): string {
	try {
		wholeFile.read(file);
	} catch (problem) {
		if (problem instanceof Refused) return reasonSentence(problem.reason, problem.facts);
		throw problem;
	}
	return 'taken';
}

describe('a profile as a file with its process', () => {
	it('brings the whole process to another installation, and comes out of it as it went in', async () => {
		const one = await emptyTown(NOON);
		const ctx = one.as(await one.person('none', { roles: ['admin'] }));
		const plan = {
			...EXAMPLE,
			phases: [
				{ ...ideas, groups: { propose: ['youth'] } },
				{
					title: 'Für uns',
					from: '2027-03-01',
					until: '2027-03-31',
					actions: ['propose'],
					peerGroup: 'adults',
					groups: { propose: ['adults'] }
				}
			]
		};
		expect(await wholeFile.take(ctx, wholeFile.read(fileWith(plan)), 0)).toBe('made');
		const text = await wholeFile.write(ctx);
		const other = await emptyTown(NOON);
		const there = other.as(await other.person('none', { roles: ['admin'] }));
		expect(await wholeFile.take(there, wholeFile.read(text), 0)).toBe('made');
		expect(await wholeFile.write(there)).toBe(text);
		const { title, allFields, allQuestions, phases } = await consultations.current(there);
		expect([title, allFields.map((one) => one.title), allQuestions.map((one) => one.title)]).toEqual([
			EXAMPLE.title,
			EXAMPLE.fields.map((one) => one.title),
			EXAMPLE.questions
		]);
		expect(phases.map(({ peerGroup }) => peerGroup)).toEqual([null, 'adults']);
		expect((await profile.current(there)).look.name).toBe(TOWN.look.name);
	});

	it('changes nothing of a process that is there, and says so', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const before = await consultations.current(ctx);
		expect(await wholeFile.take(ctx, wholeFile.read(fileWith(EXAMPLE, DEFAULT_PROFILE)))).toBe('stays');
		expect(await consultations.current(ctx)).toEqual(before);
		expect(await wholeFile.take(ctx, wholeFile.read(JSON.stringify(DEFAULT_PROFILE)))).toBe('none');
	});

	it('is written so that it can be read, whatever hours phases change hands at', async () => {
		const testApp = await emptyTown(NOON);
		const ctx = testApp.as(null);
		const at = (day: string) => `2027-0${day}T12:00:00.000Z`;
		await consultations.establish(ctx, {
			...{ slug: 's', title: 'S', lead: '', questions: [], fields: [{ slug: 'f', title: 'F', lead: '' }] },
			phases: [
				{ slug: 'a', title: 'A', beginsAt: at('1-01'), endsAt: at('2-01'), actions: ['vote'] },
				{ slug: 'b', title: 'B', beginsAt: at('2-01'), endsAt: at('3-01'), actions: ['vote'] }
			]
		});
		const { plan } = wholeFile.read(await wholeFile.write(ctx));
		expect(plan?.phases.map(({ slug }) => slug)).toEqual(['a', 'b']);
		expect(Plan.safeParse(JSON.parse(await wholeFile.write(ctx)).process).success).toBe(true);
	});

	it.each([
		['overlapping phases', { ...EXAMPLE, phases: [ideas, { ...ideas, title: 'Mehr Ideen' }] }, /»process\.phases\.2«/],
		[
			'a phase that ends before it begins',
			{ ...EXAMPLE, phases: [{ ...ideas, until: '2026-01-01' }] },
			/»process\.phases\.1\.until«/
		],
		[
			'a group of another profile',
			{ ...EXAMPLE, phases: [{ ...ideas, groups: { propose: ['affected'] } }] },
			/»process\.phases\.1\.groups\.propose\.1«/
		],
		['two fields of one name', { ...EXAMPLE, fields: [{ title: 'Wege' }, { title: 'wege' }] }, /»process\.fields«/],
		['no phase', { ...EXAMPLE, phases: [] }, /»process\.phases«/],
		['an unknown key', { ...EXAMPLE, titel: 'Strategie' }, /process\.titel/],
		['no process at all', 'Strategie', /»process«/]
	])('with %s is refused in one sentence that names the place', (_, process, place) => {
		expect(said(fileWith(process))).toMatch(place);
		expect(said(fileWith(process))).not.toContain('\n');
	});

	it.each([
		['one group', { ...TOWN, groups: TOWN.groups.slice(0, 1) }, /»groups«/],
		['seven groups', { ...TOWN, groups: [...profileWith(6).groups, { ...TOWN.groups[0] }] }, /»groups«/],
		['an unknown key', { ...TOWN, farbe: 'rot' }, /farbe/],
		['a newer version', { ...TOWN, format: 99 }, /99/]
	])('of %s is refused in one sentence, whatever process is in it', (_, chosen, place) => {
		expect(said(fileWith(EXAMPLE, chosen))).toMatch(place);
	});

	it('is taken over as a whole or not at all', async () => {
		const testApp = await emptyTown(NOON);
		const ctx = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		const read = wholeFile.read(fileWith(EXAMPLE));
		const broken = { ...read, plan: { ...read.plan, phases: [{ slug: 'x' }] } };
		await expect(Reflect.apply(wholeFile.take, null, [ctx, broken, 0])).rejects.toThrow();
		expect((await profile.state(ctx)).number).toBe(0);
		expect(await consultations.find(ctx)).toBeNull();
	});
});
