import { day, isoDay } from '../../texts/dates.ts';
import { DAY, later } from '../../time.ts';
import { noWhen, type Verdict } from '../../verdict.ts';
import { openPhase, peerPhase, type Phase, type Turn } from '../consultation.ts';
import { startOfDay } from './phases.ts';

/** Until when somebody who contributes is promised an answer. */

/** Where nothing else is promised: so many days after the phase has ended. */
export const PROMISED_DAYS = 56;

/** YYYY-MM-DD, the last day on which an answer comes in time: the one that is said, or that follows from when the phase ends. */
export function answerBy({ answerBy = null, endsAt }: Pick<Phase, 'answerBy' | 'endsAt'>): string {
	return answerBy ?? isoDay(later(endsAt, PROMISED_DAYS * DAY));
}

/** What a contribution of this group keeps that is sent now: the phase it belongs to, and what is promised in it. */
export function promiseFor(phases: readonly Phase[], group: Turn, now: string) {
	const phase = openPhase(phases, 'propose', now, group);
	return {
		phaseId: phase?.id ?? null,
		answerBy: phase && answerBy(phase),
		peerPhaseId: peerPhase(phases, group, now)?.id ?? null
	};
}

/** An answer to what is said in a phase cannot be promised for a day before it begins. */
export function mayPromiseAnswer(answerBy: string | null, { beginsAt }: { beginsAt: string }): Verdict {
	const early = answerBy !== null && startOfDay(answerBy, 0) < beginsAt;
	return noWhen(early, 'answerTooEarly', { from: day(beginsAt) });
}
