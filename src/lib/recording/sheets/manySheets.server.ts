import type { Ctx } from '../../server/ctx.ts';
import { fieldSentence, reasonSentence, t } from '../../texts/texts.ts';
import { NotFound, obey, Refused } from '../../verdict.ts';
import { asSheet, type ManySheetsInput } from './manySheets.ts';
import { mayRecord } from '../recording.ts';
import { recordSheet } from '../writing.server.ts';

/** What became of a row: saved with a number and, for one person, a code that is told once; or why not, as sentences by the name of the field. */
export type Outcome = { place: number } & (
	{ number: number; code: string | null } | { errors: Record<string, string> }
);

/**
 * Writes down several sheets, each in a transaction of its own: one that is wrong keeps nobody else's words out.
 * Sending the same page again saves only what was not saved.
 */
export async function recordMany(
	ctx: Ctx,
	consultationId: string,
	pile: ManySheetsInput,
	workshopId?: string
): Promise<Outcome[]> {
	obey(mayRecord(ctx.person));
	const outcomes: Outcome[] = [];
	for (const { place, form } of pile.rows) {
		if (!form.ok) {
			const errors = Object.entries(form.errors).map(([part, key]) => [`${part}-${place}`, fieldSentence(key)]);
			outcomes.push({ place, errors: Object.fromEntries(errors) });
			continue;
		}
		try {
			const { number, code } = await recordSheet(ctx, consultationId, { ...asSheet(pile, form.sheet), workshopId });
			outcomes.push({ place, number, code });
		} catch (problem) {
			outcomes.push({ place, errors: { [`body-${place}`]: sentenceOf(ctx, problem) } });
		}
	}
	return outcomes;
}

/** Whatever it is, it is this row's: the codes of rows that are saved are told once, in the same answer. */
function sentenceOf(ctx: Ctx, problem: unknown): string {
	if (problem instanceof Refused) return reasonSentence(problem.reason, problem.facts);
	if (problem instanceof NotFound) return fieldSentence('wrong');
	ctx.app.log.error({ err: problem }, 'a sheet could not be written down');
	return t.unsent.fault;
}
