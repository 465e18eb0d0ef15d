import { z } from 'zod';
import { hintsIn, type Hint } from './personal.ts';

const Typed = z.record(z.string(), z.unknown());
/** Fields that become public; `title-3` is one of several sheets. */
const SHOWN = /^(?:title|body|evidence|reason)(?:-\d+)?$/;

/** What looks like personal data in a form of ours; nothing when the writer has been asked and wants it to stay. */
function found(form: unknown): Hint[] {
	const typed = Typed.safeParse(form).data;
	if (!typed || typed.hinted === 'yes') return [];
	const shown = Object.entries(typed).flatMap(([name, value]) => (SHOWN.test(name) ? [value].flat() : []));
	return hintsIn(shown.filter((text) => typeof text === 'string').join('\n'));
}

/**
 * The form, and once a question back when the text seems to give somebody away: "this looks like a telephone number and a name,
 * send it all the same?". Asked together with everything that must be mended anyway: each way back costs patience.
 */
export function hinting<S extends z.ZodType>(schema: S) {
	return z.unknown().transform((typed, context): z.output<S> => {
		const parsed = schema.safeParse(typed);
		// With everything that says what is wrong: how long a text may be, too.
		for (const issue of parsed.error?.issues ?? []) {
			const most = issue.code === 'too_big' ? { most: issue.maximum } : {};
			context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message, params: most });
		}
		const hints = found(typed);
		if (hints.length > 0) {
			context.addIssue({ code: 'custom', path: ['hinted'], message: 'hintFound', params: { hints } });
		}
		return parsed.success ? parsed.data : z.NEVER;
	});
}
