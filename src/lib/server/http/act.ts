import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { normalText } from '../../normalText.ts';
import { trouble as troubles } from '../../texts/de/trouble.ts';
import { Gone, NotFound, Refused, Stale, type Current, type Reason, type Verdict } from '../../verdict.ts';
import type { Ctx } from '../ctx.ts';
import { troubleOf } from '../db/trouble.ts';
import { reasonSentence, t } from '../../texts/texts.ts';
import { fieldErrors } from './fieldErrors.ts';
import { asHeader } from './onward.ts';
import { readForm } from './reading.ts';

export type FormValues = Record<string, string | string[]>;

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

type Event = Pick<RequestEvent, 'request' | 'locals' | 'url'>;

/** A password is never sent back, whichever field it was typed into. */
function withoutPasswords(typed: FormValues): FormValues {
	return Object.fromEntries(Object.entries(typed).filter(([name]) => !/password/i.test(name)));
}

type Outcome<T> = { value: T } | { failure: ActionFailure<FormState> };

async function attempt<S extends z.ZodType, T>(
	event: Event,
	schema: S,
	verb: (ctx: Ctx, form: z.output<S>) => Promise<T>
): Promise<Outcome<T>> {
	const { locals } = event;
	const action = formAction(event.url);
	const typed = formValues(await readForm(event.request));
	const values = withoutPasswords(typed);
	locals.sent = values;
	// Somebody has come back to what was not taken: it is shown again, and nothing is done.
	if (locals.refilled) return { failure: fail(200, { values, errors: {}, action, current: null }) };
	const parsed = schema.safeParse(typed);
	if (!parsed.success)
		return { failure: await refuse(event, typed, { status: 422, errors: fieldErrors(parsed.error, typed) }) };
	try {
		const value = await verb(locals.ctx, parsed.data);
		await locals.putting?.drop();
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

/** The name of the page's form that was sent, as it stands in the address. */
function formAction(url: URL): string {
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return name === undefined ? '' : `?${name}`;
}

/** The one way in which a form is not taken: everything typed goes back to the page, and is put aside for coming back. */
async function refuse({ locals, url }: Event, typed: FormValues, why: Why) {
	const { status, errors, current = null, final = false } = why;
	const values = withoutPasswords(typed);
	// While the database is away nothing can be put aside: the page that says so has it all.
	const kept = status !== 503 && !final && ((await locals.putting?.park(typed)) ?? false);
	locals.refused = { why: errors.form ?? null, kept, current };
	return fail(status, { values, errors, action: formAction(url), current });
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
	const trouble = troubleOf(problem);
	return trouble && { status: 503, sentence: troubles[trouble].form };
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
		if (troubleOf(problem) || isTooEarly(problem)) throw problem;
		const told = answerTo(problem);
		if (!told) throw problem;
		// What is not there says so in the words of the error page.
		error(told.status, problem instanceof NotFound ? '' : told.sentence);
	}
}
