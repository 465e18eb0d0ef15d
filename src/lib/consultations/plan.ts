import { z } from 'zod';
import { ACTIONS, PHASES } from './consultation.ts';
import { startOfDay } from './phases.ts';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a slug is made of a-z, 0-9 and hyphens, at most 40');
const line = z.string().trim().min(1, 'must not be empty').max(200, 'is too long');
const date = z.iso.date('must be a date such as 2027-05-01');

const PhasePlan = z
	.strictObject({ kind: z.enum(PHASES), from: date, until: date, actions: z.array(z.enum(ACTIONS)) })
	.refine((phase) => phase.from <= phase.until, { error: 'ends before it begins', path: ['until'] });

type Days = z.output<typeof PhasePlan>;

function apart(phases: readonly Days[]): boolean {
	const sorted = [...phases].sort((one, other) => (one.from < other.from ? -1 : 1));
	return sorted.every((phase, place) => place === 0 || (sorted[place - 1]?.until ?? '') < phase.from);
}

/**
 * A consultation as an operator writes it down: a JSON file with days instead of instants. A phase lasts from the first
 * moment of `from` to the last of `until`, in German time; phases do not overlap, and each kind comes once.
 */
export const Plan = z
	.strictObject({
		slug,
		title: line,
		lead: z.string().trim().max(600, 'is too long'),
		questions: z.array(line).max(10),
		fields: z.array(z.strictObject({ slug, title: line, lead: z.string().trim().max(300, 'is too long') })).min(1),
		phases: z.array(PhasePlan).min(1)
	})
	.refine((plan) => new Set(plan.fields.map((field) => field.slug)).size === plan.fields.length, {
		error: 'two fields have the same slug',
		path: ['fields']
	})
	.refine((plan) => new Set(plan.phases.map((phase) => phase.kind)).size === plan.phases.length, {
		error: 'two phases are of the same kind',
		path: ['phases']
	})
	.refine((plan) => apart(plan.phases), { error: 'two phases overlap', path: ['phases'] })
	.transform(({ phases, ...plan }) => ({
		...plan,
		phases: phases.map(({ kind, from, until, actions }) => ({
			kind,
			beginsAt: startOfDay(from, 0),
			endsAt: startOfDay(until, 1),
			actions
		}))
	}));
export type PlanInput = z.input<typeof Plan>;

/** To be changed and filled in. */
export const EXAMPLE: PlanInput = {
	slug: 'strategie-gegen-armut',
	title: 'Strategie gegen Armut',
	lead: 'Das Land schreibt eine Strategie gegen Armut. Alle können mitschreiben.',
	questions: ['Was sind die dringendsten Probleme?'],
	fields: [{ slug: 'wohnen', title: 'Wohnen', lead: 'Ein Zuhause, das man bezahlen kann.' }],
	phases: [
		{ kind: 'collect', from: '2027-01-11', until: '2027-02-28', actions: ['propose', 'support', 'comment'] },
		{ kind: 'draft', from: '2027-03-01', until: '2027-05-31', actions: ['comment-point', 'amend', 'vote'] }
	]
};
