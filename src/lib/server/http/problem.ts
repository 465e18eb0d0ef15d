import { STATUS_CODES } from 'node:http';
import { t } from '../../texts/texts.ts';

/** Problem details for programs (RFC 9457). */
export interface Problem {
	status: number;
	detail: string;
	/** What is wrong with which part of the address. */
	parameters?: readonly { name: string; detail: string }[];
}

export const PROBLEM_TYPE = 'application/problem+json';

const SENTENCES: Readonly<Record<number, string>> = t.data.problems;

/** Of a status alone: the sentence for it. */
export function problemOf(status: number): Problem {
	const known = SENTENCES[status] ?? (status >= 500 ? t.data.problems[500] : t.data.problems[400]);
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
export function asProblem(response: Response): Response {
	if (response.status < 400 || response.headers.get('content-type')?.startsWith(PROBLEM_TYPE)) return response;
	const kept = KEPT.flatMap((name) => {
		const value = response.headers.get(name);
		return value === null ? [] : [[name, value] as const];
	});
	return problemResponse(problemOf(response.status), Object.fromEntries(kept));
}
