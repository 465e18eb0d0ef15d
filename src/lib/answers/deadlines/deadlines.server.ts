import type { Consultation } from '../../consultations/consultation.ts';
import { answerBy } from '../../consultations/phases/answerPromise.ts';
import type { Ctx } from '../../server/ctx.ts';
import { deadlineOf, type Deadline } from './deadline.ts';
import * as store from './store.server.ts';

/**
 * What was promised to those who wrote in each phase that has begun, and how it is kept; in the order of the phases. A
 * contribution keeps what was promised when it was sent: a phase that is changed afterwards can have two promises.
 */
export async function deadlines(ctx: Ctx, { id, phases }: Pick<Consultation, 'id' | 'phases'>): Promise<Deadline[]> {
	const promised = await store.countsByPromise(ctx.db, id);
	return phases
		.filter(({ beginsAt }) => beginsAt <= ctx.now)
		.flatMap((phase) => {
			const own = promised.filter((row) => row.phaseId === phase.id);
			if (own.length === 0 && phase.actions.includes('propose'))
				return [deadlineOf(phase, answerBy(phase), { received: 0, answered: 0 }, ctx.now)];
			return own.map(({ answerBy, received, answered }) =>
				deadlineOf(phase, answerBy, { received: Number(received), answered: Number(answered) }, ctx.now)
			);
		});
}
