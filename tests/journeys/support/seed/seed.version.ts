import { randomUUID } from 'node:crypto';
import * as answers from '#lib/answers/answers.server.ts';
import * as publishing from '#lib/publishing/publishing.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newId } from '#lib/server/ids.ts';
import * as drafting from '#lib/strategy/drafts/drafts.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { POINTS } from '../contents.ts';
import type { Who } from '../people.ts';
import { dissent } from './seed.board.ts';
import { MEASURES } from './seed.priorities.ts';

type As = (who: Who) => Ctx;

/** Version 1: two points, an answer to every contribution but one. */
export async function publishVersion(as: As, consultationId: string, numbers: readonly number[]): Promise<void> {
	await drafting.startDraft(as('editor'), consultationId);
	const draft = async () => {
		const found = await strategy.draftOf(as('editor'), consultationId);
		if (!found) throw new Error('there is no draft');
		return found;
	};
	for (const { from, ...wording } of POINTS) {
		const { id: version, revision } = await draft();
		const sources = from.flatMap((index) => numbers[index] ?? []);
		const form = { id: randomUUID(), version, revision, ...wording, from: sources, relation: 'summarises' } as const;
		await drafting.addPoint(as('editor'), form);
	}
	for (const [number, text] of MEASURES) {
		const { id: version, revision } = await draft();
		// In the order in which they are written.
		const measure = { id: newId(), text, responsible: 'Das Land', competence: 'land' } as const;
		await strategy.putMeasure(as('editor'), number, { version, revision, ...measure });
	}
	const { id } = await draft();
	const lacking = await answers.unanswered(as('editor'), id);
	const told = lacking.slice(0, -1).map((one) => one.id);
	const behind = await strategy.sourcedIn(as('editor'), id, told);
	const reason = 'Das steht jetzt so in der Strategie.';
	for (const disposition of ['adopted', 'elsewhere'] as const) {
		const proposals = told.filter((one) => behind.has(one) === (disposition === 'adopted'));
		if (proposals.length > 0)
			await answers.write(as('editor'), { proposals, disposition, reason, responsible: 'Die Stadt' });
	}
	const waiver = async (check: 'understood' | 'easy') => {
		const { id: version, revision } = await draft();
		await strategy.waive(as('editor'), { version, revision, check, reason: 'Das holen wir nach.' });
	};
	await waiver('understood');
	await waiver('easy');
	await dissent(as, id);
	const { state: digest } = await publishing.readForApproval(as('publisher'), id);
	await publishing.approve(as('publisher'), id, digest);
	await publishing.publish(as('secondPublisher'), id, 1);
}
