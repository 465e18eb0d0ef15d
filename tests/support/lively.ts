import * as answers from '#lib/answers/answers.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { hiding } from './office.ts';
import { contribute, twoVersions } from './strategy.ts';
import { releaseReport } from './released.ts';
import { makeTown, nextMorning, type Town } from './town.ts';

/**
 * A town in which everything has happened that open data tells of: contributions of persons and organisations, one of
 * them taken back, talk, three versions, votes of many and of few, answers, a landscape, a report.
 */
export async function lively(): Promise<Town> {
	const town = await makeTown();
	const union = await town.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	const contributions = [
		await contribute(town, union, '=Anträge; "gemeinsam"'),
		await contribute(town, union, 'Busse')
	];
	const editor = await twoVersions(town);
	await poll(town);
	await discuss(town, contributions[0] ?? 0);
	await hide(town, HIDDEN);
	await editor.start();
	await answers.write(editor.ctx, {
		proposals: [(await proposals.byNumber(town.as(null), contributions[1] ?? 0)).id],
		...{ disposition: 'elsewhere', reason: 'Darüber entscheidet der Bund.', responsible: 'Bund' }
	});
	const { id } = await editor.draft();
	await together(editor.ctx, (ctx) => answers.goOut(ctx, id));
	await editor.publish();
	town.at(nextMorning(town.now));
	await opinion.drawLandscapes(town.as(null));
	const publisher = await town.person('none', { roles: ['publisher'] });
	const report = { id: newId(), title: 'Erster Bericht', foreword: 'An den **Ausschuss**.' };
	const reader = await town.person('none', { roles: ['publisher'] });
	await releaseReport(town.as(reader), town.as(publisher), town.consultationId, report);
	return town;
}

/** Many affected people, some who work in practice, and three researchers: of whom nothing may be told. */
async function poll(town: Town): Promise<void> {
	for (let person = 0; person < 24; person++) {
		const who = await town.person(person < 14 ? 'affected' : person < 21 ? 'practice' : 'research');
		await votes.cast(town.as(who), 1, person % 4 === 0 ? 'disagree' : 'agree');
		await votes.cast(town.as(who), 3, person < 14 ? 'agree' : 'pass');
	}
	const union = await town.person('practice', { organisation: 'Stadt Musterstadt' });
	await votes.cast(town.as(union), 1, 'disagree');
	await votes.publishResults(town.as(null));
}

/** A thread on a contribution and a comment on a point. */
async function discuss(town: Town, number: number): Promise<void> {
	const root = { id: newId(), parentId: null, stance: 'note', body: 'Das kenne ich auch.' } as const;
	const reply = { id: newId(), parentId: root.id, stance: 'question', body: 'Woher?' } as const;
	const onPoint = { id: newId(), parentId: null, stance: 'pro', body: 'Bitte bald.' } as const;
	const moderator = await town.person('none', { roles: ['moderator'] });
	const write = async (
		form: typeof root | typeof reply | typeof onPoint,
		find: Parameters<typeof comments.write>[1]
	) => {
		await comments.write(town.as(await town.person('research')), find, form);
		const decision = { id: newId(), kind: 'comment', subjectId: form.id, seen: 'waiting', deed: 'publish' } as const;
		await moderation.decide(town.as(moderator), decision);
	};
	await write(root, (ctx) => comments.aboutProposal(ctx, number));
	await write(reply, (ctx) => comments.aboutProposal(ctx, number));
	await write(onPoint, (ctx) => strategy.subjectOf(ctx, 1));
}

/** A contribution that stands behind points, and is no longer public. */
const HIDDEN = 4;

async function hide(town: Town, number: number): Promise<void> {
	const { id } = await proposals.byNumber(town.as(null), number);
	const moderator = await town.person('none', { roles: ['moderator'] });
	await moderation.decide(town.as(moderator), hiding('proposal', id));
}

/** An installation at that time in which nobody has set up anything. */
export async function emptyTown(now: string): Promise<Town> {
	const town = await makeTown();
	town.at(now);
	await together(town.as(null), async ({ db }) => {
		for (const table of ['journal', 'phaseActions', 'phases', 'fields', 'consultations'] as const) {
			await db.deleteFrom(table).execute();
		}
	});
	return town;
}
