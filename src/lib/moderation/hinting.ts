import { z } from 'zod';
import { hintsIn, type HintKind } from './personal.ts';

const QUESTION: Readonly<Record<HintKind, string>> = {
	phone: 'hintPhone',
	email: 'hintEmail',
	iban: 'hintIban',
	address: 'hintAddress'
};

const Typed = z.object({
	title: z.string().catch(''),
	body: z.string().catch(''),
	evidence: z.string().catch(''),
	reason: z.string().catch(''),
	hinted: z.string().optional().catch(undefined)
});

/** What looks like personal data in a form of ours; nothing when the writer has been asked and wants it to stay. */
function question(form: unknown): string | null {
	const typed = Typed.safeParse(form).data;
	if (!typed || typed.hinted === 'yes') return null;
	const [first] = hintsIn([typed.title, typed.body, typed.evidence, typed.reason].join('\n'));
	return first ? QUESTION[first.kind] : null;
}

/**
 * The form, and once a question back when the text seems to give somebody away: "this looks like a telephone number,
 * send it all the same?". Asked together with everything that must be mended anyway: each way back costs patience.
 */
export function hinting<S extends z.ZodType>(schema: S) {
	return z.unknown().transform((typed, context): z.output<S> => {
		const parsed = schema.safeParse(typed);
		for (const { path, message } of parsed.error?.issues ?? [])
			context.addIssue({ code: 'custom', path: [...path], message });
		const message = question(typed);
		if (message) context.addIssue({ code: 'custom', path: ['hinted'], message });
		return parsed.success ? parsed.data : z.NEVER;
	});
}
