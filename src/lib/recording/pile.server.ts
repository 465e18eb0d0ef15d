import type { Ctx } from '../server/ctx.ts';
import { fieldSentence, reasonSentence } from '../texts/texts.ts';
import { NotFound, obey, Refused } from '../verdict.ts';
import { asSheet, type PileInput } from './pile.ts';
import { mayRecord } from './recording.ts';
import { putDown } from './writing.server.ts';

/** What became of a row: saved with a number, or why not, as sentences by the name of the field. */
export type Outcome = { place: number } & ({ number: number } | { errors: Record<string, string> });

/**
 * Writes down several sheets, each in a transaction of its own: one that is wrong keeps nobody else's words out.
 * Sending the same page again saves only what was not saved.
 */
export async function putDownMany(
	ctx: Ctx,
	consultationId: string,
	pile: PileInput,
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
			const { number } = await putDown(ctx, consultationId, { ...asSheet(pile, form.sheet), workshopId });
			outcomes.push({ place, number });
		} catch (problem) {
			outcomes.push({ place, errors: { [`title-${place}`]: sentenceOf(problem) } });
		}
	}
	return outcomes;
}

function sentenceOf(problem: unknown): string {
	if (problem instanceof Refused) return reasonSentence(problem.reason, problem.facts);
	if (problem instanceof NotFound) return fieldSentence('wrong');
	throw problem;
}
