import { z } from 'zod';
import { whole } from '../../../texts/numbers.ts';
import { fieldSentence, fill, t } from '../../../texts/texts.ts';
import type { FormValues } from './readForm.ts';

const HINTS_MAX = 8;

/** What rules of ours say beside their key. */
const Params = z
	.object({
		most: z.number().optional(),
		facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
		hints: z.array(z.object({ kind: z.string(), passage: z.string() })).optional()
	})
	.catch({ facts: {} });

const kinds = (): Readonly<Record<string, string>> => t.moderation.desk.hintKinds;

/** Every kind of it at once, with the words it is about: nobody is asked again for the next one. */
function hintSentence(hints: readonly { kind: string; passage: string }[]): string {
	const named = hints.slice(0, HINTS_MAX).map(({ kind, passage }) => `${kinds()[kind] ?? ''} »${passage}«`);
	const more = hints.length - named.length;
	const found = [...named, ...(more > 0 ? [fill(t.forms.hintMore, { more })] : [])].join(', ');
	return fill(t.forms.hintFound, { found });
}

function tooLong(typed: unknown, most: number): string {
	// As the rule counts: without what stands empty around it.
	const length = typeof typed === 'string' ? typed.trim().length : 0;
	if (length <= most) return t.forms.tooLong;
	return fill(t.forms.tooLongBy, { length: whole(length), most: whole(most), over: whole(length - most) });
}

function sentence(issue: z.core.$ZodIssue, typed: FormValues): string {
	const { most, hints, facts } = Params.parse(issue.code === 'custom' ? (issue.params ?? {}) : {});
	if (hints) return hintSentence(hints);
	const limit = issue.code === 'too_big' ? Number(issue.maximum) : most;
	if (issue.message === 'tooLong' && limit !== undefined) return tooLong(typed[String(issue.path[0])], limit);
	return fill(fieldSentence(issue.message), facts);
}

/** Sentence by field: the first of each. */
export function fieldErrors(problem: z.ZodError, typed: FormValues): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of problem.issues) errors[String(issue.path[0] ?? 'form')] ??= sentence(issue, typed);
	return errors;
}
