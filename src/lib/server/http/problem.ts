import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { t } from '../../texts/texts.ts';

/** Problem details for programs (RFC 9457). */
export interface Problem {
	status: number;
	detail: string;
	/** What is wrong with which part of the address. */
	parameters?: readonly { name: string; detail: string }[];
}

export const PROBLEM_TYPE = 'application/problem+json';

const sentences = (): Readonly<Record<number, string>> => t.data.problems;

/** Of a status alone: the sentence for it. */
export function problemOf(status: number): Problem {
	const known = sentences()[status] ?? (status >= 500 ? t.data.problems[500] : t.data.problems[400]);
	return { status, detail: known };
}

export function problemText({ status, detail, parameters }: Problem): string {
	const title = STATUS_CODES[status] ?? String(status);
	return `${JSON.stringify({ type: 'about:blank', title, status, detail, ...(parameters && { parameters }) })}\n`;
}

export function problemResponse(problem: Problem, headers: Readonly<Record<string, string>> = {}): Response {
	const all = { ...headers, 'content-type': `${PROBLEM_TYPE}; charset=utf-8`, 'cache-control': 'no-store' };
	return new Response(problemText(problem), { status: problem.status, headers: all });
}

/** Headers of a refusal that say more than its words. */
const KEPT = ['allow', 'retry-after', 'link'];

/** What went wrong behind the interface for programs, in the form they read, whoever answered first. */
export function asProblem(response: Response, detail?: string): Response {
	if (response.status < 400 || response.headers.get('content-type')?.startsWith(PROBLEM_TYPE)) return response;
	const kept = KEPT.flatMap((name) => {
		const value = response.headers.get(name);
		return value === null ? [] : [[name, value] as const];
	});
	const problem = problemOf(response.status);
	return problemResponse(detail ? { ...problem, detail } : problem, Object.fromEntries(kept));
}

const Message = z.object({ message: z.string() }).catch({ message: '' });

/**
 * The same for a file or a feed that a program has asked for. Where nobody says what is wrong SvelteKit answers it with an
 * empty message, or with the number; whoever looks for a page gets a page.
 */
export async function asFileProblem(response: Response): Promise<Response> {
	const type = response.headers.get('content-type') ?? '';
	if (response.status < 400 || !type.startsWith('application/json')) return response;
	const { message } = Message.parse(await response.json().catch(() => null));
	return asProblem(response, /^Error: \d/.test(message) ? '' : message);
}
