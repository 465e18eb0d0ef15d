import { z } from 'zod';
import { seenField, words, wordsIfAny } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { ACTIONS, type Consultation, type Phase } from './consultation.ts';

/** What the process says of itself: its title and lead, its fields, questions and phases, each with a history. */

export const TITLE_MAX = 200;
export const LEAD_MAX = 600;
export const SCOPE_MAX = 2_000;
export const FIELD_TITLE_MAX = 80;
export const FIELD_LEAD_MAX = 300;
export const QUESTION_MAX = 200;
export const FIELDS_MAX = 30;
export const QUESTIONS_MAX = 10;

const process = {
	title: words(TITLE_MAX),
	lead: wordsIfAny(LEAD_MAX),
	changeable: wordsIfAny(SCOPE_MAX),
	settled: wordsIfAny(SCOPE_MAX)
};
export const ProcessForm = z.object({ ...process, seen: seenField });

const field = { title: words(FIELD_TITLE_MAX), lead: wordsIfAny(FIELD_LEAD_MAX) };
/** The names differ from those of the process: both forms stand on one page. */
export const NewFieldForm = z
	.object({ newField: field.title, newLead: field.lead })
	.transform(({ newField, newLead }) => ({ title: newField, lead: newLead }));
export const FieldForm = z.object({ ...field, seen: seenField });

const question = { title: words(QUESTION_MAX) };
export const NewQuestionForm = z
	.object({ newQuestion: question.title })
	.transform(({ newQuestion }) => ({ title: newQuestion }));
export const QuestionForm = z.object({ ...question, seen: seenField });

export const EditForm = z.object({ edit: z.uuid('wrong') });

export const MoveForm = z.object({ id: z.uuid('wrong'), way: z.enum(['up', 'down'], 'choose') });
export const EndForm = z.object({ ends: z.enum(['yes', 'no'], 'choose') });

/** What a history keeps, by part. Instants and days as they stand in the database. */
const ended = z.string().nullable();
export const STATES = {
	process: z.strictObject({ title: z.string(), lead: z.string(), changeable: z.string(), settled: z.string() }),
	field: z.strictObject({ slug: z.string(), title: z.string(), lead: z.string(), endedAt: ended }),
	question: z.strictObject({ title: z.string(), endedAt: ended }),
	phase: z.strictObject({
		slug: z.string(),
		title: z.string(),
		asks: z.string(),
		answerBy: z.string().nullable(),
		beginsAt: z.string(),
		endsAt: z.string(),
		actions: z.array(z.enum(ACTIONS)),
		groups: z.record(z.string(), z.array(z.string())),
		peerGroup: z.string().optional()
	}),
	/** `partId`: what is put in order. */
	order: z.array(z.string())
} as const;
export type Part = keyof typeof STATES;
export type StateOf<P extends Part> = z.output<(typeof STATES)[P]>;
export const PartName = z.enum(['process', 'field', 'question', 'phase', 'order']);

const ORDERED = ['fields', 'questions', 'phases'] as const;
export const OrderedName = z.enum(ORDERED);

export function mayManageProcess(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'admin'), 'roleMissing'));
}

/** One installation carries one process. `title`: of the one there is; null: there is none. */
export function mayEstablish(title: string | null): Verdict {
	return noWhen(title !== null, 'processThere', { title: title ?? '' });
}

interface Entry {
	id: string;
	title: string;
}

const sameTitle = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Two of the same name cannot be told apart: not by people, and not by whoever reads a published version. */
export function mayBeCalled(entries: readonly Entry[], { id, title }: Entry): Verdict {
	return noWhen(
		entries.some((one) => one.id !== id && sameTitle(one.title, title)),
		'titleTaken',
		{ title }
	);
}

export function mayAddField({ allFields }: Pick<Consultation, 'allFields'>): Verdict {
	return noWhen(allFields.length >= FIELDS_MAX, 'fieldsMany', { most: String(FIELDS_MAX) });
}

export function mayAddQuestion({ questions }: Pick<Consultation, 'questions'>): Verdict {
	return noWhen(questions.length >= QUESTIONS_MAX, 'questionsMany', { most: String(QUESTIONS_MAX) });
}

/** Whoever writes chooses a field, so there is always one. */
export function mayEndField({ fields }: Pick<Consultation, 'fields'>, id: string): Verdict {
	return noWhen(!fields.some((one) => one.id !== id), 'fieldLast');
}

/** `uses`: how many contributions and wordings are about it. */
export function mayRemoveField(of: Pick<Consultation, 'fields'>, id: string, uses: number): Verdict {
	return all(noWhen(uses > 0, 'fieldUsed', { count: String(uses) }), mayEndField(of, id));
}

/** With what stands before or after it changed places; null: there is nothing there, or no such thing. */
export function movedIn(ids: readonly string[], id: string, way: 'up' | 'down'): string[] | null {
	const at = ids.indexOf(id);
	const other = way === 'up' ? at - 1 : at + 1;
	const [mine, theirs] = [ids[at], ids[other]];
	if (mine === undefined || theirs === undefined) return null;
	return ids.map((one, place) => (place === at ? theirs : place === other ? mine : one));
}

/** As the history keeps it. */
export function stateOfPhase(phase: Phase): StateOf<'phase'> {
	const { slug, title, asks = '', answerBy = null, beginsAt, endsAt, actions, groups = {}, peerGroup } = phase;
	const named = Object.entries(groups).map(([action, list]) => [action, [...list].sort()]);
	return {
		...{ slug, title, asks, answerBy, beginsAt, endsAt },
		actions: [...actions].sort(),
		groups: Object.fromEntries(named),
		...(peerGroup && { peerGroup })
	};
}
