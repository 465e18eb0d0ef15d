import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { normalText } from '../../normalText.ts';
import { trouble as troubles } from '../../texts/de/trouble.ts';
import { fieldSentence, reasonSentence, t } from '../../texts/texts.ts';
import { Gone, NotFound, Refused, Stale, type Reason } from '../../verdict.ts';
import type { Ctx } from '../ctx.ts';
import { troubleOf } from '../db/trouble.ts';
import { asHeader } from './onward.ts';

export type FormValues = Record<string, string | string[]>;

/** What a page gets back when a form was not taken: everything typed, and what is wrong, beside the field and above. */
export interface FormState {
	values: FormValues;
	/** Sentence by field name; the key `form` is about the form as a whole. */
	errors: Record<string, string>;
}

/** Whatever a browser sends as text, `normalText` makes ours of it, so that limits count what people see. */
export function formValues(form: URLSearchParams): FormValues {
	const values = new Map<string, string | string[]>();
	// Once through: asking for each name by itself takes minutes when somebody sends fifty thousand.
	for (const [name, typed] of form) {
		const text = normalText(typed);
		const before = values.get(name);
		if (Array.isArray(before)) before.push(text);
		else values.set(name, before === undefined ? text : [before, text]);
	}
	return Object.fromEntries(values);
}

function fieldErrors(problem: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of problem.issues) errors[String(issue.path[0] ?? 'form')] ??= fieldSentence(issue.message);
	return errors;
}

/** More than any page of ours sends: two hundred ticked contributions and what belongs to them. */
const MOST_FIELDS = 1_000;

async function readText(request: Request): Promise<string> {
	try {
		return await request.text();
	} catch (problem) {
		// What is too large (413) SvelteKit says itself; anything else broke off on the way (400).
		if (problem instanceof Error && 'status' in problem) throw problem;
		error(400);
	}
}

/** As browsers send forms without files: files are not taken anywhere. */
export async function readForm(request: Request): Promise<URLSearchParams> {
	if (!/^application\/x-www-form-urlencoded(;|$)/i.test(request.headers.get('content-type') ?? '')) error(400);
	const text = await readText(request);
	// Counted before it is read: taking a hundred thousand fields apart holds everybody up for a second.
	if (text.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) error(413);
	return new URLSearchParams(text);
}

type Event = Pick<RequestEvent, 'request' | 'locals'>;

type Outcome<T> = { value: T } | { failure: ActionFailure<FormState> };

async function attempt<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>
): Promise<Outcome<T>> {
	const typed = formValues(await readForm(event.request));
	const { password: _, ...values } = typed;
	const parsed = schema.safeParse(typed);
	if (!parsed.success) return { failure: fail(422, { values, errors: fieldErrors(parsed.error) }) };
	try {
		return { value: await verb(event.locals.ctx, parsed.data) };
	} catch (problem) {
		if (problem instanceof Refused && problem.reason === 'signInFirst') event.locals.typed = values;
		// The page itself may not be there to show it again: then the plain one does.
		if (troubleOf(problem)) event.locals.typed = values;
		return { failure: refuse(problem, values) };
	}
}

/**
 * The three moves of every form: read it, one verb, an answer. `verb` returns where to go next (303).
 * A password is never sent back. Bad input is 422, a refusal 403 (429 when there were too many tries), a thing changed
 * meanwhile 409, all with the values kept; what is not there is 404.
 */
export async function act<S extends z.ZodType>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<string>
): Promise<ActionFailure<FormState>> {
	const outcome = await attempt(event, schema, verb);
	if ('failure' in outcome) return outcome.failure;
	redirect(303, asHeader(outcome.value, event.locals.ctx.now));
}

/** Like `act`, for what is shown once and kept nowhere: the answer page itself carries it, as `form.shown`. */
export async function reveal<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>
): Promise<ActionFailure<FormState> | { shown: T }> {
	const outcome = await attempt(event, schema, verb);
	return 'failure' in outcome ? outcome.failure : { shown: outcome.value };
}

export function statusOf(reason: Reason): 403 | 429 | 503 {
	if (reason === 'tooManyTries') return 429;
	// Not the person's doing: the press is busy, or there is none.
	return reason.startsWith('print') ? 503 : 403;
}

/** The one table from error to status. What is not in it is a fault of ours: 500, by SvelteKit, and logged. */
function answerTo(problem: unknown): { status: 403 | 404 | 409 | 410 | 429 | 503; sentence: string } {
	if (problem instanceof Refused) {
		return { status: statusOf(problem.reason), sentence: reasonSentence(problem.reason, problem.facts) };
	}
	if (problem instanceof NotFound) return { status: 404, sentence: '' };
	if (problem instanceof Gone) return { status: 410, sentence: reasonSentence(problem.reason, {}) };
	if (problem instanceof Stale) {
		return { status: 409, sentence: problem.reason ? reasonSentence(problem.reason, problem.facts) : t.forms.stale };
	}
	const trouble = troubleOf(problem);
	if (trouble) return { status: 503, sentence: troubles[trouble].form };
	throw problem;
}

function refuse(problem: unknown, values: FormValues): ActionFailure<FormState> {
	const { status, sentence } = answerTo(problem);
	if (status === 404) error(404);
	return fail(status, { values, errors: { form: sentence } });
}

/** For `load`: what a finder does not find is 404, a refusal is 403 with its sentence. */
export async function showing<T>(work: Promise<T>): Promise<T> {
	try {
		return await work;
	} catch (problem) {
		if (troubleOf(problem)) throw problem;
		const { status, sentence } = answerTo(problem);
		error(status, sentence);
	}
}
