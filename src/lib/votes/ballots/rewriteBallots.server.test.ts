import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import { newId } from '#lib/server/ids.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { repeated } from '#lib/server/db/transaction.ts';
import { declarePublished, draft } from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp } from '../../../../tests/support/machine/testApp.ts';
import { BallotSheetForm } from '../sheets/sheet.ts';
import * as votes from '../votes.server.ts';
import { ballotsOn } from './store.server.ts';

async function scene() {
	const testApp = await makeTestApp();
	const version = await draft(testApp, [{}]);
	await declarePublished(testApp, version);
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const point = version.points[0]?.number ?? 0;
	const head = { channel: 'paper', date: '2027-05-09', place: 'Tagestreff', group: 'affected', consent: 'yes' };
	const record = (id = newId()) => {
		const form = { ...head, id, version: String(version.number), [`choice-${point}`]: 'agree' };
		return votes.recordSheet(helper, testApp.consultationId, BallotSheetForm.parse(form));
	};
	return { testApp, helper, point, record };
}

describe('while the ballots of a phase are written anew', () => {
	const kinds = {
		'a sheet that is typed in':
			async ({ record }) =>
			() =>
				record(),
		'a sheet that is taken back': async ({ record, helper }) => {
			const id = newId();
			await record(id);
			return () => votes.withdrawSheet(helper, id);
		},
		'a sheet whose holder takes it over': async ({ record, testApp }) => {
			const { code } = await record();
			const holder = testApp.as(await testApp.person());
			await votes.castVote(holder, 1, 'disagree').catch(() => undefined);
			return () => votes.claimVotes(holder, tidyCode(code ?? ''));
		},
		'a vote': async ({ testApp, point }) => {
			const voter = testApp.as(await testApp.person());
			return () => votes.castVote(voter, point, 'agree');
		}
	} satisfies Record<string, (here: Awaited<ReturnType<typeof scene>>) => Promise<() => Promise<unknown>>>;

	// What came in between the reading and the writing would be gone, and somebody has been told that it counts.
	it.each(Object.entries(kinds))('%s waits until it is done, and is there afterwards', async (_, prepare) => {
		const here = await scene();
		const { app } = here.testApp;
		const act = await prepare(here);
		const done: string[] = [];
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		let begun = () => {};
		const holding = new Promise<void>((resolve) => (begun = resolve));
		const rewriting = repeated(app, 'read committed', async (db) => {
			await ballotsOn(makeCtx(app, 'test')).exclude(db);
			begun();
			await held;
			done.push('written anew');
		});
		await holding;
		const acting = act().then(() => done.push('acted'));
		await new Promise((resolve) => setTimeout(resolve, 300));
		const before = [...done];
		release();
		await Promise.all([rewriting, acting]);
		expect(before).toEqual([]);
		expect(done).toEqual(['written anew', 'acted']);
	});
});
