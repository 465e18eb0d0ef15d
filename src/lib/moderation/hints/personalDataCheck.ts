import { z } from 'zod';
import { hintsIn, type Hint } from './personalData.ts';

const Typed = z.record(z.string(), z.unknown());
/** Fields that become public; `title-3` is one of several sheets, `minutes` the record of a meeting, `reading` what its group adopted. */
const SHOWN = /^(?:title|body|evidence|reason|minutes|reading|alt)(?:-\d+)?$/;

/** What the form sends that does not stand in its fields: sections of a file, which are only ticked. */
type Beside = (typed: Readonly<Record<string, unknown>>) => readonly string[];

/** What looks like personal data in a form of ours; nothing when the writer has been asked and wants it to stay. */
function found(form: unknown, beside: Beside): Hint[] {
	const typed = Typed.safeParse(form).data;
	if (!typed || typed.hinted === 'yes') return [];
	const shown = Object.entries(typed).flatMap(([name, value]) => (SHOWN.test(name) ? [value].flat() : []));
	return hintsIn([...shown, ...beside(typed)].filter((text) => typeof text === 'string').join('\n'));
}

/**
 * The form, and once a question back when the text seems to give somebody away: "this looks like a telephone number and a name,
 * send it all the same?". Asked together with everything that must be mended anyway: each way back costs patience.
 */
export function personalDataCheck<S extends z.ZodType>(schema: S, beside: Beside = () => []) {
	return z.unknown().transform((typed, context): z.output<S> => {
		const parsed = schema.safeParse(typed);
		// With everything that says what is wrong: how long a text may be, too.
		for (const issue of parsed.error?.issues ?? []) {
			const most = issue.code === 'too_big' ? { most: issue.maximum } : {};
			context.addIssue({ code: 'custom', path: [...issue.path], message: issue.message, params: most });
		}
		const hints = found(typed, beside);
		if (hints.length > 0) {
			context.addIssue({ code: 'custom', path: ['hinted'], message: 'hintFound', params: { hints } });
		}
		return parsed.success ? parsed.data : z.NEVER;
	});
}
