import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { Gone, NotFound, Refused, Stale, type Current, type Reason, type Verdict } from '../../../verdict.ts';
import type { Ctx } from '../../ctx.ts';
import { databaseErrorOf } from '../../db/databaseErrors.ts';
import { tryOut } from '../../db/tryOut.ts';
import { reasonSentence, t } from '../../../texts/texts.ts';
import { fieldErrors } from './fieldErrors.ts';
import { MOST_FORM_BYTES } from './formLimits.ts';
import { locationHeader } from '../address/redirectTarget.ts';
import { formAction, formValues, readForm, readUpload, type FormValues, type Upload } from './readForm.ts';

/** What a page gets back when a form was not taken: everything typed, and what is wrong, beside the field and above. */
export interface FormState {
	values: FormValues;
	/** Sentence by field name; the key `form` is about the form as a whole. */
	errors: Record<string, string>;
	/** Which of the page's forms, e.g. `?/send`; empty for its only one. */
	action: string;
	/** Somebody else has changed it meanwhile: what stands there now. */
	current: Current | null;
}

type Event = Pick<RequestEvent, 'request' | 'locals' | 'url'>;

/** As the form names it: `?/send`. Of the request, not of the page: a form that is shown again is asked for without it. */
function actionShown({ request }: Event): string {
	const action = formAction(new URL(request.url));
	return action && `?${action}`;
}

/** A password is never sent back, whichever field it was typed into. */
function withoutPasswords(typed: FormValues): FormValues {
	return Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
}

type Outcome<T> = { value: T } | { failure: ActionFailure<FormState> };

async function attempt<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>,
	given?: FormValues
): Promise<Outcome<T>> {
	const { locals } = event;
	const action = actionShown(event);
	const typed = given ?? formValues(await readForm(event.request));
	const values = withoutPasswords(typed);
	locals.sent = values;
	// Somebody has come back to what was not taken: it is shown again, and nothing is done.
	if (locals.refilled) return { failure: fail(200, { values, errors: {}, action, current: null }) };
	const parsed = schema.safeParse(typed);
	if (!parsed.success)
		return { failure: await refuse(event, typed, { status: 422, errors: fieldErrors(parsed.error, typed) }) };
	try {
		const value = await verb(locals.ctx, parsed.data);
		await locals.putting?.drop(typed);
		return { value };
	} catch (problem) {
		const told = answerTo(problem);
		if (told) {
			const { status, sentence, current = null } = told;
			const why = { status, errors: { form: sentence }, current, final: isFinal(problem) };
			return { failure: await refuse(event, typed, why) };
		}
		await refuse(event, typed, { status: 500, errors: {} });
		throw problem;
	}
}

interface Why {
	status: number;
	errors: Record<string, string>;
	current?: Current | null;
	/** Coming back to it would help nobody. */
	final?: boolean;
}

/** The one way in which a form is not taken: everything typed goes back to the page, and is put aside for coming back. */
async function refuse(event: Event, typed: FormValues, why: Why) {
	const { locals } = event;
	const { status, errors, current = null, final = false } = why;
	const values = withoutPasswords(typed);
	// While the database is away nothing can be put aside: the page that says so has it all.
	const kept = status !== 503 && !final && ((await locals.putting?.park(typed)) ?? false);
	locals.refused = { why: errors.form ?? null, kept, current };
	return fail(status, { values, errors, action: actionShown(event), current });
}

/**
 * The three moves of every form: read it, one verb, an answer. `verb` returns where to go next (303).
 * A password is never sent back. Bad input is 422, a refusal 403 (429 when there were too many tries), what is not there
 * 404, a thing changed meanwhile 409, a busy database 503, all with the values kept.
 */
export async function act<S extends z.ZodType>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<string>
): Promise<ActionFailure<FormState>> {
	const outcome = await attempt(event, schema, verb);
	if ('failure' in outcome) return outcome.failure;
	redirect(303, locationHeader(outcome.value, event.locals.ctx.now));
}

/** What a form would do, with everything typed: it comes back as if it had not been taken, for nothing is saved. */
export interface Previewed<T> extends FormState {
	shown: T;
}

/**
 * Like `act`, for seeing beforehand: `verb` does what saving would do, is refused as saving would be, and answers with what
 * becomes different; then all of it is taken back.
 */
export async function preview<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>
): Promise<ActionFailure<FormState> | Previewed<T>> {
	const outcome = await attempt(event, schema, (ctx, form) => tryOut(ctx, (ctx) => verb(ctx, form)));
	return 'failure' in outcome ? outcome.failure : previewed(event, outcome.value, event.locals.sent ?? {});
}

/**
 * `preview` for whoever reads through what was written before sending it: the browser's arrow leads back to a form that
 * holds it all.
 */
export async function review<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>
): Promise<ActionFailure<FormState> | Previewed<T>> {
	const outcome = await preview(event, schema, verb);
	if ('shown' in outcome) await event.locals.putting?.park(outcome.values);
	return outcome;
}

const previewed = <T>(event: Event, shown: T, values: FormValues): Previewed<T> => ({
	...{ shown, values, errors: {}, current: null },
	action: actionShown(event)
});

export interface FileForm<S extends z.ZodType> {
	schema: S;
	/** Of all files together. */
	most: number;
	/** Asked before anything is read: nobody else fills the memory. */
	may: Verdict;
	/** What to say beside the field of the file for this error; null: it is about something else. */
	wrong(problem: unknown): string | null;
	/** Without a file. */
	missing: string;
}

/** Like `act`, for a form with one file in the field `file`. What is wrong with it is said beside that field (422). */
export async function actOnFile<S extends z.ZodType>(
	event: Event,
	form: FileForm<S>,
	verb: (ctx: Ctx, form: z.output<S>, file: Upload['files'][number]) => Promise<string>
): Promise<ActionFailure<FormState>> {
	return actOnFiles(event, form, (ctx, values, [file]) => verb(ctx, values, file ?? NO_FILE));
}

/** The same with several files in that field. */
export async function actOnFiles<S extends z.ZodType>(
	event: Event,
	form: FileForm<S>,
	verb: (ctx: Ctx, form: z.output<S>, files: Upload['files']) => Promise<string>
): Promise<ActionFailure<FormState>> {
	const outcome = await attemptOnFiles(event, form, verb);
	if ('failure' in outcome) return outcome.failure;
	redirect(303, locationHeader(outcome.value, event.locals.ctx.now));
}

/** `preview` of a form with one file, which goes back to the page: nobody has to choose it again. */
export async function previewFile<S extends z.ZodType, T>(
	event: Event,
	form: FileForm<S>,
	verb: (ctx: Ctx, form: z.output<S>, file: Upload['files'][number]) => Promise<T>
): Promise<ActionFailure<FormState> | Previewed<T>> {
	const outcome = await attemptOnFiles(event, form, async (ctx, values, [file = NO_FILE]) => ({
		shown: await tryOut(ctx, (ctx) => verb(ctx, values, file)),
		held: { held: Buffer.from(file.bytes).toString('base64'), heldName: file.name }
	}));
	if ('failure' in outcome) return outcome.failure;
	const { shown, held } = outcome.value;
	return previewed(event, shown, { ...event.locals.sent, ...held });
}

/** What a page with the preview of a file has carried. */
function heldIn({ held, heldName }: FormValues): Upload['files'] {
	if (typeof held !== 'string' || held === '') return [];
	return [{ field: 'file', name: String(heldName ?? ''), bytes: new Uint8Array(Buffer.from(held, 'base64')) }];
}

async function attemptOnFiles<S extends z.ZodType, T>(
	event: Event,
	{ schema, most, may, wrong, missing }: FileForm<S>,
	verb: (ctx: Ctx, form: z.output<S>, files: Upload['files']) => Promise<T>
): Promise<Outcome<T>> {
	if (!may.ok) {
		const why = {
			status: statusOf(may.because),
			errors: { form: reasonSentence(may.because, may.facts) }
		};
		// What was typed beside the files is given back; files are read for nobody who may not send them.
		const small = Number(event.request.headers.get('content-length') ?? Infinity) <= MOST_FORM_BYTES;
		const { values } = small ? await readUpload(event.request, MOST_FORM_BYTES) : { values: {} };
		event.locals.sent = withoutPasswords(values);
		return { failure: await refuse(event, values, { ...why, final: Object.keys(values).length === 0 }) };
	}
	const { values, files: sent } = await readUpload(event.request, most);
	event.locals.sent = withoutPasswords(values);
	const chosen = sent.filter(({ field }) => field === 'file');
	const files = chosen.length > 0 ? chosen : heldIn(values);
	const bad = async (sentence: string) => ({
		failure: await refuse(event, values, { status: 422, errors: { file: sentence } })
	});
	if (files.length === 0 && !event.locals.refilled) return bad(missing);
	try {
		return await attempt(event, schema, (ctx, form) => verb(ctx, form, files), values);
	} catch (problem) {
		const sentence = wrong(problem);
		if (sentence === null) throw problem;
		return bad(sentence);
	}
}

const NO_FILE = { field: 'file', name: '', bytes: new Uint8Array() };

/** Like `act`, for what is shown once and kept nowhere: the answer page itself carries it, as `form.shown`. */
export async function reveal<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>
): Promise<ActionFailure<FormState> | { shown: T }> {
	const outcome = await attempt(event, schema, verb);
	return 'failure' in outcome ? outcome.failure : { shown: outcome.value };
}

const TOO_OFTEN: readonly Reason[] = ['tooManyTries', 'tooManyCodes', 'turnInSeconds', 'turnInMinutes'];

export function statusOf(reason: Reason): 403 | 429 | 503 {
	if (TOO_OFTEN.includes(reason)) return 429;
	// Not the person's doing: the press is busy, or there is none.
	return reason.startsWith('print') ? 503 : 403;
}

/** Coming back to the form would help nobody: there is none any more. */
const isFinal = (problem: unknown) => problem instanceof Refused && problem.reason === 'processClosed';

/** The one table from error to status. What is not in it is a fault of ours: 500, by SvelteKit, and logged. */
interface Told {
	status: 403 | 404 | 409 | 410 | 429 | 503;
	sentence: string;
	current?: Current | null;
}

function answerTo(problem: unknown): Told | null {
	if (problem instanceof Refused) {
		return { status: statusOf(problem.reason), sentence: reasonSentence(problem.reason, problem.facts) };
	}
	if (problem instanceof NotFound) return { status: 404, sentence: t.forms.gone };
	if (problem instanceof Gone) return { status: 410, sentence: reasonSentence(problem.reason, {}) };
	if (problem instanceof Stale) {
		const sentence = problem.reason ? reasonSentence(problem.reason, problem.facts) : t.forms.stale;
		return { status: 409, sentence, current: problem.current };
	}
	const trouble = databaseErrorOf(problem);
	return trouble && { status: 503, sentence: t.trouble[trouble].form };
}

/** For `load`: whoever may not read the page is told why (403). */
export function admit(verdict: Verdict): void {
	if (!verdict.ok) error(statusOf(verdict.because), reasonSentence(verdict.because, verdict.facts));
}

/** There is no process yet of which a page could speak. */
export const isTooEarly = (problem: unknown) => problem instanceof Refused && problem.reason === 'noConsultation';

/** For `load`: what a finder does not find is 404, a refusal is 403 with its sentence. */
export async function showing<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (problem) {
		// Neither is this page's fault: the front door answers for all pages.
		if (databaseErrorOf(problem) || isTooEarly(problem)) throw problem;
		const told = answerTo(problem);
		if (!told) throw problem;
		// What is not there says so in the words of the error page.
		error(told.status, problem instanceof NotFound ? '' : told.sentence);
	}
}
