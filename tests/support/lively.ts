import * as answers from '#lib/answers/answers.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { hiding } from './files/office.ts';
import { contribute, twoVersions } from './strategy/strategy.ts';
import { releaseReport } from './machine/released.ts';
import { makeTestApp, nextMorning, type TestApp } from './machine/testApp.ts';

/**
 * A town in which everything has happened that open data tells of: contributions of persons and organisations, one of
 * them taken back, talk, three versions, votes of many and of few, answers, a landscape, a report.
 */
export async function lively(): Promise<TestApp> {
	const testApp = await makeTestApp();
	const union = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	const contributions = [
		await contribute(testApp, union, '=Anträge; "gemeinsam"'),
		await contribute(testApp, union, 'Busse')
	];
	const editor = await twoVersions(testApp);
	await poll(testApp);
	await discuss(testApp, contributions[0] ?? 0);
	await hide(testApp, HIDDEN);
	await editor.start();
	await answers.write(editor.ctx, {
		proposals: [(await proposals.byNumber(testApp.as(null), contributions[1] ?? 0)).id],
		...{ disposition: 'elsewhere', reason: 'Darüber entscheidet der Bund.', responsible: 'Bund' }
	});
	const { id } = await editor.draft();
	await transaction(editor.ctx, async (ctx) => answers.publishAnswers(ctx, await strategy.versionById(ctx, id)));
	await editor.publish();
	testApp.at(nextMorning(testApp.now));
	await opinion.drawLandscapes(testApp.as(null));
	const publisher = await testApp.person('none', { roles: ['publisher'] });
	const report = { id: newId(), title: 'Erster Bericht', foreword: 'An den **Ausschuss**.' };
	const reader = await testApp.person('none', { roles: ['publisher'] });
	await releaseReport(testApp.as(reader), testApp.as(publisher), testApp.consultationId, report);
	return testApp;
}

/** Many affected people, some who work in practice, and three researchers: of whom nothing may be told. */
async function poll(testApp: TestApp): Promise<void> {
	for (let person = 0; person < 24; person++) {
		const who = await testApp.person(person < 14 ? 'affected' : person < 21 ? 'practice' : 'research');
		await votes.castVote(testApp.as(who), 1, person % 4 === 0 ? 'disagree' : 'agree');
		await votes.castVote(testApp.as(who), 3, person < 14 ? 'agree' : 'pass');
	}
	const union = await testApp.person('practice', { organisation: 'Stadt Musterstadt' });
	await votes.castVote(testApp.as(union), 1, 'disagree');
	await votes.publishResults(testApp.as(null));
}

/** A thread on a contribution and a comment on a point. */
async function discuss(testApp: TestApp, number: number): Promise<void> {
	const root = { id: newId(), parentId: null, stance: 'note', body: 'Das kenne ich auch.' } as const;
	const reply = { id: newId(), parentId: root.id, stance: 'question', body: 'Woher?' } as const;
	const onPoint = { id: newId(), parentId: null, stance: 'pro', body: 'Bitte bald.' } as const;
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const write = async (
		form: typeof root | typeof reply | typeof onPoint,
		find: Parameters<typeof comments.write>[1]
	) => {
		await comments.write(testApp.as(await testApp.person('research')), find, form);
		const decision = { id: newId(), kind: 'comment', subjectId: form.id, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(testApp.as(moderator), decision);
	};
	await write(root, (ctx) => comments.aboutProposal(ctx, number));
	await write(reply, (ctx) => comments.aboutProposal(ctx, number));
	await write(onPoint, (ctx) => strategy.subjectOf(ctx, 1));
}

/** A contribution that stands behind points, and is no longer public. */
const HIDDEN = 4;

async function hide(testApp: TestApp, number: number): Promise<void> {
	const { id } = await proposals.byNumber(testApp.as(null), number);
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	await moderation.decide(testApp.as(moderator), hiding('proposal', id));
}

/** An installation at that time in which nobody has set up anything. */
export async function emptyTown(now: string): Promise<TestApp> {
	const testApp = await makeTestApp();
	testApp.at(now);
	await transaction(testApp.as(null), async ({ db }) => {
		for (const table of [
			...(['journal', 'processEdits', 'phaseGroups', 'phaseActions'] as const),
			...(['phases', 'fields', 'questions', 'consultations'] as const)
		]) {
			await db.deleteFrom(table).execute();
		}
	});
	return testApp;
}
