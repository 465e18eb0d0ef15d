import { z } from 'zod';
import { isRecord } from '../canonical.ts';
import { several } from '../form.ts';
import { ACTIONS } from './consultation.ts';
import { Plan } from './plan.ts';

/** The plan of a process as a form: one question a line, one field a line, and rows for phases. */

export const PHASE_ROWS = [1, 2, 3, 4] as const;
type PhaseRow = (typeof PHASE_ROWS)[number];

export const rowPrefix = (row: PhaseRow) => `phase-${row}-`;

const text = z.string('wrong').max(10_000, 'tooLong').default('');
const boxes = several(z.array(z.enum(ACTIONS)));

const linesOf = (typed: unknown) =>
	text
		.parse(typed)
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

/** `Freizeit: Orte, an denen man sein kann.` */
function fieldOf(line: string): { title: string; lead: string } {
	const [title = '', ...lead] = line.split(':');
	return { title: title.trim(), lead: lead.join(':').trim() };
}

/** Rows in which nothing is typed are no phases. */
function phasesIn(typed: Record<string, unknown>): { row: PhaseRow; plan: object }[] {
	return PHASE_ROWS.flatMap((row) => {
		const of = (name: string) => typed[rowPrefix(row) + name];
		const [title, asks, answerBy, from, until] = ['title', 'asks', 'answerBy', 'from', 'until'].map((name) =>
			text.parse(of(name))
		);
		const actions = boxes.parse(of('actions'));
		if (![title, asks, answerBy, from, until].some(Boolean) && actions.length === 0) return [];
		return [{ row, plan: { title, asks, answerBy: answerBy || null, from, until, actions } }];
	});
}

/** Beside which field of the form a problem stands. */
function fieldFor(path: readonly PropertyKey[], rows: readonly PhaseRow[]): string {
	const [part, at, name] = path;
	if (part !== 'phases') return String(part ?? 'form');
	const row = typeof at === 'number' ? rows[at] : rows[0];
	return `${rowPrefix(row ?? 1)}${typeof name === 'string' ? name : typeof at === 'number' ? 'from' : 'title'}`;
}

/** Reads the form as the command reads its file: by the same rules. */
export const PlanForm = z.unknown().transform((typed, ctx) => {
	const form = isRecord(typed) ? typed : {};
	try {
		const phases = phasesIn(form);
		const plan = Plan.safeParse({
			...{ title: form.title, lead: form.lead, changeable: form.changeable, settled: form.settled },
			questions: linesOf(form.questions),
			fields: linesOf(form.fields).map(fieldOf),
			phases: phases.map((one) => one.plan)
		});
		if (plan.success) return plan.data;
		const rows = phases.map(({ row }) => row);
		for (const { path, message } of plan.error.issues) {
			ctx.addIssue({ code: 'custom', message, path: [fieldFor(path, rows)] });
		}
	} catch {
		ctx.addIssue({ code: 'custom', message: 'wrong', path: ['form'] });
	}
	return z.NEVER;
});
